#include "app/documents/reportwords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace idcounter::paper {

QString stepWord(const QString &step)
{
    static const QHash<QString, QString> words{
        {u"accept"_s, u"受理"_s},
        {u"accept_online"_s, u"网上受理"_s},
        {u"void"_s, u"作废"_s},
        {u"withdraw"_s, u"撤回申请"_s},
        {u"lapse"_s, u"逾期未缴费终止"_s},
        {u"refuse"_s, u"不予受理（签发）"_s},
        {u"return"_s, u"退回"_s},
        {u"approve"_s, u"审核通过"_s},
        {u"reopen"_s, u"撤回审核"_s},
        {u"report"_s, u"上报"_s},
        {u"recall"_s, u"撤回上报"_s},
        {u"sign"_s, u"县级签发"_s},
        {u"produce"_s, u"制成"_s},
        {u"dispatch"_s, u"发出"_s},
        {u"receive"_s, u"证件到所"_s},
        {u"redo"_s, u"补正"_s},
        {u"defect"_s, u"废证重制"_s},
        {u"missing"_s, u"到货缺件"_s},
        {u"lose"_s, u"所内遗失"_s},
        {u"lost"_s, u"邮寄遗失"_s},
        {u"remake"_s, u"送重制"_s},
        {u"notify"_s, u"通知领证"_s},
        {u"collect"_s, u"发放证件"_s},
        {u"undo"_s, u"撤销发放"_s},
        {u"mail"_s, u"邮寄证件"_s},
        {u"deliver"_s, u"邮件妥投"_s},
        {u"come_back"_s, u"邮件退回"_s},
        {u"expire"_s, u"逾期未领"_s},
        {u"hand_back"_s, u"上缴"_s},
        {u"destroy"_s, u"销毁"_s},
        {u"close"_s, u"办结"_s},
        {u"temporary_card"_s, u"签发临时证"_s},
        {u"blank-cards"_s, u"领入"_s},
        {u"blank-card-spoiled"_s, u"作废"_s},
    };
    return words.value(step, step);
}

QString returnWord(CaseState from)
{
    switch (from) {
    case CaseState::Reported:
        return u"退回：县级公安机关"_s;
    case CaseState::CountySigned:
        return u"退回：市级公安机关"_s;
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
        return u"退回：制证中心"_s;
    default:
        return u"退回：所内审核"_s;
    }
}

QString feedbackWord(const QString &outcome)
{
    static const QHash<QString, QString> words{
        {u"applied"_s, u"已记入"_s},   {u"nothing"_s, u"无变化"_s},        {u"earlier round"_s, u"属以前批次"_s},
        {u"unknown"_s, u"查无此件"_s}, {u"not possible"_s, u"状态不符"_s},
    };
    return words.value(outcome, outcome);
}

} // namespace idcounter::paper

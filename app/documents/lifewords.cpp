#include "app/documents/lifewords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace idcounter::paper {

namespace {

QString defectWord(CardDefect defect)
{
    switch (defect) {
    case CardDefect::Damaged:
        return u"证件损坏"_s;
    case CardDefect::Unreadable:
        return u"芯片无法读取"_s;
    case CardDefect::WrongData:
        return u"证面内容有误"_s;
    case CardDefect::NotDelivered:
        return u"到货缺件"_s;
    case CardDefect::LostInStation:
        return u"所内盘点未见"_s;
    case CardDefect::LostInMail:
        return u"邮寄途中遗失"_s;
    }
    Q_UNREACHABLE();
}

// What did not hold for an online re-issue.
QString conditionWord(Error::Code condition)
{
    static const QHash<Error::Code, QString> words{
        {Error::Code::ReissueCardUnknown, u"本所无以前办证记录"_s},
        {Error::Code::ReissuePrintsMissing, u"无指纹登记信息"_s},
        {Error::Code::ReissuePhotoOld, u"存档照片超过可用年限"_s},
        {Error::Code::ReissuePrintsOld, u"存档指纹超过可用年限"_s},
        {Error::Code::ReissueDataChanged, u"户口登记项目与存档不一致"_s},
        {Error::Code::OpenCaseExists, u"另有在办申请"_s},
        {Error::Code::ReissueAccount, u"账户未实名认证"_s},
    };
    return words.value(condition, name(condition));
}

QString returnWord(CaseState from)
{
    switch (from) {
    case CaseState::Reported:
        return u"县级公安机关退回"_s;
    case CaseState::CountySigned:
        return u"市级公安机关退回"_s;
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
        return u"制证中心退回"_s;
    default:
        return u"所内审核退回"_s;
    }
}

QString eventWord(const LifeStep &step)
{
    static const QHash<QString, QString> words{
        {u"accept"_s, u"受理申请，发给领取凭证"_s},
        {u"override"_s, u"网上补领：条件未全部满足，经民警确认准予办理"_s},
        {u"accept_online"_s, u"受理网上申请"_s},
        {u"void"_s, u"误受理，作废"_s},
        {u"withdraw"_s, u"申请人撤回申请"_s},
        {u"lapse"_s, u"逾期未缴费，申请终止"_s},
        {u"paid"_s, u"缴款单已缴费"_s},
        {u"reminded"_s, u"已提醒申请人缴费"_s},
        {u"refuse"_s, u"不予受理（签发）"_s},
        {u"approve"_s, u"所内审核通过"_s},
        {u"confirm"_s, u"第二名民警确认例外情况"_s},
        {u"reopen"_s, u"撤回审核，重新审核"_s},
        {u"report"_s, u"上报县级公安机关"_s},
        {u"recall_asked"_s, u"向县级公安机关申请撤回"_s},
        {u"recall"_s, u"从县级公安机关撤回"_s},
        {u"sign"_s, u"县级公安机关签发"_s},
        {u"take"_s, u"制证中心接收"_s},
        {u"start"_s, u"开始制证"_s},
        {u"produce"_s, u"证件制成"_s},
        {u"dispatch"_s, u"证件发往本所"_s},
        {u"receive"_s, u"证件到所"_s},
        {u"redo"_s, u"退回项目已重新采集，继续办理"_s},
        {u"defect"_s, u"证件有问题，重新制作"_s},
        {u"report_defect"_s, u"已向制证中心报废"_s},
        {u"missing"_s, u"到货缺件，重新制作"_s},
        {u"lose"_s, u"盘点未见证件，重新制作"_s},
        {u"lost"_s, u"邮寄途中遗失，重新制作"_s},
        {u"remake"_s, u"制证中心开始重制"_s},
        {u"notify"_s, u"已通知申请人领证"_s},
        {u"call"_s, u"联系申请人"_s},
        {u"collect"_s, u"发放证件"_s},
        {u"undo"_s, u"误发证，已撤销"_s},
        {u"mail"_s, u"证件寄出"_s},
        {u"deliver"_s, u"邮件妥投"_s},
        {u"come_back"_s, u"邮件退回本所"_s},
        {u"expire"_s, u"逾期未领"_s},
        {u"hand_back"_s, u"证件上缴县级公安机关"_s},
        {u"destroy"_s, u"证件销毁"_s},
        {u"close"_s, u"办结"_s},
        {u"extend"_s, u"办理期限延长三十日"_s},
        {u"temporary_card"_s, u"发放临时居民身份证"_s},
        {u"temporary_back"_s, u"收回临时居民身份证"_s},
    };
    return step.event == u"return" ? returnWord(step.from) : words.value(step.event, step.event);
}

QString wayWord(const QString &way)
{
    if (way == u"telephone")
        return u"电话"_s;
    if (way == u"message")
        return u"短信"_s;
    return way == u"letter" ? u"书面通知"_s : way;
}

QString referenceWord(const LifeStep &step)
{
    if (step.reference.isEmpty())
        return {};
    if (step.event == u"mail")
        return u"邮件号 %1"_s.arg(step.reference);
    if (step.event == u"temporary_card")
        return u"证件编号 %1"_s.arg(step.reference);
    return step.event == u"report" || step.event == u"report_defect" ? u"数据包 %1"_s.arg(step.reference) : QString();
}

} // namespace

QString stateWord(CaseState state)
{
    switch (state) {
    case CaseState::None:
        return u"未开始"_s;
    case CaseState::Draft:
        return u"登记中"_s;
    case CaseState::Accepted:
        return u"已受理"_s;
    case CaseState::StationReviewed:
        return u"所内已审核"_s;
    case CaseState::Reported:
        return u"已上报"_s;
    case CaseState::CountySigned:
        return u"已签发"_s;
    case CaseState::CentreAccepted:
        return u"制证中心已接收"_s;
    case CaseState::InProduction:
        return u"制证中"_s;
    case CaseState::Produced:
        return u"已制成"_s;
    case CaseState::Dispatched:
        return u"已分发"_s;
    case CaseState::Received:
        return u"已到所"_s;
    case CaseState::Notified:
        return u"已通知领证"_s;
    case CaseState::Collected:
        return u"已领取"_s;
    case CaseState::Mailed:
        return u"已邮寄"_s;
    case CaseState::Delivered:
        return u"已送达"_s;
    case CaseState::Closed:
        return u"办结"_s;
    case CaseState::Returned:
        return u"退回"_s;
    case CaseState::Defective:
        return u"废证重制"_s;
    case CaseState::Unclaimed:
        return u"逾期未领"_s;
    case CaseState::HandedBack:
        return u"已上缴"_s;
    case CaseState::Destroyed:
        return u"已销毁"_s;
    case CaseState::Refused:
        return u"不予受理（签发）"_s;
    case CaseState::Withdrawn:
        return u"已撤回"_s;
    case CaseState::Voided:
        return u"已作废"_s;
    case CaseState::Discarded:
        return u"已放弃"_s;
    }
    Q_UNREACHABLE();
}

QString lifeSentence(const LifeStep &step, const QStringList &wrong)
{
    QStringList parts = wrong;
    if (step.defect)
        parts << defectWord(*step.defect);
    for (const Error::Code condition : step.against)
        parts << conditionWord(condition);
    if (!step.reason.isEmpty())
        parts << (step.event == u"override" ? u"理由：%1"_s.arg(step.reason) : step.reason);
    if (!step.way.isEmpty())
        parts << wayWord(step.way);
    if (const QString reference = referenceWord(step); !reference.isEmpty())
        parts << reference;
    if (step.until.isValid())
        parts << u"至 %1"_s.arg(step.until.toString(Qt::ISODate));
    if (!step.secondOfficer.isEmpty())
        parts << u"第二名民警：%1"_s.arg(step.secondOfficer);
    if (step.refund > Fen{0})
        parts << u"退费 ¥%1"_s.arg(step.refund.yuan());
    if (step.isImplied)
        parts << u"由后续反馈推定"_s;
    const QString word = eventWord(step);
    return parts.isEmpty() ? word : word + u"（"_s + parts.join(u"；"_s) + u"）"_s;
}

QString nextWord(const Standing &standing)
{
    return standing.accepted.state == CaseState::Accepted && standing.isOwing() ? u"申请人缴费，再由另一名民警审核"_s
                                                                                : nextWord(standing.accepted.state);
}

QString nextWord(CaseState state)
{
    switch (state) {
    case CaseState::Draft:
        return u"完成登记"_s;
    case CaseState::Accepted:
        return u"由另一名民警审核"_s;
    case CaseState::StationReviewed:
        return u"随下一数据包上报"_s;
    case CaseState::Reported:
        return u"县级公安机关审核签发"_s;
    case CaseState::CountySigned:
        return u"市级复核，制证中心接收"_s;
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
        return u"制作证件"_s;
    case CaseState::Produced:
        return u"证件发往本所"_s;
    case CaseState::Dispatched:
        return u"清点到货，入柜"_s;
    case CaseState::Received:
        return u"通知申请人领证，或者寄出"_s;
    case CaseState::Notified:
        return u"凭领取凭证或者居民户口簿领证"_s;
    case CaseState::Collected:
    case CaseState::Delivered:
        return u"原证、临时证处理后办结"_s;
    case CaseState::Mailed:
        return u"投递"_s;
    case CaseState::Returned:
        return u"请申请人到所，只重新采集退回的项目"_s;
    case CaseState::Defective:
        return u"重新制作证件"_s;
    case CaseState::Unclaimed:
        return u"两名民警上缴或者销毁；来领的仍发给"_s;
    case CaseState::None:
    case CaseState::Closed:
    case CaseState::HandedBack:
    case CaseState::Destroyed:
    case CaseState::Refused:
    case CaseState::Withdrawn:
    case CaseState::Voided:
    case CaseState::Discarded:
        return u"无"_s;
    }
    Q_UNREACHABLE();
}

QString actorWord(NextActor actor)
{
    switch (actor) {
    case NextActor::Clerk:
        return u"受理民警"_s;
    case NextActor::Reviewer:
        return u"审核民警"_s;
    case NextActor::Supervisor:
        return u"所长"_s;
    case NextActor::County:
        return u"县级公安机关"_s;
    case NextActor::Centre:
        return u"制证中心"_s;
    case NextActor::Carrier:
        return u"邮政"_s;
    case NextActor::Citizen:
        return u"申请人"_s;
    case NextActor::Nobody:
        return u"无"_s;
    }
    Q_UNREACHABLE();
}

} // namespace idcounter::paper

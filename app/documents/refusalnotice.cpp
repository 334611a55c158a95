#include "app/documents/refusalnotice.h"

#include "app/documents/paperparts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString sourceWord(RuleSource source)
{
    switch (source) {
    case RuleSource::CardLaw2:
        return u"《居民身份证法》第二条"_s;
    case RuleSource::CardLaw7:
        return u"《居民身份证法》第七条"_s;
    case RuleSource::CardLaw10:
        return u"《居民身份证法》第十条"_s;
    case RuleSource::CardLaw11:
        return u"《居民身份证法》第十一条"_s;
    case RuleSource::CardLaw17:
        return u"《居民身份证法》第十七条"_s;
    case RuleSource::CardLaw22:
        return u"《居民身份证法》第二十二条"_s;
    case RuleSource::FormNotes:
        return u"《居民身份证申领登记表》填表说明"_s;
    case RuleSource::ChipLayout:
        return u"GA/T 490"_s;
    case RuleSource::BookletNorm:
        return u"户口簿核验工作规范"_s;
    case RuleSource::FeeNotice2004:
        return u"财综〔2004〕8号"_s;
    case RuleSource::OffsiteOpinion2015:
        return u"居民身份证异地受理意见（2015年）"_s;
    case RuleSource::OneCaseRule:
        return u"一人同时只能有一件在办申请"_s;
    }
    Q_UNREACHABLE();
}

void drawNotice(Canvas &canvas, const CasePaperFacts &facts, const Refusal &refusal, const QString &business)
{
    constexpr double left = 10;
    constexpr double width = 190;
    canvas.text({left, 9, width, 11}, u"居民身份证申请不予受理告知书"_s, paper::title);
    double y = 24;
    const auto row = [&](const QList<paper::Field> &fields) {
        paper::drawRow(canvas, {left, y}, 9, fields);
        y += 9;
    };
    const auto number = facts.form.number();
    row({{u"姓名"_s, facts.form.applicant.name, 24, width / 2},
         {u"公民身份号码"_s, number ? number->masked() : QString(), 28, width / 2}});
    row({{u"申请业务"_s, business, 24, width / 2}, {u"日期"_s, paper::chineseDate(refusal.day), 28, width / 2}});
    y += 3;
    canvas.text({left, y, width, 7}, u"经核对，您的申请有下列情形，暂不能受理："_s);
    y += 8;
    // Many reasons stand closer.
    const double step = std::min(6.2, 52.0 / std::max<double>(1, double(refusal.obstacles.size())));
    const TextStyle style{.size = step < 5 ? 8.0 : 10.5};
    int count = 0;
    for (const Obstacle &obstacle : refusal.obstacles) {
        canvas.text({left + 4, y, width - 4, step},
                    u"%1. %2（依据：%3）"_s.arg(++count).arg(refusalWord(obstacle.code), sourceWord(obstacle.source)),
                    style);
        y += step;
    }
    if (!refusal.note.isEmpty()) {
        canvas.text({left + 4, y, width - 4, 14}, u"说明：%1"_s.arg(refusal.note),
                    {.size = 10.5, .alignment = Qt::AlignLeft | Qt::AlignTop});
    }
    canvas.text({left, 116, width, 10},
                u"上述情形消除或者材料补齐后，可以再次申请。对本告知有异议的，可以依法申请行政复议或者提起行政诉讼。"_s,
                {.size = 9, .alignment = Qt::AlignLeft | Qt::AlignTop});
    canvas.text({left, 130, width, 6}, u"%1　承办人：%2　　申请人签收："_s.arg(facts.station, facts.clerk),
                {.size = 10});
    paper::drawMarks(canvas, facts.practice, facts.copy, {210, 148});
}

} // namespace

QString refusalWord(Error::Code code)
{
    switch (code) {
    case Error::Code::NumberDiffersFromRegister:
        return u"公民身份号码与户口登记不一致，须先办理更正"_s;
    case Error::Code::RegisterUnknown:
        return u"人口信息系统查无该公民身份号码"_s;
    case Error::Code::BookletDiffers:
        return u"姓名、性别、民族或者出生日期与户口登记不一致，须先办理变更更正"_s;
    case Error::Code::HouseholdChangeFirst:
        return u"住址与户口登记不一致，须先办理户口变更登记"_s;
    case Error::Code::StruckOff:
        return u"户口已注销"_s;
    case Error::Code::BookletReportedLost:
        return u"所持居民户口簿已报失"_s;
    case Error::Code::SealMissing:
        return u"居民户口簿未加盖派出所户口专用章"_s;
    case Error::Code::SoldierSeparate:
        return u"现役军人、人民武装警察的居民身份证另行办理"_s;
    case Error::Code::OpenCaseExists:
        return u"已有一件在办的居民身份证申请"_s;
    case Error::Code::GuardianMissing:
        return u"未满十六周岁，须由监护人代为申请"_s;
    case Error::Code::ReasonNotFirst:
        return u"已领取过第二代居民身份证，不属于首次申领"_s;
    case Error::Code::ReasonIsFirst:
        return u"未领取过第二代居民身份证，应当申请首次申领"_s;
    case Error::Code::ReasonAge:
        return u"申请业务与申请人年龄不符"_s;
    case Error::Code::OldCardContradicts:
        return u"申请业务与原证情况不符"_s;
    case Error::Code::IdentityUnsettled:
        return u"相貌变化较大且原证无指纹信息，身份无法核实"_s;
    case Error::Code::OffsiteDataDiffer:
        return u"登记信息不一致或者系统中无相片，不能异地受理"_s;
    case Error::Code::OffsiteFraudRecord:
        return u"有伪造、冒领证件等不良记录，不能异地受理"_s;
    case Error::Code::OffsiteNotAllowed:
        return u"该业务不能异地受理"_s;
    case Error::Code::ReductionEvidenceMissing:
        return u"申请减免工本费未提交证明材料"_s;
    default:
        return u"其他情形"_s;
    }
}

Result<Document> refusalNotice(const CasePaperFacts &facts, const Refusal &refusal, const Rules &rules)
{
    const auto reasons = rules.reasons();
    if (!reasons)
        return reasons.error();
    const auto reason = (*reasons)->find(facts.form.business.reason);
    const QString business = reason ? reason->chinese : u"未选定"_s;
    return Document{
        .title = u"居民身份证申请不予受理告知书"_s,
        .size = {210, 148},
        .pages = 1,
        .paint = [facts, refusal, business](Canvas &canvas, int) { drawNotice(canvas, facts, refusal, business); }};
}

} // namespace idcounter

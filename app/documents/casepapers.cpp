#include "app/documents/casepapers.h"

#include "app/documents/paperparts.h"
#include "app/domain/cardvalidity.h"
#include "app/domain/guardianship.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using namespace paper;

constexpr TextStyle smallStyle{.size = 8.5};

// The words of the codes, looked up before anything is drawn.
struct Words
{
    QString reason;
    QString ethnicGroup;
    QString relation;
    QMap<QString, QString> fingers;
    QMap<QString, QString> fees;
};

Result<Words> wordsFor(const CasePaperFacts &facts, const Rules &rules)
{
    const auto reasons = rules.reasons();
    const auto groups = rules.ethnicGroups();
    const auto relations = rules.relations();
    const auto fingers = rules.fingers();
    if (!reasons)
        return reasons.error();
    if (!groups)
        return groups.error();
    if (!relations)
        return relations.error();
    if (!fingers)
        return fingers.error();
    Words words;
    if (const auto reason = (*reasons)->find(facts.form.business.reason))
        words.reason = reason->chinese;
    if (const auto group = (*groups)->find(facts.form.applicant.ethnicGroup))
        words.ethnicGroup = group->printed;
    if (const auto relation = (*relations)->find(facts.form.guardian.relation))
        words.relation = relation->chinese;
    for (const Finger &finger : (*fingers)->all())
        words.fingers.insert(finger.code, finger.chinese);
    return words;
}

QString sexWord(const QString &code)
{
    if (code == u"1")
        return u"男"_s;
    return code == u"2" ? u"女"_s : QString();
}

QString validityOf(const Draft &form, QDate signedOn)
{
    if (!form.birthDate().isValid())
        return {};
    const CardValidity validity = cardValidity(form.birthDate(), signedOn);
    const QString from = validity.from.toString(u"yyyy.MM.dd"_s);
    if (!validity.until)
        return u"%1—长期（以签发日为准）"_s.arg(from);
    return u"%1—%2（%3年，以签发日为准）"_s.arg(from, validity.until->toString(u"yyyy.MM.dd"_s)).arg(validity.years);
}

QString fingersOf(const CasePaperFacts &facts, const Words &words)
{
    const Draft &form = facts.form;
    if (form.fingers.isEmpty() && facts.printsNotAsked)
        return u"未登记：未注册（年龄）"_s;
    QStringList taken;
    QMap<QString, QStringList> missing; // by what came of them
    for (const FingerRecord &finger : form.fingers) {
        const QString position = words.fingers.value(finger.finger);
        switch (finger.result) {
        case FingerResult::Registered:
            taken << position;
            break;
        case FingerResult::Failed:
            missing[u"未登记：注册失败（%1）"_s.arg(finger.reason)] << position;
            break;
        case FingerResult::NotRegistered:
            missing[u"未登记：未注册（%1）"_s.arg(finger.reason)] << position;
            break;
        }
    }
    QStringList lines;
    if (!taken.isEmpty())
        lines << taken.join(u'、') + u"（已登记）"_s;
    for (auto result = missing.begin(); result != missing.end(); ++result)
        lines << result->join(u'、') + u' ' + result.key();
    return lines.join(u'；');
}

QString untilOf(const Draft &form)
{
    const QDate until = form.business.oldCardUntil;
    return until.isValid() ? u"（有效期至%1）"_s.arg(until.toString(u"yyyy.MM.dd"_s)) : QString();
}

QString oldCardOf(const Draft &form)
{
    switch (form.business.oldCard) {
    case OldCard::NotAsked:
        return {};
    case OldCard::None:
        return u"未领取过"_s;
    case OldCard::Returned:
        return u"已交回"_s + untilOf(form);
    case OldCard::KeptUntilCollection:
        return u"领证时交回"_s + untilOf(form);
    case OldCard::Lost:
        return u"已丢失"_s + untilOf(form);
    }
    Q_UNREACHABLE();
}

QString remarksOf(const Draft &form)
{
    QStringList remarks;
    if (!form.business.cause.isEmpty())
        remarks << u"更正事由：%1"_s.arg(form.business.cause);
    if (!form.delivery.remarks.isEmpty())
        remarks << form.delivery.remarks;
    return remarks.join(u'\n');
}

QString registerWord(RegisterAnswer answer)
{
    switch (answer) {
    case RegisterAnswer::NotConnected:
        return u"未联网，依据户口簿核对和本所记录"_s;
    case RegisterAnswer::Known:
        return u"与人口信息系统一致"_s;
    case RegisterAnswer::Unknown:
        return u"人口信息系统查无此人"_s;
    }
    Q_UNREACHABLE();
}

void drawFormHead(Canvas &canvas, const CasePaperFacts &facts)
{
    canvas.text({15, 12, 180, 12}, u"居民身份证申领登记表"_s, title);
    canvas.text({15, 25, 120, 6}, u"受理机关：%1"_s.arg(facts.station), value);
    canvas.text({15, 31, 22, 8}, u"受理号："_s, value);
    canvas.box({36, 31.5, 82, 7});
    if (facts.number)
        canvas.text({38, 31.5, 78, 7}, facts.number->grouped(), {.size = 12, .bold = true});
    // Before acceptance the case is found again by its own code, which the signed sheet carries from then on.
    canvas.qrCode({172, 18, 22, 22}, facts.form.id.toString(QUuid::WithoutBraces));
    if (facts.number)
        canvas.code128({122, 30, 48, 9}, facts.number->toString());
}

void drawForm(Canvas &canvas, const CasePaperFacts &facts, const Words &words)
{
    const Draft &form = facts.form;
    const Guardian guardian = needsGuardian(form.birthDate(), facts.day) ? form.guardian : Guardian();
    drawFormHead(canvas, facts);
    constexpr double left = 15;
    constexpr double width = 180;
    constexpr double photoWidth = 36;
    const double upper = width - photoWidth;
    double y = 42;
    const auto row = [&](double height, const QList<Field> &fields) {
        drawRow(canvas, {left, y}, height, fields);
        y += height;
    };
    row(10, {{u"姓名"_s, form.applicant.name, 24, upper}});
    row(10, {{u"性别"_s, sexWord(form.applicant.sex), 24, upper / 2}, {u"民族"_s, words.ethnicGroup, 24, upper / 2}});
    row(10, {{u"出生日期"_s, chineseDate(form.birthDate()), 24, upper}});
    row(10, {{u"公民身份号码"_s, form.applicant.number, 24, upper}});
    canvas.box({left + upper, 42, photoWidth, 40});
    if (!facts.photo.isNull())
        canvas.image({left + upper + 5, 46, 26, 32}, facts.photo);
    else
        canvas.text({left + upper, 42, photoWidth, 40}, u"照片"_s, label);
    row(12, {{u"常住户口\n所在地住址"_s, form.applicant.address, 24, width}});
    row(9, {{u"签发机关"_s, form.applicant.issuer, 24, width}});
    row(9, {{u"申领原因"_s, u"%1（%2）"_s.arg(words.reason, form.business.reason), 24, width}});
    row(9, {{u"有效期限"_s, validityOf(form, facts.day), 24, width}});
    row(11, {{u"指纹信息"_s, fingersOf(facts, words), 24, width}});
    row(9,
        {{u"原证情况"_s, oldCardOf(form), 24, width / 2},
         {u"领证方式"_s, form.delivery.collection == Collection::Mail ? u"邮寄"_s : u"到所领取"_s, 24, width / 2}});
    row(9,
        {{u"联系电话"_s, form.delivery.phone, 24, width / 2},
         {u"临时身份证"_s, form.business.temporaryCard ? u"申办"_s : u"不申办"_s, 24, width / 2}});
    row(11, {{u"邮寄地址"_s, form.delivery.mailingAddress, 24, width}});
    row(9,
        {{u"监护人姓名"_s, guardian.name, 24, width / 2},
         {u"与申请人关系"_s, guardian.name.isEmpty() ? QString() : words.relation, 24, width / 2}});
    row(9, {{u"监护人号码"_s, guardian.number, 24, width / 2}, {u"监护人电话"_s, guardian.phone, 24, width / 2}});
    row(9, {{u"核对依据"_s, registerWord(form.papers.registerAnswer), 24, width}});
    row(14, {{u"备注"_s, remarksOf(form), 24, width}});
    row(9, {{u"承办人"_s, facts.clerk, 24, width / 2}, {u"复核确认"_s, form.secondOfficerName, 24, width / 2}});
    row(20,
        {{u"申请人\n（监护人）\n签字"_s, u"以上内容经核对无误。\n\n签字：　　　　　　　　　　　　　　年　　月　　日"_s,
          30, width}});
    row(18, {{u"领证人签字"_s, u"\n签字：　　　　　　　　　　　　　　年　　月　　日"_s, 30, width}});
    canvas.text({left, y + 3, width, 14},
                u"告知：公安机关依照《居民身份证法》采集、使用本表信息和指纹信息，依法保密。申请人应当交验居民户口簿；"
                "换领新证时应当交回原证。"_s,
                {.size = 8.5, .alignment = Qt::AlignLeft | Qt::AlignTop});
    drawMarks(canvas, facts.practice, facts.copy, {210, 297});
}

void drawSlip(Canvas &canvas, const CasePaperFacts &facts, const Words &words)
{
    const Draft &form = facts.form;
    canvas.text({10, 9, 190, 11}, u"居民身份证领取凭证"_s, title);
    canvas.text({10, 22, 150, 8}, u"受理号　%1"_s.arg(facts.number->grouped()), {.size = 15, .bold = true});
    constexpr double left = 10;
    constexpr double width = 150;
    double y = 33;
    const auto row = [&](const QList<Field> &fields) {
        drawRow(canvas, {left, y}, 9, fields);
        y += 9;
    };
    const auto number = form.number();
    row({{u"姓名"_s, form.applicant.name, 24, width}});
    row({{u"公民身份号码"_s, number ? number->masked() : QString(), 24, width}});
    row({{u"业务"_s, words.reason, 24, width}});
    row({{u"受理日期"_s, chineseDate(facts.day), 24, width / 2}, {u"联系电话"_s, form.delivery.phone, 20, width / 2}});
    row({{u"领证日期"_s, chineseDate(facts.promiseDue), 24, width / 2},
         {u"法定期限"_s, chineseDate(facts.legalDue), 20, width / 2}});
    row({{u"领取方式"_s,
          form.delivery.collection == Collection::Mail ? u"邮寄："_s + form.delivery.mailingAddress
                                                       : u"本人到%1领取"_s.arg(facts.station),
          24, width}});
    const Fen owed = sumOf(facts.charges);
    const bool isOrder = form.payment.method == PaymentMethod::Order && facts.receiptNumber.isEmpty();
    if (isOrder)
        row({{u"缴款单"_s,
              u"¥%1　单号即受理号，请于 %2 前缴费，逾期视为撤回"_s.arg(owed.yuan(), chineseDate(form.payment.payUntil)),
              24, width}});
    else
        row({{u"工本费"_s, owed > Fen{0} ? u"¥%1"_s.arg(owed.yuan()) : u"免费"_s, 24, width / 2},
             {u"票据号"_s, facts.receiptNumber, 20, width / 2}});
    if (form.business.temporaryCard)
        canvas.text({left, y + 1, width, 7}, u"申办临时居民身份证"_s, {.size = 11, .bold = true});
    canvas.qrCode({166, 33, 34, 34}, facts.number->toString());
    canvas.code128({left, 108, 100, 16}, facts.number->toString());
    canvas.text({left, 124, 100, 5}, facts.number->toString(), {.size = 9, .alignment = Qt::AlignHCenter});
    canvas.text(
        {112, 106, 90, 30},
        u"领证时请携带本凭证和居民户口簿，由本人领取并核对指纹；未满十六周岁由监护人领取。凭证遗失的，凭居民户口簿领取。"_s,
        {.size = 8.5, .alignment = Qt::AlignLeft | Qt::AlignTop});
    canvas.text({left, 136, 190, 6}, u"%1　承办人：%2"_s.arg(facts.station, facts.clerk), smallStyle);
    drawMarks(canvas, facts.practice, facts.copy, {210, 148});
}

void drawReceipt(Canvas &canvas, const CasePaperFacts &facts, const Words &words)
{
    canvas.text({10, 9, 190, 11}, u"居民身份证工本费收据"_s, title);
    canvas.text({10, 22, 95, 7}, u"票据号　%1"_s.arg(facts.receiptNumber), {.size = 12, .bold = true});
    canvas.text({105, 22, 95, 7}, chineseDate(facts.day), {.size = 11, .alignment = Qt::AlignRight | Qt::AlignVCenter});
    drawRow(canvas, {10, 31}, 9, {{u"缴款人"_s, facts.form.applicant.name, 24, 190}});
    drawRow(canvas, {10, 40}, 9, {{u"受理号"_s, facts.number->grouped(), 24, 190}});
    double y = 52;
    canvas.text({12, y, 70, 7}, u"项目"_s, {.size = 10, .bold = true});
    canvas.text({84, y, 66, 7}, u"依据"_s, {.size = 10, .bold = true});
    canvas.text({150, y, 48, 7}, u"金额（元）"_s,
                {.size = 10, .bold = true, .alignment = Qt::AlignRight | Qt::AlignVCenter});
    y += 7;
    canvas.line({10, y}, {200, y});
    for (const Charge &charge : facts.charges) {
        const QString what = charge.chinese.isEmpty() ? words.reason : charge.chinese;
        canvas.text({12, y, 70, 8}, what);
        canvas.text({84, y, 66, 8}, charge.basis, smallStyle);
        canvas.text({150, y, 48, 8}, charge.amount.yuan(),
                    {.size = 11, .alignment = Qt::AlignRight | Qt::AlignVCenter});
        y += 8;
    }
    canvas.line({10, y}, {200, y});
    canvas.text({12, y, 100, 10}, u"合计"_s, {.size = 12, .bold = true});
    canvas.text({110, y, 88, 10}, u"¥%1"_s.arg(sumOf(facts.charges).yuan()),
                {.size = 14, .bold = true, .alignment = Qt::AlignRight | Qt::AlignVCenter});
    canvas.text({10, 128, 190, 6}, u"收款单位：%1　收款人：%2"_s.arg(facts.station, facts.clerk), smallStyle);
    drawMarks(canvas, facts.practice, facts.copy, {210, 148});
}

using Draw = void (*)(Canvas &, const CasePaperFacts &, const Words &);

Result<Document> paperOf(const CasePaperFacts &facts, const Rules &rules, const QString &title, QSizeF size, Draw draw)
{
    const auto words = wordsFor(facts, rules);
    if (!words)
        return words.error();
    return Document{.title = title,
                    .size = size,
                    .pages = 1,
                    .paint = [facts, words = *words, draw](Canvas &canvas, int) { draw(canvas, facts, words); }};
}

} // namespace

Result<Document> registrationForm(const CasePaperFacts &facts, const Rules &rules)
{
    return paperOf(facts, rules, u"居民身份证申领登记表"_s, {210, 297}, drawForm);
}

Result<Document> collectionSlip(const CasePaperFacts &facts, const Rules &rules)
{
    return paperOf(facts, rules, u"居民身份证领取凭证"_s, {210, 148}, drawSlip);
}

Result<Document> receipt(const CasePaperFacts &facts, const Rules &rules)
{
    return paperOf(facts, rules, u"居民身份证工本费收据"_s, {210, 148}, drawReceipt);
}

} // namespace idcounter

#include "app/documents/casefile.h"

#include "app/documents/lifewords.h"
#include "app/documents/paperparts.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using namespace paper;

constexpr double left = 15;
constexpr double width = 180;
constexpr double photoWidth = 36;
constexpr double rowHeight = 9;
constexpr double firstTop = 166; // of the history on the first page
constexpr double nextTop = 30;
constexpr double bottom = 282;
constexpr double timeWidth = 34;
constexpr double personWidth = 34;
constexpr double sentenceWidth = width - timeWidth - personWidth;
constexpr double lineHeight = 5.6;
constexpr TextStyle small{.size = 9};
constexpr TextStyle sentenceStyle{.size = 10};
constexpr TextStyle section{.size = 12, .bold = true};

// One line of the history with its place.
struct Placed
{
    int page;
    double y;
    double height;
    QString time;
    QString sentence;
    QString person;
};

struct Words
{
    QString reason;
    QString ethnicGroup;
    QList<Placed> lines;
    int pages = 1;
};

// By how many characters fit in a line; Latin ones are half as wide.
double heightOf(const QString &sentence)
{
    constexpr double characterWidth = 3.6; // of sentenceStyle
    double taken = 0;
    for (const QChar character : sentence)
        taken += character.unicode() < 0x80 ? characterWidth * 0.55 : characterWidth;
    return std::ceil(taken / (sentenceWidth - 4)) * lineHeight + 1.4;
}

Result<QStringList> wrongWords(const LifeStep &step, const Rules &rules)
{
    QStringList words;
    const auto known = rules.returnReasons();
    if (!known)
        return known.error();
    for (const ReturnReason &reason : step.wrong) {
        const auto code = (*known)->find(reason.code);
        const QString word = code ? code->chinese : reason.code;
        // A note that stands in the step already is said once.
        words << (reason.note.isEmpty() || reason.note == step.reason ? word : word + u"："_s + reason.note);
    }
    words.removeAll(QString());
    return words;
}

Result<Words> wordsFor(const CaseFileFacts &facts, const Rules &rules)
{
    const auto reasons = rules.reasons();
    if (!reasons)
        return reasons.error();
    const auto groups = rules.ethnicGroups();
    if (!groups)
        return groups.error();
    const Draft &form = facts.standing.accepted.form;
    Words words;
    if (const auto reason = (*reasons)->find(form.business.reason))
        words.reason = reason->chinese;
    if (const auto group = (*groups)->find(form.applicant.ethnicGroup))
        words.ethnicGroup = group->printed;
    int page = 0;
    double y = firstTop;
    for (const LifeStep &step : facts.steps) {
        const auto wrong = wrongWords(step, rules);
        if (!wrong)
            return wrong.error();
        const QString sentence = lifeSentence(step, *wrong);
        const double height = heightOf(sentence);
        if (y + height > bottom) {
            ++page;
            y = nextTop;
        }
        words.lines << Placed{page,     y,          height, stationTime(step.at).toString(u"yyyy-MM-dd HH:mm"_s),
                              sentence, step.person};
        y += height;
    }
    words.pages = page + 1;
    return words;
}

QString moneyOf(const Standing &standing)
{
    QStringList parts;
    for (const Charge &charge : standing.accepted.charges)
        parts << u"%1 ¥%2"_s.arg(charge.chinese, charge.amount.yuan());
    parts << u"应收 ¥%1，已收 ¥%2"_s.arg(standing.accepted.owed().yuan(), standing.paid.yuan());
    if (standing.refunded > Fen{0})
        parts << u"已退 ¥%1"_s.arg(standing.refunded.yuan());
    if (standing.accepted.form.payment.method == PaymentMethod::Order && standing.isOwing())
        parts << u"缴款单，%1前缴费"_s.arg(chineseDate(standing.accepted.form.payment.payUntil));
    if (!standing.accepted.receiptNumber.isEmpty())
        parts << u"票据 %1"_s.arg(standing.accepted.receiptNumber);
    return parts.join(u"；"_s);
}

QString validityOf(const CaseProgress &progress)
{
    if (!progress.isSigned())
        return u"未签发"_s;
    return u"%1 至 %2"_s.arg(chineseDate(progress.validFrom),
                             progress.validUntil.isValid() ? chineseDate(progress.validUntil) : u"长期"_s);
}

QString clockOf(const Standing &standing)
{
    const QString due = chineseDate(standing.accepted.legalDue);
    return standing.progress.stoppedOn.isValid()
        ? u"%1（%2 起停止计算）"_s.arg(due, standing.progress.stoppedOn.toString(Qt::ISODate))
        : due;
}

QString placeOf(const CaseProgress &progress)
{
    if (progress.hasCard())
        return u"%1 柜 %2 格"_s.arg(progress.box, progress.slot);
    return progress.trackingNumber.isEmpty() ? u"不在本所"_s : u"已寄出，邮件号 %1"_s.arg(progress.trackingNumber);
}

void drawFacts(Canvas &canvas, const CaseFileFacts &facts, const Words &words)
{
    const Case &accepted = facts.standing.accepted;
    const Draft &form = accepted.form;
    const auto number = form.number();
    const QString sex = form.applicant.sex == u"1" ? u"男"_s : u"女"_s;
    double y = 36;
    const double upper = width - photoWidth;
    const auto row = [&](double height, const QList<Field> &fields) {
        drawRow(canvas, {left, y}, height, fields);
        y += height;
    };
    row(rowHeight, {{u"受理号"_s, accepted.number.grouped(), 26, upper}});
    row(rowHeight, {{u"姓名"_s, form.applicant.name, 26, upper}});
    row(rowHeight, {{u"性别"_s, sex, 26, upper / 2}, {u"民族"_s, words.ethnicGroup, 22, upper / 2}});
    row(rowHeight, {{u"公民身份号码"_s, number ? number->grouped() : form.applicant.number, 26, upper}});
    canvas.box({left + upper, 36, photoWidth, 4 * rowHeight});
    if (!facts.photo.isNull())
        canvas.image({left + upper + 5, 38, 26, 32}, facts.photo);
    row(rowHeight, {{u"住址"_s, form.applicant.address, 26, width}});
    row(rowHeight, {{u"业务"_s, words.reason, 26, width / 2}, {u"联系电话"_s, form.delivery.phone, 26, width / 2}});
    row(rowHeight,
        {{u"受理"_s,
          u"%1　%2"_s.arg(stationTime(accepted.acceptedAt).toString(u"yyyy-MM-dd HH:mm"_s), facts.acceptedBy), 26,
          width / 2},
         {u"当前状态"_s, stateWord(accepted.state), 26, width / 2}});
    row(rowHeight,
        {{u"承诺期限"_s, chineseDate(accepted.promiseDue), 26, width / 2},
         {u"法定期限"_s, clockOf(facts.standing), 26, width / 2}});
    row(rowHeight,
        {{u"有效期限"_s, validityOf(facts.standing.progress), 26, width / 2},
         {u"证件所在"_s, placeOf(facts.standing.progress), 26, width / 2}});
    row(rowHeight, {{u"费用"_s, moneyOf(facts.standing), 26, width}});
    row(rowHeight, {{u"已印单据"_s, facts.papers.isEmpty() ? u"无"_s : facts.papers.join(u"；"_s), 26, width}});
    row(rowHeight, {{u"临时身份证"_s, facts.temporaryCard.isEmpty() ? u"无"_s : facts.temporaryCard, 26, width}});
    row(rowHeight,
        {{u"下一步"_s, nextWord(facts.standing), 26, width - 62},
         {u"由谁办理"_s, actorWord(nextActor(facts.standing)), 24, 62}});
}

void drawHistory(Canvas &canvas, const Words &words, int page)
{
    const double top = page == 0 ? firstTop : nextTop;
    canvas.text({left, top - 8, width, 7}, page == 0 ? u"办理经过"_s : u"办理经过（续）"_s, section);
    canvas.line({left, top}, {left + width, top}, 0.3);
    for (const Placed &line : words.lines) {
        if (line.page != page)
            continue;
        TextStyle style = sentenceStyle;
        style.alignment = Qt::AlignLeft | Qt::AlignTop;
        canvas.text({left, line.y + 0.7, timeWidth, line.height}, line.time, style);
        canvas.text({left + timeWidth, line.y + 0.7, sentenceWidth - 2, line.height}, line.sentence, style);
        canvas.text({left + timeWidth + sentenceWidth, line.y + 0.7, personWidth, line.height}, line.person, style);
        canvas.line({left, line.y + line.height}, {left + width, line.y + line.height}, 0.1);
    }
}

void draw(Canvas &canvas, const CaseFileFacts &facts, const Words &words, int page)
{
    if (page == 0) {
        canvas.text({left, 12, width, 11}, u"居民身份证案件卷"_s, title);
        canvas.text({left, 25, 120, 7}, facts.station, value);
        canvas.qrCode({left + width - 20, 12, 20, 20}, facts.standing.accepted.number.toString());
        drawFacts(canvas, facts, words);
    } else {
        canvas.text({left, 12, width, 8}, u"居民身份证案件卷　%1"_s.arg(facts.standing.accepted.number.grouped()),
                    value);
    }
    drawHistory(canvas, words, page);
    canvas.text({left, 285, width, 6},
                u"打印：%1　%2　第 %3 页 共 %4 页"_s
                    .arg(facts.printedBy, stationTime(facts.printedAt).toString(u"yyyy-MM-dd HH:mm"_s))
                    .arg(page + 1)
                    .arg(words.pages),
                small);
    drawMarks(canvas, facts.practice, 1, {210, 297});
}

} // namespace

Result<Document> caseFilePaper(const CaseFileFacts &facts, const Rules &rules)
{
    const auto words = wordsFor(facts, rules);
    if (!words)
        return words.error();
    return Document{.title = u"居民身份证案件卷"_s,
                    .size = {210, 297},
                    .pages = words->pages,
                    .paint = [facts, words = *words](Canvas &canvas, int page) { draw(canvas, facts, words, page); }};
}

} // namespace idcounter

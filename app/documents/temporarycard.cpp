#include "app/documents/temporarycard.h"

#include "app/documents/paperparts.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSizeF sheet(210, 148);
constexpr QSizeF card(85.6, 54);
constexpr QPointF frontAt(19.4, 34);
constexpr QPointF backAt(19.4 + 85.6, 34);
constexpr double cutMark = 6; // mm

constexpr TextStyle label{.size = 7};
constexpr TextStyle value{.size = 9};
constexpr TextStyle numberStyle{.size = 11, .bold = true};

struct Item
{
    QPointF at;
    double labelWidth;
    double width; // of the value
    QString label;
    QString value;
};

void drawItem(Canvas &canvas, const Item &item)
{
    constexpr double height = 6.8; // two lines of a long name
    const QPointF at = frontAt + item.at;
    canvas.text({at.x(), at.y(), item.labelWidth, height}, item.label, label);
    TextStyle style = value;
    while (style.size > 5 && canvas.heightOf(item.width, item.value, style) > height)
        style.size -= 0.5;
    canvas.text({at.x() + item.labelWidth, at.y(), item.width, height}, item.value, style);
}

void drawFront(Canvas &canvas, const TemporaryCardFacts &facts, const QString &ethnicGroup)
{
    const Applicant &applicant = facts.form.applicant;
    const QDate birth = facts.form.birthDate();
    drawItem(canvas, {{5, 5}, 10, 40, u"姓名"_s, applicant.name});
    drawItem(canvas, {{5, 12}, 10, 8, u"性别"_s, applicant.sex == u"1" ? u"男"_s : u"女"_s});
    drawItem(canvas, {{24, 12}, 10, 20, u"民族"_s, ethnicGroup});
    drawItem(canvas, {{5, 19}, 10, 42, u"出生"_s, birth.toString(u"yyyy 年 M 月 d 日"_s)});
    canvas.text({frontAt.x() + 5, frontAt.y() + 26, 10, 5.5}, u"住址"_s, label);
    TextStyle address = value;
    address.alignment = Qt::AlignLeft | Qt::AlignTop;
    while (address.size > 6 && canvas.heightOf(40, applicant.address, address) > 15)
        address.size -= 0.5;
    canvas.text({frontAt.x() + 15, frontAt.y() + 26.6, 40, 15.5}, applicant.address, address);
    canvas.text({frontAt.x() + 5, frontAt.y() + 44, 22, 6}, u"公民身份号码"_s, label);
    canvas.text({frontAt.x() + 26, frontAt.y() + 44, 56, 6}, applicant.number, numberStyle);
    if (!facts.photo.isNull())
        canvas.image({frontAt.x() + 57, frontAt.y() + 7, 24, 29.5},
                     facts.photo.convertToFormat(QImage::Format_Grayscale8));
}

void drawBack(Canvas &canvas, const TemporaryCardFacts &facts)
{
    constexpr Qt::Alignment centred = Qt::AlignHCenter | Qt::AlignVCenter;
    const double x = backAt.x();
    const double y = backAt.y();
    canvas.text({x, y + 7, card.width(), 7}, u"中华人民共和国"_s, {.size = 13, .bold = true, .alignment = centred});
    canvas.text({x, y + 15, card.width(), 9}, u"临时居民身份证"_s, {.size = 18, .bold = true, .alignment = centred});
    const auto line = [&](double down, const QString &what, const QString &text) {
        canvas.text({x + 11, y + down, 18, 5.5}, what, label);
        canvas.text({x + 29, y + down, 54, 5.5}, text, value);
    };
    line(31, u"签发机关"_s, facts.issuer);
    line(38, u"有效期限"_s,
         u"%1—%2"_s.arg(facts.from.toString(u"yyyy.MM.dd"_s), facts.until.toString(u"yyyy.MM.dd"_s)));
    line(45, u"证件编号"_s, facts.serial);
}

// The two cards touch each other where the sheet is folded; cut marks stand outside them.
void drawCuts(Canvas &canvas)
{
    const QRectF both(frontAt, QSizeF(2 * card.width(), card.height()));
    for (const double y : {both.top(), both.bottom()}) {
        canvas.line({both.left() - cutMark, y}, {both.left() - 1, y}, 0.1);
        canvas.line({both.right() + 1, y}, {both.right() + cutMark, y}, 0.1);
    }
    for (const double x : {both.left(), backAt.x(), both.right()}) {
        canvas.line({x, both.top() - cutMark}, {x, both.top() - 1}, 0.1);
        canvas.line({x, both.bottom() + 1}, {x, both.bottom() + cutMark}, 0.1);
    }
    canvas.box(QRectF(frontAt, card), 0.1);
    canvas.box(QRectF(backAt, card), 0.1);
}

} // namespace

Result<Document> temporaryCard(const TemporaryCardFacts &facts, const Rules &rules)
{
    const auto groups = rules.ethnicGroups();
    if (!groups)
        return groups.error();
    const auto group = (*groups)->find(facts.form.applicant.ethnicGroup);
    const QString ethnicGroup = group ? group->printed : QString();
    return Document{
        .title = u"临时居民身份证"_s, .size = sheet, .pages = 1, .paint = [facts, ethnicGroup](Canvas &canvas, int) {
            canvas.text({frontAt.x(), 14, 171, 8},
                        u"沿裁切线裁下，沿中线对折后塑封。编号须与空白证件一致：%1"_s.arg(facts.serial), {.size = 9});
            drawCuts(canvas);
            drawFront(canvas, facts, ethnicGroup);
            drawBack(canvas, facts);
            paper::drawMarks(canvas, facts.practice, 1, sheet);
        }};
}

} // namespace idcounter

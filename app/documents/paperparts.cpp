#include "app/documents/paperparts.h"

using namespace Qt::StringLiterals;

namespace idcounter::paper {

namespace {

constexpr double smallestSize = 5; // points
constexpr double sizeStep = 0.5;

} // namespace

QString chineseDate(QDate date)
{
    return date.isValid() ? date.toString(u"yyyy年MM月dd日"_s) : QString();
}

void drawRow(Canvas &canvas, QPointF at, double height, const QList<Field> &fields)
{
    double x = at.x();
    for (const Field &field : fields) {
        canvas.box({x, at.y(), field.labelWidth, height});
        canvas.text({x + 1, at.y(), field.labelWidth - 2, height}, field.label, label);
        canvas.box({x + field.labelWidth, at.y(), field.width - field.labelWidth, height});
        const double room = field.width - field.labelWidth - 3;
        TextStyle style = value;
        while (style.size > smallestSize && canvas.heightOf(room, field.value, style) > height)
            style.size -= sizeStep;
        canvas.text({x + field.labelWidth + 2, at.y(), room, height}, field.value, style);
        x += field.width;
    }
}

void drawMarks(Canvas &canvas, bool practice, int copy, QSizeF size)
{
    if (practice)
        canvas.watermark({{0, 0}, size}, u"PRACTICE 练习"_s);
    if (copy > 1) {
        canvas.text({size.width() - 60, 6, 48, 6}, u"第 %1 次补打"_s.arg(copy - 1),
                    {.size = 10, .bold = true, .alignment = Qt::AlignRight | Qt::AlignVCenter});
    }
}

} // namespace idcounter::paper

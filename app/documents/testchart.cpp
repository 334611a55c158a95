#include "app/documents/testchart.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr double rulerLength = 100; // mm

void drawRuler(Canvas &canvas, QPointF from, bool upright)
{
    const auto at = [&](double along, double across) {
        return upright ? from + QPointF(across, along) : from + QPointF(along, across);
    };
    canvas.line(at(0, 0), at(rulerLength, 0), 0.3);
    for (int millimetre = 0; millimetre <= int(rulerLength); ++millimetre) {
        const double length = millimetre % 10 == 0 ? 6 : millimetre % 5 == 0 ? 4 : 2.5;
        canvas.line(at(millimetre, 0), at(millimetre, length), 0.15);
        if (millimetre % 10 != 0)
            continue;
        const QPointF place = at(millimetre, 7);
        canvas.text({place.x() - 5, place.y() - (upright ? 2.5 : 0), 10, 5}, QString::number(millimetre),
                    {.size = 8, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    }
}

// Pairs of black and white lines, so many to the millimetre.
void drawLines(Canvas &canvas, QPointF at, double pairsPerMillimetre)
{
    constexpr double width = 24;
    constexpr double height = 12;
    const double step = 1 / pairsPerMillimetre;
    for (double x = 0; x + step / 2 <= width; x += step)
        canvas.line(at + QPointF(x + step / 4, 0), at + QPointF(x + step / 4, height), step / 2);
    canvas.text({at.x(), at.y() + height + 1, width, 5}, u"%1 线对/mm"_s.arg(pairsPerMillimetre),
                {.size = 8, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
}

void paint(Canvas &canvas, const QString &station, QDate day)
{
    constexpr QSizeF photo(26, 32); // mm, GA 461
    constexpr int greys = 11;
    canvas.text({15, 12, 180, 12}, u"设备检测表"_s,
                {.size = 18, .bold = true, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    canvas.text({15, 25, 180, 7}, u"%1　%2"_s.arg(station, day.toString(u"yyyy年MM月dd日"_s)),
                {.size = 10, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    canvas.text(
        {30, 36, 165, 7},
        u"用直尺测量：两条标尺从 0 到 100 应为 100 毫米，误差不超过 1 毫米；否则请在打印机设置中关闭“缩放到页面”。"_s,
        {.size = 9});
    drawRuler(canvas, {40, 52}, false);
    drawRuler(canvas, {20, 52}, true);

    canvas.text({50, 72, 60, 6}, u"证件照实际大小 26 × 32 毫米"_s, {.size = 9});
    canvas.box({QPointF(50, 80), photo}, 0.2);
    canvas.line({50 + photo.width() / 2, 80}, {50 + photo.width() / 2, 80 + photo.height()}, 0.1);
    canvas.line({50, 80 + photo.height() / 2}, {50 + photo.width(), 80 + photo.height() / 2}, 0.1);

    canvas.text({100, 72, 90, 6}, u"灰阶：每一级都应能分辨"_s, {.size = 9});
    QImage steps(greys, 1, QImage::Format_Grayscale8);
    for (int i = 0; i < greys; ++i)
        steps.setPixel(i, 0, qRgb(255 * i / (greys - 1), 255 * i / (greys - 1), 255 * i / (greys - 1)));
    canvas.image({100, 80, 88, 12}, steps.scaled(greys * 20, 20));
    canvas.box({100, 80, 88, 12});

    canvas.text({50, 122, 140, 6}, u"清晰度：摄像头对准本表时，线条应能分辨"_s, {.size = 9});
    double x = 50;
    for (const double pairs : {0.5, 1.0, 2.0, 4.0}) {
        drawLines(canvas, {x, 130}, pairs);
        x += 34;
    }
    canvas.text({20, 170, 170, 8},
                u"横向标尺：______ 毫米　　纵向标尺：______ 毫米　　检测人：____________　　日期：____________"_s,
                {.size = 10});
}

} // namespace

Document testChart(const QString &station, QDate day)
{
    return {.title = u"设备检测表"_s, .size = {210, 297}, .pages = 1, .paint = [station, day](Canvas &canvas, int) {
                paint(canvas, station, day);
            }};
}

} // namespace idcounter

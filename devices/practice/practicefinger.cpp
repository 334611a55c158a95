#include "devices/practice/practicefinger.h"

#include "devices/practice/impressionpainter.h"
#include "devices/practice/skinwear.h"

namespace idcounter {

namespace {

constexpr int dotsPerMetre = 19685; // 500 dpi

} // namespace

PracticeFinger::PracticeFinger(quint64 seed)
    : m_seed(seed)
    , m_flow(seed)
    , m_relief(growRidges(m_flow, seed))
    , m_wear(wearOf(seed))
{
}

QImage PracticeFinger::master() const
{
    QImage picture(RidgeFlow::size, QImage::Format_Grayscale8);
    for (int y = 0; y < picture.height(); ++y) {
        uchar *grey = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x)
            *grey++ = static_cast<uchar>(128 - m_relief.at(x, y));
    }
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);
    return picture;
}

QImage PracticeFinger::impression(int number, PressKind kind) const
{
    QImage picture = ImpressionPainter(m_relief, m_wear, Press::draw(m_seed, number, kind)).paint();
    picture.setDotsPerMeterX(dotsPerMetre);
    picture.setDotsPerMeterY(dotsPerMetre);
    return picture;
}

} // namespace idcounter

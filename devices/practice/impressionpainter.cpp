#include "devices/practice/impressionpainter.h"

#include <QRect>

#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

enum Stream : quint64 {
    AcrossStream = 1,
    DownStream,
    RimStream,
    BlotchStream,
    FlakeStream,
    GrainStream,
    LightStream,
    NoiseStream
};

// Hills of the noises, in pixels at 500 dpi.
constexpr float stretchCell = 110;
constexpr float rimCell = 26;
constexpr float blotchCell = 34;
constexpr float flakeCell = 7;
constexpr float grainCell = 2.4F;
constexpr float lightCell = 150;

constexpr float rimHeight = 0.1F; // raggedness of the contact oval, by its half axes squared

constexpr QSize plateSize = Press::plateSize;

// Between four points of a relief.
float between(const RidgeRelief &relief, float x, float y)
{
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const float right = x - static_cast<float>(column);
    const float down = y - static_cast<float>(row);
    const qint16 *upper = &relief.at(column, row);
    const qint16 *lower = &relief.at(column, row + 1);
    const float top = static_cast<float>(upper[0]) + static_cast<float>(upper[1] - upper[0]) * right;
    const float bottom = static_cast<float>(lower[0]) + static_cast<float>(lower[1] - lower[0]) * right;
    return top + (bottom - top) * down;
}

// Sine and cosine rounded to 16 bits, which all mathematical libraries agree upon.
float rounded(double value)
{
    return static_cast<float>(std::lround(value * 0x1p16)) * 0x1p-16F;
}

double radians(float degrees)
{
    return static_cast<double>(degrees) * std::numbers::pi / 180;
}

float softStep(float t)
{
    const float s = qBound(0.0F, t, 1.0F);
    return s * s * (3.0F - 2.0F * s);
}

} // namespace

ImpressionPainter::ImpressionPainter(const RidgeRelief &relief, const RidgeRelief &wear, const Press &press)
    : m_relief(relief)
    , m_wear(wear)
    , m_press(press)
    , m_cosine(rounded(std::cos(radians(press.turn))))
    , m_sine(rounded(std::sin(radians(press.turn))))
    , m_stretchAcross(Dice(press.seed, AcrossStream), plateSize, stretchCell)
    , m_stretchDown(Dice(press.seed, DownStream), plateSize, stretchCell)
    , m_rim(Dice(press.seed, RimStream), plateSize, rimCell)
    , m_blotch(Dice(press.seed, BlotchStream), plateSize, blotchCell)
    , m_flake(Dice(press.seed, FlakeStream), plateSize, flakeCell)
    , m_grain(Dice(press.seed, GrainStream), plateSize, grainCell)
    , m_light(Dice(press.seed, LightStream), plateSize, lightCell)
{
}

// From a pixel of the plate to the contact area: back by the shift, and turned back.
QVector2D ImpressionPainter::contactAt(float x, float y) const
{
    const float right = x - static_cast<float>(plateSize.width()) / 2 - m_press.shift.x();
    const float down = y - static_cast<float>(plateSize.height()) / 2 - m_press.shift.y();
    return {m_cosine * right - m_sine * down, m_sine * right + m_cosine * down};
}

// How high the skin stands that lies on a pixel: -1 valley .. 1 crest, less what is worn away.
float ImpressionPainter::skinAt(QVector2D contact, float x, float y) const
{
    constexpr float width = RidgeFlow::size.width();
    constexpr float height = RidgeFlow::size.height();
    const float u = contact.x() + m_press.contact.x() + width / 2 + m_press.stretch * m_stretchAcross.at(x, y);
    const float v = contact.y() + m_press.contact.y() + height / 2 + m_press.stretch * m_stretchDown.at(x, y);
    if (u < 0 || v < 0 || u >= width - 1 || v >= height - 1)
        return -1;
    return (between(m_relief, u, v) - between(m_wear, u, v)) / 127;
}

// How firmly the skin touches a pixel of the plate: 0 not at all .. 1.
float ImpressionPainter::touchAt(float x, float y) const
{
    const QVector2D contact = contactAt(x, y);
    const float across = contact.x() / m_press.halfWidth;
    const float down = contact.y() / m_press.halfHeight;
    const float reach = across * across + down * down + rimHeight * m_rim.at(x, y); // 1 at the rim of the contact area
    if (reach > 1.15F)
        return 0;

    const float rim = softStep((reach - 0.6F) / 0.55F);
    const float blotch = m_blotch.at(x, y);
    const float grain = m_grain.at(x, y) * (0.55F - 0.3F * m_press.moisture);
    const float flake = m_flake.at(x, y) * (1 - 0.3F * m_press.moisture) * m_press.roughness;
    const float threshold
        = 0.1F - 0.3F * m_press.force - 0.25F * m_press.moisture + 0.9F * rim - 0.55F * blotch + grain + flake;
    return softStep((skinAt(contact, x, y) - threshold) / 0.8F + 0.5F) * (0.82F - 0.22F * rim + 0.18F * blotch);
}

Grid<float> ImpressionPainter::touch() const
{
    Grid<float> touch(plateSize);
    if (m_press.kind == PressKind::Blank)
        return touch;
    for (int y = 0; y < plateSize.height(); ++y) {
        for (int x = 0; x < plateSize.width(); ++x)
            touch.at(x, y) = touchAt(static_cast<float>(x), static_cast<float>(y));
    }
    return touch;
}

// The skin slid while it touched, here more and there less: every point is the mean of where it came from.
Grid<float> ImpressionPainter::smeared(const Grid<float> &touch) const
{
    constexpr int steps = 12;
    Grid<float> smeared(plateSize);
    for (int y = 0; y < plateSize.height(); ++y) {
        for (int x = 0; x < plateSize.width(); ++x) {
            const float held = m_stretchAcross.at(static_cast<float>(x), static_cast<float>(y));
            const float slide = softStep(0.6F + held) / steps;
            float sum = 0;
            for (int i = 0; i < steps; ++i) {
                const auto part = static_cast<float>(i) * slide;
                const int column = x - static_cast<int>(m_press.smear.x() * part);
                const int row = y - static_cast<int>(m_press.smear.y() * part);
                if (QRect(QPoint(), plateSize).contains(column, row))
                    sum += touch.at(column, row);
            }
            smeared.at(x, y) = sum / steps;
        }
    }
    return smeared;
}

QImage ImpressionPainter::paint() const
{
    const Grid<float> touches = m_press.smear.isNull() ? touch() : smeared(touch());
    Dice dice(m_press.seed, NoiseStream);
    QImage picture(plateSize, QImage::Format_Grayscale8);
    for (int y = 0; y < plateSize.height(); ++y) {
        uchar *grey = picture.scanLine(y);
        for (int x = 0; x < plateSize.width(); ++x) {
            const float touch = touches.at(x, y);
            const float light = m_press.plate + 3 * m_light.at(static_cast<float>(x), static_cast<float>(y));
            const float noise = m_press.noise * static_cast<float>(dice.bell()) * (0.15F + touch);
            const float level = light - (light - m_press.ink) * touch + noise;
            *grey++ = static_cast<uchar>(qBound(0.0F, level + 0.5F, 255.0F));
        }
    }
    return picture;
}

} // namespace idcounter

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

constexpr QSize plateSize = Press::plateSize;

float bilinear(const RidgeRelief &relief, int at, float right, float down)
{
    const qint16 *upper = &relief[static_cast<std::size_t>(at)];
    const qint16 *lower = upper + RidgeFlow::size.width();
    const float top = static_cast<float>(upper[0]) + static_cast<float>(upper[1] - upper[0]) * right;
    const float bottom = static_cast<float>(lower[0]) + static_cast<float>(lower[1] - lower[0]) * right;
    return top + (bottom - top) * down;
}

// Sine and cosine rounded to 16 bits, which all mathematical libraries agree upon.
float rounded(double value)
{
    return static_cast<float>(std::lround(value * 0x1p16)) * 0x1p-16F;
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
    , m_cosine(rounded(std::cos(press.turn * std::numbers::pi / 180)))
    , m_sine(rounded(std::sin(press.turn * std::numbers::pi / 180)))
    , m_stretchAcross(Dice(press.seed, AcrossStream), plateSize, stretchCell)
    , m_stretchDown(Dice(press.seed, DownStream), plateSize, stretchCell)
    , m_rim(Dice(press.seed, RimStream), plateSize, rimCell)
    , m_blotch(Dice(press.seed, BlotchStream), plateSize, blotchCell)
    , m_flake(Dice(press.seed, FlakeStream), plateSize, flakeCell)
    , m_grain(Dice(press.seed, GrainStream), plateSize, grainCell)
    , m_light(Dice(press.seed, LightStream), plateSize, lightCell)
{
}

ImpressionPainter::Skin ImpressionPainter::skinAt(float x, float y) const
{
    if (x < 0 || y < 0 || x >= static_cast<float>(RidgeFlow::size.width() - 1)
        || y >= static_cast<float>(RidgeFlow::size.height() - 1))
        return {-1, false};
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const int at = row * RidgeFlow::size.width() + column;
    const float right = x - static_cast<float>(column);
    const float down = y - static_cast<float>(row);
    return {(bilinear(m_relief, at, right, down) - bilinear(m_wear, at, right, down)) / 127, true};
}

// How firmly the skin touches the plate at a pixel: 0 not at all .. 1.
float ImpressionPainter::touchAt(int x, int y) const
{
    const auto px = static_cast<float>(x);
    const auto py = static_cast<float>(y);
    // From the plate to the finger: back by the shift, turned back, and stretched.
    const float dx = px - static_cast<float>(plateSize.width()) / 2 - static_cast<float>(m_press.shift.x());
    const float dy = py - static_cast<float>(plateSize.height()) / 2 - static_cast<float>(m_press.shift.y());
    const float u = m_cosine * dx - m_sine * dy;
    const float v = m_sine * dx + m_cosine * dy;

    const float ru = u / static_cast<float>(m_press.halfWidth);
    const float rv = v / static_cast<float>(m_press.halfHeight);
    const float reach = ru * ru + rv * rv + 0.10F * m_rim.at(px, py); // 1 at the rim of the contact area
    if (reach > 1.15F)
        return 0;

    const auto stretch = static_cast<float>(m_press.stretch);
    const Skin skin = skinAt(u + stretch * m_stretchAcross.at(px, py)
                                 + static_cast<float>(m_press.contact.x() + RidgeFlow::size.width() / 2.0),
                             v + stretch * m_stretchDown.at(px, py)
                                 + static_cast<float>(m_press.contact.y() + RidgeFlow::size.height() / 2.0));
    if (!skin.exists)
        return 0;

    const auto moisture = static_cast<float>(m_press.moisture);
    const auto force = static_cast<float>(m_press.force);
    const float grain = m_grain.at(px, py);
    const float flake = m_flake.at(px, py);
    const float blotch = m_blotch.at(px, py);
    const float rim = softStep((reach - 0.6F) / 0.55F);
    const float threshold = 0.10F - 0.30F * force - 0.25F * moisture + 0.9F * rim - 0.55F * blotch
        + (0.55F - 0.30F * moisture) * grain + (0.55F - 0.2F * moisture) * flake;
    return softStep((skin.height - threshold) / 0.8F + 0.5F) * (0.82F - 0.22F * rim + 0.18F * blotch);
}

std::vector<float> ImpressionPainter::touch() const
{
    std::vector<float> touch;
    touch.reserve(static_cast<std::size_t>(plateSize.width() * plateSize.height()));
    for (int y = 0; y < plateSize.height(); ++y) {
        for (int x = 0; x < plateSize.width(); ++x)
            touch.push_back(m_press.kind == PressKind::Blank ? 0.0F : touchAt(x, y));
    }
    return touch;
}

// The skin slid while it touched: every point is the mean of where it came from.
void ImpressionPainter::smear(std::vector<float> &touch) const
{
    constexpr int steps = 12;
    const std::vector<float> before = touch;
    for (int y = 0; y < plateSize.height(); ++y) {
        for (int x = 0; x < plateSize.width(); ++x) {
            float sum = 0;
            for (int i = 0; i < steps; ++i) {
                const int column = x - static_cast<int>(m_press.smear.x() * i / steps);
                const int row = y - static_cast<int>(m_press.smear.y() * i / steps);
                if (QRect(QPoint(), plateSize).contains(column, row))
                    sum += before[static_cast<std::size_t>(row * plateSize.width() + column)];
            }
            touch[static_cast<std::size_t>(y * plateSize.width() + x)] = sum / steps;
        }
    }
}

QImage ImpressionPainter::paint() const
{
    std::vector<float> touches = touch();
    if (!m_press.smear.isNull())
        smear(touches);

    const auto ink = static_cast<float>(m_press.ink);
    const auto plate = static_cast<float>(m_press.plate);
    const auto noise = static_cast<float>(m_press.noise);
    Dice dice(m_press.seed, NoiseStream);
    QImage picture(plateSize, QImage::Format_Grayscale8);
    const float *touch = touches.data();
    for (int y = 0; y < plateSize.height(); ++y) {
        uchar *grey = picture.scanLine(y);
        for (int x = 0; x < plateSize.width(); ++x) {
            const float light = plate + 3 * m_light.at(static_cast<float>(x), static_cast<float>(y));
            const float level
                = light - (light - ink) * *touch + noise * static_cast<float>(dice.bell()) * (0.15F + *touch);
            ++touch;
            *grey++ = static_cast<uchar>(qBound(0.0F, level + 0.5F, 255.0F));
        }
    }
    return picture;
}

} // namespace idcounter

#include "devices/practice/ridgegrowth.h"

#include "devices/practice/ridgespacing.h"

#include <array>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

constexpr quint64 seedStream = 10;

constexpr int crest = 127; // of the relief
constexpr int angles = 64; // of a half turn
constexpr int distances = 18;
constexpr double distanceStep = 0.25; // pixels at 500 dpi
constexpr double firstDistance = RidgeSpacing::smallestDistance;

// A plane of relief with a margin, so that a kernel may reach over the edge.
struct Plane
{
    Plane(QSize planeSize, int planeMargin)
        : size(planeSize)
        , margin(planeMargin)
        , stride(planeSize.width() + 2 * planeMargin)
        , heights(static_cast<std::size_t>(stride * (planeSize.height() + 2 * planeMargin)))
    {
    }

    qint16 *at(int x, int y) { return &heights[static_cast<std::size_t>((y + margin) * stride + x + margin)]; }
    const qint16 *at(int x, int y) const
    {
        return &heights[static_cast<std::size_t>((y + margin) * stride + x + margin)];
    }

    QSize size;
    int margin;
    int stride;
    std::vector<qint16> heights;
};

// The waves of every direction and distance, as Gabor kernels of (2 radius + 1)² whole numbers. Step is the number of
// pixels at 500 dpi from one kernel point to the next.
template<int radius>
class Waves
{
public:
    static constexpr int margin = radius;
    static constexpr int width = 2 * radius + 1;
    static constexpr int unit = 1024; // what the positive part of a kernel sums up to

    explicit Waves(int step)
    {
        m_kernels.reserve(angles * distances);
        for (int i = 0; i < angles * distances; ++i)
            m_kernels.push_back(wave(i / distances, firstDistance + distanceStep * (i % distances), step));
    }

    int answer(const Plane &plane, int x, int y, int wave) const
    {
        const qint16 *weight = m_kernels[static_cast<std::size_t>(wave)].data();
        int sum = 0;
        for (int row = -radius; row <= radius; ++row) {
            const qint16 *height = plane.at(x - radius, y + row);
            for (int column = 0; column < width; ++column)
                sum += height[column] * *weight++;
        }
        return sum / unit;
    }

private:
    using Kernel = std::array<qint16, width * width>;

    // A cosine across the ridges under a round bell, without an answer to level ground.
    static Kernel wave(int angle, double distance, int step)
    {
        const double turn = std::numbers::pi * angle / angles;
        const double spread = 0.42 * distance; // SFinGe has 0.40: three ridges under the bell
        std::array<double, width * width> weights;
        double sum = 0;
        double bellSum = 0;
        std::array<double, width * width> bells;
        for (int i = 0; i < width * width; ++i) {
            const double x = step * (i % width - radius);
            const double y = -step * (i / width - radius);
            const double across = y * std::cos(turn) - x * std::sin(turn);
            const auto at = static_cast<std::size_t>(i);
            bells[at] = std::exp(-(x * x + y * y) / (2 * spread * spread));
            weights[at] = bells[at] * std::cos(2 * std::numbers::pi * across / distance);
            sum += weights[at];
            bellSum += bells[at];
        }
        double strength = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            weights[i] -= bells[i] * sum / bellSum;
            strength += std::abs(weights[i]);
        }
        Kernel kernel;
        for (std::size_t i = 0; i < weights.size(); ++i)
            kernel[i] = static_cast<qint16>(std::lround(weights[i] * 2 * unit / strength));
        return kernel;
    }

    std::vector<Kernel> m_kernels;
};

// Which wave the flow asks for at every point of a plane.
std::vector<qint16> waveMap(const RidgeFlow &flow, const RidgeSpacing &spacing, QSize size, int step)
{
    std::vector<qint16> map;
    map.reserve(static_cast<std::size_t>(size.width() * size.height()));
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const double turns = flow.angleAt(x * step, y * step) / std::numbers::pi;
            const int angle = static_cast<int>(std::lround((turns - std::floor(turns)) * angles)) % angles;
            const long distance = std::lround((spacing.at(x * step, y * step) - firstDistance) / distanceStep);
            map.push_back(static_cast<qint16>(angle * distances + qBound(0L, distance, distances - 1L)));
        }
    }
    return map;
}

template<int radius>
void filter(const Plane &from, Plane &to, const Waves<radius> &waves, const std::vector<qint16> &map, int gain)
{
    auto wave = map.begin();
    for (int y = 0; y < from.size.height(); ++y) {
        qint16 *height = to.at(0, y);
        for (int x = 0; x < from.size.width(); ++x)
            *height++ = static_cast<qint16>(qBound(-crest, waves.answer(from, x, y, *wave++) * gain / 16, crest));
    }
}

// Spots of ridge and valley at random.
Plane sown(QSize size, int margin, quint64 seed)
{
    constexpr int seeds = 800; // more leave more minutiae
    Plane plane(size, margin);
    Dice dice(seed, seedStream);
    for (int i = 0; i < seeds; ++i) {
        const int x = dice.below(size.width());
        const int y = dice.below(size.height());
        *plane.at(x, y) = static_cast<qint16>(dice.below(2) ? crest : -crest);
    }
    return plane;
}

// The same relief with twice the resolution.
Plane doubled(const Plane &plane, int margin)
{
    Plane wide(plane.size * 2, margin);
    for (int y = 0; y < wide.size.height(); ++y) {
        for (int x = 0; x < wide.size.width(); ++x) {
            const int right = qMin(x / 2 + x % 2, plane.size.width() - 1);
            const int below = qMin(y / 2 + y % 2, plane.size.height() - 1);
            const int sum
                = *plane.at(x / 2, y / 2) + *plane.at(right, y / 2) + *plane.at(x / 2, below) + *plane.at(right, below);
            *wide.at(x, y) = static_cast<qint16>(sum / 4);
        }
    }
    return wide;
}

} // namespace

// The seeds grow at half the resolution, where a ridge and its valley still have nearly four points; the last filter
// smooths it in full.
RidgeRelief growRidges(const RidgeFlow &flow, quint64 seed)
{
    constexpr int rounds = 18; // fewer leave more minutiae
    constexpr int growthGain = 48; // sixteenths
    constexpr int lastGain = 24;
    static const Waves<5> coarseWaves(2);
    static const Waves<8> fineWaves(1);

    const RidgeSpacing spacing(flow);
    Plane plane = sown(RidgeFlow::size / 2, coarseWaves.margin, seed);
    Plane next(plane.size, plane.margin);
    const std::vector<qint16> map = waveMap(flow, spacing, plane.size, 2);
    for (int i = 0; i < rounds; ++i) {
        filter(plane, next, coarseWaves, map, growthGain);
        std::swap(plane, next);
    }
    Plane relief(RidgeFlow::size, 0);
    filter(doubled(plane, fineWaves.margin), relief, fineWaves, waveMap(flow, spacing, RidgeFlow::size, 1), lastGain);
    return relief.heights;
}

} // namespace idcounter

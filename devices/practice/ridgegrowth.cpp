#include "devices/practice/ridgegrowth.h"

#include "devices/practice/ridgespacing.h"

#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace idcounter {

namespace {

constexpr quint64 seedStream = 10;

constexpr int crest = 127; // of the relief
constexpr int angles = 64; // of a half turn
constexpr int distances = 18;
constexpr double distanceStep = 0.25; // pixels at 500 dpi
constexpr double firstDistance = RidgeSpacing::smallestDistance;

// The waves of every direction and distance, as Gabor kernels of (2 radius + 1)² whole numbers. Step is the number of
// pixels at 500 dpi from one kernel point to the next.
template<int radius>
class Waves
{
public:
    static constexpr int margin = radius; // what a kernel reaches over the edge
    static constexpr int unit = 1024; // what the positive part of a kernel sums up to

    explicit Waves(int step)
    {
        m_kernels.reserve(angles * distances);
        for (int angle = 0; angle < angles; ++angle) {
            for (int i = 0; i < distances; ++i)
                m_kernels.push_back(wave(angle, firstDistance + distanceStep * i, step));
        }
    }

    int answer(const RidgeRelief &relief, int x, int y, std::size_t wave) const
    {
        const qint16 *weight = m_kernels[wave].data();
        int sum = 0;
        for (int row = -radius; row <= radius; ++row) {
            const qint16 *height = &relief.at(x - radius, y + row);
            for (int column = 0; column < width; ++column)
                sum += height[column] * *weight++;
        }
        return sum / unit;
    }

private:
    static constexpr int width = 2 * radius + 1;
    static constexpr std::size_t points = std::size_t{width} * width;
    using Kernel = std::array<qint16, points>;

    // A cosine across the ridges under a round bell, without an answer to level ground.
    static Kernel wave(int angle, double distance, int step)
    {
        const double turn = std::numbers::pi * angle / angles;
        const double spread = 0.42 * distance; // SFinGe has 0.40: three ridges under the bell
        std::array<double, points> bells;
        std::array<double, points> weights;
        std::size_t at = 0;
        for (int y = radius * step; y >= -radius * step; y -= step) {
            for (int x = -radius * step; x <= radius * step; x += step) {
                const double across = y * std::cos(turn) - x * std::sin(turn);
                bells[at] = std::exp(-(x * x + y * y) / (2 * spread * spread));
                weights[at] = bells[at] * std::cos(2 * std::numbers::pi * across / distance);
                ++at;
            }
        }
        return rounded(weights, bells);
    }

    static Kernel rounded(std::array<double, points> weights, const std::array<double, points> &bells)
    {
        const double level = sumOf(weights) / sumOf(bells);
        double strength = 0;
        for (std::size_t i = 0; i < points; ++i) {
            weights[i] -= bells[i] * level;
            strength += std::abs(weights[i]);
        }
        Kernel kernel;
        for (std::size_t i = 0; i < points; ++i)
            kernel[i] = static_cast<qint16>(std::lround(weights[i] * 2 * unit / strength));
        return kernel;
    }

    static double sumOf(const std::array<double, points> &values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0);
    }

    std::vector<Kernel> m_kernels;
};

// Which wave the flow asks for at every point of a relief.
Grid<quint16> waveMap(const RidgeFlow &flow, const RidgeSpacing &spacing, QSize size, int step)
{
    Grid<quint16> map(size);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const double turns = flow.angleAt(x * step, y * step) / std::numbers::pi;
            const long angle = std::lround((turns - std::floor(turns)) * angles) % angles;
            const long distance = std::lround((spacing.at(x * step, y * step) - firstDistance) / distanceStep);
            map.at(x, y) = static_cast<quint16>(angle * distances + qBound(0L, distance, distances - 1L));
        }
    }
    return map;
}

template<int radius>
void filter(const RidgeRelief &from, RidgeRelief &to, const Waves<radius> &waves, const Grid<quint16> &map, int gain)
{
    for (int y = 0; y < from.size().height(); ++y) {
        for (int x = 0; x < from.size().width(); ++x) {
            const int height = waves.answer(from, x, y, map.at(x, y)) * gain / 16;
            to.at(x, y) = static_cast<qint16>(qBound(-crest, height, crest));
        }
    }
}

// Spots of ridge and valley at random.
RidgeRelief sown(QSize size, int margin, quint64 seed)
{
    constexpr int seeds = 800; // more leave more minutiae
    RidgeRelief relief(size, margin);
    Dice dice(seed, seedStream);
    for (int i = 0; i < seeds; ++i) {
        const int x = dice.below(size.width());
        const int y = dice.below(size.height());
        relief.at(x, y) = static_cast<qint16>(dice.below(2) ? crest : -crest);
    }
    return relief;
}

// The same relief with twice the resolution.
RidgeRelief doubled(const RidgeRelief &relief, int margin)
{
    RidgeRelief wide(relief.size() * 2, margin);
    for (int y = 0; y < wide.size().height(); ++y) {
        for (int x = 0; x < wide.size().width(); ++x) {
            const int right = qMin(x / 2 + x % 2, relief.size().width() - 1);
            const int below = qMin(y / 2 + y % 2, relief.size().height() - 1);
            const int sum
                = relief.at(x / 2, y / 2) + relief.at(right, y / 2) + relief.at(x / 2, below) + relief.at(right, below);
            wide.at(x, y) = static_cast<qint16>(sum / 4);
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
    using CoarseWaves = Waves<5>;
    using FineWaves = Waves<8>;
    static const CoarseWaves coarseWaves(2);
    static const FineWaves fineWaves(1);

    const RidgeSpacing spacing(flow);
    RidgeRelief coarse = sown(RidgeFlow::size / 2, CoarseWaves::margin, seed);
    RidgeRelief next = coarse;
    const Grid<quint16> map = waveMap(flow, spacing, coarse.size(), 2);
    for (int i = 0; i < rounds; ++i) {
        filter(coarse, next, coarseWaves, map, growthGain);
        std::swap(coarse, next);
    }
    RidgeRelief relief(RidgeFlow::size);
    filter(doubled(coarse, FineWaves::margin), relief, fineWaves, waveMap(flow, spacing, RidgeFlow::size, 1), lastGain);
    return relief;
}

} // namespace idcounter

#include "devices/practice/ridgespacing.h"

#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

constexpr double mostFanning = 0.25; // per cell; at a core it would be endless

// Between two lines, -pi/2 .. pi/2.
double turnBetween(double from, double to)
{
    const double turns = (to - from) / std::numbers::pi;
    return (turns - std::floor(turns + 0.5)) * std::numbers::pi;
}

} // namespace

RidgeSpacing::RidgeSpacing(const RidgeFlow &flow)
    : m_mean(flow.ridgeDistance())
    , m_stretch(static_cast<std::size_t>(columns * rows))
{
    relax(flow);
}

std::vector<RidgeSpacing::Fan> RidgeSpacing::fansOf(const RidgeFlow &flow)
{
    std::vector<Fan> fans;
    fans.reserve(columns * rows);
    for (int i = 0; i < columns * rows; ++i) {
        const double x = i % columns * cell;
        const double y = i / columns * cell;
        const double angle = -flow.angleAt(x, y); // clockwise, as y runs down
        const double toRight = turnBetween(angle, -flow.angleAt(x + cell, y));
        const double toBelow = turnBetween(angle, -flow.angleAt(x, y + cell));
        const double fanning = std::cos(angle) * toBelow - std::sin(angle) * toRight;
        fans.push_back({std::cos(angle), std::sin(angle), qBound(-mostFanning, fanning, mostFanning)});
    }
    return fans;
}

// Along a ridge the logarithm of the distance must rise by as much as the ridges fan out. That is wanted everywhere at
// once, together with a distance near the mean; going round the cells and mending each a little finds the compromise.
void RidgeSpacing::relax(const RidgeFlow &flow)
{
    constexpr int rounds = 1000;
    constexpr double step = 0.2;
    constexpr double pull = 0.003; // towards the mean
    const std::vector<Fan> fans = fansOf(flow);
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t at = 0; at + columns + 1 < m_stretch.size(); ++at) {
            if (at % columns == columns - 1)
                continue;
            double &here = m_stretch[at];
            double &right = m_stretch[at + 1];
            double &below = m_stretch[at + columns];
            const Fan &fan = fans[at];
            const double miss = step * (fan.right * (right - here) + fan.down * (below - here) - fan.fanning);
            right -= miss * fan.right;
            below -= miss * fan.down;
            here += miss * (fan.right + fan.down);
            here -= pull * here;
        }
    }
}

double RidgeSpacing::at(double x, double y) const
{
    const double u = qBound(0.0, x / cell, columns - 1.001);
    const double v = qBound(0.0, y / cell, rows - 1.001);
    const double right = u - std::floor(u);
    const double down = v - std::floor(v);
    const double *upper = &m_stretch[static_cast<std::size_t>(static_cast<int>(v) * columns + static_cast<int>(u))];
    const double *lower = upper + columns;
    const double top = upper[0] + (upper[1] - upper[0]) * right;
    const double bottom = lower[0] + (lower[1] - lower[0]) * right;
    return qBound(smallestDistance, m_mean * std::exp(top + (bottom - top) * down), largestDistance);
}

} // namespace idcounter

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
    , m_stretch(cells)
{
    relax(flow);
}

Grid<RidgeSpacing::Fan> RidgeSpacing::fansOf(const RidgeFlow &flow)
{
    Grid<Fan> fans(cells);
    for (int row = 0; row < cells.height(); ++row) {
        for (int column = 0; column < cells.width(); ++column) {
            const double x = column * cell;
            const double y = row * cell;
            const double angle = -flow.angleAt(x, y); // clockwise, as y runs down
            const double toRight = turnBetween(angle, -flow.angleAt(x + cell, y));
            const double toBelow = turnBetween(angle, -flow.angleAt(x, y + cell));
            const double fanning = std::cos(angle) * toBelow - std::sin(angle) * toRight;
            fans.at(column, row) = {std::cos(angle), std::sin(angle), qBound(-mostFanning, fanning, mostFanning)};
        }
    }
    return fans;
}

// Along a ridge the logarithm of the distance must rise by as much as the ridges fan out. That is wanted everywhere at
// once, together with a distance near the mean; going round the cells and mending each a little finds the compromise.
void RidgeSpacing::relax(const RidgeFlow &flow)
{
    constexpr int rounds = 1000;
    const Grid<Fan> fans = fansOf(flow);
    for (int round = 0; round < rounds; ++round) {
        for (int row = 0; row < cells.height() - 1; ++row) {
            for (int column = 0; column < cells.width() - 1; ++column)
                mend(column, row, fans.at(column, row));
        }
    }
}

void RidgeSpacing::mend(int column, int row, const Fan &fan)
{
    constexpr double step = 0.2;
    constexpr double pull = 0.003; // towards the mean
    double &here = m_stretch.at(column, row);
    double &right = m_stretch.at(column + 1, row);
    double &below = m_stretch.at(column, row + 1);
    const double miss = step * (fan.right * (right - here) + fan.down * (below - here) - fan.fanning);
    right -= miss * fan.right;
    below -= miss * fan.down;
    here += miss * (fan.right + fan.down);
    here -= pull * here;
}

double RidgeSpacing::at(double x, double y) const
{
    const double u = qBound(0.0, x / cell, cells.width() - 1.001);
    const double v = qBound(0.0, y / cell, cells.height() - 1.001);
    const double right = u - std::floor(u);
    const double down = v - std::floor(v);
    const double *upper = &m_stretch.at(static_cast<int>(u), static_cast<int>(v));
    const double *lower = &m_stretch.at(static_cast<int>(u), static_cast<int>(v) + 1);
    const double top = upper[0] + (upper[1] - upper[0]) * right;
    const double bottom = lower[0] + (lower[1] - lower[0]) * right;
    return qBound(smallestDistance, m_mean * std::exp(top + (bottom - top) * down), largestDistance);
}

} // namespace idcounter

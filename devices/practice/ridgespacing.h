#pragma once

#include "devices/practice/ridgeflow.h"

namespace idcounter {

// How far apart the ridges of a flow lie. Where a flow fans out its ridges must move apart or new ones must begin; were the
// distance the same everywhere, the minutiae would sit and point alike in all loops, and strangers' fingers would match. So
// the distance follows the fanning as far as the range of a real finger lets it, which leaves the minutiae to chance.
class RidgeSpacing
{
public:
    // Of one finger and between fingers, pixels at 500 dpi.
    static constexpr double smallestDistance = 7.4;
    static constexpr double largestDistance = 11.6;

    explicit RidgeSpacing(const RidgeFlow &flow);

    double at(double x, double y) const; // pixels

private:
    static constexpr int cell = 12; // pixels at 500 dpi
    static constexpr QSize cells{RidgeFlow::size.width() / cell + 1, RidgeFlow::size.height() / cell + 1};

    // The direction of the ridges in a cell, and by how much they fan out over the cell's length.
    struct Fan
    {
        double right;
        double down;
        double fanning;
    };

    static Grid<Fan> fansOf(const RidgeFlow &flow);
    void relax(const RidgeFlow &flow);
    void mend(int column, int row, const Fan &fan);

    double m_mean;
    Grid<double> m_stretch; // natural logarithm of distance by mean, per cell
};

} // namespace idcounter

#pragma once

#include "devices/practice/unevenness.h"

#include <QPointF>

#include <vector>

namespace idcounter {

// The classes of Henry's system that people know by sight. A left loop opens to the lower left of the picture.
enum class RidgePattern { Arch, TentedArch, LeftLoop, RightLoop, Whorl, DoubleLoop };

// Where the ridges of a made-up finger run. The directions are a field of cores and deltas
// (Sherlock and Monro 1993) laid over an arch, which alone would be the plain-arch finger.
class RidgeFlow
{
public:
    // Pixels at 500 dpi; the finger tip is up. Larger than any contact area, so that a press may lie anywhere in it.
    static constexpr QSize size{384, 480};

    // The mean ridge distance of a finger, pixels at 500 dpi (0.44 .. 0.51 mm).
    static constexpr double narrowest = 8.6;
    static constexpr double widest = 10;

    explicit RidgeFlow(quint64 seed);

    RidgePattern pattern() const { return m_pattern; }
    double angleAt(double x, double y) const; // radians, anticlockwise from the x axis; any branch of the half turn
    double ridgeDistance() const { return m_ridgeDistance; } // the mean, in pixels

private:
    void placeSingularities(Dice &dice);
    void placeTwins(QPointF centre, QPointF core, QPointF delta, Dice &dice);

    RidgePattern m_pattern;
    std::vector<QPointF> m_cores;
    std::vector<QPointF> m_deltas;
    double m_archHeight; // radians by which the sides of the arch rise
    double m_archWidth; // pixels from the middle to where they are steepest
    double m_ridgeDistance;
    Unevenness m_turn;
};

} // namespace idcounter

#include "devices/practice/ridgeflow.h"

#include <cmath>

namespace idcounter {

namespace {

// Streams of the finger's dice, so that one property may change without the others.
enum Stream : quint64 { PatternStream = 1, TurnStream };

constexpr double middle = RidgeFlow::size.width() / 2.0;
constexpr double wave = 0.13; // radians by which a ridge wavers about the model
constexpr float waveCell = 70;

// About as often as among people: loops two thirds, whorls and double loops three tenths, the rest arches.
RidgePattern patternOf(int percent)
{
    if (percent < 5)
        return RidgePattern::Arch;
    if (percent < 9)
        return RidgePattern::TentedArch;
    if (percent < 39)
        return RidgePattern::LeftLoop;
    if (percent < 69)
        return RidgePattern::RightLoop;
    return percent < 91 ? RidgePattern::Whorl : RidgePattern::DoubleLoop;
}

} // namespace

RidgeFlow::RidgeFlow(quint64 seed)
    : m_turn(Dice(seed, TurnStream), size, waveCell)
{
    Dice dice(seed, PatternStream);
    m_pattern = patternOf(dice.below(100));
    const bool isArch = m_pattern == RidgePattern::Arch;
    m_archHeight = isArch ? dice.uniform(0.75, 1.0) : dice.uniform(0.4, 0.85);
    m_archWidth = isArch ? dice.uniform(60, 90) : dice.uniform(95, 160);
    m_ridgeDistance = dice.uniform(narrowest, widest);
    placeSingularities(dice);
}

void RidgeFlow::placeSingularities(Dice &dice)
{
    // Throws in braces or on lines of their own: only those have an order that all compilers keep.
    const QPointF centre{middle + dice.uniform(-14, 14), dice.uniform(195, 225)};
    const double drop = dice.uniform(80, 165); // from the centre down to the deltas
    const double side = dice.uniform(55, 120); // and to the side
    switch (m_pattern) {
    case RidgePattern::Arch:
        break;
    case RidgePattern::TentedArch:
        m_cores = {centre};
        m_deltas = {centre + QPointF{dice.uniform(-8, 8), dice.uniform(60, 90)}};
        break;
    case RidgePattern::LeftLoop:
        m_cores = {centre};
        m_deltas = {centre + QPointF{side, drop}};
        break;
    case RidgePattern::RightLoop:
        m_cores = {centre};
        m_deltas = {centre + QPointF{-side, drop}};
        break;
    case RidgePattern::Whorl:
        placeTwins(centre, {dice.uniform(-6, 6), dice.uniform(8, 22)}, {-side - 15, drop}, dice);
        break;
    case RidgePattern::DoubleLoop: {
        const int lean = dice.below(2) ? 1 : -1;
        placeTwins(centre, {lean * dice.uniform(18, 30), dice.uniform(20, 30)}, {-side - 15, drop}, dice);
        break;
    }
    }
}

// Two cores on both sides of the centre, and a delta at either side of the finger.
void RidgeFlow::placeTwins(QPointF centre, QPointF core, QPointF delta, Dice &dice)
{
    m_cores = {centre - core, centre + core};
    m_deltas = {centre + delta, centre + QPointF{dice.uniform(80, 120), dice.uniform(90, 135)}};
}

double RidgeFlow::angleAt(double x, double y) const
{
    double turns = 0;
    for (const QPointF &core : m_cores)
        turns += std::atan2(core.y() - y, x - core.x());
    for (const QPointF &delta : m_deltas)
        turns -= std::atan2(delta.y() - y, x - delta.x());

    // The arch: level in the middle, rising from both sides, and flattening towards the crease below.
    const double across = (x - middle) / m_archWidth;
    const double rise = 2 * across / (1 + across * across);
    const double fade = qBound(0.0, 1.35 - y / size.height(), 1.0);
    return turns / 2 - m_archHeight * rise * fade
        + wave * static_cast<double>(m_turn.at(static_cast<float>(x), static_cast<float>(y)));
}

} // namespace idcounter

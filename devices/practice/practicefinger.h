#pragma once

#include "devices/practice/press.h"
#include "devices/practice/ridgegrowth.h"

#include <QImage>

namespace idcounter {

// A finger nobody has: made-up ridges, pressed as often as one likes. The same seed gives the same finger and the same
// number the same press, byte for byte and on every machine. Any two presses of a finger differ in place, turn, stretch,
// contact area, force, moisture and noise, in the ranges of press.h, and no press is a moved copy of another. Pictures
// are 8 bit grey, 500 dpi, ridges dark on light. Copies share nothing; every function may be called from any thread.
//
// Making a finger takes a fraction of a second, a press some hundredths.
class PracticeFinger
{
public:
    explicit PracticeFinger(quint64 seed);

    RidgePattern pattern() const { return m_flow.pattern(); }

    // The ideal ridges of the whole finger, RidgeFlow::size, more than any press shows: for tests.
    QImage master() const;

    // One press, Press::plateSize. Numbers may be any.
    QImage impression(int number, PressKind kind = PressKind::Ordinary) const;

private:
    quint64 m_seed;
    RidgeFlow m_flow;
    RidgeRelief m_relief;
    RidgeRelief m_wear; // what creases and worn skin take from the relief
};

} // namespace idcounter

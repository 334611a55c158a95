#pragma once

#include "app/biometrics/minutiae.h"

namespace idcounter {

// How well a press will compare with other presses of the same finger.
struct FingerQuality
{
    int score = 0; // 0..100; 0 where there is no finger
    // What the person can do about it, the gravest first: FingerNone, FingerTooSmall, FingerOffCentre, FingerTooDry,
    // FingerTooWet, FingerSmeared, FingerMoved. Empty for a good press.
    QList<Error::Code> reasons;
    // From the middle of the impression to the finger's, as shares of half the shorter side, y downwards; (0, 0) without one.
    QPointF offCentre;

    friend bool operator==(const FingerQuality &, const FingerQuality &) = default;
};

// Judges an impression; the same as extract() and then the overload below. Thread-safe.
FingerQuality assess(const QImage &impression);
FingerQuality assess(const FingerFeatures &features);

} // namespace idcounter

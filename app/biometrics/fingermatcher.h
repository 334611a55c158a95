#pragma once

#include "app/biometrics/minutiae.h"

namespace idcounter {

// From this score on two presses, or a press and a template, are taken for the same finger.
inline constexpr double matchThreshold = 40.0;

// How much two presses look like the same finger, 0 to 100. Symmetric: score(a, b) == score(b, a). Independent of place and,
// within a half turn, of rotation. Thread-safe.
double score(const FingerFeatures &probe, const FingerFeatures &gallery);

} // namespace idcounter

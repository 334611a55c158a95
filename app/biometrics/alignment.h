#pragma once

#include "app/biometrics/pairing.h"

namespace idcounter {

// Two presses laid over each other, and what then fits.
struct Alignment
{
    float matched = 0; // pairs of minutiae that lie on each other
    float matchedWeight = 0; // the same, each pair by its reliability
    float expectedA = 0; // minutiae of a that lie on b's finger
    float expectedB = 0; // and the other way round
    float orientation = 0; // -1..1, agreement of the ridges' orientation where both have finger
    float overlap = 0; // cells where both have finger
    float support = 0; // of the pairs the alignment grew from, mean
    float supportTop = 0;
    float alike = 0;
    float residual = 0; // mean distance of the matched pairs, pixels
};

// Grows from the best supported pairs. Nothing fits: matched is 0.
Alignment align(const FingerFeatures &a, const FingerFeatures &b);

} // namespace idcounter

#pragma once

#include "app/biometrics/pairing.h"

namespace idcounter {

// What speaks for two presses being of one finger, once they are laid over each other.
struct Evidence
{
    float support = 0; // mean of the ten best supported pairs, 0..1; before any laying
    float matched = 0; // minutiae that lie on one of the other press, each by how closely: 0.. their number
    float share = 0; // the same as a share of the minutiae where both presses have finger, 0..1
    float surroundings = 0; // how far the matched ones' surroundings are more alike than by chance, summed
    float orientation = 0; // -1..1, agreement of the ridges' orientation where both have finger

    // One number, 0 and more: the product of it all, the share counting twice.
    float weight() const;
};

// Lays two presses over each other and says what fits. Skin is elastic: neighbours move together, the finger as a whole does
// not quite. All 0 where nothing fits.
Evidence align(const FingerFeatures &a, const FingerFeatures &b);

} // namespace idcounter

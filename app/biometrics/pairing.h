#pragma once

#include "app/biometrics/minutiae.h"

#include <vector>

namespace idcounter {

// A minutia as comparing needs it: y upwards.
struct MatchPoint
{
    float x;
    float y;
    float direction;
};

// A minutia of each press that may be the same one.
struct Pair
{
    int a = 0;
    int b = 0;
    float alike = 0; // 0..1, similarity of their surroundings
    float support = 0; // 0..1, the same after the other pairs had their say
    float turn = 0; // from a's direction to b's, radians
    float cosine = 1; // of the turn
    float sine = 0;
};

std::vector<MatchPoint> matchPoints(const QList<Minutia> &minutiae);

// The pairs whose surroundings are most alike, with what speaks for each: those that fit to many others have much support.
// The best supported first (local similarity sort with relaxation, as in the minutia cylinder code's paper).
std::vector<Pair> supportedPairs(const FingerFeatures &a, const FingerFeatures &b,
                                 const std::vector<MatchPoint> &pointsA, const std::vector<MatchPoint> &pointsB);

// 0..1: how well two pairs fit to one movement of the finger, skin being elastic.
float agreement(const Pair &p, const Pair &q, const std::vector<MatchPoint> &a, const std::vector<MatchPoint> &b);

} // namespace idcounter

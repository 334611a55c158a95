#include "app/biometrics/pairing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr float largestTurn = 0.4F * pi; // between the directions of a pair
constexpr float leastAlike = 0.25F;
constexpr std::size_t fewestPairs = 8;
constexpr std::size_t mostPairs = 40;
constexpr int rounds = 5; // of relaxation
constexpr float ownWeight = 0.5F; // against what the other pairs say

float turnBetween(float from, float to)
{
    const float turn = to - from;
    return turn > pi ? turn - 2 * pi : turn < -pi ? turn + 2 * pi : turn;
}

// 1 up to the first limit, 0 from the second.
float ramp(float value, float full, float none)
{
    return std::clamp((none - value) / (none - full), 0.0F, 1.0F);
}

// The most alike of all pairs that turn no further than a finger is ever set down.
std::vector<Pair> alikePairs(const FingerFeatures &a, const FingerFeatures &b, const std::vector<MatchPoint> &pointsA,
                             const std::vector<MatchPoint> &pointsB)
{
    const std::size_t fewer = std::min(a.cylinders().list().size(), b.cylinders().list().size());
    const std::size_t wanted = std::clamp(fewer, fewestPairs, mostPairs);
    std::vector<Pair> pairs;
    pairs.reserve(wanted);
    for (const auto &[minutia, other, alike] :
         mostAlike(a.cylinders(), b.cylinders(), wanted, leastAlike, largestTurn)) {
        const float turn = turnBetween(pointsA[static_cast<std::size_t>(minutia)].direction,
                                       pointsB[static_cast<std::size_t>(other)].direction);
        pairs.push_back({.a = minutia,
                         .b = other,
                         .alike = alike,
                         .support = alike,
                         .turn = turn,
                         .cosine = std::cos(turn),
                         .sine = std::sin(turn)});
    }
    return pairs;
}

// Gives each pair the support of the others, round by round.
void relax(std::vector<Pair> &pairs, const std::vector<MatchPoint> &a, const std::vector<MatchPoint> &b)
{
    const std::size_t count = pairs.size();
    std::vector<float> fits(count * count, 0.0F);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            fits[i * count + j] = fits[j * count + i] = agreement(pairs[i], pairs[j], a, b);
    }
    // The matrix is symmetric: adding its rows, and not one row's products, lets the processor add many at once.
    std::vector<float> sums(count);
    for (int round = 0; round < rounds; ++round) {
        std::fill(sums.begin(), sums.end(), 0.0F);
        for (std::size_t j = 0; j < count; ++j) {
            const float support = pairs[j].support;
            const float *row = fits.data() + j * count;
            for (std::size_t i = 0; i < count; ++i)
                sums[i] += row[i] * support;
        }
        for (std::size_t i = 0; i < count; ++i)
            pairs[i].support = ownWeight * pairs[i].support + (1 - ownWeight) * sums[i] / static_cast<float>(count - 1);
    }
}

} // namespace

std::vector<MatchPoint> matchPoints(const QList<Minutia> &minutiae)
{
    std::vector<MatchPoint> points;
    points.reserve(static_cast<std::size_t>(minutiae.size()));
    for (const Minutia &minutia : minutiae)
        points.push_back({static_cast<float>(minutia.position.x()), static_cast<float>(-minutia.position.y()),
                          static_cast<float>(minutia.direction)});
    return points;
}

float agreement(const Pair &p, const Pair &q, const std::vector<MatchPoint> &a, const std::vector<MatchPoint> &b)
{
    const float turnError = std::abs(turnBetween(p.turn, q.turn));
    const float turnFits = ramp(turnError, 0.15F, 0.45F);
    if (turnFits <= 0)
        return 0;
    const float ax = a[static_cast<std::size_t>(q.a)].x - a[static_cast<std::size_t>(p.a)].x;
    const float ay = a[static_cast<std::size_t>(q.a)].y - a[static_cast<std::size_t>(p.a)].y;
    const float bx = b[static_cast<std::size_t>(q.b)].x - b[static_cast<std::size_t>(p.b)].x;
    const float by = b[static_cast<std::size_t>(q.b)].y - b[static_cast<std::size_t>(p.b)].y;
    const float lengthA = std::sqrt(ax * ax + ay * ay);
    const float lengthB = std::sqrt(bx * bx + by * by);
    const float lengthFits = ramp(std::abs(lengthA - lengthB), 4.0F + 0.02F * lengthA, 9.0F + 0.05F * lengthA);
    if (lengthFits <= 0 || p.a == q.a || p.b == q.b)
        return 0;
    // The sine of the angle between b's offset and a's offset turned like either pair.
    const auto bearing = [&](const Pair &mover) {
        const float x = mover.cosine * ax - mover.sine * ay;
        const float y = mover.sine * ax + mover.cosine * ay;
        if (x * bx + y * by <= 0)
            return 1.0F;
        return std::abs(x * by - y * bx) / (lengthA * lengthB + 1e-3F);
    };
    return turnFits * lengthFits * ramp(0.5F * (bearing(p) + bearing(q)), 0.15F, 0.40F);
}

std::vector<Pair> supportedPairs(const FingerFeatures &a, const FingerFeatures &b,
                                 const std::vector<MatchPoint> &pointsA, const std::vector<MatchPoint> &pointsB)
{
    std::vector<Pair> pairs = alikePairs(a, b, pointsA, pointsB);
    if (pairs.size() > 1)
        relax(pairs, pointsA, pointsB);
    std::stable_sort(pairs.begin(), pairs.end(), [](const Pair &p, const Pair &q) { return p.support > q.support; });
    return pairs;
}

} // namespace idcounter

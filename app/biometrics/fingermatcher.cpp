#include "app/biometrics/fingermatcher.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace idcounter {

namespace {

constexpr double largestTurn = M_PI * 0.5; // between the directions of a pair
constexpr int rounds = 5; // of relaxation
constexpr double relaxWeight = 0.5;

// A minutia of each press that may be the same.
struct Pair
{
    int a;
    int b;
    double alike; // similarity of the surroundings, then relaxed
    double start; // similarity of the surroundings
};

double turn(double angle)
{
    return std::remainder(angle, 2 * M_PI);
}

std::vector<Pair> alikePairs(const FingerFeatures &a, const FingerFeatures &b)
{
    std::vector<Pair> pairs;
    for (const Cylinder &cylinder : a.cylinders().list()) {
        for (const Cylinder &other : b.cylinders().list()) {
            if (std::abs(turn(a.minutiae()[cylinder.minutia].direction - b.minutiae()[other.minutia].direction))
                > largestTurn)
                continue;
            const double alike = similarity(cylinder, other);
            if (alike > 0.2)
                pairs.push_back({cylinder.minutia, other.minutia, alike, alike});
        }
    }
    const std::size_t wanted = std::min({pairs.size(), a.cylinders().list().size(), b.cylinders().list().size()});
    std::partial_sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(wanted), pairs.end(),
                      [](const Pair &p, const Pair &q) { return p.alike > q.alike; });
    pairs.resize(wanted);
    return pairs;
}

double sigmoid(double value, double middle, double slope)
{
    return 1 / (1 + std::exp(-slope * (value - middle)));
}

double compatibility(const FingerFeatures &a, const FingerFeatures &b, const Pair &p, const Pair &q)
{
    const Minutia &a1 = a.minutiae()[p.a];
    const Minutia &a2 = a.minutiae()[q.a];
    const Minutia &b1 = b.minutiae()[p.b];
    const Minutia &b2 = b.minutiae()[q.b];
    const QPointF da = a2.position - a1.position;
    const QPointF db = b2.position - b1.position;
    const double distance = std::abs(std::hypot(da.x(), da.y()) - std::hypot(db.x(), db.y()));
    const double direction = std::abs(turn(turn(a1.direction - a2.direction) - turn(b1.direction - b2.direction)));
    const double radialA = turn(a1.direction - std::atan2(-da.y(), da.x()));
    const double radialB = turn(b1.direction - std::atan2(-db.y(), db.x()));
    const double radial = std::abs(turn(radialA - radialB));
    return sigmoid(distance, 5, -1.6) * sigmoid(direction, M_PI / 12, -30) * sigmoid(radial, M_PI / 12, -30);
}

void relax(std::vector<Pair> &pairs, const FingerFeatures &a, const FingerFeatures &b)
{
    const std::size_t n = pairs.size();
    if (n < 2)
        return;
    std::vector<double> weights(n * n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i != j)
                weights[i * n + j] = compatibility(a, b, pairs[i], pairs[j]);
        }
    }
    std::vector<double> next(n);
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < n; ++j)
                sum += weights[i * n + j] * pairs[j].alike;
            next[i] = relaxWeight * pairs[i].alike + (1 - relaxWeight) * sum / static_cast<double>(n - 1);
        }
        for (std::size_t i = 0; i < n; ++i)
            pairs[i].alike = next[i];
    }
}

} // namespace

double score(const FingerFeatures &probe, const FingerFeatures &gallery)
{
    const auto key = [](const FingerFeatures &f) { return f.minutiae().size(); };
    if (key(gallery) < key(probe))
        return score(gallery, probe);
    std::vector<Pair> pairs = alikePairs(probe, gallery);
    if (pairs.size() < 4)
        return 0;
    relax(pairs, probe, gallery);
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair &p, const Pair &q) { return p.alike / p.start > q.alike / q.start; });
    const auto n = std::min(pairs.size(), std::size_t(10));
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i)
        sum += pairs[i].alike;
    return 100 * sum / static_cast<double>(n);
}

} // namespace idcounter

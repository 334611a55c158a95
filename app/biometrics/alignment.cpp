#include "app/biometrics/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

using Points = std::vector<MatchPoint>;

constexpr float pi = std::numbers::pi_v<float>;
constexpr float nearEnough = 12.0F; // pixels between matched minutiae
constexpr float turnEnough = 0.5F; // radians between their directions
constexpr float byChance = 0.3F; // similarity of two unrelated surroundings

// Of a press onto another: a turn about the origin, then a shift. y upwards.
struct Movement
{
    float turn = 0;
    float cosine = 1;
    float sine = 0;
    float x = 0;
    float y = 0;

    MatchPoint operator()(const MatchPoint &p) const
    {
        return {cosine * p.x - sine * p.y + x, sine * p.x + cosine * p.y + y, p.direction + turn};
    }
    Movement reversed() const { return {-turn, cosine, -sine, -(cosine * x + sine * y), sine * x - cosine * y}; }
};

const MatchPoint &at(const Points &points, int index)
{
    return points[static_cast<std::size_t>(index)];
}

// The least squares of the pairs' places; their directions count as much as offsets of twenty pixels.
Movement movementOf(const std::vector<Pair> &pairs, const Points &a, const Points &b)
{
    constexpr float directionWeight = 400.0F;
    float ax = 0;
    float ay = 0;
    float bx = 0;
    float by = 0;
    const float share = 1 / static_cast<float>(pairs.size());
    for (const Pair &pair : pairs) {
        ax += share * at(a, pair.a).x;
        ay += share * at(a, pair.a).y;
        bx += share * at(b, pair.b).x;
        by += share * at(b, pair.b).y;
    }
    float cosine = 0;
    float sine = 0;
    for (const Pair &pair : pairs) {
        const float px = at(a, pair.a).x - ax;
        const float py = at(a, pair.a).y - ay;
        const float qx = at(b, pair.b).x - bx;
        const float qy = at(b, pair.b).y - by;
        cosine += px * qx + py * qy + directionWeight * pair.cosine;
        sine += px * qy - py * qx + directionWeight * pair.sine;
    }
    const float length = std::sqrt(cosine * cosine + sine * sine) + 1e-6F;
    Movement movement{.turn = std::atan2(sine, cosine), .cosine = cosine / length, .sine = sine / length};
    movement.x = bx - (movement.cosine * ax - movement.sine * ay);
    movement.y = by - (movement.sine * ax + movement.cosine * ay);
    return movement;
}

// Of pairs in falling order of support those that fit to most of the ones taken before, each minutia once.
std::vector<Pair> grown(const std::vector<Pair> &pairs, const Points &a, const Points &b)
{
    std::vector<Pair> taken;
    for (const Pair &pair : pairs) {
        float sum = 0;
        bool free = true;
        for (const Pair &other : taken) {
            free = free && other.a != pair.a && other.b != pair.b;
            sum += free ? agreement(pair, other, a, b) : 0;
        }
        if (free && sum >= 0.5F * static_cast<float>(taken.size()))
            taken.push_back(pair);
    }
    return taken;
}

// Where the minutiae of a come to lie on b: the common movement, and what the pairs around moved beyond it, the nearer the
// more.
Points laidOver(const Points &a, const Points &b, const std::vector<Pair> &pairs, const Movement &movement)
{
    constexpr float softness = 400.0F; // pixels²
    constexpr float stiffness = 1e-8F; // of the finger: what weighs against being bent by pairs far away
    Points laid(a.size());
    std::transform(a.begin(), a.end(), laid.begin(), movement);
    // All minutiae at once for one pair after the other, in planes of their own: the processor does several in one step.
    const std::size_t count = a.size();
    std::vector<float> planes(5 * count, 0.0F);
    float *const placeX = planes.data();
    float *const placeY = placeX + count;
    float *const x = placeY + count;
    float *const y = x + count;
    float *const weights = y + count;
    for (std::size_t i = 0; i < count; ++i) {
        placeX[i] = a[i].x;
        placeY[i] = a[i].y;
        weights[i] = stiffness;
    }
    for (const Pair &pair : pairs) {
        const float fromX = at(a, pair.a).x;
        const float fromY = at(a, pair.a).y;
        const float beyondX = at(b, pair.b).x - at(laid, pair.a).x;
        const float beyondY = at(b, pair.b).y - at(laid, pair.a).y;
        for (std::size_t i = 0; i < count; ++i) {
            const float dx = fromX - placeX[i];
            const float dy = fromY - placeY[i];
            const float nearness = 1 / (dx * dx + dy * dy + softness);
            const float weight = nearness * nearness;
            x[i] += weight * beyondX;
            y[i] += weight * beyondY;
            weights[i] += weight;
        }
    }
    Points bent = laid;
    for (std::size_t i = 0; i < count; ++i) {
        bent[i].x += x[i] / weights[i];
        bent[i].y += y[i] / weights[i];
    }
    return bent;
}

// Two minutiae that lie on each other; the cost is 0 for a perfect fit, 2 at the limits.
struct Fit
{
    float cost;
    int a;
    int b;
};

// The closest first, each minutia once.
std::vector<Fit> fitsOf(const Points &laid, const Points &b)
{
    std::vector<Fit> all;
    for (std::size_t i = 0; i < laid.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            const float dx = laid[i].x - b[j].x;
            const float dy = laid[i].y - b[j].y;
            const float distance = (dx * dx + dy * dy) / (nearEnough * nearEnough);
            if (distance > 1)
                continue;
            const float turn = std::remainder(laid[i].direction - b[j].direction, 2 * pi) / turnEnough;
            if (std::abs(turn) <= 1)
                all.push_back({distance + turn * turn, static_cast<int>(i), static_cast<int>(j)});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Fit &p, const Fit &q) { return p.cost < q.cost; });
    std::vector<Fit> best;
    std::vector<bool> usedA(laid.size(), false);
    std::vector<bool> usedB(b.size(), false);
    for (const Fit &fit : all) {
        const auto i = static_cast<std::size_t>(fit.a);
        const auto j = static_cast<std::size_t>(fit.b);
        if (usedA[i] || usedB[j])
            continue;
        usedA[i] = usedB[j] = true;
        best.push_back(fit);
    }
    return best;
}

// For the next round: pairs that turn as the press does.
std::vector<Pair> pairsOf(const std::vector<Fit> &fits, const Movement &movement)
{
    std::vector<Pair> pairs;
    pairs.reserve(fits.size());
    for (const Fit &fit : fits) {
        Pair &pair = pairs.emplace_back();
        pair.a = fit.a;
        pair.b = fit.b;
        pair.turn = movement.turn;
        pair.cosine = movement.cosine;
        pair.sine = movement.sine;
    }
    return pairs;
}

quint8 orientationAt(const RidgeCells &cells, float x, float y)
{
    const int column = static_cast<int>(std::floor(x / RidgeCells::cellSize));
    const int row = static_cast<int>(std::floor(-y / RidgeCells::cellSize));
    if (column < 0 || row < 0 || column >= cells.columns || row >= cells.rows)
        return RidgeCells::noFinger;
    return cells.orientations[row * cells.columns + column];
}

// How many of the points the movement lays on the other press's finger.
float onFinger(const Points &points, const Movement &movement, const RidgeCells &cells)
{
    return static_cast<float>(std::count_if(points.begin(), points.end(), [&](const MatchPoint &point) {
        const MatchPoint there = movement(point);
        return orientationAt(cells, there.x, there.y) != RidgeCells::noFinger;
    }));
}

// The mean cosine of twice the angle between the ridges of both presses.
float orientationAgreement(const RidgeCells &a, const RidgeCells &b, const Movement &movement)
{
    static const std::array<float, RidgeCells::steps> cosines = [] {
        std::array<float, RidgeCells::steps> values{};
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::cos(2 * pi * static_cast<float>(i) / RidgeCells::steps);
        return values;
    }();
    const int turn = static_cast<int>(std::lround(movement.turn * RidgeCells::steps / pi)) + 2 * RidgeCells::steps;
    float sum = 0;
    int count = 0;
    for (int row = 0; row < a.rows; ++row) {
        for (int column = 0; column < a.columns; ++column) {
            const quint8 own = a.orientations[row * a.columns + column];
            if (own == RidgeCells::noFinger)
                continue;
            const MatchPoint there = movement({(static_cast<float>(column) + 0.5F) * RidgeCells::cellSize,
                                               -(static_cast<float>(row) + 0.5F) * RidgeCells::cellSize, 0});
            const quint8 other = orientationAt(b, there.x, there.y);
            if (other == RidgeCells::noFinger)
                continue;
            ++count;
            sum += cosines[static_cast<std::size_t>((own + turn - other) % RidgeCells::steps)];
        }
    }
    return count > 0 ? sum / static_cast<float>(count) : 0;
}

// The cylinder of each minutia, or none.
std::vector<const Cylinder *> cylindersByMinutia(const FingerFeatures &features)
{
    std::vector<const Cylinder *> cylinders(static_cast<std::size_t>(features.minutiae().size()), nullptr);
    for (const Cylinder &cylinder : features.cylinders().list())
        cylinders[static_cast<std::size_t>(cylinder.minutia)] = &cylinder;
    return cylinders;
}

float surroundingsOf(const std::vector<Fit> &fits, const std::vector<const Cylinder *> &cylindersA,
                     const std::vector<const Cylinder *> &cylindersB)
{
    float sum = 0;
    for (const Fit &fit : fits) {
        const Cylinder *one = cylindersA[static_cast<std::size_t>(fit.a)];
        const Cylinder *other = cylindersB[static_cast<std::size_t>(fit.b)];
        if (one != nullptr && other != nullptr)
            sum += std::max(0.0F, similarity(*one, *other) - byChance);
    }
    return sum;
}

} // namespace

float Evidence::weight() const
{
    return support * (surroundings + 0.5F) * share * share * std::max(0.0F, orientation);
}

Evidence align(const FingerFeatures &a, const FingerFeatures &b)
{
    constexpr std::size_t supporters = 10;
    constexpr int rounds = 2; // of fitting the movement to what matches
    // Less than the weakest of 560 genuine pairs had (0.021), more than half of 2880 pairs of different fingers have.
    constexpr float leastSupport = 0.017F;
    const Points pointsA = matchPoints(a.minutiae());
    const Points pointsB = matchPoints(b.minutiae());
    const std::vector<Pair> pairs = supportedPairs(a, b, pointsA, pointsB);
    if (pairs.empty())
        return {};
    Evidence evidence;
    for (std::size_t i = 0; i < std::min(pairs.size(), supporters); ++i)
        evidence.support += pairs[i].support / supporters;
    if (evidence.support < leastSupport)
        return {};
    std::vector<Pair> matched = grown(pairs, pointsA, pointsB);
    if (matched.size() < 2)
        return {};
    Movement movement = movementOf(matched, pointsA, pointsB);
    std::vector<Fit> fits;
    for (int round = 0; round < rounds; ++round) {
        fits = fitsOf(laidOver(pointsA, pointsB, matched, movement), pointsB);
        if (fits.size() < 2)
            return {};
        matched = pairsOf(fits, movement);
        movement = movementOf(matched, pointsA, pointsB);
    }

    for (const Fit &fit : fits)
        evidence.matched += 1 - fit.cost / 2;
    evidence.surroundings = surroundingsOf(fits, cylindersByMinutia(a), cylindersByMinutia(b));
    const float expectedA = onFinger(pointsA, movement, b.cells());
    const float expectedB = onFinger(pointsB, movement.reversed(), a.cells());
    evidence.share = evidence.matched / std::sqrt((expectedA + 1) * (expectedB + 1));
    evidence.orientation = orientationAgreement(a.cells(), b.cells(), movement);
    return evidence;
}

} // namespace idcounter

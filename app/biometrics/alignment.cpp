#include "app/biometrics/alignment.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace idcounter {

namespace {

struct Movement // of a onto b: turn, then shift
{
    float cosine = 1;
    float sine = 0;
    float x = 0;
    float y = 0;
    float turn = 0;
};

using Points = std::vector<MatchPoint>;

const MatchPoint &at(const Points &points, int index)
{
    return points[static_cast<std::size_t>(index)];
}

Movement fitted(const std::vector<Pair> &pairs, const Points &a, const Points &b)
{
    float cosine = 0, sine = 0, ax = 0, ay = 0, bx = 0, by = 0;
    for (const Pair &pair : pairs) {
        ax += at(a, pair.a).x; ay += at(a, pair.a).y; bx += at(b, pair.b).x; by += at(b, pair.b).y;
    }
    const auto n = static_cast<float>(pairs.size());
    ax /= n; ay /= n; bx /= n; by /= n;
    for (const Pair &pair : pairs) {
        const float px = at(a, pair.a).x - ax, py = at(a, pair.a).y - ay, qx = at(b, pair.b).x - bx, qy = at(b, pair.b).y - by;
        cosine += px * qx + py * qy + 400 * pair.cosine; // the directions count like offsets of 20 pixels
        sine += px * qy - py * qx + 400 * pair.sine;
    }
    const float length = std::sqrt(cosine * cosine + sine * sine) + 1e-6F;
    Movement m{cosine / length, sine / length, 0, 0, std::atan2(sine, cosine)};
    m.x = bx - (m.cosine * ax - m.sine * ay);
    m.y = by - (m.sine * ax + m.cosine * ay);
    return m;
}

MatchPoint moved(const MatchPoint &p, const Movement &m)
{
    return {m.cosine * p.x - m.sine * p.y + m.x, m.sine * p.x + m.cosine * p.y + m.y, p.direction + m.turn, p.reliability};
}

// where the skin around is known to have gone: rest displacement of the nearest matched pairs
void bend(MatchPoint &p, const MatchPoint &original, const std::vector<Pair> &pairs, const Points &movedA, const Points &b, const Points &a)
{
    float wx = 0, wy = 0, w = 0.0F;
    for (const Pair &pair : pairs) {
        const float dx = at(a, pair.a).x - original.x, dy = at(a, pair.a).y - original.y;
        const float weight = 1 / (dx * dx + dy * dy + 400);
        const float weight2 = weight * weight;
        wx += weight2 * (at(b, pair.b).x - at(movedA, pair.a).x);
        wy += weight2 * (at(b, pair.b).y - at(movedA, pair.a).y);
        w += weight2;
    }
    w += 1.0F / (100.F * 100.F) / (100.F * 100.F);
    p.x += wx / w;
    p.y += wy / w;
}

quint8 cellAt(const RidgeCells &cells, float x, float y)
{
    const int column = static_cast<int>(std::floor(x / RidgeCells::cellSize));
    const int row = static_cast<int>(std::floor(y / RidgeCells::cellSize));
    if (column < 0 || row < 0 || column >= cells.columns || row >= cells.rows)
        return RidgeCells::noFinger;
    return cells.orientations[row * cells.columns + column];
}

} // namespace

Alignment align(const FingerFeatures &fa, const FingerFeatures &fb)
{
    const Points a = matchPoints(fa.minutiae());
    const Points b = matchPoints(fb.minutiae());
    const std::vector<Pair> pairs = supportedPairs(fa, fb, a, b);
    Alignment result;
    if (pairs.size() < 3)
        return result;
    const auto top = std::min(pairs.size(), std::size_t(10));
    for (std::size_t i = 0; i < top; ++i) {
        result.supportTop += pairs[i].support / static_cast<float>(top);
        result.alike += pairs[i].alike / static_cast<float>(top);
    }

    // cluster
    std::vector<Pair> chosen;
    for (const Pair &pair : pairs) {
        float sum = 0;
        bool taken = false;
        for (const Pair &other : chosen) {
            taken = taken || other.a == pair.a || other.b == pair.b;
            sum += agreement(pair, other, a, b);
        }
        if (!taken && sum >= 0.5F * static_cast<float>(chosen.size()))
            chosen.push_back(pair);
    }
    if (chosen.size() < 2)
        return result;
    for (const Pair &pair : chosen)
        result.support += pair.support;

    Movement movement = fitted(chosen, a, b);
    Points movedA(a.size());
    std::vector<Pair> matched = chosen;
    for (int round = 0; round < 2; ++round) {
        for (std::size_t i = 0; i < a.size(); ++i)
            movedA[i] = moved(a[i], movement);
        Points bent = movedA;
        for (std::size_t i = 0; i < a.size(); ++i)
            bend(bent[i], a[i], matched, movedA, b, a);
        struct Candidate { float cost; int a; int b; };
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < a.size(); ++i) {
            for (std::size_t j = 0; j < b.size(); ++j) {
                const float dx = bent[i].x - b[j].x, dy = bent[i].y - b[j].y;
                const float d2 = dx * dx + dy * dy;
                if (d2 > 14 * 14)
                    continue;
                const float turn = std::abs(std::remainder(bent[i].direction - b[j].direction, 2 * float(M_PI)));
                if (turn > 0.5F)
                    continue;
                candidates.push_back({d2 / (14 * 14) + turn * turn / 0.25F, int(i), int(j)});
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(), [](auto &p, auto &q) { return p.cost < q.cost; });
        std::vector<char> usedA(a.size(), 0), usedB(b.size(), 0);
        matched.clear();
        result.matched = result.matchedWeight = result.residual = 0;
        for (const Candidate &c : candidates) {
            if (usedA[size_t(c.a)] || usedB[size_t(c.b)])
                continue;
            usedA[size_t(c.a)] = usedB[size_t(c.b)] = 1;
            Pair pair{.a = c.a, .b = c.b};
            pair.turn = movement.turn; pair.cosine = movement.cosine; pair.sine = movement.sine;
            matched.push_back(pair);
            result.matched += 1;
            result.matchedWeight += std::max(0.F, 1 - c.cost / 2);
            result.residual += c.cost;
        }
        if (matched.size() < 2)
            return result;
        result.residual /= result.matched;
        movement = fitted(matched, a, b);
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        movedA[i] = moved(a[i], movement);
    }
    for (const MatchPoint &p : movedA)
        result.expectedA += cellAt(fb.cells(), p.x, -p.y) != RidgeCells::noFinger;
    for (const MatchPoint &p : b) {
        const float x = p.x - movement.x, y = p.y - movement.y;
        result.expectedB += cellAt(fa.cells(), movement.cosine * x + movement.sine * y, movement.sine * x - movement.cosine * y) != RidgeCells::noFinger;
    }
    const float degrees = movement.turn * 180 / float(M_PI);
    static const std::array<float, 360> cosines = [] { std::array<float, 360> c; for (int i = 0; i < 360; ++i) c[size_t(i)] = std::cos(float(i) * float(M_PI) / 90); return c; }();
    for (int row = 0; row < fa.cells().rows; ++row) {
        for (int column = 0; column < fa.cells().columns; ++column) {
            const quint8 own = fa.cells().orientations[row * fa.cells().columns + column];
            if (own == RidgeCells::noFinger)
                continue;
            const MatchPoint p = moved({(float(column) + 0.5F) * 16, -(float(row) + 0.5F) * 16, 0, 0}, movement);
            const quint8 other = cellAt(fb.cells(), p.x, -p.y);
            if (other == RidgeCells::noFinger)
                continue;
            result.overlap += 1;
            const int difference = qRound(float(own) + degrees - float(other));
            result.orientation += cosines[size_t((difference + 720) % 180)];
        }
    }
    if (result.overlap > 0)
        result.orientation /= result.overlap;
    return result;
}

} // namespace idcounter

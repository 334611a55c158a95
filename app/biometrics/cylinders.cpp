#include "app/biometrics/cylinders.h"

#include "app/biometrics/minutiae.h"

#include <QtMath>

#include <algorithm>
#include <cmath>
#include <vector>

namespace idcounter {

namespace {

// The paper's values where it gives them; lengths in pixels at 500 dpi.
constexpr double radius = 75.0;
constexpr double cell = 2 * radius / Cylinder::side;
constexpr double placeDeviation = 28.0 / 3.0; // how far a neighbour is felt
constexpr double turnDeviation = 1.75 * M_PI / 9; // how far its direction is felt
constexpr double sectionAngle = 2 * M_PI / Cylinder::sections;
constexpr double leastContribution = 0.4; // of what one neighbour gives at its own place, from which a bit is set
constexpr int leastNeighbours = 2;
constexpr double leastValid = 0.5; // share of the base that must lie on the finger
constexpr double leastShared = 0.5; // share of the base that two cylinders must both have

// A cell of the base, as an offset from the minutia along its own axes.
struct BaseCell
{
    double u;
    double v;
};

// The cells within the radius, row by row.
const std::vector<BaseCell> &baseCells()
{
    static const std::vector<BaseCell> cells = [] {
        std::vector<BaseCell> inside;
        for (int row = 0; row < Cylinder::side; ++row) {
            for (int column = 0; column < Cylinder::side; ++column) {
                const BaseCell at{(column - (Cylinder::side - 1) / 2.0) * cell,
                                  (row - (Cylinder::side - 1) / 2.0) * cell};
                if (std::hypot(at.u, at.v) <= radius)
                    inside.push_back(at);
            }
        }
        Q_ASSERT(inside.size() <= Cylinder::words * 64);
        return inside;
    }();
    return cells;
}

double turn(double angle) // to -π..π
{
    return std::remainder(angle, 2 * M_PI);
}

// The share of a neighbour's direction that falls into a section around the given distance from it.
double sectionShare(double distance)
{
    const auto below = [](double x) { return 0.5 * std::erfc(-x / (turnDeviation * M_SQRT2)); };
    return below(distance + sectionAngle / 2) - below(distance - sectionAngle / 2);
}

bool onFinger(const RidgeCells &cells, double x, double y)
{
    const int column = qFloor(x / RidgeCells::cellSize);
    const int row = qFloor(y / RidgeCells::cellSize);
    return column >= 0 && column < cells.columns && row >= 0 && row < cells.rows
        && cells.orientations[row * cells.columns + column] != RidgeCells::noFinger;
}

using Sums = std::array<std::array<double, Cylinder::sections>, Cylinder::words * 64>;

// Adds what one neighbour gives to the cells around it.
void addNeighbour(Sums &sums, const Minutia &minutia, const Minutia &neighbour)
{
    const double cosine = std::cos(minutia.direction);
    const double sine = std::sin(minutia.direction);
    const double dx = neighbour.position.x() - minutia.position.x();
    const double dy = minutia.position.y() - neighbour.position.y(); // upwards
    const double u = dx * cosine + dy * sine;
    const double v = -dx * sine + dy * cosine;
    constexpr double reach = 3 * placeDeviation;
    if (u * u + v * v > (radius + reach) * (radius + reach))
        return;

    std::array<double, Cylinder::sections> shares{};
    for (std::size_t section = 0; section < Cylinder::sections; ++section) {
        const double middle = -M_PI + (static_cast<double>(section) + 0.5) * sectionAngle;
        shares[section] = sectionShare(turn(middle - turn(minutia.direction - neighbour.direction))) / sectionShare(0);
    }
    const std::vector<BaseCell> &cells = baseCells();
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const double toU = cells[at].u - u;
        const double toV = cells[at].v - v;
        const double square = toU * toU + toV * toV;
        if (square > reach * reach)
            continue;
        const double felt = std::exp(-square / (2 * placeDeviation * placeDeviation));
        for (std::size_t section = 0; section < Cylinder::sections; ++section)
            sums[at][section] += felt * shares[section];
    }
}

void setBit(Cylinder::Base &bits, std::size_t index)
{
    bits[index / 64] |= quint64(1) << (index % 64);
}

// Sets the bits of the cells that lie on the finger; returns their number.
std::size_t setBits(Cylinder &cylinder, const Sums &sums, const Minutia &minutia, const RidgeCells &cells)
{
    const double cosine = std::cos(minutia.direction);
    const double sine = std::sin(minutia.direction);
    std::size_t count = 0;
    for (std::size_t at = 0; at < baseCells().size(); ++at) {
        const auto [u, v] = baseCells()[at];
        if (!onFinger(cells, minutia.position.x() + u * cosine - v * sine,
                      minutia.position.y() - u * sine - v * cosine))
            continue;
        ++count;
        setBit(cylinder.valid, at);
        for (std::size_t section = 0; section < Cylinder::sections; ++section) {
            if (sums[at][section] > leastContribution)
                setBit(cylinder.bits[section], at);
        }
    }
    return count;
}

} // namespace

Cylinders::Cylinders(const QList<Minutia> &minutiae, const RidgeCells &cells)
{
    const double leastCells = leastValid * static_cast<double>(baseCells().size());
    for (int i = 0; i < minutiae.size(); ++i) {
        Sums sums{};
        int neighbours = 0;
        for (int j = 0; j < minutiae.size(); ++j) {
            if (i == j)
                continue;
            const QPointF between = minutiae[j].position - minutiae[i].position;
            neighbours += std::hypot(between.x(), between.y()) <= radius ? 1 : 0;
            addNeighbour(sums, minutiae[i], minutiae[j]);
        }
        Cylinder cylinder;
        cylinder.minutia = i;
        if (static_cast<double>(setBits(cylinder, sums, minutiae[i], cells)) >= leastCells
            && neighbours >= leastNeighbours) {
            cylinder.direction = static_cast<float>(minutiae[i].direction);
            m_list.push_back(cylinder);
        }
    }
    std::stable_sort(m_list.begin(), m_list.end(),
                     [](const Cylinder &a, const Cylinder &b) { return a.direction < b.direction; });
}

namespace {

// Counting bits is one instruction on every processor of the last fifteen years, but not of the architecture's first; only
// what stands in such a function itself is built for both.
#if defined(__x86_64__)
#define IDCOUNTER_COUNTS_BITS __attribute__((target_clones("popcnt", "default")))
#else
#define IDCOUNTER_COUNTS_BITS
#endif

int leastSharedCells()
{
    static const int cells = static_cast<int>(leastShared * static_cast<double>(baseCells().size()));
    return cells;
}

// The similarity of a to each of a run of cylinders.
IDCOUNTER_COUNTS_BITS void similarities(const Cylinder &a, const Cylinder *b, const Cylinder *end, int leastCells,
                                        float *results)
{
    for (; b != end; ++b, ++results) {
        int shared = 0;
        int inA = 0;
        int inB = 0;
        int different = 0;
        for (std::size_t word = 0; word < Cylinder::words; ++word) {
            const quint64 validA = a.valid[word];
            const quint64 validB = b->valid[word];
            shared += __builtin_popcountll(validA & validB);
            for (std::size_t section = 0; section < Cylinder::sections; ++section) {
                const quint64 bitsA = a.bits[section][word];
                const quint64 bitsB = b->bits[section][word];
                inA += __builtin_popcountll(bitsA & validB);
                inB += __builtin_popcountll(bitsB & validA);
                different += __builtin_popcountll((bitsA & validB) ^ (bitsB & validA));
            }
        }
        const float norms = std::sqrt(static_cast<float>(inA)) + std::sqrt(static_cast<float>(inB));
        const bool comparable = shared >= leastCells && inA > 0 && inB > 0;
        *results = comparable ? 1 - std::sqrt(static_cast<float>(different)) / norms : 0;
    }
}

} // namespace

float similarity(const Cylinder &a, const Cylinder &b)
{
    float result = 0;
    similarities(a, &b, &b + 1, leastSharedCells(), &result);
    return result;
}

std::vector<AlikeMinutiae> mostAlike(const Cylinders &a, const Cylinders &b, std::size_t wanted, float least,
                                     float largestTurn)
{
    constexpr auto fullTurn = static_cast<float>(2 * M_PI);
    const Cylinder *begin = b.list().data();
    const Cylinder *end = begin + b.list().size();
    const auto from = [=](float direction) {
        return std::partition_point(begin, end, [=](const Cylinder &c) { return c.direction < direction; });
    };
    std::vector<AlikeMinutiae> pairs;
    const std::size_t many
        = 3 * wanted + b.list().size(); // from then on the worst are dropped before more are looked at
    pairs.reserve(many + b.list().size());
    const auto keepBest = [&] {
        const auto last = pairs.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, pairs.size()));
        std::nth_element(pairs.begin(), last, pairs.end());
        pairs.erase(last, pairs.end());
    };
    std::vector<float> alike(b.list().size());
    const int leastCells = leastSharedCells();
    const auto compare = [&](const Cylinder &cylinder, const Cylinder *first, const Cylinder *last) {
        similarities(cylinder, first, last, leastCells, alike.data());
        for (std::ptrdiff_t i = 0; i < last - first; ++i) {
            if (alike[static_cast<std::size_t>(i)] >= least)
                pairs.push_back({cylinder.minutia, first[i].minutia, alike[static_cast<std::size_t>(i)]});
        }
    };
    for (const Cylinder &cylinder : a.list()) {
        const float low = cylinder.direction - largestTurn;
        const float high = cylinder.direction + largestTurn;
        compare(cylinder, from(low), from(high));
        if (low < 0)
            compare(cylinder, from(low + fullTurn), end);
        if (high > fullTurn)
            compare(cylinder, begin, from(high - fullTurn));
        if (pairs.size() >= many) {
            keepBest();
            least = std::max_element(pairs.begin(), pairs.end())->alike;
        }
    }
    keepBest();
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

} // namespace idcounter

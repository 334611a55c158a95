#include "app/biometrics/cylinders.h"

#include "app/biometrics/minutiae.h"

#include <QtMath>

#include <algorithm>
#include <bit>
#include <cmath>

namespace idcounter {

namespace {

// The paper's values where it gives them; lengths in pixels at 500 dpi.
constexpr double radius = 70.0;
constexpr double cell = 2 * radius / Cylinder::side;
constexpr double placeDeviation = 28.0 / 3.0; // how far a neighbour is felt
constexpr double turnDeviation = 2 * M_PI / 9; // how far its direction is felt
constexpr double sectionAngle = 2 * M_PI / Cylinder::sections;
constexpr double leastContribution = 0.4; // of what one neighbour gives at its own place, from which a bit is set
constexpr int leastNeighbours = 3;
constexpr double leastValid = 0.5; // share of the base that must lie on the finger
constexpr double leastShared = 0.45; // share of the base that two cylinders must both have

// The number of cells of the base that lie within the radius.
int cellsOfBase()
{
    int count = 0;
    for (int row = 0; row < Cylinder::side; ++row) {
        for (int column = 0; column < Cylinder::side; ++column)
            count += std::hypot(row - (Cylinder::side - 1) / 2.0, column - (Cylinder::side - 1) / 2.0) * cell <= radius
                ? 1
                : 0;
    }
    return count;
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

// The offset of a cell's centre from the minutia along one of its axes.
double centre(int index)
{
    return (index - (Cylinder::side - 1) / 2.0) * cell;
}

using Base = std::array<std::array<double, Cylinder::sections>, Cylinder::side * Cylinder::side>;

// Adds what one neighbour gives to the cells around it.
void addNeighbour(Base &base, const Minutia &minutia, const Minutia &neighbour)
{
    const double cosine = std::cos(minutia.direction);
    const double sine = std::sin(minutia.direction);
    const double dx = neighbour.position.x() - minutia.position.x();
    const double dy = minutia.position.y() - neighbour.position.y(); // upwards
    const double u = dx * cosine + dy * sine;
    const double v = -dx * sine + dy * cosine;
    constexpr double reach = 3 * placeDeviation;
    if (std::hypot(u, v) > radius + reach)
        return;

    std::array<double, Cylinder::sections> shares{};
    for (int section = 0; section < Cylinder::sections; ++section) {
        const double middle = -M_PI + (section + 0.5) * sectionAngle;
        shares[static_cast<std::size_t>(section)]
            = sectionShare(turn(middle - turn(minutia.direction - neighbour.direction))) / sectionShare(0);
    }
    const auto first = [](double at) { return std::max(0, qCeil((at - reach) / cell + (Cylinder::side - 1) / 2.0)); };
    const auto last = [](double at) {
        return std::min(Cylinder::side - 1, qFloor((at + reach) / cell + (Cylinder::side - 1) / 2.0));
    };
    for (int row = first(v); row <= last(v); ++row) {
        for (int column = first(u); column <= last(u); ++column) {
            const double distance = std::hypot(centre(column) - u, centre(row) - v);
            const double felt = std::exp(-distance * distance / (2 * placeDeviation * placeDeviation));
            auto &sums = base[static_cast<std::size_t>(row * Cylinder::side + column)];
            for (std::size_t section = 0; section < sums.size(); ++section)
                sums[section] += felt * shares[section];
        }
    }
}

void setBit(std::array<quint64, Cylinder::words> &bits, std::size_t index)
{
    bits[index / 64] |= quint64(1) << (index % 64);
}

// Sets the bits of a base; returns how many of its cells lie on the finger.
int setBits(Cylinder &cylinder, const Base &base, const Minutia &minutia, const RidgeCells &cells)
{
    const double cosine = std::cos(minutia.direction);
    const double sine = std::sin(minutia.direction);
    int count = 0;
    for (int row = 0; row < Cylinder::side; ++row) {
        for (int column = 0; column < Cylinder::side; ++column) {
            const double u = centre(column);
            const double v = centre(row);
            if (std::hypot(u, v) > radius
                || !onFinger(cells, minutia.position.x() + u * cosine - v * sine,
                             minutia.position.y() - u * sine - v * cosine))
                continue;
            ++count;
            const auto at = static_cast<std::size_t>(row * Cylinder::side + column);
            for (std::size_t section = 0; section < Cylinder::sections; ++section) {
                setBit(cylinder.valid, at * Cylinder::sections + section);
                if (base[at][section] > leastContribution)
                    setBit(cylinder.bits, at * Cylinder::sections + section);
            }
        }
    }
    return count;
}

} // namespace

Cylinders::Cylinders(const QList<Minutia> &minutiae, const RidgeCells &cells)
{
    static const int allCells = cellsOfBase();
    for (int i = 0; i < minutiae.size(); ++i) {
        Base base{};
        int neighbours = 0;
        for (int j = 0; j < minutiae.size(); ++j) {
            if (i == j)
                continue;
            const QPointF between = minutiae[j].position - minutiae[i].position;
            neighbours += std::hypot(between.x(), between.y()) <= radius ? 1 : 0;
            addNeighbour(base, minutiae[i], minutiae[j]);
        }
        Cylinder cylinder;
        cylinder.minutia = i;
        if (setBits(cylinder, base, minutiae[i], cells) >= leastValid * allCells && neighbours >= leastNeighbours)
            m_list.push_back(cylinder);
    }
}

double similarity(const Cylinder &a, const Cylinder &b)
{
    static const int leastBits = static_cast<int>(leastShared * cellsOfBase() * Cylinder::sections);
    int shared = 0;
    int inA = 0;
    int inB = 0;
    int different = 0;
    for (std::size_t i = 0; i < Cylinder::words; ++i) {
        const quint64 valid = a.valid[i] & b.valid[i];
        shared += std::popcount(valid);
        inA += std::popcount(a.bits[i] & valid);
        inB += std::popcount(b.bits[i] & valid);
        different += std::popcount((a.bits[i] ^ b.bits[i]) & valid);
    }
    if (shared < leastBits || inA == 0 || inB == 0)
        return 0;
    return 1 - std::sqrt(different) / (std::sqrt(inA) + std::sqrt(inB));
}

} // namespace idcounter

#pragma once

#include <QList>

#include <array>
#include <tuple>
#include <vector>

namespace idcounter {

struct Minutia;
struct RidgeCells;

// The surroundings of one minutia as bits: a cylinder whose base is the neighbourhood in the minutia's own axes and whose
// height is the direction of the neighbours relative to its own (minutia cylinder code: Cappelli, Ferrara, Maltoni, IEEE
// TPAMI 32, 2010). Cells of the base that lie outside the finger are invalid and have no bits.
struct Cylinder
{
    static constexpr int side = 12; // cells across the base, of which 128 at most lie in the circle
    static constexpr std::size_t sections = 6; // of a full turn
    static constexpr std::size_t words = 2; // of a base

    using Base = std::array<quint64, words>;

    std::array<Base, sections> bits{};
    Base valid{};
    float direction = 0; // of the minutia, radians, 0..2π
    int minutia = 0; // its index
};

// The cylinders of a press, for those minutiae that have enough neighbours and enough finger around them, in the order of
// their directions.
class Cylinders
{
public:
    Cylinders() = default;
    Cylinders(const QList<Minutia> &minutiae, const RidgeCells &cells);

    const std::vector<Cylinder> &list() const { return m_list; }

private:
    std::vector<Cylinder> m_list;
};

// 0..1: how alike two surroundings are; 0 where they share too little finger to tell.
float similarity(const Cylinder &a, const Cylinder &b);

// Two cylinders of two presses, by their minutiae.
struct AlikeMinutiae
{
    int a = 0;
    int b = 0;
    float alike = 0; // similarity of the two

    // The most alike first; any fixed order makes comparing repeatable.
    friend bool operator<(const AlikeMinutiae &p, const AlikeMinutiae &q)
    {
        return std::tuple(-p.alike, p.a, p.b) < std::tuple(-q.alike, q.a, q.b);
    }
};

// The pairs at least as alike as `least` that turn by less than `largestTurn` (radians) from one press to the other: the best
// of them, as many as wanted.
std::vector<AlikeMinutiae> mostAlike(const Cylinders &a, const Cylinders &b, std::size_t wanted, float least,
                                     float largestTurn);

} // namespace idcounter

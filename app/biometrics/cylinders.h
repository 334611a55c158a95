#pragma once

#include <QList>

#include <array>
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
    int minutia = 0; // its index
};

// The cylinders of a press, for those minutiae that have enough neighbours and enough finger around them.
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

} // namespace idcounter

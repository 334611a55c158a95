#pragma once

#include "app/domain/table.h"

namespace idcounter {

enum class Hand { Right, Left };

// A finger position as the card stores it (codes 11 to 20), in the order of capture within its hand.
struct Finger
{
    QString code; // "11"
    QString chinese; // "右手拇指"
    QString english; // "right thumb"
    Hand hand = Hand::Right;
    int orderInHand = 1; // 1 thumb … 5 little finger

    friend bool operator==(const Finger &, const Finger &) = default;
};

// The ten fingers. The codes 97 to 99 (position unknown) are for reading cards, not for capture.
class Fingers
{
public:
    static Result<Fingers> load(const TableSource &source);

    const QList<Finger> &all() const { return m_fingers; }
    std::optional<Finger> find(QStringView code) const;

    // The finger to ask for next: one of each hand, the right hand first, thumb, index, middle, ring, little; when a hand
    // has no finger left, two of the other (RULES 5). taken and given up are finger codes; empty when two are taken or none
    // is left.
    std::optional<Finger> next(const QStringList &taken, const QStringList &givenUp) const;

    static constexpr qsizetype needed = 2;

private:
    QList<Finger> m_fingers;
};

} // namespace idcounter

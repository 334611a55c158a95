#include "app/domain/fingers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

Result<Fingers> Fingers::load(const TableSource &source)
{
    const auto table = Table::load(source, u"finger_positions.csv"_s,
                                   {u"code"_s, u"name_zh"_s, u"name_en"_s, u"hand"_s, u"order_in_hand"_s});
    if (!table)
        return table.error();
    Fingers fingers;
    for (qsizetype index = 0; index < table->size(); ++index) {
        const Table::Row row = table->row(index);
        const auto order = row.integer(u"order_in_hand"_s);
        if (!order)
            return order.error();
        if (!*order)
            continue;
        const QString hand = row.text(u"hand"_s);
        if (hand != u"right" && hand != u"left")
            return row.error(u"hand"_s, u"neither right nor left"_s);
        fingers.m_fingers.append({.code = row.text(u"code"_s),
                                  .chinese = row.text(u"name_zh"_s),
                                  .english = row.text(u"name_en"_s),
                                  .hand = hand == u"right" ? Hand::Right : Hand::Left,
                                  .orderInHand = **order});
    }
    std::sort(fingers.m_fingers.begin(), fingers.m_fingers.end(), [](const Finger &a, const Finger &b) {
        return std::pair(a.hand, a.orderInHand) < std::pair(b.hand, b.orderInHand);
    });
    return fingers;
}

std::optional<Finger> Fingers::find(QStringView code) const
{
    const auto found = std::find_if(m_fingers.begin(), m_fingers.end(),
                                    [code](const Finger &finger) { return finger.code == code; });
    return found == m_fingers.end() ? std::optional<Finger>() : *found;
}

std::optional<Finger> Fingers::next(const QStringList &taken, const QStringList &givenUp) const
{
    if (taken.size() >= needed)
        return {};
    const auto isLeft
        = [&](const Finger &finger) { return !taken.contains(finger.code) && !givenUp.contains(finger.code); };
    const auto handIsTaken = [&](Hand hand) {
        return std::any_of(m_fingers.begin(), m_fingers.end(),
                           [&](const Finger &finger) { return finger.hand == hand && taken.contains(finger.code); });
    };
    const auto firstOf = [&](const auto &condition) {
        const auto found = std::find_if(m_fingers.begin(), m_fingers.end(), condition);
        return found == m_fingers.end() ? std::optional<Finger>() : *found;
    };
    const auto ofFreeHand = firstOf([&](const Finger &finger) { return isLeft(finger) && !handIsTaken(finger.hand); });
    return ofFreeHand ? ofFreeHand : firstOf(isLeft);
}

} // namespace idcounter

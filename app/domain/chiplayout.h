#pragma once

#include "app/domain/table.h"

namespace idcounter {

// The text block of the card's chip (GA/T 490): how long a text each of its fields has room for.
class ChipLayout
{
public:
    static Result<ChipLayout> load(const TableSource &source);

    // In UTF-16 units, of which a character of a supplementary plane takes two. A field the chip has not takes nothing.
    bool fits(QStringView field, QStringView text) const;

private:
    QHash<QString, int> m_units;
};

} // namespace idcounter

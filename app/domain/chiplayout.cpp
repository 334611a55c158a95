#include "app/domain/chiplayout.h"

using namespace Qt::StringLiterals;

namespace idcounter {

Result<ChipLayout> ChipLayout::load(const TableSource &source)
{
    const auto table = Table::load(source, u"chip_text_layout.csv"_s, {u"field"_s, u"utf16_units"_s});
    if (!table)
        return table.error();
    ChipLayout layout;
    for (qsizetype index = 0; index < table->size(); ++index) {
        const Table::Row row = table->row(index);
        const auto field = row.required(u"field"_s);
        const auto units = row.integer(u"utf16_units"_s);
        if (!field)
            return field.error();
        if (!units)
            return units.error();
        if (units->value_or(0) <= 0)
            return row.error(u"utf16_units"_s, u"not a length"_s);
        layout.m_units.insert(*field, **units);
    }
    return layout;
}

bool ChipLayout::fits(QStringView field, QStringView text) const
{
    return text.size() <= m_units.value(field.toString());
}

} // namespace idcounter

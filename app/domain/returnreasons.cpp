#include "app/domain/returnreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

Result<ReturnReasons> ReturnReasons::load(const TableSource &source)
{
    const auto table = Table::load(source, u"return_reasons.csv"_s, {u"code"_s, u"item"_s, u"chinese"_s, u"english"_s});
    if (!table)
        return table.error();
    auto codes = table->map<ReturnCode>([](const Table::Row &row) -> Result<ReturnCode> {
        static const QHash<QString, FaultyItem> items{{u"photo"_s, FaultyItem::Photo},
                                                      {u"finger1"_s, FaultyItem::FirstFinger},
                                                      {u"finger2"_s, FaultyItem::SecondFinger},
                                                      {u"form"_s, FaultyItem::Form}};
        const auto code = row.required(u"code"_s);
        if (!code)
            return code.error();
        if (!items.contains(row.text(u"item"_s)))
            return row.error(u"item"_s, u"neither photo, finger1, finger2 nor form"_s);
        return ReturnCode{.code = *code,
                          .item = items[row.text(u"item"_s)],
                          .chinese = row.text(u"chinese"_s),
                          .english = row.text(u"english"_s)};
    });
    if (!codes)
        return codes.error();
    ReturnReasons reasons;
    reasons.m_codes = *std::move(codes);
    return reasons;
}

std::optional<ReturnCode> ReturnReasons::find(QStringView code) const
{
    const auto found
        = std::find_if(m_codes.begin(), m_codes.end(), [&](const ReturnCode &one) { return one.code == code; });
    return found == m_codes.end() ? std::nullopt : std::optional(*found);
}

} // namespace idcounter

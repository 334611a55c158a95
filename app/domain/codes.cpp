#include "app/domain/codes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// printed: the column that holds what papers print.
Result<QList<Code>> codesIn(const Table &table, const QString &printed)
{
    return table.map<Code>([&printed](const Table::Row &row) -> Result<Code> {
        const auto code = row.required(u"code"_s);
        const auto chinese = row.required(u"name_zh"_s);
        if (!code)
            return code.error();
        if (!chinese)
            return chinese.error();
        return Code{
            .code = *code, .chinese = *chinese, .english = row.text(u"name_en"_s), .printed = row.text(printed)};
    });
}

} // namespace

Result<Codes> Codes::ethnicGroups(const TableSource &source)
{
    const auto table
        = Table::load(source, u"ethnic_groups.csv"_s, {u"code"_s, u"name_zh"_s, u"card_text"_s, u"name_en"_s});
    if (!table)
        return table.error();
    auto codes = codesIn(*table, u"card_text"_s);
    if (!codes)
        return codes.error();
    return Codes(*std::move(codes));
}

Result<Codes> Codes::relations(const TableSource &source)
{
    const auto table = Table::load(source, u"relations_gbt4761.csv"_s, {u"code"_s, u"name_zh"_s, u"name_en"_s});
    if (!table)
        return table.error();
    auto codes = codesIn(*table, u"name_zh"_s);
    if (!codes)
        return codes.error();
    return Codes(*std::move(codes));
}

std::optional<Code> Codes::find(QStringView code) const
{
    const auto found = std::find_if(m_codes.begin(), m_codes.end(), [code](const Code &c) { return c.code == code; });
    return found == m_codes.end() ? std::optional<Code>() : *found;
}

} // namespace idcounter

#include "app/domain/divisions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<Division> divisionIn(const Table::Row &row)
{
    const auto code = row.required(u"code"_s);
    const auto name = row.required(u"name"_s);
    const auto from = row.integer(u"from_year"_s);
    const auto until = row.integer(u"until_year"_s);
    if (!code)
        return code.error();
    if (!name)
        return name.error();
    if (!from)
        return from.error();
    if (!until)
        return until.error();
    if (code->size() != 6)
        return row.error(u"code"_s, u"not six digits"_s);
    const QString prefecture = row.text(u"prefecture"_s);
    return Division{.code = *code,
                    .name = *name,
                    .province = row.text(u"province"_s),
                    .prefecture = prefecture == u"直辖" ? QString() : prefecture,
                    .fromYear = from->value_or(0),
                    .untilYear = *until};
}

// "新疆维吾尔自治区" is "新疆" for short.
QString shortName(QString province)
{
    for (const QStringView kind :
         {u"维吾尔自治区", u"壮族自治区", u"回族自治区", u"自治区", u"特别行政区", u"省", u"市"}) {
        if (province.endsWith(kind))
            return province.chopped(kind.size());
    }
    return province;
}

} // namespace

QString Division::fullName() const
{
    QString full = province == name ? QString() : province;
    if (prefecture != name)
        full += prefecture;
    return full + name;
}

Result<Divisions> Divisions::load(const TableSource &source)
{
    const auto table
        = Table::load(source, u"admin_divisions_all.csv"_s,
                      {u"code"_s, u"name"_s, u"province"_s, u"prefecture"_s, u"from_year"_s, u"until_year"_s});
    if (!table)
        return table.error();
    const auto rows = table->map<Division>(divisionIn);
    if (!rows)
        return rows.error();
    Divisions divisions;
    divisions.m_byCode.reserve(rows->size());
    for (const Division &division : *rows) {
        divisions.m_byCode.insert(division.code, division);
        if (division.code.endsWith(u"0000") && !division.untilYear)
            divisions.m_provinces << shortName(division.name);
    }
    return divisions;
}

bool Divisions::beginsWithProvince(QStringView address) const
{
    return std::any_of(m_provinces.begin(), m_provinces.end(),
                       [address](const QString &province) { return address.startsWith(province); });
}

QList<Division> Divisions::history(const QString &code) const
{
    QList<Division> divisions = m_byCode.values(code);
    std::sort(divisions.begin(), divisions.end(),
              [](const Division &a, const Division &b) { return a.fromYear < b.fromYear; });
    return divisions;
}

std::optional<Division> Divisions::find(const QString &code, int year) const
{
    const QList<Division> divisions = history(code);
    if (divisions.isEmpty())
        return {};
    const auto later = std::upper_bound(divisions.begin(), divisions.end(), year,
                                        [](int y, const Division &division) { return y < division.fromYear; });
    return later == divisions.begin() ? divisions.first() : *std::prev(later);
}

} // namespace idcounter

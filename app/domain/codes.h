#pragma once

#include "app/domain/table.h"

namespace idcounter {

// One value of a code table.
struct Code
{
    QString code;
    QString chinese;
    QString english;
    QString printed; // what papers and cards print; differs from chinese for ethnic groups ("汉", not "汉族")
};

// A code table in the order of its standard.
class Codes
{
public:
    static Result<Codes> ethnicGroups(const TableSource &source); // GB/T 3304 and 81, 97, 98, 99
    static Result<Codes> relations(const TableSource &source); // GB/T 4761-2008

    const QList<Code> &all() const { return m_codes; }
    std::optional<Code> find(QStringView code) const;

private:
    explicit Codes(QList<Code> codes)
        : m_codes(std::move(codes))
    {
    }

    QList<Code> m_codes;
};

} // namespace idcounter

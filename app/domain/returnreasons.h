#pragma once

#include "app/domain/caseprogress.h"
#include "app/domain/table.h"

namespace idcounter {

// One reason that a reviewer, the county or the centre may give when a case comes back.
struct ReturnCode
{
    QString code;
    FaultyItem item = FaultyItem::Photo;
    QString chinese;
    QString english;
};

// All of them. A code of a newer list of the centre's is taken as the form.
class ReturnReasons
{
public:
    static Result<ReturnReasons> load(const TableSource &source);

    const QList<ReturnCode> &all() const { return m_codes; }
    std::optional<ReturnCode> find(QStringView code) const;

private:
    QList<ReturnCode> m_codes;
};

} // namespace idcounter

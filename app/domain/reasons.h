#pragma once

#include "app/domain/table.h"

namespace idcounter {

// Why a card is applied for (GA/T 2000.10-2014), with what follows from it.
struct Reason
{
    enum class Class { First, Replace, Reissue, Temporary };

    QString code; // "22"
    Class reasonClass = Class::First;
    QString chinese;
    QString english;
    bool oldCardReturned = false; // the old card is handed back
    QString feeCode; // row of the fee table; empty for the heading of a class
    bool selectable = false; // offered to the clerk
};

// The reasons in the order of the standard.
class Reasons
{
public:
    static Result<Reasons> load(const TableSource &source);

    const QList<Reason> &all() const { return m_reasons; }
    QList<Reason> selectable() const;
    std::optional<Reason> find(QStringView code) const;

private:
    QList<Reason> m_reasons;
};

} // namespace idcounter

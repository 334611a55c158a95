#pragma once

#include "app/domain/fen.h"
#include "app/domain/table.h"

namespace idcounter {

// What is owed for one thing, and why.
struct Charge
{
    QString feeCode; // "RENEW"
    QString chinese; // what it is for, as receipts print it
    Fen full; // the price of the table
    Fen amount; // what is owed after a reduction
    QString basis; // the notice that sets the price
    QString reduction; // code of the reduction; empty without one

    friend bool operator==(const Charge &, const Charge &) = default;
};

// What is owed for all of them.
inline Fen sumOf(const QList<Charge> &charges)
{
    Fen sum;
    for (const Charge &charge : charges)
        sum = sum + charge.amount;
    return sum;
}

// A reduction under 财综[2004]8号.
struct Reduction
{
    QString code;
    QString chinese;
    QString english; // empty where the table has none
    bool exempt = false; // else half, rounded down to whole yuan
    QStringList feeCodes; // what it applies to
    QString evidence; // what proves it
};

// The prices by day and region. The program holds no amount of its own.
class FeeTable
{
public:
    static Result<FeeTable> load(const TableSource &source);

    // What a fee code costs on the day of acceptance in a region (two-digit province code; its row overrides the national
    // one). Errors: FeeNotSet (no row, or a price that is not settled), ReductionNotApplicable.
    Result<Charge> charge(const QString &feeCode, QDate day, const QString &region,
                          const QString &reduction = {}) const;

    const QList<Reduction> &reductions() const { return m_reductions; }
    std::optional<Reduction> reduction(QStringView code) const;

private:
    struct Price
    {
        QString feeCode;
        QString chinese;
        QString region;
        std::optional<int> amount;
        QDate from;
        QDate to; // inclusive; null while it holds
        QString basis;
    };
    static Result<Price> priceIn(const Table::Row &row);
    static Result<Reduction> reductionIn(const Table::Row &row);
    const Price *priceFor(const QString &feeCode, QDate day, const QString &region) const;

    QList<Price> m_prices;
    QList<Reduction> m_reductions;
};

} // namespace idcounter

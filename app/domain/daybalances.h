#pragma once

#include "app/domain/fen.h"

#include <QDateTime>
#include <QMap>
#include <QStringList>

namespace idcounter {

// What a report carries from day to day (RULES 8): opening + in - out = closing.
enum class Stock {
    OpenCases, // accepted and not ended
    ToReport, // reviewed and not yet in a package
    UnderWay, // reported, and no card here yet
    Cards, // in the station
    BlankCards, // blank forms of temporary cards
};

// One stock: opened with what was printed last, moved by what the journal says, closed with what is counted.
struct StockBalance
{
    Stock stock = Stock::OpenCases;
    QDate openedBy; // the day of the report whose closing it begins with; null: from the journal, none was printed
    qint64 opening = 0;
    QMap<QString, qint64> in; // by step
    QMap<QString, qint64> out;
    qint64 closing = 0;
    QStringList behind; // acceptance numbers of cases that stand elsewhere than the journal says

    qint64 expected() const
    {
        qint64 sum = opening;
        for (const qint64 count : in)
            sum += count;
        for (const qint64 count : out)
            sum -= count;
        return sum;
    }
    qint64 difference() const { return closing - expected(); }
    bool isEven() const { return difference() == 0 && behind.isEmpty(); }
};

// The money of a day, and what of all days was charged and not paid.
struct MoneyBalance
{
    Fen charged; // after reductions
    Fen paid;
    Fen receipts; // paid with a receipt
    Fen refunded;
    Fen online; // paid to the booking platform, whose provider gives the receipt
    Fen ordered; // left open as payment orders that can still be paid
    Fen unpaid; // of all other cases that were not given up unpaid
    QStringList unpaidCases; // acceptance numbers
    QStringList withoutReceipt; // payments of the day, by acceptance number

    bool isEven() const { return unpaidCases.isEmpty() && withoutReceipt.isEmpty() && paid == receipts + online; }
};

// Numbers that are given one after the other: a book of receipts, the acceptance numbers of a counter on a day, the vouchers
// of refunds. last - first + 1 = used + left, none missing.
struct NumberBalance
{
    enum class Kind { Receipts, Acceptance, Vouchers };

    Kind kind = Kind::Receipts;
    QString name; // of the book, the counter
    qint64 first = 0;
    qint64 last = 0; // of the book, or the last that was given
    qint64 used = 0; // found with a payment, a case, a refund
    qint64 left = 0; // of a book
    QStringList missing; // given and not found; the first twenty

    bool isEven() const { return last - first + 1 == used + left && missing.isEmpty(); }
};

struct DayBalances
{
    QDate day;
    QDateTime countedAt; // UTC
    QList<StockBalance> stocks;
    MoneyBalance money;
    QList<NumberBalance> numbers;
};

} // namespace idcounter

#pragma once

#include "app/domain/fen.h"

#include <QDate>
#include <QMap>
#include <QString>

namespace idcounter {

// The figures of one day at the counter, as the daily report counts them (RULES 8).
struct DayFigures
{
    QDate day;
    QMap<QString, int> casesByReason; // reason code
    QMap<QString, int> chargesByFee; // fee code
    QMap<QString, Fen> amountByFee; // owed after reductions
    QMap<QString, int> paymentsByMethod; // "cash", "terminal", "free"
    QMap<QString, Fen> amountByMethod;
    QString firstReceipt;
    QString lastReceipt;
    int photosTaken = 0;
    int photosAccepted = 0;
    QMap<QString, int> printsTaken; // finger code
    QMap<QString, int> printsAccepted;
    QMap<QString, int> refusals; // name of an error code, photos and prints together
    int draftsOpen = 0;
    int refusedCases = 0; // turned down at the counter
    QMap<QString, int> refusedByCode; // name of an error code; a case may have several

    int cases() const
    {
        int sum = 0;
        for (const int count : casesByReason)
            sum += count;
        return sum;
    }
    Fen money() const
    {
        Fen sum;
        for (const Fen &amount : amountByMethod)
            sum = sum + amount;
        return sum;
    }
};

// One figure of a day, by which the cases behind it are found.
struct Figure
{
    enum class Kind { Cases, Reason, Fee, Money, Method, Photos, Finger, Refused, Drafts };

    Kind kind = Kind::Cases;
    QString code; // of the reason, fee, means of payment or finger

    friend bool operator==(const Figure &, const Figure &) = default;
};

// How much a day brought, for comparison with others.
struct DayCount
{
    QDate day;
    int cases = 0;
    Fen money; // paid

    friend bool operator==(const DayCount &, const DayCount &) = default;
};

} // namespace idcounter

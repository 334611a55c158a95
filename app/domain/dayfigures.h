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

} // namespace idcounter

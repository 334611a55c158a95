#pragma once

#include "app/domain/daybalances.h"

#include <QDate>
#include <QMap>
#include <QString>

#include <optional>

namespace idcounter {

// What came by the booking platform on a day, and what became of it (RULES 7.5, 8).
struct DayBookings
{
    int submitted = 0; // bookings that came in
    QMap<QString, int> decisions; // on bookings, by their kind
    int withPlace = 0; // bookings for the day: confirmed or offered, whatever came of them
    int arrived = 0;
    int noShows = 0;
    int applications = 0; // for an online re-issue that came in
    QMap<QString, int> applicationDecisions; // by their kind
    QMap<QString, int> payments; // made online on the day, by fee code
    QMap<QString, Fen> paid;
    int refundsDue = 0; // of all days: what a person has to decide

    int stillOpen() const { return withPlace - arrived - noShows; }
    friend bool operator==(const DayBookings &, const DayBookings &) = default;
};

// What a day brought on the way from the slip to the card.
struct DayProgress
{
    int packages = 0; // written
    int packagedCases = 0;
    int acknowledgedCases = 0; // of them
    int feedbackFiles = 0; // read
    QMap<QString, int> feedbackLines; // by what they did
    QMap<QString, int> steps; // how often a case took a step, by its name
    QMap<QString, int> returns; // by the state in which a case came back
    int told = 0; // calls that reached the citizen
    int notReached = 0;
    int oldCards = 0; // taken at a collection
    int temporaryReturned = 0;
    int blanksReceived = 0; // forms of temporary cards
    int blanksSpoiled = 0;
    int unclaimed = 0; // cards, as the report is made
    QMap<QString, int> refundsByReason; // by the step that brought it
    QMap<QString, Fen> refundedByReason;
    QString firstVoucher;
    QString lastVoucher;
    std::optional<DayBookings> bookings; // empty where no platform is set

    Fen refunded() const
    {
        Fen sum;
        for (const Fen &amount : refundedByReason)
            sum = sum + amount;
        return sum;
    }
};

// The figures of one day at the counter, as the daily report counts them (RULES 8).
struct DayFigures
{
    QDate day;
    QMap<QString, int> casesByReason; // reason code
    QMap<QString, int> chargesByFee; // fee code
    QMap<QString, Fen> amountByFee; // owed after reductions
    QMap<QString, int> paymentsByMethod; // "cash", "terminal", "online", "order", "free"
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
    std::optional<DayProgress> progress; // of a report
    std::optional<DayBalances> balances;

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
    enum class Kind { Cases, Reason, Fee, Money, Method, Photos, Finger, Refused, Drafts, Step };

    Kind kind = Kind::Cases;
    QString code; // of the reason, fee, means of payment, finger or step

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

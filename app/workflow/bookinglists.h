#pragma once

#include "app/workflow/freetimes.h"
#include "app/workflow/platformimport.h"

namespace idcounter {

// What was done so far about a booking whose seat goes.
enum class MoveStep { None, Told, NotReached, Stays };

inline constexpr EnumNames moveSteps{
    std::pair{MoveStep::None, "none"},
    std::pair{MoveStep::Told, "told"},
    std::pair{MoveStep::NotReached, "notReached"},
    std::pair{MoveStep::Stays, "stays"},
};

// A booking in a list.
struct BookingRow
{
    Booking booking;
    bool isUnsent = false; // something about it waits for the line
    bool isDecided = false; // a decision does
    bool isRefused = false; // the platform did not take one: a task
    bool messageFailed = false; // the applicant could not be told: telephone
    bool hasCome = false; // the visit was recorded here
    std::optional<MoveReason> mustMove; // why its seat goes; empty: it stays
    MoveStep moveStep = MoveStep::None;

    // Whether the visit can be recorded: whoever was said not to have come may come all the same.
    bool mayCome() const
    {
        return !hasCome && booking.appointment.isSet()
            && (booking.state == BookingState::Confirmed || booking.state == BookingState::Offered
                || booking.state == BookingState::NoShow);
    }
    bool mayStayAway() const { return mayCome() && booking.state == BookingState::Confirmed; }
    QString phone() const { return booking.form ? booking.form->delivery.phone : QString(); }
};

// The bookings of the station, as its desk shows them.
struct BookingLists
{
    QList<BookingRow> toReview; // the oldest first
    QList<BookingRow> placed; // offered and confirmed, by time
    QList<BookingRow> today; // by time
    QList<BookingPlace> places;

    // Whose seat goes by the plan, and with whom that was not settled yet.
    QList<BookingRow> mustMove() const;
};

// In the database's thread.
Result<BookingRow> bookingRow(const Repositories &repositories, const PlatformItem &item);
Result<QList<BookingRow>> bookingRows(const Repositories &repositories, const QList<PlatformItem> &items);
Result<BookingLists> bookingLists(const Repositories &repositories, const QDateTime &now, const WorkCalendar &calendar);

// A step is kept for the time that the booking has: at another time it begins anew. In the database's thread.
Result<void> keepMoveStep(const Repositories &repositories, const Booking &booking, MoveStep step, const Clock &clock,
                          const Stamp &stamp);

} // namespace idcounter

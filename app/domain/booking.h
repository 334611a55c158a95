#pragma once

#include "app/domain/draft.h"
#include "app/domain/enumnames.h"

namespace idcounter {

// Bookings of the platform as the station knows them (RULES 7.3; docs/PLATFORM.md, "Life of a booking").
enum class BookingState { Submitted, MoreAsked, Refused, Offered, Confirmed, Expired, Cancelled, NoShow, Arrived };

inline constexpr EnumNames bookingStates{
    std::pair{BookingState::Submitted, "SUBMITTED"}, std::pair{BookingState::MoreAsked, "MORE_ASKED"},
    std::pair{BookingState::Refused, "REFUSED"},     std::pair{BookingState::Offered, "OFFERED"},
    std::pair{BookingState::Confirmed, "CONFIRMED"}, std::pair{BookingState::Expired, "EXPIRED"},
    std::pair{BookingState::Cancelled, "CANCELLED"}, std::pair{BookingState::NoShow, "NO_SHOW"},
    std::pair{BookingState::Arrived, "ARRIVED"},
};

// Online re-issues of a lost card.
enum class ApplicationState { Submitted, Eligible, SentToCounter, Paid, Withdrawn, TakenOver, Refused };

inline constexpr EnumNames applicationStates{
    std::pair{ApplicationState::Submitted, "SUBMITTED"},
    std::pair{ApplicationState::Eligible, "ELIGIBLE"},
    std::pair{ApplicationState::SentToCounter, "SENT_TO_COUNTER"},
    std::pair{ApplicationState::Paid, "PAID"},
    std::pair{ApplicationState::Withdrawn, "WITHDRAWN"},
    std::pair{ApplicationState::TakenOver, "TAKEN_OVER"},
    std::pair{ApplicationState::Refused, "REFUSED"},
};

// One window at one time.
struct SeatAt
{
    QUuid slot;
    int seat = 0;

    friend bool operator==(const SeatAt &, const SeatAt &) = default;
};

// A time at a place.
struct Appointment
{
    QUuid place;
    QDate day; // the station's
    QTime time;
    int minutes = 0;
    QList<SeatAt> seats;

    bool isSet() const { return day.isValid(); }
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

// When the applicant would like to come.
struct WishedTime
{
    QDate day;
    QTime from;
    QTime until;

    friend bool operator==(const WishedTime &, const WishedTime &) = default;
};

// What the applicant typed at home, opened: nothing of it was compared with anything.
struct TypedForm
{
    QDateTime filledAt; // UTC
    Applicant applicant;
    Guardian guardian;
    Business business;
    Delivery delivery;
    QStringList answers; // to what was asked for
    // Of an online re-issue
    QDate lostOn;
    QString realName; // how the account was tied to the person: FACE, BANK, COUNTER, PRACTICE; empty where it was not
    QString recipient;
    QString postcode;

    friend bool operator==(const TypedForm &, const TypedForm &) = default;
};

// Who changed it last, as a colleague is told.
struct LastChange
{
    QString by; // APPLICANT, STATION, PLATFORM, PROVIDER
    QDateTime at; // UTC
    QString officer; // name; empty unless it was the station

    friend bool operator==(const LastChange &, const LastChange &) = default;
};

struct Booking
{
    QUuid id;
    qint64 version = 0;
    BookingState state = BookingState::Submitted;
    QUuid place;
    QString reason; // GA/T 2000.10
    bool guardianComes = false;
    bool awayFromHome = false;
    bool isEnglish = false; // the applicant reads English
    QDateTime submittedAt; // UTC
    LastChange last;
    QList<WishedTime> times;
    Appointment appointment;
    QDateTime offeredUntil; // UTC; null unless it is offered
    QString arrivalCode;
    int moves = 0;
    QUuid application; // that was sent to the counter
    std::optional<TypedForm> form; // none: it cannot be opened, or is gone

    friend bool operator==(const Booking &, const Booking &) = default;
};

struct OnlineApplication
{
    QUuid id;
    qint64 version = 0;
    ApplicationState state = ApplicationState::Submitted;
    QString reason;
    bool isEnglish = false; // the applicant reads English
    QDateTime submittedAt; // UTC
    LastChange last;
    QUuid payment;
    QDateTime payUntil; // UTC
    QUuid booking;
    QString acceptanceNumber; // after it was taken over
    std::optional<TypedForm> form;

    friend bool operator==(const OnlineApplication &, const OnlineApplication &) = default;
};

// Whether something is still to come of it.
inline bool isLive(BookingState state)
{
    return state == BookingState::Submitted || state == BookingState::MoreAsked || state == BookingState::Offered
        || state == BookingState::Confirmed;
}

// What an officer decides on a booking.
enum class BookingDecision { Approve, Move, Ask, Refuse, Cancel };

inline constexpr EnumNames bookingDecisions{
    std::pair{BookingDecision::Approve, "approve"}, std::pair{BookingDecision::Move, "move"},
    std::pair{BookingDecision::Ask, "ask"},         std::pair{BookingDecision::Refuse, "refuse"},
    std::pair{BookingDecision::Cancel, "cancel"},
};

// Whether a decision is possible from a state (contract, section 1).
bool mayDecide(BookingDecision decision, BookingState state);

// The draft that a booking becomes when the applicant stands at the counter: the typed data, each part of it marked until a
// clerk has confirmed it.
Draft draftOf(const Booking &booking, const Clock &clock, const QString &clerk);

// The parts of a draft that were typed and wait for a clerk, in the order of the pages.
QList<BookedPart> unconfirmedParts(const Draft &draft);
void confirmPart(Draft &draft, BookedPart part);

} // namespace idcounter

#include "app/domain/openinghours.h"

#include <algorithm>

namespace idcounter {

namespace {

constexpr int mostWindows = 50; // by the contract with the platform
constexpr int shortestSlot = 5; // minutes
constexpr int longestSlot = 240;
constexpr int minutesOfDay = 1440;
constexpr int millisecondsOfMinute = 60000;

bool isSound(const OpeningHours &hours)
{
    return hours.fromMinutes >= 0 && hours.fromMinutes < hours.untilMinutes && hours.untilMinutes < minutesOfDay
        && hours.windows >= 0 && hours.windows <= mostWindows && hours.publicWindows >= 0
        && hours.publicWindows <= hours.windows && (hours.day.isValid() || (hours.weekday >= 1 && hours.weekday <= 7));
}

bool isWindowOpen(const OpeningHours &hours)
{
    return hours.windows > 0;
}

// The hours of a day itself; where it has none, those of its weekday.
QList<OpeningHours> ownHours(const BookingPlace &place, QDate day)
{
    QList<OpeningHours> own;
    std::copy_if(place.hours.begin(), place.hours.end(), std::back_inserter(own),
                 [&](const OpeningHours &hours) { return hours.day == day; });
    return own;
}

QList<OpeningHours> weeklyHours(const BookingPlace &place, QDate day)
{
    QList<OpeningHours> weekly;
    if (place.isVisit)
        return weekly;
    std::copy_if(place.hours.begin(), place.hours.end(), std::back_inserter(weekly),
                 [&](const OpeningHours &hours) { return !hours.day.isValid() && hours.weekday == day.dayOfWeek(); });
    return weekly;
}

QList<SeatOwner> seatsOf(const OpeningHours &hours)
{
    QList<SeatOwner> seats(hours.publicWindows, SeatOwner::Public);
    seats.resize(hours.windows, SeatOwner::Station);
    return seats;
}

} // namespace

Result<void> OpeningHours::check() const
{
    return isSound(*this) ? Result<void>() : Error{Error::Code::OpeningHoursInvalid, {}};
}

Result<void> BookingPlace::check() const
{
    const bool isGood = slotMinutes >= shortestSlot && slotMinutes <= longestSlot
        && std::all_of(hours.begin(), hours.end(), isSound)
        && std::all_of(businesses.begin(), businesses.end(),
                       [](const BusinessTime &business) {
                           return business.minutes >= shortestSlot && business.minutes <= longestSlot;
                       })
        && !businesses.isEmpty() && bookableFromDays <= bookableToDays && restFromMinutes <= restToMinutes
        && std::all_of(hours.begin(), hours.end(),
                       [this](const OpeningHours &one) { return !isVisit || one.day.isValid(); });
    return isGood ? Result<void>() : Error{Error::Code::OpeningHoursInvalid, {}};
}

int BookingPlace::slotsNeeded(const QString &reason) const
{
    for (const BusinessTime &business : businesses) {
        if (business.reason == reason)
            return (business.minutes + slotMinutes - 1) / slotMinutes;
    }
    return 1;
}

BookingPlace BookingPlace::visitPlace(const QUuid &id)
{
    BookingPlace village{.id = id, .isVisit = true};
    village.reminderDays = {7, 3, 1};
    return village;
}

PlaceDay placeDay(const BookingPlace &place, QDate day, const WorkCalendar &calendar)
{
    const QList<OpeningHours> own = ownHours(place, day);
    if (!own.isEmpty())
        return std::any_of(own.begin(), own.end(), isWindowOpen) ? PlaceDay::Own : PlaceDay::Closed;
    if (weeklyHours(place, day).isEmpty())
        return PlaceDay::None;
    return calendar.isHoliday(day) ? PlaceDay::Holiday : PlaceDay::Usual;
}

QList<PlannedSlot> slotsOn(const BookingPlace &place, QDate day, const WorkCalendar &calendar)
{
    QList<OpeningHours> valid = ownHours(place, day);
    if (valid.isEmpty() && !calendar.isHoliday(day))
        valid = weeklyHours(place, day);
    QList<PlannedSlot> planned;
    for (const OpeningHours &hours : std::as_const(valid)) {
        const QList<SeatOwner> seats = seatsOf(hours);
        if (seats.isEmpty() || !isSound(hours))
            continue;
        for (int minute = hours.fromMinutes; minute + place.slotMinutes <= hours.untilMinutes;
             minute += place.slotMinutes)
            planned << PlannedSlot{.day = day,
                                   .time = QTime::fromMSecsSinceStartOfDay(minute * millisecondsOfMinute),
                                   .minutes = place.slotMinutes,
                                   .seats = seats};
    }
    std::sort(planned.begin(), planned.end(),
              [](const PlannedSlot &one, const PlannedSlot &other) { return one.time < other.time; });
    // Hours that overlap do not make two slots of one time.
    const auto last = std::unique(planned.begin(), planned.end(), [](const PlannedSlot &one, const PlannedSlot &other) {
        return one.time.msecsTo(other.time) < one.minutes * millisecondsOfMinute;
    });
    planned.erase(last, planned.end());
    return planned;
}

QList<SeatOwner> seatsWanted(const QList<SeatOwner> &planned, qsizetype there)
{
    QList<SeatOwner> wanted = planned;
    wanted.resize(std::max(planned.size(), there), SeatOwner::Closed);
    return wanted;
}

std::optional<MoveReason> whyMoved(const BookingPlace &place, const HeldSeat &seat, const WorkCalendar &calendar)
{
    const QList<PlannedSlot> planned = slotsOn(place, seat.day, calendar);
    const auto slot = std::find_if(planned.begin(), planned.end(), [&seat](const PlannedSlot &one) {
        return one.time == seat.time && one.minutes == seat.minutes;
    });
    if (slot != planned.end())
        return seat.number <= slot->seats.size() ? std::optional<MoveReason>() : MoveReason::FewerWindows;
    switch (placeDay(place, seat.day, calendar)) {
    case PlaceDay::Closed:
        return MoveReason::DayClosed;
    case PlaceDay::Holiday:
        return MoveReason::Holiday;
    case PlaceDay::None:
        return MoveReason::NoHours;
    case PlaceDay::Usual:
    case PlaceDay::Own:
        break;
    }
    return MoveReason::OtherTimes;
}

} // namespace idcounter

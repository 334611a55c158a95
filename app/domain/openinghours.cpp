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

QList<SeatOwner> seatsOf(const OpeningHours &hours)
{
    QList<SeatOwner> seats(hours.publicWindows, SeatOwner::Public);
    seats.resize(hours.windows, SeatOwner::Station);
    return seats;
}

} // namespace

Result<void> BookingPlace::check() const
{
    const bool isGood = slotMinutes >= shortestSlot && slotMinutes <= longestSlot
        && std::all_of(hours.begin(), hours.end(), isSound)
        && std::all_of(businesses.begin(), businesses.end(), [](const BusinessTime &business) {
                            return business.minutes >= shortestSlot && business.minutes <= longestSlot;
                        });
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

QList<PlannedSlot> slotsOn(const BookingPlace &place, QDate day, const WorkCalendar &calendar)
{
    QList<OpeningHours> valid;
    const auto isOwn = [&](const OpeningHours &hours) { return hours.day == day; };
    const auto isWeekly
        = [&](const OpeningHours &hours) { return !hours.day.isValid() && hours.weekday == day.dayOfWeek(); };
    std::copy_if(place.hours.begin(), place.hours.end(), std::back_inserter(valid), isOwn);
    if (valid.isEmpty() && !place.isVisit && calendar.isWorkingDay(day))
        std::copy_if(place.hours.begin(), place.hours.end(), std::back_inserter(valid), isWeekly);
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

} // namespace idcounter

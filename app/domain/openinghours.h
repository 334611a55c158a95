#pragma once

#include "app/domain/json.h"
#include "app/domain/workcalendar.h"

#include <QDate>

#include <optional>

namespace idcounter {

// Whose a seat is: only its owner gives it away, so that what is decided without a line cannot be sold a second time.
enum class SeatOwner { Public, Station, Closed };

// Hours in which bookings are served, and at how many windows.
struct OpeningHours
{
    int weekday = 1; // 1 Monday to 7 Sunday; 0: on `day` only
    QDate day; // of an exception, or of a visit
    int fromMinutes = 540; // of the day: 540 is nine o'clock
    int untilMinutes = 720;
    int windows = 1;
    int publicWindows = 1; // of them for the public; the others are the station's own. None at all: closed

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("weekday", self.weekday);
        archive("day", self.day);
        archive("from", self.fromMinutes);
        archive("until", self.untilMinutes);
        archive("windows", self.windows);
        archive("publicWindows", self.publicWindows);
    }
    // Errors: OpeningHoursInvalid.
    Result<void> check() const;
    friend bool operator==(const OpeningHours &, const OpeningHours &) = default;
};

// How long a business takes at the counter, and what is to be brought for it.
struct BusinessTime
{
    QString reason; // GA/T 2000.10
    int minutes = 20;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("reason", self.reason);
        archive("minutes", self.minutes);
    }
    friend bool operator==(const BusinessTime &, const BusinessTime &) = default;
};

// Where people come: the station's hall, or a village on the days of the field team's visit. With the rules that bind the
// applicants' pages; the numbers are settings, no law has them.
struct BookingPlace
{
    QUuid id;
    bool isVisit = false; // no weekly hours: the days of the visit only
    QString nameZh;
    QString nameEn;
    QString addressZh;
    QString addressEn;
    QString phone;
    bool isClosed = false; // no new bookings
    int slotMinutes = 20;
    int planVersion = 1; // goes up with each change
    QList<OpeningHours> hours; // of the week; and of single days, which then hold instead of the week
    QList<BusinessTime> businesses;
    int bookableFromDays = 1;
    int bookableToDays = 60;
    int offerHours = 72;
    int cancelUntilHours = 4;
    int moveUntilHours = 24;
    int maxMoves = 3;
    int restFromMinutes = 10;
    int restToMinutes = 60;
    int noShowMinutes = 30;
    int noShowsAllowed = 2;
    int noShowDays = 90;
    QList<int> reminderDays{3, 1}; // before the day

    // A village of the field team: visited at a distance, so people are reminded a week before as well.
    static BookingPlace visitPlace(const QUuid &id);

    // Errors: OpeningHoursInvalid.
    Result<void> check() const;
    int slotsNeeded(const QString &reason) const;

    template<typename Archive, typename Self>
    static void fields(Archive &archive, Self &self)
    {
        archive("id", self.id);
        archive("isVisit", self.isVisit);
        archive("nameZh", self.nameZh);
        archive("nameEn", self.nameEn);
        archive("addressZh", self.addressZh);
        archive("addressEn", self.addressEn);
        archive("phone", self.phone);
        archive("isClosed", self.isClosed);
        archive("slotMinutes", self.slotMinutes);
        archive("planVersion", self.planVersion);
        archive("hours", self.hours);
        archive("businesses", self.businesses);
        archive("bookableFromDays", self.bookableFromDays);
        archive("bookableToDays", self.bookableToDays);
        archive("offerHours", self.offerHours);
        archive("cancelUntilHours", self.cancelUntilHours);
        archive("moveUntilHours", self.moveUntilHours);
        archive("maxMoves", self.maxMoves);
        archive("restFromMinutes", self.restFromMinutes);
        archive("restToMinutes", self.restToMinutes);
        archive("noShowMinutes", self.noShowMinutes);
        archive("noShowsAllowed", self.noShowsAllowed);
        archive("noShowDays", self.noShowDays);
        archive("reminderDays", self.reminderDays);
    }
    friend bool operator==(const BookingPlace &, const BookingPlace &) = default;
};

// A slot as the hours want it.
struct PlannedSlot
{
    QDate day;
    QTime time;
    int minutes = 0;
    QList<SeatOwner> seats; // the first is number 1

    friend bool operator==(const PlannedSlot &, const PlannedSlot &) = default;
};

// What a day is at a place. Own: it has hours of its own; Closed: it has, and no window in them; Holiday: by the notice, and the
// place would be open otherwise; None: no hours on this weekday, or no visit.
enum class PlaceDay { Usual, Own, Closed, Holiday, None };
PlaceDay placeDay(const BookingPlace &place, QDate day, const WorkCalendar &calendar);

// The slots of a day in their order; none on a holiday, unless the day has hours of its own.
QList<PlannedSlot> slotsOn(const BookingPlace &place, QDate day, const WorkCalendar &calendar);

// The owners that the seats of a slot are to have: as planned, and closed where there are more than planned; a seat is
// never left out.
QList<SeatOwner> seatsWanted(const QList<SeatOwner> &planned, qsizetype there);

// Why who has a seat must be moved: the day is closed, has become a holiday or none of the place's, the time is no longer a
// slot, or there are fewer windows. Empty where the plan still has the seat, whoever it is of.
enum class MoveReason { DayClosed, Holiday, NoHours, OtherTimes, FewerWindows };
struct HeldSeat
{
    QDate day;
    QTime time;
    int minutes = 0;
    int number = 0; // from 1
};
std::optional<MoveReason> whyMoved(const BookingPlace &place, const HeldSeat &seat, const WorkCalendar &calendar);

} // namespace idcounter

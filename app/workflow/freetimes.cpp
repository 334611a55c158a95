#include "app/workflow/freetimes.h"

#include "app/domain/clock.h"
#include "app/exchange/platformjson.h"
#include "app/workflow/platformimport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qint64 secondsOfMinute = 60;

using TakenSeats = QList<PlatformRepository::TakenSeat>;

// The slots of a place from then on, by time; those of an earlier plan that had another length are closed, and left out.
Result<QList<KnownSlot>> slotsFrom(const Repositories &repositories, const BookingPlace &place, const QDateTime &from)
{
    const QDate first = stationTime(from).date();
    const auto items = repositories.platform.between(u"slots"_s, first, first.addDays(place.bookableToDays));
    if (!items)
        return items.error();
    QList<KnownSlot> known;
    for (const PlatformItem &item : *items) {
        const KnownSlot slot = slotFrom(resourceIn(item));
        if (slot.place == place.id && slot.minutes == place.slotMinutes && slot.startsAt() > from)
            known << slot;
    }
    std::sort(known.begin(), known.end(),
              [](const KnownSlot &one, const KnownSlot &other) { return one.startsAt() < other.startsAt(); });
    return known;
}

// The number of a seat that nobody has, by what was heard and by what was given away here; 0: none.
int freeSeat(const KnownSlot &slot, SeatOwner owner, const TakenSeats &taken)
{
    for (const KnownSeat &seat : slot.seats) {
        const bool isTaken = std::any_of(taken.begin(), taken.end(), [&](const PlatformRepository::TakenSeat &one) {
            return one.slot == slot.id && one.seat == seat.number;
        });
        if (seat.owner == owner && seat.isFree && !seat.isClosing && !isTaken)
            return seat.number;
    }
    return 0;
}

// The run of slots that begins with one; empty where one of them is missing or full.
std::optional<FreeTime> timeAt(const QList<KnownSlot> &known, qsizetype at, int slotsNeeded, const TakenSeats &taken)
{
    FreeTime time{.slot = known[at].id, .day = known[at].day, .time = known[at].time, .isPublicFree = true};
    for (qsizetype part = at; part < at + slotsNeeded; ++part) {
        const KnownSlot &slot = known[part];
        if (part > at) {
            const KnownSlot &before = known[part - 1];
            if (before.startsAt().addSecs(before.minutes * secondsOfMinute) != slot.startsAt())
                return {};
        }
        const int own = freeSeat(slot, SeatOwner::Station, taken);
        if (own > 0)
            time.own << SeatAt{.slot = slot.id, .seat = own};
        time.isPublicFree = time.isPublicFree && freeSeat(slot, SeatOwner::Public, taken) > 0;
        time.minutes += slot.minutes;
    }
    if (time.own.size() < slotsNeeded)
        time.own.clear();
    return time.own.isEmpty() && !time.isPublicFree ? std::optional<FreeTime>() : time;
}

} // namespace

Result<QList<FreeTime>> freeTimes(const Repositories &repositories, const BookingPlace &place, int slotsNeeded,
                                  const QDateTime &from, int limit)
{
    const auto known = slotsFrom(repositories, place, from);
    const auto taken = repositories.platform.takenSeats();
    if (!known)
        return known.error();
    if (!taken)
        return taken.error();
    QList<FreeTime> times;
    for (qsizetype at = 0; at + slotsNeeded <= known->size() && times.size() < limit; ++at) {
        if (const auto time = timeAt(*known, at, slotsNeeded, *taken))
            times << *time;
    }
    return times;
}

Result<QList<BookingPlace>> bookingPlaces(const Repositories &repositories)
{
    const auto stored = repositories.platform.places();
    if (!stored)
        return stored.error();
    QList<BookingPlace> places;
    for (const QByteArray &bytes : *stored) {
        const auto place = json::fromBytes<BookingPlace>(bytes);
        if (!place)
            return place.error();
        places << *place;
    }
    return places;
}

} // namespace idcounter

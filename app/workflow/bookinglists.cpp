#include "app/workflow/bookinglists.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/platformjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QStringList toReviewStates{u"SUBMITTED"_s, u"MORE_ASKED"_s};
const QStringList placedStates{u"OFFERED"_s, u"CONFIRMED"_s};
const QString moveTask = u"mustMove"_s;
constexpr int daysLookedBack = 200; // bookings are made at most half a year ahead

// "2026-12-01T09:00 told": the time that was held, and what was done about it.
QString heldTime(const Booking &booking)
{
    return QDateTime(booking.appointment.day, booking.appointment.time).toString(u"yyyy-MM-ddTHH:mm"_s);
}

void sortByTime(QList<BookingRow> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const BookingRow &one, const BookingRow &other) {
        return std::pair(one.booking.appointment.day, one.booking.appointment.time)
            < std::pair(other.booking.appointment.day, other.booking.appointment.time);
    });
}

// Why one of the seats of a booking goes, by the station's own plan: known also while the platform was not told of it.
Result<std::optional<MoveReason>> whySeatGoes(const Repositories &repositories, const Booking &booking,
                                              const QList<BookingPlace> &places, const WorkCalendar &calendar)
{
    const auto place = std::find_if(places.begin(), places.end(), [&](const BookingPlace &one) {
        return one.id == (booking.appointment.place.isNull() ? booking.place : booking.appointment.place);
    });
    if (place == places.end())
        return std::optional<MoveReason>();
    for (const SeatAt &seat : booking.appointment.seats) {
        const auto item = repositories.platform.find(u"slots"_s, seat.slot);
        if (!item)
            return item.error();
        if (!*item)
            continue;
        const KnownSlot slot = slotFrom(resourceIn(**item));
        const auto why = whyMoved(
            *place, {.day = slot.day, .time = slot.time, .minutes = slot.minutes, .number = seat.seat}, calendar);
        if (why)
            return why;
    }
    return std::optional<MoveReason>();
}

Result<QHash<QUuid, QString>> moveStepsKept(const Repositories &repositories, const QDateTime &now)
{
    const auto tasks = repositories.platform.settledTasks(moveTask, now.addDays(-daysLookedBack));
    if (!tasks)
        return tasks.error();
    QHash<QUuid, QString> kept; // the newest of each booking
    for (const PlatformTask &task : *tasks)
        kept.insert(task.about, task.detail);
    return kept;
}

Result<void> markMoves(const Repositories &repositories, BookingLists &lists, const QDateTime &now,
                       const WorkCalendar &calendar)
{
    const auto kept = moveStepsKept(repositories, now);
    if (!kept)
        return kept.error();
    const QDateTime here = stationTime(now);
    for (BookingRow &row : lists.placed) {
        const Appointment &at = row.booking.appointment;
        if (row.hasCome || std::pair(at.day, at.time) <= std::pair(here.date(), here.time()))
            continue;
        const auto why = whySeatGoes(repositories, row.booking, lists.places, calendar);
        if (!why)
            return why.error();
        row.mustMove = *why;
        const QString step = kept->value(row.booking.id);
        if (step.section(u' ', 0, 0) == heldTime(row.booking))
            row.moveStep = moveSteps.value(step.section(u' ', 1)).value_or(MoveStep::None);
    }
    return {};
}

bool isArrival(const Outgoing &outgoing)
{
    return outgoing.kind == "visits"_L1 && QJsonDocument::fromJson(outgoing.body)[u"kind"_s].toString() == "ARRIVED"_L1;
}

// The platform took it in, and what came of it has not come back yet.
bool isUnheard(const Outgoing &decision, const Booking &booking)
{
    return decision.state == Outgoing::State::Sent
        && QJsonDocument::fromJson(decision.body)[u"bookingVersion"_s].toInteger() == booking.version;
}

bool hasEnded(const BookingRow &row)
{
    return row.booking.state == BookingState::Cancelled || row.booking.state == BookingState::Expired
        || row.booking.state == BookingState::Refused;
}

} // namespace

QList<BookingRow> BookingLists::mustMove() const
{
    QList<BookingRow> rows;
    std::copy_if(placed.begin(), placed.end(), std::back_inserter(rows), [](const BookingRow &row) {
        // A decision that waits for the line has settled it.
        return row.mustMove && row.moveStep != MoveStep::Stays && !row.isDecided;
    });
    return rows;
}

Result<BookingRow> bookingRow(const Repositories &repositories, const PlatformItem &item)
{
    BookingRow row{.booking = bookingIn(item)};
    const auto lane = repositories.platform.inLane(item.id);
    const auto messages = repositories.platform.about(item.id, u"messages"_s);
    if (!lane)
        return lane.error();
    if (!messages)
        return messages.error();
    for (const Outgoing &outgoing : *lane) {
        const bool waits = outgoing.state == Outgoing::State::Waiting;
        row.isUnsent = row.isUnsent || waits;
        row.isDecided
            = row.isDecided || (outgoing.kind == "decisions"_L1 && (waits || isUnheard(outgoing, row.booking)));
        row.isRefused = row.isRefused || outgoing.state == Outgoing::State::Refused;
        row.hasCome = row.hasCome || isArrival(outgoing);
    }
    row.messageFailed = std::any_of(messages->begin(), messages->end(), [](const PlatformItem &message) {
        return messageFrom(resourceIn(message)).failed();
    });
    return row;
}

Result<QList<BookingRow>> bookingRows(const Repositories &repositories, const QList<PlatformItem> &items)
{
    QList<BookingRow> rows;
    for (const PlatformItem &item : items) {
        const auto row = bookingRow(repositories, item);
        if (!row)
            return row.error();
        rows << *row;
    }
    return rows;
}

Result<BookingLists> bookingLists(const Repositories &repositories, const QDateTime &now, const WorkCalendar &calendar)
{
    BookingLists lists;
    const auto take = [&](const Result<QList<PlatformItem>> &items, QList<BookingRow> &rows) -> Result<void> {
        if (!items)
            return items.error();
        const auto made = bookingRows(repositories, *items);
        if (!made)
            return made.error();
        rows = *made;
        return {};
    };
    const PlatformRepository &platform = repositories.platform;
    if (const auto done = take(platform.inStates(u"bookings"_s, toReviewStates), lists.toReview); !done)
        return done.error();
    if (const auto done = take(platform.inStates(u"bookings"_s, placedStates), lists.placed); !done)
        return done.error();
    if (const auto done = take(platform.onDay(u"bookings"_s, stationTime(now).date()), lists.today); !done)
        return done.error();
    const auto places = bookingPlaces(repositories);
    if (!places)
        return places.error();
    lists.places = *places;
    std::stable_sort(lists.toReview.begin(), lists.toReview.end(), [](const BookingRow &one, const BookingRow &other) {
        return one.booking.submittedAt < other.booking.submittedAt;
    });
    lists.today.removeIf(hasEnded);
    sortByTime(lists.placed);
    sortByTime(lists.today);
    const auto marked = markMoves(repositories, lists, now, calendar);
    return marked ? Result<BookingLists>(lists) : marked.error();
}

Result<void> keepMoveStep(const Repositories &repositories, const Booking &booking, MoveStep step, const Clock &clock,
                          const Stamp &stamp)
{
    const QUuid id = makeUuidV7(clock);
    const auto put = repositories.platform.putTask({.id = id,
                                                    .kind = moveTask,
                                                    .about = booking.id,
                                                    .at = clock(),
                                                    .detail = heldTime(booking) + u' ' + moveSteps.name(step)});
    return put ? repositories.platform.settleTask(id, stamp) : put;
}

} // namespace idcounter

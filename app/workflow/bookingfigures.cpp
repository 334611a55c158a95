#include "app/workflow/bookingfigures.h"

#include "app/domain/booking.h"
#include "app/workflow/platformimport.h"
#include "app/workflow/platformsettings.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString bookingAction = u"booking-"_s;
const QString applicationAction = u"application-"_s;

bool isOn(QDate day, const QDateTime &at)
{
    return at.isValid() && stationTime(at).date() == day;
}

// Whether a visit was said here that the platform has not taken in yet.
Result<std::optional<BookingState>> visitSaid(const Repositories &repositories, const QUuid &booking)
{
    const auto lane = repositories.platform.inLane(booking);
    if (!lane)
        return lane.error();
    std::optional<BookingState> said;
    for (const Outgoing &outgoing : *lane) {
        if (outgoing.kind == "visits"_L1)
            said = bookingStates.value(QJsonDocument::fromJson(outgoing.body)[u"kind"_s].toString());
    }
    return said;
}

Result<void> countVisits(const Repositories &repositories, QDate day, DayBookings &figures)
{
    const auto items = repositories.platform.onDay(u"bookings"_s, day);
    if (!items)
        return items.error();
    for (const PlatformItem &item : *items) {
        BookingState state = bookingIn(item).state;
        if (state != BookingState::Offered && state != BookingState::Confirmed && state != BookingState::Arrived
            && state != BookingState::NoShow)
            continue;
        const auto said = visitSaid(repositories, item.id);
        if (!said)
            return said.error();
        state = said->value_or(state);
        ++figures.withPlace;
        figures.arrived += state == BookingState::Arrived ? 1 : 0;
        figures.noShows += state == BookingState::NoShow ? 1 : 0;
    }
    return {};
}

Result<void> countArrivals(const Repositories &repositories, QDate day, DayBookings &figures)
{
    const auto bookings = repositories.platform.changedSince(u"bookings"_s, beginOf(day));
    const auto applications = repositories.platform.changedSince(u"applications"_s, beginOf(day));
    if (!bookings)
        return bookings.error();
    if (!applications)
        return applications.error();
    for (const PlatformItem &item : *bookings) {
        // An application that was sent to the counter was counted as such.
        const Booking booking = bookingIn(item);
        figures.submitted += booking.application.isNull() && isOn(day, booking.submittedAt) ? 1 : 0;
    }
    for (const PlatformItem &item : *applications)
        figures.applications += isOn(day, onlineApplicationIn(item).submittedAt) ? 1 : 0;
    return {};
}

Result<void> countPayments(const Repositories &repositories, QDate day, DayBookings &figures)
{
    const auto payments = repositories.platform.changedSince(u"payments"_s, beginOf(day));
    if (!payments)
        return payments.error();
    for (const PlatformItem &item : *payments) {
        const KnownPayment payment = paymentFrom(resourceIn(item));
        if (!isOn(day, payment.paidAt))
            continue;
        ++figures.payments[payment.feeCode];
        figures.paid[payment.feeCode].amount += payment.paidFen;
    }
    const auto due = repositories.platform.inStates(u"payments"_s, {u"REFUND_DUE"_s});
    if (!due)
        return due.error();
    figures.refundsDue = int(due->size());
    return {};
}

// By what was recorded at the counters of the station.
Result<void> countDecisions(const Repositories &repositories, QDate day, DayBookings &figures)
{
    const auto actions = repositories.journal.actionsWithin(beginOf(day), beginOf(day.addDays(1)));
    if (!actions)
        return actions.error();
    for (auto action = actions->begin(); action != actions->end(); ++action) {
        const QString kind = action.key().section(u'-', 1);
        if (action.key().startsWith(bookingAction) && bookingDecisions.value(kind))
            figures.decisions[kind] += action.value();
        else if (action.key().startsWith(applicationAction))
            figures.applicationDecisions[kind] += action.value();
    }
    return {};
}

} // namespace

Result<std::optional<DayBookings>> dayBookings(const Repositories &repositories, QDate day)
{
    const auto settings = PlatformSettings::load(repositories.station);
    const auto cursor = repositories.platform.cursor();
    if (!settings)
        return settings.error();
    if (!cursor)
        return cursor.error();
    if (!settings->isSet() && !cursor->readAt.isValid())
        return std::optional<DayBookings>();
    DayBookings figures;
    for (const auto count : {countVisits, countArrivals, countPayments, countDecisions}) {
        if (const auto done = count(repositories, day, figures); !done)
            return done.error();
    }
    return std::optional(figures);
}

} // namespace idcounter

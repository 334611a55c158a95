#include "platform/service/bookings.h"

#include "app/domain/citizennumber.h"
#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"
#include "app/exchange/signeddecision.h"
#include "platform/service/stations.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qint64 daysKeptWithoutReceipt = 90;
constexpr qint64 secondsOfHour = 3600;

bool isLive(const QString &state)
{
    return state == "SUBMITTED"_L1 || state == "MORE_ASKED"_L1 || state == "OFFERED"_L1 || state == "CONFIRMED"_L1;
}

QDateTime startOf(const Resource &booking)
{
    return instantFrom(booking.body[u"appointment"_s][u"startsAt"_s].toString());
}

Problem stateConflict(const Resource &resource)
{
    return Problem::of(u"state-conflict"_s, {{u"current"_s, Bookings::currentOf(resource)}});
}

Problem noSeatFree(const QJsonArray &free)
{
    return Problem::of(u"no-seat-free"_s, {{u"free"_s, free}});
}

Problem misfit(const QString &pointer, const QString &code)
{
    return Problem::of(u"body-invalid"_s,
                       {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, pointer}, {u"code"_s, code}}}}});
}

// The form with the members the platform adds; or what does not fit.
Outcome<QJsonObject> complete(QJsonObject form, const QString &name, const QString &owner, const QString &id,
                              const QDateTime &now)
{
    form[u"form"_s] = name + u"/1"_s;
    form[owner] = id;
    form[u"filledAt"_s] = instantText(now);
    QJsonArray errors;
    for (const Misfit &one : Contract::instance().misfits(name, form))
        errors << QJsonObject{{u"pointer"_s, one.pointer}, {u"code"_s, one.code}};
    if (!CitizenNumber::parse(form[u"applicant"_s][u"number"_s].toString()))
        errors << QJsonObject{{u"pointer"_s, u"/applicant/number"_s}, {u"code"_s, u"format"_s}};
    if (!errors.isEmpty())
        return Problem::of(u"body-invalid"_s, {{u"errors"_s, errors}});
    return form;
}

bool isUnderSixteen(const QJsonObject &form, const QDateTime &now)
{
    constexpr int adult = 16; // Resident Identity Card Law, Art. 7
    const QDate birth = QDate::fromString(form[u"applicant"_s][u"birthDate"_s].toString(), Qt::ISODate);
    return birth.addYears(adult) > stationTime(now).date();
}

} // namespace

QString Bookings::personIndex(const PlatformKeys &keys, const QString &number)
{
    return PlatformKeys::mac(keys.index, "person\n" + number.toUpper().toUtf8());
}

QJsonObject Bookings::currentOf(const Resource &resource)
{
    QJsonObject current{{u"kind"_s, resource.kind}, {u"id"_s, resource.id}, {u"version"_s, resource.version}};
    if (!resource.state.isEmpty())
        current[u"state"_s] = resource.state;
    const QJsonObject last = resource.body[u"last"_s].toObject();
    const QJsonObject body = resource.body[u"body"_s].toObject();
    QJsonObject byStation{{u"by"_s, u"STATION"_s}, {u"at"_s, instantText(resource.changedAt)}};
    if (body.contains(u"by"_s))
        byStation[u"officer"_s] = body[u"by"_s];
    current[u"last"_s] = last.isEmpty() ? byStation : last;
    return current;
}

Outcome<Resource> Bookings::ofAccount(const QString &account, const QString &id) const
{
    const auto there = m_resources.find(u"bookings"_s, id);
    if (!there)
        return there.error();
    if (!*there || (*there)->account != account || account.isEmpty())
        return Problem::of(u"not-found"_s);
    return **there;
}

Outcome<Resource> Bookings::find(const QString &account, const QString &id) const
{
    return ofAccount(account, id);
}

Outcome<QList<Resource>> Bookings::all(const QString &account) const
{
    const auto found = m_resources.ofAccount(account, u"bookings"_s);
    return found ? Outcome<QList<Resource>>(*found) : found.error();
}

Outcome<bool> Bookings::hasLive(const QString &account, const QString &number) const
{
    const auto found = all(account);
    if (!found)
        return found.problem();
    const QString person = personIndex(m_platform.keys, number);
    return std::any_of(found->begin(), found->end(),
                       [&](const Resource &booking) { return booking.personIndex == person && isLive(booking.state); });
}

Outcome<QJsonObject> Bookings::place(const QString &id) const
{
    const auto there = m_resources.find(u"places"_s, id);
    if (!there)
        return there.error();
    if (!*there)
        return Problem::of(u"not-found"_s);
    return (*there)->body[u"body"_s].toObject();
}

// Sealed to the newest keys of the station; what the platform goes on with lies open beside it.
Outcome<void> Bookings::seal(Resource &booking, const QJsonObject &form) const
{
    const auto keys = Stations(m_resources.connection()).newestKeys(booking.station);
    if (!keys)
        return keys.error();
    if (!*keys)
        return Problem::of(u"unavailable"_s);
    const auto sealed = sealedFor(**keys, canonical(form));
    if (!sealed)
        return sealed.error();
    booking.body[u"sealed"_s] = QJsonObject{{u"form"_s, form[u"form"_s]},
                                            {u"key"_s, (*keys)->fingerprint()},
                                            {u"data"_s, QString::fromLatin1(sealed->toBase64())}};
    booking.body[u"reason"_s] = form[u"business"_s][u"reason"_s];
    booking.body[u"guardianComes"_s] = isUnderSixteen(form, m_resources.now());
    booking.body[u"awayFromHome"_s] = form[u"business"_s][u"offSite"_s].toBool();
    return {};
}

Outcome<Resource> Bookings::store(Resource booking, const QString &by, const QJsonObject &decision)
{
    QJsonObject last{{u"by"_s, by}, {u"at"_s, instantText(m_resources.now())}};
    if (!decision.isEmpty()) {
        last[u"officer"_s] = decision[u"by"_s];
        last[u"decision"_s] = decision[u"id"_s];
    }
    booking.body[u"last"_s] = last;
    if (booking.state != "OFFERED"_L1) {
        booking.body.remove(u"offeredUntil"_s);
        const bool isOver = !isLive(booking.state);
        const bool isSealed = booking.body.contains(u"sealed"_s);
        // Without a receipt the sealed form goes 90 days after the end.
        booking.dueAt = isOver && isSealed ? m_resources.now().addDays(daysKeptWithoutReceipt) : QDateTime();
    }
    if (booking.state != "MORE_ASKED"_L1 && booking.state != "REFUSED"_L1 && booking.state != "CANCELLED"_L1)
        booking.body.remove(u"reasons"_s);
    const auto stored = m_resources.put(booking);
    return stored ? Outcome<Resource>(booking) : stored.error();
}

Outcome<Resource> Bookings::submit(const BookingOrder &order)
{
    const auto known = m_resources.find(u"bookings"_s, order.id);
    if (!known)
        return known.error();
    if (*known) // the same page sent twice
        return (*known)->account == order.account ? Outcome<Resource>(**known) : Problem::of(u"not-found"_s);
    const auto there = place(order.place);
    if (!there)
        return there.problem();
    const QDateTime &now = m_resources.now();
    const auto form = complete(order.form, u"BookedForm"_s, u"booking"_s, order.id, now);
    if (!form)
        return form.problem();
    if (isUnderSixteen(*form, now) && !form->contains(u"guardian"_s))
        return misfit(u"/guardian"_s, u"missing"_s);
    Resource booking{.kind = u"bookings"_s,
                     .id = order.id,
                     .station = (*there)[u"station"_s].toString(),
                     .state = u"SUBMITTED"_s,
                     .personIndex = personIndex(m_platform.keys, (*form)[u"applicant"_s][u"number"_s].toString()),
                     .account = order.account};
    const QJsonObject rules = (*there)[u"rules"_s].toObject();
    const auto since = now.addDays(-rules[u"noShowDays"_s].toInt());
    const auto missed = m_resources.ofAccount(order.account, u"bookings"_s);
    if (!missed)
        return missed.error();
    const auto noShows = std::count_if(missed->begin(), missed->end(), [&](const Resource &one) {
        return one.state == "NO_SHOW"_L1 && one.personIndex == booking.personIndex && one.changedAt >= since;
    });
    if ((*there)[u"closed"_s].toBool() || noShows >= rules[u"noShowsAllowed"_s].toInt())
        return Problem::of(u"state-conflict"_s);
    booking.body = {{u"station"_s, booking.station},         {u"place"_s, order.place},
                    {u"language"_s, order.language},         {u"submittedAt"_s, instantText(now)},
                    {u"personIndex"_s, booking.personIndex}, {u"moves"_s, 0}};
    if (!order.times.isEmpty())
        booking.body[u"times"_s] = order.times;
    if (const auto sealed = seal(booking, *form); !sealed)
        return sealed.problem();
    return store(booking, u"APPLICANT"_s);
}

Outcome<Resource> Bookings::answer(const QString &account, const QString &id, const QJsonObject &form)
{
    const auto there = ofAccount(account, id);
    if (!there)
        return there;
    if (there->state != "MORE_ASKED"_L1)
        return stateConflict(*there);
    const auto whole = complete(form, u"BookedForm"_s, u"booking"_s, id, m_resources.now());
    if (!whole)
        return whole.problem();
    // The person of a booking never changes: a place is not sold on.
    if (personIndex(m_platform.keys, (*whole)[u"applicant"_s][u"number"_s].toString()) != there->personIndex)
        return misfit(u"/applicant/number"_s, u"combination"_s);
    Resource booking = *there;
    booking.state = u"SUBMITTED"_s;
    if (const auto sealed = seal(booking, *whole); !sealed)
        return sealed.problem();
    return store(booking, u"APPLICANT"_s);
}

Outcome<Resource> Bookings::confirm(const QString &account, const QString &id)
{
    const auto there = ofAccount(account, id);
    if (!there)
        return there;
    if (there->state == "CONFIRMED"_L1) // the button pressed twice
        return there;
    if (there->state != "OFFERED"_L1 || instantFrom(there->body[u"offeredUntil"_s].toString()) <= m_resources.now())
        return stateConflict(*there);
    if (const auto confirmed = m_seats.confirm(id); !confirmed)
        return confirmed.error();
    Resource booking = *there;
    booking.state = u"CONFIRMED"_s;
    const auto stored = store(booking, u"APPLICANT"_s);
    if (!stored)
        return stored;
    const auto told = tell(*stored, u"CHANGED"_s);
    return told ? stored : Outcome<Resource>(told.problem());
}

Outcome<bool> Bookings::mayCancel(const Resource &booking) const
{
    if (!isLive(booking.state))
        return false;
    if (!booking.body.contains(u"appointment"_s))
        return true;
    const auto there = place(booking.body[u"place"_s].toString());
    if (!there)
        return there.problem();
    const qint64 hours = (*there)[u"rules"_s][u"cancelUntilHours"_s].toInt();
    return m_resources.now().addSecs(hours * secondsOfHour) <= startOf(booking);
}

Outcome<bool> Bookings::mayMove(const Resource &booking) const
{
    const auto there = place(booking.body[u"place"_s].toString());
    if (!there)
        return there.problem();
    const QJsonObject rules = (*there)[u"rules"_s].toObject();
    const bool hasPlace = booking.state == "CONFIRMED"_L1
        || (booking.state == "OFFERED"_L1
            && instantFrom(booking.body[u"offeredUntil"_s].toString()) > m_resources.now());
    return hasPlace && booking.body[u"moves"_s].toInt() < rules[u"maxMoves"_s].toInt()
        && m_resources.now().addSecs(rules[u"moveUntilHours"_s].toInt() * secondsOfHour) <= startOf(booking);
}

Outcome<Resource> Bookings::cancel(const QString &account, const QString &id)
{
    const auto there = ofAccount(account, id);
    if (!there)
        return there;
    if (there->state == "CANCELLED"_L1)
        return there;
    const auto may = mayCancel(*there);
    if (!may)
        return may.problem();
    if (!*may)
        return stateConflict(*there);
    const auto itsPlace = place(there->body[u"place"_s].toString());
    if (!itsPlace)
        return itsPlace.problem();
    if (const auto released
        = m_seats.release(id, u"CANCELLED"_s, (*itsPlace)[u"rules"_s][u"restMinutes"_s].toArray(), account);
        !released)
        return released.error();
    Resource booking = *there;
    booking.state = u"CANCELLED"_s;
    booking.body.remove(u"arrivalCode"_s);
    return store(booking, u"APPLICANT"_s);
}

Outcome<QJsonArray> Bookings::freeTimes(const Resource &booking, int limit) const
{
    const QString placeId = booking.body[u"place"_s].toString();
    const auto there = place(placeId);
    if (!there)
        return there.problem();
    const QJsonObject rules = (*there)[u"rules"_s].toObject();
    const QDate today = stationTime(m_resources.now()).date();
    const QDateTime from = beginOf(today.addDays(rules[u"bookableFromDays"_s].toInt()));
    const QDateTime until = beginOf(today.addDays(rules[u"bookableToDays"_s].toInt() + 1));
    const int needed = std::max(1, int(booking.body[u"appointment"_s][u"seats"_s].toArray().size()));
    const auto found = m_seats.free(placeId, from, until, needed, limit, booking.account);
    return found ? Outcome<QJsonArray>(*found) : found.error();
}

Outcome<Resource> Bookings::move(const QString &account, const QString &id, const QString &slot)
{
    const auto there = ofAccount(account, id);
    if (!there)
        return there;
    const auto may = mayMove(*there);
    if (!may)
        return may.problem();
    if (!*may)
        return stateConflict(*there);
    const auto itsPlace = place(there->body[u"place"_s].toString());
    if (!itsPlace)
        return itsPlace.problem();
    // One person has one place at a time, so the old one goes first; nothing of it remains when the new one cannot be had.
    if (const auto released
        = m_seats.release(id, u"MOVED"_s, (*itsPlace)[u"rules"_s][u"restMinutes"_s].toArray(), account);
        !released)
        return released.error();
    const SeatWish wish{.booking = id,
                        .personIndex = there->personIndex,
                        .account = account,
                        .place = there->body[u"place"_s].toString(),
                        .slot = slot,
                        .slots = int(there->body[u"appointment"_s][u"seats"_s].toArray().size())};
    const auto taken = m_seats.takePublic(wish);
    if (!taken)
        return taken.error();
    if (!*taken) {
        const auto free = freeTimes(*there, 3);
        return free ? Outcome<Resource>(noSeatFree(*free)) : free.problem();
    }
    Resource booking = *there;
    booking.state = u"CONFIRMED"_s; // who chooses a time has confirmed it
    booking.body[u"appointment"_s] = **taken;
    booking.body[u"moves"_s] = booking.body[u"moves"_s].toInt() + 1;
    const auto stored = store(booking, u"APPLICANT"_s);
    if (!stored)
        return stored;
    const auto told = tell(*stored, u"CHANGED"_s);
    return told ? stored : Outcome<Resource>(told.problem());
}

} // namespace idcounter::platform

#include "app/workflow/platformimport.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The schema of each kind of resource (contract, schema Change).
QString schemaOf(const QString &kind)
{
    static const QHash<QString, QString> schemas{
        {u"bookings"_s, u"Booking"_s},         {u"applications"_s, u"Application"_s},
        {u"decisions"_s, u"StoredDecision"_s}, {u"visits"_s, u"StoredVisit"_s},
        {u"places"_s, u"StoredPlace"_s},       {u"slots"_s, u"StoredSlot"_s},
        {u"messages"_s, u"StoredMessage"_s},   {u"payments"_s, u"Payment"_s},
        {u"mailings"_s, u"StoredMailing"_s},   {u"receipts"_s, u"StoredReceipt"_s},
        {u"claims"_s, u"StoredClaim"_s}};
    return schemas.value(kind);
}

bool hasForm(const QString &kind)
{
    return kind == "bookings"_L1 || kind == "applications"_L1;
}

QUuid aboutOf(const QString &kind, const QJsonObject &resource)
{
    const QJsonObject body = resource[u"body"_s].toObject();
    for (const QJsonValue &value : {resource[u"application"_s], body[u"booking"_s], body[u"application"_s],
                                    body[u"about"_s][u"id"_s], body[u"place"_s]}) {
        if (value.isString() && kind != "bookings"_L1)
            return QUuid(value.toString());
    }
    return {};
}

// What the platform says of itself which station it belongs to; empty where the kind does not say it.
QString stationOf(const QJsonObject &resource)
{
    const QJsonValue own = resource[u"station"_s];
    return own.isString() ? own.toString() : resource[u"body"_s][u"station"_s].toString();
}

} // namespace

PlatformItem PlatformImport::itemOf(const QString &kind, const QJsonObject &resource) const
{
    PlatformItem item{.kind = kind,
                      .id = QUuid(resource[u"id"_s].toString()),
                      .version = resource[u"version"_s].toInteger(),
                      .state = resource[u"state"_s].toString(),
                      .about = aboutOf(kind, resource),
                      .changedAt = m_stamp.at,
                      .arrivalCode = resource[u"arrivalCode"_s].toString()};
    const QString day = kind == "slots"_L1 ? resource[u"body"_s][u"day"_s].toString()
                                           : resource[u"appointment"_s][u"day"_s].toString();
    item.day = QDate::fromString(day, Qt::ISODate);
    QJsonObject kept = resource;
    QJsonObject form;
    QJsonArray hashes;
    if (hasForm(kind) && resource.contains(u"sealed"_s)) {
        QList<const ExchangeKeys *> keys;
        for (const OwnKeys &own : m_keys)
            keys << own.keys.get();
        hashes << sha256Of(QByteArray::fromBase64(resource[u"sealed"_s][u"data"_s].toString().toLatin1()));
        if (const auto opened = openedForm(resource, kind, keys))
            form = *opened;
        QJsonObject sealed = resource[u"sealed"_s].toObject();
        sealed.remove(u"data"_s); // it is kept opened, under the station's own keys
        kept[u"sealed"_s] = sealed;
        item.number = form[u"applicant"_s][u"number"_s].toString();
        item.name = form[u"applicant"_s][u"name"_s].toString();
    }
    item.body = canonical(QJsonObject{{u"resource"_s, kept}, {u"form"_s, form}, {u"sealedSha256"_s, hashes}});
    return item;
}

Result<void> PlatformImport::refuse(const QString &kind, const QUuid &id, const QString &why)
{
    ++m_refused;
    const auto tasks = m_repositories.platform.openTasks();
    if (!tasks)
        return tasks.error();
    const bool isKnown = std::any_of(tasks->begin(), tasks->end(),
                                     [&](const PlatformTask &task) { return task.about == id && task.kind == why; });
    if (isKnown)
        return {};
    return m_repositories.platform.putTask({.id = makeUuidV7([this] { return m_stamp.at; }),
                                            .kind = why,
                                            .about = id,
                                            .at = m_stamp.at,
                                            .detail = kind.left(40)});
}

// The seats that the booking has now are the ones that are taken; those it had before are free.
Result<void> PlatformImport::followSeats(const Booking &booking) const
{
    const auto lane = m_repositories.platform.inLane(booking.id);
    if (!lane)
        return lane.error();
    const bool waits = std::any_of(lane->begin(), lane->end(),
                                   [](const Outgoing &outgoing) { return outgoing.state == Outgoing::State::Waiting; });
    if (waits) // our own decision is on its way: what it took stays taken
        return {};
    if (auto released = m_repositories.platform.releaseSeats(booking.id); !released)
        return released;
    const bool hasSeats = booking.state == BookingState::Offered || booking.state == BookingState::Confirmed
        || booking.state == BookingState::Arrived;
    if (!hasSeats)
        return {};
    for (const SeatAt &seat : booking.appointment.seats) {
        auto taken = m_repositories.platform.takeSeat(seat.slot, seat.seat, booking.id, m_stamp);
        // A seat that is another's here is a difference for a person to look at; the platform's word stands meanwhile.
        if (!taken && taken.error().code != Error::Code::SeatTaken)
            return taken;
    }
    return {};
}

Result<void> PlatformImport::applyOne(const QJsonObject &change)
{
    const QString kind = change[u"kind"_s].toString();
    const QJsonObject resource = change[u"resource"_s].toObject();
    const QUuid id(change[u"id"_s].toString());
    const QString schema = schemaOf(kind);
    if (schema.isEmpty())
        return refuse(kind, id, u"newer"_s);
    const QString station = stationOf(resource);
    const bool isOurs = station.isEmpty() || station == m_unitCode;
    const bool fits = !id.isNull() && isOurs && change[u"version"_s] == resource[u"version"_s]
        && change[u"id"_s] == resource[u"id"_s] && Contract::instance().fits(schema, resource);
    if (!fits)
        return refuse(kind, id, u"unfit"_s);
    const auto known = m_repositories.platform.find(kind, id);
    if (!known)
        return known.error();
    if (*known && (*known)->version >= resource[u"version"_s].toInteger())
        return {};
    PlatformItem item = itemOf(kind, resource);
    if (*known && hasForm(kind) && !resource.contains(u"sealed"_s)) {
        // The platform deleted its copy; ours stays.
        const QJsonObject before = QJsonDocument::fromJson((*known)->body).object();
        item.body = canonical(QJsonObject{
            {u"resource"_s, resource}, {u"form"_s, before[u"form"_s]}, {u"sealedSha256"_s, before[u"sealedSha256"_s]}});
        item.number = before[u"form"_s][u"applicant"_s][u"number"_s].toString();
        item.name = before[u"form"_s][u"applicant"_s][u"name"_s].toString();
    }
    if (auto stored = m_repositories.platform.put(item); !stored)
        return stored;
    ++m_applied;
    return kind == "bookings"_L1 ? followSeats(bookingIn(item)) : Result<void>();
}

Result<void> PlatformImport::apply(const QJsonArray &changes)
{
    for (const auto &change : changes) {
        if (auto applied = applyOne(change.toObject()); !applied)
            return applied;
    }
    return {};
}

QJsonObject resourceIn(const PlatformItem &item)
{
    return QJsonDocument::fromJson(item.body).object()[u"resource"_s].toObject();
}

Booking bookingIn(const PlatformItem &item)
{
    const QJsonObject kept = QJsonDocument::fromJson(item.body).object();
    return bookingFrom(kept[u"resource"_s].toObject(), kept[u"form"_s].toObject());
}

OnlineApplication onlineApplicationIn(const PlatformItem &item)
{
    const QJsonObject kept = QJsonDocument::fromJson(item.body).object();
    return applicationFrom(kept[u"resource"_s].toObject(), kept[u"form"_s].toObject());
}

QStringList sealedHashesIn(const PlatformItem &item)
{
    QStringList hashes;
    const QJsonArray kept = QJsonDocument::fromJson(item.body).object()[u"sealedSha256"_s].toArray();
    for (const auto &hash : kept)
        hashes << hash.toString();
    return hashes;
}

Result<PlatformCursor> movedOn(const PlatformCursor &from, const QString &epoch, const QString &next,
                               const QDateTime &now)
{
    constexpr qsizetype remembered = 20;
    PlatformCursor cursor = from;
    cursor.readAt = now;
    if (epoch == from.epoch && next == from.cursor)
        return cursor;
    if (epoch == from.epoch && from.earlier.contains(next))
        return Error{Error::Code::PlatformAnswer, u"cursor goes back"_s};
    cursor.epoch = epoch;
    cursor.cursor = next;
    if (epoch != from.epoch)
        cursor.earlier.clear();
    else if (!from.cursor.isEmpty())
        cursor.earlier << from.cursor;
    while (cursor.earlier.size() > remembered)
        cursor.earlier.removeFirst();
    return cursor;
}

} // namespace idcounter

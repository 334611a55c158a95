#include "platform/station/stationwrites.h"

#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"
#include "app/exchange/signeddecision.h"
#include "platform/station/stationapi.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qint64 claimSeconds = 15 * 60;
constexpr qint64 daysAfterTakeOver = 30;

// The schema of a body that is put; empty for what the platform makes.
QString schemaOf(const QString &kind)
{
    static const QHash<QString, QString> schemas{{u"decisions"_s, u"Decision"_s}, {u"visits"_s, u"Visit"_s},
                                                 {u"places"_s, u"Place"_s},       {u"slots"_s, u"Slot"_s},
                                                 {u"messages"_s, u"Message"_s},   {u"mailings"_s, u"Mailing"_s},
                                                 {u"receipts"_s, u"Receipt"_s},   {u"claims"_s, u"Claim"_s}};
    return schemas.value(kind);
}

bool isChanged(const QString &kind) // by PUT with If-Match
{
    return kind == "places"_L1 || kind == "slots"_L1 || kind == "mailings"_L1;
}

Problem bodyInvalid(const QList<Misfit> &misfits)
{
    QJsonArray errors;
    for (const Misfit &one : misfits)
        errors << QJsonObject{{u"pointer"_s, one.pointer}, {u"code"_s, one.code}};
    return Problem::of(u"body-invalid"_s, {{u"errors"_s, errors}});
}

Problem preconditionFailed(const Resource &resource)
{
    return Problem::of(u"precondition-failed"_s, {{u"current"_s, Bookings::currentOf(resource)}});
}

} // namespace

Outcome<StationWrites::Written> StationWrites::put(const QString &kind, const QJsonObject &body, qint64 ifMatch) const
{
    const QString schema = schemaOf(kind);
    if (schema.isEmpty())
        return Problem::of(u"not-found"_s);
    const QString sha = sha256Of(canonical(body));
    return m_platform.write([&](Resources &resources) -> Outcome<Written> {
        if (const auto settled = settle(m_platform, resources); !settled)
            return settled.problem();
        const auto known = resources.find(kind, body[u"id"_s].toString());
        if (!known)
            return known.error();
        if (*known && (*known)->station != m_station.unit)
            return Problem::of(u"not-found"_s);
        const bool isSame = *known && (*known)->sha == sha;
        if (*known && !isSame && !isChanged(kind))
            return Problem::of(u"id-reused"_s);
        if (isSame && kind != "claims"_L1) {
            const auto seen = shown(resources, **known);
            return seen ? Outcome<Written>(Written{.resource = **known, .shown = *seen}) : seen.problem();
        }
        if (const auto misfits = Contract::instance().misfits(schema, body); !misfits.isEmpty())
            return bodyInvalid(misfits);
        if (body.contains(u"station"_s) && body[u"station"_s].toString() != m_station.unit)
            return Problem::of(u"not-allowed"_s);
        const auto stored = store(resources, kind, body, sha, ifMatch);
        if (!stored)
            return stored.problem();
        const auto seen = shown(resources, *stored);
        return seen ? Outcome<Written>(Written{.resource = *stored, .shown = *seen, .isNew = !*known}) : seen.problem();
    });
}

Outcome<Resource> StationWrites::store(Resources &resources, const QString &kind, const QJsonObject &body,
                                       const QString &sha, qint64 ifMatch) const
{
    if (kind == "decisions"_L1)
        return decision(resources, body, sha);
    if (kind == "visits"_L1)
        return Bookings(m_platform, resources).visit(body, m_station.unit, sha);
    if (kind == "places"_L1)
        return place(resources, body, sha, ifMatch);
    if (kind == "slots"_L1)
        return slot(resources, body, sha, ifMatch);
    if (kind == "messages"_L1)
        return Messages(m_platform, resources).put(body, m_station.unit, sha);
    if (kind == "mailings"_L1)
        return Applications(m_platform, resources).putMailing(body, m_station.unit, sha, ifMatch);
    if (kind == "receipts"_L1)
        return receipt(resources, body, sha);
    return claim(resources, body, sha);
}

Outcome<Resource> StationWrites::own(Resources &resources, const QString &kind, const QString &id) const
{
    const auto there = resources.find(kind, id);
    if (!there)
        return there.error();
    return *there && (*there)->station == m_station.unit ? Outcome<Resource>(**there) : Problem::of(u"not-found"_s);
}

Outcome<Resource> StationWrites::decision(Resources &resources, const QJsonObject &body, const QString &sha) const
{
    const auto known = Stations(resources.connection()).keys(body[u"signatures"_s][u"station"_s][u"key"_s].toString());
    if (!known)
        return known.error();
    if (!*known || (*known)->station.unit != m_station.unit || !isSignedDecision(body, (*known)->keys))
        return Problem::of(u"signature-invalid"_s);
    const bool isBooking = body.contains(u"booking"_s);
    const auto outcome = isBooking ? Bookings(m_platform, resources).decide(body, m_station.unit)
                                   : Applications(m_platform, resources).decide(body, m_station.unit);
    if (!outcome)
        return outcome.problem();
    Resource made{.kind = u"decisions"_s,
                  .id = body[u"id"_s].toString(),
                  .station = m_station.unit,
                  .about = body[isBooking ? u"booking"_s : u"application"_s].toString(),
                  .sha = sha,
                  .body = {{u"storedAt"_s, instantText(resources.now())}, {u"body"_s, body}, {u"outcome"_s, *outcome}}};
    const auto kept = resources.put(made);
    return kept ? Outcome<Resource>(made) : kept.error();
}

Outcome<Resource> StationWrites::place(Resources &resources, const QJsonObject &body, const QString &sha,
                                       qint64 ifMatch) const
{
    const auto known = resources.find(u"places"_s, body[u"id"_s].toString());
    if (!known)
        return known.error();
    Resource place = known->value_or(Resource{.kind = u"places"_s,
                                              .id = body[u"id"_s].toString(),
                                              .station = m_station.unit,
                                              .body = {{u"changedAt"_s, QString()}}});
    if (place.version != ifMatch)
        return preconditionFailed(place);
    place.sha = sha;
    place.body[u"body"_s] = body;
    const auto kept = resources.put(place);
    return kept ? Outcome<Resource>(place) : kept.error();
}

Outcome<Resource> StationWrites::slot(Resources &resources, const QJsonObject &body, const QString &sha,
                                      qint64 ifMatch) const
{
    const auto at = own(resources, u"places"_s, body[u"place"_s].toString());
    if (!at)
        return at.problem();
    const auto known = resources.find(u"slots"_s, body[u"id"_s].toString());
    if (!known)
        return known.error();
    Resource slot = known->value_or(Resource{.kind = u"slots"_s,
                                             .id = body[u"id"_s].toString(),
                                             .station = m_station.unit,
                                             .body = {{u"changedAt"_s, QString()}}});
    if (slot.version != ifMatch)
        return preconditionFailed(slot);
    if (slot.version > 0) {
        const QJsonObject before = slot.body[u"body"_s].toObject();
        QList<Misfit> misfits;
        for (const QString &fixed : {u"place"_s, u"day"_s, u"time"_s, u"startsAt"_s, u"minutes"_s}) {
            if (before[fixed] != body[fixed])
                misfits << Misfit{u'/' + fixed, u"combination"_s};
        }
        if (before[u"seats"_s].toArray().size() > body[u"seats"_s].toArray().size())
            misfits << Misfit{u"/seats"_s, u"combination"_s};
        if (!misfits.isEmpty())
            return bodyInvalid(misfits);
        if (instantFrom(before[u"startsAt"_s].toString()) <= resources.now())
            return Problem::of(u"state-conflict"_s, {{u"current"_s, Bookings::currentOf(slot)}});
    }
    slot.sha = sha;
    slot.body[u"body"_s] = body;
    if (const auto applied = Seats(resources).apply(body); !applied)
        return applied.error();
    const auto kept = resources.put(slot);
    return kept ? Outcome<Resource>(slot) : kept.error();
}

Outcome<Resource> StationWrites::receipt(Resources &resources, const QJsonObject &body, const QString &sha) const
{
    Resource receipt{.kind = u"receipts"_s,
                     .id = body[u"id"_s].toString(),
                     .station = m_station.unit,
                     .sha = sha,
                     .body = {{u"storedAt"_s, instantText(resources.now())}, {u"body"_s, body}}};
    if (body[u"kind"_s].toString() == "TAKEN_OVER"_L1) {
        const auto about = own(resources, body[u"about"_s][u"kind"_s].toString(), body[u"about"_s][u"id"_s].toString());
        if (!about)
            return about.problem();
        receipt.about = about->id;
        const QDateTime deleteAt = resources.now().addDays(daysAfterTakeOver);
        receipt.body[u"deleteAt"_s] = instantText(deleteAt);
        Resource taken = *about;
        taken.dueAt = deleteAt;
        const bool isSealed = taken.body.contains(u"sealed"_s);
        const bool isLive = taken.state == "OFFERED"_L1 || taken.state == "ELIGIBLE"_L1;
        if (isSealed && !isLive) {
            if (const auto kept = resources.put(taken); !kept)
                return kept.error();
        }
    }
    const auto kept = resources.put(receipt);
    return kept ? Outcome<Resource>(receipt) : kept.error();
}

Outcome<Resource> StationWrites::claim(Resources &resources, const QJsonObject &body, const QString &sha) const
{
    const QString kind = body[u"about"_s][u"kind"_s].toString();
    const auto about = own(resources, kind, body[u"about"_s][u"id"_s].toString());
    if (!about)
        return about.problem();
    if (const auto locked = resources.lock(kind, about->id); !locked)
        return locked.error();
    const auto others = resources.about(about->id, u"claims"_s);
    if (!others)
        return others.error();
    const QString id = body[u"id"_s].toString();
    Resource claim{.kind = u"claims"_s, .id = id, .station = m_station.unit, .about = about->id, .sha = sha};
    for (const Resource &other : *others) {
        if (other.id == id) {
            claim = other;
            continue;
        }
        const bool holds
            = !other.body[u"released"_s].toBool() && instantFrom(other.body[u"until"_s].toString()) > resources.now();
        const QJsonObject its = other.body[u"body"_s].toObject();
        if (holds && (its[u"by"_s] != body[u"by"_s] || its[u"device"_s] != body[u"device"_s]))
            return Problem::of(u"claimed"_s, {{u"claim"_s, other.body}});
    }
    claim.body = {{u"body"_s, body}, {u"until"_s, instantText(resources.now().addSecs(claimSeconds))}};
    const auto kept = resources.put(claim);
    return kept ? Outcome<Resource>(claim) : kept.error();
}

Outcome<void> StationWrites::releaseClaim(const QString &id) const
{
    return m_platform.write([&](Resources &resources) -> Outcome<void> {
        const auto there = resources.find(u"claims"_s, id);
        if (!there)
            return there.error();
        if (!*there || (*there)->station != m_station.unit || (*there)->body[u"released"_s].toBool())
            return {};
        Resource claim = **there;
        claim.body[u"released"_s] = true;
        claim.body[u"until"_s] = instantText(resources.now());
        return resources.put(claim);
    });
}

} // namespace idcounter::platform

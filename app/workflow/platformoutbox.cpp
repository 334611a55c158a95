#include "app/workflow/platformoutbox.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/canonicaljson.h"
#include "app/exchange/signeddecision.h"

using namespace Qt::StringLiterals;

namespace idcounter {

PlatformVoice voiceOf(const Counter &counter)
{
    constexpr qsizetype digitsOfUnit = 9;
    return {.unitCode = counter.station.unitCode.left(digitsOfUnit),
            .officer = {.login = counter.person.login, .name = counter.person.name},
            .clock = counter.clock,
            .stamp = counter.stamp()};
}

// Made with the first decision; the secret half lies sealed.
Result<ExchangeKeys> PlatformOutbox::officersKeys() const
{
    const auto stored = m_repositories.platform.officerKeys(m_voice.officer.login);
    if (!stored)
        return stored.error();
    if (*stored)
        return ExchangeKeys::fromBytes((*stored)->publicKeys, (*stored)->secretKeys);
    ExchangeKeys made = ExchangeKeys::create();
    const auto kept = m_repositories.platform.putOfficerKeys(
        makeUuidV7(m_voice.clock), m_voice.officer.login,
        {.publicKeys = made.publicKeys().toBytes(), .secretKeys = made.secretBytes()}, m_voice.clock());
    return kept ? Result<ExchangeKeys>(std::move(made)) : kept.error();
}

Result<QUuid> PlatformOutbox::decide(const QString &about, const QUuid &id, qint64 version, const QString &kind,
                                     const QJsonObject &more) const
{
    const auto officer = officersKeys();
    if (!officer)
        return officer.error();
    const auto station = ownKeysOf(m_repositories, m_voice.clock, m_voice.stamp, false);
    if (!station)
        return station.error();
    const QUuid decision = makeUuidV7(m_voice.clock);
    QJsonObject body = more;
    body[u"id"_s] = idText(decision);
    body[about] = idText(id);
    body[about + u"Version"_s] = version;
    body[u"kind"_s] = kind;
    body[u"station"_s] = m_voice.unitCode;
    body[u"by"_s] = officerJson(m_voice.officer);
    body[u"at"_s] = now();
    const QJsonObject complete = signedDecision(body, *officer, *station->first().keys);
    return say(u"decisions"_s, complete, id, decision);
}

Result<QUuid> PlatformOutbox::say(const QString &kind, QJsonObject body, const QUuid &lane, const QUuid &id,
                                  qint64 ifMatch) const
{
    const QUuid identity = id.isNull() ? makeUuidV7(m_voice.clock) : id;
    body[u"id"_s] = idText(identity);
    const auto queued = m_repositories.platform.enqueue({.id = identity,
                                                         .kind = kind,
                                                         .lane = lane.isNull() ? identity : lane,
                                                         .createdAt = m_voice.clock(),
                                                         .person = m_voice.officer.login,
                                                         .ifMatch = ifMatch,
                                                         .body = canonical(body)});
    return queued ? Result<QUuid>(identity) : queued.error();
}

Result<void> PlatformOutbox::tellMailing(const QUuid &application, const QString &state, const QString &trackingNumber,
                                         QDate verifyBy) const
{
    const auto items = m_repositories.platform.about(application, u"mailings"_s);
    if (!items)
        return items.error();
    // The mailing has an identity of its own, and is changed on the version that was heard last.
    const auto lane = m_repositories.platform.inLane(application);
    if (!lane)
        return lane.error();
    QUuid id;
    qint64 version = 0;
    for (const Outgoing &outgoing : *lane) {
        if (outgoing.kind == "mailings"_L1) {
            id = outgoing.id;
            version = outgoing.ifMatch + (outgoing.state == Outgoing::State::Sent ? 1 : 0);
        }
    }
    if (!items->isEmpty()) {
        id = items->first().id;
        version = std::max(version, items->first().version);
    }
    QJsonObject body{{u"application"_s, idText(application)},
                     {u"state"_s, state},
                     {u"carrier"_s, u"EMS"_s},
                     {u"trackingNumber"_s, trackingNumber},
                     {u"at"_s, now()}};
    if (verifyBy.isValid())
        body[u"verifyBy"_s] = verifyBy.toString(Qt::ISODate);
    const auto said = say(u"mailings"_s, body, application, id, version);
    return said ? Result<void>() : said.error();
}

} // namespace idcounter

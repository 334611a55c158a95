#include "platform/service/messages.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qint64 firstWait = 60; // seconds, after a text that did not go
constexpr int mostTries = 9;

// Of a delivery, as the contract names it.
QString stateOf(SendResult result)
{
    switch (result) {
    case SendResult::Delivered:
        return u"DELIVERED"_s;
    case SendResult::Sent:
        return u"SENT"_s;
    case SendResult::FailedPermanent:
        return u"FAILED_PERMANENT"_s;
    case SendResult::FailedTemporary:
        return u"FAILED_TEMPORARY"_s;
    case SendResult::FailedTechnical:
        return u"FAILED_TECHNICAL"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject delivery(const QString &channel, const QString &state, const QDateTime &at)
{
    return {{u"channel"_s, channel}, {u"state"_s, state}, {u"at"_s, instantText(at)}};
}

// DELIVERED on any way; FAILED when the way that calls the applicant's attention failed, which the page does not.
QString stateOf(const QJsonArray &deliveries)
{
    const auto has = [&](const QString &channel, const QString &state) {
        return std::any_of(deliveries.begin(), deliveries.end(), [&](const QJsonValue &one) {
            return (channel.isEmpty() || one[u"channel"_s].toString() == channel)
                && one[u"state"_s].toString().startsWith(state);
        });
    };
    if (has(u"TELEPHONE"_s, u"DELIVERED"_s))
        return u"TELEPHONED"_s;
    if (has({}, u"DELIVERED"_s))
        return u"DELIVERED"_s;
    if (has(u"SMS"_s, u"FAILED"_s))
        return u"FAILED"_s;
    return has(u"SMS"_s, u"SENT"_s) ? u"SENT"_s : u"QUEUED"_s;
}

void setDelivery(QJsonArray &deliveries, const QString &channel, const QString &state, const QDateTime &at)
{
    for (QJsonValueRef one : deliveries) {
        if (one.toObject()[u"channel"_s].toString() == channel) {
            one = delivery(channel, state, at);
            return;
        }
    }
    deliveries << delivery(channel, state, at);
}

Resource messageAbout(const Resource &about, const QString &id, const QJsonObject &body, const QJsonArray &deliveries)
{
    return {.kind = u"messages"_s,
            .id = id,
            .station = about.station,
            .state = stateOf(deliveries),
            .account = about.account,
            .about = about.id,
            .body = {{u"changedAt"_s, QString()}, {u"body"_s, body}, {u"deliveries"_s, deliveries}}};
}

} // namespace

Result<QString> Messages::tell(const Resource &about, const QString &purpose, const QString &text,
                               const QString &decision) const
{
    const QDateTime &now = m_resources.now();
    const QString id = newId(now);
    QJsonObject body{{u"id"_s, id},
                     {u"about"_s, QJsonObject{{u"kind"_s, about.kind}, {u"id"_s, about.id}}},
                     {u"purpose"_s, purpose},
                     {u"text"_s, text},
                     {u"at"_s, instantText(now)}};
    if (!decision.isEmpty())
        body[u"decision"_s] = decision;
    Resource message
        = messageAbout(about, id, body, {delivery(u"PAGE"_s, u"QUEUED"_s, now), delivery(u"SMS"_s, u"QUEUED"_s, now)});
    const auto stored = m_resources.put(message);
    return stored ? Result<QString>(id) : stored.error();
}

Outcome<Resource> Messages::put(const QJsonObject &body, const QString &station, const QString &sha) const
{
    const QString purpose = body[u"purpose"_s].toString();
    if (purpose != "STATION"_L1 && purpose != "TELEPHONED"_L1)
        return Problem::of(
            u"body-invalid"_s,
            {{u"errors"_s, QJsonArray{QJsonObject{{u"pointer"_s, u"/purpose"_s}, {u"code"_s, u"combination"_s}}}}});
    const auto about = m_resources.find(body[u"about"_s][u"kind"_s].toString(), body[u"about"_s][u"id"_s].toString());
    if (!about)
        return about.error();
    if (!*about || (*about)->station != station)
        return Problem::of(u"not-found"_s);
    const QDateTime &now = m_resources.now();
    const bool telephoned = purpose == "TELEPHONED"_L1;
    const QJsonArray deliveries = telephoned
        ? QJsonArray{delivery(u"TELEPHONE"_s, u"DELIVERED"_s, now)}
        : QJsonArray{delivery(u"PAGE"_s, u"QUEUED"_s, now), delivery(u"SMS"_s, u"QUEUED"_s, now)};
    Resource message = messageAbout(**about, body[u"id"_s].toString(), body, deliveries);
    message.sha = sha;
    if (const auto stored = m_resources.put(message); !stored)
        return stored.error();
    if (const QString failed = body[u"inPlaceOf"_s].toString(); telephoned && !failed.isEmpty()) {
        const auto earlier = m_resources.find(u"messages"_s, failed);
        if (!earlier)
            return earlier.error();
        if (*earlier && (*earlier)->station == station) {
            Resource told = **earlier;
            QJsonArray its = told.body[u"deliveries"_s].toArray();
            setDelivery(its, u"TELEPHONE"_s, u"DELIVERED"_s, now);
            told.body[u"deliveries"_s] = its;
            told.state = stateOf(its);
            if (const auto stored = m_resources.put(told); !stored)
                return stored.error();
        }
    }
    return message;
}

Result<QList<Messages::Waiting>> Messages::waiting(int limit) const
{
    Statement rows(
        m_resources.connection(),
        u"SELECT r.id, a.phone, r.body FROM resource r JOIN account a ON a.id = r.account WHERE r.kind = "
        u"'messages' AND r.state = 'QUEUED' AND (r.due_ms IS NULL OR r.due_ms <= ?) ORDER BY r.id LIMIT ?"_s);
    if (const auto read = rows.with({m_resources.now().toMSecsSinceEpoch(), limit}).run(); !read)
        return read.error();
    QList<Waiting> found;
    while (rows.next()) {
        const QJsonObject body = QJsonDocument::fromJson(rows.text(2).toUtf8()).object();
        found << Waiting{.id = rows.text(0), .phone = rows.text(1), .text = body[u"body"_s][u"text"_s].toString()};
    }
    return found;
}

Result<void> Messages::delivered(Resource &message, const QString &channel, const QString &state) const
{
    QJsonArray deliveries = message.body[u"deliveries"_s].toArray();
    setDelivery(deliveries, channel, state, m_resources.now());
    message.body[u"deliveries"_s] = deliveries;
    message.state = stateOf(deliveries);
    return m_resources.put(message);
}

Result<void> Messages::texted(const QString &id, SendResult result) const
{
    const auto there = m_resources.find(u"messages"_s, id);
    if (!there)
        return there.error();
    if (!*there)
        return {};
    Resource message = **there;
    const bool mayGoLater = result == SendResult::FailedTemporary || result == SendResult::FailedTechnical;
    const qint64 tries = message.version; // each is a version; that the page was opened is one too, and does no harm
    const bool waits = mayGoLater && tries < mostTries && m_platform.sender;
    message.dueAt = waits ? m_resources.now().addSecs(firstWait << (tries - 1)) : QDateTime();
    return delivered(message, u"SMS"_s, waits ? u"QUEUED"_s : stateOf(result));
}

Result<void> Messages::opened(const QString &account, const QString &id) const
{
    const auto there = m_resources.find(u"messages"_s, id);
    if (!there)
        return there.error();
    if (!*there || (*there)->account != account)
        return {};
    const QJsonArray deliveries = (*there)->body[u"deliveries"_s].toArray();
    const bool isOpened = std::any_of(deliveries.begin(), deliveries.end(), [](const QJsonValue &one) {
        return one[u"channel"_s].toString() == "PAGE"_L1 && one[u"state"_s].toString() == "DELIVERED"_L1;
    });
    if (isOpened)
        return {};
    Resource message = **there;
    return delivered(message, u"PAGE"_s, u"DELIVERED"_s);
}

int sendWaiting(const Platform &platform, int most)
{
    const auto waiting
        = platform.read([&](Resources &resources) { return Messages(platform, resources).waiting(most); });
    if (!waiting)
        return 0;
    int sent = 0;
    for (const Messages::Waiting &one : *waiting) {
        const SendResult result
            = platform.sender ? platform.sender->send(one.phone, one.text) : SendResult::FailedTechnical;
        // What cannot be written down now is sent again: twice told is better than not told.
        [[maybe_unused]] const auto kept = platform.write([&](Resources &resources) -> Outcome<void> {
            return Messages(platform, resources).texted(one.id, result);
        });
        if (result == SendResult::FailedTechnical && platform.sender)
            break;
        ++sent;
    }
    return sent;
}

} // namespace idcounter::platform

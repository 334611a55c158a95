#include "platform/store/resources.h"

#include "app/exchange/canonicaljson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char columns[]
    = "kind, id, station, version, changed_ms, due_ms, state, person_idx, account, about, sha, body";

QVariant milliseconds(const QDateTime &instant)
{
    return instant.isValid() ? QVariant(instant.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}

QDateTime instantIn(const Statement &row, int column)
{
    return row.value(column).isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(row.number(column), Qt::UTC);
}

Resource resourceIn(const Statement &row, int first = 0)
{
    return {.kind = row.text(first),
            .id = row.text(first + 1),
            .station = row.text(first + 2),
            .version = row.number(first + 3),
            .changedAt = instantIn(row, first + 4),
            .dueAt = instantIn(row, first + 5),
            .state = row.text(first + 6),
            .personIndex = row.text(first + 7),
            .account = row.text(first + 8),
            .about = row.text(first + 9),
            .sha = row.text(first + 10),
            .body = QJsonDocument::fromJson(row.text(first + 11).toUtf8()).object()};
}

// The members that every resource has, as the table has them.
void fillIn(Resource &resource, const QDateTime &now)
{
    resource.body.insert(u"id"_s, resource.id);
    resource.body.insert(u"version"_s, resource.version);
    if (resource.body.contains(u"changedAt"_s))
        resource.body.insert(u"changedAt"_s, instantText(now));
    const bool showsState
        = resource.kind != "slots"_L1 && !resource.state.isEmpty() && !resource.body.contains(u"body"_s);
    if (showsState || resource.kind == "messages"_L1)
        resource.body.insert(u"state"_s, resource.state);
}

} // namespace

QString instantText(const QDateTime &instant)
{
    return stationTime(instant).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+08:00"_s;
}

QDateTime instantFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

Result<QList<Resource>> Resources::some(const QString &condition, const QVariantList &values) const
{
    Statement rows(m_connection, u"SELECT %1 FROM resource WHERE %2"_s.arg(QLatin1StringView(columns), condition));
    if (const auto read = rows.with(values).run(); !read)
        return read.error();
    QList<Resource> found;
    while (rows.next())
        found << resourceIn(rows);
    if (const auto ended = rows.ended(); !ended)
        return ended.error();
    return found;
}

Result<std::optional<Resource>> Resources::find(const QString &kind, const QString &id) const
{
    const auto found = some(u"kind = ? AND id = ?"_s, {kind, id});
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Resource>() : found->first();
}

Result<QList<Resource>> Resources::ofAccount(const QString &account, const QString &kind) const
{
    return some(u"account = ? AND kind = ? ORDER BY id DESC"_s, {account, kind});
}

Result<QList<Resource>> Resources::about(const QString &id, const QString &kind) const
{
    return some(u"about = ? AND kind = ? ORDER BY id DESC"_s, {id, kind});
}

Result<QList<Resource>> Resources::ofStation(const QString &station, const QString &kind) const
{
    return some(u"station = ? AND kind = ? ORDER BY id"_s, {station, kind});
}

Result<QList<Resource>> Resources::due(int limit) const
{
    return some(u"due_ms <= ? AND kind <> 'messages' ORDER BY due_ms LIMIT ?"_s, {m_now.toMSecsSinceEpoch(), limit});
}

Result<void> Resources::lock(const QString &kind, const QString &id) const
{
    return Statement(m_connection, u"UPDATE resource SET changed_ms = changed_ms WHERE kind = ? AND id = ?"_s)
        .with({kind, id})
        .run();
}

Result<bool> Resources::putAttachment(const QString &id, const QString &station, const QString &booking,
                                      const QByteArray &sealed) const
{
    Statement statement(
        m_connection,
        u"INSERT INTO attachment (id, station, booking, sealed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s);
    if (const auto done = statement.with({id, station, booking, QString::fromLatin1(sealed.toBase64())}).run(); !done)
        return done.error();
    return statement.changedRows() == 1;
}

Result<void> Resources::removeAttachment(const QString &booking, const QString &id) const
{
    return Statement(m_connection, u"DELETE FROM attachment WHERE id = ? AND booking = ?"_s).with({id, booking}).run();
}

Result<void> Resources::emptyAttachments(const QString &booking) const
{
    return Statement(m_connection, u"UPDATE attachment SET sealed = '' WHERE booking = ?"_s)
        .with(QVariantList{booking})
        .run();
}

Result<std::optional<QByteArray>> Resources::attachment(const QString &station, const QString &id) const
{
    Statement row(m_connection, u"SELECT sealed FROM attachment WHERE id = ? AND station = ?"_s);
    if (const auto read = row.with({id, station}).run(); !read)
        return read.error();
    return row.next() ? std::optional(QByteArray::fromBase64(row.text(0).toLatin1())) : std::nullopt;
}

Result<void> Resources::putFileAnswer(const QString &package, const QString &entry, const QString &unit,
                                      const QJsonObject &answer) const
{
    return Statement(m_connection,
                     u"INSERT INTO file_answer (package, entry, unit, body, at_ms) VALUES (?, ?, ?, ?, ?) "
                     "ON CONFLICT (package, entry) DO NOTHING"_s)
        .with({package, entry, unit, QString::fromUtf8(canonical(answer)), m_now.toMSecsSinceEpoch()})
        .run();
}

Result<QJsonArray> Resources::fileAnswers(const QString &unit, const QDateTime &since) const
{
    Statement rows(m_connection,
                   u"SELECT body FROM file_answer WHERE unit = ? AND at_ms >= ? ORDER BY package, entry"_s);
    if (const auto read = rows.with({unit, since.toMSecsSinceEpoch()}).run(); !read)
        return read.error();
    QJsonArray answers;
    while (rows.next())
        answers << QJsonDocument::fromJson(rows.text(0).toUtf8()).object();
    return answers;
}

Result<bool> Resources::insert(const Resource &resource) const
{
    Statement statement(m_connection,
                        u"INSERT INTO resource (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT DO NOTHING"_s.arg(QLatin1StringView(columns)));
    statement.with({resource.kind, resource.id, resource.station, resource.version, m_now.toMSecsSinceEpoch(),
                    milliseconds(resource.dueAt), resource.state, resource.personIndex, resource.account,
                    resource.about, resource.sha, QString::fromUtf8(canonical(resource.body))});
    if (const auto done = statement.run(); !done)
        return done.error();
    return statement.changedRows() == 1;
}

Result<bool> Resources::update(const Resource &resource) const
{
    Statement statement(m_connection,
                        u"UPDATE resource SET version = ?, changed_ms = ?, due_ms = ?, state = ?, sha = ?, body = ? "
                        "WHERE kind = ? AND id = ? AND version = ?"_s);
    statement.with({resource.version, m_now.toMSecsSinceEpoch(), milliseconds(resource.dueAt), resource.state,
                    resource.sha, QString::fromUtf8(canonical(resource.body)), resource.kind, resource.id,
                    resource.version - 1});
    if (const auto done = statement.run(); !done)
        return done.error();
    return statement.changedRows() == 1;
}

Result<void> Resources::put(Resource &resource)
{
    const bool isNew = resource.version == 0;
    ++resource.version;
    resource.changedAt = m_now;
    fillIn(resource, m_now);
    const auto stored = isNew ? insert(resource) : update(resource);
    if (!stored)
        return stored.error();
    if (!*stored) {
        // Either somebody was quicker with this resource, or the person has another that is alive.
        const auto there = find(resource.kind, resource.id);
        const bool otherIsAlive = isNew && there && !*there;
        return Error{otherIsAlive ? Error::Code::PersonBooked : Error::Code::StorageBusy, resource.kind};
    }
    if (const auto touched = std::pair(resource.kind, resource.id); !m_touched.contains(touched))
        m_touched << touched;
    return {};
}

Result<void> Resources::finish()
{
    if (m_touched.isEmpty())
        return {};
    Statement head(m_connection, u"UPDATE platform SET next = next + ? WHERE one = 1 RETURNING next"_s);
    if (auto taken = head.with(QVariantList{m_touched.size()}).run(); !taken)
        return taken;
    if (!head.next())
        return Error{Error::Code::StorageFailed, u"no head"_s};
    qint64 position = head.number(0) - m_touched.size();
    for (const auto &[kind, id] : std::as_const(m_touched)) {
        Statement place(m_connection, u"UPDATE resource SET position = ? WHERE kind = ? AND id = ?"_s);
        if (auto placed = place.with({position++, kind, id}).run(); !placed)
            return placed;
    }
    m_touched.clear();
    return {};
}

Result<FeedHead> Resources::head() const
{
    Statement row(m_connection, u"SELECT epoch, next FROM platform"_s);
    if (const auto read = row.run(); !read)
        return read.error();
    if (!row.next())
        return Error{Error::Code::StorageFailed, u"no head"_s};
    return FeedHead{.epoch = row.text(0), .next = row.number(1)};
}

Result<QList<Resources::Placed>> Resources::after(const QString &station, qint64 position, int limit) const
{
    Statement rows(
        m_connection,
        u"SELECT position, %1 FROM resource WHERE station = ? AND position > ? ORDER BY position LIMIT ?"_s.arg(
            QLatin1StringView(columns)));
    if (const auto read = rows.with({station, position, limit}).run(); !read)
        return read.error();
    QList<Placed> found;
    while (rows.next())
        found << Placed{.position = rows.number(0), .resource = resourceIn(rows, 1)};
    if (const auto ended = rows.ended(); !ended)
        return ended.error();
    return found;
}

Result<QList<Resource>> Resources::page(const QString &station, const QString &kind, const QString &id, int limit,
                                        const QDateTime &since) const
{
    return some(u"station = ? AND (kind > ? OR (kind = ? AND id > ?)) AND changed_ms >= ? ORDER BY kind, id LIMIT ?"_s,
                {station, kind, kind, id, since.isValid() ? since.toMSecsSinceEpoch() : qint64(0), limit});
}

} // namespace idcounter::platform

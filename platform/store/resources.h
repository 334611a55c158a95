#pragma once

#include "app/domain/clock.h"
#include "app/storage/database.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace idcounter::platform {

// One resource of the contract, as the platform keeps it.
struct Resource
{
    QString kind; // "bookings"
    QString id;
    QString station; // unit code
    qint64 version = 0; // 0: not stored yet
    QDateTime changedAt; // UTC
    QDateTime dueAt; // when something becomes of it by itself; null: never
    QString state; // empty where the kind has none
    QString personIndex; // of bookings and applications
    QString account; // whose it is
    QString about; // the booking or application that it belongs to
    QString sha; // SHA-256 of the body that was put; empty for what the platform makes
    QJsonObject body; // as it is served; of slots without the seats
};

// Where the feed stands.
struct FeedHead
{
    QString epoch;
    qint64 next = 1; // position of the next change
};

// The resources, in one connection. What is put in a transaction gets its place in the feed from finish(), which is the last
// thing the transaction does: the row of the feed's head is locked from there on, so that what is committed later stands later.
class Resources
{
public:
    Resources(const QSqlDatabase &connection, const QDateTime &now)
        : m_connection(connection)
        , m_now(now)
    {
    }

    const QSqlDatabase &connection() const { return m_connection; }
    const QDateTime &now() const { return m_now; }

    Result<std::optional<Resource>> find(const QString &kind, const QString &id) const;
    // Of an account, a station, or about something; newest first.
    Result<QList<Resource>> ofAccount(const QString &account, const QString &kind) const;
    Result<QList<Resource>> about(const QString &id, const QString &kind) const;
    Result<QList<Resource>> ofStation(const QString &station, const QString &kind) const;
    // Bookings, applications and payments whose time has come.
    Result<QList<Resource>> due(int limit = 100) const;

    // Whoever locks it next waits until this transaction is over.
    Result<void> lock(const QString &kind, const QString &id) const;
    // Stores a sealed picture; false: something has this id already.
    Result<bool> putAttachment(const QString &id, const QString &station, const QString &booking,
                               const QByteArray &sealed) const;
    Result<void> removeAttachment(const QString &booking, const QString &id) const;
    // The sealed pictures of a booking are gone; that there were some is known.
    Result<void> emptyAttachments(const QString &booking) const;
    // Empty bytes: it is gone.
    Result<std::optional<QByteArray>> attachment(const QString &station, const QString &id) const;

    // Stores it, as its next version. Errors: StorageBusy, when somebody changed it since it was read; PersonBooked, when
    // the person has another live booking or application.
    Result<void> put(Resource &resource);
    Result<void> finish();
    // What finish() has placed or will.
    bool isTouched() const { return !m_touched.isEmpty(); }

    Result<FeedHead> head() const;
    // Answers to requests that came by file: kept, and those of a station since a day.
    Result<void> putFileAnswer(const QString &package, const QString &entry, const QString &unit,
                               const QJsonObject &answer) const;
    Result<QJsonArray> fileAnswers(const QString &unit, const QDateTime &since) const;

    struct Placed
    {
        qint64 position = 0;
        Resource resource;
    };
    // Of a station, behind a position, in the feed's order; at most limit.
    Result<QList<Placed>> after(const QString &station, qint64 position, int limit) const;
    // By kind and id, behind those; at most limit. since: only what changed then or later.
    Result<QList<Resource>> page(const QString &station, const QString &kind, const QString &id, int limit,
                                 const QDateTime &since = {}) const;

private:
    Result<QList<Resource>> some(const QString &condition, const QVariantList &values) const;
    Result<bool> insert(const Resource &resource) const;
    Result<bool> update(const Resource &resource) const;

    QSqlDatabase m_connection;
    QDateTime m_now;
    QList<std::pair<QString, QString>> m_touched;
};

// "2026-11-24T09:00:00+08:00", as bodies have it.
QString instantText(const QDateTime &instant);
QDateTime instantFrom(const QString &text);

} // namespace idcounter::platform

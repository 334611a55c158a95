#pragma once

#include "app/exchange/platformjson.h"
#include "app/storage/store.h"
#include "app/workflow/partnerkeys.h"

namespace idcounter {

// A resource of the platform with its form, opened, as it is kept at the station.
struct HeldBooking
{
    Booking booking;
    QList<KnownMessage> messages; // newest first
    QStringList sealedSha256; // of what was opened, for the receipt
};
struct HeldApplication
{
    OnlineApplication application;
    std::optional<KnownPayment> payment;
    QList<KnownMessage> messages;
    QStringList sealedSha256;
};

// Applies what the platform told, whether it came by line or by file: in the database's thread and inside one transaction,
// whose last step is the cursor. An entry that does not fit is refused and becomes a task, and the others go on; what is older
// than what is known changes nothing.
class PlatformImport
{
public:
    PlatformImport(const Repositories &repositories, QList<OwnKeys> keys, QString unitCode, Stamp stamp)
        : m_repositories(repositories)
        , m_keys(std::move(keys))
        , m_unitCode(std::move(unitCode))
        , m_stamp(std::move(stamp))
    {
    }

    // The member `changes` of a page, or `items` of a snapshot. Errors: those of the store only.
    Result<void> apply(const QJsonArray &changes);

    int applied() const { return m_applied; }
    int refused() const { return m_refused; }

private:
    Result<void> applyOne(const QJsonObject &change);
    Result<void> refuse(const QString &kind, const QUuid &id, const QString &why);
    PlatformItem itemOf(const QString &kind, const QJsonObject &resource) const;
    Result<void> followSeats(const Booking &booking) const;

    const Repositories &m_repositories;
    const QList<OwnKeys> m_keys;
    const QString m_unitCode;
    const Stamp m_stamp;
    int m_applied = 0;
    int m_refused = 0;
};

// What was kept, read again.
Booking bookingIn(const PlatformItem &item);
OnlineApplication onlineApplicationIn(const PlatformItem &item);
QJsonObject resourceIn(const PlatformItem &item);
QStringList sealedHashesIn(const PlatformItem &item);

// Whether an answer of the platform moves the cursor on: another epoch, and a cursor that was there before, do not.
// Errors: PlatformAnswer.
Result<PlatformCursor> movedOn(const PlatformCursor &from, const QString &epoch, const QString &next,
                               const QDateTime &now);

} // namespace idcounter

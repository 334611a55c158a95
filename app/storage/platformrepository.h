#pragma once

#include "app/storage/draftrepository.h"
#include "app/storage/journalrepository.h"

#include <optional>

namespace idcounter {

// Where the station stands in the platform's feed.
struct PlatformCursor
{
    QString epoch; // of the platform's database; empty before the first snapshot
    QString cursor;
    QDateTime readAt; // UTC, when the platform was last heard
    QDate reconciledOn; // the last night's comparison
    QStringList earlier; // cursors before it: none of them comes again

    friend bool operator==(const PlatformCursor &, const PlatformCursor &) = default;
};

// The kind under which a picture is kept: no resource of the feed, so it has no version there.
inline constexpr char pictureKind[] = "attachments";

// A resource of the platform as it was last heard.
struct PlatformItem
{
    QString kind; // "bookings"
    QUuid id;
    qint64 version = 0;
    QString state;
    QDate day; // of an appointment or a slot; null where there is none
    QUuid about; // booking or application; of a slot its place
    QDateTime changedAt; // UTC, when it was applied here
    QString number; // by which it can be found, and not read: the citizen's number,
    QString name;
    QString arrivalCode;
    QByteArray body; // JSON

    friend bool operator==(const PlatformItem &, const PlatformItem &) = default;
};

// Something that goes to the platform, or went.
struct Outgoing
{
    // Refused: a person looks at it. Settled: he has.
    enum class State { Waiting, Sent, Refused, Settled };

    QUuid id; // that of the resource
    QString kind; // "decisions"
    QUuid lane; // booking or application, or the resource itself: what is in one lane goes one after the other
    State state = State::Waiting;
    QDateTime createdAt; // UTC
    QString person;
    int tries = 0;
    QDateTime nextTry; // UTC
    QDateTime sentAt; // UTC
    QString error; // name of the error of the last try, and the platform's problem
    qint64 ifMatch = 0;
    QByteArray body; // JSON, as it is put

    friend bool operator==(const Outgoing &, const Outgoing &) = default;
};

// Something about the platform that a person must look at.
struct PlatformTask
{
    QUuid id;
    QString kind; // "difference", "unfit", "newer"
    QUuid about;
    QDateTime at; // UTC
    QString detail; // no personal data

    friend bool operator==(const PlatformTask &, const PlatformTask &) = default;
};

// Who is at work on a booking or an application.
struct LocalClaim
{
    QUuid about;
    QUuid id;
    QString person; // log-in name
    QString name;
    QUuid device;
    QDateTime until; // UTC

    friend bool operator==(const LocalClaim &, const LocalClaim &) = default;
};

// The booking platform as the station knows it, and what the station has to say to it. Writing inside a transaction.
class PlatformRepository : public Repository
{
public:
    using Repository::Repository;

    Result<PlatformCursor> cursor() const;
    Result<void> setCursor(const PlatformCursor &cursor) const;

    Result<void> put(const PlatformItem &item) const;
    Result<std::optional<PlatformItem>> find(const QString &kind, const QUuid &id) const;
    Result<QList<PlatformItem>> inStates(const QString &kind,
                                         const QStringList &states) const; // the longest unchanged first
    Result<QList<PlatformItem>> onDay(const QString &kind, QDate day) const;
    Result<QList<PlatformItem>> between(const QString &kind, QDate from, QDate until) const;
    Result<QList<PlatformItem>> about(const QUuid &id, const QString &kind) const; // the newest first
    Result<QList<PlatformItem>> changedSince(const QString &kind, const QDateTime &since) const; // when it was applied
    // The pictures that applicants gave are items besides, about their booking: the body is the picture. What is here, without
    // opening anything.
    struct HeldPicture
    {
        QUuid id;
        QUuid booking;
        QString state;
    };
    Result<QList<HeldPicture>> pictures() const;
    Result<void> removePicture(const QUuid &id) const;
    // By citizen number, name or arrival code.
    Result<QList<PlatformItem>> search(const QString &kind, const QString &text) const;
    // Kind, id and version of what changed since, for the comparison at night.
    struct Known
    {
        QString kind;
        QUuid id;
        qint64 version = 0;
        QDateTime changedAt; // UTC, here
    };
    Result<QList<Known>> known() const;

    // Behind everything that waits; what has the same identity already (a place or a slot that changes again) gives way.
    Result<void> enqueue(const Outgoing &outgoing) const;
    Result<std::optional<Outgoing>> outgoing(const QUuid &id) const;
    Result<void> update(const Outgoing &outgoing) const; // state, tries, times and error
    Result<QList<Outgoing>> waiting() const; // all of them, in their order
    // What may leave now: the first of each lane whose time has come, in their order, so many at most. Slots wait while a
    // place waits, which the platform must know first.
    Result<QList<Outgoing>> due(const QDateTime &now, int limit) const;
    // The same, where a failed try keeps it back.
    Result<QList<Outgoing>> postponed(const QDateTime &now) const;
    // How it stands, without reading what waits.
    struct Backlog
    {
        int waiting = 0;
        QDateTime oldest; // UTC; null where nothing waits
        QDateTime nextTry; // UTC, of what was postponed; null where nothing was
        int refused = 0;
    };
    Result<Backlog> backlog(const QDateTime &now) const;
    Result<QList<Outgoing>> inLane(const QUuid &lane) const; // in their order
    Result<QList<Outgoing>> sentSince(const QDateTime &since) const; // in their order
    Result<void> forgetSentBefore(const QDateTime &day) const;

    // Gives away a seat of the station. Errors: SeatTaken.
    Result<void> takeSeat(const QUuid &slot, int seat, const QUuid &booking, const Stamp &stamp) const;
    Result<void> releaseSeats(const QUuid &booking) const;
    struct TakenSeat
    {
        QUuid slot;
        int seat = 0;
        QUuid booking;
    };
    Result<QList<TakenSeat>> takenSeats() const;

    Result<void> putTask(const PlatformTask &task) const;
    Result<QList<PlatformTask>> openTasks() const;
    Result<void> settleTask(const QUuid &id, const Stamp &stamp) const;
    // Of a kind, since then; the oldest first.
    Result<QList<PlatformTask>> settledTasks(const QString &kind, const QDateTime &since) const;

    // Takes the claim, or renews it. Errors: BookingClaimed, with the name, while a colleague has it.
    Result<LocalClaim> claim(const LocalClaim &claim, const QDateTime &now) const;
    Result<void> releaseClaim(const QUuid &about, const QString &person) const;

    Result<QList<QByteArray>> places() const; // JSON
    Result<void> putPlace(const QUuid &id, const QByteArray &body) const;

    struct OfficerKeys
    {
        QByteArray publicKeys;
        QByteArray secretKeys;
    };
    Result<std::optional<OfficerKeys>> officerKeys(const QString &login) const; // the newest
    Result<void> putOfficerKeys(const QUuid &id, const QString &login, const OfficerKeys &keys,
                                const QDateTime &at) const;

    // Opens everything; how many items there are. Errors: RecordAltered.
    Result<qint64> verify() const;

private:
    Result<PlatformItem> itemIn(const Statement &row) const;
    Result<Outgoing> outgoingIn(const Statement &row) const;
    static Result<LocalClaim> claimIn(const Statement &row);
    static Result<PlatformTask> taskIn(const Statement &row);
    QVariantList columns(const Outgoing &outgoing, qint64 seq) const;
    static SealedPlace itemPlace(const QUuid &id, qint64 version);
};

} // namespace idcounter

#pragma once

#include "platform/store/resources.h"

namespace idcounter::platform {

// How many slots a booking needs, and what is wanted.
struct SeatWish
{
    QString booking;
    QString personIndex;
    QString account; // a seat that this account left is not given to it again
    QString place;
    QString slot; // the first
    int slots = 1; // adjacent ones
    QDateTime heldUntil; // null: confirmed at once
    bool fromNow = true; // only what has not begun; the station's own are taken also afterwards
};

// Slots, seats and who has them. Nothing is sold twice whatever a program does: a live reservation is unique for each seat by
// an index, and only seats that are there can be taken. The row of the slot is touched first, as the lock. All in the
// transaction of the Resources.
class Seats
{
public:
    explicit Seats(Resources &resources)
        : m_resources(resources)
    {
    }

    // A slot as the station put it: makes what is new, and changes owners; a seat with a live reservation stays, and waits.
    Result<void> apply(const QJsonObject &slot) const;

    // The member `seats` of a StoredSlot. Errors: those of a statement.
    Result<QJsonArray> seatsOf(const QString &slot) const;

    // The slots of a place from one day to another, in the order of time.
    Result<QStringList> slotsOf(const QString &place, QDate from, QDate until) const;

    // Locks everything that one of these wishes may take, in an order that is the same for all: whoever locked one wish after the
    // other would wait for somebody who waits for him.
    Result<void> lockWishes(const QStringList &firstSlots, int slotsNeeded) const;
    // The first free public seats of that wish; without a value: none is free. Errors: PersonBooked.
    Result<std::optional<QJsonObject>> takePublic(const SeatWish &wish) const;
    // Those seats of the station ({slot, seat}). Errors: SeatTaken, NoSeatFree (not the station's, closed, not adjacent).
    Result<QJsonObject> takeOwn(const SeatWish &wish, const QJsonArray &seats) const;

    Result<void> confirm(const QString &booking) const;
    // Ends the live reservation of a booking as state says. Public seats rest between those minutes, by chance.
    Result<void> release(const QString &booking, const QString &state, const QJsonArray &restMinutes,
                         const QString &account = {}) const;
    // The same, but leaves the reservation of new seats alone: for a move, in which the new ones are taken first.
    Result<QStringList> liveReservations(const QString &booking) const;
    Result<void> releaseThese(const QStringList &reservations, const QString &state, const QJsonArray &restMinutes,
                              const QString &account = {}) const;
    // The person came, or did not.
    Result<void> visited(const QString &booking, const QString &state) const;

    // The next appointments that are free for the public at a place, from a moment on.
    Result<QJsonArray> free(const QString &place, const QDateTime &from, const QDateTime &until, int slots, int limit,
                            const QString &account = {}) const;
    // The next days on which a place has seats that are not closed, full ones as well.
    Result<QStringList> openDays(const QString &place, int limit) const;

private:
    struct Slot
    {
        QString id;
        QString place;
        QString day;
        int startsMin = 0;
        int minutes = 0;
        QDateTime startsAt;
    };
    static Slot slotIn(const Statement &row);
    Result<void> lock(const QString &slot) const;
    Result<void> touch(const QString &slot) const; // the slot's resource changed
    Result<QList<Slot>> adjacent(const QString &slot, int count) const;
    Result<std::optional<int>> takeOne(const SeatWish &wish, const QString &slot, int part) const;
    Result<bool> takeThis(const SeatWish &wish, const QString &slot, int seat, int part) const;
    qint64 restingUntil(const QJsonArray &minutes) const; // milliseconds since 1970
    QJsonObject appointment(const QList<Slot> &slots, const QJsonArray &seats) const;

    Resources &m_resources;
};

} // namespace idcounter::platform

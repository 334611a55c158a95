#include "platform/store/seats.h"

#include "app/domain/uuidv7.h"

#include <QRandomGenerator>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char live[] = "('HELD', 'CONFIRMED', 'ARRIVED')";

QString sql(const char *text)
{
    return QString::fromLatin1(text).replace(u"$LIVE"_s, QLatin1StringView(live));
}

} // namespace

Seats::Slot Seats::slotIn(const Statement &row)
{
    return {.id = row.text(0),
            .place = row.text(1),
            .day = row.text(2),
            .startsMin = int(row.number(3)),
            .minutes = int(row.number(4)),
            .startsAt = QDateTime::fromMSecsSinceEpoch(row.number(5), Qt::UTC)};
}

Result<void> Seats::lock(const QString &slot) const
{
    return Statement(m_resources.connection(), u"UPDATE slot SET row_version = row_version + 1 WHERE id = ?"_s)
        .with(QVariantList{slot})
        .run();
}

Result<void> Seats::touch(const QString &slot) const
{
    auto resource = m_resources.find(u"slots"_s, slot);
    if (!resource)
        return resource.error();
    if (!*resource)
        return {};
    Resource changed = **resource;
    return m_resources.put(changed);
}

Result<void> Seats::apply(const QJsonObject &slot) const
{
    const QSqlDatabase &connection = m_resources.connection();
    const QString id = slot[u"id"_s].toString();
    const QTime time = QTime::fromString(slot[u"time"_s].toString(), u"HH:mm"_s);
    const auto made
        = Statement(connection,
                    u"INSERT INTO slot (id, place, day, starts_min, minutes, starts_ms) VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT (id) DO NOTHING"_s)
              .with({id, slot[u"place"_s].toString(), slot[u"day"_s].toString(), time.msecsSinceStartOfDay() / 60000,
                     slot[u"minutes"_s].toInt(), instantFrom(slot[u"startsAt"_s].toString()).toMSecsSinceEpoch()})
              .run();
    if (!made)
        return made;
    if (auto locked = lock(id); !locked)
        return locked;
    const QJsonArray seats = slot[u"seats"_s].toArray();
    for (const QJsonValue &value : seats) {
        const int number = value[u"no"_s].toInt();
        const QString owner = value[u"owner"_s].toString();
        const auto inserted = Statement(connection,
                                        u"INSERT INTO seat (slot, seat_no, owner) VALUES (?, ?, ?) "
                                        "ON CONFLICT (slot, seat_no) DO NOTHING"_s)
                                  .with({id, number, owner})
                                  .run();
        if (!inserted)
            return inserted;
        const auto changed
            = Statement(
                  connection,
                  sql("UPDATE seat SET owner = ?, wanted = '' WHERE slot = ? AND seat_no = ? AND NOT EXISTS (SELECT 1 "
                      "FROM reservation r WHERE r.slot = seat.slot AND r.seat_no = seat.seat_no AND r.state IN $LIVE)"))
                  .with({owner, id, number})
                  .run();
        if (!changed)
            return changed;
        const auto waits
            = Statement(connection,
                        u"UPDATE seat SET wanted = CASE WHEN owner = ? THEN '' ELSE ? END WHERE slot = ? AND "
                        "seat_no = ? AND owner <> ?"_s)
                  .with({owner, owner, id, number, owner})
                  .run();
        if (!waits)
            return waits;
    }
    return {};
}

Result<QJsonArray> Seats::seatsOf(const QString &slot) const
{
    Statement rows(
        m_resources.connection(),
        sql("SELECT s.seat_no, s.owner, s.wanted, s.rest_ms, r.state, r.booking FROM seat s LEFT JOIN reservation r ON "
            "r.slot = s.slot AND r.seat_no = s.seat_no AND r.state IN $LIVE WHERE s.slot = ? ORDER BY s.seat_no"));
    if (const auto read = rows.with(QVariantList{slot}).run(); !read)
        return read.error();
    QJsonArray seats;
    while (rows.next()) {
        const bool rests = rows.number(3) > m_resources.now().toMSecsSinceEpoch();
        QJsonObject seat{
            {u"no"_s, rows.number(0)}, {u"owner"_s, rows.text(1)}, {u"state"_s, rests ? u"RESTING"_s : u"FREE"_s}};
        if (!rows.text(4).isEmpty()) {
            seat[u"state"_s] = rows.text(4);
            seat[u"booking"_s] = rows.text(5);
        }
        if (!rows.text(2).isEmpty())
            seat[u"closing"_s] = true;
        seats << seat;
    }
    if (const auto ended = rows.ended(); !ended)
        return ended.error();
    return seats;
}

// The slot and those that follow it without a gap; fewer where there are no more.
Result<QList<Seats::Slot>> Seats::adjacent(const QString &slot, int count) const
{
    Statement rows(
        m_resources.connection(),
        u"SELECT t.id, t.place, t.day, t.starts_min, t.minutes, t.starts_ms FROM slot s JOIN slot t ON t.place = "
        "s.place AND t.day = s.day AND t.starts_min >= s.starts_min AND t.minutes = s.minutes WHERE s.id = ? ORDER BY "
        "t.starts_min LIMIT ?"_s); // those of an earlier plan had another length
    if (const auto read = rows.with({slot, count}).run(); !read)
        return read.error();
    QList<Slot> found;
    while (rows.next()) {
        const Slot next = slotIn(rows);
        if (!found.isEmpty() && found.last().startsMin + found.last().minutes != next.startsMin)
            break;
        found << next;
    }
    return found;
}

Result<bool> Seats::takeThis(const SeatWish &wish, const QString &slot, int seat, int part) const
{
    Statement insert(m_resources.connection(),
                     u"INSERT INTO reservation (id, booking, person_idx, part, slot, seat_no, state, held_until) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s);
    const auto now = m_resources.now();
    insert.with({makeUuidV7([now] { return now; }).toString(QUuid::WithoutBraces), wish.booking, wish.personIndex, part,
                 slot, seat, wish.heldUntil.isValid() ? u"HELD"_s : u"CONFIRMED"_s,
                 wish.heldUntil.isValid() ? QVariant(wish.heldUntil.toMSecsSinceEpoch())
                                          : QVariant(QMetaType::fromType<qint64>())});
    if (const auto done = insert.run(); !done)
        return done.error();
    return insert.changedRows() == 1;
}

Result<std::optional<int>> Seats::takeOne(const SeatWish &wish, const QString &slot, int part) const
{
    const QSqlDatabase &connection = m_resources.connection();
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    Statement free(connection,
                   sql("SELECT s.seat_no FROM seat s WHERE s.slot = ? AND s.owner = 'PUBLIC' AND s.wanted = '' AND "
                       "s.rest_ms <= ? AND "
                       "s.left_by <> ? AND NOT EXISTS (SELECT 1 FROM reservation r WHERE r.slot = s.slot AND "
                       "r.seat_no = s.seat_no AND r.state IN $LIVE) ORDER BY s.seat_no LIMIT 1"));
    if (const auto read = free.with({slot, now, wish.account.isEmpty() ? u"-"_s : wish.account}).run(); !read)
        return read.error();
    if (!free.next())
        return std::optional<int>();
    const int seat = int(free.number(0));
    const auto taken = takeThis(wish, slot, seat, part);
    if (!taken)
        return taken.error();
    // The seat was free under the lock, so it is the person who has a place already.
    if (!*taken)
        return Error{Error::Code::PersonBooked, u"reservation"_s};
    return std::optional<int>(seat);
}

QJsonObject Seats::appointment(const QList<Slot> &slotsTaken, const QJsonArray &seats) const
{
    const Slot &first = slotsTaken.first();
    int minutes = 0;
    for (const Slot &slot : slotsTaken)
        minutes += slot.minutes;
    return {{u"place"_s, first.place},
            {u"day"_s, first.day},
            {u"time"_s, QTime::fromMSecsSinceStartOfDay(first.startsMin * 60000).toString(u"HH:mm"_s)},
            {u"zone"_s, u"Asia/Shanghai"_s},
            {u"startsAt"_s, instantText(first.startsAt)},
            {u"minutes"_s, minutes},
            {u"seats"_s, seats}};
}

Result<void> Seats::lockWishes(const QStringList &firstSlots, int slotsNeeded) const
{
    QStringList ids;
    for (const QString &first : firstSlots) {
        const auto wanted = adjacent(first, slotsNeeded);
        if (!wanted)
            return wanted.error();
        for (const Slot &slot : *wanted)
            ids << slot.id;
    }
    ids.sort();
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids)) {
        if (auto locked = lock(id); !locked)
            return locked;
    }
    return {};
}

Result<std::optional<QJsonObject>> Seats::takePublic(const SeatWish &wish) const
{
    const auto wanted = adjacent(wish.slot, wish.slots);
    if (!wanted)
        return wanted.error();
    if (wanted->size() < wish.slots || wanted->first().place != wish.place
        || (wish.fromNow && wanted->first().startsAt <= m_resources.now()))
        return std::optional<QJsonObject>();
    QList<Slot> inOrder = *wanted;
    std::sort(inOrder.begin(), inOrder.end(), [](const Slot &one, const Slot &other) { return one.id < other.id; });
    for (const Slot &slot : std::as_const(inOrder)) {
        if (const auto locked = lock(slot.id); !locked)
            return locked.error();
    }
    QHash<QString, int> taken;
    for (int part = 1; const Slot &slot : *wanted) {
        const auto seat = takeOne(wish, slot.id, part++);
        if (!seat)
            return seat.error();
        if (!*seat) { // what was taken of it already is given back: the booking has no other live reservation of these slots
            for (auto one = taken.begin(); one != taken.end(); ++one) {
                const auto undone = Statement(m_resources.connection(),
                                              sql("DELETE FROM reservation WHERE booking = ? AND slot = ? AND seat_no "
                                                  "= ? AND state IN $LIVE"))
                                        .with({wish.booking, one.key(), one.value()})
                                        .run();
                if (!undone)
                    return undone.error();
            }
            return std::optional<QJsonObject>();
        }
        taken.insert(slot.id, **seat);
    }
    QJsonArray seats;
    for (const Slot &slot : *wanted) {
        seats << QJsonObject{{u"slot"_s, slot.id}, {u"seat"_s, taken[slot.id]}};
        if (const auto touched = touch(slot.id); !touched)
            return touched.error();
    }
    return std::optional(appointment(*wanted, seats));
}

Result<QJsonObject> Seats::takeOwn(const SeatWish &wish, const QJsonArray &seats) const
{
    const auto wanted = adjacent(seats.first()[u"slot"_s].toString(), int(seats.size()));
    if (!wanted)
        return wanted.error();
    const Error notOurs{Error::Code::NoSeatFree, u"seats"_s};
    if (wanted->size() != seats.size() || wanted->first().place != wish.place)
        return notOurs;
    for (qsizetype at = 0; at < seats.size(); ++at) {
        if ((*wanted)[at].id != seats[at][u"slot"_s].toString())
            return notOurs;
    }
    QList<Slot> inOrder = *wanted;
    std::sort(inOrder.begin(), inOrder.end(), [](const Slot &one, const Slot &other) { return one.id < other.id; });
    for (const Slot &slot : std::as_const(inOrder)) {
        if (const auto locked = lock(slot.id); !locked)
            return locked.error();
    }
    for (int part = 1; const QJsonValue &value : seats) {
        const QString slot = value[u"slot"_s].toString();
        const int number = value[u"seat"_s].toInt();
        Statement seat(m_resources.connection(), u"SELECT owner FROM seat WHERE slot = ? AND seat_no = ?"_s);
        if (const auto read = seat.with({slot, number}).run(); !read)
            return read.error();
        if (!seat.next() || seat.text(0) != "STATION"_L1)
            return notOurs;
        const auto taken = takeThis(wish, slot, number, part++);
        if (!taken)
            return taken.error();
        if (!*taken)
            return Error{Error::Code::SeatTaken, u"seats"_s};
        if (const auto touched = touch(slot); !touched)
            return touched.error();
    }
    return appointment(*wanted, seats);
}

Result<QStringList> Seats::slotsOf(const QString &place, QDate from, QDate until) const
{
    Statement rows(m_resources.connection(),
                   u"SELECT id FROM slot WHERE place = ? AND day >= ? AND day <= ? ORDER BY day, starts_min"_s);
    if (const auto read = rows.with({place, from.toString(Qt::ISODate), until.toString(Qt::ISODate)}).run(); !read)
        return read.error();
    QStringList found;
    while (rows.next())
        found << rows.text(0);
    return found;
}

Result<void> Seats::confirm(const QString &booking) const
{
    return Statement(
               m_resources.connection(),
               u"UPDATE reservation SET state = 'CONFIRMED', held_until = NULL WHERE booking = ? AND state = 'HELD'"_s)
        .with(QVariantList{booking})
        .run();
}

Result<QStringList> Seats::liveReservations(const QString &booking) const
{
    Statement rows(m_resources.connection(), sql("SELECT id FROM reservation WHERE booking = ? AND state IN $LIVE"));
    if (const auto read = rows.with(QVariantList{booking}).run(); !read)
        return read.error();
    QStringList found;
    while (rows.next())
        found << rows.text(0);
    return found;
}

// A random moment between the two, so that nobody waits for the place that he saw go.
qint64 Seats::restingUntil(const QJsonArray &minutes) const
{
    constexpr qint64 millisecondsOfMinute = 60000;
    const int least = minutes.first().toInt();
    const int most = std::max(least, minutes.last().toInt());
    return m_resources.now().toMSecsSinceEpoch()
        + QRandomGenerator::system()->bounded(least, most + 1) * millisecondsOfMinute;
}

Result<void> Seats::releaseThese(const QStringList &reservations, const QString &state, const QJsonArray &restMinutes,
                                 const QString &account) const
{
    const QSqlDatabase &connection = m_resources.connection();
    for (const QString &id : reservations) {
        Statement row(connection, u"SELECT slot, seat_no FROM reservation WHERE id = ?"_s);
        if (auto read = row.with(QVariantList{id}).run(); !read)
            return read;
        if (!row.next())
            continue;
        const QString slot = row.text(0);
        const qint64 seat = row.number(1);
        const qint64 restsUntil = restMinutes.size() == 2 ? restingUntil(restMinutes) : 0;
        const QList<Result<void>> steps{
            lock(slot),
            Statement(connection, u"UPDATE reservation SET state = ?, held_until = NULL WHERE id = ?"_s)
                .with({state, id})
                .run(),
            Statement(
                connection,
                u"UPDATE seat SET owner = CASE WHEN wanted = '' THEN owner ELSE wanted END, wanted = '', rest_ms = ?, "
                "left_by = ? WHERE slot = ? AND seat_no = ?"_s)
                .with({restsUntil, account, slot, seat})
                .run(),
            touch(slot)};
        for (const Result<void> &step : steps) {
            if (!step)
                return step;
        }
    }
    return {};
}

Result<void> Seats::release(const QString &booking, const QString &state, const QJsonArray &restMinutes,
                            const QString &account) const
{
    const auto reservations = liveReservations(booking);
    return reservations ? releaseThese(*reservations, state, restMinutes, account) : Result<void>(reservations.error());
}

Result<void> Seats::visited(const QString &booking, const QString &state) const
{
    Statement rows(m_resources.connection(),
                   u"SELECT slot FROM reservation WHERE booking = ? AND state IN ('CONFIRMED', 'NO_SHOW')"_s);
    if (auto read = rows.with(QVariantList{booking}).run(); !read)
        return read;
    QStringList slotsOfIt;
    while (rows.next())
        slotsOfIt << rows.text(0);
    // Who came too late finds the seat as it is: no second live reservation is made of it.
    const auto done
        = Statement(m_resources.connection(),
                    sql("UPDATE reservation SET state = ? WHERE booking = ? AND (state = 'CONFIRMED' OR (state = "
                        "'NO_SHOW' AND "
                        "NOT EXISTS (SELECT 1 FROM reservation o WHERE o.slot = reservation.slot AND o.seat_no = "
                        "reservation.seat_no AND o.state IN $LIVE)))"))
              .with({state, booking})
              .run();
    if (!done)
        return done;
    for (const QString &slot : std::as_const(slotsOfIt)) {
        if (auto touched = touch(slot); !touched)
            return touched;
    }
    return {};
}

Result<QJsonArray> Seats::free(const QString &place, const QDateTime &from, const QDateTime &until, int slotsNeeded,
                               int limit, const QString &account) const
{
    Statement rows(m_resources.connection(),
                   sql("SELECT s.id, s.place, s.day, s.starts_min, s.minutes, s.starts_ms, (SELECT MIN(t.seat_no) FROM "
                       "seat t WHERE "
                       "t.slot = s.id AND t.owner = 'PUBLIC' AND t.wanted = '' AND t.rest_ms <= ? AND t.left_by <> ? "
                       "AND NOT EXISTS "
                       "(SELECT 1 FROM reservation r WHERE r.slot = t.slot AND r.seat_no = t.seat_no AND r.state IN "
                       "$LIVE)) FROM slot s "
                       "WHERE s.place = ? AND s.starts_ms > ? AND s.starts_ms < ? ORDER BY s.starts_ms"));
    if (const auto read = rows.with({m_resources.now().toMSecsSinceEpoch(), account.isEmpty() ? u"-"_s : account, place,
                                     std::max(from, m_resources.now()).toMSecsSinceEpoch(), until.toMSecsSinceEpoch()})
                              .run();
        !read)
        return read.error();
    QJsonArray found;
    QList<Slot> run; // free slots without a gap, the last ones
    QJsonArray seats;
    while (rows.next() && found.size() < limit) {
        const Slot slot = slotIn(rows);
        const bool follows = !run.isEmpty() && run.last().day == slot.day
            && run.last().startsMin + run.last().minutes == slot.startsMin;
        if (rows.value(6).isNull()) // full, or closed with an earlier plan; what comes next does not follow then
            continue;
        if (!follows) {
            run.clear();
            seats = {};
        }
        run << slot;
        seats << QJsonObject{{u"slot"_s, slot.id}, {u"seat"_s, rows.number(6)}};
        if (run.size() < slotsNeeded)
            continue;
        found << appointment(run, seats);
        run.removeFirst();
        seats.removeFirst();
    }
    return found;
}

Result<QStringList> Seats::openDays(const QString &place, int limit) const
{
    Statement rows(m_resources.connection(),
                   u"SELECT DISTINCT s.day FROM slot s WHERE s.place = ? AND s.starts_ms > ? AND EXISTS (SELECT 1 FROM "
                   "seat t WHERE t.slot = s.id AND t.owner <> 'CLOSED' AND t.wanted = '') ORDER BY s.day LIMIT ?"_s);
    if (const auto read = rows.with({place, m_resources.now().toMSecsSinceEpoch(), limit}).run(); !read)
        return read.error();
    QStringList days;
    while (rows.next())
        days << rows.text(0);
    if (const auto ended = rows.ended(); !ended)
        return ended.error();
    return days;
}

} // namespace idcounter::platform

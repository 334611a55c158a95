#include "app/storage/platformrepository.h"

#include "app/domain/citizennumber.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int itemSealed = 10;
constexpr int outgoingSealed = 12;
constexpr int outgoingSeq = 3;
constexpr char onlyLink[] = "link";

qint64 milliseconds(const QDateTime &instant)
{
    return instant.isValid() ? instant.toMSecsSinceEpoch() : 0;
}

QDateTime instant(qint64 milliseconds)
{
    return milliseconds == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

QString uuid(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

QString marks(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

} // namespace

SealedPlace PlatformRepository::itemPlace(const QUuid &id, qint64 version)
{
    return place(layout::platformItem, id, version);
}

Result<PlatformCursor> PlatformRepository::cursor() const
{
    const auto found = all(layout::platformLink, u"WHERE id = ?"_s, {QLatin1StringView(onlyLink)},
                           [](const Statement &row) -> Result<PlatformCursor> {
                               return PlatformCursor{.epoch = row.text(1),
                                                     .cursor = row.text(2),
                                                     .readAt = instant(row.number(3)),
                                                     .reconciledOn = row.day(4),
                                                     .earlier = row.text(5).split(u' ', Qt::SkipEmptyParts)};
                           });
    if (!found)
        return found.error();
    return found->isEmpty() ? PlatformCursor() : found->first();
}

Result<void> PlatformRepository::setCursor(const PlatformCursor &cursor) const
{
    const QVariantList open{
        QLatin1StringView(onlyLink), cursor.epoch, cursor.cursor, milliseconds(cursor.readAt), day(cursor.reconciledOn),
        cursor.earlier.join(u' ')};
    const auto there = exists(layout::platformLink, u"id"_s, QLatin1StringView(onlyLink));
    if (!there)
        return there.error();
    return *there ? Repository::update(layout::platformLink, open) : insert(layout::platformLink, open);
}

Result<void> PlatformRepository::put(const PlatformItem &item) const
{
    const auto index = [&](QStringView field, const QString &value) {
        return value.isEmpty() ? QByteArray("") : m_keys.blindIndex(field, value);
    };
    const QVariantList open{item.kind,
                            key(item.id),
                            item.version,
                            item.state,
                            day(item.day),
                            uuid(item.about),
                            milliseconds(item.changedAt),
                            index(u"number", item.number),
                            index(u"name", item.name),
                            index(u"arrival", item.arrivalCode)};
    const QVariantList sealed{m_keys.sealer().seal(item.body, itemPlace(item.id, item.version))};
    const auto there = find(item.kind, item.id);
    if (!there)
        return there.error();
    return *there ? Repository::update(layout::platformItem, open, sealed) : insert(layout::platformItem, open, sealed);
}

Result<PlatformItem> PlatformRepository::itemIn(const Statement &row) const
{
    PlatformItem item{.kind = row.text(0),
                      .id = QUuid(row.text(1)),
                      .version = row.number(2),
                      .state = row.text(3),
                      .day = row.day(4),
                      .about = QUuid(row.text(5)),
                      .changedAt = instant(row.number(6))};
    const auto body = m_keys.sealer().open(row.bytes(itemSealed), itemPlace(item.id, item.version));
    if (!body)
        return body.error();
    item.body = *body;
    return item;
}

Result<std::optional<PlatformItem>> PlatformRepository::find(const QString &kind, const QUuid &id) const
{
    const auto found = all(layout::platformItem, u"WHERE kind = ? AND id = ?"_s, {kind, key(id)},
                           [this](const Statement &row) { return itemIn(row); });
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<PlatformItem>() : found->first();
}

Result<QList<PlatformItem>> PlatformRepository::inStates(const QString &kind, const QStringList &states) const
{
    QVariantList values{kind};
    for (const QString &state : states)
        values << state;
    return all(layout::platformItem,
               u"WHERE kind = ? AND state IN (%1) ORDER BY changed_ms, id"_s.arg(marks(states.size())), values,
               [this](const Statement &row) { return itemIn(row); });
}

Result<QList<PlatformItem>> PlatformRepository::onDay(const QString &kind, QDate day) const
{
    return between(kind, day, day);
}

Result<QList<PlatformItem>> PlatformRepository::between(const QString &kind, QDate from, QDate until) const
{
    return all(layout::platformItem, u"WHERE kind = ? AND day >= ? AND day <= ? ORDER BY day, id"_s,
               {kind, day(from), day(until)}, [this](const Statement &row) { return itemIn(row); });
}

Result<QList<PlatformItem>> PlatformRepository::about(const QUuid &id, const QString &kind) const
{
    return all(layout::platformItem, u"WHERE about = ? AND kind = ? ORDER BY id DESC"_s, {key(id), kind},
               [this](const Statement &row) { return itemIn(row); });
}

Result<QList<PlatformItem>> PlatformRepository::changedSince(const QString &kind, const QDateTime &since) const
{
    return all(layout::platformItem, u"WHERE kind = ? AND changed_ms >= ? ORDER BY id"_s, {kind, milliseconds(since)},
               [this](const Statement &row) { return itemIn(row); });
}

Result<QList<PlatformRepository::HeldPicture>> PlatformRepository::pictures() const
{
    Statement rows = statement(u"SELECT id, about, state FROM platform_item WHERE kind = ? ORDER BY id"_s);
    if (auto read = rows.with({QLatin1StringView(pictureKind)}).run(); !read)
        return read.error();
    QList<HeldPicture> found;
    while (rows.next())
        found << HeldPicture{.id = QUuid(rows.text(0)), .booking = QUuid(rows.text(1)), .state = rows.text(2)};
    if (auto ended = rows.ended(); !ended)
        return ended.error();
    return found;
}

Result<void> PlatformRepository::removePicture(const QUuid &id) const
{
    return statement(u"DELETE FROM platform_item WHERE kind = ? AND id = ?"_s)
        .with({QLatin1StringView(pictureKind), key(id)})
        .run();
}

Result<QList<PlatformItem>> PlatformRepository::search(const QString &kind, const QString &text) const
{
    const QString asked = text.trimmed();
    const auto number = CitizenNumber::parse(asked);
    const QString code = asked.section(u':', -1); // "IDCB1:…" of the applicant's page
    return all(layout::platformItem,
               u"WHERE kind = ? AND (no_bidx = ? OR name_bidx = ? OR code_bidx = ?) ORDER BY id DESC"_s,
               {kind, m_keys.blindIndex(u"number", number ? number->toString() : asked),
                m_keys.blindIndex(u"name", asked), m_keys.blindIndex(u"arrival", code)},
               [this](const Statement &row) { return itemIn(row); });
}

Result<QList<PlatformRepository::Known>> PlatformRepository::known() const
{
    return all(layout::platformItem, u"WHERE kind <> ?"_s, {QLatin1StringView(pictureKind)},
               [](const Statement &row) -> Result<Known> {
                   return Known{.kind = row.text(0),
                                .id = QUuid(row.text(1)),
                                .version = row.number(2),
                                .changedAt = instant(row.number(6))};
               });
}

QVariantList PlatformRepository::columns(const Outgoing &outgoing, qint64 seq) const
{
    return {key(outgoing.id),
            outgoing.kind,
            key(outgoing.lane),
            seq,
            int(outgoing.state),
            milliseconds(outgoing.createdAt),
            outgoing.person,
            outgoing.tries,
            milliseconds(outgoing.nextTry),
            milliseconds(outgoing.sentAt),
            outgoing.error,
            outgoing.ifMatch};
}

Result<void> PlatformRepository::enqueue(const Outgoing &outgoing) const
{
    if (auto removed = statement(u"DELETE FROM platform_outgoing WHERE id = ?"_s).with({key(outgoing.id)}).run();
        !removed)
        return removed;
    Statement last = statement(u"SELECT COALESCE(MAX(seq), 0) + 1 FROM platform_outgoing"_s);
    if (auto read = last.run(); !read)
        return read;
    last.next();
    return insert(layout::platformOutgoing, columns(outgoing, last.number(0)),
                  {m_keys.sealer().seal(outgoing.body, place(layout::platformOutgoing, outgoing.id))});
}

Result<void> PlatformRepository::update(const Outgoing &outgoing) const
{
    const auto seq = one(layout::platformOutgoing, u"WHERE id = ?"_s, {key(outgoing.id)},
                         [](const Statement &row) -> Result<qint64> { return row.number(outgoingSeq); });
    if (!seq)
        return seq.error();
    return Repository::update(layout::platformOutgoing, columns(outgoing, *seq),
                              {m_keys.sealer().seal(outgoing.body, place(layout::platformOutgoing, outgoing.id))});
}

Result<Outgoing> PlatformRepository::outgoingIn(const Statement &row) const
{
    Outgoing outgoing{.id = QUuid(row.text(0)),
                      .kind = row.text(1),
                      .lane = QUuid(row.text(2)),
                      .state = Outgoing::State(row.number(4)),
                      .createdAt = instant(row.number(5)),
                      .person = row.text(6),
                      .tries = int(row.number(7)),
                      .nextTry = instant(row.number(8)),
                      .sentAt = instant(row.number(9)),
                      .error = row.text(10),
                      .ifMatch = row.number(11)};
    const auto body = m_keys.sealer().open(row.bytes(outgoingSealed), place(layout::platformOutgoing, outgoing.id));
    if (!body)
        return body.error();
    outgoing.body = *body;
    return outgoing;
}

Result<std::optional<Outgoing>> PlatformRepository::outgoing(const QUuid &id) const
{
    const auto found = all(layout::platformOutgoing, u"WHERE id = ?"_s, {key(id)},
                           [this](const Statement &row) { return outgoingIn(row); });
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Outgoing>() : found->first();
}

Result<QList<Outgoing>> PlatformRepository::waiting() const
{
    return all(layout::platformOutgoing, u"WHERE state = ? ORDER BY seq"_s, {int(Outgoing::State::Waiting)},
               [this](const Statement &row) { return outgoingIn(row); });
}

Result<QList<Outgoing>> PlatformRepository::due(const QDateTime &now, int limit) const
{
    const int waits = int(Outgoing::State::Waiting);
    return all(layout::platformOutgoing,
               u"WHERE state = ? AND next_ms <= ? AND seq = (SELECT MIN(head.seq) FROM platform_outgoing head "
               "WHERE head.lane = platform_outgoing.lane AND head.state = ?) AND (kind <> 'slots' OR NOT EXISTS "
               "(SELECT 1 FROM platform_outgoing place WHERE place.kind = 'places' AND place.state = ?)) "
               "ORDER BY seq LIMIT %1"_s.arg(limit),
               {waits, milliseconds(now), waits, waits}, [this](const Statement &row) { return outgoingIn(row); });
}

Result<QList<Outgoing>> PlatformRepository::postponed(const QDateTime &now) const
{
    return all(layout::platformOutgoing, u"WHERE state = ? AND next_ms > ? ORDER BY seq"_s,
               {int(Outgoing::State::Waiting), milliseconds(now)},
               [this](const Statement &row) { return outgoingIn(row); });
}

Result<PlatformRepository::Backlog> PlatformRepository::backlog(const QDateTime &now) const
{
    Statement row = statement(u"SELECT COUNT(*), MIN(created_ms), MIN(CASE WHEN next_ms > ? THEN next_ms END) "
                              "FROM platform_outgoing WHERE state = ?"_s);
    if (auto read = row.with({milliseconds(now), int(Outgoing::State::Waiting)}).run(); !read)
        return read.error();
    row.next();
    Backlog backlog{.waiting = int(row.number(0))};
    if (backlog.waiting > 0)
        backlog.oldest = instant(row.number(1));
    if (row.number(2) > 0)
        backlog.nextTry = instant(row.number(2));
    Statement refused = statement(u"SELECT COUNT(*) FROM platform_outgoing WHERE state = ?"_s);
    if (auto read = refused.with({int(Outgoing::State::Refused)}).run(); !read)
        return read.error();
    refused.next();
    backlog.refused = int(refused.number(0));
    return backlog;
}

Result<QList<Outgoing>> PlatformRepository::inLane(const QUuid &lane) const
{
    return all(layout::platformOutgoing, u"WHERE lane = ? ORDER BY seq"_s, {key(lane)},
               [this](const Statement &row) { return outgoingIn(row); });
}

Result<QList<Outgoing>> PlatformRepository::sentSince(const QDateTime &since) const
{
    return all(layout::platformOutgoing, u"WHERE state = ? AND sent_ms >= ? ORDER BY seq"_s,
               {int(Outgoing::State::Sent), milliseconds(since)},
               [this](const Statement &row) { return outgoingIn(row); });
}

Result<void> PlatformRepository::forgetSentBefore(const QDateTime &day) const
{
    return statement(u"DELETE FROM platform_outgoing WHERE state = ? AND sent_ms < ?"_s)
        .with({int(Outgoing::State::Sent), milliseconds(day)})
        .run();
}

// The index decides, not a look before: of two programs one is told.
Result<void> PlatformRepository::takeSeat(const QUuid &slot, int seat, const QUuid &booking, const Stamp &stamp) const
{
    Statement live = statement(u"SELECT booking FROM station_seat WHERE slot = ? AND seat_no = ? AND live = 1"_s);
    if (auto read = live.with({key(slot), seat}).run(); !read)
        return read;
    if (live.next())
        return live.text(0) == key(booking) ? Result<void>() : Error{Error::Code::SeatTaken, {}};
    const QVariantList open{key(slot), seat, key(booking), 1, stamp.at.toMSecsSinceEpoch()};
    Statement there = statement(u"SELECT 1 FROM station_seat WHERE slot = ? AND seat_no = ? AND booking = ?"_s);
    if (auto read = there.with({key(slot), seat, key(booking)}).run(); !read)
        return read;
    return there.next() ? Repository::update(layout::stationSeat, open) : insert(layout::stationSeat, open);
}

Result<void> PlatformRepository::releaseSeats(const QUuid &booking) const
{
    const auto taken
        = all(layout::stationSeat, u"WHERE booking = ? AND live = 1"_s, {key(booking)},
              [](const Statement &row) -> Result<QVariantList> { return openIn(layout::stationSeat, row); });
    if (!taken)
        return taken.error();
    for (QVariantList open : *taken) {
        constexpr int liveColumn = 3;
        open[liveColumn] = 0;
        if (auto released = Repository::update(layout::stationSeat, open); !released)
            return released;
    }
    return {};
}

Result<QList<PlatformRepository::TakenSeat>> PlatformRepository::takenSeats() const
{
    return all(layout::stationSeat, u"WHERE live = 1"_s, {}, [](const Statement &row) -> Result<TakenSeat> {
        return TakenSeat{.slot = QUuid(row.text(0)), .seat = int(row.number(1)), .booking = QUuid(row.text(2))};
    });
}

Result<void> PlatformRepository::putTask(const PlatformTask &task) const
{
    return insert(layout::platformTask,
                  {key(task.id), task.kind, uuid(task.about), milliseconds(task.at), 0, u""_s, task.detail});
}

Result<PlatformTask> PlatformRepository::taskIn(const Statement &row)
{
    return PlatformTask{.id = QUuid(row.text(0)),
                        .kind = row.text(1),
                        .about = QUuid(row.text(2)),
                        .at = instant(row.number(3)),
                        .detail = row.text(6)};
}

Result<QList<PlatformTask>> PlatformRepository::openTasks() const
{
    return all(layout::platformTask, u"WHERE done_ms = 0 ORDER BY at_ms"_s, {},
               [](const Statement &row) { return taskIn(row); });
}

Result<QList<PlatformTask>> PlatformRepository::settledTasks(const QString &kind, const QDateTime &since) const
{
    return all(layout::platformTask, u"WHERE kind = ? AND done_ms > 0 AND at_ms >= ? ORDER BY at_ms"_s,
               {kind, milliseconds(since)}, [](const Statement &row) { return taskIn(row); });
}

Result<void> PlatformRepository::settleTask(const QUuid &id, const Stamp &stamp) const
{
    auto open = one(layout::platformTask, u"WHERE id = ?"_s, {key(id)},
                    [](const Statement &row) -> Result<QVariantList> { return openIn(layout::platformTask, row); });
    if (!open)
        return open.error();
    QVariantList done = *open;
    done[4] = stamp.at.toMSecsSinceEpoch();
    done[5] = stamp.person;
    return Repository::update(layout::platformTask, done);
}

Result<LocalClaim> PlatformRepository::claimIn(const Statement &row)
{
    return LocalClaim{.about = QUuid(row.text(0)),
                      .id = QUuid(row.text(1)),
                      .person = row.text(2),
                      .name = row.text(3),
                      .device = QUuid(row.text(4)),
                      .until = instant(row.number(5))};
}

Result<LocalClaim> PlatformRepository::claim(const LocalClaim &claim, const QDateTime &now) const
{
    const auto there = all(layout::platformClaim, u"WHERE about = ?"_s, {key(claim.about)},
                           [](const Statement &row) { return claimIn(row); });
    if (!there)
        return there.error();
    LocalClaim taken = claim;
    if (!there->isEmpty()) {
        const LocalClaim &other = there->first();
        const bool isMine = other.person == claim.person && other.device == claim.device;
        if (!isMine && other.until > now)
            return Error{Error::Code::BookingClaimed, other.name};
        if (isMine)
            taken.id = other.id;
    }
    const QVariantList open{key(taken.about), key(taken.id),     taken.person,
                            taken.name,       key(taken.device), milliseconds(taken.until)};
    const auto stored
        = there->isEmpty() ? insert(layout::platformClaim, open) : Repository::update(layout::platformClaim, open);
    return stored ? Result<LocalClaim>(taken) : stored.error();
}

Result<void> PlatformRepository::releaseClaim(const QUuid &about, const QString &person) const
{
    return statement(u"DELETE FROM platform_claim WHERE about = ? AND person = ?"_s).with({key(about), person}).run();
}

Result<QList<QByteArray>> PlatformRepository::places() const
{
    return all(layout::bookingPlace, u"ORDER BY id"_s, {}, [this](const Statement &row) {
        return m_keys.sealer().open(row.bytes(2), place(layout::bookingPlace, QUuid(row.text(0)), row.number(1)));
    });
}

Result<void> PlatformRepository::putPlace(const QUuid &id, const QByteArray &body) const
{
    const auto versions = all(layout::bookingPlace, u"WHERE id = ?"_s, {key(id)},
                              [](const Statement &row) -> Result<qint64> { return row.number(1); });
    if (!versions)
        return versions.error();
    const qint64 version = versions->isEmpty() ? 1 : versions->first() + 1;
    const QVariantList open{key(id), version};
    const QVariantList sealed{m_keys.sealer().seal(body, place(layout::bookingPlace, id, version))};
    return versions->isEmpty() ? insert(layout::bookingPlace, open, sealed)
                               : Repository::update(layout::bookingPlace, open, sealed);
}

Result<std::optional<PlatformRepository::OfficerKeys>> PlatformRepository::officerKeys(const QString &login) const
{
    const auto found
        = all(layout::officerKey, u"WHERE login = ? ORDER BY at_ms DESC LIMIT 1"_s, {login},
              [this](const Statement &row) -> Result<OfficerKeys> {
                  const auto secret = m_keys.sealer().open(row.bytes(4), place(layout::officerKey, QUuid(row.text(0))));
                  if (!secret)
                      return secret.error();
                  return OfficerKeys{.publicKeys = QByteArray::fromHex(row.text(3).toLatin1()), .secretKeys = *secret};
              });
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<OfficerKeys>() : found->first();
}

Result<void> PlatformRepository::putOfficerKeys(const QUuid &id, const QString &login, const OfficerKeys &keys,
                                                const QDateTime &at) const
{
    return insert(layout::officerKey, {key(id), login, milliseconds(at), QString::fromLatin1(keys.publicKeys.toHex())},
                  {m_keys.sealer().seal(keys.secretKeys, place(layout::officerKey, id))});
}

Result<qint64> PlatformRepository::verify() const
{
    const auto outgoing = countRead(layout::platformOutgoing, [this](const Statement &row) { return outgoingIn(row); });
    if (!outgoing)
        return outgoing.error();
    if (const auto read = places(); !read)
        return read.error();
    const auto officers = countRead(layout::officerKey, [this](const Statement &row) {
        return m_keys.sealer().open(row.bytes(4), place(layout::officerKey, QUuid(row.text(0))));
    });
    if (!officers)
        return officers.error();
    return countRead(layout::platformItem, [this](const Statement &row) { return itemIn(row); });
}

} // namespace idcounter

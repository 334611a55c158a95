#include "app/storage/liferepository.h"

#include "app/domain/enumnames.h"
#include "app/domain/uuidv7.h"
#include "app/storage/acceptancerepository.h"
#include "app/storage/blankcardrepository.h"
#include "app/storage/caserepository.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Columns of case_main that a step changes.
constexpr int stateColumn = 4;
constexpr int legalDueColumn = 8;
constexpr int versionColumn = 18;

} // namespace

Result<CaseProgress> LifeRepository::progressIn(const Statement &row) const
{
    const auto bytes
        = m_keys.sealer().open(row.bytes(6), place(layout::caseProgress, QUuid(row.text(0)), row.number(1)));
    if (!bytes)
        return bytes.error();
    return json::fromBytes<CaseProgress>(*bytes);
}

// A case that was never moved has none.
Result<std::pair<CaseProgress, qint64>> LifeRepository::progressOf(const QUuid &id, const QDateTime &acceptedAt) const
{
    auto found = all(layout::caseProgress, u"WHERE case_id = ?"_s, {key(id)},
                     [this](const Statement &row) -> Result<std::pair<CaseProgress, qint64>> {
                         const auto progress = progressIn(row);
                         if (!progress)
                             return progress.error();
                         return std::pair{*progress, row.number(1)};
                     });
    if (!found)
        return found.error();
    if (found->isEmpty())
        return std::pair{CaseProgress{.since = acceptedAt}, qint64(1)};
    return found->first();
}

Result<Fen> LifeRepository::sumOf(const Layout &layout, int column, const QUuid &caseId) const
{
    Fen sum;
    const auto done = forEach(layout, u"WHERE case_id = ?"_s, {key(caseId)}, [&](const Statement &row) {
        sum.amount += row.number(column);
        return Result<void>();
    });
    return done ? Result<Fen>(sum) : Result<Fen>(done.error());
}

Result<Standing> LifeRepository::standing(const QUuid &id) const
{
    const auto accepted = CaseRepository(m_connection, m_keys).find(id);
    if (!accepted)
        return accepted.error();
    const auto progress = progressOf(id, accepted->acceptedAt);
    if (!progress)
        return progress.error();
    constexpr int paidColumn = 4;
    constexpr int refundColumn = 3;
    const auto paid = sumOf(layout::payment, paidColumn, id);
    if (!paid)
        return paid.error();
    const auto refunded = sumOf(layout::refund, refundColumn, id);
    if (!refunded)
        return refunded.error();
    const auto temporary = BlankCardRepository(m_connection, m_keys).issuedFor(id);
    if (!temporary)
        return temporary.error();
    return Standing{.accepted = *accepted,
                    .progress = progress->first,
                    .version = progress->second,
                    .paid = *paid,
                    .refunded = *refunded,
                    .temporaryOut = temporary->has_value()};
}

Result<QList<Standing>> LifeRepository::in(const QList<CaseState> &states) const
{
    QVariantList names;
    for (const CaseState state : states)
        names << stateName(state);
    const QStringList marks(names.size(), u"?"_s);
    return all(layout::caseMain, u"WHERE state IN (%1) ORDER BY accepted_ms, id"_s.arg(marks.join(u", "_s)), names,
               [this](const Statement &row) { return standing(QUuid(row.text(0))); });
}

Result<QList<Standing>> LifeRepository::in(CaseState state, const Place &after, int limit) const
{
    return all(layout::caseMain, u"WHERE state = ? AND (accepted_ms, id) > (?, ?) ORDER BY accepted_ms, id LIMIT ?"_s,
               {stateName(state), after.acceptedMs, after.id.isNull() ? QString() : key(after.id), limit},
               [this](const Statement &row) { return standing(QUuid(row.text(0))); });
}

Result<Standing> LifeRepository::find(const AcceptanceNumber &number) const
{
    return one(layout::caseMain, u"WHERE acc_no = ?"_s, {number.toString()},
               [this](const Statement &row) { return standing(QUuid(row.text(0))); });
}

Result<void> LifeRepository::move(const CaseMove &move, const Stamp &stamp) const
{
    const auto row
        = one(layout::caseMain, u"WHERE id = ?"_s, {key(move.caseId)},
              [](const Statement &found) -> Result<QVariantList> { return openIn(layout::caseMain, found); });
    if (!row)
        return row.error();
    QVariantList columns = *row;
    if (columns[stateColumn].toString() != stateName(move.transition.from)
        || columns[versionColumn].toLongLong() != move.version)
        return Error{Error::Code::RecordConflict, key(move.caseId)};

    columns[stateColumn] = stateName(move.transition.to);
    columns[versionColumn] = move.version + 1;
    if (move.legalDue)
        columns[legalDueColumn] = day(*move.legalDue);
    if (move.form) {
        CaseRepository::index(columns, *move.form, m_keys);
        if (auto result = insert(layout::caseForm, {key(move.caseId), move.version + 1, stamp.at.toMSecsSinceEpoch()},
                                 {m_keys.sealer().seal(json::toBytes(*move.form),
                                                       place(layout::caseForm, move.caseId, move.version + 1))});
            !result)
            return result;
    }
    if (auto result = update(layout::caseMain, columns); !result)
        return result;
    const auto known = exists(layout::caseProgress, u"case_id"_s, key(move.caseId));
    if (!known)
        return known.error();
    if (auto result = putProgress(move, !*known); !result)
        return result;
    if (auto result = refund(move, stamp); !result)
        return result;
    return JournalRepository(m_connection, m_keys)
        .append({.id = makeUuidV7([&] { return stamp.at; }),
                 .caseId = move.caseId,
                 .type = move.transition.event,
                 .from = move.transition.from,
                 .to = move.transition.to,
                 .baseVersion = move.version,
                 .body = QJsonDocument(move.body).toJson(QJsonDocument::Compact)},
                stamp);
}

Result<void> LifeRepository::putProgress(const CaseMove &move, bool isNew) const
{
    const CaseProgress &progress = move.progress;
    const qint64 version = move.version + 1;
    if (progress.hasCard()) {
        auto other = statement(u"SELECT 1 FROM case_progress WHERE box = ? AND slot = ? AND case_id <> ?"_s);
        if (auto result = other.with({progress.box, progress.slot, key(move.caseId)}).run(); !result)
            return result;
        if (other.next())
            return Error{Error::Code::CardPlaceTaken, progress.box + u' ' + progress.slot};
    }
    const QVariantList open{key(move.caseId), version,      progress.round, progress.since.toMSecsSinceEpoch(),
                            progress.box,     progress.slot};
    const QVariantList sealed{
        m_keys.sealer().seal(json::toBytes(progress), place(layout::caseProgress, move.caseId, version))};
    return isNew ? insert(layout::caseProgress, open, sealed) : update(layout::caseProgress, open, sealed);
}

// Vouchers are numbered by day: T20261124-0001.
Result<void> LifeRepository::refund(const CaseMove &move, const Stamp &stamp) const
{
    if (move.refund.amount <= 0)
        return {};
    const QDate today = stationTime(stamp.at).date();
    auto count = statement(u"SELECT COUNT(*) FROM refund WHERE day = ?"_s);
    if (auto result = count.with({day(today)}).run(); !result)
        return result;
    const qint64 number = count.next() ? count.number(0) + 1 : 1;
    const QString voucher = u"T%1-%2"_s.arg(today.toString(u"yyyyMMdd"_s)).arg(number, 4, 10, QChar(u'0'));
    return insert(layout::refund,
                  {key(makeUuidV7([&] { return stamp.at; })), key(move.caseId), day(today), move.refund.amount,
                   move.transition.event, voucher, stamp.person});
}

Result<QList<LifeEntry>> LifeRepository::history(const QUuid &caseId) const
{
    auto row = select(layout::event, u"WHERE case_id = ? ORDER BY at_ms, seq"_s, {key(caseId)});
    if (const auto result = row.run(); !result)
        return result.error();
    QList<LifeEntry> entries;
    while (row.next()) {
        const QUuid id(row.text(2));
        const auto body = m_keys.sealer().open(
            row.bytes(10), {.table = "event", .column = "sealed", .row = id, .version = row.number(1)});
        const auto from = caseStateFrom(row.text(5));
        const auto to = caseStateFrom(row.text(6));
        if (!body || !from || !to)
            return Error{Error::Code::RecordUnreadable, u"event"_s};
        entries << LifeEntry{.at = QDateTime::fromMSecsSinceEpoch(row.number(8), Qt::UTC),
                             .event = row.text(4),
                             .from = *from,
                             .to = *to,
                             .person = row.text(9),
                             .body = QJsonDocument::fromJson(*body).object()};
    }
    const auto read = row.ended();
    return read ? Result<QList<LifeEntry>>(entries) : Result<QList<LifeEntry>>(read.error());
}

Result<void> LifeRepository::addNotice(const Notice &notice, const Stamp &stamp) const
{
    return insert(layout::notice,
                  {key(notice.id), key(notice.caseId), day(notice.day), notice.way,
                   notice.reached ? u"reached"_s : u"not reached"_s, stamp.person});
}

Result<QList<Notice>> LifeRepository::noticesOf(const QUuid &caseId) const
{
    return all(layout::notice, u"WHERE case_id = ? ORDER BY day, id"_s, {key(caseId)},
               [](const Statement &row) -> Result<Notice> {
                   return Notice{.id = QUuid(row.text(0)),
                                 .caseId = QUuid(row.text(1)),
                                 .day = row.day(2),
                                 .way = row.text(3),
                                 .reached = row.text(4) == u"reached"};
               });
}

Result<void> LifeRepository::charge(const QUuid &caseId, const Charge &charge, PaymentMethod method, QDate day,
                                    const Stamp &stamp) const
{
    return AcceptanceRepository(m_connection, m_keys).chargeLater(caseId, charge, method, day, stamp);
}

Result<void> LifeRepository::pay(const Standing &standing, const Payment &payment, QDate day, const Stamp &stamp) const
{
    return AcceptanceRepository(m_connection, m_keys)
        .payLater(standing.accepted.id, standing.rest(), payment, day, stamp);
}

Result<qint64> LifeRepository::verify() const
{
    return countRead(layout::caseProgress, [this](const Statement &row) { return progressIn(row); });
}

} // namespace idcounter

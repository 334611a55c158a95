#include "app/storage/journalrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The columns under the hash, in its order.
const QString eventColumns
    = u"device_id, seq, event_id, case_id, type, from_state, to_state, base_version, at_ms, person, sealed"_s;
constexpr int eventColumnCount = 11;
const QString auditColumns = u"device_id, seq, at_ms, person, action, object, detail"_s;
constexpr int auditColumnCount = 7;

} // namespace

Result<JournalRepository::Head> JournalRepository::headOf(const QString &table, const QUuid &device) const
{
    auto row = statement(u"SELECT seq, hash FROM %1 WHERE device_id = :device ORDER BY seq DESC LIMIT 1"_s.arg(table));
    if (const auto result = row.with(u":device"_s, key(device)).run(); !result)
        return result.error();
    return row.next() ? Head{row.number(0), row.bytes(1)} : Head{};
}

Result<void> JournalRepository::append(const CaseEvent &event, const Stamp &stamp) const
{
    const auto head = headOf(u"event"_s, stamp.device);
    if (!head)
        return head.error();
    const qint64 seq = head->seq + 1;
    const QByteArray sealed
        = m_keys.sealer().seal(event.body, {.table = "event", .column = "sealed", .row = event.id, .version = seq});
    const QVariantList columns{key(stamp.device),
                               seq,
                               key(event.id),
                               key(event.caseId),
                               event.type,
                               stateName(event.from),
                               stateName(event.to),
                               event.baseVersion,
                               stamp.at.toMSecsSinceEpoch(),
                               stamp.person,
                               sealed};
    auto insert = statement(u"INSERT INTO event (%1, hash) VALUES (:c0, :c1, :c2, :c3, :c4, :c5, :c6, :c7, :c8, :c9, "
                            ":c10, :hash)"_s.arg(eventColumns));
    for (int column = 0; column < eventColumnCount; ++column)
        insert.with(u":c%1"_s.arg(column), columns[column]);
    return insert.with(u":hash"_s, m_keys.rowMac("event" + head->hash, columns)).run();
}

Result<void> JournalRepository::audit(const QString &action, const QString &object, const QString &detail,
                                      const Stamp &stamp) const
{
    const auto head = headOf(u"audit"_s, stamp.device);
    if (!head)
        return head.error();
    const QVariantList columns{
        key(stamp.device), head->seq + 1, stamp.at.toMSecsSinceEpoch(), stamp.person, action, object, detail};
    auto insert = statement(
        u"INSERT INTO audit (%1, hash) VALUES (:c0, :c1, :c2, :c3, :c4, :c5, :c6, :hash)"_s.arg(auditColumns));
    for (int column = 0; column < auditColumnCount; ++column)
        insert.with(u":c%1"_s.arg(column), columns[column]);
    return insert.with(u":hash"_s, m_keys.rowMac("audit" + head->hash, columns)).run();
}

Result<qint64> JournalRepository::verify() const
{
    const auto events = verifyChain(u"event"_s, eventColumns, eventColumnCount);
    if (!events)
        return events.error();
    const auto audits = verifyChain(u"audit"_s, auditColumns, auditColumnCount);
    if (!audits)
        return audits.error();
    return *events + *audits;
}

Result<qint64> JournalRepository::verifyChain(const QString &table, const QString &columns, int columnCount) const
{
    auto row = statement(u"SELECT %1, hash FROM %2 ORDER BY device_id, seq"_s.arg(columns, table));
    if (const auto result = row.run(); !result)
        return result.error();
    QString device;
    QByteArray previous;
    qint64 expected = 0;
    qint64 count = 0;
    for (; row.next(); ++count) {
        if (row.text(0) != device) {
            device = row.text(0);
            previous.clear();
            expected = 0;
        }
        QVariantList values;
        for (int column = 0; column < columnCount; ++column)
            values << row.value(column);
        const QByteArray hash = row.bytes(columnCount);
        if (row.number(1) != ++expected || m_keys.rowMac(table.toLatin1() + previous, values) != hash)
            return Error{Error::Code::RecordAltered, u"%1 %2"_s.arg(table).arg(row.number(1))};
        previous = hash;
    }
    return count;
}

} // namespace idcounter

#include "app/storage/journalrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

Result<JournalRepository::Head> JournalRepository::headOf(const Layout &chain, const QUuid &device) const
{
    auto row = statement(u"SELECT seq, row_mac FROM %1 WHERE device_id = ? ORDER BY seq DESC LIMIT 1"_s.arg(
        QLatin1StringView(chain.table)));
    if (const auto result = row.with({key(device)}).run(); !result)
        return result.error();
    if (row.next())
        return Head{row.number(0), row.bytes(1)};
    const auto read = row.ended();
    return read ? Result<Head>(Head{}) : Result<Head>(read.error());
}

Result<void> JournalRepository::append(const CaseEvent &event, const Stamp &stamp) const
{
    const auto head = headOf(layout::event, stamp.device);
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
    return insert(layout::event, columns, {}, head->mac);
}

Result<void> JournalRepository::audit(const QString &action, const QString &object, const QString &detail,
                                      const Stamp &stamp) const
{
    const auto head = headOf(layout::audit, stamp.device);
    if (!head)
        return head.error();
    const QVariantList columns{
        key(stamp.device), head->seq + 1, stamp.at.toMSecsSinceEpoch(), stamp.person, action, object, detail};
    return insert(layout::audit, columns, {}, head->mac);
}

Result<QList<AuditEntry>> JournalRepository::audits(const QString &action, int limit) const
{
    return entries(u"WHERE action = ? ORDER BY at_ms DESC, seq DESC LIMIT %1"_s.arg(limit), {action});
}

Result<QList<AuditEntry>> JournalRepository::entries(const QString &condition, const QVariantList &values) const
{
    auto row = select(layout::audit, condition, values);
    if (const auto result = row.run(); !result)
        return result.error();
    QList<AuditEntry> entries;
    while (row.next())
        entries << AuditEntry{.at = QDateTime::fromMSecsSinceEpoch(row.number(2), Qt::UTC),
                              .person = row.text(3),
                              .object = row.text(5),
                              .detail = row.text(6)};
    return entries;
}

Result<QList<AuditEntry>> JournalRepository::auditsOf(const QString &action, const QString &object) const
{
    return entries(u"WHERE action = ? AND object = ? ORDER BY at_ms, seq"_s, {action, object});
}

Result<QMap<QString, int>> JournalRepository::actionsWithin(const QDateTime &from, const QDateTime &until) const
{
    Statement row = statement(u"SELECT action, COUNT(*) FROM audit WHERE at_ms >= ? AND at_ms < ? GROUP BY action"_s);
    if (auto read = row.with({from.toMSecsSinceEpoch(), until.toMSecsSinceEpoch()}).run(); !read)
        return read.error();
    QMap<QString, int> counts;
    while (row.next())
        counts.insert(row.text(0), int(row.number(1)));
    if (auto read = row.ended(); !read)
        return read.error();
    return counts;
}

Result<qint64> JournalRepository::verify() const
{
    const auto events = verifyChain(layout::event);
    if (!events)
        return events.error();
    const auto audits = verifyChain(layout::audit);
    if (!audits)
        return audits.error();
    return *events + *audits;
}

Result<qint64> JournalRepository::verifyChain(const Layout &chain) const
{
    auto row = select(chain, u"ORDER BY device_id, seq"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    QString device;
    Head previous;
    qint64 count = 0;
    for (; row.next(); ++count) {
        if (row.text(0) != device) {
            device = row.text(0);
            previous = {};
        }
        const Head head{row.number(1), macIn(chain, row)};
        if (head.seq != previous.seq + 1 || !check(chain, row, previous.mac))
            return Error{Error::Code::RecordAltered, u"%1 %2"_s.arg(QLatin1StringView(chain.table)).arg(head.seq)};
        previous = head;
    }
    if (const auto read = row.ended(); !read)
        return read.error();
    return count;
}

} // namespace idcounter

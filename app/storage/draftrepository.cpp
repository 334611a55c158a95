#include "app/storage/draftrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

SealedPlace place(const QUuid &id, qint64 version)
{
    return {.table = "draft", .column = "sealed", .row = id, .version = version};
}

} // namespace

struct DraftRepository::Row
{
    QUuid id;
    QString openedDay;
    qint64 updatedMs = 0;
    QString step;
    QString person;
    QString openAt;
    QString openToken;
    qint64 version = 0;
    QByteArray sealed;
    QByteArray mac;

    static Row of(const Statement &s)
    {
        return {.id = QUuid(s.text(0)),
                .openedDay = s.text(1),
                .updatedMs = s.number(2),
                .step = s.text(3),
                .person = s.text(4),
                .openAt = s.text(5),
                .openToken = s.text(6),
                .version = s.number(7),
                .sealed = s.bytes(8),
                .mac = s.bytes(9)};
    }
    // Who has it open changes without the draft, and is not under the MAC.
    QVariantList macColumns() const
    {
        return {id.toString(QUuid::WithoutBraces), openedDay, updatedMs, step, person, version};
    }
};

static const QString columns
    = u"id, opened_day, updated_ms, step, person, open_at, open_token, row_version, sealed, row_mac"_s;

Result<std::optional<DraftRepository::Row>> DraftRepository::rowOf(const QUuid &id) const
{
    auto row = statement(u"SELECT %1 FROM draft WHERE id = :id"_s.arg(columns));
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    return row.next() ? std::optional(Row::of(row)) : std::optional<Row>();
}

Result<void> DraftRepository::checkHolder(const QUuid &id, const DraftHolder &holder) const
{
    const auto stored = rowOf(id);
    if (!stored)
        return stored.error();
    if (*stored && !(*stored)->openToken.isEmpty() && (*stored)->openToken != key(holder.token))
        return Error{Error::Code::DraftOpenElsewhere, (*stored)->openAt};
    return {};
}

Result<void> DraftRepository::save(const Draft &draft, const QString &step, const DraftHolder &holder,
                                   const QDateTime &at) const
{
    // A save that was under way when the case was accepted must not bring the draft back.
    auto accepted = statement(u"SELECT 1 FROM case_main WHERE id = :id"_s);
    if (auto result = accepted.with(u":id"_s, key(draft.id)).run(); !result)
        return result;
    if (accepted.next())
        return Error{Error::Code::TransitionNotAllowed, u"the case is accepted"_s};
    const auto stored = rowOf(draft.id);
    if (!stored)
        return stored.error();
    if (*stored && (*stored)->openToken != key(holder.token))
        return Error{Error::Code::DraftOpenElsewhere, (*stored)->openAt};
    Row row{.id = draft.id,
            .openedDay = day(draft.openedOn),
            .updatedMs = at.toMSecsSinceEpoch(),
            .step = step,
            .person = draft.clerk,
            .openAt = holder.where,
            .openToken = key(holder.token),
            .version = *stored ? (*stored)->version + 1 : 1,
            .sealed = {},
            .mac = {}};
    row.sealed = m_keys.sealer().seal(json::toBytes(draft), place(draft.id, row.version));
    return statement(u"INSERT INTO draft (%1) VALUES (:id, :opened_day, :updated_ms, :step, :person, :open_at, "
                     ":open_token, :row_version, :sealed, :row_mac) ON CONFLICT (id) DO UPDATE SET "
                     "updated_ms = excluded.updated_ms, step = excluded.step, person = excluded.person, "
                     "row_version = excluded.row_version, sealed = excluded.sealed, row_mac = excluded.row_mac"_s.arg(
                         columns))
        .with(u":id"_s, key(row.id))
        .with(u":opened_day"_s, row.openedDay)
        .with(u":updated_ms"_s, row.updatedMs)
        .with(u":step"_s, row.step)
        .with(u":person"_s, row.person)
        .with(u":open_at"_s, row.openAt)
        .with(u":open_token"_s, row.openToken)
        .with(u":row_version"_s, row.version)
        .with(u":sealed"_s, row.sealed)
        .with(u":row_mac"_s, m_keys.rowMac("draft", row.macColumns()))
        .run();
}

Result<Draft> DraftRepository::draftIn(const Row &row) const
{
    if (const auto intact = checkMac("draft", row.macColumns(), row.mac); !intact)
        return intact.error();
    const auto bytes = m_keys.sealer().open(row.sealed, place(row.id, row.version));
    if (!bytes)
        return bytes.error();
    return json::fromBytes<Draft>(*bytes);
}

Result<Draft> DraftRepository::find(const QUuid &id) const
{
    const auto row = rowOf(id);
    if (!row)
        return row.error();
    if (!*row)
        return Error{Error::Code::RecordMissing, key(id)};
    return draftIn(**row);
}

Result<Draft> DraftRepository::open(const QUuid &id, const DraftHolder &holder, bool takeOver) const
{
    const auto row = rowOf(id);
    if (!row)
        return row.error();
    if (!*row)
        return Error{Error::Code::RecordMissing, key(id)};
    // What this counter itself left open, when its power went, is not open elsewhere.
    const bool heldElsewhere
        = !(*row)->openToken.isEmpty() && (*row)->openToken != key(holder.token) && (*row)->openAt != holder.where;
    if (heldElsewhere && !takeOver)
        return Error{Error::Code::DraftOpenElsewhere, (*row)->openAt};
    auto update = statement(u"UPDATE draft SET open_at = :where, open_token = :token WHERE id = :id"_s);
    if (const auto result
        = update.with(u":where"_s, holder.where).with(u":token"_s, key(holder.token)).with(u":id"_s, key(id)).run();
        !result)
        return result.error();
    return draftIn(**row);
}

Result<void> DraftRepository::release(const QUuid &id, const DraftHolder &holder) const
{
    return statement(u"UPDATE draft SET open_at = '', open_token = '' WHERE id = :id AND open_token = :token"_s)
        .with(u":id"_s, key(id))
        .with(u":token"_s, key(holder.token))
        .run();
}

Result<void> DraftRepository::remove(const QUuid &id) const
{
    return statement(u"DELETE FROM draft WHERE id = :id"_s).with(u":id"_s, key(id)).run();
}

Result<QList<DraftSummary>> DraftRepository::all() const
{
    auto row = statement(u"SELECT %1 FROM draft ORDER BY updated_ms DESC"_s.arg(columns));
    if (const auto result = row.run(); !result)
        return result.error();
    QList<DraftSummary> drafts;
    while (row.next()) {
        const Row stored = Row::of(row);
        const auto draft = draftIn(stored);
        drafts << DraftSummary{.id = stored.id,
                               .name = draft ? draft->applicant.name : QString(),
                               .number = draft ? draft->applicant.number : QString(),
                               .reason = draft ? draft->business.reason : QString(),
                               .openedOn = QDate::fromString(stored.openedDay, Qt::ISODate),
                               .updatedAt = QDateTime::fromMSecsSinceEpoch(stored.updatedMs, Qt::UTC),
                               .step = stored.step,
                               .person = stored.person,
                               .openAt = stored.openAt};
    }
    return drafts;
}

Result<int> DraftRepository::verify() const
{
    auto row = statement(u"SELECT %1 FROM draft ORDER BY id"_s.arg(columns));
    if (const auto result = row.run(); !result)
        return result.error();
    int count = 0;
    for (; row.next(); ++count) {
        if (const auto intact = draftIn(Row::of(row)); !intact)
            return intact.error();
    }
    return count;
}

Result<int> DraftRepository::count() const
{
    auto row = statement(u"SELECT COUNT(*) FROM draft"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    row.next();
    return int(row.number(0));
}

} // namespace idcounter

#include "app/storage/draftrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

// A stored draft, before it is opened.
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
                .sealed = s.bytes(8)};
    }
    QVariantList open() const { return {key(id), openedDay, updatedMs, step, person, openAt, openToken, version}; }
};

Result<std::optional<DraftRepository::Row>> DraftRepository::rowOf(const QUuid &id) const
{
    std::optional<Row> found;
    const auto done = forEach(layout::draft, u"WHERE id = ?"_s, {key(id)}, [&found](const Statement &row) {
        found = Row::of(row);
        return Result<void>();
    });
    return done ? Result<std::optional<Row>>(std::move(found)) : Result<std::optional<Row>>(done.error());
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

Result<bool> DraftRepository::save(const Draft &draft, const QString &step, const DraftHolder &holder,
                                   const QDateTime &at) const
{
    // A save that was under way when the case was accepted must not bring the draft back.
    const auto accepted = exists(layout::caseMain, u"id"_s, key(draft.id));
    if (!accepted)
        return accepted.error();
    if (*accepted)
        return Error{Error::Code::TransitionNotAllowed, u"the case is accepted"_s};
    const auto stored = rowOf(draft.id);
    if (!stored)
        return stored.error();
    if (*stored && (*stored)->openToken != key(holder.token))
        return Error{Error::Code::DraftOpenElsewhere, (*stored)->openAt};
    const qint64 version = *stored ? (*stored)->version + 1 : 1;
    const Row row{
        .id = draft.id,
        .openedDay = *stored ? (*stored)->openedDay : day(draft.openedOn),
        .updatedMs = at.toMSecsSinceEpoch(),
        .step = step,
        .person = draft.clerk,
        .openAt = *stored ? (*stored)->openAt : holder.where,
        .openToken = key(holder.token),
        .version = version,
        .sealed = m_keys.sealer().seal(json::toBytes(draft), place(layout::draft, draft.id, version)),
    };
    const auto written
        = *stored ? update(layout::draft, row.open(), {row.sealed}) : insert(layout::draft, row.open(), {row.sealed});
    return written ? Result<bool>(!*stored) : Result<bool>(written.error());
}

Result<Draft> DraftRepository::draftIn(const Row &row) const
{
    const auto bytes = m_keys.sealer().open(row.sealed, place(layout::draft, row.id, row.version));
    if (!bytes)
        return bytes.error();
    return json::fromBytes<Draft>(*bytes);
}

Result<Draft> DraftRepository::find(const QUuid &id) const
{
    return one(layout::draft, u"WHERE id = ?"_s, {key(id)},
               [this](const Statement &row) { return draftIn(Row::of(row)); });
}

Result<Draft> DraftRepository::open(const QUuid &id, const DraftHolder &holder, bool takeOver) const
{
    auto row = one(layout::draft, u"WHERE id = ?"_s, {key(id)},
                   [](const Statement &s) -> Result<Row> { return Row::of(s); });
    if (!row)
        return row.error();
    // What this counter itself left open, when its power went, is not open elsewhere.
    const bool heldElsewhere
        = !row->openToken.isEmpty() && row->openToken != key(holder.token) && row->openAt != holder.where;
    if (heldElsewhere && !takeOver)
        return Error{Error::Code::DraftOpenElsewhere, row->openAt};
    if (const auto held = hold(*row, holder.where, key(holder.token)); !held)
        return held.error();
    return draftIn(*row);
}

Result<void> DraftRepository::release(const QUuid &id, const DraftHolder &holder) const
{
    const auto row = rowOf(id);
    if (!row)
        return row.error();
    if (!*row || (*row)->openToken != key(holder.token))
        return {};
    return hold(**row, u""_s, u""_s);
}

Result<void> DraftRepository::hold(Row row, const QString &where, const QString &token) const
{
    row.openAt = where;
    row.openToken = token;
    return update(layout::draft, row.open(), {row.sealed});
}

Result<void> DraftRepository::remove(const QUuid &id) const
{
    return statement(u"DELETE FROM draft WHERE id = :id"_s).with(u":id"_s, key(id)).run();
}

Result<QList<DraftSummary>> DraftRepository::summaries() const
{
    auto row = select(layout::draft, u"ORDER BY updated_ms DESC"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    QList<DraftSummary> drafts;
    while (row.next()) {
        const Row stored = Row::of(row);
        const auto intact = check(layout::draft, row);
        const auto draft = intact ? draftIn(stored) : Result<Draft>(intact.error());
        drafts << DraftSummary{.id = stored.id,
                               .name = draft ? draft->applicant.name : QString(),
                               .number = draft ? draft->applicant.number : QString(),
                               .reason = draft ? draft->business.reason : QString(),
                               .openedOn = QDate::fromString(stored.openedDay, Qt::ISODate),
                               .updatedAt = QDateTime::fromMSecsSinceEpoch(stored.updatedMs, Qt::UTC),
                               .step = stored.step,
                               .person = stored.person,
                               .openAt = stored.openAt,
                               .altered = !draft};
    }
    if (const auto read = row.ended(); !read)
        return read.error();
    return drafts;
}

Result<qint64> DraftRepository::verify() const
{
    return countRead(layout::draft, [this](const Statement &row) { return draftIn(Row::of(row)); });
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

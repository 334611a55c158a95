#include "app/storage/paperrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString kindName(PaperKind kind)
{
    switch (kind) {
    case PaperKind::RegistrationForm:
        return u"registration_form"_s;
    case PaperKind::ArchiveForm:
        return u"archive_form"_s;
    case PaperKind::CollectionSlip:
        return u"collection_slip"_s;
    case PaperKind::Receipt:
        return u"receipt"_s;
    case PaperKind::DailyReport:
        return u"daily_report"_s;
    }
    Q_UNREACHABLE();
}

PaperKind kindFrom(const QString &name)
{
    for (const PaperKind kind :
         {PaperKind::RegistrationForm, PaperKind::ArchiveForm, PaperKind::CollectionSlip, PaperKind::Receipt}) {
        if (kindName(kind) == name)
            return kind;
    }
    return PaperKind::DailyReport;
}

SealedPlace place(const QUuid &id)
{
    return {.table = "paper", .column = "sealed", .row = id, .version = 1};
}

} // namespace

// The outcome is written after the rest, and is not under the MAC.
QVariantList PaperRepository::macColumns(const QString &id, const QString &caseId, const QString &kind, qint64 copy,
                                         qint64 atMs, const QString &person) const
{
    return {id, caseId, kind, copy, atMs, person};
}

Result<void> PaperRepository::put(const PaperRecord &paper, const Stamp &stamp) const
{
    const qint64 atMs = stamp.at.toMSecsSinceEpoch();
    const QVariantList open
        = macColumns(key(paper.id), key(paper.caseId), kindName(paper.kind), paper.copy, atMs, stamp.person);
    return statement(u"INSERT INTO paper (id, case_id, kind, copy_no, at_ms, person, outcome, sealed, row_mac) "
                     "VALUES (:id, :case_id, :kind, :copy_no, :at_ms, :person, :outcome, :sealed, :row_mac)"_s)
        .with(u":id"_s, key(paper.id))
        .with(u":case_id"_s, key(paper.caseId))
        .with(u":kind"_s, kindName(paper.kind))
        .with(u":copy_no"_s, paper.copy)
        .with(u":at_ms"_s, atMs)
        .with(u":person"_s, stamp.person)
        .with(u":outcome"_s, paper.outcome)
        .with(u":sealed"_s, m_keys.sealer().seal(paper.pdf, place(paper.id)))
        .with(u":row_mac"_s, m_keys.rowMac("paper", open))
        .run();
}

Result<void> PaperRepository::setOutcome(const QUuid &id, const QString &outcome) const
{
    return statement(u"UPDATE paper SET outcome = :outcome WHERE id = :id"_s)
        .with(u":outcome"_s, outcome)
        .with(u":id"_s, key(id))
        .run();
}

Result<PaperRecord> PaperRepository::find(const QUuid &id) const
{
    auto row = statement(u"SELECT id, case_id, kind, copy_no, at_ms, person, outcome, sealed, row_mac FROM paper "
                         "WHERE id = :id"_s);
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::RecordMissing, key(id)};
    const QVariantList open
        = macColumns(row.text(0), row.text(1), row.text(2), row.number(3), row.number(4), row.text(5));
    if (const auto intact = checkMac("paper", open, row.bytes(8)); !intact)
        return intact.error();
    auto pdf = m_keys.sealer().open(row.bytes(7), place(id));
    if (!pdf)
        return pdf.error();
    return PaperRecord{.id = id,
                       .caseId = QUuid(row.text(1)),
                       .kind = kindFrom(row.text(2)),
                       .copy = int(row.number(3)),
                       .outcome = row.text(6),
                       .pdf = *std::move(pdf)};
}

Result<int> PaperRepository::printed(const QUuid &caseId, PaperKind kind) const
{
    auto row
        = statement(u"SELECT COUNT(*) FROM paper WHERE case_id = :case_id AND kind = :kind AND outcome = 'printed'"_s);
    if (const auto result = row.with(u":case_id"_s, key(caseId)).with(u":kind"_s, kindName(kind)).run(); !result)
        return result.error();
    row.next();
    return int(row.number(0));
}

} // namespace idcounter

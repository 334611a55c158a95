#include "app/storage/paperrepository.h"

#include "app/domain/enumnames.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int sealedColumn = 7;

constexpr EnumNames kinds{
    std::pair{PaperKind::RegistrationForm, "registration_form"}, std::pair{PaperKind::ArchiveForm, "archive_form"},
    std::pair{PaperKind::CollectionSlip, "collection_slip"},     std::pair{PaperKind::Receipt, "receipt"},
    std::pair{PaperKind::DailyReport, "daily_report"},           std::pair{PaperKind::RefusalNotice, "refusal_notice"},
};

} // namespace

Result<void> PaperRepository::put(const PaperRecord &paper, const Stamp &stamp) const
{
    return insert(layout::paper,
                  {key(paper.id), key(paper.caseId), kinds.name(paper.kind), paper.copy, stamp.at.toMSecsSinceEpoch(),
                   stamp.person, paper.outcome},
                  {m_keys.sealer().seal(paper.pdf, place(layout::paper, paper.id))});
}

Result<void> PaperRepository::setOutcome(const QUuid &id, const QString &outcome) const
{
    const auto paper = one(layout::paper, u"WHERE id = ?"_s, {key(id)}, [](const Statement &row) {
        return Result(std::pair(openIn(layout::paper, row), row.bytes(sealedColumn)));
    });
    if (!paper)
        return paper.error();
    QVariantList open = paper->first;
    open.last() = outcome;
    return update(layout::paper, open, {paper->second});
}

Result<PaperRecord> PaperRepository::paperIn(const Statement &row) const
{
    const QUuid id(row.text(0));
    const auto kind = kinds.value(row.text(2));
    if (!kind)
        return Error{Error::Code::RecordUnreadable, u"paper"_s};
    auto pdf = m_keys.sealer().open(row.bytes(sealedColumn), place(layout::paper, id));
    if (!pdf)
        return pdf.error();
    return PaperRecord{.id = id,
                       .caseId = QUuid(row.text(1)),
                       .kind = *kind,
                       .copy = int(row.number(3)),
                       .outcome = row.text(6),
                       .pdf = *std::move(pdf)};
}

Result<PaperRecord> PaperRepository::find(const QUuid &id) const
{
    return one(layout::paper, u"WHERE id = ?"_s, {key(id)}, [this](const Statement &row) { return paperIn(row); });
}

Result<int> PaperRepository::printed(const QUuid &caseId, PaperKind kind) const
{
    int count = 0;
    const auto done = forEach(layout::paper, u"WHERE case_id = ? AND kind = ? AND outcome = 'printed'"_s,
                              {key(caseId), kinds.name(kind)}, [&count](const Statement &) {
                                  ++count;
                                  return Result<void>();
                              });
    return done ? Result<int>(count) : Result<int>(done.error());
}

Result<qint64> PaperRepository::verify() const
{
    return countRead(layout::paper, [this](const Statement &row) { return paperIn(row); });
}

} // namespace idcounter

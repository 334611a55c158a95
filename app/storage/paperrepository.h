#pragma once

#include "app/storage/journalrepository.h"
#include "app/storage/repository.h"

namespace idcounter {

enum class PaperKind { RegistrationForm, ArchiveForm, CollectionSlip, Receipt, DailyReport, RefusalNotice };

// A paper as it was made, and what came of printing it.
struct PaperRecord
{
    QUuid id;
    QUuid caseId;
    PaperKind kind = PaperKind::RegistrationForm;
    int copy = 1; // 1 is the first; a later one is marked as a copy
    QString outcome; // "made", "printed", or the name of an error code
    QByteArray pdf;
};

// The archive of papers: every copy that was made, sealed.
class PaperRepository : public Repository
{
public:
    using Repository::Repository;

    Result<void> put(const PaperRecord &paper, const Stamp &stamp) const;
    Result<void> setOutcome(const QUuid &id, const QString &outcome) const;
    Result<PaperRecord> find(const QUuid &id) const;
    // How many copies of a paper were printed.
    Result<int> printed(const QUuid &caseId, PaperKind kind) const;

    // Opens every paper; how many there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    Result<PaperRecord> paperIn(const Statement &row) const;
};

} // namespace idcounter

#pragma once

#include "app/domain/refusal.h"
#include "app/storage/journalrepository.h"

namespace idcounter {

// Applications that were turned down at the counter.
class RefusalRepository : public Repository
{
public:
    using Repository::Repository;

    // Inside the transaction that ends the draft.
    Result<void> put(const Refusal &refusal, const Stamp &stamp) const;
    // What the clerk wrote.
    Result<QString> noteOf(const QUuid &caseId) const;

    // Opens every note; how many there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    Result<QString> noteIn(const Statement &row) const;
};

} // namespace idcounter

#pragma once

#include "app/domain/deliverycount.h"
#include "app/storage/draftrepository.h"
#include "app/storage/journalrepository.h"

namespace idcounter {

// Deliveries that are being counted, each held by one program at a counter, sealed. Inside a transaction.
class CountRepository : public Repository
{
public:
    using Repository::Repository;

    // Of all counters, the oldest first.
    Result<QList<DeliveryCount>> counts() const;
    // Keeps a count as it is now, for whoever stands at the counter. Errors: DraftOpenElsewhere, when another program has
    // taken it; so has one that is not new and not there.
    Result<void> save(const DeliveryCount &count, bool isNew, const DraftHolder &holder, const Stamp &stamp) const;
    // A program holds the counts that were left open at its own counter, and one of another that it takes over.
    Result<void> hold(const QUuid &id, const DraftHolder &holder) const; // Errors: RecordMissing
    // Nothing happens when another program has it by now.
    Result<void> remove(const QUuid &id, const DraftHolder &holder) const;

    // Opens every count; how many there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    Result<DeliveryCount> countIn(const Statement &row) const;
};

} // namespace idcounter

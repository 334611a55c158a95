#pragma once

#include "app/domain/identityhit.h"
#include "app/storage/caserepository.h"
#include "app/storage/journalrepository.h"

#include <optional>

namespace idcounter {

// A finger that a case was accepted with.
struct EnrolledFinger
{
    QUuid caseId;
    QString citizenNumber;
    QString finger; // position code
    QUuid fingerTemplate; // its capture
};

// The prints of all cases, for finding one person under two names, and what came of looking.
class IdentityRepository : public Repository
{
public:
    using Repository::Repository;

    // Cases in the order of their acceptance, from the one after a place on.
    struct Place
    {
        qint64 acceptedMs = 0;
        QUuid caseId; // null: before all of that moment
    };
    struct Enrolled
    {
        QList<EnrolledFinger> fingers; // registered ones only
        std::optional<Place> last; // empty: there are no more cases
    };
    Result<Enrolled> enrolledAfter(const Place &place, int cases) const;
    Result<QList<EnrolledFinger>> enrolledIn(const QUuid &caseId) const;
    // Of the citizen's cases.
    Result<QList<EnrolledFinger>> enrolledOf(const CitizenNumber &number) const;

    // The first case that was not compared with the others; null when all were.
    Result<QUuid> unsearched() const;
    // A case was compared. Inside a transaction. A pair that is known already is not put down twice.
    Result<void> recordSearch(const QUuid &caseId, const QList<IdentityHit> &hits, const Stamp &stamp) const;

    Result<QList<IdentityHit>> open() const; // the oldest first
    // Errors: RecordConflict, when somebody else decided first.
    Result<void> decide(const QUuid &id, IdentityVerdict verdict, const QString &note, const Stamp &stamp) const;

    // Opens every note; how many hits there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    Result<IdentityHit> hitIn(const Statement &row) const;
    Result<void> write(const IdentityHit &hit, bool isNew) const;
    Result<bool> isKnown(const IdentityHit &hit) const;
};

} // namespace idcounter

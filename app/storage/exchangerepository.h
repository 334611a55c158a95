#pragma once

#include "app/domain/caselife.h"
#include "app/domain/caseprogress.h"
#include "app/storage/journalrepository.h"

#include <optional>

namespace idcounter {

// Another office whose files are read and to whom files are written: the county, or the card centre.
struct Partner
{
    QUuid id;
    Role role = Role::Centre;
    QString name;
    bool practice = false;
    QByteArray publicKeys; // to check its signatures by, and to seal for it (app/exchange/exchangekeys.h)
    QDate validUntil;
    QString importedBy;
    QString confirmedBy; // by whom the printed fingerprint was compared as well; empty until then
    QDateTime replacedAt; // UTC, when newer keys of the same office were confirmed; null while there are none

    bool isConfirmed() const { return !confirmedBy.isEmpty(); }
    bool isReplaced() const { return replacedAt.isValid(); }
    bool isSameOffice(const Partner &other) const
    {
        return role == other.role && name == other.name && practice == other.practice;
    }
};

// What became of a package.
enum class PackageState { Made, HandedOver, PartlyAcknowledged, Acknowledged };

struct PackedCase
{
    QUuid caseId;
    int round = 0;
    PackedKind kind = PackedKind::Application;
    bool acknowledged = false;
};

// A file that left the station, or will.
struct Package
{
    QUuid id;
    QString number; // "65010299920261124001": unit, day, three digits
    QUuid partner;
    PackageState state = PackageState::Made;
    QDateTime madeAt; // UTC
    QString person;
    QString file; // name in the station's own folder of packages
    QByteArray hash; // SHA-256 of the file
    qint64 bytes = 0;
    int cases = 0;
    int acknowledged = 0;
};

// What one line of feedback did.
enum class LineOutcome {
    Applied,
    Nothing, // the case was as far already
    EarlierRound, // about a package before the last, or a card that was made again
    CaseUnknown,
    NotPossible, // in the state of the case
};

struct FeedbackOutcome
{
    int line = 0; // counted from 1
    QString acceptanceNumber;
    int round = 0;
    QString event;
    LineOutcome outcome = LineOutcome::Applied;
};

// What crosses the station's border: its keys, its partners, what was written and what was read.
class ExchangeRepository : public Repository
{
public:
    using Repository::Repository;

    // The station's own keys: public and secret part as app/exchange has them.
    Result<void> putKeys(const QUuid &id, const QByteArray &publicKeys, const QByteArray &secretKeys,
                         const Stamp &stamp) const;
    struct Keys
    {
        QUuid id;
        QDateTime madeAt; // UTC
        QByteArray publicKeys;
        QByteArray secretKeys;
    };
    Result<std::optional<Keys>> keys() const; // the newest
    Result<QList<Keys>> allKeys() const; // the newest first

    Result<void> putPartner(const Partner &partner, const Stamp &stamp) const;
    // The keys take the place of those of the same office that were in use. Errors: SamePerson, when it is who imported it.
    Result<void> confirmPartner(const QUuid &id, const Stamp &stamp) const;
    // Those that were replaced last; otherwise by their last day.
    Result<QList<Partner>> partners() const;

    // The number of the next package of a day.
    Result<QString> nextNumber(const QString &unitCode, QDate day) const;
    Result<void> putPackage(const Package &package, const QList<PackedCase> &cases) const;
    Result<void> setState(const QUuid &id, PackageState state) const;
    Result<QList<Package>> packages() const; // the newest first
    Result<Package> package(const QUuid &id) const;
    Result<QList<PackedCase>> casesOf(const QUuid &package) const;
    // Of a line of feedback: its case is known to the other side.
    Result<void> acknowledge(const QUuid &package, const QUuid &caseId) const;

    Result<bool> isKnown(const QUuid &feedback) const;
    Result<void> putFeedback(const QUuid &id, const QUuid &partner, const QByteArray &hash,
                             const QList<FeedbackOutcome> &lines, const Stamp &stamp) const;
    Result<QList<FeedbackOutcome>> linesOf(const QUuid &feedback) const;

    // Opens the station's keys; how many there were. Errors: RecordAltered.
    Result<qint64> verify() const;

private:
    Result<Keys> keysIn(const Statement &row) const;
    Result<void> replaceBy(const QUuid &id, const Stamp &stamp) const;
    static Result<Package> packageIn(const Statement &row);
};

} // namespace idcounter

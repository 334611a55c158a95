#pragma once

#include "app/domain/caselife.h"
#include "app/storage/repository.h"

#include <QDateTime>

namespace idcounter {

// Who did it, when, and on which counter.
struct Stamp
{
    QDateTime at; // UTC
    QString person; // log-in name
    QUuid device;
};

// One change of a case.
struct CaseEvent
{
    QUuid id;
    QUuid caseId;
    QString type; // the event's name in the life of a case
    CaseState from = CaseState::None;
    CaseState to = CaseState::None;
    qint64 baseVersion = 0; // the version of the case it was made on
    QByteArray body; // JSON; sealed where it is kept
};

// Something that somebody did.
struct AuditEntry
{
    QDateTime at; // UTC
    QString person; // log-in name
    QString object;
    QString detail;
};

// What happened: the changes of cases, and what people did. Written once, numbered by device, each entry chained to the one
// before it by a keyed hash. Inside a transaction.
class JournalRepository : public Repository
{
public:
    using Repository::Repository;

    Result<void> append(const CaseEvent &event, const Stamp &stamp) const;
    // action: "log-in", "print", "view", …; object: the identity of what was acted on; detail: no personal data.
    Result<void> audit(const QString &action, const QString &object, const QString &detail, const Stamp &stamp) const;

    // The newest entries of an action, at most so many; the newest first. Whether the chain holds is what verify() tells.
    Result<QList<AuditEntry>> audits(const QString &action, int limit) const;

    // What was done with an object by an action; the oldest first.
    Result<QList<AuditEntry>> auditsOf(const QString &action, const QString &object) const;

    // How often each action was done from a moment on until before another.
    Result<QMap<QString, int>> actionsWithin(const QDateTime &from, const QDateTime &until) const;

    // How many entries the two chains have. Errors: RecordAltered, with the table and number of the first entry that
    // does not follow from the one before it.
    Result<qint64> verify() const;

private:
    struct Head
    {
        qint64 seq = 0;
        QByteArray mac;
    };
    Result<QList<AuditEntry>> entries(const QString &condition, const QVariantList &values) const;
    Result<Head> headOf(const Layout &chain, const QUuid &device) const;
    Result<qint64> verifyChain(const Layout &chain) const;
};

} // namespace idcounter

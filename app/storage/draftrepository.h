#pragma once

#include "app/domain/draft.h"
#include "app/storage/repository.h"

namespace idcounter {

// Who has a draft open: a program (token) at a counter (where).
struct DraftHolder
{
    QUuid token;
    QString where;
};

// A draft in the list.
struct DraftSummary
{
    QUuid id;
    QString name; // as far as it was typed
    QString number;
    QString reason;
    QDate openedOn;
    QDateTime updatedAt;
    QString step; // where it stands
    QString person;
    QString openAt; // the counter that has it open; empty when none has
    bool altered = false; // it is not what was stored: nothing of it is shown
};

// The drafts of the station, sealed.
class DraftRepository : public Repository
{
public:
    using Repository::Repository;

    // Keeps a draft; inside a transaction. Answers whether it is a new one. Errors: DraftOpenElsewhere, with the counter,
    // when another program took it.
    Result<bool> save(const Draft &draft, const QString &step, const DraftHolder &holder, const QDateTime &at) const;
    // Errors: RecordMissing.
    Result<Draft> find(const QUuid &id) const;
    // Opens a draft for a program. Errors: DraftOpenElsewhere, with the counter, unless takeOver.
    Result<Draft> open(const QUuid &id, const DraftHolder &holder, bool takeOver) const;
    // Errors: DraftOpenElsewhere, with the counter, when a draft is stored and another program has it.
    Result<void> checkHolder(const QUuid &id, const DraftHolder &holder) const;
    // Nothing happens when another program has it by now.
    Result<void> release(const QUuid &id, const DraftHolder &holder) const;
    Result<void> remove(const QUuid &id) const;
    // Newest first. A draft that cannot be read is listed without a name.
    Result<QList<DraftSummary>> summaries() const;
    Result<int> count() const;
    // Opens every draft; how many there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    struct Row;
    Result<std::optional<Row>> rowOf(const QUuid &id) const;
    Result<Draft> draftIn(const Row &row) const;
    Result<void> hold(Row row, const QString &where, const QString &token) const;
};

} // namespace idcounter

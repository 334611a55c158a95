#pragma once

#include "app/domain/caseprogress.h"
#include "app/storage/journalrepository.h"

#include <QJsonObject>

namespace idcounter {

// One step of a case after its acceptance, decided before: the transition of the table, and how far the case is then.
struct CaseMove
{
    QUuid caseId;
    qint64 version = 0; // it was decided on
    Transition transition; // from and to are the same where only something about the case changed
    CaseProgress progress; // afterwards
    QJsonObject body; // what the journal keeps beside it, sealed
    std::optional<Draft> form; // done again
    std::optional<QDate> legalDue; // extended
    Fen refund; // what goes back with it
};

// One line of a case's history.
struct LifeEntry
{
    QDateTime at; // UTC
    QString event;
    CaseState from = CaseState::None;
    CaseState to = CaseState::None;
    QString person; // log-in name
    QJsonObject body;
};

// One call to the citizen.
struct Notice
{
    QUuid id;
    QUuid caseId;
    QDate day;
    QString way; // "telephone", "message", "letter"
    bool reached = false;
};

// What happens to a case between the slip and the card. Nothing else changes the state of an accepted case.
class LifeRepository : public Repository
{
public:
    using Repository::Repository;

    // Errors: RecordMissing.
    Result<Standing> standing(const QUuid &id) const;
    // All cases in one of the states, the oldest first.
    Result<QList<Standing>> in(const QList<CaseState> &states) const;
    // So many of one state, the oldest first, from the one after a place on; a null place is before all.
    struct Place
    {
        qint64 acceptedMs = -1;
        QUuid id;
    };
    Result<QList<Standing>> in(CaseState state, const Place &after, int limit) const;
    Result<Standing> find(const AcceptanceNumber &number) const;

    // Inside a transaction. Errors: RecordConflict, when the case is in another state or version by now; CardPlaceTaken.
    Result<void> move(const CaseMove &move, const Stamp &stamp) const;

    Result<QList<LifeEntry>> history(const QUuid &caseId) const; // the oldest first

    Result<void> addNotice(const Notice &notice, const Stamp &stamp) const;
    Result<QList<Notice>> noticesOf(const QUuid &caseId) const;

    // Something more is owed and paid in the life of a case: a temporary card.
    Result<void> charge(const QUuid &caseId, const Charge &charge, PaymentMethod method, QDate day,
                        const Stamp &stamp) const;

    // The rest of what is owed, where it was left open as a payment order.
    Result<void> pay(const Standing &standing, const Payment &payment, QDate day, const Stamp &stamp) const;

    // Opens the progress of every case; how many there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    Result<std::pair<CaseProgress, qint64>> progressOf(const QUuid &id, const QDateTime &acceptedAt) const;
    Result<void> putProgress(const CaseMove &move, bool isNew) const;
    Result<CaseProgress> progressIn(const Statement &row) const;
    Result<Fen> sumOf(const Layout &layout, int column, const QUuid &caseId) const;
    Result<void> refund(const CaseMove &move, const Stamp &stamp) const;
};

} // namespace idcounter

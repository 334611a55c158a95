#pragma once

#include "app/domain/case.h"
#include "app/domain/dayfigures.h"
#include "app/storage/repository.h"

namespace idcounter {

// A case in a list.
struct CaseSummary
{
    QUuid id;
    AcceptanceNumber number;
    QString name;
    QString citizenNumber;
    QString reason;
    CaseState state = CaseState::Accepted;
    QDateTime acceptedAt;
    QDate promiseDue;
    QDate legalDue;
};

// The accepted cases.
class CaseRepository : public Repository
{
public:
    using Repository::Repository;

    // Errors: RecordMissing.
    Result<Case> find(const QUuid &id) const;

    // In the order of acceptance those after a moment and, within it, an identity; at most so many.
    Result<QList<Case>> acceptedAfter(qint64 acceptedMs, const QUuid &id, int limit) const;
    Result<QList<Case>> ofCitizen(const CitizenNumber &number) const; // the newest first

    // Whether an application of the citizen is under way, and whether one was ever closed with a card.
    Result<bool> hasOpenCase(const CitizenNumber &number) const;
    Result<bool> hasHeldCard(const CitizenNumber &number) const;

    // By acceptance number, citizen number (whole, last six, last four), phone or name; newest first, at most so many.
    Result<QList<CaseSummary>> search(const QString &text, int limit = 50) const;
    Result<QList<CaseSummary>> acceptedOn(QDate date) const;
    // The cases that a figure of the daily report counts; of attempts, those that became cases.
    Result<QList<CaseSummary>> behind(const Figure &figure, QDate date) const;

    // Opens every case and looks whether what belongs to it is there: money, captures, number, journal. How many there
    // are. Errors: RecordAltered, RecordUnreadable, RecordMissing, with the table, of the first that is not intact.
    Result<qint64> verify() const;

    // Fills in the columns by which a case is found, as its form says.
    static void index(QVariantList &columns, const Draft &form, const KeyRing &keys);

private:
    Result<void> checkWhole(const Case &accepted) const;
    Result<Case> caseIn(const Statement &row) const;
    Result<bool> anyState(const CitizenNumber &number, bool (*condition)(CaseState)) const;
    Result<Draft> formOf(const QUuid &id, qint64 version) const;
    Result<QList<Charge>> chargesOf(const QUuid &id) const;
    Result<QString> receiptOf(const QUuid &id) const;
    Result<QList<CaseSummary>> summaries(const QString &condition, const QVariantList &values) const;
};

} // namespace idcounter

#pragma once

#include "app/domain/case.h"
#include "app/domain/deadlines.h"
#include "app/storage/draftrepository.h"
#include "app/storage/journalrepository.h"
#include "app/storage/stationrepository.h"

namespace idcounter {

// What acceptance writes down, decided before it: the form as it was signed, what is owed, and until when.
struct AcceptanceOrder
{
    Draft form;
    QList<Charge> charges;
    QDate legalDue;
    QDate promiseDue;
    bool dueIsProvisional = false;
    QDate day; // the station's date: the price and the number are of this day
    Station station;
    Device device;
    Stamp stamp;
    DraftHolder holder; // who has the draft open
};

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

    // Accepts a draft, inside one transaction: case, form, charges, payment with its receipt number, event, audit entry,
    // outbox row; and last of all the acceptance number, whose row is the lock. The draft is gone with it. Does nothing
    // but answer the case when it is accepted already. Errors: OpenCaseExists, NumbersUsedUp, ReceiptsUsedUp;
    // DraftOpenElsewhere, when another program took the draft; RecordConflict, when it was accepted with another form.
    Result<Case> accept(const AcceptanceOrder &order) const;

    // Errors: RecordMissing.
    Result<Case> find(const QUuid &id) const;

    // Whether an application of the citizen is under way, and whether one was ever closed with a card.
    Result<bool> hasOpenCase(const CitizenNumber &number) const;
    Result<bool> hasHeldCard(const CitizenNumber &number) const;

    // By acceptance number, citizen number (whole, last six, last four), phone or name; newest first, at most so many.
    Result<QList<CaseSummary>> search(const QString &text, int limit = 50) const;
    Result<QList<CaseSummary>> acceptedOn(QDate day) const;

    // Opens every case; how many there are. Errors: RecordAltered, RecordUnreadable, with the first that is not intact.
    Result<qint64> verify() const;

private:
    struct Row;
    Result<void> insertCase(const AcceptanceOrder &order) const;
    Result<void> insertCharges(const AcceptanceOrder &order) const;
    Result<void> insertPayment(const AcceptanceOrder &order) const;
    Result<QString> nextReceipt() const;
    Result<AcceptanceNumber> nextNumber(const AcceptanceOrder &order) const;
    Result<void> giveNumber(const AcceptanceOrder &order, const AcceptanceNumber &number) const;
    Result<void> recordAcceptance(const AcceptanceOrder &order) const;
    Result<bool> exists(const QUuid &id) const;
    Result<bool> anyState(const CitizenNumber &number, bool (*condition)(CaseState)) const;
    Result<Draft> formOf(const QUuid &id, qint64 version) const;
    Result<QList<Charge>> chargesOf(const QUuid &id) const;
    Result<QString> receiptOf(const QUuid &id) const;
    Result<Case> caseIn(const Row &row) const;
    Result<QList<CaseSummary>> summaries(Statement &query) const;
};

} // namespace idcounter

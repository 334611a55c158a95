#pragma once

#include "app/domain/case.h"
#include "app/storage/draftrepository.h"
#include "app/storage/journalrepository.h"
#include "app/storage/stationrepository.h"

namespace idcounter {

// What acceptance writes down, decided before it: the form as it was signed, what is owed, and until when.
struct AcceptanceOrder
{
    Draft form;
    Transition transition; // of the table of the case's life
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

// Turns a draft into a case.
class AcceptanceRepository : public Repository
{
public:
    using Repository::Repository;

    // Accepts a draft, inside one transaction: case, form, charges, payment with its receipt number, event, audit entry,
    // outbox row; photos and presses that were replaced go; and last of all the acceptance number, whose row is the lock. The draft is gone with it. Does nothing
    // but answer the case when it is accepted already. Errors: OpenCaseExists, NumbersUsedUp, ReceiptsUsedUp;
    // DraftOpenElsewhere, when another program took the draft; RecordConflict, when it was accepted with another form.
    Result<Case> accept(const AcceptanceOrder &order) const;

    // Something that is asked for later, paid at once, with a receipt of its own. Inside a transaction. Errors: NotPaid,
    // ReceiptsUsedUp.
    Result<void> chargeLater(const QUuid &caseId, const Charge &charge, PaymentMethod method, QDate day,
                             const Stamp &stamp) const;
    // What was owed is paid, with a receipt of its own: in cash, or by another means with its reference. Inside a
    // transaction. Errors: NotPaid, ReceiptsUsedUp.
    Result<void> payLater(const QUuid &caseId, Fen amount, const Payment &payment, QDate day, const Stamp &stamp) const;

private:
    QVariantList caseColumns(const AcceptanceOrder &order, const QVariant &acceptanceNumber) const;
    Result<void> insertCase(const AcceptanceOrder &order) const;
    Result<void> insertCharges(const AcceptanceOrder &order) const;
    Result<void> insertPayment(const AcceptanceOrder &order) const;
    Result<QString> nextReceipt() const;
    Result<AcceptanceNumber> nextNumber(const AcceptanceOrder &order) const;
    Result<void> giveNumber(const AcceptanceOrder &order, const AcceptanceNumber &number) const;
    Result<void> recordAcceptance(const AcceptanceOrder &order) const;
};

} // namespace idcounter

#pragma once

#include "app/domain/acceptancenumber.h"
#include "app/domain/caselife.h"
#include "app/domain/draft.h"
#include "app/domain/feetable.h"

namespace idcounter {

// An accepted application (受理案件) as it was decided: its form never changes, its state does.
struct Case
{
    QUuid id;
    AcceptanceNumber number;
    CaseState state = CaseState::Accepted;
    QDateTime acceptedAt; // UTC
    QString acceptedBy; // log-in name
    QDate legalDue;
    QDate promiseDue;
    bool dueIsProvisional = false;
    QList<Charge> charges;
    QString receiptNumber; // empty where nothing was paid
    Draft form;

    Fen owed() const { return sumOf(charges); }
    QDate acceptedOn() const { return number.day(); }
};

} // namespace idcounter

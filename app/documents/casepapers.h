#pragma once

#include "app/documents/document.h"
#include "app/domain/case.h"
#include "app/domain/deadlines.h"
#include "app/domain/rules.h"

namespace idcounter {

// What the papers of a case say, apart from the draft itself.
struct CasePaperFacts
{
    Draft form;
    std::optional<AcceptanceNumber> number; // empty before acceptance: the form then has an empty box
    QString station;
    bool practice = false;
    QString clerk; // by name
    QDate day; // of the paper
    QDate promiseDue;
    QDate legalDue;
    QList<Charge> charges;
    QString receiptNumber;
    QImage photo;
    bool printsNotAsked = false; // below the age that the station set
    int copy = 1; // from 2 on the paper is marked as a copy
};

// 居民身份证申领登记表, A4 (RULES 6.1): printed for the signature before acceptance, with the case's code and an empty box
// for the number; the archive copy carries the number. Errors: those of the tables.
Result<Document> registrationForm(const CasePaperFacts &facts, const Rules &rules);

// 居民身份证领取凭证, A5 (RULES 6.2), with the acceptance number as QR and Code 128. The case must be accepted.
Result<Document> collectionSlip(const CasePaperFacts &facts, const Rules &rules);

// The station's receipt, A5. The case must be accepted.
Result<Document> receipt(const CasePaperFacts &facts, const Rules &rules);

} // namespace idcounter

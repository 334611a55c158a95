#pragma once

#include "app/documents/document.h"
#include "app/domain/draft.h"
#include "app/domain/rules.h"

namespace idcounter {

// What a temporary card says (临时居民身份证管理办法, Art. 4).
struct TemporaryCardFacts
{
    Draft form;
    QString issuer; // the county police
    QString serial; // of the blank form
    QDate from;
    QDate until;
    QImage photo; // printed in grey
    bool practice = false;
};

// 临时居民身份证: front and back of 85.6 x 54 mm beside each other on one sheet, to be cut, folded between them and
// laminated. Errors: those of the tables.
Result<Document> temporaryCard(const TemporaryCardFacts &facts, const Rules &rules);

} // namespace idcounter

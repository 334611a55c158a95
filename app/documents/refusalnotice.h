#pragma once

#include "app/documents/casepapers.h"
#include "app/domain/refusal.h"

namespace idcounter {

// 不予受理告知书, A5: what stands against the application, each with its rule, for the citizen to take home (RULES 7.4).
// Errors: those of the tables.
Result<Document> refusalNotice(const CasePaperFacts &facts, const Refusal &refusal, const Rules &rules);

// What stands against an application, as Chinese papers say it.
QString refusalWord(Error::Code code);

} // namespace idcounter

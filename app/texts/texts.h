#pragma once

#include "app/domain/caselife.h"
#include "app/domain/eligibility.h"

namespace idcounter::texts {

// What the clerk reads: what is wrong, and what to do now.
QString describe(Error::Code code);

// Where a rule stands, as one would cite it.
QString describe(RuleSource source);

QString describe(CaseState state);
QString describe(Paper paper);
QString describe(BookletCheck check);

} // namespace idcounter::texts

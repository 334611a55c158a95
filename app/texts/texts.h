#pragma once

#include "app/domain/caselife.h"
#include "app/domain/eligibility.h"

namespace idcounter::texts {

// What the clerk reads: what is wrong, and what to do now.
QString describe(Error::Code value);

// Where a rule stands, as one would cite it.
QString describe(RuleSource value);

QString describe(CaseState value);
QString describe(Paper value);
QString describe(BookletCheck value);

} // namespace idcounter::texts

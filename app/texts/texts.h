#pragma once

#include "app/domain/caselife.h"
#include "app/domain/eligibility.h"
#include "app/domain/identityhit.h"

namespace idcounter::texts {

// What the clerk reads: what is wrong, and what to do now.
QString describe(Error::Code value);

// Where a rule stands, as one would cite it.
QString describe(RuleSource value);

QString describe(CaseState value);
QString describe(Paper value);
QString describe(BookletCheck value);
QString describe(IdentityFinding value);
QString advice(IdentityFinding value); // what it may mean, and what the reviewer does

} // namespace idcounter::texts

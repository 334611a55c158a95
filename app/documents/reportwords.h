#pragma once

#include "app/domain/caselife.h"

// The nouns of the daily report.
namespace idcounter::paper {

// What a step of a case is called where it is counted; the name itself for one that is none.
QString stepWord(const QString &step);
// Who sent a case back, by the state in which it was.
QString returnWord(CaseState from);
// What a line of feedback did, by its stored name.
QString feedbackWord(const QString &outcome);

} // namespace idcounter::paper

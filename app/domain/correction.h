#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// What is at fault in a case that came back, each item once.
QList<FaultyItem> itemsIn(const QList<ReturnReason> &wrong);

// The fingers that the items mean, by their codes: the first and the second of those that were registered; where there are
// fewer, one that was given up.
QStringList fingersAtFault(const Draft &form, const QList<FaultyItem> &items);

// Whether a form may become another one when its items at fault are done again (RULES 7.1): under the same number, form date
// and fee, so that a wrong reason is corrected only into one that costs the same; a form that is corrected is signed again.
bool mayBecome(const Draft &before, const Draft &now, const QList<ReturnReason> &wrong, bool costTheSame);

} // namespace idcounter

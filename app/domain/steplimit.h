#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// Which limit the step has that a case is in.
struct StepLimit
{
    QString code; // row of the table of time limits; empty: to be done on the day itself, or without a limit
    QDate from; // counted from this day; null: the step has no limit
};

// A card that is made again has five days from the day its fault was found until it is here, whatever the centre says of it
// meanwhile; and the fault is reported on that very day (RULES 7.1, 7.2).
StepLimit stepLimit(const Standing &standing);

} // namespace idcounter

#pragma once

#include "devices/practice/ridgegrowth.h"

namespace idcounter {

// How much of its height the skin of a finger has lost for good, in units of the relief: creases across the ridges, and
// spots where the skin is worn. 0 where it is whole.
RidgeRelief wearOf(quint64 seed);

} // namespace idcounter

#pragma once

#include "app/workflow/bookinglists.h"

namespace idcounter {

// What an applicant is written whose seat goes, in the language of his booking, as the clerk may change it: time, place, why, and
// what to do. No name and no number of a person stands in it. place: of the booking.
QString moveMessage(const BookingRow &row, const BookingPlace &place);

} // namespace idcounter

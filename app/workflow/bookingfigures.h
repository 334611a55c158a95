#pragma once

#include "app/domain/dayfigures.h"
#include "app/storage/store.h"

namespace idcounter {

// What came by the booking platform on a day, for the daily report (RULES 8): empty where no platform is set and none was. In
// the database's thread.
Result<std::optional<DayBookings>> dayBookings(const Repositories &repositories, QDate day);

} // namespace idcounter

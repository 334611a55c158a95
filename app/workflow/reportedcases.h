#pragma once

#include "app/exchange/applicationxml.h"
#include "app/storage/store.h"

namespace idcounter {

// What of a case goes off (waitsAs()), the whole with its pictures and prints as it lies in the database, in whose thread this runs. The package's number is not in it yet.
Result<ReportedCase> gather(Repositories &repositories, const Standing &standing, const Station &station);

// Turns its templates, which are our own, into the record that others read (ISO/IEC 19794-2): of the press whose picture goes with
// it. Thread-safe. Errors: TemplateDamaged.
Result<void> standardise(ReportedCase &reported);

} // namespace idcounter

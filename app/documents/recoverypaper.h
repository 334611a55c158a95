#pragma once

#include "app/documents/document.h"

#include <QDate>

namespace idcounter {

// The two parts of a station's recovery key, each on a sheet of its own, so that they go into two safes.
Document recoveryPaper(const QString &station, QDate day, const QString &first, const QString &second);

} // namespace idcounter

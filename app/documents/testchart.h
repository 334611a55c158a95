#pragma once

#include "app/documents/document.h"

#include <QDate>

namespace idcounter {

// The sheet for the start of the day: rulers of 100 mm to be measured, the card photo's frame in its true size, steps of grey,
// and lines that get finer. Printed it shows whether the printer keeps sizes; held before the camera, whether that is sharp.
Document testChart(const QString &station, QDate day);

} // namespace idcounter

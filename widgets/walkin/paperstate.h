#pragma once

#include "app/workflow/paperdesk.h"

#include <QCoreApplication>

namespace idcounter {

// What has become of a paper, in words.
QString paperStateText(const PaperState &state, const QString &printer);

} // namespace idcounter

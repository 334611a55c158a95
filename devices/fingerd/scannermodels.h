#pragma once

#include "app/domain/error.h"
#include "devices/fingerd/fingerprotocol.h"

#include <QByteArray>

#include <optional>

namespace idcounter::fingerd {

// Dots per inch of what a libfprint driver delivers. libfprint itself says 0 for some drivers, so the figure comes from
// here, and a scanner whose driver is not known is refused: an ID-card print of a wrong scale matches nobody.
std::optional<int> resolutionOf(const QString &driver);

// The drivers of a real station as FP_DRIVERS_WHITELIST wants them: separated by colons, none of them virtual.
QByteArray realDrivers();

inline const QByteArray virtualDriver = QByteArrayLiteral("virtual_image");

// The error that stands for one of libfprint's, GUsb's or GIO's. TOO_HOT is ScannerHot and nothing else ever is.
Error meaningOf(const Failure &failure);

// What to tell the citizen when a press does not count.
Error::Code meaningOf(RetryReason reason);

} // namespace idcounter::fingerd

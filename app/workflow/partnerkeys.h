#pragma once

#include "app/storage/exchangerepository.h"

namespace idcounter {

// The public keys of an office as a file: JSON with name, role, practice, keys, last day. Errors: PackageUnreadable.
QByteArray keyFile(const Partner &partner);
Result<Partner> readKeyFile(const QByteArray &bytes);

} // namespace idcounter

#pragma once

#include "app/domain/result.h"

#include <QByteArray>

namespace idcounter {

// The envelope of what this room stores: four letters that name the content, the version (1 byte), the length of the body
// (4 bytes, big-endian), the body, and the first 8 bytes of the SHA-256 of all before. The sum finds accidents; against
// intent a record is sealed where it is stored.
QByteArray packed(const QByteArray &name, quint8 version, const QByteArray &body);

// The body. Errors: TemplateDamaged (another name, another version, another length, another sum).
Result<QByteArray> unpacked(const QByteArray &bytes, const QByteArray &name, quint8 version);

} // namespace idcounter

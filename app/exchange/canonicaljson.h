#pragma once

#include "app/domain/result.h"

#include <QJsonObject>

namespace idcounter {

// JSON as the platform's contract has it (resources/platform/openapi.yaml, sections 3 and 4).

// Errors: PlatformAnswer, with "syntax", "duplicate" (a name twice in one object), "depth" (more than 20) or "number" (no
// integer below 2^53).
Result<QJsonObject> readJson(const QByteArray &bytes);

// The JCS form (RFC 8785) of what readJson() read: members sorted by UTF-16 code units, no blanks.
QByteArray canonical(const QJsonValue &value);

// RFC 4648, 5, without padding.
QByteArray base64Url(const QByteArray &bytes);
// Empty for what is none.
QByteArray fromBase64Url(const QString &text);

// SHA-256, as bodies of the contract have it.
QString sha256Of(const QByteArray &bytes);

} // namespace idcounter

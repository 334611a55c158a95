#pragma once

#include "platform/pages/view.h"

namespace idcounter::platform {

// What the log-in and the change of a telephone have in common: a code is sent, and typed.

// Whether codes go out at present, as far as is known.
bool canSend(const Platform &platform);
// Says so when they do not; whose telephone it is makes no difference.
HttpResponse cannotSendPage(const Call &call, int status);

// Sends a code to a telephone; text has %1 where it stands. The page to show instead, when none was sent.
std::optional<HttpResponse> sendCode(const Call &call, const QString &phone, CodeFor purpose, const QString &text);

// The digits of what was typed, however they were written.
QString typedCode(const FormBody &form);
// "138****1234"
QString masked(const QString &phone);

// The fields of a form for a code, and of one for a mobile telephone.
Field codeField(const Call &call);
Field mobileField(const Call &call, const QString &label);

} // namespace idcounter::platform

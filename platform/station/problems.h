#pragma once

#include "platform/http/httpmessage.h"
#include "platform/service/outcome.h"

namespace idcounter::platform {

// Problems of the contract (section 7) as answers: status, and title in the language that is asked for.
HttpResponse answerOf(const Problem &problem, const QString &requestId, const QByteArray &language);
int statusOf(const QString &problemType);

// An answer with a JSON body.
HttpResponse jsonAnswer(int status, const QJsonObject &body);

} // namespace idcounter::platform

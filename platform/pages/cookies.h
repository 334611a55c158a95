#pragma once

#include "platform/http/httpmessage.h"
#include "platform/service/platform.h"

namespace idcounter::platform {

// Whether the pages are reached by TLS: a practice platform on loopback is not.
bool hasTls(const Platform &platform);

// "session", or "__Host-session" where the pages have TLS: no other host and no insecure page can set that.
QByteArray cookieName(const Platform &platform, const QByteArray &name);
QByteArray cookieIn(const HttpRequest &request, const QByteArray &name);
// Adds a cookie that ends with the browser, and that no script and no other site's form can use.
void setCookie(HttpResponse &response, const Platform &platform, const QByteArray &name, const QByteArray &value);

} // namespace idcounter::platform

#pragma once

#include "platform/http/httpmessage.h"

namespace idcounter::platform {

// A header as it stood in the request.
using HeaderFields = QList<std::pair<QByteArray, QByteArray>>;

// What forbids that a request is answered, as a status; 0: nothing. 431, where request line and headers are longer than the
// contract allows; 400, where two programs could read it in two ways (RFC 9112, 3.2, 5.1, 6.3).
int faultOf(const QByteArray &target, const HeaderFields &fields);

// Takes from a proxy in front of the service who is connected to it, and with which client certificate: X-Real-IP and
// X-Station-Cert (PEM, percent-encoded), from whoever knows the secret in X-Proxy-Secret. They are gone afterwards, so that
// nobody believes them from elsewhere. An empty secret: there is no proxy.
void readProxy(HttpRequest &request, const QByteArray &secret);

} // namespace idcounter::platform

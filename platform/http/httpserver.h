#pragma once

#include "app/domain/result.h"
#include "platform/http/httpmessage.h"

#include <functional>
#include <memory>

namespace idcounter::platform {

// Where a server listens, and by what it proves who it is.
struct HttpSettings
{
    QString address = QStringLiteral("127.0.0.1");
    quint16 port = 0; // 0: any
    QString certificate; // PEM files; without them only loopback is served
    QString key;
    QString clientAuthority; // PEM; whoever has a certificate of it may show it
    QByteArray proxySecret; // by which a proxy in front is known (requestrules.h); empty: there is none
    int threads = 8;
    // Twice what stations may send: who sends a little too much is told so, who sends more is cut off.
    qsizetype longestBody = qsizetype(512) << 10;
};

// Answers requests, on threads of its own. Limits and time limits are those of the contract (section 8): whoever exceeds them
// is cut off, and the others are served meanwhile. The library behind it is RESTinio; it shows only in the source file.
class HttpServer
{
public:
    // Called in any of the server's threads.
    using Handler = std::function<HttpResponse(const HttpRequest &)>;

    // Listens when it returns. Errors: PlatformUntrusted, where others than this machine would be served without TLS;
    // PlatformUnreachable, when the port cannot be had or the certificate cannot be read.
    static Result<std::unique_ptr<HttpServer>> start(const HttpSettings &settings, Handler handler);
    ~HttpServer(); // answers what is under way, and takes nothing new
    Q_DISABLE_COPY_MOVE(HttpServer)

    quint16 port() const;

private:
    struct Running;
    explicit HttpServer(std::unique_ptr<Running> running);

    std::unique_ptr<Running> m_running;
};

} // namespace idcounter::platform

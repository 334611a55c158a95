#include "platform/pages/cookies.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

bool hasTls(const Platform &platform)
{
    return platform.origin.startsWith("https:"_L1);
}

QByteArray cookieName(const Platform &platform, const QByteArray &name)
{
    return hasTls(platform) ? "__Host-" + name : name;
}

QByteArray cookieIn(const HttpRequest &request, const QByteArray &name)
{
    const QList<QByteArray> cookies = request.header("cookie").split(';');
    for (const QByteArray &cookie : cookies) {
        const QByteArray trimmed = cookie.trimmed();
        if (trimmed.startsWith(name + '='))
            return trimmed.mid(name.size() + 1);
    }
    return {};
}

void setCookie(HttpResponse &response, const Platform &platform, const QByteArray &name, const QByteArray &value)
{
    QByteArray cookie = cookieName(platform, name) + '=' + value + "; Path=/; HttpOnly; SameSite=Lax";
    if (hasTls(platform))
        cookie += "; Secure";
    response.with("Set-Cookie", cookie);
}

} // namespace idcounter::platform

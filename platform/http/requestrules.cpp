#include "platform/http/requestrules.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QSslCertificate>

#include <algorithm>

namespace idcounter::platform {

namespace {

constexpr qsizetype longestHead = 8192; // request line and headers, in bytes
constexpr qsizetype aroundTarget = 20; // method, version and blanks of a request line
constexpr qsizetype aroundField = 4; // ": " and the end of the line

// RFC 9110, 5.6.2.
bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isValue(const QByteArray &value)
{
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return c == '\t' || (static_cast<unsigned char>(c) >= ' ' && c != '\x7f'); });
}

qsizetype countOf(const char *name, const HeaderFields &fields)
{
    return std::count_if(fields.begin(), fields.end(),
                         [name](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
}

// Takes as long for every text, so that nobody finds it letter by letter.
bool isSecret(const QByteArray &said, const QByteArray &secret)
{
    const QByteArray one = QCryptographicHash::hash(said, QCryptographicHash::Sha256);
    const QByteArray other = QCryptographicHash::hash(secret, QCryptographicHash::Sha256);
    int differs = 0;
    for (qsizetype at = 0; at < one.size(); ++at)
        differs |= one[at] ^ other[at];
    return differs == 0;
}

QString sha256OfPem(const QByteArray &encoded)
{
    const QSslCertificate certificate(QByteArray::fromPercentEncoding(encoded), QSsl::Pem);
    return certificate.isNull() ? QString()
                                : QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

} // namespace

int faultOf(const QByteArray &target, const HeaderFields &fields)
{
    qsizetype bytes = target.size() + aroundTarget;
    for (const auto &[name, value] : fields) {
        if (!isToken(name) || !isValue(value))
            return 400;
        bytes += name.size() + value.size() + aroundField;
    }
    const qsizetype lengths = countOf("content-length", fields);
    const qsizetype codings = countOf("transfer-encoding", fields);
    if (countOf("host", fields) != 1 || lengths + codings > 1)
        return 400;
    return bytes > longestHead ? 431 : 0;
}

void readProxy(HttpRequest &request, const QByteArray &secret)
{
    const QByteArray said = request.headers.take("x-proxy-secret");
    const QByteArray address = request.headers.take("x-real-ip");
    const QByteArray certificate = request.headers.take("x-station-cert");
    if (secret.isEmpty() || !isSecret(said, secret))
        return;
    if (const QHostAddress peer(QString::fromLatin1(address)); !peer.isNull())
        request.peer = peer.toString();
    if (!certificate.isEmpty())
        request.certificate = sha256OfPem(certificate);
}

} // namespace idcounter::platform

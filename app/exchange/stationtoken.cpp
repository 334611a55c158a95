#include "app/exchange/stationtoken.h"

#include "app/exchange/canonicaljson.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr char version[] = "v1";
constexpr qsizetype longestToken = 2048;
constexpr qsizetype membersOfClaims = 8;

QByteArray messageOf(const QByteArray &payload)
{
    return "idcounter/token/v1\n" + payload;
}

Error noToken()
{
    return {Error::Code::PlatformRefusesStation, u"no token"_s};
}

} // namespace

QByteArray tokenFor(const TokenClaims &claims, const ExchangeKeys &station)
{
    const QByteArray payload = canonical(QJsonObject{{u"station"_s, claims.station},
                                                     {u"key"_s, claims.key},
                                                     {u"host"_s, claims.host},
                                                     {u"method"_s, claims.method},
                                                     {u"target"_s, claims.target},
                                                     {u"bodySha256"_s, claims.bodySha256},
                                                     {u"at"_s, claims.at},
                                                     {u"nonce"_s, claims.nonce}});
    return QByteArray(version) + '.' + base64Url(payload) + '.' + base64Url(station.sign(messageOf(payload)));
}

Result<ReadToken> readToken(const QByteArray &token)
{
    const QByteArrayList parts = token.size() <= longestToken ? token.split('.') : QByteArrayList();
    if (parts.size() != 3 || parts[0] != version)
        return noToken();
    const QByteArray payload = fromBase64Url(QString::fromLatin1(parts[1]));
    const auto json = readJson(payload);
    if (!json || json->size() != membersOfClaims || canonical(*json) != payload)
        return noToken();
    const auto text = [&](const QString &name) { return (*json)[name].toString(); };
    ReadToken read{.claims = {.station = text(u"station"_s),
                              .key = text(u"key"_s),
                              .host = text(u"host"_s),
                              .method = text(u"method"_s),
                              .target = text(u"target"_s),
                              .bodySha256 = text(u"bodySha256"_s),
                              .at = (*json)[u"at"_s].toInteger(),
                              .nonce = text(u"nonce"_s)},
                   .message = messageOf(payload),
                   .signature = fromBase64Url(QString::fromLatin1(parts[2]))};
    constexpr qsizetype nonceBytes = 16;
    return fromBase64Url(read.claims.nonce).size() == nonceBytes ? Result<ReadToken>(read) : noToken();
}

QString newNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(base64Url(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words))));
}

} // namespace idcounter

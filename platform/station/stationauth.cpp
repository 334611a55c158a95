#include "platform/station/stationauth.h"

#include "app/exchange/canonicaljson.h"
#include "app/exchange/stationtoken.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qint64 secondsOff = 60;
constexpr qint64 secondsOfNonce = 130;
constexpr qint64 minute = 60000; // milliseconds
constexpr char bearer[] = "Bearer ";

} // namespace

Outcome<StationAuth::Speaker> StationAuth::speaker(const HttpRequest &request) const
{
    const QByteArray authorization = request.header("authorization");
    if (request.certificate.isEmpty() && !authorization.startsWith(bearer))
        return Problem::of(u"not-authenticated"_s);
    const auto found = request.certificate.isEmpty()
        ? byToken(authorization.mid(qsizetype(sizeof(bearer)) - 1), request)
        : byCertificate(request.certificate);
    if (found && found->station.suspended)
        return Problem::of(u"not-allowed"_s);
    return found;
}

Outcome<StationAuth::Speaker> StationAuth::byCertificate(const QString &sha256) const
{
    return m_platform.read([&](Resources &resources) -> Outcome<Speaker> {
        const Stations stations(resources.connection());
        const auto known = stations.certificate(sha256, resources.now());
        if (!known)
            return known.error();
        if (!*known)
            return Problem::of(u"not-authenticated"_s);
        const auto keys = stations.newestKeys((*known)->station.unit);
        if (!keys)
            return keys.error();
        return Speaker{
            .station = (*known)->station, .keys = keys->value_or(PublicKeys()), .certificateEnds = (*known)->ends};
    });
}

Outcome<StationAuth::Speaker> StationAuth::byToken(const QByteArray &token, const HttpRequest &request) const
{
    const auto read = readToken(token);
    if (!read)
        return Problem::of(u"not-authenticated"_s);
    const TokenClaims &claims = read->claims;
    const auto known
        = m_platform.read([&](Resources &resources) { return Stations(resources.connection()).keys(claims.key); });
    if (!known)
        return known.error();
    const bool isMeant = claims.host == m_platform.stationHost && claims.method.toLatin1() == request.method
        && claims.target.toUtf8() == request.target && claims.bodySha256 == sha256Of(request.body);
    if (!*known || (*known)->station.unit != claims.station || !read->isSignedBy((*known)->keys) || !isMeant)
        return Problem::of(u"not-authenticated"_s);
    const QDateTime now = m_platform.clock();
    const QDateTime at = QDateTime::fromSecsSinceEpoch(claims.at, Qt::UTC);
    if (qAbs(at.secsTo(now)) > secondsOff)
        return Problem::of(u"token-expired"_s, {{u"serverTime"_s, instantText(now)}});
    if (!isFirstUse(claims.key, claims.nonce, now) || at.secsTo(m_begun) > 1)
        return Problem::of(u"token-replayed"_s);
    return Speaker{.station = (*known)->station, .keys = (*known)->keys};
}

bool StationAuth::isFirstUse(const QString &key, const QString &nonce, const QDateTime &now) const
{
    constexpr qsizetype manyNonces = 10000;
    const QMutexLocker lock(&m_mutex);
    const qint64 second = now.toSecsSinceEpoch();
    if (m_nonces.size() > manyNonces)
        m_nonces.removeIf([&](const auto &entry) { return entry.value() < second; });
    const QString name = key + u'/' + nonce;
    if (m_nonces.value(name, 0) >= second)
        return false;
    m_nonces.insert(name, second + secondsOfNonce);
    return true;
}

StationAuth::Turn::Turn(const StationAuth &auth, const QString &unit)
    : m_auth(auth)
    , m_unit(unit)
{
    const QMutexLocker lock(&auth.m_mutex);
    Use &use = auth.m_uses[unit];
    const qint64 now = auth.m_platform.clock().toMSecsSinceEpoch();
    use.times.removeIf([now](qint64 at) { return at <= now - minute; });
    m_isGranted = use.times.size() < auth.m_platform.requestsPerMinute && use.now < auth.m_platform.requestsAtOnce;
    if (m_isGranted) {
        use.times << now;
        ++use.now;
    }
}

StationAuth::Turn::~Turn()
{
    if (!m_isGranted)
        return;
    const QMutexLocker lock(&m_auth.m_mutex);
    --m_auth.m_uses[m_unit].now;
}

} // namespace idcounter::platform

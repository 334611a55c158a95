#include "platform/service/stations.h"

#include "app/domain/uuidv7.h"

#include <QFile>
#include <QFileInfo>
#include <QMessageAuthenticationCode>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char stationColumns[] = "s.unit, s.name_zh, s.name_en, s.phone, s.suspended";
constexpr std::size_t keyBytes = 32;
constexpr int keysInFile = 3; // besides the exchange keys

QByteArray fresh()
{
    const SecretBytes key = SecretBytes::random(keyBytes);
    return QByteArray(reinterpret_cast<const char *>(key.data()), qsizetype(key.size()));
}

} // namespace

QString newId(const QDateTime &now)
{
    return makeUuidV7([now] { return now; }).toString(QUuid::WithoutBraces);
}

Result<PlatformKeys> PlatformKeys::load(const QString &path)
{
    if (!QFileInfo::exists(path)) {
        const ExchangeKeys made = ExchangeKeys::create();
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            && file.write((QByteArrayList{made.publicKeys().toBytes().toHex(), made.secretBytes().toHex(),
                                          fresh().toHex(), fresh().toHex(), fresh().toHex()})
                              .join('\n'))
                > 0
            && file.commit();
        if (!written)
            return Error{Error::Code::StorageFailed, u"keys"_s};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::StorageFailed, u"keys"_s};
    QByteArrayList lines = file.readAll().split('\n');
    if (lines.size() != 2 + keysInFile)
        return Error{Error::Code::StorageFailed, u"keys"_s};
    auto exchange = ExchangeKeys::fromBytes(QByteArray::fromHex(lines[0]), QByteArray::fromHex(lines[1]));
    if (!exchange)
        return exchange.error();
    const auto secret = [&](int at) {
        QByteArray bytes = QByteArray::fromHex(lines[2 + at]);
        return SecretBytes::take(bytes);
    };
    return PlatformKeys{*std::move(exchange), secret(0), secret(1), secret(2)};
}

QString PlatformKeys::mac(const SecretBytes &key, const QByteArray &message)
{
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(key.data()), qsizetype(key.size()));
    return QString::fromLatin1(QMessageAuthenticationCode::hash(message, bytes, QCryptographicHash::Sha256)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Station Stations::stationIn(const Statement &row)
{
    return {.unit = row.text(0),
            .nameZh = row.text(1),
            .nameEn = row.text(2),
            .phone = row.text(3),
            .suspended = row.number(4) != 0};
}

Result<void> Stations::put(const Station &station) const
{
    return Statement(m_connection,
                     u"INSERT INTO station (unit, name_zh, name_en, phone, suspended) VALUES (?, ?, ?, ?, ?) "
                     "ON CONFLICT (unit) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en, "
                     "phone = excluded.phone, suspended = excluded.suspended"_s)
        .with({station.unit, station.nameZh, station.nameEn, station.phone, station.suspended ? 1 : 0})
        .run();
}

Result<QList<Station>> Stations::all() const
{
    Statement rows(m_connection, u"SELECT %1 FROM station s ORDER BY s.unit"_s.arg(QLatin1StringView(stationColumns)));
    if (const auto read = rows.run(); !read)
        return read.error();
    QList<Station> found;
    while (rows.next())
        found << stationIn(rows);
    return found;
}

Result<std::optional<Station>> Stations::find(const QString &unit) const
{
    Statement row(m_connection, u"SELECT %1 FROM station s WHERE s.unit = ?"_s.arg(QLatin1StringView(stationColumns)));
    if (const auto read = row.with(QVariantList{unit}).run(); !read)
        return read.error();
    return row.next() ? std::optional(stationIn(row)) : std::nullopt;
}

Result<void> Stations::setSuspended(const QString &unit, bool suspended) const
{
    return Statement(m_connection, u"UPDATE station SET suspended = ? WHERE unit = ?"_s)
        .with({suspended ? 1 : 0, unit})
        .run();
}

Result<void> Stations::addKeys(const QString &unit, const PublicKeys &keys, const QDateTime &now) const
{
    return Statement(m_connection,
                     u"INSERT INTO station_key (fingerprint, unit, public_keys, added_ms) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT (fingerprint) DO NOTHING"_s)
        .with({keys.fingerprint(), unit, QString::fromLatin1(keys.toBytes().toBase64()), now.toMSecsSinceEpoch()})
        .run();
}

Result<void> Stations::revokeKeys(const QString &fingerprint) const
{
    return Statement(m_connection, u"UPDATE station_key SET revoked = 1 WHERE fingerprint = ?"_s)
        .with(QVariantList{fingerprint})
        .run();
}

Result<std::optional<Stations::KnownKeys>> Stations::keys(const QString &fingerprint) const
{
    Statement row(m_connection,
                  u"SELECT %1, k.public_keys FROM station_key k JOIN station s ON s.unit = k.unit "
                  "WHERE k.fingerprint = ? AND k.revoked = 0"_s.arg(QLatin1StringView(stationColumns)));
    if (const auto read = row.with(QVariantList{fingerprint}).run(); !read)
        return read.error();
    if (!row.next())
        return std::optional<KnownKeys>();
    const auto keys = PublicKeys::fromBytes(QByteArray::fromBase64(row.text(5).toLatin1()));
    if (!keys)
        return keys.error();
    return std::optional(KnownKeys{.station = stationIn(row), .keys = *keys});
}

Result<std::optional<PublicKeys>> Stations::newestKeys(const QString &unit) const
{
    Statement row(
        m_connection,
        u"SELECT public_keys FROM station_key WHERE unit = ? AND revoked = 0 ORDER BY added_ms DESC LIMIT 1"_s);
    if (const auto read = row.with(QVariantList{unit}).run(); !read)
        return read.error();
    if (!row.next())
        return std::optional<PublicKeys>();
    const auto keys = PublicKeys::fromBytes(QByteArray::fromBase64(row.text(0).toLatin1()));
    return keys ? Result<std::optional<PublicKeys>>(*keys) : keys.error();
}

Result<void> Stations::addCertificate(const QString &unit, const QString &sha256, const QDateTime &ends) const
{
    return Statement(m_connection,
                     u"INSERT INTO station_certificate (sha256, unit, ends_ms) VALUES (?, ?, ?) "
                     "ON CONFLICT (sha256) DO UPDATE SET ends_ms = excluded.ends_ms"_s)
        .with({sha256, unit, ends.toMSecsSinceEpoch()})
        .run();
}

Result<std::optional<Stations::KnownCertificate>> Stations::certificate(const QString &sha256,
                                                                        const QDateTime &now) const
{
    Statement row(m_connection,
                  u"SELECT %1, c.ends_ms FROM station_certificate c JOIN station s ON s.unit = c.unit "
                  "WHERE c.sha256 = ? AND c.revoked = 0 AND c.ends_ms > ?"_s.arg(QLatin1StringView(stationColumns)));
    if (const auto read = row.with({sha256, now.toMSecsSinceEpoch()}).run(); !read)
        return read.error();
    if (!row.next())
        return std::optional<KnownCertificate>();
    return std::optional(
        KnownCertificate{.station = stationIn(row), .ends = QDateTime::fromMSecsSinceEpoch(row.number(5), Qt::UTC)});
}

} // namespace idcounter::platform

#include "platform/station/cursors.h"

#include "app/exchange/canonicaljson.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qsizetype macLength = 22; // characters of base64url: 128 bits
constexpr char between = '|';

} // namespace

QByteArray Cursors::mac(const QByteArray &payload) const
{
    return PlatformKeys::mac(m_keys.cursor, m_station.toLatin1() + '\n' + payload).first(macLength).toLatin1();
}

QString Cursors::text(const Place &place) const
{
    const QByteArray payload = QByteArrayList{place.epoch.toLatin1(), QByteArray::number(place.position),
                                              place.kind.toLatin1(), place.id.toLatin1()}
                                   .join(between);
    return QString::fromLatin1(base64Url(mac(payload) + payload));
}

std::optional<Cursors::Place> Cursors::read(const QString &text) const
{
    const QByteArray bytes = fromBase64Url(text);
    if (bytes.size() <= macLength || mac(bytes.mid(macLength)) != bytes.first(macLength))
        return {};
    const QByteArrayList parts = bytes.mid(macLength).split(between);
    constexpr qsizetype members = 4;
    if (parts.size() != members)
        return {};
    return Place{.epoch = QString::fromLatin1(parts[0]),
                 .position = parts[1].toLongLong(),
                 .kind = QString::fromLatin1(parts[2]),
                 .id = QString::fromLatin1(parts[3])};
}

} // namespace idcounter::platform

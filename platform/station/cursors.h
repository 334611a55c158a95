#pragma once

#include "platform/service/platform.h"

namespace idcounter::platform {

// Where a station stands in the feed, or in the pages of a list: opaque, and of this platform only.
class Cursors
{
public:
    Cursors(const PlatformKeys &keys, QString station)
        : m_keys(keys)
        , m_station(std::move(station))
    {
    }

    struct Place
    {
        QString epoch;
        qint64 position = 0; // of the feed
        QString kind; // of a list: behind which resource it goes on; empty for the feed
        QString id;
    };

    QString text(const Place &place) const;
    // Without a value: no cursor that this platform made for this station.
    std::optional<Place> read(const QString &text) const;

private:
    QByteArray mac(const QByteArray &payload) const;

    const PlatformKeys &m_keys;
    QString m_station;
};

} // namespace idcounter::platform

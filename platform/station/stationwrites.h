#pragma once

#include "platform/service/applications.h"
#include "platform/service/stations.h"

namespace idcounter::platform {

// What a station writes: PUT of the contract (section 3), in its order. The id of a body never does anything twice.
class StationWrites
{
public:
    StationWrites(const Platform &platform, const Station &station, const PublicKeys &keys)
        : m_platform(platform)
        , m_station(station)
        , m_keys(keys)
    {
    }

    struct Written
    {
        Resource resource;
        QJsonObject shown;
        bool isNew = false; // 201
    };
    // ifMatch: the version that is changed; 0 for what is new.
    Outcome<Written> put(const QString &kind, const QJsonObject &body, qint64 ifMatch) const;
    Outcome<void> releaseClaim(const QString &id) const;

private:
    Outcome<Resource> store(Resources &resources, const QString &kind, const QJsonObject &body, const QString &sha,
                            qint64 ifMatch) const;
    Outcome<Resource> decision(Resources &resources, const QJsonObject &body, const QString &sha) const;
    Outcome<Resource> place(Resources &resources, const QJsonObject &body, const QString &sha, qint64 ifMatch) const;
    Outcome<Resource> slot(Resources &resources, const QJsonObject &body, const QString &sha, qint64 ifMatch) const;
    Outcome<Resource> receipt(Resources &resources, const QJsonObject &body, const QString &sha) const;
    Outcome<Resource> claim(Resources &resources, const QJsonObject &body, const QString &sha) const;
    Outcome<Resource> own(Resources &resources, const QString &kind, const QString &id) const; // 404 for another's

    const Platform &m_platform;
    const Station &m_station;
    const PublicKeys &m_keys;
};

} // namespace idcounter::platform

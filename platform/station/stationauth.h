#pragma once

#include "platform/http/httpmessage.h"
#include "platform/service/stations.h"

#include <QMutex>

namespace idcounter::platform {

// Finds out which station is speaking, by its client certificate or by a token of its own (contract, section 2), and that it
// does not speak too often. Used by several threads.
class StationAuth
{
public:
    explicit StationAuth(const Platform &platform)
        : m_platform(platform)
        , m_begun(platform.clock())
    {
    }

    struct Speaker
    {
        Station station;
        PublicKeys keys; // the newest, or those of the token
        QDateTime certificateEnds; // null for a token
    };
    // Errors: not-authenticated, token-expired, token-replayed, not-allowed, too-many-requests.
    Outcome<Speaker> speaker(const HttpRequest &request) const;

    // One request of a station while it is answered.
    class Turn
    {
    public:
        Turn(const StationAuth &auth, const QString &unit);
        ~Turn();
        Q_DISABLE_COPY_MOVE(Turn)
        bool isGranted() const { return m_isGranted; }

    private:
        const StationAuth &m_auth;
        QString m_unit;
        bool m_isGranted;
    };

private:
    Outcome<Speaker> byCertificate(const QString &sha256) const;
    Outcome<Speaker> byToken(const QByteArray &token, const HttpRequest &request) const;
    bool isFirstUse(const QString &key, const QString &nonce, const QDateTime &now) const;

    struct Use
    {
        QList<qint64> times; // of the last minute, in milliseconds
        int now = 0; // requests under way
    };

    const Platform &m_platform;
    const QDateTime m_begun; // nonces from before are not known
    mutable QMutex m_mutex;
    mutable QHash<QString, qint64> m_nonces; // until when they are kept
    mutable QHash<QString, Use> m_uses;
};

} // namespace idcounter::platform

#pragma once

#include "platform/service/platform.h"

namespace idcounter::platform {

// The stations that the platform works with, and by what they prove who they are. In one connection.
class Stations
{
public:
    explicit Stations(const QSqlDatabase &connection)
        : m_connection(connection)
    {
    }

    Result<void> put(const Station &station) const;
    Result<QList<Station>> all() const;
    Result<std::optional<Station>> find(const QString &unit) const;
    Result<void> setSuspended(const QString &unit, bool suspended) const;

    // Keys of a station; those before stay known until they are revoked.
    Result<void> addKeys(const QString &unit, const PublicKeys &keys, const QDateTime &now) const;
    Result<void> revokeKeys(const QString &fingerprint) const;
    struct KnownKeys
    {
        Station station;
        PublicKeys keys;
    };
    Result<std::optional<KnownKeys>> keys(const QString &fingerprint) const;
    // To seal for: the newest that are not revoked.
    Result<std::optional<PublicKeys>> newestKeys(const QString &unit) const;

    // SHA-256 of a client certificate, in hexadecimal digits.
    Result<void> addCertificate(const QString &unit, const QString &sha256, const QDateTime &ends) const;
    struct KnownCertificate
    {
        Station station;
        QDateTime ends; // UTC
    };
    Result<std::optional<KnownCertificate>> certificate(const QString &sha256, const QDateTime &now) const;

private:
    static Station stationIn(const Statement &row);

    QSqlDatabase m_connection;
};

} // namespace idcounter::platform

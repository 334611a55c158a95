#pragma once

#include "app/exchange/exchangekeys.h"

namespace idcounter {

// What a station says of one request to the platform: who asks, and for what exactly (contract, section 2).
struct TokenClaims
{
    QString station; // unit code of nine digits
    QString key; // fingerprint of its keys
    QString host;
    QString method;
    QString target; // path and query
    QString bodySha256;
    qint64 at = 0; // seconds since 1970
    QString nonce; // 16 random bytes

    friend bool operator==(const TokenClaims &, const TokenClaims &) = default;
};

// "v1.PAYLOAD.SIGNATURE", signed by the station.
QByteArray tokenFor(const TokenClaims &claims, const ExchangeKeys &station);

// A token as it was read: what it says, and the bytes that were signed.
struct ReadToken
{
    TokenClaims claims;
    QByteArray message;
    QByteArray signature;

    bool isSignedBy(const PublicKeys &station) const { return idcounter::isSignedBy(station, message, signature); }
};
// Errors: PlatformRefusesStation (no token).
Result<ReadToken> readToken(const QByteArray &token);

// 16 random bytes in base64url.
QString newNonce();

} // namespace idcounter

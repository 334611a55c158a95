#pragma once

#include "app/exchange/exchangekeys.h"

#include <QJsonObject>

namespace idcounter {

// A decision of an officer, signed by him and by his station, so that it can be proved later by itself (contract, section 4).

// The same with the member `signatures`; of the officer's keys the half to sign with is used.
QJsonObject signedDecision(const QJsonObject &decision, const ExchangeKeys &officer, const ExchangeKeys &station);

// Whether both signatures hold; the station's key must be the one that is named.
bool isSignedDecision(const QJsonObject &decision, const PublicKeys &station);

// A form or a picture that only the station can open (contract, section 5). Errors: PlatformAnswer, for keys that are none.
Result<QByteArray> sealedFor(const PublicKeys &station, const QByteArray &plain);

} // namespace idcounter

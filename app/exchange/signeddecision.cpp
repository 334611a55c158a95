#include "app/exchange/signeddecision.h"

#include "app/exchange/canonicaljson.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QByteArray officersMessage(const QJsonObject &decision)
{
    return "idcounter/decision/officer/v1\n" + canonical(decision);
}

QByteArray stationsMessage(QJsonObject decision, const QJsonValue &officer)
{
    decision.insert(u"signatures"_s, QJsonObject{{u"officer"_s, officer}});
    return "idcounter/decision/station/v1\n" + canonical(decision);
}

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(base64Url(bytes));
}

} // namespace

QJsonObject signedDecision(const QJsonObject &decision, const ExchangeKeys &officer, const ExchangeKeys &station)
{
    const QJsonObject byOfficer{{u"key"_s, text(officer.publicKeys().signing)},
                                {u"signature"_s, text(officer.sign(officersMessage(decision)))}};
    const QJsonObject byStation{{u"key"_s, station.publicKeys().fingerprint()},
                                {u"signature"_s, text(station.sign(stationsMessage(decision, byOfficer)))}};
    QJsonObject complete = decision;
    complete.insert(u"signatures"_s, QJsonObject{{u"officer"_s, byOfficer}, {u"station"_s, byStation}});
    return complete;
}

bool isSignedDecision(const QJsonObject &decision, const PublicKeys &station)
{
    QJsonObject plain = decision;
    const QJsonObject signatures = plain.take(u"signatures"_s).toObject();
    const QJsonObject byOfficer = signatures[u"officer"_s].toObject();
    const QJsonObject byStation = signatures[u"station"_s].toObject();
    const auto bytes
        = [](const QJsonObject &object, const QString &name) { return fromBase64Url(object[name].toString()); };
    const PublicKeys officer{.signing = bytes(byOfficer, u"key"_s)};
    return officer.signing.size() == qsizetype(crypto_sign_PUBLICKEYBYTES)
        && byStation[u"key"_s].toString() == station.fingerprint()
        && isSignedBy(officer, officersMessage(plain), bytes(byOfficer, u"signature"_s))
        && isSignedBy(station, stationsMessage(plain, byOfficer), bytes(byStation, u"signature"_s));
}

Result<QByteArray> sealedFor(const PublicKeys &station, const QByteArray &plain)
{
    QByteArray sealed(plain.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (station.sealing.size() != qsizetype(crypto_box_PUBLICKEYBYTES)
        || crypto_box_seal(reinterpret_cast<unsigned char *>(sealed.data()),
                           reinterpret_cast<const unsigned char *>(plain.constData()), std::size_t(plain.size()),
                           reinterpret_cast<const unsigned char *>(station.sealing.constData()))
            != 0)
        return Error{Error::Code::PlatformAnswer, u"keys"_s};
    return sealed;
}

} // namespace idcounter

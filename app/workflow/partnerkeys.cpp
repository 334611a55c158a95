#include "app/workflow/partnerkeys.h"

#include "app/domain/enumnames.h"
#include "app/exchange/exchangekeys.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames offices{std::pair{Role::County, "county"}, std::pair{Role::City, "city"},
                            std::pair{Role::Centre, "centre"}};

} // namespace

QByteArray keyFile(const Partner &partner)
{
    return QJsonDocument(QJsonObject{{u"idcounterKeys"_s, 1},
                                     {u"name"_s, partner.name},
                                     {u"role"_s, offices.name(partner.role)},
                                     {u"practice"_s, partner.practice},
                                     {u"keys"_s, QString::fromLatin1(partner.publicKeys.toHex())},
                                     {u"validUntil"_s, partner.validUntil.toString(Qt::ISODate)}})
        .toJson();
}

Result<Partner> readKeyFile(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const QByteArray keys = QByteArray::fromHex(object[u"keys"_s].toString().toLatin1());
    const auto role = offices.value(object[u"role"_s].toString());
    const QDate until = QDate::fromString(object[u"validUntil"_s].toString(), Qt::ISODate);
    const QString name = object[u"name"_s].toString();
    constexpr qsizetype longest = 60;
    if (object[u"idcounterKeys"_s].toInt() != 1 || !role || !until.isValid() || name.isEmpty() || name.size() > longest
        || !PublicKeys::fromBytes(keys))
        return Error{Error::Code::PackageUnreadable, u"key file"_s};
    return Partner{.role = *role,
                   .name = name,
                   .practice = object[u"practice"_s].toBool(),
                   .publicKeys = keys,
                   .validUntil = until};
}

} // namespace idcounter

#include "app/workflow/partnerkeys.h"

#include "app/domain/enumnames.h"
#include "app/domain/uuidv7.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames offices{std::pair{Role::County, "county"}, std::pair{Role::City, "city"},
                            std::pair{Role::Centre, "centre"}, std::pair{Role::Platform, "platform"}};

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

QDate lastDayOfOwnKeys(const QDateTime &madeAt)
{
    return stationTime(madeAt).date().addYears(ownKeyYears);
}

Result<QList<OwnKeys>> ownKeysOf(const Repositories &repositories, const Clock &clock, const Stamp &stamp, bool anew)
{
    const auto stored = repositories.exchange.allKeys();
    if (!stored)
        return stored.error();
    QList<OwnKeys> own;
    if (anew || stored->isEmpty()) {
        const auto fresh = std::make_shared<ExchangeKeys>(ExchangeKeys::create());
        if (const auto done = repositories.exchange.putKeys(makeUuidV7(clock), fresh->publicKeys().toBytes(),
                                                            fresh->secretBytes(), stamp);
            !done)
            return done.error();
        own << OwnKeys{fresh, lastDayOfOwnKeys(stamp.at)};
    }
    for (const ExchangeRepository::Keys &one : *stored) {
        auto keys = ExchangeKeys::fromBytes(one.publicKeys, one.secretKeys);
        if (!keys)
            return keys.error();
        own << OwnKeys{std::make_shared<ExchangeKeys>(*std::move(keys)), lastDayOfOwnKeys(one.madeAt)};
    }
    return own;
}

std::optional<Partner> centreAmong(const QList<Partner> &partners, bool practice, QDate today)
{
    std::optional<Partner> centre;
    for (const Partner &partner : partners) {
        const bool isInUse = partner.role == Role::Centre && partner.isConfirmed() && !partner.isReplaced()
            && partner.practice == practice && keyAge(partner.validUntil, today) != KeyAge::Expired;
        if (isInUse && (!centre || partner.id > centre->id)) // identities are made in the order of time
            centre = partner;
    }
    return centre;
}

QList<KeyReminder> keyReminders(const QList<Partner> &partners, QDate ownUntil, QDate today)
{
    QList<KeyReminder> reminders;
    const auto remind = [&](const QString &office, QDate until) {
        if (const KeyAge age = keyAge(until, today); age != KeyAge::Good)
            reminders << KeyReminder{office, until, age};
    };
    for (const Partner &partner : partners) {
        if (partner.isConfirmed() && !partner.isReplaced())
            remind(partner.name, partner.validUntil);
    }
    if (ownUntil.isValid())
        remind({}, ownUntil);
    std::stable_sort(reminders.begin(), reminders.end(),
                     [](const KeyReminder &one, const KeyReminder &other) { return one.until < other.until; });
    return reminders;
}

} // namespace idcounter

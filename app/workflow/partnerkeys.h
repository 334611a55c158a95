#pragma once

#include "app/domain/keyage.h"
#include "app/exchange/exchangekeys.h"
#include "app/storage/store.h"

#include <memory>

namespace idcounter {

// The public keys of an office as a file: JSON with name, role, practice, keys, last day. Errors: PackageUnreadable.
QByteArray keyFile(const Partner &partner);
Result<Partner> readKeyFile(const QByteArray &bytes);

// The station's own keys, as they were made.
struct OwnKeys
{
    std::shared_ptr<ExchangeKeys> keys;
    QDate until; // their last day

    bool isGood(QDate today) const { return keyAge(until, today) != KeyAge::Expired; }
};

// The newest first, by which is signed; with the ones before, what was sealed for them is still opened. The first are made
// when they are needed, others where anew; inside a transaction. Errors: those of what is stored.
Result<QList<OwnKeys>> ownKeysOf(const Repositories &repositories, const Clock &clock, const Stamp &stamp, bool anew);
QDate lastDayOfOwnKeys(const QDateTime &madeAt);

// The card centre to which packages are written today: whose keys were confirmed last, and are in use.
std::optional<Partner> centreAmong(const QList<Partner> &partners, bool practice, QDate today);

// Keys that run out, or have: before that new ones are asked for, compared and confirmed.
struct KeyReminder
{
    QString office; // empty: our own
    QDate until;
    KeyAge age = KeyAge::Soon;

    friend bool operator==(const KeyReminder &, const KeyReminder &) = default;
};
// Of the keys that are in use; the first to run out at the head. ownUntil: null where there are none.
QList<KeyReminder> keyReminders(const QList<Partner> &partners, QDate ownUntil, QDate today);

} // namespace idcounter

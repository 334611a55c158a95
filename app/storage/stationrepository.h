#pragma once

#include "app/security/person.h"
#include "app/storage/repository.h"

namespace idcounter {

// The station that owns the database.
struct Station
{
    QUuid id;
    QString unitCode; // first nine digits of the police unit code: division and station
    QString name;
    QString issuer; // the county police that sign its cards
    bool practice = false;
    bool remoteArea = false; // difficult transport: the law allows 30 days more

    QString region() const { return unitCode.first(2); } // province code of the fee table

    friend bool operator==(const Station &, const Station &) = default;
};

// A counter or laptop that writes into the database.
struct Device
{
    QUuid id;
    QString name;
    int blockFirst = 1;
    int blockLast = 69999;
};

// A book of receipts; numbers are printed with its prefix and eight digits.
struct ReceiptBook
{
    QUuid id;
    QString prefix;
    qint64 first = 1;
    qint64 last = 0;
    qint64 next = 1; // last + 1 when it is used up

    friend bool operator==(const ReceiptBook &, const ReceiptBook &) = default;
};

// The station, its people and its settings. What is read before the log-in is not checked against its MAC until after it.
class StationRepository : public Repository
{
public:
    using Repository::Repository;

    // Nothing while the station is not set up.
    Result<std::optional<Station>> station() const;
    Result<void> create(const Station &station, const KeySlot &recovery, const Device &device,
                        const QDateTime &at) const;
    Result<KeySlot> recoverySlot() const;
    Result<Device> device() const;

    Result<void> addPerson(const Person &person, const KeySlot &slot) const;
    // One who is no longer active loses the way to the keys.
    Result<void> changePerson(const Person &person) const;
    // The way to the keys of a person who is stored, instead of the one before.
    Result<void> setSlot(const KeySlot &slot) const;
    Result<QList<Person>> people() const;
    // Errors: LoginWrong, where nobody has that log-in.
    Result<std::pair<Person, KeySlot>> slotOf(const QString &login) const;

    // Whether station, devices and people are what they were when they were stored; the keys must be open.
    Result<void> verify() const;

    Result<QString> setting(const QString &name, const QString &fallback) const;
    Result<void> setSetting(const QString &name, const QString &value) const;

    // Books are used in the order in which they were added.
    Result<void> addReceiptBook(const ReceiptBook &book) const;
    Result<QList<ReceiptBook>> receiptBooks() const;

private:
    Result<void> removeSlot(const QUuid &owner) const;
};

} // namespace idcounter

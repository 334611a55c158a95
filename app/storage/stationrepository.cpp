#include "app/storage/stationrepository.h"

#include "app/domain/enumnames.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames roles{
    std::pair{Role::Clerk, "clerk"},
    std::pair{Role::Reviewer, "reviewer"},
    std::pair{Role::Supervisor, "supervisor"},
};

Result<Person> personIn(const Statement &row)
{
    const auto role = roles.value(row.text(3));
    if (!role)
        return Error{Error::Code::RecordUnreadable, u"person"_s};
    return Person{.id = QUuid(row.text(0)),
                  .login = row.text(1),
                  .name = row.text(2),
                  .role = *role,
                  .active = row.number(4) != 0};
}

QVariantList columnsOf(const Person &person)
{
    return {person.id.toString(QUuid::WithoutBraces), person.login, person.name, roles.name(person.role),
            person.active ? 1 : 0};
}

} // namespace

Result<std::optional<Station>> StationRepository::station() const
{
    auto row = statement(u"SELECT id, unit_code, name, issuer, practice, remote_area FROM station"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    if (!row.next())
        return std::optional<Station>();
    return std::optional(Station{.id = QUuid(row.text(0)),
                                 .unitCode = row.text(1),
                                 .name = row.text(2),
                                 .issuer = row.text(3),
                                 .practice = row.number(4) != 0,
                                 .remoteArea = row.number(5) != 0});
}

Result<void> StationRepository::create(const Station &station, const KeySlot &recovery, const Device &device,
                                       const QDateTime &at) const
{
    const auto existing = this->station();
    if (!existing)
        return existing.error();
    if (*existing)
        return Error{Error::Code::StationExists, {}};
    const qint64 atMs = at.toMSecsSinceEpoch();
    if (auto result = insert(layout::station,
                             {key(station.id), station.unitCode, station.name, station.issuer, station.practice ? 1 : 0,
                              station.remoteArea ? 1 : 0, atMs, recovery.wrapped});
        !result)
        return result;
    return insert(layout::device,
                  {key(device.id), key(station.id), device.name, device.blockFirst, device.blockLast, atMs});
}

Result<KeySlot> StationRepository::recoverySlot() const
{
    auto row = statement(u"SELECT id, recovery FROM station"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::StationMissing, {}};
    return KeySlot{.owner = QUuid(row.text(0)), .cost = KdfCost::Low, .salt = {}, .wrapped = row.bytes(1)};
}

Result<Device> StationRepository::device() const
{
    return one(layout::device, u"ORDER BY created_ms LIMIT 1"_s, {}, [](const Statement &row) -> Result<Device> {
        return Device{.id = QUuid(row.text(0)),
                      .name = row.text(2),
                      .blockFirst = int(row.number(3)),
                      .blockLast = int(row.number(4))};
    });
}

Result<void> StationRepository::addPerson(const Person &person, const KeySlot &slot) const
{
    if (auto result = insert(layout::person, columnsOf(person)); !result)
        return result;
    return setSlot(slot);
}

Result<void> StationRepository::changePerson(const Person &person) const
{
    if (auto result = update(layout::person, columnsOf(person)); !result)
        return result;
    return person.active ? Result<void>() : removeSlot(person.id);
}

Result<void> StationRepository::setSlot(const KeySlot &slot) const
{
    if (auto removed = removeSlot(slot.owner); !removed)
        return removed;
    return insert(layout::keySlot, {key(slot.owner), int(slot.cost), slot.salt, slot.wrapped});
}

Result<void> StationRepository::removeSlot(const QUuid &owner) const
{
    return statement(u"DELETE FROM key_slot WHERE person_id = ?"_s).with({key(owner)}).run();
}

Result<QList<Person>> StationRepository::people() const
{
    return all(layout::person, u"ORDER BY login"_s, {}, &personIn);
}

Result<std::pair<Person, KeySlot>> StationRepository::slotOf(const QString &login) const
{
    auto row = statement(u"SELECT p.id, p.login, p.name, p.role, p.active, s.cost, s.salt, s.wrapped FROM person p "
                         "JOIN key_slot s ON s.person_id = p.id WHERE p.login = :login"_s);
    if (const auto result = row.with(u":login"_s, login).run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::LoginWrong, {}};
    const auto person = personIn(row);
    if (!person)
        return person.error();
    return std::pair(*person,
                     KeySlot{.owner = person->id,
                             .cost = row.number(5) == int(KdfCost::Low) ? KdfCost::Low : KdfCost::Moderate,
                             .salt = row.bytes(6),
                             .wrapped = row.bytes(7)});
}

Result<void> StationRepository::verify() const
{
    for (const Layout *table : {&layout::station, &layout::device, &layout::person, &layout::keySlot}) {
        if (const auto intact = verifyRows(*table); !intact)
            return intact.error();
    }
    return {};
}

Result<QString> StationRepository::setting(const QString &name, const QString &fallback) const
{
    auto value = one(layout::setting, u"WHERE name = ?"_s, {name},
                     [](const Statement &row) -> Result<QString> { return row.text(1); });
    if (!value && value.error().code == Error::Code::RecordMissing)
        return fallback;
    return value;
}

Result<void> StationRepository::setSetting(const QString &name, const QString &value) const
{
    const auto known = setting(name, QString());
    if (!known)
        return known.error();
    return known->isNull() ? insert(layout::setting, {name, value}) : update(layout::setting, {name, value});
}

Result<void> StationRepository::addReceiptBook(const ReceiptBook &book) const
{
    return insert(layout::receiptBook, {key(book.id), book.prefix, book.first, book.last, book.next});
}

Result<QList<ReceiptBook>> StationRepository::receiptBooks() const
{
    return all(layout::receiptBook, u"ORDER BY id"_s, {}, [](const Statement &row) -> Result<ReceiptBook> {
        return ReceiptBook{.id = QUuid(row.text(0)),
                           .prefix = row.text(1),
                           .first = row.number(2),
                           .last = row.number(3),
                           .next = row.number(4)};
    });
}

} // namespace idcounter

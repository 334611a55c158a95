#include "app/storage/stationrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int firstVersion = 1;

QString roleName(Role role)
{
    switch (role) {
    case Role::Supervisor:
        return u"supervisor"_s;
    case Role::Reviewer:
        return u"reviewer"_s;
    default:
        return u"clerk"_s;
    }
}

Role roleFrom(const QString &name)
{
    if (name == u"supervisor")
        return Role::Supervisor;
    return name == u"reviewer" ? Role::Reviewer : Role::Clerk;
}

Person personIn(const Statement &row)
{
    return {.id = QUuid(row.text(0)), .login = row.text(1), .name = row.text(2), .role = roleFrom(row.text(3))};
}

} // namespace

QVariantList StationRepository::columnsOf(const Station &station) const
{
    return {key(station.id), station.unitCode,         station.name,
            station.issuer,  station.practice ? 1 : 0, station.remoteArea ? 1 : 0};
}

QVariantList StationRepository::columnsOf(const Person &person) const
{
    return {key(person.id), person.login, person.name, roleName(person.role), firstVersion};
}

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
    if (const auto existing = this->station(); !existing)
        return existing.error();
    else if (*existing)
        return Error{Error::Code::StationExists, {}};
    auto insert = statement(u"INSERT INTO station (id, unit_code, name, issuer, practice, remote_area, created_ms, "
                            "recovery, row_mac) VALUES (:id, :unit_code, :name, :issuer, :practice, :remote_area, "
                            ":created_ms, :recovery, :row_mac)"_s);
    if (auto result = insert.with(u":id"_s, key(station.id))
                          .with(u":unit_code"_s, station.unitCode)
                          .with(u":name"_s, station.name)
                          .with(u":issuer"_s, station.issuer)
                          .with(u":practice"_s, station.practice ? 1 : 0)
                          .with(u":remote_area"_s, station.remoteArea ? 1 : 0)
                          .with(u":created_ms"_s, at.toMSecsSinceEpoch())
                          .with(u":recovery"_s, recovery.wrapped)
                          .with(u":row_mac"_s, m_keys.rowMac("station", columnsOf(station)))
                          .run();
        !result)
        return result;
    return statement(u"INSERT INTO device (id, station_id, name, block_first, block_last, created_ms) "
                     "VALUES (:id, :station_id, :name, :block_first, :block_last, :created_ms)"_s)
        .with(u":id"_s, key(device.id))
        .with(u":station_id"_s, key(station.id))
        .with(u":name"_s, device.name)
        .with(u":block_first"_s, device.blockFirst)
        .with(u":block_last"_s, device.blockLast)
        .with(u":created_ms"_s, at.toMSecsSinceEpoch())
        .run();
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
    auto row = statement(u"SELECT id, name, block_first, block_last FROM device ORDER BY created_ms LIMIT 1"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::StationMissing, {}};
    return Device{.id = QUuid(row.text(0)),
                  .name = row.text(1),
                  .blockFirst = int(row.number(2)),
                  .blockLast = int(row.number(3))};
}

Result<void> StationRepository::addPerson(const Person &person, const KeySlot &slot) const
{
    if (auto result = statement(u"INSERT INTO person (id, login, name, role, row_version, row_mac) "
                                "VALUES (:id, :login, :name, :role, :row_version, :row_mac)"_s)
                          .with(u":id"_s, key(person.id))
                          .with(u":login"_s, person.login)
                          .with(u":name"_s, person.name)
                          .with(u":role"_s, roleName(person.role))
                          .with(u":row_version"_s, firstVersion)
                          .with(u":row_mac"_s, m_keys.rowMac("person", columnsOf(person)))
                          .run();
        !result)
        return result;
    return statement(u"INSERT INTO key_slot (person_id, cost, salt, wrapped) VALUES (:id, :cost, :salt, :wrapped)"_s)
        .with(u":id"_s, key(person.id))
        .with(u":cost"_s, int(slot.cost))
        .with(u":salt"_s, slot.salt)
        .with(u":wrapped"_s, slot.wrapped)
        .run();
}

Result<QList<Person>> StationRepository::people() const
{
    auto row = statement(u"SELECT id, login, name, role FROM person ORDER BY login"_s);
    if (const auto result = row.run(); !result)
        return result.error();
    QList<Person> people;
    while (row.next())
        people << personIn(row);
    return people;
}

Result<std::pair<Person, KeySlot>> StationRepository::slotOf(const QString &login) const
{
    auto row = statement(u"SELECT p.id, p.login, p.name, p.role, s.cost, s.salt, s.wrapped FROM person p "
                         "JOIN key_slot s ON s.person_id = p.id WHERE p.login = :login"_s);
    if (const auto result = row.with(u":login"_s, login).run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::LoginWrong, {}};
    const Person person = personIn(row);
    return std::pair(person,
                     KeySlot{.owner = person.id,
                             .cost = row.number(4) == int(KdfCost::Low) ? KdfCost::Low : KdfCost::Moderate,
                             .salt = row.bytes(5),
                             .wrapped = row.bytes(6)});
}

Result<void> StationRepository::verify() const
{
    auto station = statement(u"SELECT row_mac FROM station"_s);
    if (auto result = station.run(); !result)
        return result;
    const auto known = this->station();
    if (!known)
        return known.error();
    if (!station.next() || !*known)
        return Error{Error::Code::StationMissing, {}};
    if (auto result = checkMac("station", columnsOf(**known), station.bytes(0)); !result)
        return result;

    auto people = statement(u"SELECT id, login, name, role, row_mac FROM person"_s);
    if (auto result = people.run(); !result)
        return result;
    while (people.next()) {
        if (auto result = checkMac("person", columnsOf(personIn(people)), people.bytes(4)); !result)
            return result;
    }
    return {};
}

Result<QString> StationRepository::setting(const QString &name, const QString &fallback) const
{
    auto row = statement(u"SELECT value, row_mac FROM setting WHERE name = :name"_s);
    if (const auto result = row.with(u":name"_s, name).run(); !result)
        return result.error();
    if (!row.next())
        return fallback;
    if (const auto result = checkMac("setting", {name, row.text(0)}, row.bytes(1)); !result)
        return result.error();
    return row.text(0);
}

Result<void> StationRepository::setSetting(const QString &name, const QString &value) const
{
    return statement(u"INSERT INTO setting (name, value, row_mac) VALUES (:name, :value, :row_mac) "
                     "ON CONFLICT (name) DO UPDATE SET value = excluded.value, row_mac = excluded.row_mac"_s)
        .with(u":name"_s, name)
        .with(u":value"_s, value)
        .with(u":row_mac"_s, m_keys.rowMac("setting", {name, value}))
        .run();
}

Result<void> StationRepository::addReceiptBook(const QUuid &id, const QString &prefix, qint64 first, qint64 last) const
{
    return statement(u"INSERT INTO receipt_book (id, prefix, first_no, last_no, next_no) "
                     "VALUES (:id, :prefix, :first, :last, :first)"_s)
        .with(u":id"_s, key(id))
        .with(u":prefix"_s, prefix)
        .with(u":first"_s, first)
        .with(u":last"_s, last)
        .run();
}

} // namespace idcounter

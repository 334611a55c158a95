#include "app/workflow/login.h"

#include "app/domain/acceptancenumber.h"
#include "app/domain/uuidv7.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int triesBeforeBlock = 5;
constexpr int blockSeconds = 30;

} // namespace

LogIn::LogIn(Store &store, Clock clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(std::move(clock))
{
}

QList<PracticeLogin> LogIn::practiceLogins()
{
    return {{u"wang"_s, u"王建国"_s, u"lianxi-wang"_s, Role::Clerk},
            {u"li"_s, u"李秀英"_s, u"lianxi-li"_s, Role::Supervisor}};
}

Result<void> LogIn::check(const StationPlan &plan)
{
    // The unit code is checked by making a number of it.
    const auto number = AcceptanceNumber::make(plan.unitCode, {2026, 1, 1}, 1);
    if (!number)
        return number.error();
    if (number->isPractice())
        return Error{Error::Code::AcceptanceNumberInvalid, u"999"_s};
    if (plan.name.trimmed().isEmpty() || plan.login.trimmed().isEmpty() || plan.personName.trimmed().isEmpty())
        return Error{Error::Code::NameMissing, {}};
    if (plan.issuer.trimmed().isEmpty())
        return Error{Error::Code::IssuerMissing, {}};
    if (plan.firstReceipt < 1 || plan.lastReceipt < plan.firstReceipt)
        return Error{Error::Code::ReceiptRangeInvalid, {}};
    return checkPassphrase(plan.passphrase, plan.login);
}

void LogIn::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void LogIn::look()
{
    setState(State::Looking);
    m_store.read(
        this, [](Repositories &repositories) { return repositories.station.station(); },
        [this](const Result<std::optional<Station>> &station) {
            if (!station) {
                m_error = station.error();
                setState(State::Failed);
                return;
            }
            if (*station)
                m_station = **station;
            setState(*station ? State::LoggedOut : State::NoStation);
        });
}

void LogIn::setUpPractice()
{
    NewStation planned{.plan = {.name = u"练习派出所"_s,
                                .unitCode = u"650102"_s + AcceptanceNumber::practiceStation.toString(),
                                .issuer = u"乌鲁木齐市公安局天山区分局"_s,
                                .receiptPrefix = u"LX"_s,
                                .firstReceipt = 1,
                                .lastReceipt = 99'999'999},
                       .people = practiceLogins(),
                       .practice = true};
    create(planned);
}

void LogIn::setUp(const StationPlan &plan)
{
    if (const auto fine = check(plan); !fine) {
        Q_EMIT failed(fine.error());
        return;
    }
    create({.plan = plan,
            .people = {{plan.login, plan.personName, plan.passphrase, Role::Supervisor}},
            .practice = false});
}

void LogIn::create(const NewStation &planned)
{
    setState(State::Working);
    m_store.write(
        this, [planned, clock = m_clock](Repositories &repositories) { return createIn(repositories, planned, clock); },
        [this, practice = planned.practice](const Result<RecoveryKey> &key) {
            if (!key)
                Q_EMIT failed(key.error());
            else if (!practice)
                Q_EMIT recoveryKeyMade(*key);
            look();
        });
}

KdfCost LogIn::costFor(const Station &station)
{
    return station.practice ? KdfCost::Low : KdfCost::Moderate;
}

// Runs in the database thread.
Result<RecoveryKey> LogIn::createIn(Repositories &repositories, const NewStation &planned, const Clock &clock)
{
    const auto known = repositories.station.station();
    if (!known)
        return known.error();
    if (*known)
        return Error{Error::Code::StationExists, {}};
    const StationPlan &plan = planned.plan;
    const Station station{.id = makeUuidV7(clock),
                          .unitCode = plan.unitCode,
                          .name = plan.name,
                          .issuer = plan.issuer,
                          .practice = planned.practice,
                          .remoteArea = plan.remoteArea};
    repositories.keys = KeyRing::create();
    auto created = fill(repositories, station, plan, planned.people, clock);
    repositories.keys.close();
    return created;
}

// Writes the rows of a new station with its keys, which are open.
Result<RecoveryKey> LogIn::fill(Repositories &repositories, const Station &station, const StationPlan &plan,
                                const QList<PracticeLogin> &people, const Clock &clock)
{
    const auto [slot, recovery] = repositories.keys.recoverySlot(station.id);
    const Device device{.id = makeUuidV7(clock), .name = u"1"_s};
    if (const auto result = repositories.station.create(station, slot, device, clock()); !result)
        return result.error();
    for (const PracticeLogin &who : people) {
        const Person person{.id = makeUuidV7(clock), .login = who.login, .name = who.name, .role = who.role};
        const auto own = repositories.keys.slotFor(person.id, SecretBytes::ofText(who.passphrase), costFor(station));
        if (!own)
            return own.error();
        if (const auto result = repositories.station.addPerson(person, *own); !result)
            return result.error();
    }
    const auto added = repositories.station.addReceiptBook({.id = makeUuidV7(clock),
                                                            .prefix = plan.receiptPrefix,
                                                            .first = plan.firstReceipt,
                                                            .last = plan.lastReceipt,
                                                            .next = plan.firstReceipt});
    return added ? Result<RecoveryKey>(recovery) : Result<RecoveryKey>(added.error());
}

bool LogIn::isBlocked()
{
    if (m_blockedUntil.isValid() && m_clock() < m_blockedUntil) {
        Q_EMIT failed({Error::Code::LoginBlocked, {}});
        return true;
    }
    return false;
}

void LogIn::logIn(const QString &login, const QString &passphrase)
{
    if (m_state == State::Working || isBlocked())
        return;
    const bool wasLocked = m_state == State::Locked;
    setState(State::Working);
    m_store.read(
        this,
        [login, passphrase, expected = wasLocked ? m_person.id : QUuid(), clock = m_clock](Repositories &repositories) {
            auto opened = openIn(repositories, login, passphrase, expected, clock);
            if (!opened && expected.isNull())
                repositories.keys.close(); // opened, and yet nobody is in
            return opened;
        },
        [this, wasLocked](const Result<Opened> &opened) {
            if (opened) {
                m_wrong = 0;
                m_person = opened->person;
                m_station = opened->station;
                m_device = opened->device;
                setState(State::LoggedIn);
            } else {
                countWrong(opened.error());
                setState(wasLocked ? State::Locked : State::LoggedOut);
                Q_EMIT failed(opened.error());
            }
        });
}

// A busy database is nobody's wrong passphrase.
void LogIn::countWrong(const Error &error)
{
    const bool wrong = error.code == Error::Code::LoginWrong || error.code == Error::Code::RecoveryKeyWrong;
    if (wrong && ++m_wrong % triesBeforeBlock == 0)
        m_blockedUntil = m_clock().addSecs(blockSeconds);
}

// Runs in the database thread.
Result<LogIn::Opened> LogIn::openIn(Repositories &repositories, const QString &login, const QString &passphrase,
                                    const QUuid &expected, const Clock &clock)
{
    const auto found = repositories.station.slotOf(login.trimmed());
    if (!found)
        return found.error();
    const auto &[person, slot] = *found;
    if (!expected.isNull() && person.id != expected)
        return Error{Error::Code::LoginWrong, {}};
    if (const auto opened = repositories.keys.open(slot, SecretBytes::ofText(passphrase)); !opened)
        return opened.error();
    if (const auto intact = repositories.station.verify(); !intact)
        return intact.error();
    const auto station = repositories.station.station();
    if (!station)
        return station.error();
    const auto device = repositories.station.device();
    if (!device)
        return device.error();
    const Stamp stamp{.at = clock(), .person = person.login, .device = device->id};
    const QString action = expected.isNull() ? u"log-in"_s : u"unlock"_s;
    const auto recorded = repositories.database.write(
        [&, login = person.login] { return repositories.journal.audit(action, login, {}, stamp); });
    if (!recorded)
        return recorded.error();
    return Opened{person, **station, *device};
}

void LogIn::recover(const RecoveryKey &key, const QString &login, const QString &passphrase)
{
    if (m_state != State::LoggedOut || isBlocked())
        return;
    if (const auto fine = checkPassphrase(passphrase, login); !fine) {
        Q_EMIT failed(fine.error());
        return;
    }
    setState(State::Working);
    m_store.write(
        this,
        [key, login, passphrase, clock = m_clock](Repositories &repositories) {
            auto done = recoverIn(repositories, key, login.trimmed(), passphrase, clock);
            repositories.keys.close();
            return done;
        },
        [this](const Result<void> &done) {
            setState(State::LoggedOut);
            if (done) {
                m_wrong = 0;
                Q_EMIT recovered();
            } else {
                countWrong(done.error());
                Q_EMIT failed(done.error());
            }
        });
}

// Runs in the database thread.
Result<void> LogIn::recoverIn(Repositories &repositories, const RecoveryKey &key, const QString &login,
                              const QString &passphrase, const Clock &clock)
{
    const auto slot = repositories.station.recoverySlot();
    if (!slot)
        return slot.error();
    if (auto opened = repositories.keys.recover(*slot, key); !opened)
        return opened;
    const auto station = repositories.station.station();
    const auto people = repositories.station.people();
    const auto device = repositories.station.device();
    if (!station || !*station || !people || !device)
        return Error{Error::Code::StationMissing, {}};
    for (Person person : *people) {
        if (person.login != login || person.role != Role::Supervisor)
            continue;
        const auto own = repositories.keys.slotFor(person.id, SecretBytes::ofText(passphrase), costFor(**station));
        if (!own)
            return own.error();
        person.active = true;
        if (auto result = repositories.station.changePerson(person); !result)
            return result;
        if (auto result = repositories.station.setSlot(*own); !result)
            return result;
        const Stamp stamp{.at = clock(), .person = login, .device = device->id};
        return repositories.journal.audit(u"recover"_s, login, {}, stamp);
    }
    return Error{Error::Code::LoginWrong, {}};
}

void LogIn::confirm(const QString &login, const QString &passphrase)
{
    if (login.trimmed() == m_person.login) {
        Q_EMIT failed({Error::Code::SamePerson, {}});
        return;
    }
    if (isBlocked())
        return;
    m_store.read(
        this,
        [login, passphrase](Repositories &repositories) -> Result<Person> {
            const auto found = repositories.station.slotOf(login.trimmed());
            if (!found)
                return found.error();
            KeyRing other;
            if (const auto opened = other.open(found->second, SecretBytes::ofText(passphrase)); !opened)
                return opened.error();
            return found->first;
        },
        [this](const Result<Person> &person) {
            if (person) {
                Q_EMIT confirmed(*person);
                return;
            }
            countWrong(person.error());
            Q_EMIT failed(person.error());
        });
}

void LogIn::lock()
{
    if (m_state == State::LoggedIn)
        setState(State::Locked);
}

void LogIn::logOut()
{
    m_store.read(
        this,
        [](Repositories &repositories) -> Result<bool> {
            repositories.keys.close();
            return true;
        },
        [](const Result<bool> &) {});
    m_person = {};
    setState(State::LoggedOut);
}

} // namespace idcounter

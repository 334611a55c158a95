#include "app/workflow/login.h"

#include "app/domain/acceptancenumber.h"
#include "app/domain/uuidv7.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int triesBeforeBlock = 5;
constexpr int blockSeconds = 30;

SecretBytes secretOf(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    SecretBytes secret
        = SecretBytes::copyOf({reinterpret_cast<const unsigned char *>(bytes.constData()), std::size_t(bytes.size())});
    bytes.fill('\0');
    return secret;
}

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
    if (const auto number = AcceptanceNumber::make(plan.unitCode, {2026, 1, 1}, 1); !number)
        return number.error();
    else if (number->isPractice())
        return Error{Error::Code::AcceptanceNumberInvalid, u"999"_s};
    if (plan.name.trimmed().isEmpty() || plan.login.trimmed().isEmpty() || plan.personName.trimmed().isEmpty())
        return Error{Error::Code::NameMissing, {}};
    if (plan.issuer.trimmed().isEmpty())
        return Error{Error::Code::IssuerMissing, {}};
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

// Runs in the database thread.
Result<RecoveryKey> LogIn::createIn(Repositories &repositories, const NewStation &planned, const Clock &clock)
{
    const StationPlan &plan = planned.plan;
    const Station station{.id = makeUuidV7(clock),
                          .unitCode = plan.unitCode,
                          .name = plan.name,
                          .issuer = plan.issuer,
                          .practice = planned.practice,
                          .remoteArea = plan.remoteArea};
    repositories.keys = KeyRing::create();
    RecoveryKey recovery;
    const KeySlot slot = repositories.keys.recoverySlot(station.id, recovery);
    const Device device{.id = makeUuidV7(clock), .name = u"1"_s};
    if (const auto result = repositories.station.create(station, slot, device, clock()); !result)
        return result.error();
    const KdfCost cost = planned.practice ? KdfCost::Low : KdfCost::Moderate;
    for (const PracticeLogin &who : planned.people) {
        const Person person{.id = makeUuidV7(clock), .login = who.login, .name = who.name, .role = who.role};
        const KeySlot own = repositories.keys.slotFor(person.id, secretOf(who.passphrase), cost);
        if (const auto result = repositories.station.addPerson(person, own); !result)
            return result.error();
    }
    if (plan.lastReceipt >= plan.firstReceipt) {
        if (const auto result = repositories.station.addReceiptBook({.id = makeUuidV7(clock),
                                                                     .prefix = plan.receiptPrefix,
                                                                     .first = plan.firstReceipt,
                                                                     .last = plan.lastReceipt,
                                                                     .next = plan.firstReceipt});
            !result)
            return result.error();
    }
    return recovery;
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
        [login, passphrase, clock = m_clock](Repositories &repositories) {
            return openIn(repositories, login, passphrase, clock);
        },
        [this, wasLocked](const Result<Opened> &opened) {
            if (opened && wasLocked && opened->person.id != m_person.id) {
                setState(State::Locked);
                Q_EMIT failed({Error::Code::LoginWrong, {}});
            } else if (opened) {
                m_wrong = 0;
                m_person = opened->person;
                m_station = opened->station;
                m_device = opened->device;
                setState(State::LoggedIn);
            } else {
                if (++m_wrong % triesBeforeBlock == 0)
                    m_blockedUntil = m_clock().addSecs(blockSeconds);
                setState(wasLocked ? State::Locked : State::LoggedOut);
                Q_EMIT failed(opened.error());
            }
        });
}

// Runs in the database thread.
Result<LogIn::Opened> LogIn::openIn(Repositories &repositories, const QString &login, const QString &passphrase,
                                    const Clock &clock)
{
    const auto found = repositories.station.slotOf(login.trimmed());
    if (!found)
        return found.error();
    if (const auto opened = repositories.keys.open(found->second, secretOf(passphrase)); !opened)
        return opened.error();
    if (const auto intact = repositories.station.verify(); !intact)
        return intact.error();
    const auto station = repositories.station.station();
    if (!station)
        return station.error();
    const auto device = repositories.station.device();
    if (!device)
        return device.error();
    const Stamp stamp{.at = clock(), .person = found->first.login, .device = device->id};
    const auto recorded = repositories.database.write(
        [&] { return repositories.journal.audit(u"log-in"_s, found->first.login, {}, stamp); });
    if (!recorded)
        return recorded.error();
    return Opened{found->first, **station, *device};
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
            if (const auto opened = other.open(found->second, secretOf(passphrase)); !opened)
                return opened.error();
            return found->first;
        },
        [this](const Result<Person> &person) {
            if (person) {
                Q_EMIT confirmed(*person);
                return;
            }
            if (++m_wrong % triesBeforeBlock == 0)
                m_blockedUntil = m_clock().addSecs(blockSeconds);
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

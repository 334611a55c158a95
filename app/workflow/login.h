#pragma once

#include "app/domain/clock.h"
#include "app/security/person.h"
#include "app/storage/store.h"

#include <QObject>

namespace idcounter {

// What is asked when a station is set up.
struct StationPlan
{
    QString name;
    QString unitCode; // nine digits: division and station
    QString issuer;
    bool remoteArea = false;
    QString login; // of the first supervisor
    QString personName;
    QString passphrase;
    QString receiptPrefix;
    qint64 firstReceipt = 1;
    qint64 lastReceipt = 0;
};

// A log-in of the practice station, to be shown where one logs in.
struct PracticeLogin
{
    QString login;
    QString name;
    QString passphrase;
    Role role;
};

// Who is at the counter: sets up the station, opens its keys by log-in, locks and unlocks. Nothing of a case is touched by
// a lock. Passphrases are tried in the database thread.
class LogIn : public QObject
{
    Q_OBJECT

public:
    enum class State { Looking, NoStation, LoggedOut, Working, LoggedIn, Locked, Failed };
    Q_ENUM(State)

    LogIn(Store &store, Clock clock, QObject *parent = nullptr);

    State state() const { return m_state; }
    const Station &station() const { return m_station; }
    const Device &device() const { return m_device; }
    const Person &person() const { return m_person; }
    const Error &error() const { return m_error; } // of state Failed

    static QList<PracticeLogin> practiceLogins();
    // The station code must be three digits, the division known by its form. Errors by failed().
    static Result<void> check(const StationPlan &plan);

    void look(); // whether there is a station
    void setUpPractice();
    void setUp(const StationPlan &plan); // answers with recoveryKeyMade()
    void logIn(const QString &login, const QString &passphrase);
    void logOut();
    void lock();

    // Whether passphrase is that of another person, who confirms an exception; answers with confirmed().
    void confirm(const QString &login, const QString &passphrase);

Q_SIGNALS:
    void stateChanged(idcounter::LogIn::State state);
    void failed(const idcounter::Error &error);
    void recoveryKeyMade(const idcounter::RecoveryKey &key);
    void confirmed(const idcounter::Person &person);

private:
    struct Opened
    {
        Person person;
        Station station;
        Device device;
    };
    struct NewStation
    {
        StationPlan plan;
        QList<PracticeLogin> people;
        bool practice = false;
    };
    static Result<Opened> openIn(Repositories &repositories, const QString &login, const QString &passphrase,
                                 const Clock &clock);
    static Result<RecoveryKey> createIn(Repositories &repositories, const NewStation &planned, const Clock &clock);
    void create(const NewStation &planned);
    bool isBlocked();
    void setState(State state);

    Store &m_store;
    const Clock m_clock;
    State m_state = State::Looking;
    Station m_station;
    Device m_device;
    Person m_person;
    Error m_error{};
    int m_wrong = 0; // passphrases in a row
    QDateTime m_blockedUntil;
};

} // namespace idcounter

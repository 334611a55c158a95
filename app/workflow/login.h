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
    // Errors: AcceptanceNumberInvalid, when the unit code is none or a practice station's; NameMissing, IssuerMissing,
    // PassphraseWeak, ReceiptRangeInvalid.
    static Result<void> check(const StationPlan &plan);

    void look(); // whether there is a station
    void setUpPractice();
    void setUp(const StationPlan &plan); // answers with recoveryKeyMade()
    void logIn(const QString &login, const QString &passphrase); // unlocks only for who locked
    // Opens the station with the two parts of its recovery key, and gives a supervisor another passphrase; answers with
    // recovered(), and nobody is logged in.
    void recover(const RecoveryKey &key, const QString &login, const QString &passphrase);
    void logOut();
    void lock();

    // How much work a passphrase of the station costs.
    static KdfCost costFor(const Station &station);

    // Whether passphrase is that of another person, who confirms an exception; answers with confirmed().
    void confirm(const QString &login, const QString &passphrase);

Q_SIGNALS:
    void stateChanged(idcounter::LogIn::State state);
    void failed(const idcounter::Error &error);
    void recovered();
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
    // expected: who locked the counter; null for a log-in.
    static Result<Opened> openIn(Repositories &repositories, const QString &login, const QString &passphrase,
                                 const QUuid &expected, const Clock &clock);
    static Result<void> recoverIn(Repositories &repositories, const RecoveryKey &key, const QString &login,
                                  const QString &passphrase, const Clock &clock);
    void countWrong(const Error &error);
    static Result<RecoveryKey> createIn(Repositories &repositories, const NewStation &planned, const Clock &clock);
    static Result<RecoveryKey> fill(Repositories &repositories, const Station &station, const StationPlan &plan,
                                    const QList<PracticeLogin> &people, const Clock &clock);
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

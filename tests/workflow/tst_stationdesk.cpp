#include "app/workflow/seat.h"
#include "app/workflow/stationdesk.h"
#include "tests/support/practicecounter.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestStationDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isForSupervisors();
    void aNewPersonLogsIn();
    void refusesAPerson_data();
    void refusesAPerson();
    void whoIsDismissedStaysOut();
    void keepsOneSupervisor();
    void refusesABook_data();
    void refusesABook();
    void settingsReachTheCase();
    void whoIsAloneLeavesExceptionsToTheReviewer();
    void everyProgramHasItsSeat();
};

// The practice station with somebody logged in.
static bool logIn(PracticeCounter &station, const QString &login, const QString &passphrase)
{
    station.login.logIn(login, passphrase);
    return QTest::qWaitFor([&] { return station.login.state() == LogIn::State::LoggedIn; })
        && station.login.person().login == login;
}

static bool enterAsSupervisor(PracticeCounter &station)
{
    const PracticeLogin supervisor = LogIn::practiceLogins().last();
    if (!station.open())
        return false;
    station.login.logOut();
    return logIn(station, supervisor.login, supervisor.passphrase);
}

void TestStationDesk::isForSupervisors()
{
    PracticeCounter station;
    QVERIFY(station.open()); // the clerk
    StationDesk desk(station.counter());
    QSignalSpy failed(&desk, &StationDesk::failed);
    desk.addPerson(u"赵六"_s, u"zhao"_s, Role::Supervisor, u"long-enough"_s);
    desk.addBook(u"B"_s, 1, 10);
    desk.set({.fingerTries = 1});
    QCOMPARE(failed.count(), 3);
    for (const QList<QVariant> &signal : failed)
        QCOMPARE(signal.first().value<Error>().code, Error::Code::RoleNotAllowed);
}

void TestStationDesk::aNewPersonLogsIn()
{
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    StationDesk desk(station.counter());
    QSignalSpy changed(&desk, &StationDesk::changed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(desk.people().size(), 2);
    desk.addPerson(u" 赵六 "_s, u"zhao"_s, Role::Reviewer, u"long-enough"_s);
    QTRY_COMPARE(changed.count(), 2);
    QCOMPARE(desk.people().size(), 3);

    station.login.logOut();
    QVERIFY(logIn(station, u"zhao"_s, u"long-enough"_s));
    QCOMPARE(station.login.person().name, u"赵六"_s);
    QCOMPARE(station.login.person().role, Role::Reviewer);
}

void TestStationDesk::refusesAPerson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("no name") << u" "_s << u"zhao"_s << u"long-enough"_s << Error::Code::NameMissing;
    QTest::newRow("no log-in") << u"赵六"_s << u""_s << u"long-enough"_s << Error::Code::NameMissing;
    QTest::newRow("weak") << u"赵六"_s << u"zhao"_s << u"short"_s << Error::Code::PassphraseWeak;
    QTest::newRow("taken") << u"赵六"_s << u"wang"_s << u"long-enough"_s << Error::Code::LoginTaken;
}

void TestStationDesk::refusesAPerson()
{
    QFETCH(QString, name);
    QFETCH(QString, login);
    QFETCH(QString, passphrase);
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    StationDesk desk(station.counter());
    QSignalSpy changed(&desk, &StationDesk::changed);
    QSignalSpy failed(&desk, &StationDesk::failed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    desk.addPerson(name, login, Role::Clerk, passphrase);
    QTRY_COMPARE(failed.count(), 1);
    QTEST(failed.first().first().value<Error>().code, "code");
}

void TestStationDesk::whoIsDismissedStaysOut()
{
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    StationDesk desk(station.counter());
    QSignalSpy changed(&desk, &StationDesk::changed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    const PracticeLogin clerk = LogIn::practiceLogins().first();
    const Person person = desk.people().last(); // wang, by log-in
    QCOMPARE(person.login, clerk.login);
    desk.dismiss(person.id);
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!desk.people().last().active);

    QSignalSpy refused(&station.login, &LogIn::failed);
    station.login.logOut();
    station.login.logIn(clerk.login, clerk.passphrase);
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<Error>().code, Error::Code::LoginWrong);

    const PracticeLogin supervisor = LogIn::practiceLogins().last();
    QVERIFY(logIn(station, supervisor.login, supervisor.passphrase));
    desk.admit(person.id, u"another-one"_s);
    QTRY_COMPARE(changed.count(), 3);
    station.login.logOut();
    QVERIFY(logIn(station, clerk.login, u"another-one"_s));
}

void TestStationDesk::keepsOneSupervisor()
{
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    StationDesk desk(station.counter());
    QSignalSpy changed(&desk, &StationDesk::changed);
    QSignalSpy failed(&desk, &StationDesk::failed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    desk.dismiss(desk.people().first().id); // li
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::LastSupervisor);
}

void TestStationDesk::refusesABook_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<bool>("fine");
    QTest::newRow("other letters") << u"B"_s << 1 << 100 << true;
    QTest::newRow("from nought") << u"B"_s << 0 << 100 << false;
    QTest::newRow("backwards") << u"B"_s << 100 << 99 << false;
    QTest::newRow("numbers of another book") << u"LX"_s << 500 << 600 << false;
}

void TestStationDesk::refusesABook()
{
    QFETCH(QString, prefix);
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(bool, fine);
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    StationDesk desk(station.counter());
    QSignalSpy changed(&desk, &StationDesk::changed);
    QSignalSpy failed(&desk, &StationDesk::failed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    desk.addBook(prefix, first, last);
    QTRY_COMPARE(changed.count() + failed.count(), 2);
    QCOMPARE(failed.count(), fine ? 0 : 1);
    QCOMPARE(desk.books().size(), fine ? 2 : 1);
}

// Off-site applications that the station does not accept stand in the case's way at once.
void TestStationDesk::settingsReachTheCase()
{
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    Draft draft = station.renewal();
    draft.business.offSite = true;
    draft.business.offSiteReason = u"务工"_s;
    for (const bool allowed : {true, false}) {
        StationDesk desk(station.counter());
        QSignalSpy changed(&desk, &StationDesk::changed);
        desk.refresh();
        QTRY_COMPARE(changed.count(), 1);
        if (!allowed) {
            desk.set({.offSiteAllowed = false});
            QTRY_COMPARE(changed.count(), 2);
        }
        WalkIn walkIn(station.counter(), draft, station.household);
        QSignalSpy known(&walkIn, &WalkIn::knowledgeChanged);
        QTRY_VERIFY(known.count() > 0);
        QTRY_COMPARE(walkIn.stateOf(StepId::Booklet).isDone(), allowed);
    }
}

// And another setting does not change that behind the supervisor's back.
void TestStationDesk::whoIsAloneLeavesExceptionsToTheReviewer()
{
    PracticeCounter station;
    QVERIFY(enterAsSupervisor(station));
    StationDesk desk(station.counter());
    QSignalSpy changed(&desk, &StationDesk::changed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(desk.settings().secondOfficerAtCounter);
    desk.dismiss(desk.people().last().id); // the clerk
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(!desk.settings().secondOfficerAtCounter);
    StationSettings settings = desk.settings();
    settings.fingerTries = 3;
    desk.set(settings);
    QTRY_COMPARE(changed.count(), 3);
    QCOMPARE(desk.settings(), settings);
}

void TestStationDesk::everyProgramHasItsSeat()
{
    const QTemporaryDir folder;
    {
        const Seat first(folder.path());
        const Seat second(folder.path());
        QCOMPARE(first.name(), u"1"_s);
        QCOMPARE(second.name(), u"2"_s);
        QVERIFY(!first.wasLeftBehind());
    }
    // A lock of a program that runs no more: what a power cut leaves.
    QFile left(folder.filePath(u"counter-1.lock"_s));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.write("999999999\nidcounter\n" + QSysInfo::machineHostName().toUtf8() + "\n");
    left.close();
    const Seat again(folder.path());
    QCOMPARE(again.name(), u"1"_s);
    QVERIFY(again.wasLeftBehind());
}

QTEST_GUILESS_MAIN(TestStationDesk)
#include "tst_stationdesk.moc"

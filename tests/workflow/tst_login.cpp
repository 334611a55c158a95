#include "tests/support/practicecounter.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

static StationPlan plan()
{
    return {.name = u"天山区派出所"_s,
            .unitCode = u"650102001"_s,
            .issuer = u"乌鲁木齐市公安局天山区分局"_s,
            .remoteArea = true,
            .login = u"li"_s,
            .personName = u"李所长"_s,
            .passphrase = u"long-enough"_s,
            .receiptPrefix = u"A"_s,
            .firstReceipt = 1,
            .lastReceipt = 100};
}

class TestLogIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesABadPlan_data();
    void refusesABadPlan();
    void setsUpAStation();
    void blocksAfterWrongPassphrases();
    void unlocksForTheSamePersonOnly();
    void practiceStationIsOne();
    void recoversWithTheKey();
};

void TestLogIn::refusesABadPlan_data()
{
    QTest::addColumn<StationPlan>("plan");
    QTest::addColumn<Error::Code>("code");
    const auto row = [](const char *name, Error::Code code, auto change) {
        StationPlan bad = plan();
        change(bad);
        QTest::newRow(name) << bad << code;
    };
    row("code", Error::Code::AcceptanceNumberInvalid, [](StationPlan &p) { p.unitCode = u"65010200"_s; });
    row("practice code", Error::Code::AcceptanceNumberInvalid, [](StationPlan &p) { p.unitCode = u"650102999"_s; });
    row("name", Error::Code::NameMissing, [](StationPlan &p) { p.name = u" "_s; });
    row("issuer", Error::Code::IssuerMissing, [](StationPlan &p) { p.issuer.clear(); });
    row("receipts", Error::Code::ReceiptRangeInvalid, [](StationPlan &p) { p.lastReceipt = 0; });
    row("short passphrase", Error::Code::PassphraseWeak, [](StationPlan &p) { p.passphrase = u"short"_s; });
    row("passphrase is the log-in", Error::Code::PassphraseWeak, [](StationPlan &p) {
        p.login = u"supervisor"_s;
        p.passphrase = u"Supervisor"_s;
    });
}

void TestLogIn::refusesABadPlan()
{
    QFETCH(StationPlan, plan);
    const auto fine = LogIn::check(plan);
    QVERIFY(!fine);
    QTEST(fine.error().code, "code");
}

void TestLogIn::setsUpAStation()
{
    PracticeCounter station;
    QSignalSpy recovery(&station.login, &LogIn::recoveryKeyMade);
    station.login.look();
    QTRY_COMPARE(station.login.state(), LogIn::State::NoStation);
    station.login.setUp(plan());
    QTRY_COMPARE_WITH_TIMEOUT(station.login.state(), LogIn::State::LoggedOut, 30000);
    QCOMPARE(recovery.count(), 1);
    QCOMPARE(station.login.station().name, plan().name);
    QVERIFY(!station.login.station().practice);
    QVERIFY(station.login.station().remoteArea);
    station.login.logIn(u"li"_s, u"long-enough"_s);
    QTRY_COMPARE_WITH_TIMEOUT(station.login.state(), LogIn::State::LoggedIn, 30000);
    QCOMPARE(station.login.person().role, Role::Supervisor);
}

void TestLogIn::blocksAfterWrongPassphrases()
{
    PracticeCounter station;
    QVERIFY(station.open());
    station.login.logOut();
    QSignalSpy failed(&station.login, &LogIn::failed);
    for (int i = 1; i <= 5; ++i) {
        station.login.logIn(u"wang"_s, u"wrong"_s);
        QTRY_COMPARE(failed.count(), i);
        QCOMPARE(failed.last().first().value<Error>().code, Error::Code::LoginWrong);
        QTRY_COMPARE(station.login.state(), LogIn::State::LoggedOut);
    }
    const QString right = LogIn::practiceLogins().first().passphrase;
    station.login.logIn(u"wang"_s, right);
    QCOMPARE(failed.last().first().value<Error>().code, Error::Code::LoginBlocked);
    station.now = station.now.addSecs(31);
    station.login.logIn(u"wang"_s, right);
    QTRY_COMPARE(station.login.state(), LogIn::State::LoggedIn);
}

void TestLogIn::unlocksForTheSamePersonOnly()
{
    PracticeCounter station;
    QVERIFY(station.open());
    station.login.lock();
    QCOMPARE(station.login.state(), LogIn::State::Locked);
    QSignalSpy failed(&station.login, &LogIn::failed);
    const auto people = LogIn::practiceLogins();
    station.login.logIn(people.last().login, people.last().passphrase);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(station.login.state(), LogIn::State::Locked);
    station.login.logIn(people.first().login, people.first().passphrase);
    QTRY_COMPARE(station.login.state(), LogIn::State::LoggedIn);
}

void TestLogIn::practiceStationIsOne()
{
    PracticeCounter station;
    QVERIFY(station.open());
    QVERIFY(station.login.station().practice);
    QVERIFY(station.login.station().unitCode.endsWith(u"999"));
}

// The supervisor has forgotten the passphrase: both parts of the key together open the station, and no part alone.
void TestLogIn::recoversWithTheKey()
{
    PracticeCounter station;
    QSignalSpy made(&station.login, &LogIn::recoveryKeyMade);
    QSignalSpy recovered(&station.login, &LogIn::recovered);
    QSignalSpy failed(&station.login, &LogIn::failed);
    station.login.setUp(plan());
    QTRY_COMPARE_WITH_TIMEOUT(made.count(), 1, 30000);
    QTRY_COMPARE(station.login.state(), LogIn::State::LoggedOut);
    const auto key = made.first().first().value<RecoveryKey>();

    station.login.recover({key.first, key.first}, u"li"_s, u"the-new-one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 30000);
    QCOMPARE(failed.last().first().value<Error>().code, Error::Code::RecoveryKeyWrong);
    station.login.recover(key, u"nobody"_s, u"the-new-one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 30000);
    QCOMPARE(failed.last().first().value<Error>().code, Error::Code::LoginWrong);
    station.login.recover(key, u"li"_s, u"the-new-one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(recovered.count(), 1, 30000);
    QCOMPARE(station.login.state(), LogIn::State::LoggedOut); // nobody is in by that

    station.login.logIn(u"li"_s, plan().passphrase);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 3, 30000);
    station.login.logIn(u"li"_s, u"the-new-one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(station.login.state(), LogIn::State::LoggedIn, 30000);
}

QTEST_GUILESS_MAIN(TestLogIn)
#include "tst_login.moc"

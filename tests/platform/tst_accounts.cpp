#include "platform/service/accounts.h"
#include "tests/support/platformbench.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<PlatformBench>(); }

    void aCodeIsRightOnce();
    void aCodeIsOfTheBrowserThatAsked();
    void aNewCodeMakesTheOldOneVoid();
    void afterFiveTriesEvenTheRightCodeIsWrong();
    void aCodeEnds_data();
    void aCodeEnds();
    void codesAreLimited();
    void codesAreLimitedForAnAddress();
    void codesAreLimitedForAll();
    void noSecretStandsInTheDatabase();
    void aPhoneHasOneAccount();
    void aSessionEnds_data();
    void aSessionEnds();
    void aSessionInUseGoesOnUntilEightHours();
    void logInEndsTheOldSession();
    void anAccountIsTiedToOnePerson();
    void whatIsOverIsForgotten();
    void aCodeIsOfUseForItsPurposeOnly();
    void anotherTelephoneEndsAllSessions();
    void aTelephoneMakesWayOrNot_data();
    void aTelephoneMakesWayOrNot();

private:
    template<typename Work>
    auto in(Work work)
    {
        std::optional<std::invoke_result_t<Work, const Accounts &>> answer;
        const auto done = m_bench->platform->write([&](Resources &resources) -> Outcome<void> {
            answer = work(Accounts(*m_bench->platform, resources, m_limits));
            return {};
        });
        Q_ASSERT(done);
        return *answer;
    }
    CodeAsked ask(const QByteArray &browser, const QString &phone, const QString &address = u"192.0.2.1"_s)
    {
        return *in([&](const Accounts &accounts) { return accounts.askCode(browser, phone, address); });
    }
    CodeTried tryIt(const QByteArray &browser, const QString &code)
    {
        return *in([&](const Accounts &accounts) { return accounts.tryCode(browser, code); });
    }
    bool isLoggedIn(const QByteArray &browser)
    {
        return in([&](const Accounts &accounts) { return accounts.session(browser); })->has_value();
    }
    QByteArray loggedIn(const QString &phone = u"13800000001"_s)
    {
        const QByteArray token = Accounts::newToken();
        const auto done = in([&](const Accounts &accounts) {
            return accounts.logIn(token, {}, accounts.accountOf(phone, u"en"_s)->id);
        });
        return done ? token : QByteArray();
    }
    QString everything() const; // of the database, as text
    qint64 rows(const QString &table) const;

    std::unique_ptr<PlatformBench> m_bench;
    CodeLimits m_limits;
};

static QString wrongFor(const QString &code)
{
    return code == "000000"_L1 ? u"000001"_s : u"000000"_s;
}

QString TestAccounts::everything() const
{
    const auto text = m_bench->database->read([](const QSqlDatabase &connection) -> Result<QString> {
        QString all;
        for (const QString &table : connection.tables()) {
            Statement select(connection, u"SELECT * FROM "_s + table);
            if (const auto read = select.run(); !read)
                return read.error();
            while (select.next()) {
                for (int column = 0; column < 6; ++column)
                    all += select.text(column) + u'|';
            }
        }
        return all;
    });
    return *text;
}

qint64 TestAccounts::rows(const QString &table) const
{
    const auto count = m_bench->database->read([&](const QSqlDatabase &connection) -> Result<qint64> {
        Statement select(connection, u"SELECT COUNT(*) FROM "_s + table);
        if (const auto read = select.run(); !read)
            return read.error();
        select.next();
        return select.number(0);
    });
    return *count;
}

void TestAccounts::aCodeIsRightOnce()
{
    const QByteArray browser = Accounts::newToken();
    const QString code = ask(browser, u"13800000001"_s).code;
    static const QRegularExpression sixDigits(u"^\\d{6}$"_s);
    QVERIFY(sixDigits.match(code).hasMatch());
    QCOMPARE(tryIt(browser, wrongFor(code)).answer, CodeTried::Answer::Wrong);
    const CodeTried right = tryIt(browser, code);
    QCOMPARE(right.answer, CodeTried::Answer::Right);
    QCOMPARE(right.phone, u"13800000001"_s);
    QCOMPARE(tryIt(browser, code).answer, CodeTried::Answer::Over);
}

void TestAccounts::aCodeIsOfTheBrowserThatAsked()
{
    const QByteArray browser = Accounts::newToken();
    const QString code = ask(browser, u"13800000001"_s).code;
    QCOMPARE(tryIt(Accounts::newToken(), code).answer, CodeTried::Answer::Over);
    QCOMPARE(tryIt(browser, code).answer, CodeTried::Answer::Right);
}

void TestAccounts::aNewCodeMakesTheOldOneVoid()
{
    const QByteArray browser = Accounts::newToken();
    const QString first = ask(browser, u"13800000001"_s).code;
    QString second = ask(browser, u"13800000001"_s).code;
    if (second == first)
        second = ask(browser, u"13800000001"_s).code;
    QCOMPARE(tryIt(browser, first).answer, CodeTried::Answer::Wrong);
    QCOMPARE(tryIt(browser, second).answer, CodeTried::Answer::Right);
}

void TestAccounts::afterFiveTriesEvenTheRightCodeIsWrong()
{
    const QByteArray browser = Accounts::newToken();
    QString code = ask(browser, u"13800000001"_s).code;
    for (int left = 4; left >= 1; --left)
        QCOMPARE(tryIt(browser, wrongFor(code)).triesLeft, left);
    // The control: the fifth try is still one.
    QCOMPARE(tryIt(browser, code).answer, CodeTried::Answer::Right);

    code = ask(browser, u"13800000001"_s).code;
    for (int tries = 0; tries < 5; ++tries)
        tryIt(browser, wrongFor(code));
    QCOMPARE(tryIt(browser, code).answer, CodeTried::Answer::Over);
}

void TestAccounts::aCodeEnds_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<CodeTried::Answer>("answer");

    QTest::newRow("just in time") << qint64(299) << CodeTried::Answer::Right;
    QTest::newRow("after five minutes") << qint64(300) << CodeTried::Answer::Over;
    QTest::newRow("clock an hour on") << qint64(3600) << CodeTried::Answer::Over;
    QTest::newRow("clock an hour back") << qint64(-3600) << CodeTried::Answer::Over;
    QTest::newRow("clock a few seconds back") << qint64(-5) << CodeTried::Answer::Right;
}

void TestAccounts::aCodeEnds()
{
    QFETCH(qint64, seconds);
    const QByteArray browser = Accounts::newToken();
    const QString code = ask(browser, u"13800000001"_s).code;
    m_bench->now = m_bench->now.addSecs(seconds);
    QTEST(tryIt(browser, code).answer, "answer");
}

void TestAccounts::codesAreLimited()
{
    const QString phone = u"13800000001"_s;
    for (int sent = 0; sent < 3; ++sent)
        QVERIFY(!ask(Accounts::newToken(), phone).code.isEmpty());
    const CodeAsked fourth = ask(Accounts::newToken(), phone);
    QVERIFY(fourth.code.isEmpty());
    QCOMPARE(fourth.retryAfter, qint64(600));
    QVERIFY(!ask(Accounts::newToken(), u"13800000002"_s).code.isEmpty());

    // Later again three, and ten in a day.
    for (int sent = 3; sent < 10; ++sent) {
        m_bench->now = m_bench->now.addSecs(600);
        QVERIFY2(!ask(Accounts::newToken(), phone).code.isEmpty(), qPrintable(QString::number(sent)));
    }
    m_bench->now = m_bench->now.addSecs(600);
    const CodeAsked eleventh = ask(Accounts::newToken(), phone);
    QVERIFY(eleventh.code.isEmpty());
    QCOMPARE(eleventh.retryAfter, qint64(24 * 3600 - 8 * 600));
    m_bench->now = m_bench->now.addSecs(eleventh.retryAfter);
    QVERIFY(!ask(Accounts::newToken(), phone).code.isEmpty());
}

void TestAccounts::codesAreLimitedForAnAddress()
{
    for (int sent = 0; sent < 30; ++sent)
        QVERIFY(!ask(Accounts::newToken(), u"138000001%1"_s.arg(sent, 2, 10, QLatin1Char('0'))).code.isEmpty());
    QVERIFY(ask(Accounts::newToken(), u"13900000000"_s).code.isEmpty());
    QVERIFY(!ask(Accounts::newToken(), u"13900000000"_s, u"192.0.2.2"_s).code.isEmpty());
}

void TestAccounts::codesAreLimitedForAll()
{
    m_limits.perDay = 5;
    for (int sent = 0; sent < 5; ++sent)
        QVERIFY(!ask(Accounts::newToken(), u"1380000010%1"_s.arg(sent), u"192.0.2.%1"_s.arg(sent)).code.isEmpty());
    QVERIFY(ask(Accounts::newToken(), u"13900000000"_s, u"198.51.100.1"_s).code.isEmpty());
    m_limits = {};
}

void TestAccounts::noSecretStandsInTheDatabase()
{
    const QByteArray browser = loggedIn();
    const QByteArray other = Accounts::newToken();
    const QString code = ask(other, u"13800000002"_s, u"192.0.2.77"_s).code;
    const QString all = everything();
    QVERIFY(all.contains(u"13800000001"_s)); // the control: telephones do
    QVERIFY(!all.contains(QString::fromLatin1(browser)));
    QVERIFY(!all.contains(QString::fromLatin1(other)));
    QVERIFY(!all.contains(code));
    QVERIFY(!all.contains(u"192.0.2.77"_s));
}

void TestAccounts::aPhoneHasOneAccount()
{
    const auto account = [&](const QString &phone) {
        return in([&](const Accounts &accounts) { return accounts.accountOf(phone, u"en"_s); })->id;
    };
    QCOMPARE(account(u"13800000001"_s), account(u"13800000001"_s));
    QVERIFY(account(u"13800000001"_s) != account(u"13800000002"_s));
}

void TestAccounts::aSessionEnds_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("goesOn");

    QTest::newRow("after 29 minutes") << qint64(29 * 60) << true;
    QTest::newRow("idle for half an hour") << qint64(30 * 60) << false;
    QTest::newRow("clock an hour on") << qint64(3600) << false;
    QTest::newRow("clock an hour back") << qint64(-3600) << false;
    QTest::newRow("clock a few seconds back") << qint64(-5) << true;
}

void TestAccounts::aSessionEnds()
{
    QFETCH(qint64, seconds);
    const QByteArray browser = loggedIn();
    QVERIFY(isLoggedIn(browser));
    m_bench->now = m_bench->now.addSecs(seconds);
    QTEST(isLoggedIn(browser), "goesOn");
}

void TestAccounts::aSessionInUseGoesOnUntilEightHours()
{
    const QByteArray browser = loggedIn();
    const QDateTime begin = m_bench->now;
    while (begin.secsTo(m_bench->now) < 8 * 3600 - 1500) {
        m_bench->now = m_bench->now.addSecs(1500);
        QVERIFY(isLoggedIn(browser));
        QVERIFY(in([&](const Accounts &accounts) { return accounts.touch(browser); }));
    }
    m_bench->now = begin.addSecs(8 * 3600 - 1);
    QVERIFY(isLoggedIn(browser));
    m_bench->now = begin.addSecs(8 * 3600);
    QVERIFY(!isLoggedIn(browser));
}

void TestAccounts::logInEndsTheOldSession()
{
    const QByteArray old = loggedIn();
    const QByteArray token = Accounts::newToken();
    QCOMPARE(token.size(), 43);
    QVERIFY(in([&](const Accounts &accounts) {
        return accounts.logIn(token, old, accounts.accountOf(u"13800000001"_s, u"en"_s)->id);
    }));
    QVERIFY(!isLoggedIn(old));
    QVERIFY(isLoggedIn(token));
    QVERIFY(in([&](const Accounts &accounts) { return accounts.logOut(token); }));
    QVERIFY(!isLoggedIn(token));
}

void TestAccounts::anAccountIsTiedToOnePerson()
{
    const QByteArray browser = loggedIn();
    const auto account
        = [&] { return (*in([&](const Accounts &accounts) { return accounts.session(browser); }))->account; };
    const QString id = account().id;
    const auto tie = [&](int person) {
        return in([&](const Accounts &accounts) {
            return accounts.setRealName(id, PlatformBench::citizenNumber(person), u"PRACTICE"_s, u"practice-1"_s);
        });
    };
    QVERIFY(account().realName.isEmpty());
    QVERIFY(tie(0));
    QCOMPARE(account().realName[u"method"_s].toString(), u"PRACTICE"_s);
    QCOMPARE(account().personIndex, Bookings::personIndex(m_bench->keys, PlatformBench::citizenNumber(0)));
    QVERIFY(tie(0));
    QVERIFY(!tie(1));
    QVERIFY(!everything().contains(PlatformBench::citizenNumber(0)));
}

void TestAccounts::whatIsOverIsForgotten()
{
    ask(Accounts::newToken(), u"13800000001"_s);
    loggedIn();
    QCOMPARE(rows(u"session"_s) + rows(u"login_code"_s) + rows(u"sent"_s), qint64(3));
    m_bench->now = m_bench->now.addDays(2);
    ask(Accounts::newToken(), u"13800000002"_s);
    QCOMPARE(rows(u"session"_s), qint64(0));
    QCOMPARE(rows(u"login_code"_s), qint64(1));
    QCOMPARE(rows(u"sent"_s), qint64(1));
}

void TestAccounts::aCodeIsOfUseForItsPurposeOnly()
{
    const QByteArray browser = Accounts::newToken();
    const auto newPhone = [&] {
        return in([&](const Accounts &accounts) {
            return accounts.askCode(browser, u"13800000002"_s, u"192.0.2.1"_s, CodeFor::NewPhone);
        });
    };
    const QString forLogIn = ask(browser, u"13800000001"_s).code;
    QString forPhone = newPhone()->code;
    if (forPhone == forLogIn)
        forPhone = newPhone()->code;
    const auto tryPhone = [&](const QString &code) {
        return in([&](const Accounts &accounts) { return accounts.tryCode(browser, code, CodeFor::NewPhone); });
    };
    QCOMPARE(tryIt(browser, forPhone).answer, CodeTried::Answer::Wrong);
    QCOMPARE(tryPhone(forLogIn)->answer, CodeTried::Answer::Wrong);
    QCOMPARE(tryIt(browser, forLogIn).phone, u"13800000001"_s);
    QCOMPARE(tryPhone(forPhone)->phone, u"13800000002"_s);
}

void TestAccounts::anotherTelephoneEndsAllSessions()
{
    const QString old = u"13800000001"_s;
    const QByteArray here = loggedIn(old);
    const QByteArray there = loggedIn(old);
    const QByteArray stranger = loggedIn(u"13800000003"_s);
    const QByteArray waiting = Accounts::newToken(); // with a code that went to the old telephone
    const QString code = ask(waiting, old).code;
    const QString id = (*in([&](const Accounts &accounts) { return accounts.session(here); }))->account.id;
    QVERIFY(*in([&](const Accounts &accounts) { return accounts.changePhone(id, u"13800000002"_s); }));
    QVERIFY(!isLoggedIn(here));
    QVERIFY(!isLoggedIn(there));
    QVERIFY(isLoggedIn(stranger)); // the control
    QCOMPARE(tryIt(waiting, code).answer, CodeTried::Answer::Over);
    const auto account = [&](const QString &phone) {
        return in([&](const Accounts &accounts) { return accounts.accountOf(phone, u"en"_s); })->id;
    };
    QCOMPARE(account(u"13800000002"_s), id);
    QVERIFY(account(old) != id); // whoever has that number next begins anew
}

void TestAccounts::aTelephoneMakesWayOrNot_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("isChanged");

    QTest::newRow("no account") << QString() << true;
    QTest::newRow("an account with nothing") << u"account"_s << true;
    QTest::newRow("with a booking") << u"booking"_s << false;
    QTest::newRow("tied to a person") << u"person"_s << false;
}

void TestAccounts::aTelephoneMakesWayOrNot()
{
    QFETCH(QString, what);
    QFETCH(bool, isChanged);
    const QString phone = u"13800000000"_s; // of account-0, if any
    const QByteArray mine = loggedIn(u"13800000009"_s);
    const QString id = (*in([&](const Accounts &accounts) { return accounts.session(mine); }))->account.id;
    QByteArray other;
    if (!what.isEmpty()) {
        m_bench->account(0);
        other = loggedIn(phone);
    }
    if (what == "booking"_L1) {
        m_bench->openHall(1);
        QVERIFY(m_bench->book(0));
    }
    if (what == "person"_L1)
        QVERIFY(in([&](const Accounts &accounts) {
            return accounts.setRealName(PlatformBench::accountId(0), PlatformBench::citizenNumber(0), u"PRACTICE"_s,
                                        u"practice-1"_s);
        }));
    QCOMPARE(*in([&](const Accounts &accounts) { return accounts.changePhone(id, phone); }), isChanged);
    QCOMPARE(isLoggedIn(mine), !isChanged);
    QCOMPARE(!other.isEmpty() && isLoggedIn(other), !isChanged);
    const auto account = in([&](const Accounts &accounts) { return accounts.accountOf(phone, u"en"_s); });
    QCOMPARE(account->id, isChanged ? id : PlatformBench::accountId(0));
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"

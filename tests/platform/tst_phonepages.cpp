#include "tests/support/pagebench.h"

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// Another telephone for an account, as a browser without scripts goes about it.
class TestPhonePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theAccountGoesOnWithTheNewTelephone();
    void everyOtherSessionEnds();
    void theOldTelephoneHearsOfIt();
    void whatWaitsGoesToTheNewTelephone();
    void theLogInMustBeFresh_data();
    void theLogInMustBeFresh();
    void aKnownTelephoneIsAnsweredLikeAnUnknownOne();
    void aTelephoneWithApplicationsStaysWhereItIs();
    void theCodeIsOfThisSession();
    void theLimitsAreThoseOfTheLogIn();
    void whatIsTypedWronglyIsSaid_data();
    void whatIsTypedWronglyIsSaid();

private:
    QString code() const { return m_bench->sender.sent.last().second.left(6); } // the last that was sent
    bool ask(Browser &browser, const QString &phone)
    {
        browser.get(u"/me/phone"_s);
        return browser.post(u"/me/phone"_s, {{u"phone"_s, phone}}).status == 303 && browser.follow().status == 200;
    }
    int change(Browser &browser, const QString &phone)
    {
        return ask(browser, phone) ? browser.post(u"/me/phone/code"_s, {{u"code"_s, code()}}).status : 0;
    }

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser; // logged in, with a booking
    QString m_booking;
};

static const QString oldPhone = QStringLiteral("13800001234");
static const QString newPhone = QStringLiteral("13900005678");

void TestPhonePages::init()
{
    m_bench = std::make_unique<PageBench>();
    m_bench->openHall(2);
    m_browser = std::make_unique<Browser>(m_bench->pages);
    QVERIFY(m_browser->logIn(oldPhone, m_bench->sender));
    m_booking = m_bench->bookBy(*m_browser);
}

void TestPhonePages::theAccountGoesOnWithTheNewTelephone()
{
    m_browser->get(u"/me"_s);
    QVERIFY(m_browser->shows(u"href=\"/me/phone\""_s));
    m_browser->get(u"/me/phone"_s);
    QVERIFY(m_browser->shows(u"138****1234"_s));
    QCOMPARE(m_browser->post(u"/me/phone"_s, {{u"phone"_s, u"139 0000 5678"_s}}).status, 303);
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"A code of six digits was sent to 139****5678."_s));
    QCOMPARE(m_bench->sender.sent.last().first, newPhone);
    const QString right = code();
    QCOMPARE(
        m_browser->post(u"/me/phone/code"_s, {{u"code"_s, right == "000000"_L1 ? u"000001"_s : u"000000"_s}}).status,
        400);
    QVERIFY(m_browser->blames(u"code"_s, u"The code is not right. Tries left: 4."_s));
    QCOMPARE(m_browser->post(u"/me/phone/code"_s, {{u"code"_s, right}}).status, 303);
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"The number of your account was changed"_s));
    QVERIFY(m_browser->shows(u"139****5678"_s));
    QCOMPARE(m_browser->get(u"/booking/"_s + m_booking).status, 200);

    Browser later(m_bench->pages);
    QVERIFY(later.logIn(newPhone, m_bench->sender));
    QCOMPARE(later.get(u"/booking/"_s + m_booking).status, 200);
    Browser whoHasTheOldOne(m_bench->pages);
    QVERIFY(whoHasTheOldOne.logIn(oldPhone, m_bench->sender));
    QCOMPARE(whoHasTheOldOne.get(u"/booking/"_s + m_booking).status, 404);
}

void TestPhonePages::everyOtherSessionEnds()
{
    Browser elsewhere(m_bench->pages);
    QVERIFY(elsewhere.logIn(oldPhone, m_bench->sender));
    const QByteArray before = m_browser->cookies["session"];
    QCOMPARE(change(*m_browser, newPhone), 303);
    QVERIFY(m_browser->cookies["session"] != before);
    QCOMPARE(m_browser->get(u"/me"_s).status, 200);
    QCOMPARE(elsewhere.get(u"/me"_s).status, 303);
    QCOMPARE(elsewhere.location(), u"/login?next=/me"_s);
    Browser thief(m_bench->pages); // with the session from before
    thief.cookies["session"] = before;
    QCOMPARE(thief.get(u"/me"_s).status, 303);
}

void TestPhonePages::theOldTelephoneHearsOfIt()
{
    QCOMPARE(change(*m_browser, newPhone), 303);
    const auto [phone, text] = m_bench->sender.sent.last();
    QCOMPARE(phone, oldPhone);
    QVERIFY(text.contains(u"was changed. If it was not you, call the station."_s));
    static const QRegularExpression digits(u"\\d"_s);
    QVERIFY(!digits.match(text).hasMatch());
}

void TestPhonePages::whatWaitsGoesToTheNewTelephone()
{
    QVERIFY(m_bench->decide(m_booking, u"refuse"_s, PageBench::because(u"x"_s)));
    QCOMPARE(change(*m_browser, newPhone), 303);
    m_bench->sender.sent.clear();
    QCOMPARE(sendWaiting(*m_bench->platform), 1);
    QCOMPARE(m_bench->sender.sent.last().first, newPhone);
}

void TestPhonePages::theLogInMustBeFresh_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<bool>("isFresh");

    QTest::newRow("just before a quarter of an hour") << qint64(15 * 60 - 1) << true;
    QTest::newRow("a quarter of an hour") << qint64(15 * 60) << false;
}

void TestPhonePages::theLogInMustBeFresh()
{
    QFETCH(qint64, seconds);
    QFETCH(bool, isFresh);
    m_bench->now = m_bench->now.addSecs(seconds);
    m_browser->get(u"/me/phone"_s);
    QCOMPARE(m_browser->shows(u"name=\"phone\""_s), isFresh);
    QCOMPARE(m_browser->shows(u"Please log in once more for this"_s), !isFresh);
    const qsizetype before = m_bench->sender.sent.size();
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->post(u"/me/phone"_s, {{u"phone"_s, newPhone}}).status, 303);
    QCOMPARE(m_browser->location(), isFresh ? u"/me/phone/code"_s : u"/me/phone"_s);
    QCOMPARE(m_bench->sender.sent.size() - before, isFresh ? 1 : 0);
    if (isFresh)
        return;
    // The way round: out, in with a code to the present telephone, and back here.
    m_browser->follow();
    m_browser->post(u"/logout"_s, {{u"next"_s, m_browser->value(u"next"_s)}});
    QCOMPARE(m_browser->location(), u"/login?next=/me/phone"_s);
    m_browser->follow();
    m_browser->post(u"/login"_s, {{u"phone"_s, oldPhone}, {u"next"_s, m_browser->value(u"next"_s)}});
    m_browser->follow();
    m_browser->post(u"/login/code"_s, {{u"code"_s, code()}, {u"next"_s, m_browser->value(u"next"_s)}});
    QCOMPARE(m_browser->location(), u"/me/phone"_s);
    QCOMPARE(change(*m_browser, newPhone), 303);
}

void TestPhonePages::aKnownTelephoneIsAnsweredLikeAnUnknownOne()
{
    Browser known(m_bench->pages);
    QVERIFY(known.logIn(u"13911110001"_s, m_bench->sender));
    m_bench->bookBy(known, 3);
    // What the visitor sees, and what is sent, until a code was wrong; number, code and tokens left out.
    const auto seen = [&](const QString &phone, const QString &masked) {
        QStringList all;
        const auto note = [&] {
            QString text = m_browser->text();
            if (const QString csrf = m_browser->value(u"csrf"_s); !csrf.isEmpty())
                text.replace(csrf, u"token"_s);
            all << QString::number(m_browser->shown.status)
                    + text.replace(phone, u"phone"_s).replace(masked, u"masked"_s);
            for (const auto &[name, value] : m_browser->shown.headers)
                all << QString::fromLatin1(name + ": " + value);
        };
        m_browser->get(u"/me/phone"_s);
        m_browser->post(u"/me/phone"_s, {{u"phone"_s, phone}});
        note();
        m_browser->follow();
        note();
        all << m_bench->sender.sent.last().second.mid(6);
        m_browser->post(u"/me/phone/code"_s, {{u"code"_s, code() == "000000"_L1 ? u"000001"_s : u"000000"_s}});
        note();
        return all;
    };
    const QStringList ofTheKnown = seen(u"13911110001"_s, u"139****0001"_s);
    QCOMPARE(ofTheKnown.join(u'\n').count(u"Tries left: 4"_s), 2);
    QCOMPARE(seen(u"13922220002"_s, u"139****0002"_s), ofTheKnown);
}

void TestPhonePages::aTelephoneWithApplicationsStaysWhereItIs()
{
    Browser other(m_bench->pages);
    QVERIFY(other.logIn(newPhone, m_bench->sender));
    const QString its = m_bench->bookBy(other, 3);
    QCOMPARE(change(*m_browser, newPhone), 409);
    QVERIFY(m_browser->shows(u"This number has an account with applications already"_s));
    QVERIFY(!m_browser->shows(its));
    QCOMPARE(m_bench->sender.sent.last().first, newPhone); // nobody was told of a change
    QCOMPARE(other.get(u"/booking/"_s + its).status, 200);
    m_browser->get(u"/me/phone"_s);
    QVERIFY(m_browser->shows(u"138****1234"_s));
    QCOMPARE(m_browser->get(u"/booking/"_s + m_booking).status, 200);
    QCOMPARE(m_browser->get(u"/booking/"_s + its).status, 404);
}

void TestPhonePages::theCodeIsOfThisSession()
{
    Browser elsewhere(m_bench->pages);
    QVERIFY(elsewhere.logIn(oldPhone, m_bench->sender));
    Browser stranger(m_bench->pages);
    QVERIFY(stranger.logIn(u"13922220002"_s, m_bench->sender));
    QVERIFY(ask(*m_browser, newPhone));
    const QString right = code();
    for (Browser *browser : {&elsewhere, &stranger}) {
        QCOMPARE(browser->get(u"/me/phone/code"_s).status, 303);
        QCOMPARE(browser->location(), u"/me/phone"_s);
        QCOMPARE(browser->post(u"/me/phone/code"_s, {{u"code"_s, right}}).status, 400);
        QVERIFY(browser->blames(u"phone"_s, u"This code is not valid any more."_s));
    }
    QCOMPARE(m_browser->post(u"/me/phone/code"_s, {{u"code"_s, right}}).status, 303); // the control
}

void TestPhonePages::theLimitsAreThoseOfTheLogIn()
{
    Browser other(m_bench->pages);
    other.get(u"/login"_s);
    QCOMPARE(other.post(u"/login"_s, {{u"phone"_s, newPhone}}).status, 303);
    QVERIFY(ask(*m_browser, newPhone));
    QVERIFY(ask(*m_browser, newPhone));
    m_browser->get(u"/me/phone"_s);
    QCOMPARE(m_browser->post(u"/me/phone"_s, {{u"phone"_s, newPhone}}).status, 429);
    QCOMPARE(m_browser->header("Retry-After"), "600");
    QVERIFY(m_browser->shows(u"No more codes are sent for now"_s));
    // Tries as well: after five the right code is of no use.
    QVERIFY(ask(*m_browser, u"13922220002"_s));
    const QString right = code();
    for (int tries = 0; tries < 5; ++tries)
        m_browser->post(u"/me/phone/code"_s, {{u"code"_s, right == "000000"_L1 ? u"000001"_s : u"000000"_s}});
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->post(u"/me/phone/code"_s, {{u"code"_s, right}}).status, 400);
    m_browser->get(u"/me/phone"_s);
    QVERIFY(m_browser->shows(u"138****1234"_s));
}

void TestPhonePages::whatIsTypedWronglyIsSaid_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("said");

    QTest::newRow("nothing") << QString() << u"Enter a mobile number of 11 digits."_s;
    QTest::newRow("too short") << u"1390000567"_s << u"Enter a mobile number of 11 digits."_s;
    QTest::newRow("the present one") << oldPhone << u"This is the number of your account already."_s;
    QTest::newRow("the present one, with blanks")
        << u"138 0000 1234"_s << u"This is the number of your account already."_s;
}

void TestPhonePages::whatIsTypedWronglyIsSaid()
{
    QFETCH(QString, phone);
    QFETCH(QString, said);
    const qsizetype before = m_bench->sender.sent.size();
    m_browser->get(u"/me/phone"_s);
    QCOMPARE(m_browser->post(u"/me/phone"_s, {{u"phone"_s, phone}}).status, 400);
    QVERIFY2(m_browser->blames(u"phone"_s, said), qPrintable(m_browser->text()));
    QCOMPARE(m_bench->sender.sent.size(), before);
}

QTEST_GUILESS_MAIN(TestPhonePages)
#include "tst_phonepages.moc"

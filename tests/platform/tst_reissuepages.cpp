#include "app/exchange/contract.h"
#include "platform/practice/practicesender.h"
#include "tests/support/pagebench.h"

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// The way of a lost card from the web page to the mail, and what a payment is believed by.
class TestReissuePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fromTheFormToTheMail();
    void theHolderAppliesHimself();
    void everyDeclarationIsNeeded();
    void whatWasEnteredCanBeChanged();
    void whatIsWrongIsSaidAtTheField_data();
    void whatIsWrongIsSaidAtTheField();
    void aFormSentTwiceIsOneApplication();
    void theReturnAddressProvesNothing();
    void theProviderIsAsked();
    void aForgedEventIsNotBelieved_data();
    void aForgedEventIsNotBelieved();
    void anEventCountsOnce();
    void whatThePracticeProviderPlays_data();
    void whatThePracticeProviderPlays();
    void noneIsPaidTooLate();
    void theProviderIsNotAskedTooOften();
    void anotherSiteIsReachedByALink();
    void aWithdrawnApplicationIsOver();
    void whoIsSentToTheCounterIsOfferedATime();
    void practiceIsForPracticeOnly();
    void practiceTextsAreShown();

private:
    QString eligible(); // an application that waits for its payment, and its page is shown
    QString state(const QString &application) const { return m_bench->resource(u"applications"_s, application).state; }
    Resource paymentOf(const QString &application) const
    {
        return m_bench->resource(u"payments"_s,
                                 m_bench->resource(u"applications"_s, application).body[u"payment"_s].toString());
    }
    int sendEvent(const PracticeProvider::Signed &event)
    {
        return m_browser->ask("POST", u"/provider/event"_s, event.body, {{"provider-signature", event.signature}})
            .status;
    }
    Browser::Fields declared(const Browser::Fields &fields) const
    {
        return fields
            + Browser::Fields{
                {u"cardLost"_s, u"yes"_s}, {u"householdUnchanged"_s, u"yes"_s}, {u"informationAccepted"_s, u"yes"_s}};
    }

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser;
};

void TestReissuePages::init()
{
    m_bench = std::make_unique<PageBench>();
    m_browser = std::make_unique<Browser>(m_bench->pages);
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
}

QString TestReissuePages::eligible()
{
    const QString application = m_bench->applyBy(*m_browser);
    const bool decided = m_bench->decideApplication(application, u"eligible"_s, PageBench::lostCardFee());
    m_browser->get(u"/application/"_s + application);
    return decided ? application : QString();
}

void TestReissuePages::fromTheFormToTheMail()
{
    m_browser->get(u"/reissue"_s);
    QVERIFY(m_browser->shows(u"First we need to know who you are"_s));
    const QString application = m_bench->applyBy(*m_browser);
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"Being checked"_s));
    const QJsonObject form = m_bench->opened(application, u"applications"_s);
    QCOMPARE(Contract::instance().misfits(u"ReissueForm"_s, form), QList<Misfit>());
    QCOMPARE(form[u"realName"_s][u"method"_s].toString(), u"PRACTICE"_s);
    QCOMPARE(form[u"lost"_s][u"on"_s].toString(), u"2026-11-20"_s);

    QVERIFY(m_bench->decideApplication(application, u"eligible"_s, PageBench::lostCardFee()));
    m_browser->get(u"/application/"_s + application);
    QVERIFY(m_browser->shows(u"Pay by 27 November 2026 09:00"_s));
    QVERIFY(m_browser->shows(u"Pay 40.00 yuan"_s));
    m_browser->post(u"/application/%1/pay"_s.arg(application), {});
    QCOMPARE(m_browser->location(), u"/practice/pay/"_s + paymentOf(application).id);
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"40.00 yuan"_s));
    m_browser->post(u"/practice/pay/"_s + paymentOf(application).id, {{u"what"_s, u"pay"_s}});
    QCOMPARE(m_browser->location(), u"/application/%1/paid"_s.arg(application));
    m_browser->follow();
    QVERIFY(m_browser->shows(u"<dd>paid</dd>"_s));
    QCOMPARE(state(application), u"PAID"_s);

    const QJsonObject accepted{{u"acceptanceNumber"_s, u"6501022026112400000012"_s},
                               {u"acceptedOn"_s, u"2026-11-24"_s},
                               {u"promiseDue"_s, u"2026-12-22"_s},
                               {u"promiseIsProvisional"_s, false}};
    QVERIFY(m_bench->decideApplication(application, u"takeOver"_s, {{u"accepted"_s, accepted}}));
    const QJsonObject mail{{u"id"_s, m_bench->newId()},
                           {u"application"_s, application},
                           {u"state"_s, u"DELIVERED"_s},
                           {u"carrier"_s, u"EMS"_s},
                           {u"trackingNumber"_s, u"EX000000001CN"_s},
                           {u"at"_s, instantText(m_bench->now)},
                           {u"verifyBy"_s, u"2027-01-20"_s}};
    const auto mailed = m_bench->platform->write([&](Resources &resources) {
        return Applications(*m_bench->platform, resources).putMailing(mail, m_bench->station.unit, u"x"_s, 0);
    });
    QVERIFY(mailed);
    m_browser->get(u"/application/"_s + application);
    QVERIFY(m_browser->shows(u"6501022026112400000012"_s));
    QVERIFY(m_browser->shows(u"22 December 2026"_s));
    QVERIFY(m_browser->shows(u"EX000000001CN"_s));
    QVERIFY(m_browser->shows(u"Have the card verified at a station by 20 January 2027"_s));
}

void TestReissuePages::theHolderAppliesHimself()
{
    m_browser->get(u"/me/real-name"_s);
    QCOMPARE(m_browser->post(u"/me/real-name"_s, {{u"number"_s, u"1"_s}}).status, 400);
    m_browser->post(u"/me/real-name"_s, {{u"number"_s, PageBench::citizenNumber(1)}});
    QCOMPARE(m_browser->location(), u"/reissue"_s);
    m_browser->get(u"/reissue"_s);
    const QString id = m_browser->value(u"id"_s);
    QCOMPARE(m_browser->post(u"/reissue"_s, m_bench->reissueFields(id, 2)).status, 400);
    QVERIFY(m_browser->shows(u"This account is tied to another person."_s));
    // Nor without the page between, nor under another number afterwards.
    QCOMPARE(m_browser->post(u"/reissue/submit"_s, declared(m_bench->reissueFields(id, 2))).status, 400);
    m_browser->get(u"/me/real-name"_s);
    QVERIFY(m_browser->shows(u"It cannot be tied to anybody else."_s));
    QCOMPARE(m_browser->post(u"/me/real-name"_s, {{u"number"_s, PageBench::citizenNumber(2)}}).status, 409);
    m_browser->get(u"/reissue"_s);
    QCOMPARE(m_browser->post(u"/reissue"_s, m_bench->reissueFields(id, 1)).status, 200);
    QVERIFY(m_browser->shows(u"Check what you entered"_s));
    // Who is tied to nobody does not get so far.
    Browser other(m_bench->pages);
    QVERIFY(other.logIn(u"13900000000"_s, m_bench->sender));
    other.post(u"/reissue/submit"_s, declared(m_bench->reissueFields(id, 1)));
    QVERIFY(other.shows(u"First we need to know who you are"_s));
}

void TestReissuePages::everyDeclarationIsNeeded()
{
    m_browser->get(u"/me/real-name"_s);
    m_browser->post(u"/me/real-name"_s, {{u"number"_s, PageBench::citizenNumber(0)}});
    m_browser->get(u"/reissue"_s);
    const Browser::Fields fields = m_bench->reissueFields(m_browser->value(u"id"_s));
    m_browser->post(u"/reissue"_s, fields);
    for (const char *name : {"cardLost", "householdUnchanged", "informationAccepted"}) {
        Browser::Fields without = declared(fields);
        without.removeIf([&](const auto &field) { return field.first == QLatin1StringView(name); });
        QCOMPARE(m_browser->post(u"/reissue/submit"_s, without).status, 400);
        QVERIFY(m_browser->blames(QLatin1StringView(name), u"Without this declaration"_s));
        QVERIFY(m_browser->shows(u"Check what you entered"_s));
        QCOMPARE(m_browser->text().count(u" checked"_s), 2);
    }
    QCOMPARE(m_browser->post(u"/reissue/submit"_s, declared(fields)).status, 303);
}

void TestReissuePages::whatWasEnteredCanBeChanged()
{
    m_browser->get(u"/me/real-name"_s);
    m_browser->post(u"/me/real-name"_s, {{u"number"_s, PageBench::citizenNumber(0)}});
    m_browser->get(u"/reissue"_s);
    const Browser::Fields fields
        = PageBench::with(m_bench->reissueFields(m_browser->value(u"id"_s)), {{u"lostWhere"_s, u"<公交车>"_s}});
    m_browser->post(u"/reissue"_s, fields);
    QVERIFY(m_browser->shows(u"<dd>&lt;公交车&gt;</dd>"_s));
    QVERIFY(m_browser->shows(u"<dd>650102 19880112 "_s));
    QVERIFY(m_browser->shows(u"<dd>40.00 yuan</dd>"_s));
    QCOMPARE(m_browser->post(u"/reissue"_s, fields + Browser::Fields{{u"change"_s, u"yes"_s}}).status, 200);
    QVERIFY(m_browser->shows(u"name=\"lostWhere\" type=\"text\" value=\"&lt;公交车&gt;\""_s));
    QVERIFY(m_browser->shows(u"value=\"2026-11-20\""_s));
}

void TestReissuePages::whatIsWrongIsSaidAtTheField_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("lost tomorrow") << u"lostOn"_s << u"2026-11-25"_s << u"This date cannot be right."_s;
    QTest::newRow("lost before birth") << u"lostOn"_s << u"1980-01-01"_s << u"This date cannot be right."_s;
    QTest::newRow("no day") << u"lostOn"_s << u""_s << u"Enter a date"_s;
    QTest::newRow("station unknown") << u"station"_s << u"110101000"_s << u"Please choose one."_s;
    QTest::newRow("postcode") << u"postcode"_s << u"83000"_s << u"A postcode has six digits."_s;
    QTest::newRow("recipient") << u"recipient"_s << u"<b>"_s << u"There is a sign in the name"_s;
    QTest::newRow("mailing address") << u"mailingAddress"_s << u""_s << u"Enter the address."_s;
}

void TestReissuePages::whatIsWrongIsSaidAtTheField()
{
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, sentence);
    m_browser->get(u"/me/real-name"_s);
    m_browser->post(u"/me/real-name"_s, {{u"number"_s, PageBench::citizenNumber(0)}});
    m_browser->get(u"/reissue"_s);
    const Browser::Fields fields = m_bench->reissueFields(m_browser->value(u"id"_s));
    QCOMPARE(m_browser->post(u"/reissue"_s, PageBench::with(fields, {{field, typed}})).status, 400);
    QVERIFY2(m_browser->blames(field, sentence), qPrintable(m_browser->text()));
    QCOMPARE(m_browser->post(u"/reissue"_s, fields).status, 200);
}

void TestReissuePages::aFormSentTwiceIsOneApplication()
{
    const QString application = m_bench->applyBy(*m_browser);
    m_browser->get(u"/me"_s);
    const Browser::Fields same = declared(m_bench->reissueFields(application));
    m_browser->post(u"/reissue/submit"_s, same);
    QCOMPARE(m_browser->location(), u"/application/"_s + application);
    // The control: another form is another application, and the person has one.
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->post(u"/reissue/submit"_s, PageBench::with(same, {{u"id"_s, m_bench->newId()}})).status, 409);
    QVERIFY(m_browser->shows(u"An application of yours is open already."_s));
}

void TestReissuePages::theReturnAddressProvesNothing()
{
    const QString application = eligible();
    const QString paid = u"/application/%1/paid"_s.arg(application);
    QCOMPARE(m_browser->get(paid + u"?state=PAID&amount=4000"_s).status, 200);
    QCOMPARE(state(application), u"ELIGIBLE"_s);
    m_browser->get(u"/application/"_s + application);
    m_browser->post(u"/application/%1/pay"_s.arg(application), {{u"amountFen"_s, u"1"_s}});
    QCOMPARE(paymentOf(application).state, u"PENDING"_s);
    QCOMPARE(paymentOf(application).body[u"amountFen"_s].toInteger(), 4000);
    m_browser->get(paid + u"?trade_status=TRADE_SUCCESS"_s);
    QVERIFY(m_browser->shows(u"We are asking the provider"_s));
    QCOMPARE(state(application), u"ELIGIBLE"_s);
    QCOMPARE(paymentOf(application).state, u"PENDING"_s);
}

void TestReissuePages::theProviderIsAsked()
{
    const QString application = eligible();
    m_browser->post(u"/application/%1/pay"_s.arg(application), {});
    m_browser->follow();
    m_browser->post(m_browser->shown.status == 200 ? u"/practice/pay/"_s + paymentOf(application).id : QString(),
                    {{u"what"_s, u"silent"_s}});
    QCOMPARE(state(application), u"ELIGIBLE"_s); // no event has come
    m_browser->follow();
    QVERIFY(m_browser->shows(u"<dd>paid</dd>"_s));
    QCOMPARE(state(application), u"PAID"_s);
    const QJsonArray events = paymentOf(application).body[u"events"_s].toArray();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0][u"source"_s].toString(), u"STATUS_QUERY"_s);
    m_browser->get(u"/application/%1/paid"_s.arg(application));
    QCOMPARE(paymentOf(application).body[u"events"_s].toArray().size(), 1);
}

void TestReissuePages::aForgedEventIsNotBelieved_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("status");

    QTest::newRow("signed") << u"as it is"_s << 204;
    QTest::newRow("amount changed") << u"amount"_s << 400;
    QTest::newRow("no signature") << u"none"_s << 400;
    QTest::newRow("signature of another") << u"other"_s << 400;
    QTest::newRow("no body") << u"empty"_s << 400;
    QTest::newRow("of no payment") << u"nowhere"_s << 400;
}

void TestReissuePages::aForgedEventIsNotBelieved()
{
    QFETCH(QString, what);
    const QString application = eligible();
    Resource payment = paymentOf(application);
    if (what == "nowhere"_L1)
        payment.id = m_bench->newId();
    PracticeProvider::Signed event = m_bench->provider->event(payment, u"PAID"_s, 4000);
    if (what == "amount"_L1)
        event.body.replace("4000", "4001");
    else if (what == "none"_L1)
        event.signature.clear();
    else if (what == "other"_L1)
        event.signature = m_bench->provider->event(payment, u"PAID"_s, 1).signature;
    else if (what == "empty"_L1)
        event.body.clear();
    const int status = sendEvent(event);
    QTEST(status, "status");
    QCOMPARE(state(application), status == 204 ? u"PAID"_s : u"ELIGIBLE"_s);
}

void TestReissuePages::anEventCountsOnce()
{
    const QString application = eligible();
    const PracticeProvider::Signed event = m_bench->provider->event(paymentOf(application), u"PAID"_s, 4000);
    for (int times = 0; times < 3; ++times)
        QCOMPARE(sendEvent(event), 204);
    QCOMPARE(paymentOf(application).state, u"PAID"_s);
    QCOMPARE(paymentOf(application).body[u"events"_s].toArray().size(), 1);
}

void TestReissuePages::whatThePracticeProviderPlays_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("payment");
    QTest::addColumn<QString>("application");
    QTest::addColumn<QString>("shown");

    QTest::newRow("pay") << u"pay"_s << u"PAID"_s << u"PAID"_s << u"<dd>paid</dd>"_s;
    QTest::newRow("twice") << u"twice"_s << u"REFUND_DUE"_s << u"PAID"_s << u"<dd>is being given back</dd>"_s;
    QTest::newRow("fail") << u"fail"_s << u"CREATED"_s << u"ELIGIBLE"_s << u"<dd>not paid yet</dd>"_s;
    QTest::newRow("late") << u"late"_s << u"REFUND_DUE"_s << u"ELIGIBLE"_s << u"<dd>is being given back</dd>"_s;
    QTest::newRow("nothing") << u"x"_s << u"PENDING"_s << u"ELIGIBLE"_s << u"We are asking the provider"_s;
}

void TestReissuePages::whatThePracticeProviderPlays()
{
    QFETCH(QString, what);
    const QString application = eligible();
    m_browser->post(u"/application/%1/pay"_s.arg(application), {});
    m_browser->follow();
    m_browser->post(u"/practice/pay/"_s + paymentOf(application).id, {{u"what"_s, what}});
    m_browser->follow();
    QTEST(paymentOf(application).state, "payment");
    QTEST(state(application), "application");
    QFETCH(QString, shown);
    QVERIFY2(m_browser->shows(shown), qPrintable(m_browser->text()));
}

void TestReissuePages::noneIsPaidTooLate()
{
    const QString application = eligible();
    m_bench->now = m_bench->now.addDays(3);
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    QCOMPARE(m_browser->post(u"/application/%1/pay"_s.arg(application), {}).status, 409);
    QVERIFY(m_browser->shows(u"Withdrawn"_s));
    QCOMPARE(sendEvent(m_bench->provider->event(paymentOf(application), u"PAID"_s, 4000)), 204);
    QCOMPARE(paymentOf(application).state, u"REFUND_DUE"_s);
    QCOMPARE(paymentOf(application).body[u"refundReason"_s].toString(), u"PAID_AFTER_EXPIRY"_s);
    QCOMPARE(state(application), u"WITHDRAWN"_s);
}

// A provider with a page of its own elsewhere.
struct OtherProvider : public PaymentProvider
{
    QString name() const override { return u"other"_s; }
    QString order(const Resource &payment) override { return where + payment.id; }
    void refund(const Resource &, qint64, const QString &) override { }
    std::optional<ProviderEvent> eventIn(const QByteArray &, const QByteArray &) const override { return {}; }
    std::optional<ProviderEvent> ask(const Resource &) override
    {
        ++asked;
        return {};
    }

    QString where;
    int asked = 0;
};

void TestReissuePages::anotherSiteIsReachedByALink()
{
    OtherProvider provider;
    const QString application = eligible();
    m_bench->platform->payments = &provider;
    const QString pay = u"/application/%1/pay"_s.arg(application);
    provider.where = u"https://pay.example/?a=\"&order="_s;
    QCOMPARE(m_browser->post(pay, {}).status, 200);
    QVERIFY(m_browser->shows(u"href=\"https://pay.example/?a=&quot;&amp;order="_s));
    m_browser->get(u"/application/"_s + application);
    provider.where = u"javascript:alert(1)//"_s;
    QCOMPARE(m_browser->post(pay, {}).status, 503);
    m_browser->get(u"/application/"_s + application);
    m_bench->platform->payments = nullptr;
    QCOMPARE(m_browser->post(pay, {}).status, 503);
}

void TestReissuePages::theProviderIsNotAskedTooOften()
{
    OtherProvider provider;
    const QString application = eligible();
    m_bench->platform->payments = &provider;
    provider.where = u"https://pay.example/"_s;
    m_browser->post(u"/application/%1/pay"_s.arg(application), {});
    for (int opened = 0; opened < 20; ++opened)
        QCOMPARE(m_browser->get(u"/application/%1/paid"_s.arg(application)).status, 200);
    QCOMPARE(provider.asked, 6);
    m_bench->now = m_bench->now.addSecs(60);
    m_browser->get(u"/application/%1/paid"_s.arg(application));
    QCOMPARE(provider.asked, 7);
}

void TestReissuePages::aWithdrawnApplicationIsOver()
{
    const QString application = eligible();
    m_browser->get(u"/application/%1/withdraw"_s.arg(application));
    QVERIFY(m_browser->shows(u"Withdraw the application?"_s));
    m_browser->post(u"/application/%1/withdraw"_s.arg(application), {});
    m_browser->follow();
    QVERIFY(m_browser->shows(u"Withdrawn"_s));
    QVERIFY(!m_browser->shows(u"Pay 40.00 yuan"_s));
    QCOMPARE(m_browser->get(u"/application/%1/withdraw"_s.arg(application)).status, 303);
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->post(u"/application/%1/pay"_s.arg(application), {}).status, 409);
}

void TestReissuePages::whoIsSentToTheCounterIsOfferedATime()
{
    const QStringList slotIds = m_bench->openHall(2);
    const QString application = m_bench->applyBy(*m_browser);
    QJsonObject offer = m_bench->wishes({slotIds[0]});
    offer[u"booking"_s] = m_bench->newId();
    QJsonObject decision = PageBench::because(u"The photo is too old."_s);
    decision[u"offer"_s] = offer;
    QVERIFY(m_bench->decideApplication(application, u"sendToCounter"_s, decision));
    m_browser->get(u"/application/"_s + application);
    QVERIFY(m_browser->shows(u"<li>The photo is too old.</li>"_s));
    QVERIFY(m_browser->shows(u"href=\"/booking/%1\""_s.arg(offer[u"booking"_s].toString())));
    QCOMPARE(m_browser->get(u"/booking/"_s + offer[u"booking"_s].toString()).status, 200);
    QVERIFY(m_browser->shows(u"Confirm this time"_s));
}

void TestReissuePages::practiceIsForPracticeOnly()
{
    const QString application = eligible();
    const QString payPath = u"/practice/pay/"_s + paymentOf(application).id;
    m_browser->get(u"/practice/messages"_s);
    QCOMPARE(m_browser->shown.status, 200);
    QVERIFY(m_browser->shows(u"class=\"practice\""_s));

    DatabaseSettings settings;
    settings.name = m_bench->folder.filePath(u"real.sqlite"_s);
    const auto database = PlatformDatabase::open(settings, false);
    QVERIFY(database);
    Platform real{.database = **database,
                  .keys = m_bench->keys,
                  .fees = m_bench->fees,
                  .clock = m_bench->platform->clock,
                  .host = u"127.0.0.1"_s,
                  .origin = u"http://127.0.0.1"_s};
    real.sender = &m_bench->sender;
    QCOMPARE(PracticeSender::create(real).error().code, Error::Code::PlatformForeign);
    QCOMPARE(PracticeProvider::create(real).error().code, Error::Code::PlatformForeign);
    const Pages pages(real, *PageTables::load(shippedTable));
    Browser browser(pages);
    QVERIFY(browser.logIn(u"13800001234"_s, m_bench->sender));
    QVERIFY(!browser.shows(u"class=\"practice\""_s));
    QCOMPARE(browser.get(u"/practice/messages"_s).status, 404);
    QCOMPARE(browser.get(payPath).status, 404);
    browser.get(u"/me/real-name"_s);
    QVERIFY(browser.shows(u"No real-name service is connected to this website"_s));
    QVERIFY(!browser.shows(u"name=\"number\""_s));
    QCOMPARE(browser.post(u"/me/real-name"_s, {{u"number"_s, PageBench::citizenNumber(0)}}).status, 409);
    browser.get(u"/"_s);
    QVERIFY(!browser.shows(u"practice"_s));
}

void TestReissuePages::practiceTextsAreShown()
{
    const auto sender = PracticeSender::create(*m_bench->platform);
    QVERIFY(sender);
    m_bench->platform->sender = sender->get();
    Browser browser(m_bench->pages);
    browser.get(u"/login"_s);
    browser.post(u"/login"_s, {{u"phone"_s, u"13900007777"_s}});
    browser.get(u"/practice/messages"_s);
    const QRegularExpression code(u"13900007777[^<]*</h2>\\s*<p>(\\d{6}) is your code"_s);
    const QString typed = code.match(browser.text()).captured(1);
    QVERIFY2(!typed.isEmpty(), qPrintable(browser.text()));
    browser.get(u"/login/code"_s);
    QCOMPARE(browser.post(u"/login/code"_s, {{u"code"_s, typed}}).status, 303);
    QCOMPARE(browser.follow().status, 200);
}

QTEST_GUILESS_MAIN(TestReissuePages)
#include "tst_reissuepages.moc"

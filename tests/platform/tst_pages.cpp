#include "tests/support/pagebench.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// What concerns every page: who is let in, what is sent along, what is refused.
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void everyAnswerBearsItsHeaders_data();
    void everyAnswerBearsItsHeaders();
    void pagesUnderTlsSayMore();
    void noPageHasAScript();
    void onlyTheNamedHostIsAnswered();
    void aFormIsTakenFromOurPagesOnly_data();
    void aFormIsTakenFromOurPagesOnly();
    void noRouteTakesAFormWithoutItsToken();
    void nothingChangesByGet();
    void whatIsAnothersIsNotThere();
    void whoIsNotLoggedInIsSentToLogIn();
    void logInLeadsOnlyToOurPages_data();
    void logInLeadsOnlyToOurPages();
    void aKnownPhoneIsAnsweredLikeAnUnknownOne();
    void aSessionIsNewAtLogInAndEndsAtLogOut();
    void tooManyCodesAreRefusedReadably();
    void tooManyFormsAreRefusedReadably();
    void whatCannotBeReadIsRefused();
    void unknownPagesAndMethods();
    void aHeadIsAPageWithoutBody();
    void theLanguageIsChosenAndKept();
    void brokenRequestsAreAnswered();

private:
    QString pathOf(const Pages::Route &route, const QString &account) const; // with an identity of that account
    qint64 position() const
    {
        return m_bench->platform->read([](Resources &resources) { return resources.head(); })->next;
    }

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser; // logged in, with a booking and an application
    QString m_booking;
    QString m_application;
    QString m_payment;
};

static constexpr char policy[] = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                                 "frame-ancestors 'none'; base-uri 'none'";

void TestPages::init()
{
    m_bench = std::make_unique<PageBench>();
    m_bench->openHall(4);
    m_browser = std::make_unique<Browser>(m_bench->pages);
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
    m_booking = m_bench->bookBy(*m_browser);
    m_application = m_bench->applyBy(*m_browser);
    QVERIFY(m_bench->decideApplication(m_application, u"eligible"_s, PageBench::lostCardFee()));
    m_payment = m_bench->resource(u"applications"_s, m_application).body[u"payment"_s].toString();
    QVERIFY(!m_payment.isEmpty());
}

QString TestPages::pathOf(const Pages::Route &route, const QString &id) const
{
    QString path = route.path;
    QString there = route.path.startsWith("/application"_L1) ? m_application
        : route.path.startsWith("/practice"_L1)              ? m_payment
                                                             : m_booking;
    return path.replace(u"{id}"_s, id.isEmpty() ? there : id);
}

void TestPages::everyAnswerBearsItsHeaders_data()
{
    QTest::addColumn<bool>("isLoggedIn");

    QTest::newRow("logged in") << true;
    QTest::newRow("nobody") << false;
}

void TestPages::everyAnswerBearsItsHeaders()
{
    QFETCH(bool, isLoggedIn);
    Browser nobody(m_bench->pages);
    Browser &browser = isLoggedIn ? *m_browser : nobody;
    const auto check = [&](const QString &what) {
        QVERIFY2(browser.header("Content-Security-Policy") == policy, qPrintable(what));
        QVERIFY2(browser.header("X-Content-Type-Options") == "nosniff", qPrintable(what));
        QVERIFY2(browser.header("Referrer-Policy") == "no-referrer", qPrintable(what));
        const QByteArray kept = what.endsWith("/style.css"_L1) ? "public, max-age=3600" : "no-store";
        QVERIFY2(browser.header("Cache-Control") == kept, qPrintable(what));
        QVERIFY2(browser.header("Strict-Transport-Security").isEmpty(), qPrintable(what));
        const QByteArray cookie = browser.header("Set-Cookie");
        QVERIFY2(cookie.isEmpty() || cookie.contains("; Path=/; HttpOnly; SameSite=Lax"), cookie.constData());
    };
    for (const Pages::Route &route : Pages::routes()) {
        browser.ask(route.method, pathOf(route, {}), {}, {});
        check(QString::fromLatin1(QByteArray(route.method + ' ')) + pathOf(route, {}));
    }
    browser.get(u"/nothing"_s);
    check(u"nothing"_s);
    browser.ask("DELETE", u"/me"_s, {}, {});
    check(u"method"_s);
}

void TestPages::pagesUnderTlsSayMore()
{
    Platform real = *m_bench->platform;
    real.host = u"platform.example"_s;
    real.origin = u"https://platform.example"_s;
    const Pages pages(real, *PageTables::load(shippedTable));
    Browser browser(pages);
    browser.host = "Platform.Example";
    QCOMPARE(browser.get(u"/?lang=en"_s).status, 200);
    QCOMPARE(browser.header("Strict-Transport-Security"), "max-age=31536000");
    QCOMPARE(browser.cookies.keys(), QByteArrayList({"__Host-language", "__Host-session"}));
    QVERIFY(browser.header("Set-Cookie").endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure"));
    QVERIFY(browser.logIn(u"13800001234"_s, m_bench->sender));
    QCOMPARE(browser.get(u"/me"_s).status, 200);
    // A cookie of the plain name, as a page without TLS could set it, is of no use.
    browser.cookies.insert("session", browser.cookies.take("__Host-session"));
    QCOMPARE(browser.get(u"/me"_s).status, 303);
}

void TestPages::noPageHasAScript()
{
    static const QRegularExpression active(u"<script|\\son[a-z]+=|javascript:|<style|\\sstyle="_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QVERIFY(active.match(u"<p onclick=\"x\">"_s).hasMatch()); // the control
    int pages = 0;
    for (const Pages::Route &route : Pages::routes()) {
        m_browser->ask(route.method, pathOf(route, {}), {}, {});
        QVERIFY2(!active.match(m_browser->text()).hasMatch(), qPrintable(pathOf(route, {})));
        pages += m_browser->shows(u"<!DOCTYPE html>"_s) ? 1 : 0;
    }
    QVERIFY(pages > 20);
}

void TestPages::onlyTheNamedHostIsAnswered()
{
    for (const char *host : {"127.0.0.1", "127.0.0.1:8443"}) {
        m_browser->host = host;
        QCOMPARE(m_browser->get(u"/me"_s).status, 200);
    }
    for (const char *host :
         {"", "evil.example", "127.0.0.1.evil.example", "127.0.0.1:8443:1", "127.0.0.1@evil.example"}) {
        m_browser->host = host;
        QCOMPARE(m_browser->get(u"/me"_s).status, 421);
        QCOMPARE(m_browser->ask("POST", u"/provider/event"_s, {}, {}).status, 421);
    }
}

void TestPages::aFormIsTakenFromOurPagesOnly_data()
{
    using Headers = QMap<QByteArray, QByteArray>;
    QTest::addColumn<QString>("token");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("status");

    const Headers same{{"sec-fetch-site", "same-origin"}};
    QTest::newRow("as it should be") << u"own"_s << same << 303;
    QTest::newRow("by the origin alone") << u"own"_s << Headers{{"origin", "http://127.0.0.1"}} << 303;
    QTest::newRow("referrer withheld") << u"own"_s << Headers{{"origin", "null"}, {"sec-fetch-site", "same-origin"}}
                                       << 303;
    QTest::newRow("no token") << u""_s << same << 403;
    QTest::newRow("token of another browser") << u"foreign"_s << same << 403;
    QTest::newRow("token cut") << u"cut"_s << same << 403;
    QTest::newRow("from another site") << u"own"_s << Headers{{"sec-fetch-site", "cross-site"}} << 403;
    QTest::newRow("from a site beside") << u"own"_s << Headers{{"sec-fetch-site", "same-site"}} << 403;
    QTest::newRow("from another origin") << u"own"_s << Headers{{"origin", "http://evil.example"}} << 403;
    QTest::newRow("origin and site disagree")
        << u"own"_s << Headers{{"origin", "http://evil.example"}, {"sec-fetch-site", "same-origin"}} << 403;
    QTest::newRow("origin unknown") << u"own"_s << Headers{{"origin", "null"}} << 403;
    QTest::newRow("nothing said") << u"own"_s << Headers{} << 403;
}

void TestPages::aFormIsTakenFromOurPagesOnly()
{
    using Headers = QMap<QByteArray, QByteArray>;
    QFETCH(QString, token);
    QFETCH(Headers, headers);
    m_browser->get(u"/me"_s);
    QString csrf = m_browser->value(u"csrf"_s);
    if (token == "foreign"_L1) {
        Browser other(m_bench->pages);
        other.get(u"/login"_s);
        csrf = other.value(u"csrf"_s);
    } else if (token == "cut"_L1) {
        csrf.chop(1);
    }
    Browser::Fields fields;
    if (!token.isEmpty())
        fields << std::pair(u"csrf"_s, csrf);
    const int status = m_browser->postAsIs(u"/booking/%1/cancel"_s.arg(m_booking), fields, headers).status;
    QTEST(status, "status");
    QCOMPARE(m_bench->resource(u"bookings"_s, m_booking).state, status == 303 ? u"CANCELLED"_s : u"SUBMITTED"_s);
}

void TestPages::noRouteTakesAFormWithoutItsToken()
{
    const qint64 before = position();
    int forms = 0;
    for (const Pages::Route &route : Pages::routes()) {
        if (route.method != "POST" || route.access == Access::Provider)
            continue;
        const QString path = pathOf(route, {});
        QVERIFY2(m_browser->postAsIs(path, {}, {{"sec-fetch-site", "same-origin"}}).status == 403, qPrintable(path));
        m_browser->get(u"/me"_s);
        QVERIFY2(m_browser->post(path, {}, {{"origin", "http://evil.example"}}).status == 403, qPrintable(path));
        ++forms;
    }
    QCOMPARE(forms, 18);
    QCOMPARE(position(), before);
}

void TestPages::nothingChangesByGet()
{
    m_browser->get(u"/messages"_s); // opening a message is the only thing that may change something
    const qint64 before = position();
    for (const Pages::Route &route : Pages::routes()) {
        m_browser->get(pathOf(route, {}) + u"?what=pay&confirm=yes&csrf="_s + m_browser->token());
        QVERIFY2(position() == before, qPrintable(route.path));
    }
    QVERIFY(m_browser->get(u"/me"_s).status == 200); // still logged in
    m_browser->post(u"/booking/%1/cancel"_s.arg(m_booking), {});
    QVERIFY(position() > before); // the control
}

void TestPages::whatIsAnothersIsNotThere()
{
    Browser other(m_bench->pages);
    QVERIFY(other.logIn(u"13900000000"_s, m_bench->sender));
    const QString nothing = m_bench->newId();
    const qint64 before = position();
    int walked = 0;
    for (const Pages::Route &route : Pages::routes()) {
        if (route.access != Access::Account || !route.path.contains("{id}"_L1))
            continue;
        ++walked;
        const auto answer = [&](Browser &browser, const QString &path) {
            browser.get(u"/login"_s);
            browser.follow();
            return route.method == "GET" ? browser.get(path) : browser.post(path, {{u"slot"_s, nothing}});
        };
        const HttpResponse ofAnother = answer(other, pathOf(route, {}));
        const QByteArray body = ofAnother.body;
        QVERIFY2(ofAnother.status == 404, qPrintable(route.path));
        HttpResponse ofNobody = answer(other, pathOf(route, nothing));
        QCOMPARE(ofNobody.status, 404);
        QCOMPARE(ofNobody.body.replace(nothing.toLatin1(), pathOf(route, {}).section(u'/', 2, 2).toLatin1()), body);
        QCOMPARE(position(), before);
    }
    QCOMPARE(walked, 16);
    // The control: the owner finds them all.
    for (const Pages::Route &route : Pages::routes()) {
        if (route.access == Access::Account && route.method == "GET" && route.path.contains("{id}"_L1))
            QVERIFY2(m_browser->get(pathOf(route, {})).status != 404, qPrintable(route.path));
    }
}

void TestPages::whoIsNotLoggedInIsSentToLogIn()
{
    Browser nobody(m_bench->pages);
    for (const Pages::Route &route : Pages::routes()) {
        if (route.access != Access::Account)
            continue;
        const QString path = pathOf(route, {});
        nobody.get(u"/login"_s);
        const HttpResponse answer = route.method == "GET" ? nobody.get(path) : nobody.post(path, {});
        QVERIFY2(answer.status == 303, qPrintable(path));
        QVERIFY2(nobody.location().startsWith("/login"_L1), qPrintable(path));
        QVERIFY(answer.body.isEmpty());
    }
}

void TestPages::logInLeadsOnlyToOurPages_data()
{
    QTest::addColumn<QString>("next");
    QTest::addColumn<QString>("target");

    QTest::newRow("one of ours") << u"/booking/new"_s << u"/booking/new"_s;
    QTest::newRow("none") << u""_s << u"/me"_s;
    QTest::newRow("another site") << u"//evil.example"_s << u"/me"_s;
    QTest::newRow("another site, in full") << u"https://evil.example/"_s << u"/me"_s;
    QTest::newRow("backslash") << u"/\\evil.example"_s << u"/me"_s;
    QTest::newRow("a header more") << u"/me\r\nSet-Cookie: a=b"_s << u"/me"_s;
}

void TestPages::logInLeadsOnlyToOurPages()
{
    QFETCH(QString, next);
    Browser browser(m_bench->pages);
    browser.get(u"/login?next="_s + QString::fromLatin1(QUrl::toPercentEncoding(next)));
    browser.post(u"/login"_s, {{u"phone"_s, u"13800005555"_s}, {u"next"_s, next}});
    browser.follow();
    const QString code = m_bench->sender.sent.last().second.left(6);
    browser.post(u"/login/code"_s, {{u"code"_s, code}, {u"next"_s, next}});
    QTEST(browser.location(), "target");
}

void TestPages::aKnownPhoneIsAnsweredLikeAnUnknownOne()
{
    // What a visitor sees from the first page to a wrong code; his own number and tokens left out.
    const auto seen = [&](const QString &phone, const QString &masked) {
        Browser browser(m_bench->pages);
        QStringList all;
        const auto note = [&] {
            QString text = browser.text();
            const QString csrf = browser.value(u"csrf"_s);
            if (!csrf.isEmpty())
                text.replace(csrf, u"token"_s);
            text.replace(phone, u"phone"_s).replace(masked, u"masked"_s);
            all << QString::number(browser.shown.status) + text;
            for (const auto &[name, value] : browser.shown.headers)
                all << (name == "Set-Cookie" ? QString() : QString::fromLatin1(name + ": " + value));
        };
        browser.get(u"/login"_s);
        note();
        browser.post(u"/login"_s, {{u"phone"_s, phone}});
        note();
        browser.follow();
        note();
        const QString right = m_bench->sender.sent.last().second.left(6);
        browser.post(u"/login/code"_s, {{u"code"_s, right == "000000"_L1 ? u"000001"_s : u"000000"_s}});
        note();
        return all;
    };
    const QStringList known = seen(u"13800001234"_s, u"138****1234"_s);
    QCOMPARE(known.join(u'\n').count(u"Tries left: 4"_s), 2); // in the summary and at the field
    QCOMPARE(seen(u"13900009999"_s, u"139****9999"_s), known);
}

void TestPages::aSessionIsNewAtLogInAndEndsAtLogOut()
{
    Browser browser(m_bench->pages);
    browser.get(u"/login"_s);
    const QByteArray before = browser.cookies["session"];
    QCOMPARE(before.size(), 43);
    QVERIFY(browser.logIn(u"13800001234"_s, m_bench->sender));
    const QByteArray session = browser.cookies["session"];
    QVERIFY(session != before);

    Browser thief(m_bench->pages); // with the token from before the log-in
    thief.cookies["session"] = before;
    QCOMPARE(thief.get(u"/me"_s).status, 303);

    browser.get(u"/me"_s);
    browser.post(u"/logout"_s, {});
    QCOMPARE(browser.location(), u"/"_s);
    QVERIFY(browser.cookies["session"] != session);
    browser.cookies["session"] = session;
    QCOMPARE(browser.get(u"/me"_s).status, 303);
}

void TestPages::tooManyCodesAreRefusedReadably()
{
    Browser browser(m_bench->pages);
    browser.get(u"/login"_s);
    for (int sent = 0; sent < 3; ++sent) {
        browser.get(u"/login"_s);
        QCOMPARE(browser.post(u"/login"_s, {{u"phone"_s, u"139 0000 0001"_s}}).status, 303);
    }
    browser.get(u"/login"_s);
    QCOMPARE(browser.post(u"/login"_s, {{u"phone"_s, u"13900000001"_s}}).status, 429);
    QCOMPARE(browser.header("Retry-After"), "600");
    QVERIFY(browser.shows(u"No more codes are sent for now"_s));
    QVERIFY(browser.shows(u"Try again in 10 minutes."_s));
}

void TestPages::tooManyFormsAreRefusedReadably()
{
    const Pages pages(*m_bench->platform, *PageTables::load(shippedTable), {}, {.perAccount = 5, .perAddress = 8});
    Browser browser(pages);
    browser.cookies = m_browser->cookies;
    browser.get(u"/me"_s);
    for (int sent = 0; sent < 5; ++sent) {
        browser.get(u"/me"_s);
        QCOMPARE(browser.post(u"/booking/%1/move"_s.arg(m_booking), {{u"slot"_s, m_booking}}).status, 409);
    }
    browser.get(u"/me"_s);
    QCOMPARE(browser.post(u"/booking/%1/move"_s.arg(m_booking), {{u"slot"_s, m_booking}}).status, 429);
    QVERIFY(browser.header("Retry-After").toInt() > 0);
    QVERIFY(browser.shows(u"Try again in"_s));
    Browser other(pages, u"192.0.2.9"_s); // of another address
    other.get(u"/login"_s);
    QCOMPARE(other.post(u"/login"_s, {{u"phone"_s, u"1"_s}}).status, 400);
    m_bench->now = m_bench->now.addSecs(60);
    browser.get(u"/me"_s);
    QCOMPARE(browser.post(u"/booking/%1/move"_s.arg(m_booking), {{u"slot"_s, m_booking}}).status, 409);
}

void TestPages::whatCannotBeReadIsRefused()
{
    const QByteArray token = m_browser->token().toLatin1();
    const auto status = [&](const QByteArray &body, const QByteArray &type = "application/x-www-form-urlencoded") {
        return m_browser
            ->ask("POST", u"/booking/new"_s, body, {{"content-type", type}, {"sec-fetch-site", "same-origin"}})
            .status;
    };
    QCOMPARE(status("csrf=" + token), 404); // the control: read, without a place
    QCOMPARE(status("csrf=" + token, "multipart/form-data"), 415);
    QCOMPARE(status("{\"csrf\":\"" + token + "\"}", "application/json"), 415);
    QCOMPARE(status("csrf=" + token + "&a=" + QByteArray(70000, 'x')), 413);
    QCOMPARE(status("csrf=" + token + QByteArray("&a=1").repeated(300)), 413);
    QCOMPARE(m_browser->ask("POST", u"/provider/event"_s, QByteArray(70000, 'x'), {}).status, 413);
}

void TestPages::unknownPagesAndMethods()
{
    for (const char *path : {"/nothing", "/booking", "/booking/1", "/booking/../me", "//evil.example", "/me/", "/ME",
                             "/%2e", "/booking/00000000-0000-0000-0000-000000000000"}) {
        QVERIFY2(m_browser->get(QString::fromLatin1(path)).status == 404, path);
        QVERIFY2(m_browser->shows(u"There is no such page"_s), path);
        QVERIFY2(!m_browser->shows(u"href=\"//"_s), path);
    }
    QCOMPARE(m_browser->ask("DELETE", u"/me"_s, {}, {}).status, 405);
    QCOMPARE(m_browser->header("Allow"), "GET");
    QCOMPARE(m_browser->get(u"/logout"_s).status, 405);
    QCOMPARE(m_browser->header("Allow"), "POST");
    m_browser->ask("PUT", u"/login"_s, {}, {});
    QCOMPARE(m_browser->header("Allow"), "GET, POST");
}

void TestPages::aHeadIsAPageWithoutBody()
{
    QCOMPARE(m_browser->ask("HEAD", u"/me"_s, {}, {}).status, 200);
    QVERIFY(m_browser->shown.body.isEmpty());
}

void TestPages::theLanguageIsChosenAndKept()
{
    Browser browser(m_bench->pages);
    browser.language = "fr, zh;q=0.9, en;q=0.8";
    QVERIFY(browser.get(u"/"_s).body.contains("<html lang=\"zh-CN\">"));
    browser.language = "en-GB,en;q=0.9";
    QVERIFY(browser.get(u"/"_s).body.contains("<html lang=\"en\">"));
    QVERIFY(browser.shows(u"href=\"/?lang=zh-CN\" lang=\"zh-CN\" hreflang=\"zh-CN\">中文</a>"_s));
    browser.get(u"/?lang=zh-CN"_s);
    QVERIFY(browser.get(u"/login"_s).body.contains("<html lang=\"zh-CN\">"));
    QVERIFY(browser.get(u"/login?lang=xx"_s).body.contains("<html lang=\"zh-CN\">"));
    QVERIFY(browser.get(u"/login?lang=en"_s).body.contains("<html lang=\"en\">"));
}

// Requests as no browser sends them: each has an answer, none is a success of another kind.
void TestPages::brokenRequestsAreAnswered()
{
    QRandomGenerator random(20261124);
    const QList<QByteArray> pieces{
        "/booking/",          "/me", "?lang=", "%00", "%FF", "\xF0\x9F", "&",  "=",         "csrf", "..",
        m_booking.toLatin1(), "/",   ";",      "{{",  "<",   "\r\n",     "\0", "%E2%80%AE", "id=",  "+"};
    const auto some = [&](int most) {
        QByteArray text;
        for (int at = random.bounded(most); at > 0; --at)
            text += pieces[random.bounded(int(pieces.size()))];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        HttpRequest request;
        request.method = QList<QByteArray>{"GET", "POST", "HEAD", "", "OPTIONS"}[random.bounded(5)];
        request.target = "/" + some(6);
        request.body = some(40);
        for (const char *name : {"cookie", "origin", "sec-fetch-site", "content-type", "accept-language"})
            request.headers.insert(name, some(4));
        request.headers.insert("host", random.bounded(4) == 0 ? some(3) : "127.0.0.1");
        const HttpResponse response = m_bench->pages.answer(request);
        QVERIFY2(response.status >= 200 && response.status < 500, request.target.toPercentEncoding());
    }
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"

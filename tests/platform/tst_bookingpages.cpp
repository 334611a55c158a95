#include "app/exchange/contract.h"
#include "platform/pages/qrcode.h"
#include "tests/support/pagebench.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// The applicant's way from the form to the visit, as a browser without scripts walks it.
class TestBookingPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void fromTheFormToTheCounter();
    void aFormSentTwiceIsOneBooking();
    void aChildComesWithAGuardian();
    void timesAreThoseOfThePlace();
    void aPersonHasOneBooking();
    void nobodyFindsOutWhoHasABooking();
    void severalThreadsAnswerAtOnce();
    void notTooManyBookingsInADay();
    void aClosedPlaceTakesNone();
    void whatTheStationAsksIsAnswered();
    void aBookingDoesNotPassToSomebodyElse();
    void anOfferEnds();
    void theTimeCanBeMoved();
    void anOfferedTimeCanBeMoved();
    void anOfferedTimeStaysWithinTheRules_data();
    void anOfferedTimeStaysWithinTheRules();
    void aTakenTimeLeavesTheOldOne();
    void whatIsTooLateIsSaid();
    void aCancelledBookingIsOver();
    void messagesAreNewUntilOpened();

private:
    QString state(const QString &booking) const { return m_bench->resource(u"bookings"_s, booking).state; }
    HttpResponse book(const Browser::Fields &others);
    QString offered(); // a booking that has an offer, and its page is shown

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser;
    QStringList m_slots;
};

void TestBookingPages::init()
{
    m_bench = std::make_unique<PageBench>();
    m_slots = m_bench->openHall(6);
    m_browser = std::make_unique<Browser>(m_bench->pages);
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
}

HttpResponse TestBookingPages::book(const Browser::Fields &others)
{
    m_browser->get(u"/booking/new"_s);
    return m_browser->post(u"/booking/new"_s,
                           PageBench::with(m_bench->bookingFields(m_browser->value(u"id"_s)), others));
}

QString TestBookingPages::offered()
{
    const QString booking = m_bench->bookBy(*m_browser);
    const bool decided = m_bench->decide(booking, u"approve"_s, m_bench->wishes({m_slots[0]}));
    m_browser->get(u"/booking/"_s + booking);
    return decided ? booking : QString();
}

void TestBookingPages::fromTheFormToTheCounter()
{
    m_browser->get(u"/"_s);
    QVERIFY(m_browser->shows(u"href=\"/booking/new\""_s));
    QVERIFY(m_browser->shows(u"1 Practice Road"_s));
    const QString booking = m_bench->bookBy(*m_browser);
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"Being reviewed"_s));
    QVERIFY(!m_browser->shows(u"Confirm this time"_s));

    QVERIFY(m_bench->decide(booking, u"approve"_s, m_bench->wishes({m_slots[1]})));
    m_browser->get(u"/me"_s);
    QVERIFY(m_browser->shows(u"Waiting for your confirmation"_s));
    QVERIFY(m_browser->shows(u"New messages: 1"_s));
    m_browser->get(u"/booking/"_s + booking);
    QVERIFY(m_browser->shows(u"<strong>Tuesday, 1 December 2026 09:20</strong>"_s));
    QVERIFY(m_browser->shows(u"Practice station, registration hall"_s));
    QVERIFY(m_browser->shows(u"Confirm the time by 27 November 2026 09:00"_s));
    QVERIFY(!m_browser->shows(u"<svg"_s));

    m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {});
    QCOMPARE(m_browser->follow().status, 200);
    QVERIFY(m_browser->shows(u"Confirmed"_s));
    const QString code = m_bench->resource(u"bookings"_s, booking).body[u"arrivalCode"_s].toString();
    QCOMPARE(code.size(), 10);
    QVERIFY(m_browser->shows(u"Booking code "_s + code));
    QVERIFY(m_browser->shows(u"<path d=\""_s + qrPicture(u"IDCB1:"_s + code).path + u'"'));
    QVERIFY(m_browser->shows(u"<li>Household booklet</li>"_s));
    QVERIFY(m_browser->shows(u"20.00 yuan"_s));

    // The button pressed twice.
    QCOMPARE(m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {}).status, 303);
    QCOMPARE(state(booking), u"CONFIRMED"_s);
}

void TestBookingPages::aFormSentTwiceIsOneBooking()
{
    m_browser->get(u"/booking/new"_s);
    const Browser::Fields fields = m_bench->bookingFields(m_browser->value(u"id"_s));
    m_browser->post(u"/booking/new"_s, fields);
    const QString first = m_browser->location();
    m_browser->get(u"/me"_s);
    m_browser->post(u"/booking/new"_s, fields);
    QCOMPARE(m_browser->location(), first);
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->text().count(u"href=\"/booking/0"_s), 1);
    // The control: the form of another page is another booking, and the person has one.
    QCOMPARE(book({}).status, 409);
    QVERIFY(m_browser->shows(u"You have a booking for this person already."_s));
}

void TestBookingPages::aChildComesWithAGuardian()
{
    const QString child = u"650102201704209073"_s;
    const Browser::Fields first{{u"number"_s, child}, {u"reason"_s, u"11"_s}};
    QCOMPARE(book(first).status, 400);
    QVERIFY(m_browser->blames(u"guardianNumber"_s, u"Enter the citizen number"_s));
    QVERIFY(m_browser->blames(u"guardianRelation"_s, u"Please choose one."_s));
    const Browser::Fields guardian{{u"guardianNumber"_s, u"11010519491231002X"_s},
                                   {u"guardianName"_s, u"王练习"_s},
                                   {u"guardianRelation"_s, u"52"_s},
                                   {u"guardianPhone"_s, u"13800001234"_s}};
    QCOMPARE(book(first + PageBench::with(guardian, {{u"guardianNumber"_s, child}})).status, 400);
    QVERIFY(m_browser->shows(u"A guardian is 18 years old or more."_s));
    QCOMPARE(book(first + guardian).status, 303);
    const QString booking = m_browser->location().section(u'/', -1);
    QCOMPARE(m_bench->opened(booking)[u"guardian"_s][u"relation"_s].toString(), u"52"_s);
    QVERIFY(m_bench->resource(u"bookings"_s, booking).body[u"guardianComes"_s].toBool());
    QVERIFY(m_bench->decide(booking, u"approve"_s, m_bench->wishes({m_slots[0]})));
    m_browser->get(u"/booking/"_s + booking);
    QVERIFY(m_browser->shows(u"The guardian comes along"_s));
}

void TestBookingPages::timesAreThoseOfThePlace()
{
    m_browser->get(u"/booking/new"_s);
    QVERIFY(m_browser->shows(u"Tuesday, 1 December 2026<span class=\"hint\">09:00–11:00"_s));
    QCOMPARE(m_browser->text().count(u"name=\"times\""_s), 1);
    // Without anything free nothing is asked.
    m_bench->now = m_bench->now.addDays(30);
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    QCOMPARE(m_browser->get(u"/booking/new"_s).status, 200);
    QVERIFY(!m_browser->shows(u"name=\"times\""_s));
    QCOMPARE(book({}).status, 303);
}

void TestBookingPages::aPersonHasOneBooking()
{
    m_bench->bookBy(*m_browser, 7);
    Browser other(m_bench->pages);
    QVERIFY(other.logIn(u"13900000000"_s, m_bench->sender));
    other.get(u"/booking/new"_s);
    const QString id = other.value(u"id"_s);
    QCOMPARE(other.post(u"/booking/new"_s, m_bench->bookingFields(id, 7)).status, 409);
    QVERIFY(other.shows(u"or the person has a booking already."_s));
    QVERIFY(other.shows(u"value=\"张小丰\""_s));
    QCOMPARE(other.post(u"/booking/new"_s, m_bench->bookingFields(id, 8)).status, 303);
}

// That a person has a booking by another account is said like any other refusal, and after three of them nothing is said for a
// day: not of those who have one, not of those who have none.
void TestBookingPages::nobodyFindsOutWhoHasABooking()
{
    for (int person = 1; person <= 5; ++person)
        m_bench->bookBy(*m_browser, person);
    Browser other(m_bench->pages, u"192.0.2.77"_s);
    QVERIFY(other.logIn(u"13900000000"_s, m_bench->sender));
    const auto tryPerson = [&](Browser &browser, int person) {
        browser.get(u"/booking/new"_s);
        return browser.post(u"/booking/new"_s, m_bench->bookingFields(browser.value(u"id"_s), person)).status;
    };
    // What is wrong with the form, or one's own, does not count.
    QCOMPARE(tryPerson(other, 20), 303);
    QCOMPARE(tryPerson(other, 20), 409);
    other.post(u"/booking/new"_s, {});
    for (int person = 1; person <= 3; ++person)
        QCOMPARE(tryPerson(other, person), 409);
    const QString said = u"visits were missed, or the person has a booking already"_s;
    QVERIFY(other.shows(said));
    QCOMPARE(tryPerson(other, 4), 429);
    QCOMPARE(other.header("Retry-After"), "86400");
    QVERIFY(!other.shows(said));
    const QByteArray ofWhoHasOne = other.shown.body;
    QCOMPARE(tryPerson(other, 21), 429);
    QCOMPARE(other.shown.body, ofWhoHasOne);
    // Another account of the same address goes on, until the address has asked thirty times.
    int answered = 3;
    for (int account = 1; answered < 30; ++account) {
        Browser next(m_bench->pages, u"192.0.2.77"_s);
        QVERIFY(next.logIn(u"1370000%1"_s.arg(account, 4, 10, QLatin1Char('0')), m_bench->sender));
        for (int person = 1; person <= 3; ++person, ++answered)
            QCOMPARE(tryPerson(next, person), 409);
        if (answered == 30)
            QCOMPARE(tryPerson(next, 22), 429);
    }
    Browser elsewhere(m_bench->pages, u"192.0.2.78"_s);
    QVERIFY(elsewhere.logIn(u"13600000000"_s, m_bench->sender));
    QCOMPARE(tryPerson(elsewhere, 23), 303); // the control
    // A day later it may be asked again.
    m_bench->now = m_bench->now.addDays(1);
    QVERIFY(other.logIn(u"13900000000"_s, m_bench->sender));
    QCOMPARE(tryPerson(other, 21), 303);
}

// Eight applicants book for themselves, and all of them for one and the same person.
void TestBookingPages::severalThreadsAnswerAtOnce()
{
    constexpr int applicants = 8;
    std::vector<std::unique_ptr<Browser>> browsers;
    for (int at = 0; at < applicants; ++at) {
        browsers.push_back(std::make_unique<Browser>(m_bench->pages));
        QVERIFY(browsers.back()->logIn(u"1390000000%1"_s.arg(at), m_bench->sender));
    }
    std::vector<std::thread> threads;
    std::atomic<int> own = 0;
    std::atomic<int> shared = 0;
    for (int at = 0; at < applicants; ++at) {
        threads.emplace_back([&, at] {
            Browser &browser = *browsers[std::size_t(at)];
            own += m_bench->bookBy(browser, at).isEmpty() ? 0 : 1;
            browser.get(u"/booking/new"_s);
            const QString id = browser.value(u"id"_s);
            shared += browser.post(u"/booking/new"_s, m_bench->bookingFields(id, applicants)).status == 303 ? 1 : 0;
            for (const char *path : {"/me", "/messages", "/", "/booking/new"})
                browser.get(QString::fromLatin1(path));
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(own.load(), applicants);
    QCOMPARE(shared.load(), 1);
}

void TestBookingPages::notTooManyBookingsInADay()
{
    for (int person = 0; person < 10; ++person)
        QVERIFY(!m_bench->bookBy(*m_browser, person).isEmpty());
    QCOMPARE(book({{u"number"_s, PageBench::citizenNumber(11)}}).status, 429);
    QCOMPARE(m_browser->header("Retry-After"), "86400");
    QVERIFY(m_browser->shows(u"Try again in 24 hours."_s));
    m_bench->now = m_bench->now.addDays(1);
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    QCOMPARE(book({{u"number"_s, PageBench::citizenNumber(11)}}).status, 303);
}

void TestBookingPages::aClosedPlaceTakesNone()
{
    m_browser->get(u"/booking/new"_s);
    const Browser::Fields fields = m_bench->bookingFields(m_browser->value(u"id"_s));
    QJsonObject body = m_bench->placeBody();
    body[u"closed"_s] = true;
    const auto closed = StationWrites(*m_bench->platform, m_bench->station, m_bench->stationKeys.publicKeys())
                            .put(u"places"_s, body, 1);
    QVERIFY(closed);
    QCOMPARE(m_browser->post(u"/booking/new"_s, fields).status, 409);
    QVERIFY(m_browser->shows(u"the place takes no bookings at present"_s));
    QCOMPARE(m_browser->get(u"/booking/new"_s).status, 200);
    QVERIFY(m_browser->shows(u"No station takes bookings at present"_s));
}

void TestBookingPages::whatTheStationAsksIsAnswered()
{
    const QString booking = m_bench->bookBy(*m_browser);
    const QString answerPath = u"/booking/%1/answer"_s.arg(booking);
    QCOMPARE(m_browser->get(answerPath).status, 303);
    QVERIFY(m_bench->decide(booking, u"ask"_s, PageBench::because(u"Write the <street>."_s)));
    const QString decision = m_bench->resource(u"bookings"_s, booking).body[u"last"_s][u"decision"_s].toString();
    m_browser->get(u"/booking/"_s + booking);
    QVERIFY(m_browser->shows(u"More is needed"_s));
    QVERIFY(m_browser->shows(u"<li>Write the &lt;street&gt;.</li>"_s));
    m_browser->get(answerPath);
    QVERIFY(m_browser->shows(u"name=\"reason\" value=\"22\" checked"_s));
    const Browser::Fields fields = m_bench->bookingFields(booking);
    QCOMPARE(m_browser->post(answerPath, fields).status, 400);
    QVERIFY(m_browser->blames(u"answer"_s, u"Please fill this in."_s));
    QCOMPARE(m_browser->post(answerPath, fields + Browser::Fields{{u"answer"_s, u"练习路2号\n二楼"_s}}).status, 303);
    m_browser->follow();
    QVERIFY(m_browser->shows(u"Being reviewed"_s));
    const QJsonObject form = m_bench->opened(booking);
    QCOMPARE(Contract::instance().misfits(u"BookedForm"_s, form), QList<Misfit>());
    QCOMPARE(form[u"answers"_s].toArray(),
             QJsonArray{QJsonObject({{u"decision"_s, decision}, {u"text"_s, u"练习路2号\n二楼"_s}})});
    // Sent twice.
    QCOMPARE(m_browser->post(answerPath, fields + Browser::Fields{{u"answer"_s, u"x"_s}}).status, 303);
    QCOMPARE(m_bench->opened(booking), form);
}

void TestBookingPages::aBookingDoesNotPassToSomebodyElse()
{
    const QString booking = m_bench->bookBy(*m_browser, 1);
    QVERIFY(m_bench->decide(booking, u"ask"_s, PageBench::because(u"More."_s)));
    m_browser->get(u"/booking/%1/answer"_s.arg(booking));
    const QJsonObject before = m_bench->opened(booking);
    QCOMPARE(m_browser
                 ->post(u"/booking/%1/answer"_s.arg(booking),
                        m_bench->bookingFields(booking, 2) + Browser::Fields{{u"answer"_s, u"x"_s}})
                 .status,
             409);
    QVERIFY(m_browser->shows(u"This is not the person the booking was made for."_s));
    QCOMPARE(m_bench->opened(booking), before);
}

void TestBookingPages::anOfferEnds()
{
    const QString booking = offered();
    m_bench->now = m_bench->now.addSecs(72 * 3600);
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    QCOMPARE(m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {}).status, 409);
    QVERIFY(m_browser->shows(u"This is not possible any more."_s));
    QVERIFY(m_browser->shows(u"Not confirmed in time"_s));
    QCOMPARE(state(booking), u"EXPIRED"_s);
    m_browser->get(u"/me"_s);
    QVERIFY(m_browser->shows(u"The place was given away."_s));
}

void TestBookingPages::theTimeCanBeMoved()
{
    const QString booking = offered();
    m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {});
    m_browser->follow();
    QVERIFY(m_browser->shows(u"href=\"/booking/%1/move\""_s.arg(booking)));
    const QString movePath = u"/booking/%1/move"_s.arg(booking);
    m_browser->get(movePath);
    QCOMPARE(m_browser->text().count(u"name=\"slot\""_s), 5); // without that of now
    QVERIFY(m_browser->shows(u"Tuesday, 1 December 2026 10:00"_s));
    QCOMPARE(m_browser->post(movePath, {}).status, 400);
    QVERIFY(m_browser->blames(u"slot"_s, u"Please choose one."_s));
    QCOMPARE(m_browser->post(movePath, {{u"slot"_s, m_slots[3]}}).status, 303);
    QCOMPARE(m_browser->post(movePath, {{u"slot"_s, m_slots[3]}}).status, 303); // pressed twice
    m_browser->follow();
    QVERIFY(m_browser->shows(u"1 December 2026 10:00</strong>"_s));
    QCOMPARE(m_bench->resource(u"bookings"_s, booking).body[u"moves"_s].toInt(), 1);
}

// Another time instead of the one offered is a confirmed one; the old seat rests, and the station hears of it.
void TestBookingPages::anOfferedTimeCanBeMoved()
{
    const QString booking = offered();
    const QString movePath = u"/booking/%1/move"_s.arg(booking);
    QVERIFY(m_browser->shows(u"href=\"%1\""_s.arg(movePath)));
    QVERIFY(m_browser->shows(u"The time can be changed up to 3 times, until 24 hours before it"_s));
    const Resource before = m_bench->resource(u"bookings"_s, booking);
    const auto head = [&] { return m_bench->platform->read([](Resources &all) { return all.head(); })->next; };
    const qint64 position = head();
    m_browser->get(movePath);
    QVERIFY(m_browser->shows(u"With the time that you take here the booking is confirmed."_s));
    QCOMPARE(m_browser->post(movePath, {{u"slot"_s, m_slots[3]}}).status, 303);
    m_browser->follow();
    QVERIFY(m_browser->shows(u"1 December 2026 10:00</strong>"_s));
    QVERIFY(m_browser->shows(u"Confirmed"_s));

    const Resource after = m_bench->resource(u"bookings"_s, booking);
    QCOMPARE(after.state, u"CONFIRMED"_s);
    QCOMPARE(after.version, before.version + 1);
    QCOMPARE(after.body[u"moves"_s].toInt(), 1);
    QCOMPARE(after.body[u"last"_s][u"by"_s].toString(), u"APPLICANT"_s);
    QVERIFY(!after.body.contains(u"offeredUntil"_s));
    QCOMPARE(Contract::instance().misfits(u"Booking"_s, after.body), QList<Misfit>());
    const auto fed
        = m_bench->platform->read([&](Resources &all) { return all.after(m_bench->station.unit, position - 1, 100); });
    QVERIFY(std::any_of(fed->begin(), fed->end(), [&](const Resources::Placed &one) {
        return one.resource.id == booking && one.resource.version == after.version;
    }));
    const auto seats = [&](int slot) {
        return *m_bench->platform->read([&](Resources &resources) { return Seats(resources).seatsOf(m_slots[slot]); });
    };
    QCOMPARE(seats(0)[0][u"state"_s].toString(), u"RESTING"_s); // for ten minutes at least, for an hour at most
    QCOMPARE(seats(3)[0][u"state"_s].toString(), u"CONFIRMED"_s);
    m_bench->now = m_bench->now.addSecs(9 * 60);
    QCOMPARE(seats(0)[0][u"state"_s].toString(), u"RESTING"_s);
    m_bench->now = m_bench->now.addSecs(52 * 60);
    QCOMPARE(seats(0)[0][u"state"_s].toString(), u"FREE"_s);
    // What the station decided on the offer comes too late.
    const QJsonObject late = m_bench->decision(booking, before.version, u"cancel"_s, PageBench::because(u"x"_s));
    const auto decided = m_bench->platform->write([&](Resources &resources) {
        return Bookings(*m_bench->platform, resources).decide(late, m_bench->station.unit);
    });
    QVERIFY(!decided);
    QCOMPARE(decided.problem().type, u"version-conflict"_s);
    // And when the offer would have ended, the booking stands.
    m_bench->now = m_bench->now.addDays(4);
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    m_browser->get(u"/booking/"_s + booking);
    QCOMPARE(state(booking), u"CONFIRMED"_s);
}

void TestBookingPages::anOfferedTimeStaysWithinTheRules_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<int>("maxMoves");
    QTest::addColumn<int>("moveUntilHours");
    QTest::addColumn<bool>("isMoved");

    QTest::newRow("within the rules") << qint64(0) << 3 << 24 << true;
    QTest::newRow("just before the offer ends") << qint64(72 * 3600 - 1) << 3 << 24 << true;
    QTest::newRow("the offer has ended") << qint64(72 * 3600) << 3 << 24 << false;
    QTest::newRow("the place lets nobody move") << qint64(0) << 0 << 24 << false;
    QTest::newRow("too close to the time") << qint64(0) << 3 << 240 << false;
}

void TestBookingPages::anOfferedTimeStaysWithinTheRules()
{
    QFETCH(qint64, seconds);
    QFETCH(int, maxMoves);
    QFETCH(int, moveUntilHours);
    QFETCH(bool, isMoved);
    QJsonObject body = m_bench->placeBody();
    QJsonObject rules = body[u"rules"_s].toObject();
    rules[u"maxMoves"_s] = maxMoves;
    rules[u"moveUntilHours"_s] = moveUntilHours;
    body[u"rules"_s] = rules;
    const auto changed = StationWrites(*m_bench->platform, m_bench->station, m_bench->stationKeys.publicKeys())
                             .put(u"places"_s, body, 1);
    QVERIFY(changed || maxMoves == 3);
    const QString booking = offered();
    m_bench->now = m_bench->now.addSecs(seconds);
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    m_browser->get(u"/booking/"_s + booking);
    QCOMPARE(m_browser->shows(u"/move\""_s), isMoved);
    QCOMPARE(m_browser->post(u"/booking/%1/move"_s.arg(booking), {{u"slot"_s, m_slots[3]}}).status,
             isMoved ? 303 : 409);
    const QJsonObject after = m_bench->resource(u"bookings"_s, booking).body;
    QCOMPARE(after[u"appointment"_s][u"time"_s].toString(), isMoved ? u"10:00"_s : u"09:00"_s);
    QCOMPARE(after[u"moves"_s].toInt(), isMoved ? 1 : 0);
}

void TestBookingPages::aTakenTimeLeavesTheOldOne()
{
    const QString booking = offered();
    m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {});
    for (int person = 1; person <= 2; ++person) { // who take both public seats of another slot
        const auto other = m_bench->book(person);
        QVERIFY(other && m_bench->decide(other->id, u"approve"_s, m_bench->wishes({m_slots[2]})));
    }
    m_browser->get(u"/booking/%1/move"_s.arg(booking));
    QCOMPARE(m_browser->post(u"/booking/%1/move"_s.arg(booking), {{u"slot"_s, m_slots[2]}}).status, 409);
    QVERIFY(m_browser->shows(u"This time has just been taken. Yours stays"_s));
    QCOMPARE(m_browser->text().count(u"name=\"slot\""_s), 4);
    const QJsonObject body = m_bench->resource(u"bookings"_s, booking).body;
    QCOMPARE(body[u"appointment"_s][u"time"_s].toString(), u"09:00"_s);
    QCOMPARE(body[u"moves"_s].toInt(), 0);
}

void TestBookingPages::whatIsTooLateIsSaid()
{
    const QString booking = offered();
    m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {});
    m_bench->now = QDateTime(QDate(2026, 12, 1), QTime(0, 0), Qt::UTC); // an hour before
    m_browser->logIn(u"13800001234"_s, m_bench->sender);
    m_browser->get(u"/booking/"_s + booking);
    QVERIFY(!m_browser->shows(u"/move\""_s));
    QVERIFY(!m_browser->shows(u"/cancel\""_s));
    QVERIFY(m_browser->shows(u"Later, please call the station."_s));
    QCOMPARE(m_browser->get(u"/booking/%1/move"_s.arg(booking)).status, 303);
    m_browser->get(u"/me"_s);
    QCOMPARE(m_browser->post(u"/booking/%1/cancel"_s.arg(booking), {}).status, 409);
    QVERIFY(m_browser->shows(u"This is not possible any more."_s));
    QCOMPARE(m_browser->post(u"/booking/%1/move"_s.arg(booking), {{u"slot"_s, m_slots[3]}}).status, 409);
    QCOMPARE(state(booking), u"CONFIRMED"_s);
}

void TestBookingPages::aCancelledBookingIsOver()
{
    const QString booking = offered();
    m_browser->get(u"/booking/%1/cancel"_s.arg(booking));
    QVERIFY(m_browser->shows(u"Cancel the booking?"_s));
    QVERIFY(m_browser->shows(u"1 December 2026"_s));
    m_browser->post(u"/booking/%1/cancel"_s.arg(booking), {});
    m_browser->follow();
    QVERIFY(m_browser->shows(u"Cancelled"_s));
    QVERIFY(!m_browser->shows(u"<svg"_s));
    QCOMPARE(m_browser->post(u"/booking/%1/confirm"_s.arg(booking), {}).status, 409);
    QCOMPARE(book({}).status, 303); // and the person may book again
}

void TestBookingPages::messagesAreNewUntilOpened()
{
    const QString booking = offered();
    const auto page = [&] {
        const auto messages
            = m_bench->platform->read([&](Resources &resources) { return resources.about(booking, u"messages"_s); });
        return messages->first().body[u"deliveries"_s][0][u"state"_s].toString();
    };
    QCOMPARE(page(), u"QUEUED"_s);
    m_browser->get(u"/me"_s);
    QCOMPARE(page(), u"QUEUED"_s);
    m_browser->get(u"/messages"_s);
    QVERIFY(m_browser->shows(u"Your booking was approved."_s));
    QVERIFY(m_browser->shows(u" New</p>"_s));
    QVERIFY(m_browser->shows(u"href=\"/booking/%1\""_s.arg(booking)));
    QCOMPARE(page(), u"DELIVERED"_s);
    m_browser->get(u"/messages"_s);
    QVERIFY(!m_browser->shows(u" New</p>"_s));
    m_browser->get(u"/me"_s);
    QVERIFY(!m_browser->shows(u"New messages"_s));
}

QTEST_GUILESS_MAIN(TestBookingPages)
#include "tst_bookingpages.moc"

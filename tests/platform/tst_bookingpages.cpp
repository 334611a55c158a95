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
    void severalThreadsAnswerAtOnce();
    void notTooManyBookingsInADay();
    void aClosedPlaceTakesNone();
    void whatTheStationAsksIsAnswered();
    void aBookingDoesNotPassToSomebodyElse();
    void anOfferEnds();
    void theTimeCanBeMoved();
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
    QVERIFY(other.shows(u"For this person nothing more can be booked now."_s));
    QVERIFY(other.shows(u"value=\"张小丰\""_s));
    QCOMPARE(other.post(u"/booking/new"_s, m_bench->bookingFields(id, 8)).status, 303);
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
    QVERIFY(!m_browser->shows(u"/move"_s)); // first it is confirmed
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

#include "tests/support/pagebench.h"

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::platform;

// A village to which the field team comes: its days on the applicants' pages, and reminders with the papers to bring.
class TestVisits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theDaysAreShown();
    void aHallHasNoDays();
    void aClosedDayIsNotShown();
    void whoComesIsReminded_data();
    void whoComesIsReminded();

private:
    // The place as the station keeps it, with a slot at nine on each day.
    void openPlace(const QString &kind, const QList<QDate> &days);
    QStringList reminders(const QString &booking) const;
    void remind(const QString &booking);

    std::unique_ptr<PageBench> m_bench;
    std::unique_ptr<Browser> m_browser;
    QStringList m_slots;
};

void TestVisits::init()
{
    m_slots.clear();
    m_bench = std::make_unique<PageBench>();
    m_browser = std::make_unique<Browser>(m_bench->pages);
}

void TestVisits::openPlace(const QString &kind, const QList<QDate> &days)
{
    QJsonObject body = m_bench->placeBody();
    body[u"kind"_s] = kind;
    QJsonObject rules = body[u"rules"_s].toObject();
    rules[u"reminderDays"_s] = QJsonArray{7, 3, 1};
    body[u"rules"_s] = rules;
    const StationWrites writes(*m_bench->platform, m_bench->station, m_bench->stationKeys.publicKeys());
    QVERIFY(bool(writes.put(u"places"_s, body, 0)));
    for (const QDate &day : days) {
        m_slots << m_bench->newId();
        QVERIFY(bool(writes.put(u"slots"_s, m_bench->slotBody(m_slots.last(), day, QTime(9, 0), 1, 1), 0)));
    }
}

QStringList TestVisits::reminders(const QString &booking) const
{
    const auto messages
        = m_bench->platform->read([&](Resources &resources) { return resources.about(booking, u"messages"_s); });
    QStringList texts;
    for (const Resource &message : *messages) {
        if (message.body[u"body"_s][u"purpose"_s].toString() == "REMINDER"_L1)
            texts << message.body[u"body"_s][u"text"_s].toString();
    }
    return texts;
}

void TestVisits::remind(const QString &booking)
{
    const auto done = m_bench->platform->write([&](Resources &resources) {
        const auto there = resources.find(u"bookings"_s, booking);
        return Bookings(*m_bench->platform, resources).remind(**there);
    });
    QVERIFY(bool(done));
}

void TestVisits::theDaysAreShown()
{
    openPlace(u"VISIT"_s, {{2026, 12, 5}, {2026, 12, 12}});
    const QString sentence = u"The field team is in the village on "_s;
    m_browser->get(u"/"_s);
    QVERIFY2(m_browser->shows(sentence), qPrintable(m_browser->text()));
    QVERIFY(m_browser->shows(u"5 December 2026"_s) && m_browser->shows(u"12 December 2026"_s));
    QVERIFY(m_browser->logIn(u"13800001234"_s, m_bench->sender));
    m_browser->get(u"/booking/new"_s);
    QVERIFY(m_browser->shows(sentence));
    QVERIFY(m_browser->shows(u"5 December 2026"_s));
}

// Control.
void TestVisits::aHallHasNoDays()
{
    openPlace(u"HALL"_s, {{2026, 12, 5}});
    m_browser->get(u"/"_s);
    QVERIFY(m_browser->shows(u"Practice station, registration hall"_s));
    QVERIFY(!m_browser->shows(u"field team"_s));
}

void TestVisits::aClosedDayIsNotShown()
{
    openPlace(u"VISIT"_s, {{2026, 12, 5}});
    QJsonObject closed = m_bench->slotBody(m_slots.first(), {2026, 12, 5}, QTime(9, 0), 1, 1);
    QJsonArray seats;
    for (const int number : {1, 2})
        seats << QJsonObject{{u"no"_s, number}, {u"owner"_s, u"CLOSED"_s}};
    closed[u"seats"_s] = seats;
    const StationWrites writes(*m_bench->platform, m_bench->station, m_bench->stationKeys.publicKeys());
    QVERIFY(bool(writes.put(u"slots"_s, closed, 1)));
    m_browser->get(u"/"_s);
    QVERIFY(m_browser->shows(u"The days of the next visit are not fixed yet."_s));
}

void TestVisits::whoComesIsReminded_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("daysBefore");
    QTest::addColumn<bool>("confirmed");
    QTest::addColumn<bool>("reminded");
    QTest::newRow("a week before") << u"VISIT"_s << 7 << true << true;
    QTest::newRow("three days before") << u"VISIT"_s << 3 << true << true;
    QTest::newRow("the day before") << u"VISIT"_s << 1 << true << true;
    QTest::newRow("on another day") << u"VISIT"_s << 2 << true << false;
    QTest::newRow("only offered") << u"VISIT"_s << 3 << false << false;
    QTest::newRow("a hall") << u"HALL"_s << 3 << true << true;
}

void TestVisits::whoComesIsReminded()
{
    QFETCH(QString, kind);
    QFETCH(int, daysBefore);
    QFETCH(bool, confirmed);
    QFETCH(bool, reminded);
    const QDate visit(2026, 12, 5);
    openPlace(kind, {visit});
    const auto booking = m_bench->book(0);
    QVERIFY(bool(booking));
    QVERIFY(m_bench->decide(booking->id, u"approve"_s,
                            confirmed ? m_bench->ownSeats(m_slots, 2) : m_bench->wishes(m_slots)));
    m_bench->now = QDateTime(visit.addDays(-daysBefore), QTime(2, 0), Qt::UTC);
    remind(booking->id);
    remind(booking->id); // once a day
    const QStringList told = reminders(booking->id);
    QCOMPARE(told.size(), reminded ? 1 : 0);
    if (!reminded)
        return;
    QVERIFY2(told.first().contains(u"Please bring: Household booklet"_s), qPrintable(told.first()));
    QCOMPARE(told.first().contains(u"The field team comes to the village"_s), kind == "VISIT"_L1);
    QVERIFY(!told.first().contains(u"张小丰"_s));
}

QTEST_GUILESS_MAIN(TestVisits)
#include "tst_visits.moc"

#include "app/domain/openinghours.h"
#include "tests/support/tables.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

// Hours become slots and seats; holidays, single days and villages; nothing is left out when hours change.
class TestOpeningHours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void slotsOfADay_data();
    void slotsOfADay();
    void seatsAreNeverLeftOut();
    void hoursThatAreNone_data();
    void hoursThatAreNone();
    void longBusinesses();

private:
    static BookingPlace hall()
    {
        BookingPlace place;
        for (int weekday = 1; weekday <= 5; ++weekday)
            place.hours << OpeningHours{
                .weekday = weekday, .fromMinutes = 540, .untilMinutes = 620, .windows = 3, .publicWindows = 2};
        return place;
    }
    std::optional<WorkCalendar> m_calendar;
};

void TestOpeningHours::initTestCase()
{
    const auto calendar = WorkCalendar::load(shippedTable);
    QVERIFY(bool(calendar));
    m_calendar = *calendar;
}

void TestOpeningHours::slotsOfADay_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("count");
    QTest::newRow("a Tuesday") << QDate(2026, 11, 24) << u""_s << 4;
    QTest::newRow("a Saturday") << QDate(2026, 11, 28) << u""_s << 0;
    QTest::newRow("National Day, a Thursday") << QDate(2026, 10, 1) << u""_s << 0;
    QTest::newRow("hours of the holiday's own") << QDate(2026, 10, 1) << u"own"_s << 2;
    QTest::newRow("closed for a day") << QDate(2026, 11, 24) << u"closed"_s << 0;
    QTest::newRow("a village without a visit") << QDate(2026, 11, 24) << u"visit"_s << 0;
    QTest::newRow("a village on the day of the visit") << QDate(2026, 11, 28) << u"visitDay"_s << 3;
    QTest::newRow("hours that overlap") << QDate(2026, 11, 24) << u"overlap"_s << 4;
}

void TestOpeningHours::slotsOfADay()
{
    QFETCH(QDate, day);
    QFETCH(QString, change);
    QFETCH(int, count);
    BookingPlace place = hall();
    if (change == "own"_L1)
        place.hours << OpeningHours{
            .weekday = 0, .day = day, .fromMinutes = 600, .untilMinutes = 640, .windows = 1, .publicWindows = 1};
    else if (change == "closed"_L1)
        place.hours << OpeningHours{
            .weekday = 0, .day = day, .fromMinutes = 540, .untilMinutes = 620, .windows = 0, .publicWindows = 0};
    else if (change == "visit"_L1 || change == "visitDay"_L1)
        place.isVisit = true;
    else if (change == "overlap"_L1)
        place.hours << OpeningHours{
            .weekday = 2, .fromMinutes = 550, .untilMinutes = 610, .windows = 1, .publicWindows = 1};
    if (change == "visitDay"_L1)
        place.hours << OpeningHours{
            .weekday = 0, .day = day, .fromMinutes = 600, .untilMinutes = 660, .windows = 2, .publicWindows = 2};
    const QList<PlannedSlot> planned = slotsOn(place, day, *m_calendar);
    QCOMPARE(planned.size(), count);
    for (qsizetype at = 1; at < planned.size(); ++at)
        QVERIFY(planned[at - 1].time.secsTo(planned[at].time) >= planned[at - 1].minutes * 60);
    if (change.isEmpty() && count > 0) {
        QCOMPARE(planned.first().time, QTime(9, 0));
        QCOMPARE(planned.first().seats, (QList<SeatOwner>{SeatOwner::Public, SeatOwner::Public, SeatOwner::Station}));
    }
}

void TestOpeningHours::seatsAreNeverLeftOut()
{
    const QList<SeatOwner> planned{SeatOwner::Public};
    QCOMPARE(seatsWanted(planned, 3), (QList<SeatOwner>{SeatOwner::Public, SeatOwner::Closed, SeatOwner::Closed}));
    QCOMPARE(seatsWanted(planned, 0), planned);
}

void TestOpeningHours::hoursThatAreNone_data()
{
    QTest::addColumn<OpeningHours>("hours");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << OpeningHours{.weekday = 1, .fromMinutes = 540, .untilMinutes = 600} << true;
    QTest::newRow("ends before it begins")
        << OpeningHours{.weekday = 1, .fromMinutes = 600, .untilMinutes = 540} << false;
    QTest::newRow("no day") << OpeningHours{.weekday = 8, .fromMinutes = 540, .untilMinutes = 600} << false;
    QTest::newRow("no time") << OpeningHours{.weekday = 1, .fromMinutes = -1, .untilMinutes = 600} << false;
    QTest::newRow("51 windows") << OpeningHours{.weekday = 1, .fromMinutes = 540, .untilMinutes = 600, .windows = 51}
                                << false;
    QTest::newRow("more for the public than there are")
        << OpeningHours{.weekday = 1, .fromMinutes = 540, .untilMinutes = 600, .windows = 1, .publicWindows = 2}
        << false;
}

void TestOpeningHours::hoursThatAreNone()
{
    QFETCH(OpeningHours, hours);
    QFETCH(bool, good);
    BookingPlace place;
    place.hours = {hours};
    QCOMPARE(bool(place.check()), good);
}

void TestOpeningHours::longBusinesses()
{
    BookingPlace place = hall();
    place.businesses
        = {{.reason = u"11"_s, .minutes = 40}, {.reason = u"22"_s, .minutes = 20}, {.reason = u"23"_s, .minutes = 25}};
    QCOMPARE(place.slotsNeeded(u"11"_s), 2);
    QCOMPARE(place.slotsNeeded(u"22"_s), 1);
    QCOMPARE(place.slotsNeeded(u"23"_s), 2);
    QCOMPARE(place.slotsNeeded(u"99"_s), 1);
}

QTEST_GUILESS_MAIN(TestOpeningHours)
#include "tst_openinghours.moc"

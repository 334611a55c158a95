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
    void whoMustMove_data();
    void whoMustMove();
    void placesThatContradictThemselves_data();
    void placesThatContradictThemselves();

private:
    static BookingPlace hall()
    {
        BookingPlace place;
        place.businesses = {{.reason = u"22"_s, .minutes = 20}};
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
    QTest::newRow("a Saturday with hours of the week") << QDate(2026, 11, 28) << u"saturday"_s << 4;
    QTest::newRow("a Saturday of the National Day") << QDate(2026, 10, 3) << u"saturday"_s << 0;
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
    else if (change == "saturday"_L1)
        place.hours << OpeningHours{
            .weekday = 6, .fromMinutes = 540, .untilMinutes = 620, .windows = 1, .publicWindows = 1};
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
    BookingPlace place = hall();
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

void TestOpeningHours::whoMustMove_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("seat");
    QTest::addColumn<int>("why"); // -1: the seat stays
    QTest::newRow("nothing changes") << u""_s << 3 << -1;
    QTest::newRow("its owner changes") << u"owner"_s << 2 << -1;
    QTest::newRow("fewer windows") << u"fewer"_s << 3 << int(MoveReason::FewerWindows);
    QTest::newRow("fewer windows, another one") << u"fewer"_s << 1 << -1;
    QTest::newRow("the day is closed") << u"closed"_s << 1 << int(MoveReason::DayClosed);
    QTest::newRow("no hours on this weekday") << u"weekday"_s << 1 << int(MoveReason::NoHours);
    QTest::newRow("opens later") << u"later"_s << 1 << int(MoveReason::OtherTimes);
    QTest::newRow("slots of another length") << u"length"_s << 1 << int(MoveReason::OtherTimes);
    QTest::newRow("a holiday") << u"holiday"_s << 1 << int(MoveReason::Holiday);
}

void TestOpeningHours::whoMustMove()
{
    QFETCH(QString, change);
    QFETCH(int, seat);
    QFETCH(int, why);
    BookingPlace place = hall();
    HeldSeat held{.day = QDate(2026, 11, 24), .time = QTime(9, 0), .minutes = 20, .number = seat};
    OpeningHours &tuesday = place.hours[1];
    if (change == "owner"_L1)
        tuesday.publicWindows = 1;
    else if (change == "fewer"_L1)
        tuesday.windows = 2;
    else if (change == "closed"_L1)
        place.hours << OpeningHours{.weekday = 0, .day = held.day, .windows = 0, .publicWindows = 0};
    else if (change == "weekday"_L1)
        place.hours.removeAt(1);
    else if (change == "later"_L1)
        tuesday.fromMinutes = 550;
    else if (change == "length"_L1)
        place.slotMinutes = 10;
    else if (change == "holiday"_L1)
        held.day = QDate(2026, 10, 1);
    const auto found = whyMoved(place, held, *m_calendar);
    QCOMPARE(found ? int(*found) : -1, why);
}

void TestOpeningHours::placesThatContradictThemselves_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("good");
    QTest::newRow("good") << u""_s << true;
    QTest::newRow("no business") << u"business"_s << false;
    QTest::newRow("a village with a weekday") << u"visit"_s << false;
    QTest::newRow("a village with a day") << u"visitDay"_s << true;
    QTest::newRow("rests longer than at most") << u"rest"_s << false;
    QTest::newRow("first day after the last") << u"days"_s << false;
}

void TestOpeningHours::placesThatContradictThemselves()
{
    QFETCH(QString, change);
    QFETCH(bool, good);
    BookingPlace place = hall();
    if (change == "business"_L1)
        place.businesses.clear();
    else if (change.startsWith("visit"_L1))
        place.isVisit = true;
    else if (change == "rest"_L1)
        place.restFromMinutes = 61;
    else if (change == "days"_L1)
        place.bookableToDays = 0;
    if (change == "visitDay"_L1)
        place.hours = {OpeningHours{.weekday = 0, .day = QDate(2026, 12, 5)}};
    QCOMPARE(bool(place.check()), good);
}

QTEST_GUILESS_MAIN(TestOpeningHours)
#include "tst_openinghours.moc"

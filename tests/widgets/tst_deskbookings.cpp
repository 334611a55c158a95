#include "app/workflow/walkin.h"
#include "tests/support/linkedstation.h"
#include "tests/support/names.h"
#include "widgets/booking/bookedbox.h"
#include "widgets/booking/bookingpage.h"
#include "widgets/booking/bookingpages.h"
#include "widgets/booking/hourspage.h"
#include "widgets/booking/reissuepage.h"
#include "widgets/booking/todaybox.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The pages of bookings and of online re-issue, with a real platform at the other end of the line.
class TestDeskBookings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, qEnvironmentVariable("IDCOUNTER_THEME") == "dark"_L1 ? Theme::Dark : Theme::Light);
    }
    void init();
    void cleanup();
    void aBookingIsReviewedByKeys();
    void theApplicantTakesAnotherTime();
    void moreIsAskedFor();
    void theApplicantIsHere();
    void aColleagueHasIt();
    void anOnlineApplicationIsSentToTheCounter();
    void hoursAreKept();
    void hoursThatAreNone();
    void aLineThatIsDown();
    void typedDataAreMarkedUntilCompared();
    void todayOnTheHomePage();

private:
    template<typename T>
    T *child(const char *name) const
    {
        T *found = nullptr;
        for (QWidget *page : m_pages->pages()) {
            if (auto *one = page->findChild<T *>(QString::fromLatin1(name)))
                found = one;
        }
        return found;
    }
    QWidget *page(int number) const { return m_pages->pages()[number]; }
    void show(int number)
    {
        page(number)->resize(1366, 690);
        page(number)->show();
        QApplication::setActiveWindow(page(number));
    }
    QString book(int person = 0)
    {
        const auto booking = m_station->bench.book(person);
        m_station->api->wake();
        return booking ? booking->id : QString();
    }
    bool answer(const QString &text)
    {
        if (!QTest::qWaitFor([&] { return qApp->activeModalWidget() || page(0)->findChild<QInputDialog *>(); }))
            return false;
        auto *dialog = page(0)->findChild<QInputDialog *>();
        if (!dialog)
            dialog = page(1)->findChild<QInputDialog *>();
        if (!dialog)
            return false;
        dialog->setTextValue(text);
        dialog->accept();
        return true;
    }
    // For looking at: IDCOUNTER_PICTURES names the folder.
    void picture(int number, const QString &name) const
    {
        const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
        if (!folder.isEmpty())
            page(number)->grab().save(folder + u'/' + name + u".png"_s);
    }

    Language m_language;
    std::unique_ptr<LinkedStation> m_station;
    std::unique_ptr<BookingPages> m_pages;
};

void TestDeskBookings::init()
{
    m_language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
    m_station = std::make_unique<LinkedStation>();
    QVERIFY(m_station->open());
    Counter supervisor = m_station->practice.counter();
    supervisor.person.role = Role::Supervisor;
    BookingHours hours(supervisor, *m_station->link);
    BookingPlace hall = hours.usualHall();
    hall.id = QUuid(m_station->bench.place);
    hall.bookableToDays = 7;
    hall.nameZh = u"练习派出所户籍大厅"_s;
    hall.nameEn = u"Practice station, registration hall"_s;
    hours.save(hall);
    QTRY_VERIFY(m_station->there(u"places"_s, m_station->bench.place).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_station->link->state().unsent, 0, 30000);
    m_station->link.reset();
    m_pages = std::make_unique<BookingPages>(supervisor);
}

void TestDeskBookings::cleanup()
{
    m_pages.reset();
    m_station.reset();
}

void TestDeskBookings::aBookingIsReviewedByKeys()
{
    const QString id = book();
    show(0);
    auto *list = child<QTableWidget>("bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    QCOMPARE(list->item(0, 1)->text(), u"张小丰"_s);
    QTRY_VERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Return);
    auto *times = child<QListWidget>("timesList");
    QTRY_VERIFY(times->count() > 0);
    QVERIFY2(wrongNames(*page(0)) == QString(), qPrintable(wrongNames(*page(0))));
    auto *typed = page(0)->findChild<QLabel *>(u"typed_name"_s);
    QVERIFY(typed);
    QTRY_VERIFY(typed->isVisible() && typed->height() > 0);
    QCOMPARE(typed->text(), u"张小丰"_s);
    picture(0, u"booking_open"_s);
    QVERIFY(child<QPushButton>("approveNowButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>("approveNowButton"), Qt::LeftButton);
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"CONFIRMED"_s);
    QTest::mouseClick(child<QPushButton>("placedChip"), Qt::LeftButton);
    QTRY_COMPARE(list->rowCount(), 1);
    picture(0, u"booking_placed"_s);
    QTRY_VERIFY(list->item(0, 3)->text() == (m_language.following().code == "en"_L1 ? u"已确认"_s : u"confirmed"_s));
}

// A time was offered; the applicant took another one instead, which is confirmed: the list shows that one.
void TestDeskBookings::theApplicantTakesAnotherTime()
{
    const QString id = book();
    show(0);
    auto *list = child<QTableWidget>("bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    const auto slots = m_station->bench.platform->read([&](platform::Resources &resources) {
        return platform::Seats(resources).free(m_station->bench.place, m_station->bench.now.addDays(2),
                                               m_station->bench.now.addDays(6), 1, 10);
    });
    QVERIFY(slots && slots->size() >= 2);
    const auto slotAt = [&](int at) { return (*slots)[at][u"seats"_s][0][u"slot"_s].toString(); };
    const QJsonObject offer = m_station->bench.decision(id, 1, u"approve"_s, m_station->bench.wishes({slotAt(0)}));
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Bookings(*m_station->bench.platform, resources).decide(offer, m_station->bench.station.unit);
    }));
    m_station->api->wake();
    QTest::mouseClick(child<QPushButton>("placedChip"), Qt::LeftButton);
    const auto state = [&](const QString &zh, const QString &en) {
        return list->rowCount() == 1 && list->item(0, 3)->text() == (m_language.following().code == "en"_L1 ? zh : en);
    };
    QTRY_VERIFY(state(u"待申请人确认"_s, u"offered"_s));
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Bookings(*m_station->bench.platform, resources)
            .move(PlatformBench::accountId(0), id, slotAt(1));
    }));
    m_station->api->wake();
    QTRY_VERIFY(state(u"已确认"_s, u"confirmed"_s));
    QStringList shown;
    for (int column = 0; column < list->columnCount(); ++column)
        shown << list->item(0, column)->text();
    QVERIFY2(shown.join(u'|').contains((*slots)[1][u"time"_s].toString()), qPrintable(shown.join(u'|')));
    QCOMPARE(m_station->there(u"bookings"_s, id)->state, u"CONFIRMED"_s);
}

void TestDeskBookings::moreIsAskedFor()
{
    const QString id = book();
    show(0);
    auto *list = child<QTableWidget>("bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(child<QPushButton>("askButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>("askButton"), Qt::LeftButton);
    QVERIFY(answer(u"请补充换领原因。"_s));
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"MORE_ASKED"_s);
    QCOMPARE(m_station->there(u"bookings"_s, id)->body[u"reasons"_s][0][u"text"_s].toString(), u"请补充换领原因。"_s);
}

void TestDeskBookings::theApplicantIsHere()
{
    const QString id = book();
    show(0);
    auto *list = child<QTableWidget>("bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(child<QPushButton>("approveNowButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>("approveNowButton"), Qt::LeftButton);
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"CONFIRMED"_s);
    QTest::mouseClick(child<QPushButton>("placedChip"), Qt::LeftButton);
    QTRY_COMPARE(list->rowCount(), 1);
    QTRY_VERIFY(child<QPushButton>("arriveButton")->isEnabled());
    QSignalSpy asked(m_pages.get(), &BookingPages::draftAsked);
    QTest::keyClick(page(0), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(asked.wait());
    QCOMPARE(asked.first().first().toUuid(), QUuid(id));
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->state, u"ARRIVED"_s);
}

void TestDeskBookings::aColleagueHasIt()
{
    const QString id = book();
    Counter colleague = m_station->practice.counter();
    colleague.person.login = u"li"_s;
    colleague.person.name = u"李警官"_s;
    PlatformLink link(colleague);
    BookingDesk desk(colleague, link);
    link.open();
    QTRY_COMPARE(link.state().kind, LineState::Kind::Up);
    show(0);
    auto *list = child<QTableWidget>("bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    QSignalSpy opened(&desk, &BookingDesk::opened);
    desk.open(QUuid(id));
    QVERIFY(opened.wait());
    QTest::keyClick(list, Qt::Key_Return);
    auto *message = page(0)->findChild<MessageBar *>();
    QTRY_VERIFY(message->text().contains(u"李警官"_s));
    picture(0, u"booking_claimed"_s);
}

void TestDeskBookings::anOnlineApplicationIsSentToTheCounter()
{
    const platform::ReissueOrder order{.id = m_station->bench.newId(),
                                       .account = m_station->bench.account(0),
                                       .language = u"zh-CN"_s,
                                       .station = m_station->bench.station.unit,
                                       .form = PlatformBench::reissueForm(0)};
    QVERIFY(m_station->bench.platform->write([&](platform::Resources &resources) {
        return platform::Applications(*m_station->bench.platform, resources).submit(order);
    }));
    m_station->api->wake();
    show(1);
    auto *list = child<QTableWidget>("reissueList");
    QTRY_COMPARE(list->rowCount(), 1);
    auto *findings = child<QTableWidget>("findingsTable");
    QTRY_COMPARE(findings->rowCount(), 7);
    QCOMPARE(findings->item(0, 0)->text(), u"✗"_s);
    QCOMPARE(findings->item(5, 0)->text(), u"✓"_s);
    QVERIFY2(wrongNames(*page(1)) == QString(), qPrintable(wrongNames(*page(1))));
    picture(1, u"reissue_open"_s);
    QVERIFY(child<QPushButton>("toCounterButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>("toCounterButton"), Qt::LeftButton);
    QTRY_COMPARE(m_station->there(u"applications"_s, order.id)->state, u"SENT_TO_COUNTER"_s);
    QCOMPARE(m_station->there(u"applications"_s, order.id)->body[u"reasons"_s].toArray().size(), 1);
}

void TestDeskBookings::hoursAreKept()
{
    show(2);
    auto *table = child<QTableWidget>("hoursTable");
    QTRY_COMPARE(table->rowCount(), 10);
    QVERIFY2(wrongNames(*page(2)) == QString(), qPrintable(wrongNames(*page(2))));
    picture(2, u"hours"_s);
    table->item(0, 4)->setText(u"1"_s);
    QTest::mouseClick(child<QPushButton>("saveHoursButton"), Qt::LeftButton);
    const QString monday = idText(slotId(QUuid(m_station->bench.place), QDate(2026, 11, 30), QTime(9, 0)));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_station->there(u"slots"_s, monday)->body[u"body"_s][u"seats"_s][1][u"owner"_s].toString(), u"STATION"_s,
        20000);
}

void TestDeskBookings::hoursThatAreNone()
{
    show(2);
    auto *table = child<QTableWidget>("hoursTable");
    QTRY_COMPARE(table->rowCount(), 10);
    table->item(0, 1)->setText(u"13:00"_s); // until twelve
    QTest::mouseClick(child<QPushButton>("saveHoursButton"), Qt::LeftButton);
    auto *message = page(2)->findChild<MessageBar *>();
    QTRY_VERIFY(!message->text().isEmpty());
    QVERIFY(!message->text().startsWith(u"✓"_s));
}

void TestDeskBookings::aLineThatIsDown()
{
    book();
    show(0);
    auto *list = child<QTableWidget>("bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    m_station->stop();
    auto *line = child<QLabel>("lineText");
    QTRY_VERIFY(page(0)->findChild<QLabel *>(u"lineText"_s)->text().startsWith(u"▲"_s));
    Q_UNUSED(line)
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(child<QPushButton>("refuseBookingButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>("refuseBookingButton"), Qt::LeftButton);
    QVERIFY(answer(u"不符合条件。"_s));
    QTRY_VERIFY(list->item(0, 3)->text().contains(u"○"_s));
    picture(0, u"booking_without_line"_s);
    QVERIFY(page(0)->findChild<QPushButton *>(u"tryNowButton"_s)->isVisible());
    QVERIFY(m_station->serve());
    QTest::mouseClick(page(0)->findChild<QPushButton *>(u"tryNowButton"_s), Qt::LeftButton);
    QTRY_COMPARE(list->rowCount(), 0);
}

// What the applicant typed at home holds up the case until a clerk has compared each part of it.
void TestDeskBookings::typedDataAreMarkedUntilCompared()
{
    Booking booking{.id = QUuid::createUuid(), .reason = u"22"_s, .awayFromHome = true};
    booking.form = TypedForm{};
    booking.form->applicant.number = PlatformBench::citizenNumber(0);
    booking.form->applicant.name = u"张小丰"_s;
    const Counter counter = m_station->practice.counter();
    WalkIn walkIn(counter, draftOf(booking, counter.clock, counter.person.login), m_station->practice.household);
    BookedBox box(walkIn);
    box.resize(1100, 40);
    box.show();
    const auto problems = [&] { return walkIn.stateOf(StepId::Booklet).problems; };
    QVERIFY(box.isVisible());
    QVERIFY(problems().contains(Error::Code::BookedDataUnconfirmed));
    QVERIFY(problems().contains(Error::Code::ResidencePermitMissing));
    const auto boxes = box.findChildren<QCheckBox *>();
    for (QCheckBox *part : boxes) {
        if (part->isVisible() && !part->isChecked())
            QTest::mouseClick(part, Qt::LeftButton, {}, QPoint(8, part->height() / 2));
    }
    QVERIFY(!problems().contains(Error::Code::BookedDataUnconfirmed));
    QVERIFY(!problems().contains(Error::Code::ResidencePermitMissing));
    QVERIFY(!walkIn.stateOf(StepId::Form).problems.contains(Error::Code::BookedDataUnconfirmed));
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        box.grab().save(folder + u"/booked_box.png"_s);
    // Control: a walk-in without a booking shows nothing and asks for nothing.
    WalkIn plain(counter, Draft::begin(counter.clock, counter.person.login), m_station->practice.household);
    const BookedBox none(plain);
    QVERIFY(none.isHidden());
    QVERIFY(!plain.stateOf(StepId::Booklet).problems.contains(Error::Code::BookedDataUnconfirmed));
}

void TestDeskBookings::todayOnTheHomePage()
{
    const QString id = book();
    BookingDesk &desk = m_pages->desk();
    TodayBox box(desk);
    box.resize(460, 160);
    QTRY_COMPARE(desk.toReview().size(), 1);
    QVERIFY(box.isHidden());
    QSignalSpy opened(&desk, &BookingDesk::opened);
    desk.open(QUuid(id));
    QVERIFY(opened.wait());
    desk.approveNow(desk.file()->times.first()); // this morning
    QTRY_COMPARE(desk.today().size(), 1);
    box.show();
    auto *list = box.findChild<QListWidget *>(u"todayBookings"_s);
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"张小丰"_s));
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        box.grab().save(folder + u"/today_box.png"_s);
    QSignalSpy asked(m_pages.get(), &BookingPages::draftAsked);
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(asked.wait());
    QTRY_COMPARE(list->count(), 0);
}

QTEST_MAIN(TestDeskBookings)
#include "tst_deskbookings.moc"

#include "app/workflow/movemessage.h"
#include "tests/support/input.h"
#include "tests/support/linkedstation.h"
#include "tests/support/names.h"
#include "widgets/booking/bookingpage.h"
#include "widgets/booking/bookingpages.h"
#include "widgets/booking/hourspage.h"
#include "widgets/booking/hourstable.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>

using namespace idcounter;
using namespace Qt::StringLiterals;

// Halls and villages by keys, with a real platform at the other end; and whoever loses a window by a change.
class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        applyTheme(*qApp, qEnvironmentVariable("IDCOUNTER_THEME") == "dark"_L1 ? Theme::Dark : Theme::Light);
    }
    void init();
    void cleanup();
    void aVillageIsKeptByKeys();
    void whatApplicantsWillSee_data();
    void whatApplicantsWillSee();
    void rulesAreSet();
    void aPlaceIsClosed();
    void whatIsNoHoursIsNotLeft();
    void theHoursStayWhileTheLanguageChanges();
    void slotsOfAnotherLength();
    void whoseWindowGoes_data();
    void whoseWindowGoes();
    void theApplicantIsWrittenTo();
    void anotherTimeInTheVillage();
    void theMessageIsInTheApplicantsLanguage_data();
    void theMessageIsInTheApplicantsLanguage();

private:
    template<typename T>
    T *child(int number, const char *name) const
    {
        return page(number)->findChild<T *>(QString::fromLatin1(name));
    }
    QWidget *page(int number) const { return m_pages->pages()[number]; }
    void show(int number)
    {
        page(number)->resize(1366, 690);
        page(number)->show();
        QApplication::setActiveWindow(page(number));
    }
    bool showHours()
    {
        show(2);
        return QTest::qWaitFor([this] { return child<HoursTable>(2, "hoursTable")->rowCount() == 10; });
    }
    void press(int number, const char *name) { QTest::keyClick(child<QPushButton>(number, name), Qt::Key_Space); }
    void keep()
    {
        QApplication::setActiveWindow(page(2));
        QTest::keyClick(page(2), Qt::Key_Return, Qt::ControlModifier);
    }
    QString said() const { return page(2)->findChild<MessageBar *>()->text(); }
    bool isKept() const { return said().startsWith(u"Kept"_s) || said().startsWith(u"已保存"_s); }
    // Types over what stands in the cell that is edited.
    void typeOver(const QString &text)
    {
        const QPointer<QLineEdit> editor = child<HoursTable>(2, "hoursTable")->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!editor);
    }
    void typeIn(int row, int column, const QString &text)
    {
        auto *table = child<HoursTable>(2, "hoursTable");
        table->setCurrentCell(row, column);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        typeOver(text);
    }
    // The line of the preview for a day; empty: none.
    QStringList previewOf(const QString &day) const
    {
        auto *table = child<QTableWidget>(2, "previewTable");
        for (int row = 0; row < table->rowCount(); ++row) {
            if (!table->item(row, 0)->text().startsWith(day))
                continue;
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells << table->item(row, column)->text();
            return cells;
        }
        return {};
    }
    QDialog *dialog(const char *name) const
    {
        QDialog *found = nullptr;
        const bool is = QTest::qWaitFor([&] {
            for (QWidget *window : QApplication::topLevelWidgets()) {
                if (window->objectName() == QLatin1StringView(name) && window->isVisible())
                    found = qobject_cast<QDialog *>(window);
            }
            return found != nullptr;
        });
        return is ? found : nullptr;
    }
    // A booking with a time, which the test chooses from those that are free.
    QString bookedAt(const std::function<bool(const FreeTime &)> &wanted)
    {
        const auto booking = m_station->bench.book(0);
        if (!booking)
            return {};
        m_station->api->wake();
        BookingDesk &desk = m_pages->desk();
        if (!QTest::qWaitFor([&] { return desk.toReview().size() == 1; }))
            return {};
        QSignalSpy opened(&desk, &BookingDesk::opened);
        desk.open(QUuid(booking->id));
        if (!opened.wait())
            return {};
        const auto &times = desk.file()->times;
        const auto time = std::find_if(times.begin(), times.end(), wanted);
        if (time == times.end())
            return {};
        desk.approveNow(*time);
        const bool isPlaced = QTest::qWaitFor([&] {
            return desk.placed().size() == 1 && desk.placed().first().booking.state == BookingState::Confirmed;
        });
        return isPlaced ? booking->id : QString();
    }
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

void TestPlaces::init()
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
    hall.phone = u"0991-5550100"_s;
    hall.nameZh = u"练习派出所户籍大厅"_s;
    hall.nameEn = u"Practice station, registration hall"_s;
    hours.save(hall);
    QTRY_VERIFY(m_station->there(u"places"_s, m_station->bench.place).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_station->link->state().unsent, 0, 30000);
    m_station->link.reset();
    m_pages = std::make_unique<BookingPages>(supervisor);
}

void TestPlaces::cleanup()
{
    m_pages.reset();
    m_station.reset();
}

void TestPlaces::aVillageIsKeptByKeys()
{
    QVERIFY(showHours());
    auto *list = child<QListWidget>(2, "placesList");
    QCOMPARE(list->count(), 1);
    press(2, "addVillageButton");
    QCOMPARE(list->count(), 2);
    QTRY_VERIFY(child<QLineEdit>(2, "placeNameEdit")->hasFocus());
    keep(); // Control: without a name and an address nothing is kept.
    QVERIFY(!said().isEmpty() && !isKept());
    commitText(child<QLineEdit>(2, "placeNameEdit"), u"吐尔尕村便民服务点"_s);
    QTest::keyClicks(child<QLineEdit>(2, "placeEnglishEdit"), u"Turga village"_s);
    commitText(child<QLineEdit>(2, "placeAddressEdit"), u"吐尔尕村村委会"_s);
    auto *table = child<HoursTable>(2, "hoursTable");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Insert);
    typeOver(u"2026-12-05"_s); // a Saturday
    QCOMPARE(table->item(0, 0)->text(), u"2026-12-05"_s);
    const QStringList line = previewOf(u"12-05"_s);
    QCOMPARE(line.mid(1, 3), (QStringList{u"09:00–12:00"_s, u"9"_s, u"0"_s}));
    QVERIFY2(wrongNames(*page(2)) == QString(), qPrintable(wrongNames(*page(2))));
    picture(2, u"places_village"_s);
    keep();
    QTRY_VERIFY(isKept());
    QTRY_VERIFY(!list->item(1)->text().contains(u"●"_s));
    const auto isVillage = [](const BookingPlace &place) { return place.isVisit; };
    const auto kept = [&] {
        const auto &places = m_pages->desk().places();
        const auto found = std::find_if(places.begin(), places.end(), isVillage);
        return found == places.end() ? BookingPlace() : *found;
    };
    QTRY_VERIFY(!kept().id.isNull());
    QTRY_VERIFY(m_station->there(u"places"_s, idText(kept().id)).has_value());
    const QJsonObject body = m_station->there(u"places"_s, idText(kept().id))->body[u"body"_s].toObject();
    QCOMPARE(body[u"kind"_s].toString(), u"VISIT"_s);
    QCOMPARE(body[u"name"_s][u"en"_s].toString(), u"Turga village"_s);
    QCOMPARE(body[u"rules"_s][u"reminderDays"_s].toArray(), (QJsonArray{7, 3, 1}));
    const QString first = idText(slotId(kept().id, QDate(2026, 12, 5), QTime(9, 0)));
    QTRY_VERIFY_WITH_TIMEOUT(m_station->there(u"slots"_s, first).has_value(), 20000);
    const QString other = idText(slotId(kept().id, QDate(2026, 12, 4), QTime(9, 0)));
    QVERIFY(!m_station->there(u"slots"_s, other).has_value());
}

void TestPlaces::whatApplicantsWillSee_data()
{
    QTest::addColumn<QString>("typedDay"); // empty: nothing is typed
    QTest::addColumn<int>("windows");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QStringList>("line");
    const QStringList usual{u"09:00–12:00  14:00–17:00"_s, u"36"_s, u"18"_s, QString()};
    QTest::newRow("a weekday") << QString() << 0 << u"11-25"_s << usual;
    QTest::newRow("a Saturday") << QString() << 0 << u"11-28"_s
                                << QStringList{QString(), QString(), QString(), u"no hours"_s};
    QTest::newRow("closed on a day") << u"2026-11-25"_s << 0 << u"11-25"_s
                                     << QStringList{QString(), QString(), QString(), u"closed"_s};
    QTest::newRow("other hours on a day")
        << u"2026-11-25"_s << 1 << u"11-25"_s << QStringList{u"09:00–12:00"_s, u"9"_s, u"0"_s, u"other hours"_s};
    QTest::newRow("open on a Saturday") << u"2026-11-28"_s << 1 << u"11-28"_s
                                        << QStringList{u"09:00–12:00"_s, u"9"_s, u"0"_s, u"other hours"_s};
    QTest::newRow("a holiday, far ahead")
        << QString() << 0 << u"01-01"_s << QStringList{QString(), QString(), QString(), u"holiday"_s};
    QTest::newRow("a day that is over says nothing") << u"2026-11-23"_s << 1 << u"11-23"_s << QStringList();
}

void TestPlaces::whatApplicantsWillSee()
{
    QFETCH(QString, typedDay);
    QFETCH(int, windows);
    QFETCH(QString, day);
    QFETCH(QStringList, line);
    QVERIFY(showHours());
    auto *days = child<QSpinBox>(2, "bookableDaysSpin");
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"60"_s);
    QTest::keyClick(days, Qt::Key_Tab);
    if (!typedDay.isEmpty()) {
        press(2, windows == 0 ? "closeDayButton" : "addDayButton");
        typeOver(typedDay);
    }
    QCOMPARE(previewOf(day).mid(1), line);
}

void TestPlaces::rulesAreSet()
{
    QVERIFY(showHours());
    press(2, "placeRulesButton");
    const QPointer<QDialog> rules = dialog("placeRulesDialog");
    QVERIFY(rules);
    const auto type = [&](const char *name, const QString &text) {
        auto *box = rules->findChild<QSpinBox *>(QString::fromLatin1(name));
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
    };
    auto *businesses = rules->findChild<QTableWidget *>(u"businessTable"_s);
    businesses->setFocus();
    QCOMPARE(businesses->item(0, 0)->checkState(), Qt::Checked);
    QTest::keyClick(businesses, Qt::Key_Space); // the first is not served any more
    QCOMPARE(businesses->item(0, 0)->checkState(), Qt::Unchecked);
    type("ruleOfferHours", u"48"_s);
    type("ruleRestFrom", u"90"_s); // longer than at most
    type("businessMinutes22", u"30"_s);
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        rules->grab().save(folder + u"/places_rules.png"_s);
    auto *ok = rules->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QTest::mouseClick(ok, Qt::LeftButton);
    QVERIFY(rules->isVisible()); // Control: rules that contradict each other are not taken.
    QVERIFY(rules->findChild<QLabel *>(u"placeRulesProblem"_s)->isVisible());
    type("ruleRestFrom", u"5"_s);
    QTest::mouseClick(ok, Qt::LeftButton);
    QTRY_VERIFY(!rules);
    keep();
    QTRY_COMPARE(
        m_station->there(u"places"_s, m_station->bench.place)->body[u"body"_s][u"rules"_s][u"offerHours"_s].toInt(),
        48);
    const QJsonObject body = m_station->there(u"places"_s, m_station->bench.place)->body[u"body"_s].toObject();
    QCOMPARE(body[u"rules"_s][u"restMinutes"_s].toArray(), (QJsonArray{5, 60}));
    QHash<QString, int> minutes;
    const QJsonArray served = body[u"businesses"_s].toArray();
    for (const QJsonValue &business : served)
        minutes.insert(business[u"reason"_s].toString(), business[u"minutes"_s].toInt());
    QCOMPARE(minutes.value(u"22"_s), 30);
    QVERIFY(!minutes.contains(u"11"_s));
    QVERIFY(minutes.contains(u"12"_s));
}

void TestPlaces::aPlaceIsClosed()
{
    QVERIFY(showHours());
    auto *closed = child<QCheckBox>(2, "placeClosedBox");
    QTest::keyClick(closed, Qt::Key_Space);
    QVERIFY(closed->isChecked());
    QVERIFY(child<QLabel>(2, "previewSum")->text().startsWith(u"▲"_s));
    keep();
    QTRY_VERIFY(m_station->there(u"places"_s, m_station->bench.place)->body[u"body"_s][u"closed"_s].toBool());
}

void TestPlaces::whatIsNoHoursIsNotLeft()
{
    QVERIFY(showHours());
    press(2, "addHallButton");
    auto *list = child<QListWidget>(2, "placesList");
    QCOMPARE(list->currentRow(), 1);
    typeIn(0, 1, u"25:00"_s);
    QCOMPARE(child<QTableWidget>(2, "previewTable")->rowCount(), 0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(list->currentRow(), 1);
    QVERIFY(!said().isEmpty());
    typeIn(0, 1, u"9:30"_s);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClick(list, Qt::Key_Down); // what was typed is still there
    QCOMPARE(child<HoursTable>(2, "hoursTable")->item(0, 1)->text(), u"09:30"_s);
    press(2, "discardPlaceButton");
    QCOMPARE(list->count(), 1);
}

void TestPlaces::theHoursStayWhileTheLanguageChanges()
{
    QVERIFY(showHours());
    typeIn(0, 3, u"5"_s);
    const QString before = child<HoursTable>(2, "hoursTable")->item(0, 0)->text();
    m_language.use(m_language.following().code);
    auto *table = child<HoursTable>(2, "hoursTable");
    QTRY_VERIFY(table->item(0, 0)->text() != before);
    QCOMPARE(table->item(0, 3)->text(), u"5"_s);
    QVERIFY(table->hours().has_value());
    m_language.use(m_language.following().code);
}

// A slot keeps its length at the platform; a new length makes others beside it, and the old ones close.
void TestPlaces::slotsOfAnotherLength()
{
    QVERIFY(showHours());
    auto *minutes = child<QSpinBox>(2, "slotMinutesSpin");
    minutes->setFocus();
    minutes->selectAll();
    QTest::keyClicks(minutes, u"30"_s);
    keep();
    const QUuid hall(m_station->bench.place);
    const QString old = idText(slotId(hall, QDate(2026, 11, 26), QTime(9, 0)));
    const QString made = idText(slotId(hall, QDate(2026, 11, 26), QTime(9, 0), 30));
    QTRY_VERIFY_WITH_TIMEOUT(m_station->there(u"slots"_s, made).has_value(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(m_station->there(u"slots"_s, old)->body[u"body"_s][u"seats"_s][0][u"owner"_s].toString(),
                              u"CLOSED"_s, 30000);
    QCOMPARE(m_station->there(u"slots"_s, made)->body[u"body"_s][u"minutes"_s].toInt(), 30);
}

void TestPlaces::whoseWindowGoes_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("why"); // empty: the booking keeps its time
    QTest::newRow("nothing changes") << u""_s << u""_s;
    QTest::newRow("windows of the public become the station's") << u"owner"_s << u""_s;
    QTest::newRow("fewer windows") << u"fewer"_s << u"fewer windows"_s;
    QTest::newRow("the day is closed") << u"day"_s << u"the day is closed"_s;
    QTest::newRow("no longer open on this weekday") << u"weekday"_s << u"no longer open on this day"_s;
    QTest::newRow("opens later") << u"later"_s << u"the hours changed"_s;
}

// The station's own seat is the third window, on Wednesday at nine.
void TestPlaces::whoseWindowGoes()
{
    QFETCH(QString, change);
    QFETCH(QString, why);
    const QDate wednesday(2026, 11, 25);
    QVERIFY(!bookedAt([&](const FreeTime &time) { return time.day == wednesday && !time.own.isEmpty(); }).isEmpty());
    QVERIFY(showHours());
    const int row = 4; // Wednesday, in the morning
    if (change == "owner"_L1) {
        typeIn(row, 4, u"1"_s);
    } else if (change == "fewer"_L1) {
        typeIn(row, 3, u"2"_s);
    } else if (change == "later"_L1) {
        typeIn(row, 1, u"9:10"_s);
    } else if (change == "day"_L1) {
        press(2, "closeDayButton");
        typeOver(u"2026-11-25"_s);
    } else if (change == "weekday"_L1) {
        auto *table = child<HoursTable>(2, "hoursTable");
        table->setFocus();
        for (int times = 0; times < 2; ++times) {
            table->setCurrentCell(row, 0);
            QTest::keyClick(table, Qt::Key_Delete);
        }
    }
    keep();
    QTRY_VERIFY(isKept());
    BookingDesk &desk = m_pages->desk();
    QSignalSpy changed(&desk, &BookingDesk::changed);
    desk.refresh();
    QVERIFY(changed.wait());
    show(0);
    auto *chip = child<QPushButton>(0, "moveChip");
    QTRY_COMPARE(chip->isVisible(), !why.isEmpty());
    if (why.isEmpty())
        return;
    QTest::mouseClick(chip, Qt::LeftButton);
    auto *list = child<QTableWidget>(0, "bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    QCOMPARE(list->item(0, 1)->text(), u"张小丰"_s);
    QCOMPARE(list->item(0, 2)->text(), m_pages->desk().placed().first().phone());
    QVERIFY(!list->item(0, 2)->text().isEmpty());
    QVERIFY2(list->item(0, 3)->text().startsWith(why), qPrintable(list->item(0, 3)->text()));
    // Nobody lost the booking.
    QCOMPARE(m_station->there(u"bookings"_s, idText(m_pages->desk().placed().first().booking.id))->state,
             u"CONFIRMED"_s);
}

void TestPlaces::theApplicantIsWrittenTo()
{
    const QDate wednesday(2026, 11, 25);
    const QString id = bookedAt([&](const FreeTime &time) { return time.day == wednesday && !time.own.isEmpty(); });
    QVERIFY(!id.isEmpty());
    QVERIFY(showHours());
    typeIn(4, 3, u"2"_s);
    keep();
    QTRY_COMPARE(m_pages->desk().mustMove().size(), 1);
    show(0);
    QTest::mouseClick(child<QPushButton>(0, "moveChip"), Qt::LeftButton);
    auto *list = child<QTableWidget>(0, "bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    const auto written = [&] {
        const auto messages = m_station->bench.platform->read(
            [&](platform::Resources &resources) { return resources.about(id, u"messages"_s); });
        QStringList texts;
        for (const platform::Resource &message : *messages) {
            const QJsonObject body = message.body[u"body"_s].toObject();
            if (body[u"purpose"_s].toString() == "STATION"_L1 || body[u"purpose"_s].toString() == "TELEPHONED"_L1)
                texts << body[u"purpose"_s].toString() + u' ' + body[u"text"_s].toString();
        }
        return texts;
    };
    press(0, "writeToButton");
    auto *write = dialog("writeToDialog");
    QVERIFY(write);
    auto *text = write->findChild<QPlainTextEdit *>(u"writeToEdit"_s);
    // In the language of the booking.
    QVERIFY(text->toPlainText().contains(u"Wednesday, 25 November 2026 09:00"_s));
    QVERIFY(text->toPlainText().contains(u"0991-5550100"_s));
    QVERIFY(!text->toPlainText().contains(u"张小丰"_s));
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        write->grab().save(folder + u"/places_write.png"_s);
    QCOMPARE(written(), QStringList()); // nothing leaves before a person decides
    text->setFocus();
    QTest::keyClick(text, Qt::Key_End, Qt::ControlModifier);
    QTest::keyClicks(text, u" OK."_s);
    QTest::mouseClick(write->findChild<QPushButton *>(u"moveDialogYes"_s), Qt::LeftButton);
    QTRY_COMPARE(written().size(), 1);
    QVERIFY(written().first().startsWith(u"STATION Your time on Wednesday"_s));
    QVERIFY(written().first().endsWith(u" OK."_s));
    QTRY_VERIFY(list->rowCount() == 1 && list->item(0, 3)->text().contains(u"○"_s)); // still without a new time
    picture(0, u"places_must_move"_s);
    press(0, "calledButton");
    auto *called = dialog("calledDialog");
    QVERIFY(called);
    auto *yes = called->findChild<QPushButton *>(u"moveDialogYes"_s);
    QVERIFY(!yes->isEnabled()); // Control: what was said is kept, or nothing is.
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty())
        called->grab().save(folder + u"/places_called.png"_s);
    commitText(called->findChild<QLineEdit *>(u"callSaidEdit"_s), u"仍按原时间来，窗口加开。"_s);
    QTRY_VERIFY(yes->isEnabled());
    QTest::mouseClick(yes, Qt::LeftButton);
    QTRY_COMPARE(list->rowCount(), 0);
    QTRY_COMPARE(written().size(), 2);
    QTRY_COMPARE(m_pages->desk().mustMove().size(), 0);
    QCOMPARE(m_station->there(u"bookings"_s, id)->state, u"CONFIRMED"_s);
}

void TestPlaces::anotherTimeInTheVillage()
{
    const QDate wednesday(2026, 11, 25);
    const QString id = bookedAt([&](const FreeTime &time) { return time.day == wednesday && !time.own.isEmpty(); });
    QVERIFY(!id.isEmpty());
    QVERIFY(showHours());
    typeIn(4, 3, u"2"_s);
    keep();
    QTRY_COMPARE(m_pages->desk().mustMove().size(), 1);
    press(2, "addVillageButton");
    commitText(child<QLineEdit>(2, "placeNameEdit"), u"吐尔尕村便民服务点"_s);
    commitText(child<QLineEdit>(2, "placeAddressEdit"), u"吐尔尕村村委会"_s);
    press(2, "addDayButton");
    typeOver(u"2026-11-28"_s);
    typeIn(0, 4, u"0"_s); // the station gives away the one window itself
    keep();
    QTRY_COMPARE(m_pages->desk().places().size(), 2);
    const auto &places = m_pages->desk().places();
    const QUuid village = places[places[0].isVisit ? 0 : 1].id;
    QTRY_VERIFY_WITH_TIMEOUT(
        m_station->there(u"slots"_s, idText(slotId(village, QDate(2026, 11, 28), QTime(9, 0)))).has_value(), 30000);
    show(0);
    QTest::mouseClick(child<QPushButton>(0, "moveChip"), Qt::LeftButton);
    auto *list = child<QTableWidget>(0, "bookingList");
    QTRY_COMPARE(list->rowCount(), 1);
    auto *place = child<QComboBox>(0, "bookingPlaceBox");
    auto *times = child<QListWidget>(0, "timesList");
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(times->count() > 0 && place->isVisible());
    QCOMPARE(place->currentData().toUuid(), QUuid(m_station->bench.place));
    const int before = times->count();
    place->setFocus();
    QTest::keyClick(place, place->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    QTRY_VERIFY(times->count() > 0 && times->count() != before);
    QVERIFY(times->item(0)->text().startsWith(u"11-28"_s));
    picture(0, u"places_move"_s);
    QTRY_VERIFY(child<QPushButton>(0, "approveNowButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>(0, "approveNowButton"), Qt::LeftButton);
    QTRY_COMPARE(m_station->there(u"bookings"_s, id)->body[u"appointment"_s][u"day"_s].toString(), u"2026-11-28"_s);
    QCOMPARE(m_station->there(u"bookings"_s, id)->body[u"place"_s].toString(), idText(village));
    QTRY_COMPARE(m_pages->desk().mustMove().size(), 0);
}

void TestPlaces::theMessageIsInTheApplicantsLanguage_data()
{
    QTest::addColumn<bool>("isEnglish");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("zh") << false << u"0991-5550100"_s
                        << QStringList{u"2026年12月1日（星期二） 09:00"_s, u"户籍大厅"_s, u"法定节假日"_s,
                                       u"0991-5550100"_s};
    QTest::newRow("en") << true << u"0991-5550100"_s
                        << QStringList{u"Tuesday, 1 December 2026 09:00"_s, u"Hall"_s, u"public holiday"_s,
                                       u"or call 0991-5550100"_s};
    QTest::newRow("without a telephone") << true << QString() << QStringList{u"on this website. Your"_s};
}

void TestPlaces::theMessageIsInTheApplicantsLanguage()
{
    QFETCH(bool, isEnglish);
    QFETCH(QString, phone);
    QFETCH(QStringList, parts);
    BookingRow row{.mustMove = MoveReason::Holiday};
    row.booking.isEnglish = isEnglish;
    row.booking.appointment = {.day = QDate(2026, 12, 1), .time = QTime(9, 0)};
    const BookingPlace hall{.nameZh = u"户籍大厅"_s, .nameEn = u"Hall"_s, .phone = phone};
    const QString text = moveMessage(row, hall);
    for (const QString &part : std::as_const(parts))
        QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(text.size() <= 1000);
}

QTEST_MAIN(TestPlaces)
#include "tst_places.moc"

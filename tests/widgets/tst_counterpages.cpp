#include "app/texts/texts.h"
#include "tests/support/bench.h"
#include "tests/support/input.h"
#include "tests/support/names.h"
#include "widgets/common/codebox.h"
#include "widgets/common/groupededit.h"
#include "widgets/common/pinyin.h"
#include "widgets/home/casetable.h"
#include "widgets/home/daybars.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The counter between two citizens and around a case: what the window shows, finds, explains and keeps.
class TestCounterPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLogInWaitsForNothing();
    void everyPageExplainsItself();
    void numbersAreShownInGroups_data();
    void numbersAreShownInGroups();
    void readsPinyinInitials_data();
    void readsPinyinInitials();
    void codesAreFoundByInitials();
    void theLastDaysAreShown();
    void aFigureLeadsToItsCases();
    void whatWasChangedHidesNothingElse();
    void anApplicationIsWithdrawn();
    void aSearchWithoutResultSaysHow();
    void aNarrowWindowFoldsTheCard();
    void everyInputHasAName();
    void listsAreProperModels();
    void anIdleCounterLocksAndKeepsTheCase();
    void whatCannotBeSavedIsSaidAndKept();
};

// No device is opened and no table is read before somebody has logged in.
void TestCounterPages::theLogInWaitsForNothing()
{
    Bench bench;
    QTRY_VERIFY(bench.find<QPushButton>("practiceButton"));
    QTest::mouseClick(bench.find<QPushButton>("practiceButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_wang"));
    QCOMPARE(bench.furnished, 0);
    QCOMPARE(int(bench.station.tablesRead), 0);
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_wang"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton"));
    QCOMPARE(bench.furnished, 1);
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(int(bench.station.tablesRead) > 0); // the control
}

// F1 says what the page is for, in both languages, and on every page something else.
void TestCounterPages::everyPageExplainsItself()
{
    Bench bench;
    QVERIFY(bench.enter());
    QStringList texts;
    const auto explain = [&] {
        QTest::keyClick(bench.window.get(), Qt::Key_F1);
        if (!QTest::qWaitFor([&] { return bench.find<QLabel>("helpText"); }))
            return;
        texts << bench.find<QLabel>("helpText")->text();
        QTest::mouseClick(bench.find<QPushButton>("helpClose"), Qt::LeftButton);
        QTRY_VERIFY(!bench.find<QLabel>("helpText"));
    };
    explain();
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    explain();
    QTest::keyClicks(bench.find<QLineEdit>("searchEdit"), u"0014"_s);
    QTest::keyClick(bench.find<QLineEdit>("searchEdit"), Qt::Key_Return);
    explain();
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.window->walkInView());
    for (const StepId step : {StepId::Booklet, StepId::Photo, StepId::Fingers, StepId::Form, StepId::ReadBack}) {
        bench.window->walkInView()->walkIn().goTo(step);
        explain();
    }
    bench.language.use(u"zh_CN"_s);
    explain();
    QTest::keyClick(bench.window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLineEdit>("loginPassphrase"));
    explain();
    QCOMPARE(texts.size(), 10);
    QVERIFY(!texts.contains(QString()));
    QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), 10);
    QVERIFY(texts[8].contains(u"法定"_s));
}

void TestCounterPages::numbersAreShownInGroups_data()
{
    QTest::addColumn<QList<int>>("groups");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("gaps");
    QTest::newRow("citizen number") << GroupedEdit::citizenNumber() << u"11010519491231002X"_s << 2;
    QTest::newRow("half a number") << GroupedEdit::citizenNumber() << u"11010519"_s << 1;
    QTest::newRow("phone") << GroupedEdit::phone() << u"13800001234"_s << 2;
    QTest::newRow("one group") << GroupedEdit::phone() << u"138"_s << 0;
}

// On the screen only: the line is wider by the gaps, and its text, a copy of it included, has no blanks.
void TestCounterPages::numbersAreShownInGroups()
{
    QFETCH(QList<int>, groups);
    QFETCH(QString, text);
    QFETCH(int, gaps);
    GroupedEdit grouped(groups);
    QLineEdit plain;
    const auto widthOf = [&text](QLineEdit &edit) {
        edit.resize(400, 34);
        edit.show();
        QTest::keyClicks(&edit, text);
        return edit.inputMethodQuery(Qt::ImCursorRectangle).toRectF().x(); // the cursor stands behind the last one
    };
    const qreal wider = widthOf(grouped) - widthOf(plain);
    QCOMPARE(qRound(wider / 6), gaps);
    QCOMPARE(grouped.text(), text);
    grouped.selectAll();
    grouped.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QTest::keyClick(&grouped, Qt::Key_Home);
    QTest::keyClick(&grouped, Qt::Key_Delete);
    QCOMPARE(grouped.text(), text.mid(1));
    commitText(&grouped, u"9"_s);
    QCOMPARE(grouped.text(), u"9"_s + text.mid(1));
}

void TestCounterPages::readsPinyinInitials_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("initials");
    QTest::newRow("Xinjiang") << u"新疆"_s << u"xj"_s;
    QTest::newRow("Uyghur") << u"维吾尔族"_s << u"wwez"_s;
    QTest::newRow("Chongqing") << u"重庆"_s << u"cq"_s;
    QTest::newRow("Changsha") << u"长沙"_s << u"cs"_s;
    QTest::newRow("Xiamen") << u"厦门"_s << u"xm"_s;
    QTest::newRow("first and last of the alphabet") << u"阿坝凿"_s << u"abz"_s;
    QTest::newRow("mixed") << u"H族3"_s << u"hz3"_s;
}

void TestCounterPages::readsPinyinInitials()
{
    QFETCH(QString, text);
    QFETCH(QString, initials);
    QVERIFY2(pinyinInitials(text).contains(initials), qPrintable(pinyinInitials(text).join(u' ')));
    QVERIFY(!pinyinInitials(text).contains(u"zzzz"_s));
}

void TestCounterPages::codesAreFoundByInitials()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<CodeBox>("ethnicGroupBox"));
    auto *box = bench.find<CodeBox>("ethnicGroupBox");
    const auto choose = [box](const QString &typed) {
        box->setFocus();
        box->lineEdit()->clear();
        QTest::keyClicks(box->lineEdit(), typed);
        QWidget *list = box->completer()->popup(); // an open list has the keys
        QTest::keyClick(list->isVisible() ? list : box->lineEdit(), Qt::Key_Return);
        return box->code();
    };
    QCOMPARE(choose(u"wwe"_s), u"05"_s); // 维吾尔
    QCOMPARE(choose(u"HSK"_s), u"17"_s); // 哈萨克
    QCOMPARE(choose(u"uyg"_s), u"05"_s);
    QCOMPARE(choose(u"01"_s), u"01"_s);
    QCOMPARE(choose(u"zzz"_s), QString()); // none
}

void TestCounterPages::theLastDaysAreShown()
{
    Bench bench;
    QVERIFY(bench.enter());
    const QList<int> days{0, 2, 2, 9};
    for (qsizetype i = 0; i < days.size(); ++i) {
        Draft draft = bench.station.renewal();
        draft.id = QUuid::createUuid();
        draft.applicant.number = PracticeRegister::entries().at(i).number;
        QVERIFY(bench.accept(draft, days[i]));
    }
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(bench.find<DayBars>("caseBars"));
    QTRY_COMPARE(bench.find<DayBars>("caseBars")->accessibleDescription().count(u'\n'), 6); // seven days
    QTRY_VERIFY(bench.find<DayBars>("caseBars")->accessibleDescription().endsWith(u"11-24: 1"_s));
    QVERIFY(bench.find<DayBars>("caseBars")->accessibleDescription().contains(u"11-22: 2\n"_s));
    QVERIFY(bench.find<DayBars>("caseBars")->accessibleDescription().contains(u"11-23: 0\n"_s));
}

// One row of an attempt was changed: the figures are not shown and it is said why; the drafts are there all the same.
void TestCounterPages::whatWasChangedHidesNothingElse()
{
    Bench bench;
    QVERIFY(bench.enter());
    Draft draft = bench.station.renewal();
    const Attempt attempt{.id = QUuid::createUuid(), .caseId = draft.id, .day = bench.station.counter().today()};
    bool stored = false;
    QObject asker;
    bench.station.store.write(
        &asker,
        [draft, attempt, holder = DraftHolder{},
         at = bench.station.clock()](Repositories &repositories) -> Result<void> {
            if (const auto saved = repositories.drafts.save(draft, u"photo"_s, holder, at); !saved)
                return saved.error();
            if (auto counted = repositories.captures.count(attempt); !counted)
                return counted;
            return Statement(repositories.database.connection(), u"UPDATE attempt SET reason = 'x'"_s).run();
        },
        [&stored](const Result<void> &done) { stored = bool(done); });
    QTRY_VERIFY(stored);
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(bench.find<QTableView>("draftTable"));
    QCOMPARE(bench.find<QTableView>("draftTable")->model()->index(0, 0).data().toString(), draft.applicant.name);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::RecordAltered));
    QVERIFY(bench.find<QLabel>("messageCode")->text().contains(u"attempt"_s)); // which table
}

// From the report by Tab and Space to the case it counts.
void TestCounterPages::aFigureLeadsToItsCases()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(bench.accept(bench.station.renewal()));
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTRY_VERIFY(bench.find<QPushButton>("figure_0_1"));
    QTest::keyClick(bench.find<QPushButton>("figure_0_1"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QTableView>("foundTable"));
    QTRY_COMPARE(bench.find<QTableView>("foundTable")->model()->rowCount(), 1);
    QTest::keyClick(bench.find<QTableView>("foundTable"), Qt::Key_Return);
    const auto papers = [&bench] { return bench.find<QPushButton>("casePapersButton"); };
    QTRY_VERIFY(papers() && papers()->isEnabled());
    QTest::mouseClick(papers(), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("acceptanceNumber"));
}

// Found by a search, its case on one page; what was paid goes back, because it was not yet reported.
void TestCounterPages::anApplicationIsWithdrawn()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(bench.accept(bench.station.renewal()));
    QTest::keyClick(bench.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(bench.find<QLineEdit>("searchEdit"), u"9010"_s);
    QTest::keyClick(bench.find<QLineEdit>("searchEdit"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QTableView>("foundTable"));
    QTest::keyClick(bench.find<QTableView>("foundTable"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QPushButton>("withdrawButton"));
    const auto givesItUp = [&bench] { // the first of the causes
        if (!QTest::qWaitFor([&] { return bench.find<QComboBox>("askChoiceBox") != nullptr; }))
            return false;
        QTest::keyClick(bench.find<QComboBox>("askChoiceBox")->window(), Qt::Key_Return);
        return QTest::qWaitFor([&] { return bench.find<QLineEdit>("askTextEdit") != nullptr; });
    };
    QTest::mouseClick(bench.find<QPushButton>("withdrawButton"), Qt::LeftButton);
    QVERIFY(givesItUp());
    QTest::keyClick(bench.find<QLineEdit>("askTextEdit"), Qt::Key_Return); // no reason
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::DiscardReasonMissing));
    QTest::mouseClick(bench.find<QPushButton>("withdrawButton"), Qt::LeftButton);
    QVERIFY(givesItUp());
    QTest::keyClicks(bench.find<QLineEdit>("askTextEdit"), u"found again"_s);
    QTest::keyClick(bench.find<QLineEdit>("askTextEdit"), Qt::Key_Return);
    QTRY_VERIFY(!bench.find<QPushButton>("withdrawButton")); // it is over
}

void TestCounterPages::aSearchWithoutResultSaysHow()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(bench.find<QLineEdit>("searchEdit"), u"13900000000"_s);
    QTest::keyClick(bench.find<QLineEdit>("searchEdit"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLabel>("searchTitle"));
    QTRY_VERIFY(bench.find<QLabel>("searchTitle")->text().startsWith(u"No case was found"_s));
    QVERIFY(!bench.find<QTableView>("foundTable"));
}

void TestCounterPages::aNarrowWindowFoldsTheCard()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    commitText(bench.find<QLineEdit>("nameEdit"), u"李四"_s);
    QVERIFY(bench.find<QLabel>("cardName"));
    QVERIFY(!bench.find<QLabel>("cardLine"));
    bench.window->resize(1200, 700);
    QTRY_VERIFY(bench.find<QLabel>("cardLine"));
    QVERIFY(bench.find<QLabel>("cardLine")->text().contains(u"李四"_s));
    QVERIFY(!bench.find<QLabel>("cardName"));
    bench.window->resize(1366, 768);
    QTRY_VERIFY(bench.find<QLabel>("cardName"));
}

// On the pages around a case; those of a case are looked at in tst_mainwindow and tst_casepages.
void TestCounterPages::everyInputHasAName()
{
    Bench bench;
    QTRY_VERIFY(bench.find<QPushButton>("stationButton"));
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::mouseClick(bench.find<QPushButton>("stationButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("stationName"));
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::mouseClick(bench.find<QPushButton>("setUpBack"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("practiceButton"));
    QTest::mouseClick(bench.find<QPushButton>("practiceButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_li"));
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton); // the supervisor
    QTRY_VERIFY(bench.find<QPushButton>("barStationButton"));
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton"));
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::mouseClick(bench.find<QPushButton>("barStationButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("newPersonName"));
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTRY_VERIFY(bench.find<QPushButton>("figure_0_1"));
    QCOMPARE(wrongNames(*bench.window), QString());
    for (const QString &language : {u"zh_CN"_s, u"en"_s}) {
        bench.language.use(language);
        bench.window->activateWindow(); // no window manager does it after a dialog
        QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
        QTest::keyClick(bench.window.get(), Qt::Key_F9);
        QTRY_VERIFY(bench.window->findChild<QDialog *>(u"settingsDialog"_s));
        auto *dialog = bench.window->findChild<QDialog *>(u"settingsDialog"_s);
        QCOMPARE(wrongNames(*dialog), QString());
        dialog->reject();
        QTRY_VERIFY(!bench.window->findChild<QDialog *>(u"settingsDialog"_s));
    }
}

void TestCounterPages::listsAreProperModels()
{
    const Rules rules(shippedTable);
    CaseModel cases(rules);
    DraftModel drafts;
    const QAbstractItemModelTester caseTester(&cases, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester draftTester(&drafts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    cases.setCases({{.id = QUuid::createUuid(),
                     .number = *AcceptanceNumber::parse(u"6501020012026112400007"),
                     .name = u"张三"_s,
                     .reason = u"22"_s}});
    drafts.setDrafts({{.id = QUuid::createUuid(), .name = {}, .step = u"photo"_s, .openAt = u"3"_s},
                      {.id = QUuid::createUuid(), .name = u"李四"_s, .step = u"fee"_s}});
    QCOMPARE(cases.index(0, CaseModel::Number).data().toString(), u"650102 001 20261124 00007"_s);
    QCOMPARE(drafts.index(0, DraftModel::Name).data().toString(), u"(no name yet)"_s);
    QCOMPARE(drafts.index(1, DraftModel::Step).data().toString(), u"fee"_s);
    drafts.setDrafts({});
    QCOMPARE(drafts.rowCount(), 0);
}

void TestCounterPages::anIdleCounterLocksAndKeepsTheCase()
{
    Bench bench;
    QVERIFY(bench.enter());
    auto *timer = bench.window->findChild<QTimer *>(u"idleTimer"_s);
    QVERIFY(timer && timer->isActive());
    QCOMPARE(timer->intervalAsDuration(), std::chrono::milliseconds(std::chrono::minutes(3)));
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    commitText(bench.find<QLineEdit>("nameEdit"), u"王五"_s);
    // A key begins the time anew.
    QTRY_VERIFY(timer->remainingTime() < timer->interval() - 500);
    const int before = timer->remainingTime();
    QTest::keyClick(bench.find<QLineEdit>("numberEdit"), Qt::Key_Home);
    QVERIFY(timer->remainingTime() > before);
    // Nobody touches it for as long as that.
    timer->setInterval(1);
    QTRY_VERIFY(bench.find<QLineEdit>("loginPassphrase"));
    QCOMPARE(bench.station.login.state(), LogIn::State::Locked);
    QTest::keyClicks(bench.find<QLineEdit>("loginPassphrase"), LogIn::practiceLogins().first().passphrase);
    QTest::keyClick(bench.find<QLineEdit>("loginPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    QCOMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"王五"_s);
}

// The database takes nothing: the footer says so and what to do, the case stays, and goes in when it can.
void TestCounterPages::whatCannotBeSavedIsSaidAndKept()
{
    Bench bench;
    QVERIFY(bench.enter());
    const auto setReadOnly = [&bench](bool on) {
        bool done = false;
        QObject asker;
        bench.station.store.read(
            &asker,
            [on](Repositories &repositories) -> Result<bool> {
                const auto set = Statement(repositories.database.connection(),
                                           u"PRAGMA query_only = %1"_s.arg(on ? u"ON"_s : u"OFF"_s))
                                     .run();
                return set ? Result<bool>(true) : Result<bool>(set.error());
            },
            [&done](const Result<bool> &answer) { done = bool(answer); });
        return QTest::qWaitFor([&done] { return done; });
    };
    QVERIFY(setReadOnly(true));
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    commitText(bench.find<QLineEdit>("nameEdit"), u"赵六"_s);
    QTRY_VERIFY(bench.find<QLabel>("saveLabel")->text().contains(texts::describe(Error::Code::StorageReadOnly)));
    QTest::mouseClick(bench.find<QPushButton>("homeButton"), Qt::LeftButton); // it is not left unsaved
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    QCOMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"赵六"_s);
    QVERIFY(setReadOnly(false));
    commitText(bench.find<QWidget>("addressEdit"), u"新疆"_s);
    QTRY_VERIFY(bench.find<QLabel>("saveLabel")->text().startsWith(u"✓"_s));
}

QTEST_MAIN(TestCounterPages)
#include "tst_counterpages.moc"

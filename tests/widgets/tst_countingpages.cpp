#include "tests/support/cardbench.h"
#include "tests/support/names.h"
#include "widgets/cases/temporarycardpage.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QMessageBox>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

const QString third = u"650102198806129010"_s;

// A printer that is never asked.
class NoTray : public Printer
{
public:
    QString label() const override { return u"none"_s; }
    void print(const QUuid &job, const QString &, const QByteArray &) override { Q_EMIT printed(job); }
};

// A delivery of two cards, and a receipt page that can be closed and opened like a program that ended.
struct CountBench : CardBench
{
    std::optional<Standing> first;
    std::optional<Standing> second;

    bool begin()
    {
        if (!open())
            return false;
        first = put(form(adult, u"张三丰"_s), CaseState::Dispatched, {.batch = u"B7"_s});
        second = put(form(other, u"李娜"_s), CaseState::Dispatched, {.batch = u"B7"_s});
        if (first && second)
            showReceipt();
        return first && second;
    }

    // Another program with the same database: of this counter, or of another.
    void restart(const QString &where = u"1"_s)
    {
        receiptPage.reset();
        Counter counter = station.counter();
        counter.holder = {.token = QUuid::createUuid(), .where = where};
        receipt = std::make_unique<ReceiptDesk>(counter);
        showReceipt();
    }

    void scan(const QString &number) const
    {
        auto *edit = child<QLineEdit>(*receiptPage, "deliveryScanEdit");
        QTest::keyClicks(edit, number);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void scan(const Standing &card) const { scan(card.accepted.number.toString()); }

    QTableWidget *counted() const { return child<QTableWidget>(*receiptPage, "countedCards"); }

    // As it lies in the database, of all counters.
    QList<DeliveryCount> kept()
    {
        return inDatabase<QList<DeliveryCount>>([](Repositories &repositories) { return repositories.counts.counts(); })
            .value_or(QList<DeliveryCount>());
    }
};

} // namespace

// What was counted of a delivery outlives the program; what lies nowhere is put away again; who has a temporary card still.
class TestCountingPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void aCountGoesOnAfterARestart();
    void aScannerMayBeFasterThanTheDatabase();
    void aFinishedCountIsForgotten();
    void whatIsNotOursKeepsTheCount();
    void anotherCounterSeesIt();
    void anotherCounterTakesItOver();
    void whatWasPutAwayMeanwhileIsDone();
    void aCardSetAsideStandsFirst();
    void temporaryCardsStillOutAreListed();
};

void TestCountingPages::aCountGoesOnAfterARestart()
{
    CountBench bench;
    QVERIFY(bench.begin());
    bench.scan(*bench.first);
    bench.scan(u"650102999202611249"_s);
    bench.scan(*bench.second);
    bench.scan(*bench.first);
    bench.counted()->setCurrentCell(2, 0);
    child<QLineEdit>(*bench.receiptPage, "slotEdit")->selectAll();
    QTest::keyClicks(child<QLineEdit>(*bench.receiptPage, "slotEdit"), u"099"_s);
    bench.counted()->setCurrentCell(0, 0);
    click(*bench.receiptPage, "defectiveButton");
    QVERIFY(appears<QComboBox>(*bench.receiptPage, "askChoiceBox"));
    bench.receiptPage->findChild<QDialog *>(u"askChoiceDialog"_s)->accept();
    QTRY_VERIFY(!bench.kept().isEmpty() && bench.kept().first().cards.size() == 4
                && bench.kept().first().cards.first().defect);
    QStringList before;
    for (int row = 0; row < 4; ++row)
        before << cell(bench.counted(), row, 3) + cell(bench.counted(), row, 4);
    bench.restart();
    QTRY_COMPARE(bench.counted()->rowCount(), 4);
    for (int row = 0; row < 4; ++row)
        QCOMPARE(cell(bench.counted(), row, 3) + cell(bench.counted(), row, 4), before[row]);
    QCOMPARE(cell(bench.counted(), 2, 3), u"1 – 099"_s);
    QVERIFY(cell(bench.counted(), 0, 4).startsWith(u"▲"_s));
    QVERIFY(bench.message().contains(u"王建国"_s)); // who it was
    picture(*bench.receiptPage, u"count-restored"_s);
    QCOMPARE(bench.kept().size(), 1);
    QCOMPARE(wrongNames(*bench.receiptPage), QString());
    // No card was put away by it, and all of it can be.
    QCOMPARE(bench.stateOf(bench.second), CaseState::Dispatched);
    click(*bench.receiptPage, "putAwayButton");
    QTRY_COMPARE(bench.stateOf(bench.second), CaseState::Received);
    QTRY_COMPARE(bench.stateOf(bench.first), CaseState::Defective);
}

// The page is there before the desk has read what it judges a card by.
void TestCountingPages::aScannerMayBeFasterThanTheDatabase()
{
    CountBench bench;
    QVERIFY(bench.begin());
    bench.scan(*bench.first);
    QTRY_COMPARE(bench.kept().size(), 1);
    for (const int begun : {1, 0}) {
        bench.receiptPage.reset();
        bench.receipt = std::make_unique<ReceiptDesk>(bench.station.counter());
        bench.receiptPage = std::make_unique<ReceiptPage>(*bench.receipt, bench.receipt->counter());
        bench.receiptPage->show();
        bench.scan(*bench.second);
        QVERIFY(cell(bench.counted(), 0, 4).startsWith(u"■"_s)); // nothing is known yet
        QVERIFY(!child<QPushButton>(*bench.receiptPage, "putAwayButton")->isEnabled());
        QTRY_COMPARE(bench.counted()->rowCount(), begun + 1);
        QTRY_VERIFY(bench.kept().size() == 1 && bench.kept().first().cards.size() == begun + 1);
        QTRY_COMPARE(cell(bench.counted(), begun, 2), u"李娜"_s);
        QCOMPARE(cell(bench.counted(), begun, 3), u"1 – %1"_s.arg(begun + 1));
        QVERIFY(child<QPushButton>(*bench.receiptPage, "putAwayButton")->isEnabled());
        QTRY_VERIFY(!bench.kept().first().cards.last().box.isEmpty());
        QSignalSpy changed(bench.receipt.get(), &ReceiptDesk::changed);
        bench.receipt->refresh(); // and another counter goes on with nothing
        QVERIFY(changed.wait());
        QCOMPARE(bench.counted()->rowCount(), begun + 1);
        child<QPushButton>(*bench.receiptPage, "newDeliveryButton")->click();
        QVERIFY(appears<QPushButton>(*bench.receiptPage, "askBeforeYes"));
        click(*bench.receiptPage, "askBeforeYes");
        QTRY_VERIFY(bench.kept().isEmpty());
    }
}

void TestCountingPages::aFinishedCountIsForgotten()
{
    CountBench bench;
    QVERIFY(bench.begin());
    bench.scan(*bench.first);
    bench.scan(*bench.second);
    QTRY_VERIFY(bench.kept().size() == 1 && bench.kept().first().cards.size() == 2);
    click(*bench.receiptPage, "putAwayButton");
    QTRY_COMPARE(bench.stateOf(bench.second), CaseState::Received);
    QTRY_VERIFY(bench.kept().isEmpty());
    bench.restart();
    QCOMPARE(bench.counted()->rowCount(), 0);
    QVERIFY(bench.message().isEmpty());
}

// And it is not forgotten without a question.
void TestCountingPages::whatIsNotOursKeepsTheCount()
{
    CountBench bench;
    QVERIFY(bench.begin());
    bench.scan(*bench.first);
    bench.scan(u"650102999202611249"_s);
    click(*bench.receiptPage, "putAwayButton");
    QTRY_COMPARE(bench.stateOf(bench.first), CaseState::Received);
    QTRY_VERIFY(bench.kept().size() == 1 && bench.kept().first().cards.first().isDone);
    bench.restart();
    QTRY_COMPARE(bench.counted()->rowCount(), 2);
    QVERIFY(cell(bench.counted(), 0, 4).startsWith(u"✓"_s));
    QVERIFY(cell(bench.counted(), 1, 4).startsWith(u"■"_s));
    click(*bench.receiptPage, "newDeliveryButton");
    QVERIFY(appears<QPushButton>(*bench.receiptPage, "askBeforeYes"));
    QTest::keyClick(bench.receiptPage->findChild<QMessageBox *>(u"askBeforeDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!bench.receiptPage->findChild<QMessageBox *>(u"askBeforeDialog"_s));
    QCOMPARE(bench.counted()->rowCount(), 2);
    click(*bench.receiptPage, "newDeliveryButton");
    QVERIFY(appears<QPushButton>(*bench.receiptPage, "askBeforeYes"));
    click(*bench.receiptPage, "askBeforeYes");
    QTRY_VERIFY(bench.kept().isEmpty());
    QCOMPARE(bench.counted()->rowCount(), 0);
}

void TestCountingPages::anotherCounterSeesIt()
{
    CountBench bench;
    QVERIFY(bench.begin());
    QVERIFY(!child<QLabel>(*bench.receiptPage, "countedElsewhere"));
    bench.scan(*bench.first);
    QTRY_COMPARE(bench.kept().size(), 1);
    bench.restart(u"2"_s);
    QTRY_VERIFY(child<QLabel>(*bench.receiptPage, "countedElsewhere"));
    const QString said = child<QLabel>(*bench.receiptPage, "countedElsewhere")->text();
    QVERIFY(said.contains(u"王建国"_s));
    QVERIFY(said.contains(u"1"_s));
    QCOMPARE(bench.counted()->rowCount(), 0); // it is not hers
    picture(*bench.receiptPage, u"count-elsewhere"_s);
    QCOMPARE(wrongNames(*bench.receiptPage), QString());
    // She counts as well, and neither loses anything.
    bench.scan(*bench.second);
    QTRY_COMPARE(bench.kept().size(), 2);
    bench.restart(u"1"_s);
    QTRY_COMPARE(bench.counted()->rowCount(), 1);
    QCOMPARE(cell(bench.counted(), 0, 2), u"张三丰"_s);
}

void TestCountingPages::anotherCounterTakesItOver()
{
    CountBench bench;
    QVERIFY(bench.begin());
    bench.scan(*bench.first);
    QTRY_COMPARE(bench.kept().size(), 1);
    // The first program goes on while the second takes its count.
    auto firstDesk = std::move(bench.receipt);
    auto firstPage = std::move(bench.receiptPage);
    Counter counter = bench.station.counter();
    counter.holder = {.token = QUuid::createUuid(), .where = u"2"_s};
    bench.receipt = std::make_unique<ReceiptDesk>(counter);
    bench.showReceipt();
    bench.scan(*bench.second);
    QTRY_COMPARE(bench.kept().size(), 2);
    QTRY_VERIFY(child<QPushButton>(*bench.receiptPage, "takeOverCountButton"));
    click(*bench.receiptPage, "takeOverCountButton");
    QVERIFY(appears<QPushButton>(*bench.receiptPage, "askBeforeYes"));
    click(*bench.receiptPage, "askBeforeYes");
    QTRY_COMPARE(bench.counted()->rowCount(), 2);
    QTRY_VERIFY(bench.kept().size() == 1 && bench.kept().first().cards.size() == 2);
    QCOMPARE(bench.kept().first().place, u"2"_s);
    firstDesk->refresh();
    auto *lost = child<QTableWidget>(*firstPage, "countedCards");
    QTRY_COMPARE(lost->rowCount(), 0);
    QTRY_VERIFY(child<QLabel>(*firstPage, "messageText"));
    QCOMPARE(bench.kept().size(), 1);
    // What the first counts from now on is another count.
    QTest::keyClicks(child<QLineEdit>(*firstPage, "deliveryScanEdit"), bench.first->accepted.number.toString());
    QTest::keyClick(child<QLineEdit>(*firstPage, "deliveryScanEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.kept().size(), 2);
}

void TestCountingPages::whatWasPutAwayMeanwhileIsDone()
{
    CountBench bench;
    QVERIFY(bench.begin());
    bench.scan(*bench.first);
    bench.scan(*bench.second);
    QTRY_VERIFY(bench.kept().size() == 1 && bench.kept().first().cards.size() == 2);
    bench.receiptPage.reset(); // the program ends before it could note that the card lies in its place
    QSignalSpy moved(bench.receipt.get(), &CaseWork::moved);
    bench.receipt->receive(*bench.first, u"1"_s, u"1"_s);
    QVERIFY(moved.wait());
    bench.restart();
    QTRY_COMPARE(bench.counted()->rowCount(), 2);
    QVERIFY(cell(bench.counted(), 0, 4).startsWith(u"✓"_s));
    QVERIFY(!bench.counted()->item(0, 4)->text().contains(cell(bench.counted(), 1, 4)));
    click(*bench.receiptPage, "putAwayButton");
    QTRY_COMPARE(bench.stateOf(bench.second), CaseState::Received);
    QTRY_VERIFY(bench.kept().isEmpty());
}

void TestCountingPages::aCardSetAsideStandsFirst()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Supervisor));
    QVERIFY(bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified,
                      {.box = u"A"_s, .slot = u"17"_s, .notifiedOn = QDate(2026, 11, 20)}));
    bench.station.now = bench.station.now.addSecs(60);
    const auto aside = bench.put(bench.form(other, u"李娜"_s), CaseState::Notified,
                                 {.box = u"*"_s, .slot = u"12345678"_s, .notifiedOn = QDate(2026, 11, 24)});
    QVERIFY(aside);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    QTRY_VERIFY(child<QPushButton>(page, "storedPartButton")->text().startsWith(u"▲"_s));
    QTest::keyClick(&page, Qt::Key_2, Qt::AltModifier);
    auto *stored = child<QTableWidget>(page, "storedCards");
    QTRY_COMPARE(stored->rowCount(), 2);
    QVERIFY(cell(stored, 0, 1).startsWith(u"李娜"_s)); // though it came last
    QVERIFY(cell(stored, 0, 0).startsWith(u"▲"_s));
    QCOMPARE(cell(stored, 1, 0), u"A – 17"_s);
    QVERIFY(child<QLabel>(page, "setAsideNote"));
    stored->setCurrentCell(1, 0);
    const QString usual = child<QPushButton>(page, "otherPlaceButton")->text();
    stored->setCurrentCell(0, 0);
    QVERIFY(child<QPushButton>(page, "otherPlaceButton")->text() != usual);
    picture(page, u"stored-aside"_s);
    QCOMPARE(wrongNames(page), QString());
    click(page, "otherPlaceButton");
    QVERIFY(appears<QLineEdit>(page, "placeSlotEdit"));
    QCOMPARE(child<QLineEdit>(page, "placeSlotEdit")->text(), u"18"_s);
    click(page, "placeKeepButton");
    QTRY_COMPARE(bench.standing(aside->accepted.id)->progress.slot, u"18"_s);
    QTRY_VERIFY(!child<QLabel>(page, "setAsideNote"));
    QVERIFY(!child<QPushButton>(page, "storedPartButton")->text().startsWith(u"▲"_s));
}

void TestCountingPages::temporaryCardsStillOutAreListed()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto withdrawn = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Withdrawn, {});
    const auto underWay = bench.put(bench.form(other, u"李娜"_s), CaseState::Reported, {});
    const auto late = bench.put(bench.form(third, u"王五"_s), CaseState::Reported, {});
    QVERIFY(withdrawn && underWay && late);
    const QDate today = bench.station.counter().today();
    const auto issue = [&](const QString &serial, const Standing &standing, QDate until) {
        return bench.inDatabase<bool>([=, stamp = bench.station.counter().stamp(),
                                       id = standing.accepted.id](Repositories &repositories) -> Result<bool> {
            const auto blank = repositories.blanks.find(serial);
            if (!blank)
                return blank.error();
            const auto done = repositories.blanks.change(
                *blank,
                {.serial = serial, .state = BlankCard::State::Issued, .caseId = id, .day = today, .until = until},
                stamp);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        });
    };
    QVERIFY(bench.inDatabase<bool>(
        [today, stamp = bench.station.counter().stamp()](Repositories &repositories) -> Result<bool> {
            const auto done = repositories.blanks.receive(u"LS"_s, 1, 5, today, stamp);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        }));
    QVERIFY(issue(u"LS00000001"_s, *withdrawn, today.addMonths(3)));
    QVERIFY(issue(u"LS00000002"_s, *underWay, today.addMonths(3)));
    QVERIFY(issue(u"LS00000003"_s, *late, today.addDays(-10)));
    TemporaryCardDesk desk(bench.station.counter());
    NoTray printer;
    TemporaryCardPage page(desk, bench.station.counter(), printer);
    page.resize(1366, 690);
    page.show();
    QTRY_VERIFY(child<QTableWidget>(page, "dueBackTable"));
    auto *due = child<QTableWidget>(page, "dueBackTable");
    QCOMPARE(due->rowCount(), 2);
    QCOMPARE(cell(due, 0, 0), u"LS00000003"_s); // the longest due
    QCOMPARE(cell(due, 0, 4), today.addDays(-9).toString(Qt::ISODate));
    QCOMPARE(cell(due, 1, 1), u"张三丰"_s);
    QCOMPARE(cell(due, 1, 2), u"138 0000 1234"_s);
    QCOMPARE(cell(due, 1, 4), today.toString(Qt::ISODate));
    QCOMPARE(cell(due, 1, 5), texts::describe(CaseState::Withdrawn));
    auto *out = child<QTableWidget>(page, "outTable");
    QCOMPARE(out->rowCount(), 1);
    QCOMPARE(cell(out, 0, 0), u"LS00000002"_s);
    picture(page, u"temporary-out"_s);
    QCOMPARE(wrongNames(page), QString());
    due->setCurrentCell(1, 0);
    click(page, "takeDueBackButton");
    QTRY_COMPARE(due->rowCount(), 1);
    QCOMPARE(desk.stock().returned, 1);
    QCOMPARE(bench.stateOf(withdrawn), CaseState::Withdrawn); // the case stays what it is
    const auto history = bench.inDatabase<QList<LifeEntry>>(
        [id = withdrawn->accepted.id](Repositories &repositories) { return repositories.lives.history(id); });
    QVERIFY(history);
    QCOMPARE(history->last().event, u"temporary_back"_s);
    due->setCurrentCell(0, 0);
    click(page, "takeDueBackButton");
    QTRY_VERIFY(!child<QTableWidget>(page, "dueBackTable"));
}

QTEST_MAIN(TestCountingPages)
#include "tst_countingpages.moc"

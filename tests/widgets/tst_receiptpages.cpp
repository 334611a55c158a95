#include "tests/support/cardbench.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QMessageBox>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// The page on which cards come: counted, put away, called, found by their place.
class TestReceiptPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aDeliveryIsCounted();
    void aListIsRead();
    void aDefectiveCardIsReported();
    void missingCardsAreReported();
    void citizensAreCalled();
    void aCardIsFoundByItsPlace();
};

void TestReceiptPages::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
}

void TestReceiptPages::aDeliveryIsCounted()
{
    CardBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.put(bench.form(u"650102198806129010"_s, u"王五"_s), CaseState::Received,
                      {.box = u"A"_s, .slot = u"012"_s}));
    const auto first = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Dispatched, {.batch = u"B7"_s});
    const auto second = bench.put(bench.form(other, u"李娜"_s), CaseState::Dispatched, {.batch = u"B7"_s});
    QVERIFY(first && second);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    auto *scan = child<QLineEdit>(page, "deliveryScanEdit");
    auto *missing = child<QTableWidget>(page, "missingCards");
    QTRY_COMPARE(missing->rowCount(), 2);
    picture(page, u"receipt-start"_s);
    const auto type = [&](const QString &number) {
        QTest::keyClicks(scan, number);
        QTest::keyClick(scan, Qt::Key_Return);
    };
    type(first->accepted.number.toString());
    type(u"650102999202611249"_s);
    type(first->accepted.number.toString());
    type(second->accepted.number.grouped());
    auto *counted = child<QTableWidget>(page, "countedCards");
    QCOMPARE(counted->rowCount(), 4);
    QVERIFY(cell(counted, 0, 4).startsWith(u"✓"_s));
    QVERIFY(cell(counted, 1, 4).startsWith(u"■"_s));
    QVERIFY(cell(counted, 2, 4).startsWith(u"▲"_s));
    QCOMPARE(cell(counted, 0, 3), u"A – 013"_s);
    QCOMPARE(cell(counted, 3, 3), u"A – 014"_s);
    QCOMPARE(missing->rowCount(), 0);
    child<QLineEdit>(page, "slotEdit")->setFocus();
    child<QLineEdit>(page, "slotEdit")->selectAll();
    QTest::keyClicks(child<QLineEdit>(page, "slotEdit"), u"099"_s);
    QCOMPARE(cell(counted, 3, 3), u"A – 099"_s);
    picture(page, u"receipt-counted"_s);
    QTest::keyClick(scan, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.stateOf(first), CaseState::Received);
    QTRY_COMPARE(bench.stateOf(second), CaseState::Received);
    QCOMPARE(bench.standing(first->accepted.id)->progress.slot, u"013"_s);
    QCOMPARE(bench.standing(second->accepted.id)->progress.slot, u"099"_s);
    QTRY_COMPARE(child<QTableWidget>(page, "callList")->rowCount(), 3);
    picture(page, u"receipt-put-away"_s);
}

void TestReceiptPages::aListIsRead()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Dispatched, {});
    QVERIFY(card);
    bench.showReceipt();
    QFile list(bench.station.folder.filePath(u"list.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("\xEF\xBB\xBF" + card->accepted.number.toString().toLatin1() + "\r\nnonsense\r\n");
    list.close();
    bench.receipt->readList(list.fileName());
    auto *counted = child<QTableWidget>(*bench.receiptPage, "countedCards");
    QTRY_COMPARE(counted->rowCount(), 2);
    QCOMPARE(cell(counted, 0, 2), u"张三丰"_s);
    QVERIFY(cell(counted, 1, 4).startsWith(u"■"_s));
    bench.receipt->readList(bench.station.folder.filePath(u"nothing.txt"_s));
    QVERIFY(bench.isSaid(Error::Code::PackageUnreadable));
}

void TestReceiptPages::aDefectiveCardIsReported()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Dispatched, {});
    QVERIFY(card);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    QTest::keyClicks(child<QLineEdit>(page, "deliveryScanEdit"), card->accepted.number.toString());
    QTest::keyClick(child<QLineEdit>(page, "deliveryScanEdit"), Qt::Key_Return);
    click(page, "defectiveButton");
    QVERIFY(appears<QComboBox>(page, "askChoiceBox"));
    page.findChild<QDialog *>(u"askChoiceDialog"_s)->accept();
    QCOMPARE(bench.stateOf(card), CaseState::Dispatched);
    click(page, "putAwayButton");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Defective);
    const auto progress = bench.standing(card->accepted.id)->progress;
    QVERIFY(!progress.hasCard() && !progress.defectReported);
    click(page, "defectivePartButton");
    QTRY_COMPARE(child<QTableWidget>(page, "defectiveCards")->rowCount(), 1);
    picture(page, u"receipt-defective"_s);
}

void TestReceiptPages::missingCardsAreReported()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Dispatched, {});
    QVERIFY(card);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    QTRY_COMPARE(child<QTableWidget>(page, "missingCards")->rowCount(), 1);
    click(page, "reportMissingButton");
    QVERIFY(appears<QPushButton>(page, "askBeforeYes"));
    QTest::keyClick(page.findChild<QMessageBox *>(u"askBeforeDialog"_s), Qt::Key_Escape);
    QTRY_VERIFY(!page.findChild<QMessageBox *>(u"askBeforeDialog"_s));
    QCOMPARE(bench.stateOf(card), CaseState::Dispatched);
    click(page, "reportMissingButton");
    QVERIFY(appears<QPushButton>(page, "askBeforeYes"));
    click(page, "askBeforeYes");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Defective);
    QCOMPARE(bench.standing(card->accepted.id)->progress.defect, CardDefect::NotDelivered);
    QTRY_COMPARE(child<QTableWidget>(page, "missingCards")->rowCount(), 0);
}

void TestReceiptPages::citizensAreCalled()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto first = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Received, {.box = u"A"_s, .slot = u"1"_s});
    const auto second = bench.put(bench.form(other, u"李娜"_s), CaseState::Received, {.box = u"A"_s, .slot = u"2"_s});
    QVERIFY(first && second);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    auto *calls = child<QTableWidget>(page, "callList");
    QTRY_COMPARE(calls->rowCount(), 2);
    QCOMPARE(cell(calls, 0, 1), u"138 0000 1234"_s);
    const QString chosen = cell(calls, 0, 0);
    const auto &one = first->accepted.form.applicant.name == chosen ? first : second;
    const auto &another = first->accepted.form.applicant.name == chosen ? second : first;
    calls->setFocus();
    QTest::keyClick(calls, Qt::Key_N);
    QTRY_COMPARE(calls->rowCount(), 1);
    QCOMPARE(bench.stateOf(one), CaseState::Received);
    QCOMPARE(bench.standing(one->accepted.id)->progress.nextNotice, QDate(2026, 12, 1));
    child<QComboBox>(page, "callWayBox")->setCurrentIndex(1);
    QTest::keyClick(calls, Qt::Key_J);
    QTRY_COMPARE(calls->rowCount(), 0);
    QCOMPARE(bench.stateOf(another), CaseState::Notified);
    const QUuid id = another->accepted.id;
    const auto notices = bench.inDatabase<QList<Notice>>(
        [id](Repositories &repositories) { return repositories.lives.noticesOf(id); });
    QVERIFY(notices && notices->size() == 1);
    QCOMPARE(notices->first().way, u"message"_s);
    bench.station.now = bench.station.now.addDays(7);
    bench.receipt->refresh();
    QTRY_COMPARE(calls->rowCount(), 1);
    QCOMPARE(cell(calls, 0, 0), chosen);
}

void TestReceiptPages::aCardIsFoundByItsPlace()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Supervisor));
    const auto first = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Received, {.box = u"A"_s, .slot = u"17"_s});
    const auto aside = bench.put(bench.form(other, u"李娜"_s), CaseState::Notified,
                                 {.box = u"*"_s, .slot = u"12345678"_s, .notifiedOn = QDate(2026, 11, 24)});
    QVERIFY(first && aside);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    QTest::keyClick(&page, Qt::Key_2, Qt::AltModifier);
    auto *stored = child<QTableWidget>(page, "storedCards");
    QVERIFY(stored);
    QTRY_COMPARE(stored->rowCount(), 2);
    picture(page, u"receipt-stored"_s);
    auto *search = child<QLineEdit>(page, "storedSearchEdit");
    QTest::keyClicks(search, u"17"_s);
    const auto shown = [&] {
        QStringList names;
        for (int row = 0; row < stored->rowCount(); ++row) {
            if (!stored->isRowHidden(row))
                names << cell(stored, row, 1).section(u'\n', 0, 0);
        }
        return names;
    };
    QCOMPARE(shown(), QStringList(u"张三丰"_s));
    search->clear();
    for (int row = 0; row < stored->rowCount(); ++row) {
        if (cell(stored, row, 1).startsWith(u"李娜"_s))
            stored->setCurrentCell(row, 0);
    }
    click(page, "otherPlaceButton");
    QVERIFY(appears<QLineEdit>(page, "placeSlotEdit"));
    QCOMPARE(child<QLineEdit>(page, "placeBoxEdit")->text(), u"A"_s);
    QCOMPARE(child<QLineEdit>(page, "placeSlotEdit")->text(), u"18"_s);
    click(page, "placeKeepButton");
    QTRY_COMPARE(bench.standing(aside->accepted.id)->progress.slot, u"18"_s);
    QCOMPARE(bench.stateOf(aside), CaseState::Notified);
}

QTEST_MAIN(TestReceiptPages)
#include "tst_receiptpages.moc"

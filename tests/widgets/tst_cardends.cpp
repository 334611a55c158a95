#include "app/workflow/temporarycarddesk.h"
#include "tests/support/cardbench.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QInputDialog>
#include <QListWidget>

#include <algorithm>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// How cards end that nobody has any more use for: unclaimed ones, lost ones, temporary ones.
class TestCardEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoOfficersDestroyACard();
    void aClerkEndsNoCard();
    void aCardThatIsNotFoundIsReported();
    void onlyASupervisorReportsALoss();
    void aTemporaryCardComesBackWithTheNewOne();
    void theDayEndsWhatIsOver_data();
    void theDayEndsWhatIsOver();
    void yesterdaysCollectionStays();
};

namespace {

std::optional<LifeEntry> lastOf(CardBench &bench, const QUuid &caseId)
{
    const auto history = bench.inDatabase<QList<LifeEntry>>(
        [caseId](Repositories &repositories) { return repositories.lives.history(caseId); });
    return history && !history->isEmpty() ? std::optional(history->last()) : std::nullopt;
}

std::optional<BlankStock> stockOf(CardBench &bench)
{
    return bench.inDatabase<BlankStock>([](Repositories &repositories) { return repositories.blanks.stock(); });
}

// A temporary card for a case that is under way, on the way that the temporary card page goes.
bool issueTemporary(CardBench &bench, TemporaryCardDesk &desk, const Standing &standing)
{
    QSignalSpy moved(&desk, &CaseWork::moved);
    QSignalSpy changed(&desk, &TemporaryCardDesk::changed);
    desk.refresh();
    if (!changed.wait() || desk.next().isEmpty())
        return false;
    desk.issue(standing, desk.next().first().serial, PaymentMethod::Cash);
    if (!moved.wait())
        return false;
    const auto now = bench.standing(standing.accepted.id);
    return now && now->temporaryOut;
}

// Everything but the temporary card, by keys; its line is marked where it is to come back.
void handOver(CollectionPage &page, bool withTemporary)
{
    auto *parts = child<QListWidget>(page, "partsList");
    QTest::keyClick(parts, Qt::Key_S);
    QTest::keyClick(parts, Qt::Key_T);
    QTest::keyClicks(child<QLineEdit>(page, "fingerReasonEdit"), u"no reader today"_s);
    for (int row = 0; row < parts->count(); ++row) {
        const QString text = parts->item(row)->text();
        const bool isTemporary = text.contains(u"Temporary"_s);
        if (text.contains(u"read back"_s) || text.contains(u"Signed"_s) || (isTemporary && withTemporary))
            QTest::keyClick(parts, Qt::Key(Qt::Key_1 + row));
    }
    QTest::keyClick(parts, Qt::Key_Return, Qt::ControlModifier);
}

} // namespace

void TestCardEnds::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
}

void TestCardEnds::twoOfficersDestroyACard()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Supervisor));
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Unclaimed, inDrawer);
    const auto another
        = bench.put(bench.form(other, u"李娜"_s), CaseState::Unclaimed, {.box = u"A"_s, .slot = u"013"_s});
    QVERIFY(card && another);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QTest::keyClick(&page, Qt::Key_2, Qt::AltModifier);
    auto *list = child<QTableWidget>(page, "unclaimedList");
    QTRY_COMPARE(list->rowCount(), 2);
    for (int row = 0; row < list->rowCount(); ++row) {
        if (cell(list, row, 1) == u"张三丰")
            list->setCurrentCell(row, 0);
    }
    QTest::keyClicks(child<QLineEdit>(page, "endingReasonEdit"), u"moved away"_s);
    const auto end = [&](const QString &login, const QString &passphrase) {
        child<QLineEdit>(page, "endingOfficerEdit")->setText(login);
        child<QLineEdit>(page, "endingPassphraseEdit")->setText(passphrase);
        click(page, "destroyButton");
        QCOMPARE(child<QLineEdit>(page, "endingPassphraseEdit")->text(), QString());
    };
    const auto people = LogIn::practiceLogins();
    end({}, {}); // nobody else
    QTRY_VERIFY(!bench.message().isEmpty());
    QCOMPARE(bench.stateOf(card), CaseState::Unclaimed);
    end(people[0].login, people[0].passphrase); // who is logged in
    QVERIFY(bench.isSaid(Error::Code::SamePerson));
    QCOMPARE(bench.stateOf(card), CaseState::Unclaimed);
    end(people[1].login, people[1].passphrase);
    QTRY_COMPARE(bench.stateOf(card), CaseState::Destroyed);
    QTRY_COMPARE(list->rowCount(), 1);
    QCOMPARE(bench.stateOf(another), CaseState::Unclaimed);
    const auto progress = bench.standing(card->accepted.id)->progress;
    QVERIFY(!progress.hasCard());
    QCOMPARE(progress.ending, u"moved away"_s);
    const auto last = lastOf(bench, card->accepted.id);
    QVERIFY(last);
    QCOMPARE(last->event, u"destroy"_s);
    QCOMPARE(last->person, people[0].login);
    QCOMPARE(last->body.value(u"secondOfficer"_s).toString(), people[1].login);
    QTRY_VERIFY(bench.message().contains(u"张三丰"_s));
}

void TestCardEnds::aClerkEndsNoCard()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Clerk));
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Unclaimed, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QTest::keyClick(&page, Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(child<QTableWidget>(page, "unclaimedList")->rowCount(), 1);
    QVERIFY(!child<QPushButton>(page, "destroyButton")->isEnabled());
    QVERIFY(!child<QPushButton>(page, "handBackButton")->isEnabled());
    // Nor past the page.
    QSignalSpy failed(bench.collection.get(), &CaseWork::failed);
    bench.collection->destroy(*card, u"li"_s, u"moved away"_s);
    QVERIFY(failed.count() > 0 || failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RoleNotAllowed);
    QCOMPARE(bench.stateOf(card), CaseState::Unclaimed);
}

void TestCardEnds::aCardThatIsNotFoundIsReported()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Supervisor));
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    const auto another
        = bench.put(bench.form(other, u"李娜"_s), CaseState::Received, {.box = u"A"_s, .slot = u"013"_s});
    QVERIFY(card && another);
    bench.showReceipt();
    ReceiptPage &page = *bench.receiptPage;
    QTest::keyClick(&page, Qt::Key_2, Qt::AltModifier);
    auto *stored = child<QTableWidget>(page, "storedCards");
    QVERIFY(stored);
    QTRY_COMPARE(stored->rowCount(), 2);
    for (int row = 0; row < stored->rowCount(); ++row) {
        if (cell(stored, row, 1).startsWith(u"张三丰"_s))
            stored->setCurrentCell(row, 0);
    }
    const auto report = [&](const QString &what) {
        click(page, "notFoundButton");
        if (!appears<QLineEdit>(page, "askTextEdit"))
            return false;
        auto *edit = child<QLineEdit>(page, "askTextEdit");
        QTest::keyClicks(edit, what);
        QTest::keyClick(edit, Qt::Key_Return);
        return QTest::qWaitFor([&] { return !page.findChild<QInputDialog *>(u"askTextDialog"_s); });
    };
    QVERIFY(report({}));
    QVERIFY(bench.isSaid(Error::Code::DiscardReasonMissing));
    QCOMPARE(bench.stateOf(card), CaseState::Notified);
    QVERIFY(report(u"both boxes emptied, nothing"_s));
    QTRY_COMPARE(bench.stateOf(card), CaseState::Defective);
    const auto progress = bench.standing(card->accepted.id)->progress;
    QCOMPARE(progress.defect, CardDefect::LostInStation);
    QVERIFY(!progress.hasCard());
    QVERIFY(!progress.defectReported); // goes with the next package
    QTRY_COMPARE(stored->rowCount(), 1);
    QCOMPARE(bench.stateOf(another), CaseState::Received);
    click(page, "defectivePartButton");
    QTRY_COMPARE(child<QTableWidget>(page, "defectiveCards")->rowCount(), 1);
}

void TestCardEnds::onlyASupervisorReportsALoss()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Clerk));
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    QVERIFY(card);
    bench.showReceipt();
    QTest::keyClick(bench.receiptPage.get(), Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(child<QTableWidget>(*bench.receiptPage, "storedCards")->rowCount(), 1);
    QVERIFY(!child<QPushButton>(*bench.receiptPage, "notFoundButton"));
    QVERIFY(child<QPushButton>(*bench.receiptPage, "storedDefectButton")->isEnabled());
    QSignalSpy failed(bench.receipt.get(), &CaseWork::failed);
    bench.receipt->lose(*card, u"looked everywhere"_s);
    QVERIFY(failed.count() > 0 || failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RoleNotAllowed);
    QCOMPARE(bench.stateOf(card), CaseState::Notified);
}

// Whose temporary card came back is closed on the next day; the other is not, until it comes back as well.
void TestCardEnds::aTemporaryCardComesBackWithTheNewOne()
{
    CardBench bench;
    QVERIFY(bench.open());
    TemporaryCardDesk temporary(bench.collection->counter());
    temporary.receiveStock(u"L"_s, 1, 5);
    const auto first = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    const auto second = bench.put(bench.form(other, u"李娜"_s), CaseState::Notified, {.box = u"A"_s, .slot = u"013"_s});
    QVERIFY(first && second);
    QVERIFY(issueTemporary(bench, temporary, *first));
    QVERIFY(issueTemporary(bench, temporary, *second));
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    for (const auto &card : {first, second}) {
        QVERIFY(bench.findOpened(*card));
        QVERIFY(child<QLabel>(page, "heldBack")->text().contains(u"temporary card"_s));
        handOver(page, card->accepted.id == first->accepted.id);
        QTRY_COMPARE(bench.stateOf(card), CaseState::Collected);
    }
    QVERIFY(!bench.standing(first->accepted.id)->temporaryOut);
    QVERIFY(bench.standing(first->accepted.id)->progress.collection.temporaryReturned);
    QVERIFY(bench.standing(second->accepted.id)->temporaryOut);
    QVERIFY(!bench.standing(second->accepted.id)->progress.collection.temporaryReturned);
    QCOMPARE(stockOf(bench)->returned, 1);
    QCOMPARE(stockOf(bench)->issued, 1);

    const auto turnDay = [&] {
        bench.station.now = bench.station.now.addDays(1);
        QSignalSpy turned(bench.collection.get(), &CollectionDesk::dayTurned);
        bench.collection->turnDay();
        return turned.wait() ? turned.first().first().toInt() : -1;
    };
    QCOMPARE(turnDay(), 1);
    QCOMPARE(bench.stateOf(first), CaseState::Closed);
    QCOMPARE(bench.stateOf(second), CaseState::Collected);
    QSignalSpy moved(&temporary, &CaseWork::moved);
    temporary.takeBack(*bench.standing(second->accepted.id));
    QVERIFY(moved.wait());
    QCOMPARE(turnDay(), 1);
    QCOMPARE(bench.stateOf(second), CaseState::Closed);
    QCOMPARE(stockOf(bench)->returned, 2);
}

void TestCardEnds::theDayEndsWhatIsOver_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<int>("daysAgo"); // told, or fetched
    QTest::addColumn<CaseState>("then");
    QTest::newRow("told, the set days are not over") << CaseState::Notified << 180 << CaseState::Notified;
    QTest::newRow("told, and nobody came") << CaseState::Notified << 181 << CaseState::Unclaimed;
    QTest::newRow("fetched today") << CaseState::Collected << 0 << CaseState::Collected;
    QTest::newRow("fetched yesterday") << CaseState::Collected << 1 << CaseState::Closed;
}

void TestCardEnds::theDayEndsWhatIsOver()
{
    QFETCH(CaseState, state);
    QFETCH(int, daysAgo);
    QFETCH(CaseState, then);
    CardBench bench;
    QVERIFY(bench.open());
    const QDate day = bench.station.counter().today().addDays(-daysAgo);
    CaseProgress progress;
    if (state == CaseState::Notified)
        progress = {.box = u"A"_s, .slot = u"012"_s, .notifiedOn = day};
    else
        progress.collection = {.day = day, .oldCard = OldCardEnd::Taken};
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), state, progress);
    QVERIFY(card);
    QSignalSpy turned(bench.collection.get(), &CollectionDesk::dayTurned);
    bench.collection->turnDay();
    QVERIFY(turned.wait());
    QCOMPARE(turned.first().first().toInt(), then == state ? 0 : 1);
    QCOMPARE(bench.stateOf(card), then);
    if (then == CaseState::Unclaimed)
        QCOMPARE(bench.standing(card->accepted.id)->progress.slot, u"012"_s); // where it lies still
}

// A collection is taken back on its day only, and it is put on record who did it.
void TestCardEnds::yesterdaysCollectionStays()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Supervisor));
    CaseProgress progress;
    progress.collection = {.day = bench.station.counter().today(), .oldCard = OldCardEnd::Taken};
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Collected, progress);
    QVERIFY(card);
    QSignalSpy moved(bench.collection.get(), &CaseWork::moved);
    QSignalSpy failed(bench.collection.get(), &CaseWork::failed);
    bench.station.now = bench.station.now.addDays(1);
    bench.collection->undo(*card, u"wrong envelope"_s);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::DayOver);
    QCOMPARE(bench.stateOf(card), CaseState::Collected);
    bench.station.now = bench.station.now.addDays(-1);
    bench.collection->undo(*card, u"wrong envelope"_s);
    QVERIFY(moved.wait());
    QCOMPARE(bench.stateOf(card), CaseState::Notified);
    const auto last = lastOf(bench, card->accepted.id);
    QVERIFY(last);
    QCOMPARE(last->event, u"undo"_s);
    QCOMPARE(last->person, bench.collection->counter().person.login);
    QCOMPARE(last->body[u"reason"_s].toString(), u"wrong envelope"_s);
}

QTEST_MAIN(TestCardEnds)
#include "tst_cardends.moc"

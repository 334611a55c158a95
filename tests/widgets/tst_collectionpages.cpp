#include "tests/support/cardbench.h"
#include "tests/support/input.h"
#include "widgets/common/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QListWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 thumb = 41;
constexpr quint64 strangersThumb = 42;

} // namespace

// The page on which cards are handed out.
class TestCollectionPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCardIsHandedOutByKeys();
    void theBookletStandsForALostSlip_data();
    void theBookletStandsForALostSlip();
    void cardsThatAreHereStandFirst();
    void aStrangersFingerNeedsAReason();
    void aLostScannerIsTold();
    void theGuardianFetchesForAChild();
    void aDeputyOnlyWhereTheStationAllowsOne();
    void onlyASupervisorTakesACollectionBack();
    void aLetterComesBack();
    void aLetterArrives();
    void aDefectIsFoundAtTheCounter();
    void twoOfficersEndACard();
    void theLanguageChangesLive();
};

void TestCollectionPages::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
}

void TestCollectionPages::aCardIsHandedOutByKeys()
{
    CardBench bench;
    QVERIFY(bench.open());
    CaseProgress progress = inDrawer;
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, progress, thumb);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    picture(page, u"collection-empty"_s);
    QVERIFY(bench.findOpened(*card));
    QCOMPARE(child<QLabel>(page, "heldName")->text(), u"张三丰"_s);
    QVERIFY(child<QLabel>(page, "heldNumber")->text().contains(card->accepted.form.number()->masked()));
    QVERIFY(!child<QLabel>(page, "heldNumber")->text().contains(adult));
    QCOMPARE(child<QLabel>(page, "heldPlace")->text(), u"A – 012"_s);
    QVERIFY(child<QLabel>(page, "heldValidity")->text().contains(u"长期"_s));
    QVERIFY(child<QLabel>(page, "heldBack")->text().contains(u"old card"_s));

    auto *parts = child<QListWidget>(page, "partsList");
    QTRY_VERIFY(parts->hasFocus());
    QVERIFY(parts->item(0)->text().startsWith(u"✓"_s)); // found by the slip
    QTest::keyClick(parts, Qt::Key_F);
    QTRY_COMPARE(bench.scanner.armed, QStringList(u"11"_s));
    bench.scanner.press(PracticeFinger(thumb).impression(9));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(page, "fingerVerdict")->text().startsWith(u"✓"_s), 20000);
    QTest::keyClick(parts, Qt::Key_Space); // read back
    QTest::keyClick(parts, Qt::Key_T);
    picture(page, u"collection-parts"_s);
    QTest::keyClick(parts, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.isSaid(Error::Code::NotSigned));
    QCOMPARE(bench.stateOf(card), CaseState::Notified);
    QTest::keyClick(parts, Qt::Key_4);
    QTest::keyClick(parts, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.message().contains(u"handed out"_s));
    const auto done = bench.standing(card->accepted.id);
    QCOMPARE(done->accepted.state, CaseState::Collected);
    const CollectionRecord &record = done->progress.collection;
    QCOMPARE(record.finger, FingerAnswer::Match);
    QCOMPARE(record.oldCard, OldCardEnd::Taken);
    QVERIFY(record.readBack && record.isSigned && !record.chipChecked);
    QVERIFY(!child<QPushButton>(page, "handOutButton"));
    QVERIFY(child<QLineEdit>(page, "collectionSearchEdit")->hasFocus());
    picture(page, u"collection-done"_s);
}

void TestCollectionPages::theBookletStandsForALostSlip_data()
{
    QTest::addColumn<QString>("asked");
    QTest::newRow("citizen number") << adult;
    QTest::newRow("telephone") << u"13800001234"_s;
    QTest::newRow("name") << u"Li Na"_s;
}

// Nothing says by itself which paper is shown: it is asked for.
void TestCollectionPages::theBookletStandsForALostSlip()
{
    QFETCH(QString, asked);
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"Li Na"_s), CaseState::Notified, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QVERIFY(bench.find(asked));
    QVERIFY(appears<QListWidget>(page, "partsList"));
    auto *parts = child<QListWidget>(page, "partsList");
    QVERIFY(!parts->item(0)->text().startsWith(u"✓"_s));
    QTest::keyClicks(child<QLineEdit>(page, "fingerReasonEdit"), u"nothing is enrolled"_s);
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_4, Qt::Key_L})
        QTest::keyClick(parts, key);
    click(page, "handOutButton");
    QTRY_VERIFY(!bench.message().isEmpty());
    QCOMPARE(bench.stateOf(card), CaseState::Notified);
    QTest::keyClick(parts, Qt::Key_B);
    QVERIFY(parts->item(0)->text().startsWith(u"✓"_s) && parts->item(0)->text().contains(u"booklet"_s));
    click(page, "handOutButton");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Collected);
    QCOMPARE(bench.standing(card->accepted.id)->progress.collection.paper, CollectorPaper::Booklet);
}

void TestCollectionPages::cardsThatAreHereStandFirst()
{
    CardBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.put(bench.form(other, u"Li Na"_s), CaseState::InProduction, {}));
    QVERIFY(bench.put(bench.form(adult, u"Li Na"_s), CaseState::Received, {.box = u"B"_s, .slot = u"7"_s}));
    bench.showCollection();
    QVERIFY(bench.find(u"Li Na"_s));
    auto *found = child<QTableWidget>(*bench.collectionPage, "collectionFound");
    QTRY_COMPARE(found->rowCount(), 2);
    QCOMPARE(cell(found, 0, 0), u"B – 7"_s);
    QCOMPARE(cell(found, 1, 0), QString());
    QVERIFY(!child<QLabel>(*bench.collectionPage, "heldName")); // nobody was opened unasked
    picture(*bench.collectionPage, u"collection-found"_s);
    QTest::keyClick(found, Qt::Key_Down);
    QTest::keyClick(found, Qt::Key_Return);
    QVERIFY(appears<QLabel>(*bench.collectionPage, "handOutState"));
    QVERIFY(!child<QPushButton>(*bench.collectionPage, "handOutButton"));
    picture(*bench.collectionPage, u"collection-nocard"_s);
    QVERIFY(bench.find(u"Nobody"_s));
    QTRY_COMPARE(found->rowCount(), 0);
}

void TestCollectionPages::aStrangersFingerNeedsAReason()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Received, inDrawer, thumb);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QVERIFY(bench.findOpened(*card));
    auto *parts = child<QListWidget>(page, "partsList");
    click(page, "compareButton");
    QTRY_COMPARE(bench.scanner.armed.size(), 1);
    bench.scanner.press(PracticeFinger(strangersThumb).impression(1));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(page, "fingerVerdict")->text().startsWith(u"■"_s), 20000);
    QVERIFY(!child<QLabel>(page, "compareAdvice")->text().isEmpty());
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_4, Qt::Key_C})
        QTest::keyClick(parts, key);
    picture(page, u"collection-nomatch"_s);
    click(page, "handOutButton");
    QVERIFY(bench.isSaid(Error::Code::FingerNotCompared));
    QCOMPARE(bench.stateOf(card), CaseState::Received);
    QTest::keyClicks(child<QLineEdit>(page, "fingerReasonEdit"), u"scar; known in person"_s);
    click(page, "handOutButton");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Collected);
    const auto record = bench.standing(card->accepted.id)->progress.collection;
    QCOMPARE(record.finger, FingerAnswer::NoMatch);
    QCOMPARE(record.fingerReason, u"scar; known in person"_s);
    QCOMPARE(record.oldCard, OldCardEnd::Clipped);
}

void TestCollectionPages::aLostScannerIsTold()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Received, inDrawer, thumb);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QVERIFY(bench.findOpened(*card));
    click(page, "compareButton");
    bench.scanner.say(Error::Code::FingerOffCentre);
    QCOMPARE(child<QLabel>(page, "compareAdvice")->text(), texts::describe(Error::Code::FingerOffCentre));
    click(page, "compareButton");
    QCOMPARE(bench.scanner.armed.size(), 2);
    bench.scanner.fail(FingerprintScanner::State::Absent, Error::Code::ScannerLost);
    QVERIFY(bench.isSaid(Error::Code::ScannerLost));
    // A press that nobody asked for is nobody's.
    bench.scanner.press(PracticeFinger(thumb).impression(1));
    QVERIFY(child<QLabel>(page, "fingerVerdict")->text().startsWith(u"▲"_s));
    page.hide();
    QVERIFY(bench.scanner.state() != FingerprintScanner::State::Armed);
}

void TestCollectionPages::theGuardianFetchesForAChild()
{
    CardBench bench;
    QVERIFY(bench.open());
    Draft form = bench.form(u"650102201506150015"_s, u"张小丰"_s);
    form.business.oldCard = OldCard::None;
    form.guardian = {.number = adult, .name = u"张三丰"_s, .relation = u"51"_s, .phone = {}};
    const auto card = bench.put(form, CaseState::Received, inDrawer, thumb);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QVERIFY(bench.findOpened(*card));
    QCOMPARE(child<QLineEdit>(page, "collectorNameEdit")->text(), u"张三丰"_s);
    QCOMPARE(child<QComboBox>(page, "collectorBox")->count(), 1);
    QVERIFY(!child<QPushButton>(page, "compareButton")->isEnabled());
    auto *parts = child<QListWidget>(page, "partsList");
    QVERIFY(parts->item(1)->text().startsWith(u"–"_s));
    picture(page, u"collection-child"_s);
    QTest::keyClick(parts, Qt::Key_3);
    QTest::keyClick(parts, Qt::Key_4);
    child<QLineEdit>(page, "collectorNumberEdit")->clear();
    click(page, "handOutButton");
    QVERIFY(bench.isSaid(Error::Code::CollectorUnknown));
    QTest::keyClicks(child<QLineEdit>(page, "collectorNumberEdit"), adult);
    click(page, "handOutButton");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Collected);
    QCOMPARE(bench.standing(card->accepted.id)->progress.collection.by, Collector::Guardian);
}

void TestCollectionPages::aDeputyOnlyWhereTheStationAllowsOne()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto first = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Received, inDrawer);
    QVERIFY(first);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QVERIFY(bench.findOpened(*first));
    QCOMPARE(child<QComboBox>(page, "collectorBox")->count(), 1);
    QVERIFY(bench.allowDeputies());
    const auto second = bench.put(bench.form(other, u"李娜"_s), CaseState::Received, {.box = u"A"_s, .slot = u"013"_s});
    QVERIFY(bench.findOpened(*second));
    auto *who = child<QComboBox>(page, "collectorBox");
    QCOMPARE(who->count(), 2);
    QVERIFY(!child<QLineEdit>(page, "collectorNameEdit"));
    who->setCurrentIndex(1);
    commitText(child<QLineEdit>(page, "collectorNameEdit"), u"张三丰"_s);
    QTest::keyClicks(child<QLineEdit>(page, "collectorNumberEdit"), adult);
    auto *parts = child<QListWidget>(page, "partsList");
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_4, Qt::Key_L})
        QTest::keyClick(parts, key);
    click(page, "handOutButton"); // neither relation nor papers
    QTRY_VERIFY(bench.message().contains(u"relation"_s));
    QCOMPARE(bench.stateOf(second), CaseState::Received);
    auto *relation = child<QComboBox>(page, "collectorRelationBox");
    relation->setFocus();
    QTest::keyClicks(relation, u"20"_s);
    QTest::keyClick(relation, Qt::Key_Return);
    QTest::mouseClick(child<QCheckBox>(page, "collectorPapersBox"), Qt::LeftButton, {}, {8, 8});
    picture(page, u"collection-deputy"_s);
    click(page, "handOutButton");
    QTRY_COMPARE(bench.stateOf(second), CaseState::Collected);
    const auto record = bench.standing(second->accepted.id)->progress.collection;
    QCOMPARE(record.by, Collector::Deputy);
    QCOMPARE(record.number, adult);
    QCOMPARE(record.relation, u"20"_s);
    QVERIFY(record.deputyPapers);
    QCOMPARE(record.finger, FingerAnswer::NotAsked);
}

void TestCollectionPages::onlyASupervisorTakesACollectionBack()
{
    for (const Role role : {Role::Clerk, Role::Supervisor}) {
        CardBench bench;
        QVERIFY(bench.open(role));
        CaseProgress progress;
        progress.collection.day = {2026, 11, 24};
        const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Collected, progress);
        QVERIFY(card);
        bench.showCollection();
        CollectionPage &page = *bench.collectionPage;
        QVERIFY(bench.findOpened(*card));
        if (role == Role::Clerk) {
            QVERIFY(!child<QPushButton>(page, "undoButton"));
            continue;
        }
        picture(page, u"collection-undo"_s);
        click(page, "undoButton");
        QVERIFY(appears<QLineEdit>(page, "askTextEdit"));
        QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
        QVERIFY(bench.isSaid(Error::Code::DiscardReasonMissing));
        click(page, "undoButton");
        QVERIFY(appears<QLineEdit>(page, "askTextEdit"));
        QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), u"wrong envelope"_s);
        QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
        QTRY_COMPARE(bench.stateOf(card), CaseState::Notified);
        QVERIFY(child<QPushButton>(page, "handOutButton"));
    }
}

void TestCollectionPages::aLetterComesBack()
{
    CardBench bench;
    QVERIFY(bench.open());
    CaseProgress progress = inDrawer;
    progress.notifiedOn = {};
    Draft form = bench.form(adult, u"张三丰"_s);
    form.delivery.collection = Collection::Mail;
    form.delivery.mailingAddress = u"乌鲁木齐市天山区胜利路9号"_s;
    const auto card = bench.put(form, CaseState::Received, progress);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QVERIFY(bench.findOpened(*card));
    QVERIFY(!child<QPushButton>(page, "deliveredButton"));
    click(page, "mailButton");
    QVERIFY(appears<QLineEdit>(page, "askTextEdit"));
    QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), u"EMS123"_s);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.stateOf(card), CaseState::Mailed);
    QVERIFY(appears<QPushButton>(page, "deliveredButton"));
    QVERIFY(child<QPushButton>(page, "lostInMailButton"));
    QCOMPARE(cell(child<QTableWidget>(page, "collectionFound"), 0, 0), QString()); // it lies there no more
    QVERIFY(!child<QPushButton>(page, "handOutButton"));
    picture(page, u"collection-mailed"_s);
    click(page, "cameBackButton");
    QVERIFY(appears<QLineEdit>(page, "placeBoxEdit"));
    QVERIFY(!child<QLineEdit>(page, "placeSlotEdit")->text().isEmpty()); // the next free one
    child<QLineEdit>(page, "placeBoxEdit")->setText(u"C"_s);
    click(page, "placeKeepButton");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Received);
    QTRY_VERIFY(child<QPushButton>(page, "handOutButton"));
    QVERIFY(child<QLabel>(page, "heldPlace")->text().startsWith(u"C"_s));
}

void TestCollectionPages::aLetterArrives()
{
    CardBench bench;
    QVERIFY(bench.open());
    Draft form = bench.form(adult, u"张三丰"_s);
    form.business.oldCard = OldCard::Returned;
    form.delivery.collection = Collection::Mail;
    form.delivery.mailingAddress = u"乌鲁木齐市天山区胜利路9号"_s;
    CaseProgress progress;
    progress.trackingNumber = u"EMS123"_s;
    const auto card = bench.put(form, CaseState::Mailed, progress);
    QVERIFY(card);
    bench.showCollection();
    QVERIFY(bench.findOpened(*card));
    QVERIFY(appears<QPushButton>(*bench.collectionPage, "deliveredButton"));
    click(*bench.collectionPage, "deliveredButton");
    QTRY_COMPARE(bench.stateOf(card), CaseState::Delivered);
    CollectionDesk desk(bench.station.counter());
    QSignalSpy turned(&desk, &CollectionDesk::dayTurned);
    desk.turnDay(); // nothing is left to do
    QTRY_COMPARE(turned.count(), 1);
    QCOMPARE(bench.stateOf(card), CaseState::Closed);
}

void TestCollectionPages::aDefectIsFoundAtTheCounter()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    QVERIFY(bench.findOpened(*card));
    click(*bench.collectionPage, "defectButton");
    QVERIFY(appears<QComboBox>(*bench.collectionPage, "askChoiceBox"));
    child<QComboBox>(*bench.collectionPage, "askChoiceBox")->setCurrentIndex(1);
    bench.collectionPage->findChild<QDialog *>(u"askChoiceDialog"_s)->accept();
    QTRY_COMPARE(bench.stateOf(card), CaseState::Defective);
    QCOMPARE(bench.standing(card->accepted.id)->progress.defect, CardDefect::Unreadable);
}

void TestCollectionPages::twoOfficersEndACard()
{
    CardBench bench;
    QVERIFY(bench.open(Role::Supervisor));
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Unclaimed, inDrawer);
    QVERIFY(card);
    bench.showCollection();
    CollectionPage &page = *bench.collectionPage;
    QTest::keyClick(&page, Qt::Key_2, Qt::AltModifier);
    auto *list = child<QTableWidget>(page, "unclaimedList");
    QVERIFY(list);
    QTRY_COMPARE(list->rowCount(), 1);
    QTest::keyClicks(child<QLineEdit>(page, "endingReasonEdit"), u"moved away"_s);
    picture(page, u"collection-unclaimed"_s);
    const auto end = [&](const QString &login, const QString &passphrase) {
        child<QLineEdit>(page, "endingOfficerEdit")->setText(login);
        child<QLineEdit>(page, "endingPassphraseEdit")->setText(passphrase);
        click(page, "handBackButton");
    };
    const auto people = LogIn::practiceLogins();
    end(people[0].login, people[0].passphrase); // who is logged in
    QVERIFY(bench.isSaid(Error::Code::SamePerson));
    end(people[1].login, u"wrong"_s);
    QVERIFY(bench.isSaid(Error::Code::LoginWrong));
    QCOMPARE(bench.stateOf(card), CaseState::Unclaimed);
    end(people[1].login, people[1].passphrase);
    QTRY_COMPARE(bench.stateOf(card), CaseState::HandedBack);
    QTRY_COMPARE(list->rowCount(), 0);
    QVERIFY(child<QLineEdit>(page, "endingPassphraseEdit")->text().isEmpty());
}

void TestCollectionPages::theLanguageChangesLive()
{
    CardBench bench;
    QVERIFY(bench.open());
    const auto card = bench.put(bench.form(adult, u"张三丰"_s), CaseState::Notified, inDrawer, thumb);
    QVERIFY(card);
    bench.showCollection();
    QVERIFY(bench.findOpened(*card));
    const QString before = child<QListWidget>(*bench.collectionPage, "partsList")->item(0)->text();
    bench.language.use(u"zh_CN"_s);
    QApplication::processEvents();
    const QString after = child<QListWidget>(*bench.collectionPage, "partsList")->item(0)->text();
    QVERIFY(!before.isEmpty() && !after.isEmpty());
    QCOMPARE(child<QLabel>(*bench.collectionPage, "heldName")->text(), u"张三丰"_s);
    bench.language.use(u"en"_s);
    QApplication::processEvents();
    QCOMPARE(child<QListWidget>(*bench.collectionPage, "partsList")->item(0)->text(), before);
}

QTEST_MAIN(TestCollectionPages)
#include "tst_collectionpages.moc"

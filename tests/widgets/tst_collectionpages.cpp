#include "app/biometrics/minutiae.h"
#include "app/domain/uuidv7.h"
#include "app/texts/texts.h"
#include "devices/practice/practicefinger.h"
#include "tests/support/input.h"
#include "tests/support/patientscanner.h"
#include "tests/support/practicecounter.h"
#include "widgets/collection/collectionpage.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/receipt/receiptpage.h"

#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 thumb = 41;
constexpr quint64 strangersThumb = 42;

template<typename T>
T *child(QWidget &page, const char *name)
{
    const auto all = page.findChildren<T *>(QString::fromLatin1(name));
    for (T *widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

template<typename T>
bool appears(QWidget &page, const char *name)
{
    return QTest::qWaitFor([&] { return child<T>(page, name) != nullptr; });
}

QString cell(const QTableWidget *table, int row, int column)
{
    return table->item(row, column) ? table->item(row, column)->text() : QString();
}

void click(QWidget &page, const char *button)
{
    QTest::mouseClick(child<QPushButton>(page, button), Qt::LeftButton);
}

// For looking at: IDCOUNTER_PICTURES names the folder.
void picture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(50); // laid out
    page.grab().save(folder + u'/' + name + u".png"_s);
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

// Cards somewhere between the card centre and the citizen, and the pages over them. The seed of a finger is its person.
struct CardBench
{
    PracticeCounter station;
    PatientScanner scanner;
    Language language;
    std::unique_ptr<CollectionDesk> collection;
    std::unique_ptr<ReceiptDesk> receipt;
    std::unique_ptr<CollectionPage> collectionPage;
    std::unique_ptr<ReceiptPage> receiptPage;
    int cases = 0;

    bool open(Role role = Role::Clerk)
    {
        language.use(qEnvironmentVariable("IDCOUNTER_LANGUAGE", u"en"_s));
        if (!station.open())
            return false;
        Counter counter = station.counter();
        counter.person.role = role;
        collection = std::make_unique<CollectionDesk>(counter);
        receipt = std::make_unique<ReceiptDesk>(counter);
        return true;
    }

    void showCollection()
    {
        collectionPage
            = std::make_unique<CollectionPage>(*collection, *receipt, scanner, station.login, collection->counter());
        collectionPage->resize(1366, 690);
        collectionPage->show();
        QVERIFY(QTest::qWaitForWindowActive(collectionPage.get()));
    }

    void showReceipt()
    {
        QSignalSpy changed(receipt.get(), &ReceiptDesk::changed);
        receiptPage = std::make_unique<ReceiptPage>(*receipt, receipt->counter());
        receiptPage->resize(1366, 690);
        receiptPage->show();
        QVERIFY(QTest::qWaitForWindowActive(receiptPage.get()));
        QVERIFY(changed.count() > 0 || changed.wait());
    }

    template<typename T, typename Work>
    std::optional<T> inDatabase(Work work)
    {
        QObject asker;
        std::optional<Result<T>> done;
        station.store.write(&asker, work, [&done](const Result<T> &result) { done = result; });
        if (!QTest::qWaitFor([&done] { return done.has_value(); }))
            return {};
        if (!*done) {
            qWarning("%s %s", qPrintable(name(done->error().code)), qPrintable(done->error().detail));
            return {};
        }
        return **done;
    }

    static QByteArray templateOf(quint64 seed)
    {
        const PracticeFinger finger(seed);
        QList<FingerFeatures> presses;
        for (int number = 1; number <= 4; ++number) {
            if (const auto features = extract(finger.impression(number)))
                presses << *features;
        }
        return FingerTemplate(presses).toBytes();
    }

    Draft form(const QString &number, const QString &name)
    {
        Draft draft = station.renewal();
        draft.id = makeUuidV7(station.clock);
        draft.applicant.number = number;
        draft.applicant.name = name;
        draft.applicant.birthDate = CitizenNumber::parse(number)->birthDate();
        draft.business.oldCard = OldCard::KeptUntilCollection;
        draft.photo.reset();
        draft.fingers.clear();
        return draft;
    }

    // A case in the state; progress is what was found out on the way.
    std::optional<Standing> put(const Draft &draft, CaseState state, CaseProgress progress, quint64 finger = 0)
    {
        const Counter counter = station.counter();
        progress.since = counter.clock();
        if (!progress.validFrom.isValid())
            progress.validFrom = {2026, 11, 20};
        const QByteArray enrolled = finger ? templateOf(finger) : QByteArray();
        QImage face(358, 441, QImage::Format_RGB32);
        face.fill(QColor(214, 222, 230));
        return inDatabase<Standing>([=, photo = encoded(face, "JPEG")](Repositories &repositories) -> Result<Standing> {
            Draft form = draft;
            const auto keep = [&](CaptureKind kind, const QByteArray &bytes) -> Result<QUuid> {
                const Capture capture{.id = QUuid::createUuid(), .caseId = form.id, .kind = kind, .bytes = bytes};
                const auto done = repositories.captures.put(capture, counter.stamp());
                return done ? Result<QUuid>(capture.id) : Result<QUuid>(done.error());
            };
            const auto photoId = keep(CaptureKind::Photo, photo);
            if (!photoId)
                return photoId.error();
            form.photo = Photo{.capture = *photoId, .source = u"camera"_s};
            if (!enrolled.isEmpty()) {
                const auto id = keep(CaptureKind::FingerTemplate, enrolled);
                if (!id)
                    return id.error();
                form.fingers << FingerRecord{.finger = u"11"_s, .fingerTemplate = *id, .quality = 80, .verified = true};
            }
            const auto accepted = repositories.acceptance.accept(
                {.form = form,
                 .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = state},
                 .day = counter.today(),
                 .station = counter.station,
                 .device = counter.device,
                 .stamp = counter.stamp(),
                 .holder = counter.holder});
            if (!accepted)
                return accepted.error();
            const auto before = repositories.lives.standing(form.id);
            if (!before)
                return before.error();
            const CaseMove move{.caseId = form.id,
                                .version = before->version,
                                .transition = {.from = state, .event = u"test"_s, .to = state},
                                .progress = progress};
            if (const auto done = repositories.lives.move(move, counter.stamp()); !done)
                return done.error();
            return repositories.lives.standing(form.id);
        });
    }

    std::optional<Standing> standing(const QUuid &id)
    {
        return inDatabase<Standing>([id](Repositories &repositories) { return repositories.lives.standing(id); });
    }

    CaseState stateOf(const std::optional<Standing> &one)
    {
        const auto now = one ? standing(one->accepted.id) : std::nullopt;
        return now ? now->accepted.state : CaseState::None;
    }

    std::optional<bool> allowDeputies()
    {
        return inDatabase<bool>([](Repositories &repositories) -> Result<bool> {
            const auto loaded = StationSettings::load(repositories.station);
            if (!loaded)
                return loaded.error();
            StationSettings settings = *loaded;
            settings.life.deputy = DeputyRule::Relative;
            const auto stored = settings.store(repositories.station);
            return stored ? Result<bool>(true) : Result<bool>(stored.error());
        });
    }

    // As a barcode scanner types it.
    bool find(const QString &text)
    {
        auto *search = child<QLineEdit>(*collectionPage, "collectionSearchEdit");
        search->setFocus();
        search->selectAll();
        QTest::keyClicks(search, text);
        QSignalSpy found(collection.get(), &CollectionDesk::foundChanged);
        QTest::keyClick(search, Qt::Key_Return);
        return found.wait();
    }

    bool findOpened(const Standing &one)
    {
        QSignalSpy opened(collection.get(), &CollectionDesk::opened);
        return find(one.accepted.number.toString()) && (opened.count() > 0 || opened.wait());
    }

    QString message() const
    {
        QWidget *page = collectionPage ? static_cast<QWidget *>(collectionPage.get()) : receiptPage.get();
        const auto *text = child<QLabel>(*page, "messageText");
        return text ? text->text() : QString();
    }
    bool isSaid(Error::Code code) const
    {
        return QTest::qWaitFor([&] { return message() == texts::describe(code); });
    }
};

const QString adult = u"11010519491231002X"_s;
const QString other = u"650102200002299022"_s;
const CaseProgress inDrawer{.box = u"A"_s, .slot = u"012"_s, .notifiedOn = {2026, 11, 23}};

} // namespace

// The page on which cards are handed out, and that on which they come.
class TestCollectionPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aCardIsHandedOutByKeys();
    void cardsThatAreHereStandFirst();
    void aStrangersFingerNeedsAReason();
    void aLostScannerIsTold();
    void theGuardianFetchesForAChild();
    void aDeputyOnlyWhereTheStationAllowsOne();
    void onlyASupervisorTakesACollectionBack();
    void aLetterComesBack();
    void aDefectIsFoundAtTheCounter();
    void twoOfficersEndACard();
    void aDeliveryIsCounted();
    void aListIsRead();
    void aDefectiveCardIsReported();
    void missingCardsAreReported();
    void citizensAreCalled();
    void aCardIsFoundByItsPlace();
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
    QTest::keyClick(parts, Qt::Key_N); // no reader
    QTest::keyClick(parts, Qt::Key_T);
    picture(page, u"collection-parts"_s);
    QTest::keyClick(parts, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(bench.isSaid(Error::Code::NotSigned));
    QCOMPARE(bench.stateOf(card), CaseState::Notified);
    QTest::keyClick(parts, Qt::Key_5);
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
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_5, Qt::Key_C})
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
    QTest::keyClick(parts, Qt::Key_5);
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
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_5, Qt::Key_L})
        QTest::keyClick(parts, key);
    picture(page, u"collection-deputy"_s);
    click(page, "handOutButton");
    QTRY_COMPARE(bench.stateOf(second), CaseState::Collected);
    const auto record = bench.standing(second->accepted.id)->progress.collection;
    QCOMPARE(record.by, Collector::Deputy);
    QCOMPARE(record.number, adult);
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

void TestCollectionPages::aDeliveryIsCounted()
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

void TestCollectionPages::aListIsRead()
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

void TestCollectionPages::aDefectiveCardIsReported()
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

void TestCollectionPages::missingCardsAreReported()
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

void TestCollectionPages::citizensAreCalled()
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

void TestCollectionPages::aCardIsFoundByItsPlace()
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

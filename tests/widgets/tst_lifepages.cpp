#include "app/documents/casefile.h"
#include "app/domain/uuidv7.h"
#include "app/exchange/practicecentre.h"
#include "app/texts/lifetexts.h"
#include "app/texts/texts.h"
#include "app/workflow/packagedesk.h"
#include "app/workflow/reviewdesk.h"
#include "tests/support/lifecases.h"
#include "tests/support/names.h"
#include "tests/support/practicecounter.h"
#include "widgets/cases/casefilepage.h"
#include "widgets/cases/deadlinepage.h"
#include "widgets/cases/temporarycardpage.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/exchange/packagespage.h"

#include <QApplication>
#include <QBuffer>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T *child(const QWidget &page, const char *name)
{
    return page.findChild<T *>(QString::fromLatin1(name));
}

QString labelText(const QWidget &page, const char *name)
{
    return child<QLabel>(page, name)->text();
}

// A printer that takes every sheet, and keeps the last.
class SheetTray : public Printer
{
public:
    QString label() const override { return u"tray"_s; }
    void print(const QUuid &job, const QString &title, const QByteArray &pdf) override
    {
        titles << title;
        last = pdf;
        Q_EMIT printed(job);
    }
    QStringList titles;
    QByteArray last;
};

const QString firstCitizen = u"11010519491231002X"_s;
const QString secondCitizen = u"650102200002299022"_s;
const QString thirdCitizen = u"650102199003074516"_s;

// A practice station with accepted cases.
struct LifeBench
{
    PracticeCounter station;
    SheetTray tray;

    bool open() { return station.open(); }

    Counter counterOf(const QString &login, bool remoteArea = false)
    {
        Counter counter = station.counter();
        counter.station.remoteArea = remoteArea;
        for (const auto &one : LogIn::practiceLogins()) {
            if (one.login == login)
                counter.person = {.id = QUuid::createUuid(), .login = one.login, .name = one.name, .role = one.role};
        }
        return counter;
    }

    Draft form(const QString &number, const QString &name)
    {
        Draft draft = station.renewal();
        draft.id = makeUuidV7(station.clock);
        draft.applicant.number = number;
        draft.applicant.name = name;
        draft.fillFromNumber();
        draft.fingers.clear();
        for (const char *finger : {"11", "16"})
            draft.fingers << FingerRecord{
                .finger = QString::fromLatin1(finger), .result = FingerResult::NotRegistered, .reason = u"bandage"_s};
        draft.secondOfficer = u"li"_s;
        return draft;
    }

    // So many days ago, with 20 days promised; its photo lies in the database.
    bool accept(Draft draft, int daysAgo = 0, const QList<Charge> &charges = {})
    {
        const Counter counter = station.counter();
        QImage picture(358, 441, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        picture.save(&buffer, "JPEG");
        const QDate day = counter.today().addDays(-daysAgo);
        draft.signing.formDate = day;
        draft.payment.method = charges.isEmpty() ? PaymentMethod::Free : PaymentMethod::Cash;
        QObject asker;
        std::optional<Result<Case>> done;
        station.store.write(
            &asker,
            [=](Repositories &repositories) -> Result<Case> {
                const Capture photo{
                    .id = draft.photo->capture, .caseId = draft.id, .kind = CaptureKind::Photo, .bytes = jpeg};
                if (auto stored = repositories.captures.put(photo, counter.stamp()); !stored)
                    return stored.error();
                return repositories.acceptance.accept(
                    {.form = draft,
                     .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = CaseState::Accepted},
                     .charges = charges,
                     .legalDue = day.addDays(60),
                     .promiseDue = day.addDays(20),
                     .day = day,
                     .station = counter.station,
                     .device = counter.device,
                     .stamp = counter.stamp(),
                     .holder = counter.holder});
            },
            [&done](const Result<Case> &accepted) { done = accepted; });
        if (!QTest::qWaitFor([&done] { return done.has_value(); }))
            return false;
        if (!*done)
            qWarning("%s %s", qPrintable(name(done->error().code)), qPrintable(done->error().detail));
        return bool(*done);
    }

    bool approve(const QUuid &caseId)
    {
        ReviewDesk desk(counterOf(u"li"_s));
        QSignalSpy changed(&desk, &ReviewDesk::changed);
        QSignalSpy moved(&desk, &ReviewDesk::moved);
        desk.refresh();
        if (!changed.wait())
            return false;
        for (const Standing &standing : desk.waiting()) {
            if (standing.accepted.id == caseId)
                desk.approve(standing);
        }
        return moved.wait();
    }

    int audits(const QString &action)
    {
        QObject asker;
        std::optional<int> count;
        station.store.read(
            &asker, [action](Repositories &repositories) { return repositories.journal.audits(action, 100); },
            [&count](const Result<QList<AuditEntry>> &found) { count = found ? int(found->size()) : -1; });
        return QTest::qWaitFor([&count] { return count.has_value(); }) ? *count : -1;
    }
};

void present(QWidget &page)
{
    page.resize(1366, 690);
    page.show();
}

// Answers the dialog for a file or folder. Its own keys depend on when the list of the folder has come.
bool choosePath(QWidget &page, const QString &path)
{
    if (!QTest::qWaitFor([&] { return child<QFileDialog>(page, "askPathDialog"); }))
        return false;
    auto *dialog = child<QFileDialog>(page, "askPathDialog");
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    return QTest::qWaitFor([&] { return !child<QFileDialog>(page, "askPathDialog"); });
}

bool answerText(QWidget &page, const QString &text)
{
    if (!QTest::qWaitFor([&] { return child<QLineEdit>(page, "askTextEdit"); }))
        return false;
    QTest::keyClicks(child<QLineEdit>(page, "askTextEdit"), text);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    return QTest::qWaitFor([&] { return !child<QLineEdit>(page, "askTextEdit"); });
}

} // namespace

// What is shown of a case's life: the board of limits, the file of a case, temporary cards, packages and feedback.
class TestLifePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void everyEventHasASentence();
    void theBoardTellsWhatIsLate();
    void onlyASupervisorOfARemoteAreaExtends();
    void theFileTellsWhereTheCardIs();
    void aLongHistoryTakesMorePages();
    void aTemporaryCardIsIssuedAndComesBack();
    void whatWasPaidIsNotPaidAgain();
    void aSpoiledFormNeedsAReason();
    void anotherOfficerConfirmsTheKeys();
    void aPackageGoesOutAndFeedbackComesIn();
    void aPackageIsWrittenByTheSchedule();
};

void TestLifePages::everyEventHasASentence()
{
    const Rules rules(shippedTable);
    const auto life = rules.caseLife();
    QVERIFY(life);
    for (const Transition &step : (*life)->transitions()) {
        if (step.from == CaseState::None || step.from == CaseState::Draft)
            continue;
        const QString sentence = texts::describeEvent(step.event, step.from);
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(step.event));
    }
    QCOMPARE(texts::describeEvent(u"unheard-of"), u"unheard-of"_s);
    QVERIFY(texts::describeEvent(u"return", CaseState::Reported)
            != texts::describeEvent(u"return", CaseState::Accepted));
}

void TestLifePages::theBoardTellsWhatIsLate()
{
    LifeBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.accept(bench.form(firstCitizen, u"张三丰"_s)));
    const Draft late = bench.form(secondCitizen, u"赵晓燕"_s);
    QVERIFY(bench.accept(late, 70));
    DeadlineDesk desk(bench.station.counter());
    DeadlinePage page(desk, bench.station.counter());
    present(page);
    auto *table = child<QTableView>(page, "deadlineTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QVERIFY(child<QPushButton>(page, "blackChip")->text().startsWith(u"◆ 1"_s));
    QVERIFY(child<QPushButton>(page, "greenChip")->text().startsWith(u"✓ 1"_s));
    QVERIFY(child<QPushButton>(page, "redChip")->text().startsWith(u"■ 0"_s));
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"赵晓燕"_s); // the latest first
    QCOMPARE(table->model()->index(0, 7).data().toString(), u"-50 / -10"_s);
    QCOMPARE(table->model()->index(1, 7).data().toString(), u"20 / 60"_s);
    QSignalSpy asked(&page, &DeadlinePage::caseAsked);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toUuid(), late.id);
    QTest::keyClick(child<QPushButton>(page, "greenChip"), Qt::Key_Space);
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"张三丰"_s);
    QTest::keyClick(child<QPushButton>(page, "lateChip"), Qt::Key_Space);
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(child<QLabel>(page, "deadlineEmpty")->isVisible());
    QCOMPARE(wrongNames(page), QString());
}

void TestLifePages::onlyASupervisorOfARemoteAreaExtends()
{
    LifeBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.accept(bench.form(firstCitizen, u"张三丰"_s), 50));
    DeadlineDesk clerks(bench.counterOf(u"wang"_s, true));
    DeadlinePage clerksPage(clerks, bench.counterOf(u"wang"_s, true));
    present(clerksPage);
    QVERIFY(!child<QPushButton>(clerksPage, "extendButton")->isVisible());
    DeadlineDesk desk(bench.counterOf(u"li"_s, true));
    DeadlinePage page(desk, bench.counterOf(u"li"_s, true));
    present(page);
    auto *table = child<QTableView>(page, "deadlineTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(desk.rows().first().standing.accepted.legalDue, bench.station.counter().today().addDays(10));
    QTest::mouseClick(child<QPushButton>(page, "extendButton"), Qt::LeftButton);
    QVERIFY(answerText(page, {}));
    QTRY_VERIFY(!page.findChild<MessageBar *>()->text().isEmpty()); // without a reason
    QTest::mouseClick(child<QPushButton>(page, "extendButton"), Qt::LeftButton);
    QVERIFY(answerText(page, u"snow on the pass"_s));
    QTRY_COMPARE(desk.rows().first().standing.accepted.legalDue, bench.station.counter().today().addDays(40));
    QCOMPARE(desk.rows().first().standing.progress.extendedBy, u"li"_s);
    QCOMPARE(desk.rows().first().standing.progress.extensionReason, u"snow on the pass"_s);
    QTest::mouseClick(child<QPushButton>(page, "extendButton"), Qt::LeftButton); // once, and no second time
    QVERIFY(answerText(page, u"more snow"_s));
    QTRY_VERIFY(page.findChild<MessageBar *>()->text().contains(texts::describe(Error::Code::ExtensionNotAllowed)));
    QCOMPARE(desk.rows().first().standing.accepted.legalDue, bench.station.counter().today().addDays(40));
}

void TestLifePages::theFileTellsWhereTheCardIs()
{
    LifeBench bench;
    QVERIFY(bench.open());
    const Draft form = bench.form(firstCitizen, u"张三丰"_s);
    QVERIFY(bench.accept(form));
    QVERIFY(bench.approve(form.id));
    const int looked = bench.audits(u"view"_s);
    CaseFilePage page(bench.station.counter(), bench.tray);
    present(page);
    page.open(form.id);
    auto *timeline = child<QTableWidget>(page, "timelineTable");
    QTRY_COMPARE(timeline->rowCount(), 2);
    QCOMPARE(timeline->item(0, 1)->text(), texts::describeEvent(u"approve")); // the newest first
    QCOMPARE(timeline->item(0, 2)->text(), u"李秀英"_s);
    QVERIFY(timeline->item(1, 1)->text().startsWith(texts::describeEvent(u"accept")));
    QVERIFY(labelText(page, "caseNext").contains(texts::nextStep(CaseState::StationReviewed)));
    QVERIFY(labelText(page, "caseNext").contains(texts::describe(NextActor::Supervisor)));
    QCOMPARE(labelText(page, "caseName"), u"张三丰"_s);
    QVERIFY(labelText(page, "caseLimits").contains(u"60"_s));
    QCOMPARE(bench.audits(u"view"_s), looked + 1);
    QTest::keyClick(child<QPushButton>(page, "printFileButton"), Qt::Key_Space);
    QTRY_COMPARE(bench.tray.titles, QStringList{u"居民身份证案件卷"_s});
    QVERIFY(bench.tray.last.startsWith("%PDF"));
    QCOMPARE(bench.audits(u"print"_s), 1);
    QCOMPARE(wrongNames(page), QString());
    // A case that is none is said, and the page stays.
    page.open(QUuid::createUuid());
    QTRY_VERIFY(page.findChild<MessageBar *>()->isVisible());
    QCOMPARE(labelText(page, "caseName"), u"张三丰"_s);
}

void TestLifePages::aLongHistoryTakesMorePages()
{
    LifeBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.accept(bench.form(firstCitizen, u"张三丰"_s)));
    DeadlineDesk desk(bench.station.counter());
    desk.refresh();
    QTRY_COMPARE(desk.rows().size(), 1);
    CaseFileFacts facts{.standing = desk.rows().first().standing, .station = u"练习派出所"_s, .practice = true};
    const LifeStep returned{.at = bench.station.now,
                            .event = u"return"_s,
                            .from = CaseState::Reported,
                            .to = CaseState::Returned,
                            .person = u"李秀英"_s,
                            .wrong = {{.code = u"P01"_s, .item = FaultyItem::Photo, .note = u"背景偏灰"_s}}};
    facts.steps << returned;
    const auto small = caseFilePaper(facts, bench.station.rules);
    QVERIFY(small);
    QCOMPARE(small->pages, 1);
    facts.steps = QList<LifeStep>(60, returned);
    const auto large = caseFilePaper(facts, bench.station.rules);
    QVERIFY(large);
    QVERIFY(large->pages > 1);
    QVERIFY(toPdf(*large));
    // A paper without the tables of its words is none.
    QVERIFY(!caseFilePaper(facts, Rules([](const QString &) { return Error{Error::Code::TableMissing, {}}; })));
}

void TestLifePages::aTemporaryCardIsIssuedAndComesBack()
{
    LifeBench bench;
    QVERIFY(bench.open());
    Draft form = bench.form(firstCitizen, u"张三丰"_s);
    form.business.temporaryCard = true;
    QVERIFY(bench.accept(form));
    QVERIFY(bench.accept(bench.form(secondCitizen, u"赵晓燕"_s))); // asked for none
    Draft earlier = bench.form(thirdCitizen, u"王五"_s);
    earlier.business.temporaryCard = true;
    QVERIFY(bench.accept(earlier, 4));
    TemporaryCardDesk desk(bench.station.counter());
    TemporaryCardPage page(desk, bench.station.counter(), bench.tray);
    present(page);
    auto *waiting = child<QTableWidget>(page, "waitingTable");
    QTRY_COMPARE(waiting->rowCount(), 2);
    // Within three days (临时居民身份证管理办法, Art. 12): whoever waits longest stands first.
    QVERIFY2(waiting->item(0, 3)->text().contains(u"2026-11-23"_s), qPrintable(waiting->item(0, 3)->text()));
    QVERIFY(waiting->item(0, 3)->text().startsWith(u"■"_s));
    QCOMPARE(waiting->item(1, 3)->text(), u"2026-11-27"_s);
    waiting->setCurrentCell(1, 0);
    QVERIFY(!child<QPushButton>(page, "issueButton")->isEnabled()); // no form is there
    QTest::keyClicks(child<QLineEdit>(page, "blankPrefixEdit"), u"ls"_s);
    QTest::keyClicks(child<QLineEdit>(page, "blankFirstEdit"), u"101"_s);
    QTest::keyClicks(child<QLineEdit>(page, "blankLastEdit"), u"110"_s);
    QTest::keyClick(child<QLineEdit>(page, "blankLastEdit"), Qt::Key_Return);
    QTRY_COMPARE(labelText(page, "blankCount0"), u"10"_s);
    QCOMPARE(child<QLineEdit>(page, "serialEdit")->text(), u"LS00000101"_s);
    QVERIFY(labelText(page, "temporaryPrice").contains(u"10.00"_s));
    QTest::keyClick(child<QPushButton>(page, "issueButton"), Qt::Key_Space);
    QTRY_COMPARE(bench.tray.titles, QStringList{u"临时居民身份证"_s});
    QTRY_COMPARE(waiting->rowCount(), 1);
    auto *out = child<QTableWidget>(page, "outTable");
    QTRY_COMPARE(out->rowCount(), 1);
    QCOMPARE(out->item(0, 0)->text(), u"LS00000101"_s);
    QCOMPARE(out->item(0, 3)->text(), u"2027-02-24"_s); // three months
    QCOMPARE(desk.out().first().standing.paid, Fen{1000});
    QCOMPARE(wrongNames(page), QString());
    QTest::mouseClick(child<QPushButton>(page, "takeBackButton"), Qt::LeftButton);
    QTRY_COMPARE(labelText(page, "blankCount2"), u"1"_s);
    QCOMPARE(out->rowCount(), 0);
    QCOMPARE(labelText(page, "blankCount0"), u"9"_s);
    QCOMPARE(waiting->rowCount(), 1); // one a case
}

void TestLifePages::whatWasPaidIsNotPaidAgain()
{
    LifeBench bench;
    QVERIFY(bench.open());
    Draft form = bench.form(firstCitizen, u"张三丰"_s);
    form.business.temporaryCard = true;
    const auto fees = bench.station.rules.fees();
    QVERIFY(fees);
    const auto fee = (*fees)->charge(u"TEMP"_s, bench.station.counter().today(), u"65"_s);
    QVERIFY(fee);
    QVERIFY(bench.accept(form, 0, {*fee}));
    TemporaryCardDesk desk(bench.station.counter());
    TemporaryCardPage page(desk, bench.station.counter(), bench.tray);
    present(page);
    desk.receiveStock({}, 1, 3);
    QTRY_VERIFY(child<QPushButton>(page, "issueButton")->isEnabled());
    QVERIFY(!labelText(page, "temporaryPrice").contains(u"10.00"_s));
    QTest::keyClick(child<QPushButton>(page, "issueButton"), Qt::Key_Space);
    QTRY_COMPARE(desk.out().size(), 1);
    QCOMPARE(desk.out().first().standing.paid, fee->amount); // once
}

void TestLifePages::aSpoiledFormNeedsAReason()
{
    LifeBench bench;
    QVERIFY(bench.open());
    TemporaryCardDesk desk(bench.station.counter());
    TemporaryCardPage page(desk, bench.station.counter(), bench.tray);
    present(page);
    desk.receiveStock({}, 1, 3);
    QTRY_COMPARE(labelText(page, "blankCount0"), u"3"_s);
    QTest::keyClicks(child<QLineEdit>(page, "spoiledEdit"), u"00000002"_s);
    QTest::keyClick(child<QPushButton>(page, "spoilButton"), Qt::Key_Space);
    QVERIFY(answerText(page, {}));
    QTest::keyClick(child<QPushButton>(page, "spoilButton"), Qt::Key_Space);
    QVERIFY(answerText(page, u"torn"_s));
    QTRY_COMPARE(labelText(page, "blankCount3"), u"1"_s);
    QCOMPARE(labelText(page, "blankCount0"), u"2"_s);
    QCOMPARE(bench.audits(u"blank-card-spoiled"_s), 1);
}

void TestLifePages::anotherOfficerConfirmsTheKeys()
{
    LifeBench bench;
    QVERIFY(bench.open());
    const QString keys = bench.station.folder.filePath(u"centre.json"_s);
    const auto centre = PracticeCentre::open(bench.station.folder.filePath(u"centre"_s), 1);
    QVERIFY(centre);
    QVERIFY(centre->writeKeys(keys, bench.station.counter().today()));
    PackageDesk desk(bench.counterOf(u"li"_s), bench.station.folder.filePath(u"packages"_s));
    PackagesPage page(desk, bench.counterOf(u"li"_s), bench.tray);
    present(page);
    QTest::mouseClick(child<QPushButton>(page, "importPartnerButton"), Qt::LeftButton);
    QVERIFY(choosePath(page, keys));
    QTRY_COMPARE(child<QListWidget>(page, "partnerList")->count(), 1);
    QString shown = labelText(page, "partnerFingerprint");
    QCOMPARE(shown.replace(u'\n', u' ').simplified(), centre->publicKeys().fingerprint());
    QCOMPARE(shown.simplified().split(u' ').size(), 8);
    QTest::mouseClick(child<QPushButton>(page, "confirmPartnerButton"), Qt::LeftButton);
    QTRY_VERIFY(page.findChild<MessageBar *>()->isVisible()); // it was she who imported them
    QVERIFY(!desk.partners().first().isConfirmed());

    PackageDesk others(bench.counterOf(u"wang"_s), bench.station.folder.filePath(u"packages"_s));
    PackagesPage othersPage(others, bench.counterOf(u"wang"_s), bench.tray);
    present(othersPage);
    QTRY_VERIFY(child<QPushButton>(othersPage, "confirmPartnerButton")->isVisible());
    QTest::mouseClick(child<QPushButton>(othersPage, "confirmPartnerButton"), Qt::LeftButton);
    QTRY_VERIFY(others.partners().first().isConfirmed());
    QVERIFY(!child<QPushButton>(othersPage, "confirmPartnerButton")->isVisible());
}

void TestLifePages::aPackageGoesOutAndFeedbackComesIn()
{
    LifeBench bench;
    QVERIFY(bench.open());
    const Draft form = bench.form(firstCitizen, u"张三丰"_s);
    QVERIFY(bench.accept(form));
    QVERIFY(bench.approve(form.id));
    const QDir folder(bench.station.folder.path());
    auto opened = PracticeCentre::open(folder.filePath(u"centre"_s), 1);
    QVERIFY(opened);
    PracticeCentre centre = *std::move(opened);
    QVERIFY(centre.writeKeys(folder.filePath(u"centre.json"_s), bench.station.counter().today()));
    PackageDesk other(bench.counterOf(u"wang"_s), folder.filePath(u"packages"_s));
    PackageDesk desk(bench.counterOf(u"li"_s), folder.filePath(u"packages"_s));
    desk.importPartner(folder.filePath(u"centre.json"_s));
    QTRY_COMPARE(desk.partners().size(), 1);
    other.confirmPartner(desk.partners().first());
    QTRY_COMPARE(other.partners().size(), 1);

    PackagesPage page(desk, bench.counterOf(u"li"_s), bench.tray);
    present(page);
    QTRY_VERIFY(labelText(page, "packagesTitle").contains(u'1'));
    QTRY_VERIFY(desk.partners().first().isConfirmed());
    QTest::keyClick(child<QPushButton>(page, "makePackageButton"), Qt::Key_Space);
    auto *packages = child<QTableWidget>(page, "packageTable");
    QTRY_COMPARE(packages->rowCount(), 1);
    QCOMPARE(packages->item(0, 2)->text(), u"1"_s);
    QTRY_VERIFY(!child<QPushButton>(page, "makePackageButton")->isEnabled()); // nothing waits any more
    QVERIFY(QDir(folder).mkpath(u"drive"_s));
    QTest::mouseClick(child<QPushButton>(page, "handOverButton"), Qt::LeftButton);
    QVERIFY(choosePath(page, folder.filePath(u"drive"_s)));
    QTRY_COMPARE(desk.packages().first().state, PackageState::HandedOver);
    QTest::mouseClick(child<QPushButton>(page, "writeKeysButton"), Qt::LeftButton);
    QVERIFY(choosePath(page, folder.filePath(u"ours.json"_s)));
    QTRY_VERIFY(QFile::exists(folder.filePath(u"ours.json"_s)));
    QTRY_VERIFY(child<QPushButton>(page, "importFeedbackButton")->isEnabled());

    const QString package = folder.filePath(u"drive/"_s + desk.packages().first().file);
    QVERIFY(centre.take(package, folder.filePath(u"ours.json"_s), {}));
    QVERIFY(centre.answer(folder.filePath(u"answer.idcx"_s), folder.filePath(u"ours.json"_s),
                          bench.station.counter().today()));
    QTest::mouseClick(child<QPushButton>(page, "importFeedbackButton"), Qt::LeftButton);
    QVERIFY(choosePath(page, folder.filePath(u"answer.idcx"_s)));
    auto *lines = child<QTableWidget>(page, "importLines");
    QTRY_VERIFY(lines->rowCount() > 1);
    QVERIFY(lines->item(0, 4)->text().startsWith(u"✓"_s));
    QVERIFY(labelText(page, "importSummary").contains(u"answer.idcx"_s));
    QTRY_COMPARE(desk.packages().first().state, PackageState::Acknowledged);
    QVERIFY(packages->item(0, 4)->text().startsWith(u"✓"_s));
    CaseFilePage file(bench.station.counter(), bench.tray);
    present(file);
    file.open(form.id);
    auto *timeline = child<QTableWidget>(file, "timelineTable");
    QTRY_VERIFY(timeline->rowCount() > 4);
    QCOMPARE(timeline->item(0, 1)->text(), texts::describeEvent(u"dispatch"));
    QVERIFY(timeline->item(1, 1)->text().startsWith(texts::describeEvent(u"produce")));
    QVERIFY(timeline->item(1, 1)->text().contains(u"later step"_s)); // nobody told it
    QVERIFY(labelText(file, "caseNext").contains(texts::nextStep(CaseState::Dispatched)));
    const QString first = labelText(page, "importSummary");
    QCOMPARE(wrongNames(page), QString());
    QTest::mouseClick(child<QPushButton>(page, "importFeedbackButton"), Qt::LeftButton);
    QVERIFY(choosePath(page, folder.filePath(u"answer.idcx"_s)));
    QTRY_VERIFY(labelText(page, "importSummary") != first); // it was known
}

// Whoever is logged in, once a day, not before the time that the supervisor set.
void TestLifePages::aPackageIsWrittenByTheSchedule()
{
    LifeBench bench;
    QVERIFY(bench.open());
    const Draft form = bench.form(firstCitizen, u"张三丰"_s);
    QVERIFY(bench.accept(form));
    QVERIFY(bench.approve(form.id));
    const QDir folder(bench.station.folder.path());
    const auto centre = PracticeCentre::open(folder.filePath(u"centre"_s), 1);
    QVERIFY(centre && centre->writeKeys(folder.filePath(u"centre.json"_s), bench.station.counter().today()));
    PackageDesk supervisor(bench.counterOf(u"li"_s), folder.filePath(u"packages"_s));
    supervisor.importPartner(folder.filePath(u"centre.json"_s));
    QTRY_COMPARE(supervisor.partners().size(), 1);
    PackageDesk desk(bench.counterOf(u"wang"_s), folder.filePath(u"packages"_s));
    desk.confirmPartner(supervisor.partners().first());
    QTRY_COMPARE(desk.partners().size(), 1);
    QCOMPARE(desk.waiting(), 1);
    bool isSet = false;
    bench.station.store.write(
        &desk,
        [](Repositories &repositories) -> Result<void> {
            auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            StationSettings wanted = *settings;
            wanted.packageAt = QTime(10, 0);
            return wanted.store(repositories.station);
        },
        [&isSet](const Result<void> &done) { isSet = bool(done); });
    QTRY_VERIFY(isSet);

    const auto askedAt = [&](QTime time) { // of the station, eight hours ahead
        bench.station.now = QDateTime(bench.station.counter().today(), time, Qt::UTC).addSecs(-8 * 3600);
        desk.makeIfDue();
        desk.refresh();
        QSignalSpy read(&desk, &PackageDesk::changed);
        return read.wait();
    };
    QVERIFY(askedAt({9, 59}));
    QVERIFY(!desk.isWorking());
    QVERIFY(desk.packages().isEmpty());
    desk.make(); // a clerk cannot do it by hand
    QVERIFY(!desk.isWorking());
    QVERIFY(askedAt({10, 0}));
    QTRY_COMPARE(desk.packages().size(), 1);
    QTRY_VERIFY(!desk.isWorking());
    const Draft second = bench.form(secondCitizen, u"李四"_s);
    QVERIFY(bench.accept(second));
    QVERIFY(bench.approve(second.id));
    QVERIFY(askedAt({16, 0}));
    QCOMPARE(desk.waiting(), 1);
    QVERIFY(askedAt({16, 1}));
    QVERIFY(!desk.isWorking()); // tomorrow
    QCOMPARE(desk.packages().size(), 1);

    // But a card that is found defective is reported the same day.
    const auto defective = putCase(bench.station, bench.form(thirdCitizen, u"王五"_s), CaseState::Defective,
                                   {.round = 1, .defectReported = false, .defectOn = bench.station.counter().today()});
    QVERIFY(defective);
    QVERIFY(askedAt({16, 30}));
    QVERIFY(askedAt({16, 31}));
    QTRY_COMPARE(desk.packages().size(), 2);
}

QTEST_MAIN(TestLifePages)
#include "tst_lifepages.moc"

#include "app/texts/texts.h"
#include "tests/support/input.h"
#include "tests/support/practicecounter.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/mainwindow.h"
#include "widgets/walkin/walkinview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>

using namespace idcounter;
using namespace Qt::StringLiterals;

// A camera and a scanner that are not there, and a printer that prints or does not: the edge of the machine.
class NoCamera : public Camera
{
public:
    QString label() const override { return u"none"_s; }
    void start() override
    {
        setState(State::Absent);
        Q_EMIT failed({Error::Code::CameraAbsent, {}});
    }
    void stop() override { setState(State::Idle); }
};

class NoScanner : public FingerprintScanner
{
public:
    QString model() const override { return u"none"_s; }
    void open() override { Q_EMIT failed({Error::Code::ScannerAbsent, {}}); }
    void close() override { }
    void arm(const CaptureRequest &) override { }
    void disarm() override { }
};

class PaperTray : public Printer
{
public:
    QString label() const override { return u"tray"_s; }
    void print(const QUuid &job, const QString &, const QByteArray &pdf) override
    {
        if (!works || pdf.isEmpty())
            Q_EMIT failed(job, {Error::Code::PrinterStopped, {}});
        else {
            ++count;
            Q_EMIT printed(job);
        }
    }
    bool works = true;
    int count = 0; // papers that came out
};

// The window of a practice station.
struct Bench
{
    PracticeCounter station;
    NoCamera camera;
    NoScanner scanner;
    PaperTray printer;
    Preferences preferences{station.folder.filePath(u"counter.ini"_s)};
    Upkeep upkeep{station.folder.filePath(u"station.sqlite"_s), station.folder.filePath(u"copies"_s), station.clock};
    Language language;
    std::unique_ptr<MainWindow> window;

    Bench()
    {
        language.use(u"en"_s);
        const Entrance entrance{.store = station.store,
                                .rules = station.rules,
                                .clock = station.clock,
                                .counterName = u"1"_s,
                                .login = station.login,
                                .preferences = preferences,
                                .upkeep = upkeep,
                                .models =
                                    [](const QString &) {
                                        return Error{Error::Code::ModelsMissing, {}};
                                    },
                                .printRecoveryKey = {}};
        window = std::make_unique<MainWindow>(
            entrance,
            [this](const Station &) {
                return Devices{.camera = camera,
                               .scanner = scanner,
                               .printer = printer,
                               .household = station.household,
                               .citizens = {{u"张小丰"_s, PracticeRegister::entries().first().number}},
                               .findPrinters = [](QObject *, const auto &answered) { answered({u"hall"_s}); },
                               .cameras = [] { return QList<std::pair<QString, QString>>(); }};
            },
            language);
        window->show();
        station.login.look();
    }

    template<typename T>
    T *find(const char *name) const
    {
        const auto all = window->findChildren<T *>(QString::fromLatin1(name));
        for (T *widget : all) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }

    bool enter()
    {
        // Shortcuts are those of the active window.
        if (!QTest::qWaitForWindowActive(window.get()))
            return false;
        const auto shows = [this](const char *name) { return find<QWidget>(name) && find<QWidget>(name)->isEnabled(); };
        if (!QTest::qWaitFor([&] { return shows("practiceButton"); }))
            return false;
        QTest::mouseClick(find<QPushButton>("practiceButton"), Qt::LeftButton);
        if (!QTest::qWaitFor([&] { return shows("practiceLogin_wang"); }))
            return false;
        QTest::mouseClick(find<QPushButton>("practiceLogin_wang"), Qt::LeftButton);
        return QTest::qWaitFor([&] { return shows("newCaseButton"); });
    }
};

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsInByKeys();
    void tellsAWrongPassphrase();
    void bookletByKeysAlone();
    void explainsAMistypedNumber();
    void proposesWhatWasMeant();
    void aChildNeedsAGuardian();
    void everyPageSaysWhatIsMissing();
    void keepsTheCaseWhenLocked();
    void comesBackToADraft();
    void speaksBothLanguages();
    void acceptsAndPrints();
    void aStoppedPrinterIsSaid();
    void aBusyDatabaseHoldsNobodyUp();
    void aLockOfSecondsLeavesNoGap_data();
    void aLockOfSecondsLeavesNoGap();
    void theKeysOfACaseReachNoField();
    void theStationPageIsForSupervisors();
    void anAcceptedCaseIsComeBackTo();
    void nothingIsShownOverTheLock();
    void anotherPersonTakesALockedCounter();
    void namesAreUniqueAndThere();
};

void TestMainWindow::logsInByKeys()
{
    Bench bench;
    QTRY_VERIFY(bench.find<QPushButton>("practiceButton"));
    QTest::keyClick(bench.find<QPushButton>("practiceButton"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QLineEdit>("loginName"));
    QTest::keyClicks(bench.find<QLineEdit>("loginName"), u"wang"_s);
    QTest::keyClick(bench.find<QLineEdit>("loginName"), Qt::Key_Return);
    QTest::keyClicks(bench.find<QLineEdit>("loginPassphrase"), LogIn::practiceLogins().first().passphrase);
    QTest::keyClick(bench.find<QLineEdit>("loginPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton"));
    QVERIFY(bench.find<QLabel>("practiceLabel")->text().contains(u"PRACTICE"_s));
}

void TestMainWindow::tellsAWrongPassphrase()
{
    Bench bench;
    QTRY_VERIFY(bench.find<QPushButton>("practiceButton"));
    QTest::mouseClick(bench.find<QPushButton>("practiceButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("loginName"));
    QTest::keyClicks(bench.find<QLineEdit>("loginName"), u"wang"_s);
    QTest::keyClicks(bench.find<QLineEdit>("loginPassphrase"), u"wrong"_s);
    QTest::keyClick(bench.find<QLineEdit>("loginPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::LoginWrong));
    QVERIFY(bench.find<QLineEdit>("loginPassphrase")->text().isEmpty());
}

void TestMainWindow::bookletByKeysAlone()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), PracticeRegister::entries().first().number);
    QTRY_COMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"张小丰"_s); // the register knows
    QCOMPARE(bench.find<QLineEdit>("birthEdit")->text(), u"1988-06-12"_s);
    QVERIFY(bench.find<QLineEdit>("birthEdit")->isReadOnly());
    QVERIFY(bench.find<QLabel>("divisionLabel")->text().contains(u"天山区"_s));
    QVERIFY(!bench.find<QPushButton>("nextButton")->isEnabled());

    QTest::keyClicks(bench.find<QComboBox>("reasonBox"), u"22"_s);
    QVERIFY(bench.find<QLabel>("papersLabel")->text().contains(u"household booklet"_s));
    QTest::keyClick(bench.find<QComboBox>("oldCardBox"), Qt::Key_Down);
    QTest::keyClick(bench.find<QComboBox>("oldCardBox"), Qt::Key_Down);
    for (int check = 0; check < bookletCheckCount; ++check)
        QTest::keyClick(bench.find<QWidget>("checkList"), Qt::Key_J);
    QTest::keyClick(bench.find<QCheckBox>("noticeBox"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QPushButton>("nextButton")->isEnabled());
    QTest::keyClick(bench.find<QCheckBox>("noticeBox"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QPushButton>("takeButton"));
    // No camera: said in words, and the case goes on.
    QVERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::CameraAbsent));
    QTest::keyClick(bench.find<QWidget>("livePicture"), Qt::Key_Left, Qt::AltModifier);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
}

void TestMainWindow::explainsAMistypedNumber()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::mouseClick(bench.find<QPushButton>("newCaseButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), u"110105194912310"_s);
    QVERIFY(!bench.find<QLabel>("numberEditProblem")); // quiet while it is being typed
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), u"020"_s);
    QTRY_VERIFY(bench.find<QLabel>("numberEditProblem"));
    QVERIFY(bench.find<QLabel>("numberEditProblem")->text().contains(texts::describe(Error::Code::CitizenNumberCheck)));
    QTest::keyClick(bench.find<QLineEdit>("numberEdit"), Qt::Key_Backspace);
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), u"X"_s);
    QTRY_VERIFY(!bench.find<QLabel>("numberEditProblem")); // gone the moment it is right
}

void TestMainWindow::proposesWhatWasMeant()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::mouseClick(bench.find<QPushButton>("newCaseButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    auto *number = bench.find<QLineEdit>("numberEdit");
    commitText(number, u"１１０１０５１９４９１２３１００２×"_s);
    QTRY_VERIFY(bench.find<QLabel>("numberEditProblem"));
    QVERIFY(bench.find<QLabel>("numberEditProblem")->text().contains(u"110105 19491231 002X"_s));
    QVERIFY(!bench.window->walkInView()->walkIn().draft().number()); // not taken silently
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(bench.window->walkInView()->walkIn().draft().number()->toString(), u"11010519491231002X"_s);
}

void TestMainWindow::aChildNeedsAGuardian()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::mouseClick(bench.find<QPushButton>("newCaseButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QVERIFY(!bench.find<QLineEdit>("guardianNumberEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), u"650102201704209073"_s);
    QTRY_VERIFY(bench.find<QLineEdit>("guardianNumberEdit"));
    QVERIFY(bench.find<QLabel>("obstaclesLabel")->text().contains(texts::describe(Error::Code::GuardianMissing)));
    QVERIFY(bench.find<QLabel>("obstaclesLabel")->text().contains(texts::describe(RuleSource::CardLaw7)));
}

void TestMainWindow::everyPageSaysWhatIsMissing()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::mouseClick(bench.find<QPushButton>("newCaseButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("missingButton"));
    QTest::mouseClick(bench.find<QPushButton>("missingButton"), Qt::LeftButton);
    auto *menu = bench.window->findChild<QMenu *>(u"missingMenu"_s);
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), bench.window->walkInView()->walkIn().missing());
    QVERIFY(menu->actions().size() > 8);
    menu->actions().last()->trigger();
    QTRY_VERIFY(bench.find<QCheckBox>("readBackBox"));
}

void TestMainWindow::keepsTheCaseWhenLocked()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    commitText(bench.find<QLineEdit>("nameEdit"), u"张三"_s);
    bench.station.login.lock();
    QTRY_VERIFY(bench.find<QLineEdit>("loginPassphrase"));
    QVERIFY(!bench.find<QLineEdit>("nameEdit"));
    QVERIFY(bench.find<QLineEdit>("loginName")->isReadOnly());
    QTest::keyClicks(bench.find<QLineEdit>("loginPassphrase"), LogIn::practiceLogins().first().passphrase);
    QTest::keyClick(bench.find<QLineEdit>("loginPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    QCOMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"张三"_s);
}

void TestMainWindow::comesBackToADraft()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    commitText(bench.find<QLineEdit>("nameEdit"), u"李四"_s);
    QTest::mouseClick(bench.find<QPushButton>("homeButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QTableView>("draftTable"));
    auto *drafts = bench.find<QTableView>("draftTable");
    QTRY_COMPARE(drafts->model()->rowCount(), 1);
    QCOMPARE(drafts->model()->index(0, 0).data().toString(), u"李四"_s);
    drafts->selectRow(0);
    QTest::keyClick(drafts, Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    QCOMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"李四"_s);
}

void TestMainWindow::speaksBothLanguages()
{
    Bench bench;
    QVERIFY(bench.enter());
    QCOMPARE(bench.find<QPushButton>("barNewButton")->text(), u"F2 New case"_s);
    QTest::mouseClick(bench.find<QPushButton>("languageButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.find<QPushButton>("barNewButton")->text(), u"F2 新受理"_s);
    QCOMPARE(bench.preferences.language(), u"zh_CN"_s);
    QTest::mouseClick(bench.find<QPushButton>("languageButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.find<QPushButton>("barNewButton")->text(), u"F2 New case"_s);
}

// From the read-back on, by keys and clicks; photo and prints are those of a draft.
void TestMainWindow::acceptsAndPrints()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.window->walkInView());
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    QUuid photo;
    QImage picture(358, 441, QImage::Format_RGB32);
    picture.fill(Qt::gray);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    picture.save(&buffer, "JPEG");
    walkIn.keep(&walkIn, CaptureKind::Photo, jpeg,
                [&](const Result<QUuid> &stored) { photo = stored ? *stored : QUuid(); });
    QTRY_VERIFY(!photo.isNull());
    Draft draft = bench.station.renewal();
    draft.id = walkIn.draft().id;
    draft.photo->capture = photo;
    draft.signing = {};
    walkIn.setDraft(draft);
    walkIn.goTo(StepId::ReadBack);
    QTRY_VERIFY(bench.find<QPushButton>("printFormButton"));
    QVERIFY(!bench.find<QCheckBox>("signedBox")->isEnabled()); // nothing to sign yet
    QTest::mouseClick(bench.find<QPushButton>("printFormButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QCheckBox>("signedBox")->isEnabled());
    QTest::keyClick(bench.find<QCheckBox>("readBackBox"), Qt::Key_Space);
    QTest::keyClick(bench.find<QCheckBox>("signedBox"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QPushButton>("nextButton")->isEnabled());
    QTest::mouseClick(bench.find<QPushButton>("nextButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("tenderedEdit"));
    QCOMPARE(bench.find<QLabel>("amountLabel")->text(), u"¥20.00"_s);
    QTest::keyClicks(bench.find<QLineEdit>("tenderedEdit"), u"50"_s);
    QCOMPARE(bench.find<QLabel>("changeLabel")->text(), u"change ¥30.00"_s);
    QTest::keyClick(bench.find<QLineEdit>("tenderedEdit"), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLabel>("acceptanceNumber"));
    QTRY_COMPARE(bench.find<QLabel>("acceptanceNumber")->text(), u"650102 999 20261124 00001"_s);
    QTRY_VERIFY(bench.find<QLabel>("slipState")->text().startsWith(u"✓"_s));
    QTRY_VERIFY(bench.find<QLabel>("archiveState")->text().startsWith(u"✓"_s));
    QTest::keyClick(bench.find<QPushButton>("nextCitizenButton"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QVERIFY(bench.find<QLineEdit>("numberEdit")->text().isEmpty());
}

void TestMainWindow::aStoppedPrinterIsSaid()
{
    Bench bench;
    bench.printer.works = false;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.window->walkInView());
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    walkIn.goTo(StepId::ReadBack);
    QTRY_VERIFY(bench.find<QPushButton>("printFormButton"));
    QTest::mouseClick(bench.find<QPushButton>("printFormButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::PrinterStopped));
    QVERIFY(!bench.find<QCheckBox>("signedBox")->isEnabled());
    bench.printer.works = true;
    QTest::mouseClick(bench.find<QPushButton>("printFormButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QCheckBox>("signedBox")->isEnabled());
}

// Another program has the write lock: typing and turning pages go on, and all of it is saved when the lock is gone.
void TestMainWindow::aBusyDatabaseHoldsNobodyUp()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    const auto other = Database::open(bench.station.path);
    QVERIFY(other);
    QVERIFY(Statement((*other)->connection(), u"BEGIN IMMEDIATE"_s).run());
    commitText(bench.find<QLineEdit>("nameEdit"), u"张"_s);
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    walkIn.save();
    for (const StepId step : {StepId::Form, StepId::ReadBack, StepId::Booklet}) {
        walkIn.goTo(step);
        QCoreApplication::processEvents();
        QCOMPARE(walkIn.currentStep(), step);
    }
    commitText(bench.find<QLineEdit>("nameEdit"), u"三"_s);
    QCOMPARE(bench.find<QLineEdit>("nameEdit")->text(), u"张三"_s);
    QVERIFY(walkIn.saveState() != WalkIn::SaveState::Saved); // and says so
    QVERIFY(Statement((*other)->connection(), u"ROLLBACK"_s).run());
    QTRY_COMPARE_WITH_TIMEOUT(walkIn.saveState(), WalkIn::SaveState::Saved, 15000);
}

// Somebody types and turns pages while another program has the write lock for four seconds. The figure is the longest time
// in which the event loop did not come round. The control: who asks the database in the window's thread waits for the lock.
void TestMainWindow::aLockOfSecondsLeavesNoGap_data()
{
    QTest::addColumn<bool>("waits");
    QTest::newRow("as it is") << false;
    QTest::newRow("control: asked in the window's thread") << true;
}

void TestMainWindow::aLockOfSecondsLeavesNoGap()
{
    QFETCH(bool, waits);
    constexpr int held = 4000; // ms
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    for (const StepId step : {StepId::Form, StepId::Booklet}) // every page was shown once
        walkIn.goTo(step);
    const auto here = Database::open(bench.station.path, std::chrono::milliseconds(2 * held));
    QVERIFY(here);

    QProcess other;
    other.start(QStringLiteral(IDCOUNTER_LOCKING_CHILD), {bench.station.path, QString::number(held)});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput().trimmed(), "LOCKED");

    qint64 longest = 0;
    int turns = 0;
    QElapsedTimer since;
    QTimer pulse;
    since.start();
    QObject::connect(&pulse, &QTimer::timeout, &pulse, [&] {
        longest = std::max(longest, since.restart());
        if (++turns % 10 == 0)
            walkIn.goTo(walkIn.currentStep() == StepId::Form ? StepId::Booklet : StepId::Form);
        if (QLineEdit *edit = bench.find<QLineEdit>("nameEdit"))
            commitText(edit, u"张"_s);
        if (waits && turns == 20)
            QVERIFY((*here)->write([] { return Result<void>(); }));
    });
    pulse.start(10);
    QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 5 * held);
    pulse.stop();
    qInfo("longest gap %lld ms of %d ms, %d turns", static_cast<long long>(longest), held, turns);
    QCOMPARE(longest > held / 10, waits);
    QTRY_COMPARE_WITH_TIMEOUT(walkIn.saveState(), WalkIn::SaveState::Saved, 15000);
}

void TestMainWindow::theKeysOfACaseReachNoField()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    QLineEdit *name = bench.find<QLineEdit>("nameEdit");
    commitText(name, u"丰𠅤"_s);
    name->setFocus();
    QTest::keyClick(name, Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Form);
    QTRY_VERIFY(bench.find<QLineEdit>("phoneEdit"));
    QTRY_VERIFY(bench.find<QLineEdit>("phoneEdit")->hasFocus());
    QTest::keyClick(bench.find<QLineEdit>("phoneEdit"), Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Booklet);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit")->hasFocus());
    QCOMPARE(walkIn.draft().applicant.name, u"丰𠅤"_s);
    QVERIFY(walkIn.draft().delivery.phone.isEmpty());
    // In the list of checks too, where digits mean its lines.
    QTest::keyClick(bench.find<QWidget>("checkList"), Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Form);
    QVERIFY(walkIn.draft().papers.passed.isEmpty());
    // And from the search box, which is outside the case.
    bench.find<QLineEdit>("searchEdit")->setFocus();
    QTest::keyClick(bench.find<QLineEdit>("searchEdit"), Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Fingers);
}

void TestMainWindow::theStationPageIsForSupervisors()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(!bench.find<QPushButton>("barStationButton")); // the clerk has none
    bench.station.login.logOut();
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_li"));
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("barStationButton"));
    QTest::mouseClick(bench.find<QPushButton>("barStationButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QTableWidget>("peopleTable"));
    QTRY_COMPARE(bench.find<QTableWidget>("peopleTable")->rowCount(), 2);
    commitText(bench.find<QLineEdit>("newPersonName"), u"赵六"_s);
    QTest::keyClicks(bench.find<QLineEdit>("newPersonLogin"), u"zhao"_s);
    QTest::keyClicks(bench.find<QLineEdit>("newPersonPassphrase"), u"short"_s);
    QTest::keyClick(bench.find<QLineEdit>("newPersonPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::PassphraseWeak));
    QTest::keyClicks(bench.find<QLineEdit>("newPersonPassphrase"), u"long-enough"_s);
    QTest::keyClick(bench.find<QLineEdit>("newPersonPassphrase"), Qt::Key_Return);
    QTRY_COMPARE(bench.find<QTableWidget>("peopleTable")->rowCount(), 3);
    QVERIFY(!bench.find<QLabel>("messageText"));
    QTest::keyClicks(bench.find<QLineEdit>("bookPrefix"), u"B"_s);
    QTest::keyClicks(bench.find<QLineEdit>("bookFirst"), u"1"_s);
    QTest::keyClicks(bench.find<QLineEdit>("bookLast"), u"500"_s);
    QTest::keyClick(bench.find<QLineEdit>("bookLast"), Qt::Key_Return);
    QTRY_COMPARE(bench.find<QTableWidget>("bookTable")->rowCount(), 2);
    QCOMPARE(bench.find<QTableWidget>("bookTable")->findItems(u"500"_s, Qt::MatchExactly).size(), 1);
}

// From the list of the day, for its papers: nothing prints by itself, and what is printed is numbered.
void TestMainWindow::anAcceptedCaseIsComeBackTo()
{
    Bench bench;
    QVERIFY(bench.enter());
    const Counter counter = bench.station.counter();
    Draft draft = bench.station.renewal();
    draft.photo.reset();
    bool accepted = false;
    QObject asker;
    bench.station.store.write(
        &asker,
        [counter, draft](Repositories &repositories) {
            return repositories.acceptance.accept(
                {.form = draft,
                 .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = CaseState::Accepted},
                 .day = counter.today(),
                 .station = counter.station,
                 .device = counter.device,
                 .stamp = counter.stamp(),
                 .holder = counter.holder});
        },
        [&accepted](const Result<Case> &done) { accepted = bool(done); });
    QTRY_VERIFY(accepted);
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(bench.find<QTableView>("caseTable"));
    auto *cases = bench.find<QTableView>("caseTable");
    cases->setFocus();
    cases->selectRow(0);
    QTest::keyClick(cases, Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLabel>("acceptanceNumber"));
    QCOMPARE(bench.find<QLabel>("acceptanceNumber")->text(), u"650102 999 20261124 00001"_s);
    QCOMPARE(bench.printer.count, 0);
    for (const int copies : {1, 2}) {
        QTest::keyClick(bench.window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(bench.printer.count, copies);
        const QString printed = copies == 1 ? u"✓ printed once"_s : u"✓ printed %1 times"_s.arg(copies);
        QTRY_COMPARE(bench.find<QLabel>("slipState")->text(), printed);
    }
}

// What is answered while the counter is locked is not shown before it is unlocked.
void TestMainWindow::nothingIsShownOverTheLock()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::mouseClick(bench.find<QPushButton>(qPrintable(u"citizen_"_s + PracticeRegister::entries().first().number)),
                      Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    QTRY_COMPARE(bench.find<QLineEdit>("nameEdit")->text(), PracticeRegister::entries().first().name);
    QTest::mouseClick(bench.find<QPushButton>("homeButton"), Qt::LeftButton); // saves, then goes home
    bench.station.login.lock();
    QTRY_VERIFY(!bench.window->walkInView()); // it has gone, behind the lock
    QVERIFY(bench.find<QLineEdit>("loginPassphrase"));
    QVERIFY(!bench.find<QTableView>("draftTable"));
    QTest::keyClicks(bench.find<QLineEdit>("loginPassphrase"), LogIn::practiceLogins().first().passphrase);
    QTest::keyClick(bench.find<QLineEdit>("loginPassphrase"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton"));
}

void TestMainWindow::anotherPersonTakesALockedCounter()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("nameEdit"));
    commitText(bench.find<QLineEdit>("nameEdit"), u"李四"_s);
    QTest::keyClick(bench.window.get(), Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QPushButton>("otherPersonButton"));
    QTest::mouseClick(bench.find<QPushButton>("otherPersonButton"), Qt::LeftButton);
    QTRY_VERIFY(!bench.find<QPushButton>("otherPersonButton"));
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QTableView>("draftTable"));
    QTRY_COMPARE(bench.find<QTableView>("draftTable")->model()->rowCount(), 1);
    QCOMPARE(bench.find<QTableView>("draftTable")->model()->index(0, 0).data().toString(), u"李四"_s);
}

// Screen readers and outside tools know widgets by name: every input has one, and no two of a page share it.
void TestMainWindow::namesAreUniqueAndThere()
{
    Bench bench;
    QVERIFY(bench.enter());
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.window->walkInView());
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    for (const StepId step : {StepId::Booklet, StepId::Photo, StepId::Fingers, StepId::Form, StepId::ReadBack}) {
        walkIn.goTo(step);
        QStringList names;
        const auto widgets = bench.window->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool input = qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractButton *>(widget)
                || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget);
            const bool inner = qobject_cast<QComboBox *>(widget->parentWidget())
                || widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QLineEdit *>(widget->parentWidget())
                || qobject_cast<QAbstractItemView *>(widget->parentWidget())
                || (widget->parentWidget() && widget->parentWidget()->objectName().startsWith(u"qt_"_s));
            if (!input || inner || !widget->isVisible() || widget->isWindow())
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            names << widget->objectName();
        }
        QVERIFY(names.size() > 8);
        QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), names.size());
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

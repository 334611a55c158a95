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
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

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
        else
            Q_EMIT printed(job);
    }
    bool works = true;
};

// The window of a practice station.
struct Bench
{
    PracticeCounter station;
    NoCamera camera;
    NoScanner scanner;
    PaperTray printer;
    Preferences preferences{station.folder.filePath(u"counter.ini"_s)};
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

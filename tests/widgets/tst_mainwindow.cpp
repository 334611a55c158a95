#include "app/texts/texts.h"
#include "tests/support/bench.h"
#include "tests/support/input.h"
#include "tests/support/names.h"
#include "widgets/common/theme.h"

#include <QApplication>
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
    void fromTheLogInToTheSlipByKeysAlone();
    void aStoppedPrinterIsSaid();
    void theKeysOfACaseReachNoField();
    void anAcceptedCaseIsComeBackTo();
    void aDraftIsTakenOverFromAnotherCounter();
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
    const QUuid photo = storedPhoto(walkIn);
    QVERIFY(!photo.isNull());
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

// Every key goes where the focus is; nothing is clicked. Photo and prints come from outside, as there are no devices here.
void TestMainWindow::fromTheLogInToTheSlipByKeysAlone()
{
    Bench bench;
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    const auto press = [](int key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    };
    const auto type = [](const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); };
    const auto focus
        = [] { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); };
    QTRY_COMPARE(focus(), u"practiceButton"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE(focus(), u"loginName"_s);
    type(u"wang"_s);
    press(Qt::Key_Return);
    type(LogIn::practiceLogins().first().passphrase);
    press(Qt::Key_Return);
    QTRY_COMPARE(focus(), u"newCaseButton"_s);
    press(Qt::Key_F2);
    QTRY_COMPARE(focus(), u"numberEdit"_s);
    type(PracticeRegister::entries().first().number);
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    QTRY_VERIFY(!walkIn.draft().applicant.address.isEmpty()); // the register knows
    while (focus() != u"checkList")
        press(Qt::Key_Tab);
    for (int check = 0; check < bookletCheckCount; ++check)
        press(Qt::Key_J);
    press(Qt::Key_Tab);
    QCOMPARE(focus(), u"noticeBox"_s);
    press(Qt::Key_Space);
    while (focus() != u"reasonBox")
        press(Qt::Key_Tab);
    type(u"22"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focus(), u"oldCardBox"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QVERIFY(walkIn.stateOf(StepId::Booklet).isDone());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Photo);

    const Draft taken = bench.station.renewal();
    const QUuid photo = storedPhoto(walkIn);
    QVERIFY(!photo.isNull());
    Draft draft = walkIn.draft();
    draft.photo = taken.photo;
    draft.photo->capture = photo;
    draft.fingers = storedPrints(walkIn, taken.fingers);
    walkIn.setDraft(draft);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Fingers);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Form);
    QTRY_COMPARE(focus(), u"phoneEdit"_s);
    type(u"13800001234"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::ReadBack);
    QTRY_COMPARE(focus(), u"readBackBox"_s);
    press(Qt::Key_Space);
    press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QCheckBox>("signedBox")->isEnabled());
    while (focus() != u"signedBox")
        press(Qt::Key_Tab);
    press(Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Fee);
    QTRY_COMPARE(focus(), u"cashButton"_s);
    press(Qt::Key_Space);
    while (focus() != u"tenderedEdit")
        press(Qt::Key_Tab);
    type(u"20"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Slip);
    QTRY_COMPARE(focus(), u"nextCitizenButton"_s);
    QTRY_COMPARE(bench.printer.count, 4); // the form before, then slip, receipt and archive copy
    press(Qt::Key_Return);
    QTRY_COMPARE(focus(), u"numberEdit"_s);
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

// From the list of the day, for its papers: nothing prints by itself, and what is printed is numbered.
void TestMainWindow::anAcceptedCaseIsComeBackTo()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(bench.accept(bench.station.renewal()));
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

// It says where the draft is open, and takes it over only when it is told to.
void TestMainWindow::aDraftIsTakenOverFromAnotherCounter()
{
    Bench bench;
    QVERIFY(bench.enter());
    Draft draft = bench.station.renewal();
    const DraftHolder other{.token = QUuid::createUuid(), .where = u"7"_s};
    bool saved = false;
    QObject asker;
    bench.station.store.write(
        &asker,
        [draft, other, at = bench.station.clock()](Repositories &repositories) {
            return repositories.drafts.save(draft, u"photo"_s, other, at);
        },
        [&saved](const Result<bool> &done) { saved = bool(done); });
    QTRY_VERIFY(saved);
    QTest::keyClick(bench.window.get(), Qt::Key_F8);
    QTest::keyClick(bench.window.get(), Qt::Key_Escape);
    QTRY_VERIFY(bench.find<QTableView>("draftTable"));
    QTest::keyClick(bench.window.get(), Qt::Key_F3);
    QTRY_VERIFY(bench.find<QTableView>("draftTable")->currentIndex().isValid());
    QTest::keyClick(bench.find<QTableView>("draftTable"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QPushButton>("messageAction"));
    QVERIFY(bench.find<QLabel>("messageText")->text().contains(u"7"_s));
    QVERIFY(!bench.window->walkInView());
    QTest::mouseClick(bench.find<QPushButton>("messageAction"), Qt::LeftButton);
    QTRY_VERIFY(bench.window->walkInView());
    QCOMPARE(bench.window->walkInView()->walkIn().draft().id, draft.id);
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
        QCOMPARE(wrongNames(*bench.window), QString());
    }
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

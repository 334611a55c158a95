#include "app/texts/texts.h"
#include "tests/support/bench.h"
#include "tests/support/input.h"
#include "tests/support/names.h"
#include "widgets/walkin/cardpreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QRadioButton>
#include <QScrollArea>
#include <QTableView>

using namespace idcounter;
using namespace Qt::StringLiterals;

// What a case may become besides the ordinary: refused, reduced, free, paid at the terminal, unlocked; and all of it in
// Chinese.
class TestCasePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anApplicationIsRefusedByKeys();
    void nothingIsRefusedWithoutAReason();
    void aCorrectionSaysItsCause();
    void theFullestPageIsNotCut_data();
    void theFullestPageIsNotCut();
    void aReductionIsProvedAndConfirmed();
    void nothingIsAskedWhereNothingIsOwed();
    void theTerminalsReferenceIsKept();
    void whatTheNumberSaysIsUnlockedWithAReason();
    void theWholeCaseInChinese();
    void theNoticeIsShownAndNoted();
    void aCaseIsDiscardedWithAReason();
    void awayFromHomeAndInAHurry();
    void aGuardianCompletesAChildsCase();
    void theReviewerConfirmsWhereTheStationSaysSo();
    void aCopyNamesWhoAccepted();
    void theCardCutsNoName_data();
    void theCardCutsNoName();

private:
    // The page of a step of a renewal in which everything before the fee is there.
    static WalkIn *caseAt(Bench &bench, StepId step, const std::function<void(Draft &)> &change = {})
    {
        QTest::keyClick(bench.window.get(), Qt::Key_F2);
        if (!QTest::qWaitFor([&] { return bench.window->walkInView() && bench.find<QLineEdit>("numberEdit"); }))
            return nullptr;
        WalkIn &walkIn = bench.window->walkInView()->walkIn();
        Draft draft = bench.station.renewal();
        draft.id = walkIn.draft().id;
        const QUuid photo = storedPhoto(walkIn);
        draft.photo->capture = photo;
        if (change)
            change(draft);
        walkIn.setDraft(draft);
        walkIn.goTo(step);
        return &walkIn;
    }
};

void TestCasePages::anApplicationIsRefusedByKeys()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(caseAt(bench, StepId::Booklet));
    auto *checks = bench.find<QWidget>("checkList");
    checks->setFocus();
    QTest::keyClick(checks, Qt::Key_5); // goes on to the sixth
    QTest::keyClick(checks, Qt::Key_N); // no seal
    QVERIFY(bench.find<QLabel>("obstaclesLabel")->text().contains(texts::describe(Error::Code::SealMissing)));
    QTest::keyClick(bench.window.get(), Qt::Key_End, Qt::AltModifier);
    QTRY_VERIFY(bench.find<QLabel>("refusalReasons"));
    QVERIFY(bench.find<QLabel>("refusalReasons")->text().contains(texts::describe(Error::Code::SealMissing)));
    QTest::keyClick(bench.find<QLineEdit>("refusalNote"), Qt::Key_Escape); // thought better of
    QTRY_VERIFY(!bench.find<QLabel>("refusalReasons"));
    QVERIFY(!bench.window->walkInView()->walkIn().isOver());
    QTest::keyClick(bench.window.get(), Qt::Key_End, Qt::AltModifier);
    QTRY_VERIFY(bench.find<QLineEdit>("refusalNote"));
    commitText(bench.find<QLineEdit>("refusalNote"), u"内页脱落"_s);
    QTest::keyClick(bench.find<QPushButton>("refusalAccept"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QLabel>("refusedReasons"));
    QVERIFY(bench.find<QLabel>("refusedReasons")->text().contains(texts::describe(Error::Code::SealMissing)));
    QVERIFY(bench.find<QLabel>("refusedReasons")->text().contains(u"内页脱落"_s));
    QTRY_COMPARE(bench.find<QLabel>("noticeState")->text(), u"✓ printed once"_s);
    QVERIFY(!bench.find<QPushButton>("discardButton"));
    bench.window->activateWindow(); // no window manager does it here
    QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
    QTest::keyClick(bench.window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE(bench.find<QLabel>("noticeState")->text(), u"✓ printed 2 times"_s);
    QTest::keyClick(bench.find<QPushButton>("afterRefusalButton"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QVERIFY(bench.find<QLineEdit>("numberEdit")->text().isEmpty());
}

void TestCasePages::nothingIsRefusedWithoutAReason()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(caseAt(bench, StepId::Booklet));
    QTest::mouseClick(bench.find<QPushButton>("refuseButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("refusalAccept"));
    QVERIFY(!bench.find<QPushButton>("refusalAccept")->isEnabled());
    commitText(bench.find<QLineEdit>("refusalNote"), u"申请人要求终止"_s);
    QVERIFY(bench.find<QPushButton>("refusalAccept")->isEnabled());
}

void TestCasePages::aCorrectionSaysItsCause()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Booklet);
    QVERIFY(walkIn);
    QVERIFY(!bench.find<QLineEdit>("causeEdit"));
    QTest::keyClicks(bench.find<QComboBox>("reasonBox"), u"25"_s);
    QTRY_VERIFY(bench.find<QLineEdit>("causeEdit"));
    QVERIFY(walkIn->stateOf(StepId::Booklet).problems.contains(Error::Code::CorrectionCauseMissing));
    commitText(bench.find<QLineEdit>("causeEdit"), u"性别误，录入错误"_s);
    QVERIFY(!walkIn->stateOf(StepId::Booklet).problems.contains(Error::Code::CorrectionCauseMissing));
    QCOMPARE(walkIn->draft().business.cause, u"性别误，录入错误"_s);
}

void TestCasePages::theFullestPageIsNotCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

// A child with its guardian, on a screen of 1366 × 768 of which the title bar takes some.
void TestCasePages::theFullestPageIsNotCut()
{
    QFETCH(QString, language);
    Bench bench;
    QVERIFY(bench.enter());
    bench.language.use(language);
    bench.window->resize(1366, 740);
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), u"650102201704209073"_s);
    QTRY_VERIFY(bench.find<QLineEdit>("guardianNumberEdit"));
    const auto *scroll = bench.find<QScrollArea>("bookletScroll");
    const QSize room = scroll->viewport()->size();
    const QSize needed = scroll->widget()->minimumSizeHint();
    QVERIFY2(needed.width() <= room.width(), qPrintable(u"%1 of %2"_s.arg(needed.width()).arg(room.width())));
    QVERIFY2(needed.height() <= room.height(), qPrintable(u"%1 of %2"_s.arg(needed.height()).arg(room.height())));
}

// Half price, with its proof, confirmed by a colleague on the read-back page.
void TestCasePages::aReductionIsProvedAndConfirmed()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Booklet);
    QVERIFY(walkIn);
    auto *box = bench.find<QComboBox>("reductionBox");
    box->setFocus();
    while (box->currentData().toString() != u"HARDSHIP")
        QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(
        bench.find<QLabel>("obstaclesLabel")->text().contains(texts::describe(Error::Code::ReductionEvidenceMissing)));
    commitText(bench.find<QLineEdit>("evidenceEdit"), u"街道办证明"_s);
    QVERIFY(!bench.find<QLabel>("obstaclesLabel"));
    walkIn->goTo(StepId::ReadBack);
    QTRY_VERIFY(bench.find<QLineEdit>("officerName"));
    QTest::keyClicks(bench.find<QLineEdit>("officerName"), u"wang"_s); // oneself
    QTest::keyClicks(bench.find<QLineEdit>("officerPassphrase"), LogIn::practiceLogins().first().passphrase);
    QTest::mouseClick(bench.find<QPushButton>("officerButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("messageText"));
    QCOMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::SamePerson));
    bench.find<QLineEdit>("officerName")->clear();
    QTest::keyClicks(bench.find<QLineEdit>("officerName"), u"li"_s);
    bench.find<QLineEdit>("officerPassphrase")->clear();
    QTest::keyClicks(bench.find<QLineEdit>("officerPassphrase"), LogIn::practiceLogins().last().passphrase);
    QTest::keyClick(bench.find<QLineEdit>("officerPassphrase"), Qt::Key_Return);
    QTRY_COMPARE(walkIn->draft().secondOfficer, u"li"_s);
    QTest::mouseClick(bench.find<QPushButton>("printFormButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QCheckBox>("signedBox")->isEnabled());
    if (!bench.find<QCheckBox>("readBackBox")->isChecked())
        QTest::keyClick(bench.find<QCheckBox>("readBackBox"), Qt::Key_Space);
    if (!bench.find<QCheckBox>("signedBox")->isChecked())
        QTest::keyClick(bench.find<QCheckBox>("signedBox"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QPushButton>("nextButton")->isEnabled());
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLabel>("amountLabel"));
    QCOMPARE(bench.find<QLabel>("amountLabel")->text(), u"¥10.00"_s);
    QVERIFY(bench.find<QLabel>("chargesLabel")->text().contains(u"¥10.00 instead of ¥20.00"_s));
    QVERIFY(bench.find<QLabel>("chargesLabel")->text().contains(u"hardship"_s));
}

void TestCasePages::nothingIsAskedWhereNothingIsOwed()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Fee, [](Draft &draft) {
        draft.business.reduction = u"DIBAO"_s;
        draft.business.evidence = u"低保证"_s;
        draft.secondOfficer = u"li"_s;
    });
    QVERIFY(walkIn);
    QTRY_VERIFY(bench.find<QLabel>("amountLabel"));
    QCOMPARE(bench.find<QLabel>("amountLabel")->text(), u"¥0.00"_s);
    QVERIFY(bench.find<QRadioButton>("freeButton")->isChecked());
    QVERIFY(!bench.find<QRadioButton>("cashButton")->isEnabled());
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLabel>("acceptanceNumber"));
    QCOMPARE(bench.find<QLabel>("feeLabel")->text(), u"Free of charge"_s);
    QCOMPARE(bench.find<QLabel>("receiptState")->text(), u"nothing was paid"_s);
}

void TestCasePages::theTerminalsReferenceIsKept()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(caseAt(bench, StepId::Fee));
    QTRY_VERIFY(bench.find<QRadioButton>("terminalButton"));
    QTest::mouseClick(bench.find<QRadioButton>("terminalButton"), Qt::LeftButton);
    QVERIFY(!bench.find<QPushButton>("nextButton")->isEnabled()); // no reference
    QTest::keyClicks(bench.find<QLineEdit>("referenceEdit"), u"T20261124-0007"_s);
    QTRY_VERIFY(bench.find<QPushButton>("nextButton")->isEnabled());
    QTest::mouseClick(bench.find<QPushButton>("nextButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("acceptanceNumber"));
    QString method;
    QString reference;
    QObject asker;
    bench.station.store.read(
        &asker,
        [](Repositories &repositories) -> Result<QPair<QString, QString>> {
            Statement row(repositories.database.connection(), u"SELECT method, reference FROM payment"_s);
            if (const auto read = row.run(); !read)
                return read.error();
            row.next();
            return QPair(row.text(0), row.text(1));
        },
        [&](const Result<QPair<QString, QString>> &found) {
            method = found ? found->first : QString();
            reference = found ? found->second : QString();
        });
    QTRY_COMPARE(method, u"terminal"_s);
    QCOMPARE(reference, u"T20261124-0007"_s);
}

void TestCasePages::whatTheNumberSaysIsUnlockedWithAReason()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Booklet);
    QVERIFY(walkIn);
    QVERIFY(!bench.find<QComboBox>("sexBox")->isEnabled());
    QTest::mouseClick(bench.find<QPushButton>("unlockButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QInputDialog>("askTextDialog"));
    auto *reason = bench.find<QInputDialog>("askTextDialog")->findChild<QLineEdit *>();
    commitText(reason, u"号码性别位有误，户籍已备案"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY(bench.find<QComboBox>("sexBox")->isEnabled());
    QTest::keyClick(bench.find<QComboBox>("sexBox"), Qt::Key_Down);
    QCOMPARE(walkIn->draft().applicant.sex, u"2"_s);
    QVERIFY(walkIn->draft().hasExceptions());
}

// The same walk as in English, read in Chinese.
void TestCasePages::theWholeCaseInChinese()
{
    Bench bench;
    QVERIFY(bench.enter());
    bench.language.use(u"zh_CN"_s);
    QTRY_COMPARE(bench.find<QPushButton>("newCaseButton")->text(), u"新受理（F2）"_s);
    QTest::keyClick(bench.window.get(), Qt::Key_F2);
    QTRY_VERIFY(bench.find<QLineEdit>("numberEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("numberEdit"), PracticeRegister::entries().first().number);
    WalkIn &walkIn = bench.window->walkInView()->walkIn();
    QTRY_VERIFY(!walkIn.draft().applicant.address.isEmpty());
    QVERIFY(bench.find<QPushButton>("step_booklet")->text().contains(u"户口簿"_s));
    for (int check = 0; check < bookletCheckCount; ++check)
        QTest::keyClick(bench.find<QWidget>("checkList"), Qt::Key_J);
    QTest::keyClick(bench.find<QCheckBox>("noticeBox"), Qt::Key_Space);
    QTest::keyClicks(bench.find<QComboBox>("reasonBox"), u"22"_s);
    QTest::keyClick(bench.find<QComboBox>("oldCardBox"), Qt::Key_Down);
    QTest::keyClick(bench.find<QComboBox>("oldCardBox"), Qt::Key_Down);
    QVERIFY(bench.find<QLabel>("cardBusiness")->text().contains(u"¥20.00"_s));
    QVERIFY(bench.find<QLabel>("papersLabel")->text().contains(u"户口簿"_s));
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(walkIn.currentStep(), StepId::Photo);
    QTRY_COMPARE(bench.find<QLabel>("messageText")->text(), texts::describe(Error::Code::CameraAbsent));
    QVERIFY(bench.find<QLabel>("messageText")->text().contains(u"摄像头"_s));
    const Draft taken = bench.station.renewal();
    Draft draft = walkIn.draft();
    draft.photo = taken.photo;
    draft.photo->capture = storedPhoto(walkIn);
    draft.fingers = storedPrints(walkIn, taken.fingers);
    walkIn.setDraft(draft);
    for (const StepId step : {StepId::Fingers, StepId::Form}) {
        QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(walkIn.currentStep(), step);
    }
    QTRY_VERIFY(bench.find<QLineEdit>("phoneEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("phoneEdit"), u"13800001234"_s);
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QCheckBox>("readBackBox"));
    QTest::keyClick(bench.window.get(), Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QCheckBox>("signedBox")->isEnabled());
    QTest::keyClick(bench.find<QCheckBox>("readBackBox"), Qt::Key_Space);
    QTest::keyClick(bench.find<QCheckBox>("signedBox"), Qt::Key_Space);
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLineEdit>("tenderedEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("tenderedEdit"), u"50"_s);
    QCOMPARE(bench.find<QLabel>("changeLabel")->text(), u"找零 ¥30.00"_s);
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLabel>("acceptanceNumber"));
    QVERIFY(bench.find<QLabel>("datesLabel")->text().contains(u"2026-12-22"_s));
    QTRY_VERIFY(bench.find<QLabel>("slipState")->text().startsWith(u"✓ 已打印"_s));
    QVERIFY(bench.find<QPushButton>("nextCitizenButton")->text().contains(u"下一位"_s));
}

void TestCasePages::theNoticeIsShownAndNoted()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Booklet, [](Draft &draft) { draft.papers.noticeShown = false; });
    QVERIFY(walkIn);
    QTest::mouseClick(bench.find<QPushButton>("noticeShowButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLabel>("noticeText"));
    QTest::keyClick(bench.find<QPushButton>("noticeClose"), Qt::Key_Space);
    QTRY_VERIFY(!bench.find<QLabel>("noticeText"));
    QVERIFY(!walkIn->draft().papers.noticeShown); // closed is not read
    QTest::mouseClick(bench.find<QPushButton>("noticeShowButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("noticeRead"));
    QTest::keyClick(bench.find<QPushButton>("noticeRead"), Qt::Key_Return);
    QTRY_VERIFY(walkIn->draft().papers.noticeShown);
    QVERIFY(bench.find<QCheckBox>("noticeBox")->isChecked());
}

void TestCasePages::aCaseIsDiscardedWithAReason()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(caseAt(bench, StepId::Form));
    QTest::keyClick(bench.window.get(), Qt::Key_Delete, Qt::AltModifier);
    QTRY_VERIFY(bench.find<QLineEdit>("askTextEdit"));
    const auto buttons = bench.find<QInputDialog>("askTextDialog")->findChildren<QPushButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                        [](const QPushButton *button) { return button->text() == u"Discard the case"_s; }));
    commitText(bench.find<QLineEdit>("askTextEdit"), u"申请人离开"_s);
    QTest::keyClick(bench.find<QLineEdit>("askTextEdit"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton"));
    QTRY_VERIFY(!bench.window->walkInView());
}

void TestCasePages::awayFromHomeAndInAHurry()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Booklet);
    QVERIFY(walkIn);
    const QDate ordinary = walkIn->deadlines()->promise.day;
    QTest::keyClick(bench.find<QCheckBox>("urgentBox"), Qt::Key_Space);
    QVERIFY(walkIn->deadlines()->promise.day < ordinary);
    QVERIFY(!bench.find<QLineEdit>("offSiteReasonEdit"));
    QTest::keyClick(bench.find<QCheckBox>("offSiteBox"), Qt::Key_Space);
    QTRY_VERIFY(bench.find<QLineEdit>("offSiteReasonEdit"));
    QVERIFY(walkIn->stateOf(StepId::Booklet).problems.contains(Error::Code::OffSiteReasonMissing));
    commitText(bench.find<QLineEdit>("offSiteReasonEdit"), u"在本地务工"_s);
    QVERIFY(walkIn->stateOf(StepId::Booklet).isDone());
    QTest::keyClick(bench.find<QCheckBox>("fraudBox"), Qt::Key_Space);
    QVERIFY(bench.find<QLabel>("obstaclesLabel")->text().contains(texts::describe(Error::Code::OffsiteFraudRecord)));
    QTest::keyClick(bench.find<QCheckBox>("fraudBox"), Qt::Key_Space);
    QTest::keyClick(bench.find<QCheckBox>("temporaryBox"), Qt::Key_Space);
    QCOMPARE(sumOf(*walkIn->charges()), Fen{3000}); // 20 and 10
}

void TestCasePages::aGuardianCompletesAChildsCase()
{
    Bench bench;
    QVERIFY(bench.enter());
    WalkIn *walkIn = caseAt(bench, StepId::Booklet, [](Draft &draft) {
        const PracticeRegister::Entry &child = PracticeRegister::entries().last();
        draft.applicant.number = child.number;
        draft.applicant.name = child.name;
        draft.applicant.ethnicGroup = child.ethnicGroup;
        draft.applicant.address = child.address;
        draft.fillFromNumber();
        draft.business.reason = u"11"_s;
        draft.business.oldCard = OldCard::None;
    });
    QVERIFY(walkIn);
    QTRY_VERIFY(bench.find<QLineEdit>("guardianNumberEdit"));
    QVERIFY(!walkIn->stateOf(StepId::Booklet).isDone());
    QTest::keyClicks(bench.find<QLineEdit>("guardianNumberEdit"), PracticeRegister::entries().first().number);
    commitText(bench.find<QLineEdit>("guardianNameEdit"), u"张小丰"_s);
    auto *relation = bench.find<QComboBox>("guardianRelationBox");
    relation->setFocus();
    QTest::keyClicks(relation->lineEdit(), u"51"_s); // father
    QWidget *list = relation->completer()->popup();
    QTest::keyClick(list->isVisible() ? list : relation->lineEdit(), Qt::Key_Return);
    QVERIFY(!walkIn->draft().guardian.relation.isEmpty());
    QTRY_VERIFY(walkIn->stateOf(StepId::Booklet).isDone());
    QCOMPARE(sumOf(*walkIn->charges()), Fen{0}); // the first card is free
}

void TestCasePages::theReviewerConfirmsWhereTheStationSaysSo()
{
    Bench bench;
    QVERIFY(bench.enter());
    bool stored = false;
    QObject asker;
    bench.station.store.write(
        &asker,
        [](Repositories &repositories) {
            return StationSettings{.secondOfficerAtCounter = false}.store(repositories.station);
        },
        [&stored](const Result<void> &done) { stored = bool(done); });
    QTRY_VERIFY(stored);
    WalkIn *walkIn = caseAt(bench, StepId::Booklet, [](Draft &draft) {
        draft.business.reduction = u"DIBAO"_s;
        draft.business.evidence = u"低保证"_s;
    });
    QVERIFY(walkIn);
    QTRY_VERIFY(!walkIn->confirmsAtCounter());
    walkIn->goTo(StepId::ReadBack);
    QTRY_VERIFY(bench.find<QCheckBox>("readBackBox"));
    QVERIFY(!bench.find<QLineEdit>("officerName"));
    QVERIFY(walkIn->stateOf(StepId::ReadBack).isDone());
    walkIn->goTo(StepId::Fee);
    QTRY_VERIFY(bench.find<QLabel>("amountLabel"));
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(bench.find<QLabel>("outstandingLabel")); // the case shows it
}

// What the supervisor prints again says that the clerk took the case.
void TestCasePages::aCopyNamesWhoAccepted()
{
    Bench bench;
    QVERIFY(bench.enter());
    QVERIFY(caseAt(bench, StepId::Fee));
    QTRY_VERIFY(bench.find<QLineEdit>("tenderedEdit"));
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::keyClicks(bench.find<QLineEdit>("tenderedEdit"), u"20"_s);
    QTest::keyClick(bench.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.printer.count, 3);
    QCOMPARE(wrongNames(*bench.window), QString());
    QTest::mouseClick(bench.find<QPushButton>("homeButton"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("newCaseButton"));
    bench.station.login.logOut();
    QTRY_VERIFY(bench.find<QPushButton>("practiceLogin_li"));
    QTest::mouseClick(bench.find<QPushButton>("practiceLogin_li"), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QLineEdit>("searchEdit"));
    QTest::keyClicks(bench.find<QLineEdit>("searchEdit"), u"9010"_s);
    QTest::keyClick(bench.find<QLineEdit>("searchEdit"), Qt::Key_Return);
    QTRY_VERIFY(bench.find<QTableView>("foundTable"));
    QTest::keyClick(bench.find<QTableView>("foundTable"), Qt::Key_Return);
    const auto papers = [&bench] { return bench.find<QPushButton>("casePapersButton"); };
    QTRY_VERIFY(papers() && papers()->isEnabled());
    QTest::mouseClick(papers(), Qt::LeftButton);
    QTRY_VERIFY(bench.find<QPushButton>("receiptButton"));
    QTest::mouseClick(bench.find<QPushButton>("receiptButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.printer.count, 4);
    QFile pdf(bench.station.folder.filePath(u"copy.pdf"_s));
    QVERIFY(pdf.open(QIODevice::WriteOnly) && pdf.write(bench.printer.last) == bench.printer.last.size());
    pdf.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {pdf.fileName(), u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString text = QString::fromUtf8(reader.readAllStandardOutput());
    QVERIFY(text.contains(u"王建国"_s));
    QVERIFY(!text.contains(u"李秀英"_s));
}

void TestCasePages::theCardCutsNoName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("two characters") << u"丰𠅤"_s;
    QTest::newRow("17 characters") << u"阿不都热依木江·买买提吐尔逊艾力"_s;
    QTest::newRow("25 characters") << QString(24, u'国') + u"丰"_s;
}

// There is no ink on the edge of what the name has room in: a character that is cut leaves some.
void TestCasePages::theCardCutsNoName()
{
    QFETCH(QString, name);
    CardPreview card;
    card.resize(900, 300);
    Draft draft;
    draft.applicant.name = name;
    card.setCard(draft, u"维吾尔"_s, {}, {});
    const QImage image = card.grab().toImage();
    constexpr double cardMillimetres = 85.6;
    const double width = std::min((900 - 16) / 2.0, 300 * cardMillimetres / 54);
    const double scale = width / cardMillimetres;
    const double left = (900 - 16) / 2.0 - width;
    const double top = (300 - width * 54 / cardMillimetres) / 2;
    const auto dark = [&image](int y, int fromX, int toX) {
        int count = 0;
        for (int x = fromX; x < toX; ++x)
            count += qGray(image.pixel(x, y)) < 110 ? 1 : 0;
        return count;
    };
    const int fromX = int(left + 14 * scale);
    const int toX = int(left + 54 * scale);
    const int first = int(top + 2.5 * scale);
    const int last = int(top + 11.5 * scale);
    int ink = 0;
    for (int y = first + 1; y < last; ++y)
        ink += dark(y, fromX, toX);
    QVERIFY(ink > 20);
    QCOMPARE(dark(first, fromX, toX), 0);
    QCOMPARE(dark(last, fromX, toX), 0);
}

QTEST_MAIN(TestCasePages)
#include "tst_casepages.moc"

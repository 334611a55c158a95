#include "app/texts/texts.h"
#include "app/workflow/fingerdesk.h"
#include "devices/practice/practiceface.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practiceframes.h"
#include "tests/support/input.h"
#include "tests/support/patientscanner.h"
#include "tests/support/photobench.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/walkin/fingerpage.h"
#include "widgets/walkin/maskview.h"
#include "widgets/walkin/photopage.h"
#include "widgets/walkin/pressview.h"
#include "widgets/walkin/sidepicturedialog.h"

#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace idcounter;
using namespace Qt::StringLiterals;

template<typename T>
static T *child(QWidget &page, const char *name)
{
    return page.findChild<T *>(QString::fromLatin1(name));
}

// The pages of the photo and the fingers, driven by keys and mouse.
class TestCapturePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePhotoIsTakenAndMovedByKeys();
    void thePhotoIsMovedByTheMouse();
    void whatIsLookedAtIsTicked();
    void aFileIsLoadedAndAWarningKeptWithAReason();
    void aHandIsGivenUpAtOnce();
    void messagesWaitByUrgency();
    void aFingerIsGivenUpWithAReason();
    void aPoorPressIsTakenAgain();
    void theScannerCoolsDown();
    void theFingerIsToldWhereToMove();
    void triesAndTimeAreShown();
    void theWallIsCorrectedWithABrush();
    void whatIsWrongIsDrawnAndSaid();
    void whatWasSeenGoesWithTheCamera();
    void aPictureOfTheHandIsKept();

private:
    QImage m_frame;
};

void TestCapturePages::initTestCase()
{
    applyTheme(*qApp, Theme::Light);
    m_frame = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    QVERIFY(!m_frame.isNull());
}

void TestCapturePages::thePhotoIsTakenAndMovedByKeys()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(920, 600);
    page.show();
    page.setFocus();
    bench.camera.show(m_frame);
    QTRY_COMPARE_WITH_TIMEOUT(child<QLabel>(page, "photoHint")->text(), u"✓ Ready: press Space"_s, 20000);
    QTest::keyClick(&page, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    QVERIFY(child<QTableWidget>(page, "ruleTable")->rowCount() > 20);
    for (int times = 0; times < 3; ++times) // held: faster than photos are made
        QTest::keyClick(child<QTableWidget>(page, "ruleTable"), Qt::Key_Right);
    QTest::keyClick(child<QTableWidget>(page, "ruleTable"), Qt::Key_BracketRight);
    const auto moved = [&] {
        const auto &shot = bench.desk->shot();
        return shot && shot->edit.crop.dx == 3.0 && shot->edit.crop.degrees > 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(moved(), 20000);
    QTest::mouseClick(child<QPushButton>(page, "resetCropButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->shot()->edit.crop == CropAdjustment{}, 20000);
    QTest::mouseClick(child<QPushButton>(page, "retakeButton"), Qt::LeftButton);
    QTRY_VERIFY(!bench.desk->shot());
    QVERIFY(bench.walkIn->draft().photo); // stays until there is another
}

void TestCapturePages::thePhotoIsMovedByTheMouse()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(920, 600);
    page.show();
    bench.camera.show(m_frame);
    QTRY_VERIFY(child<QPushButton>(page, "takeButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>(page, "takeButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    auto *source = child<QWidget>(page, "sourcePicture");
    const QPoint middle = source->rect().center();
    QTest::mousePress(source, Qt::LeftButton, {}, middle);
    QTest::mouseMove(source, middle + QPoint(6, 4));
    QTest::mouseRelease(source, Qt::LeftButton, {}, middle + QPoint(6, 4));
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->shot()->edit.crop.dx != 0 && bench.desk->shot()->edit.crop.dy != 0, 20000);
}

// Space ticks what the program does not judge, line by line, until nothing is open.
void TestCapturePages::whatIsLookedAtIsTicked()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(920, 600);
    page.show();
    bench.camera.show(m_frame);
    bench.desk->take();
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    QVERIFY(!bench.walkIn->stateOf(StepId::Photo).isDone());
    auto *rules = child<QTableWidget>(page, "ruleTable");
    for (int row = 0; row < rules->rowCount(); ++row) {
        rules->setCurrentCell(row, 0);
        if (child<QPushButton>(page, "lookButton")->isEnabled())
            QTest::keyClick(rules, Qt::Key_Space);
    }
    QVERIFY(bench.walkIn->stateOf(StepId::Photo).isDone());
}

// A picture from a file, by its name; its mouth is open, which is kept with a reason that a colleague will confirm.
void TestCapturePages::aFileIsLoadedAndAWarningKeptWithAReason()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    const QString file = bench.station.folder.filePath(u"studio.png"_s);
    QVERIFY(drawFace(PracticePerson::fromSeed(7), FacePose::with(PracticeFault::MouthOpen)).save(file));
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(920, 600);
    page.show();
    QTest::mouseClick(child<QPushButton>(page, "loadButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QDialog>(page, "loadDialog"));
    auto *name = child<QDialog>(page, "loadDialog")->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(file); // typed, Qt's own list of files would have the keys
    auto *buttons = child<QDialog>(page, "loadDialog")->findChild<QDialogButtonBox *>();
    QTest::mouseClick(buttons->button(QDialogButtonBox::Open), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    QCOMPARE(bench.walkIn->draft().photo->source, u"file"_s);
    auto *rules = child<QTableWidget>(page, "ruleTable");
    rules->setCurrentCell(0, 0); // what is not met stands first
    QVERIFY(child<QPushButton>(page, "reasonButton")->isEnabled());
    QTest::mouseClick(child<QPushButton>(page, "reasonButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QLineEdit>(page, "askTextEdit"));
    commitText(child<QLineEdit>(page, "askTextEdit"), u"本人无法闭合"_s);
    QTest::keyClick(child<QLineEdit>(page, "askTextEdit"), Qt::Key_Return);
    QTRY_COMPARE(bench.walkIn->draft().photo->reasons.value(u"mouth_closed"_s), u"本人无法闭合"_s);
    QVERIFY(bench.walkIn->draft().hasExceptions());
}

void TestCapturePages::messagesWaitByUrgency()
{
    MessageBar bar;
    bar.show(MessageBar::Kind::Warn, u"look"_s);
    bar.show({Error::Code::StorageFull, {}});
    bar.show({Error::Code::CameraLost, {}});
    bar.show({Error::Code::StorageFull, {}}); // again is not another
    QCOMPARE(bar.text(), texts::describe(Error::Code::StorageFull));
    QVERIFY(child<QLabel>(bar, "messageOthers")->text().contains(u"2"_s));
    bar.show(MessageBar::Kind::Ok, u"done"_s);
    QCOMPARE(bar.text(), texts::describe(Error::Code::StorageFull)); // what is in order does not push it away
    bar.settle({Error::Code::CameraLost});
    QTest::mouseClick(child<QPushButton>(bar, "messageClose"), Qt::LeftButton);
    QCOMPARE(bar.text(), u"look"_s);
    bar.show({Error::Code::TableInvalid, u"fees.csv, line 12"_s});
    QVERIFY(child<QLabel>(bar, "messageCode")->text().contains(u"fees.csv, line 12"_s));
    bar.clear();
    QVERIFY(bar.text().isEmpty());
}

// A finger desk with its page, at a case without prints.
struct FingerPageBench : PhotoBench
{
    PatientScanner scanner;
    MessageBar message;
    std::unique_ptr<FingerDesk> fingers;
    std::unique_ptr<FingerPage> page;

    bool openPage()
    {
        if (!open())
            return false;
        Draft draft = walkIn->draft();
        draft.fingers.clear();
        walkIn->setDraft(draft);
        fingers = std::make_unique<FingerDesk>(*walkIn, scanner);
        page = std::make_unique<FingerPage>(*fingers, *walkIn, message, false);
        page->resize(920, 600);
        page->show();
        scanner.open();
        return QTest::qWaitFor([this] { return !scanner.armed.isEmpty(); });
    }
};

void TestCapturePages::aFingerIsGivenUpWithAReason()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    QCOMPARE(bench.scanner.armed, QStringList{u"11"_s}); // right thumb
    QTest::mouseClick(child<QPushButton>(*bench.page, "cannotButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QDialog>(*bench.page, "cannotDialog"));
    QCOMPARE(bench.scanner.state(), FingerprintScanner::State::Ready); // nothing is armed behind the dialog
    commitText(child<QLineEdit>(*bench.page, "cannotReason"), u"外伤包扎"_s);
    QTest::mouseClick(child<QPushButton>(*bench.page, "cannotAccept"), Qt::LeftButton);
    QTRY_COMPARE(bench.walkIn->draft().fingers.size(), 1);
    const FingerRecord record = bench.walkIn->draft().fingers.first();
    QCOMPARE(record.result, FingerResult::NotRegistered);
    QCOMPARE(record.reason, u"外伤包扎"_s);
    QCOMPARE(record.quality, 0);
    QTRY_COMPARE(bench.scanner.armed.size(), 2); // the next finger of the table's order
    QVERIFY(bench.scanner.armed.last() != u"11"_s);
    QVERIFY(bench.walkIn->draft().hasExceptions());

    // Taken anew after all.
    QTest::mouseClick(child<QPushButton>(*bench.page, "retakeFingerButton"), Qt::LeftButton);
    QTRY_COMPARE(bench.scanner.armed.last(), u"11"_s);
    QVERIFY(bench.walkIn->draft().fingers.isEmpty());
}

void TestCapturePages::aHandIsGivenUpAtOnce()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    QTest::mouseClick(child<QPushButton>(*bench.page, "cannotButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QDialog>(*bench.page, "cannotDialog"));
    commitText(child<QLineEdit>(*bench.page, "cannotReason"), u"右手缺失"_s);
    QTest::keyClick(child<QCheckBox>(*bench.page, "cannotHand"), Qt::Key_Space);
    QTest::mouseClick(child<QPushButton>(*bench.page, "cannotAccept"), Qt::LeftButton);
    QTRY_COMPARE(bench.walkIn->draft().fingers.size(), 5);
    for (const FingerRecord &record : bench.walkIn->draft().fingers)
        QCOMPARE(record.reason, u"右手缺失"_s);
    QTRY_COMPARE(bench.scanner.armed.last(), u"16"_s); // the left thumb
}

void TestCapturePages::aPoorPressIsTakenAgain()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    bench.scanner.say(Error::Code::FingerTooShort);
    QTRY_VERIFY(child<QLabel>(*bench.page, "fingerAdvice")->text().startsWith(u"▲"_s));
    QCOMPARE(bench.scanner.armed.size(), 1); // armed again only for the clerk
    QTest::keyClick(child<QPushButton>(*bench.page, "againButton"), Qt::Key_Space);
    QTRY_COMPARE(bench.scanner.armed.size(), 2);
    QCOMPARE(bench.scanner.armed.last(), u"11"_s);
}

void TestCapturePages::theScannerCoolsDown()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    bench.scanner.coolUntil(bench.station.now.addSecs(40));
    QTRY_VERIFY(child<QLabel>(*bench.page, "fingerAdvice")->text().contains(u"40"_s));
    bench.station.now = bench.station.now.addSecs(30); // the page looks at the clock by itself
    QTRY_VERIFY(child<QLabel>(*bench.page, "fingerAdvice")->text().contains(u"10"_s));
    QVERIFY(!bench.fingers->message()); // cooling is no answer about the finger
}

// A press at the edge of the plate: the arrow points to the middle, in words as well.
void TestCapturePages::theFingerIsToldWhereToMove()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    const QImage whole = PracticeFinger(11).impression(1);
    QImage shifted(whole.size(), QImage::Format_Grayscale8);
    shifted.fill(255);
    QPainter painter(&shifted);
    painter.drawImage(-whole.width() * 13 / 20, 0, whole); // its right half lies on the plate's left
    painter.end();
    bench.scanner.press(shifted);
    QTRY_COMPARE_WITH_TIMEOUT(bench.fingers->state(), FingerDesk::State::Refused, 20000);
    QVERIFY(bench.fingers->moveBy());
    QVERIFY(bench.fingers->moveBy()->x() > 0.25);
    QVERIFY(child<QLabel>(*bench.page, "fingerAdvice")->text().endsWith(u"→"_s));
    bench.fingers->again();
    bench.scanner.press(whole); // the control
    QTRY_COMPARE_WITH_TIMEOUT(bench.fingers->presses(), 1, 20000);
    QVERIFY(!bench.fingers->moveBy());
    for (const auto &[to, arrow] : {std::pair(QPointF(1, 0), u"→"_s), std::pair(QPointF(0, 1), u"↓"_s),
                                    std::pair(QPointF(-1, -1), u"↖"_s), std::pair(QPointF(-1, 0.1), u"←"_s)})
        QCOMPARE(PressView::arrowFor(to), arrow);
}

void TestCapturePages::triesAndTimeAreShown()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    auto *tries = child<QLabel>(*bench.page, "fingerTries");
    QTRY_VERIFY(tries->text().contains(u"5"_s));
    QVERIFY(tries->text().contains(u"0:00"_s));
    bench.station.now = bench.station.now.addSecs(75);
    bench.scanner.say(Error::Code::FingerTooShort);
    QTRY_VERIFY(tries->text().contains(u"4"_s) && tries->text().contains(u"1:15"_s));
}

void TestCapturePages::theWallIsCorrectedWithABrush()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(1000, 620);
    page.show();
    bench.camera.show(m_frame);
    bench.desk->take();
    QTRY_VERIFY_WITH_TIMEOUT(bench.walkIn->draft().photo, 20000);
    auto *rules = child<QTableWidget>(page, "ruleTable");
    QTest::keyClick(rules, Qt::Key_M);
    auto *mask = child<MaskView>(page, "maskPicture");
    QTRY_VERIFY(mask->isVisible());
    QVERIFY(!rules->isVisible());
    const QPoint chin(179, 330);
    QVERIFY(qGray(bench.desk->shot()->photo.matte.pixel(chin)) > 250);
    QTest::mouseClick(mask, Qt::RightButton, {}, mask->toWidget().map(chin)); // the wall
    QTRY_COMPARE_WITH_TIMEOUT(bench.desk->shot()->edit.strokes.size(), 1, 20000);
    QVERIFY(!bench.desk->shot()->edit.strokes.first().person);
    QVERIFY(qGray(bench.desk->shot()->photo.image.pixel(chin)) > 240);
    QTRY_VERIFY(!bench.walkIn->draft().photo->steps.filter(u"brush wall"_s).isEmpty());
    QTest::keyClick(mask, Qt::Key_Backspace);
    QTRY_VERIFY_WITH_TIMEOUT(bench.desk->shot()->edit.strokes.isEmpty(), 20000);
    QTest::keyClick(mask, Qt::Key_W);
    QTRY_COMPARE_WITH_TIMEOUT(bench.desk->shot()->edit.whitening, Whitening::Off, 20000);
    QTRY_VERIFY(!mask->isVisible()); // there is no mask to be shown
    QVERIFY(!child<QPushButton>(page, "maskButton")->isEnabled());
    QVERIFY(rules->isVisible());
}

void TestCapturePages::whatIsWrongIsDrawnAndSaid()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(1000, 620);
    page.show();
    auto *hint = child<QLabel>(page, "photoHint");
    auto *live = child<QWidget>(page, "livePicture");
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(hint->text().startsWith(u"✓"_s) && bench.desk->preview().ready, 20000);
    QImage tilted(m_frame.size(), QImage::Format_RGB32);
    tilted.fill(m_frame.pixelColor(5, 5));
    QPainter painter(&tilted);
    painter.translate(tilted.rect().center());
    painter.rotate(12);
    painter.translate(-tilted.rect().center());
    painter.drawImage(0, 0, m_frame);
    painter.end();
    bench.camera.show(tilted);
    QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains(u"right"_s), 20000);
    QVERIFY(hint->text().startsWith(u"▲"_s));
    // The line through the eyes is drawn over the picture.
    const auto warned = [&live] {
        const QImage shown = live->grab().toImage();
        const QRgb colour = themeColours().danger.rgb();
        int pixels = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                pixels += shown.pixel(x, y) == colour ? 1 : 0;
        }
        return pixels;
    };
    QVERIFY(warned() > 20);
    bench.camera.show(m_frame);
    QTRY_VERIFY_WITH_TIMEOUT(hint->text().startsWith(u"✓"_s), 20000);
    QVERIFY(warned() < 5);
}

void TestCapturePages::whatWasSeenGoesWithTheCamera()
{
    PhotoBench bench;
    QVERIFY(bench.open());
    MessageBar message;
    PhotoPage page(*bench.desk, *bench.walkIn, message, bench.preferences);
    page.resize(800, 600);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto *hint = child<QLabel>(page, "photoHint");
    auto *take = child<QPushButton>(page, "takeButton");
    QTRY_VERIFY(take->hasFocus());
    bench.camera.show(drawFace(PracticePerson::fromSeed(7), FacePose::with(PracticeFault::WhiteClothes)));
    QTRY_VERIFY_WITH_TIMEOUT(hint->text().contains(u"clothes"_s), 20000);
    QVERIFY(hint->heightForWidth(hint->width()) <= hint->height()); // all of it is read
    bench.camera.takeAway();
    QCOMPARE(hint->text(), QString());
    QVERIFY(!take->isEnabled());
    QVERIFY(page.hasFocus());
    bench.camera.start();
    QVERIFY(take->hasFocus());
}

void TestCapturePages::aPictureOfTheHandIsKept()
{
    FingerPageBench bench;
    QVERIFY(bench.openPage());
    auto *hand = child<QPushButton>(*bench.page, "handPictureButton");
    QVERIFY(!hand->isVisible()); // nothing is given up yet
    bench.fingers->giveUpHand(FingerResult::NotRegistered, u"右手缺失"_s);
    QTRY_VERIFY(hand->isVisible());
    QSignalSpy asked(bench.page.get(), &FingerPage::sidePictureAsked);
    QTest::mouseClick(hand, Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    bench.desk->stopCamera();
    auto *dialog = new SidePictureDialog(*bench.desk, SidePictureKind::Hand, bench.page.get());
    dialog->open();
    QCOMPARE(bench.camera.state(), Camera::State::Live);
    bench.camera.show(m_frame);
    QTRY_VERIFY(child<QPushButton>(*dialog, "sideTake")->isEnabled());
    const QPointer<QDialog> open(dialog);
    QTest::mouseClick(child<QPushButton>(*dialog, "sideTake"), Qt::LeftButton);
    QTRY_VERIFY(!open);
    QCOMPARE(bench.camera.state(), Camera::State::Idle); // as it was
    QCOMPARE(bench.walkIn->draft().sidePictures.size(), 1);
    QCOMPARE(bench.walkIn->draft().sidePictures.first().kind, SidePictureKind::Hand);
    QVERIFY(hand->text().startsWith(u"✓"_s));
}

QTEST_MAIN(TestCapturePages)
#include "tst_capturepages.moc"

#include "tests/support/ridges.h"
#include "tests/support/scannerbench.h"

#include <QTest>

#include <csignal>

using namespace idcounter;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Code = Error::Code;
using Codes = QList<Error::Code>;
using State = FingerprintScanner::State;

// What a press, a finger and an unplugged scanner come to. The process itself is the matter of tst_fingerdprocess.
class TestLibfprintScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsLimits();
    void takesOnePressForEveryArm();
    void takesALargeImage();
    void takesImagesOfDifferentSizes();
    void namesWhyAPressDoesNotCount_data();
    void namesWhyAPressDoesNotCount();
    void asksAgainForABlankPlate();
    void endsWhenNobodyPresses();
    void endsWhenTheFingerCannotBeRead();
    void waitsUntilTheFingerIsLifted();
    void endsWhenTheFingerStays();
    void saysNothingWhenDisarmed();
    void armsAgainAtOnceAfterDisarming();
    void noticesThatItIsUnplugged_data();
    void noticesThatItIsUnplugged();
    void closesWhileItIsUnplugged();
    void closesInTheMiddleOfAPress();
    void reportsABrokenDevice();
    void coolsWhenLibfprintIsTooHot();
    void coolsWhenItsOwnBudgetIsUsedUp();
    void isTooHotAfterARestartToo();
    void isBusyForTheSecondApplication();
};

// Opens the scanner, arms it and waits until the device asks for the finger.
#define ARM(bench)                                                                                                     \
    bench.scanner.open();                                                                                              \
    QTRY_COMPARE(bench.scanner.state(), State::Ready);                                                                 \
    bench.scanner.arm();                                                                                               \
    QCOMPARE(bench.scanner.state(), State::Armed);                                                                     \
    QTRY_COMPARE(bench.fingerNeeded.count(), 1)

#define TAKES_A_PRESS(bench)                                                                                           \
    QTRY_COMPARE(bench.scanner.state(), State::Ready);                                                                 \
    bench.fingerNeeded.clear();                                                                                        \
    bench.pressed.clear();                                                                                             \
    bench.scanner.arm();                                                                                               \
    QTRY_COMPARE(bench.fingerNeeded.count(), 1);                                                                       \
    bench.feeder.press(drawnRidges());                                                                                 \
    QTRY_COMPARE(bench.pressed.count(), 1)

void TestLibfprintScanner::takesOnePressForEveryArm()
{
    ScannerBench bench;
    ARM(bench);
    QCOMPARE(bench.scanner.model(), u"Virtual image device for debugging"_s);
    const QImage impression = drawnRidges();
    bench.feeder.press(impression);
    QTRY_COMPARE(bench.pressed.count(), 1);

    const auto taken = bench.pressed.first().first().value<QImage>();
    QCOMPARE(taken.format(), QImage::Format_Grayscale8);
    QCOMPARE(taken, impression);
    QCOMPARE(taken.dotsPerMeterX(), 19685); // 500 dpi
    QCOMPARE(taken.dotsPerMeterY(), 19685);
    QCOMPARE(bench.states(),
             (QList{State::Opening, State::Ready, State::Armed, State::FingerOn, State::LiftFinger, State::Armed,
                    State::Ready}));
    QCOMPARE(bench.failures(), Codes());
    QCOMPARE(bench.hints(), Codes());
    TAKES_A_PRESS(bench);
}

// Beyond the buffer of a socket.
void TestLibfprintScanner::takesALargeImage()
{
    ScannerBench bench;
    ARM(bench);
    const QImage impression = drawnRidges(561, 480);
    bench.feeder.press(impression);
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.pressed.first().first().value<QImage>(), impression);
}

// The scale is the driver's, and stays when the size does not.
void TestLibfprintScanner::takesImagesOfDifferentSizes()
{
    ScannerBench bench;
    ARM(bench);
    for (const QSize &size : {QSize(388, 374), QSize(300, 400), QSize(388, 374)}) {
        const QImage impression = drawnRidges(size.width(), size.height());
        bench.feeder.press(impression);
        QTRY_COMPARE(bench.pressed.count(), 1);
        const auto taken = bench.pressed.takeFirst().first().value<QImage>();
        QCOMPARE(taken, impression);
        QCOMPARE(taken.dotsPerMeterX(), 19685);
        QTRY_COMPARE(bench.scanner.state(), State::Ready);
        bench.fingerNeeded.clear();
        bench.scanner.arm();
        QTRY_COMPARE(bench.fingerNeeded.count(), 1);
    }
    QCOMPARE(bench.failures(), Codes());
    QCOMPARE(bench.hints(), Codes());
}

void TestLibfprintScanner::namesWhyAPressDoesNotCount_data()
{
    QTest::addColumn<int>("retry");
    QTest::addColumn<Code>("code");

    QTest::newRow("general") << 0 << Code::FingerPressAgain;
    QTest::newRow("too short") << 1 << Code::FingerTooShort;
    QTest::newRow("off centre") << 2 << Code::FingerOffCentre;
    QTest::newRow("not lifted") << 3 << Code::FingerNotLifted;
}

void TestLibfprintScanner::namesWhyAPressDoesNotCount()
{
    QFETCH(int, retry);
    QFETCH(Code, code);
    ScannerBench bench;
    ARM(bench);
    bench.feeder.retry(retry);
    QTRY_COMPARE(bench.hints(), Codes{code});
    QCOMPARE(bench.scanner.state(), State::Ready); // and not armed again by itself
    QCOMPARE(bench.failures(), Codes());
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::asksAgainForABlankPlate()
{
    ScannerBench bench;
    ARM(bench);
    QImage blank(300, 300, QImage::Format_Grayscale8);
    blank.fill(255);
    bench.feeder.press(blank);
    QTRY_COMPARE(bench.hints(), Codes{Code::FingerPressAgain});
    QCOMPARE(bench.pressed.count(), 0);
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::endsWhenNobodyPresses()
{
    ScannerLimits limits = ScannerBench::quick();
    limits.armed = 1s;
    ScannerBench bench(limits);
    ARM(bench);
    QTRY_COMPARE(bench.hints(), Codes{Code::FingerNotPlaced});
    QCOMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.pressed.count(), 0);
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::endsWhenTheFingerCannotBeRead()
{
    ScannerLimits limits = ScannerBench::quick();
    limits.fingerOn = 200ms;
    ScannerBench bench(limits);
    ARM(bench);
    bench.feeder.placeFinger();
    QTRY_COMPARE(bench.scanner.state(), State::FingerOn);
    QTRY_COMPARE(bench.hints(), Codes{Code::FingerPressAgain});
    QCOMPARE(bench.scanner.state(), State::Ready);
    bench.feeder.liftFinger();
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::waitsUntilTheFingerIsLifted()
{
    ScannerBench bench;
    ARM(bench);
    bench.feeder.pressAndStay(drawnRidges());
    QTRY_COMPARE(bench.scanner.state(), State::LiftFinger);
    QCOMPARE(bench.pressed.count(), 0);
    bench.feeder.liftFinger();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.hints(), Codes());
}

void TestLibfprintScanner::endsWhenTheFingerStays()
{
    ScannerLimits limits = ScannerBench::quick();
    limits.liftFinger = 200ms;
    ScannerBench bench(limits);
    ARM(bench);
    bench.feeder.pressAndStay(drawnRidges());
    QTRY_COMPARE(bench.hints(), Codes{Code::FingerNotLifted});
    QCOMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.pressed.count(), 0);
    bench.feeder.liftFinger();
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::saysNothingWhenDisarmed()
{
    ScannerBench bench;
    ARM(bench);
    bench.scanner.disarm();
    QCOMPARE(bench.scanner.state(), State::Ready);
    TAKES_A_PRESS(bench); // which comes after all that the first one could have said
    QCOMPARE(bench.hints(), Codes());
    QCOMPARE(bench.failures(), Codes());
}

void TestLibfprintScanner::armsAgainAtOnceAfterDisarming()
{
    ScannerBench bench;
    ARM(bench);
    for (int i = 0; i < 5; ++i) {
        bench.scanner.disarm();
        bench.scanner.arm();
        QCOMPARE(bench.scanner.state(), State::Armed);
    }
    bench.fingerNeeded.clear();
    QTRY_COMPARE(bench.fingerNeeded.count(), 1);
    bench.feeder.press(drawnRidges());
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.hints(), Codes());
    QCOMPARE(bench.failures(), Codes());
}

void TestLibfprintScanner::noticesThatItIsUnplugged_data()
{
    QTest::addColumn<State>("when");

    QTest::newRow("between two presses") << State::Ready;
    QTest::newRow("armed") << State::Armed;
    QTest::newRow("finger on") << State::FingerOn;
    QTest::newRow("finger to be lifted") << State::LiftFinger;
}

void TestLibfprintScanner::noticesThatItIsUnplugged()
{
    QFETCH(State, when);
    ScannerBench bench;
    ARM(bench);
    if (when == State::FingerOn)
        bench.feeder.placeFinger();
    else if (when == State::LiftFinger)
        bench.feeder.pressAndStay(drawnRidges());
    else if (when == State::Ready) // a disarmed virtual scanner listens only to one who was connected before
        bench.feeder.press(drawnRidges());
    QTRY_COMPARE(bench.scanner.state(), when);

    bench.pressed.clear();
    bench.feeder.unplug();
    QTRY_COMPARE(bench.scanner.state(), State::Absent);
    QCOMPARE(bench.failures(), Codes{Code::ScannerLost});
    QCOMPARE(bench.hints(), Codes());
    QCOMPARE(bench.pressed.count(), 0);
    bench.scanner.arm();
    QCOMPARE(bench.failures(), (Codes{Code::ScannerLost, Code::ScannerLost}));

    // The virtual one comes back only with a new process; tst_hotplug plugs a recorded one in again.
    bench.scanner.open();
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::closesWhileItIsUnplugged()
{
    ScannerBench bench;
    ARM(bench);
    bench.feeder.press(drawnRidges());
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    const auto pid = static_cast<pid_t>(bench.scanner.processId());
    bench.feeder.unplug();
    bench.scanner.close();
    QCOMPARE(bench.scanner.state(), State::Absent);
    QTRY_VERIFY(::kill(pid, 0) != 0);
    QCOMPARE(bench.failures(), Codes()); // it was not asked for any more
    bench.scanner.open();
    TAKES_A_PRESS(bench);
    QCOMPARE(bench.failures(), Codes());
}

void TestLibfprintScanner::closesInTheMiddleOfAPress()
{
    ScannerBench bench;
    ARM(bench);
    bench.feeder.placeFinger();
    QTRY_COMPARE(bench.scanner.state(), State::FingerOn);
    bench.scanner.close();
    QCOMPARE(bench.scanner.state(), State::Absent);
    bench.scanner.open();
    TAKES_A_PRESS(bench);
    QCOMPARE(bench.hints(), Codes());
    QCOMPARE(bench.failures(), Codes());
}

void TestLibfprintScanner::reportsABrokenDevice()
{
    ScannerBench bench;
    ARM(bench);
    bench.feeder.breakDown(5); // FP_DEVICE_ERROR_PROTO
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerFailed});
    QCOMPARE(bench.scanner.state(), State::Failed);
    // It may be tried again as it is.
    bench.scanner.arm();
    QTRY_COMPARE(bench.fingerNeeded.count(), 2);
    bench.feeder.press(drawnRidges());
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.scanner.state(), State::Ready);
}

// TOO_HOT must never look like a finger that does not match or a press that did not succeed.
void TestLibfprintScanner::coolsWhenLibfprintIsTooHot()
{
    ScannerBench bench;
    ARM(bench);
    bench.feeder.breakDown(257); // FP_DEVICE_ERROR_TOO_HOT
    QTRY_COMPARE(bench.scanner.state(), State::Cooling);
    QCOMPARE(bench.failures(), Codes{Code::ScannerHot});
    const qint64 wait = bench.now.secsTo(bench.scanner.coolingUntil());
    QVERIFY2(wait > 205 && wait < 215, qPrintable(QString::number(wait)));

    bench.scanner.arm();
    QCOMPARE(bench.failures(), (Codes{Code::ScannerHot, Code::ScannerHot}));
    QCOMPARE(bench.scanner.state(), State::Cooling);
    QCOMPARE(bench.hints(), Codes());
    QCOMPARE(bench.pressed.count(), 0);

    bench.now = bench.scanner.coolingUntil().addMSecs(1);
    TAKES_A_PRESS(bench);
    QVERIFY(bench.scanner.coolingUntil().isNull());
}

void TestLibfprintScanner::coolsWhenItsOwnBudgetIsUsedUp()
{
    ScannerBench bench;
    ARM(bench);
    bench.now = bench.now.addSecs(170);
    bench.scanner.disarm();
    QCOMPARE(bench.scanner.state(), State::Ready);
    TAKES_A_PRESS(bench); // nine seconds are left
    bench.scanner.arm();
    QCOMPARE(bench.scanner.state(), State::Armed);
    bench.now = bench.now.addSecs(11);
    bench.scanner.disarm();
    QCOMPARE(bench.scanner.state(), State::Cooling);
    bench.scanner.arm();
    QCOMPARE(bench.failures(), Codes{Code::ScannerHot});
}

// libfprint forgets its own heat with its process.
void TestLibfprintScanner::isTooHotAfterARestartToo()
{
    ScannerBench bench;
    ARM(bench);
    bench.feeder.breakDown(257);
    QTRY_COMPARE(bench.scanner.state(), State::Cooling);
    bench.scanner.close();
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Cooling);
    QVERIFY(bench.now.secsTo(bench.scanner.coolingUntil()) > 200);
    bench.scanner.arm();
    QCOMPARE(bench.failures(), (Codes{Code::ScannerHot, Code::ScannerHot}));
    bench.now = bench.scanner.coolingUntil().addMSecs(1);
    TAKES_A_PRESS(bench);
}

void TestLibfprintScanner::isBusyForTheSecondApplication()
{
    ScannerBench first;
    ARM(first);
    LibfprintScanner second({.program = QStringLiteral(IDCOUNTER_FINGERD),
                             .station = fingerd::Station::Practice,
                             .socketPath = first.socketPath},
                            [&] { return first.now; });
    QSignalSpy failed(&second, &FingerprintScanner::failed);
    second.open();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Code::ScannerBusy);
    QCOMPARE(second.state(), State::Failed);

    first.feeder.press(drawnRidges());
    QTRY_COMPARE(first.pressed.count(), 1);

    const auto pid = static_cast<pid_t>(first.scanner.processId());
    first.scanner.close();
    QTRY_VERIFY(::kill(pid, 0) != 0);
    second.open();
    QTRY_COMPARE(second.state(), State::Ready);
}

// What the other tests shorten.
void TestLibfprintScanner::hasItsLimits()
{
    const ScannerLimits limits;
    QVERIFY(limits.armed >= std::chrono::seconds(20) && limits.armed <= std::chrono::seconds(30));
    QCOMPARE(limits.fingerOn, std::chrono::seconds(5));
    QCOMPARE(limits.liftFinger, std::chrono::seconds(10));
    QCOMPARE(limits.process.silence, std::chrono::seconds(3));
    QCOMPARE(limits.process.restartWindow, std::chrono::minutes(1));
    QCOMPARE(limits.process.maxRestarts, 3);
}

QTEST_GUILESS_MAIN(TestLibfprintScanner)
#include "tst_libfprintscanner.moc"

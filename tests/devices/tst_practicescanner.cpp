#include "devices/practice/practicescanner.h"
#include "tests/support/ridges.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace idcounter;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = FingerprintScanner::State;

class TestPracticeScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThePressThatIsHandedToIt();
    void waitsForACitizenWhoDoesNotMove();
    void canBeUnpluggedAndPluggedInAgain();
    void showsWhatTheScannerShows();
};

static QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

void TestPracticeScanner::takesThePressThatIsHandedToIt()
{
    const QImage impression = drawnRidges();
    PracticeScanner scanner(QStringLiteral(IDCOUNTER_FINGERD),
                            {.next = [&](const CaptureRequest &) { return impression; }, .delay = {}}, now);
    QSignalSpy pressed(&scanner, &FingerprintScanner::pressed);
    scanner.open();
    QTRY_COMPARE(scanner.state(), State::Ready);
    scanner.arm();
    QTRY_COMPARE(pressed.count(), 1);
    const auto taken = pressed.first().first().value<QImage>();
    QCOMPARE(taken.size(), impression.size());
    QCOMPARE(taken, impression.convertedTo(QImage::Format_Grayscale8));
    QCOMPARE(taken.dotsPerMeterX(), 19685);
    QCOMPARE(scanner.state(), State::Ready);
}

void TestPracticeScanner::waitsForACitizenWhoDoesNotMove()
{
    ScannerLimits limits;
    limits.armed = 500ms;
    int asked = 0;
    const auto next = [&](const CaptureRequest &) {
        ++asked;
        return QImage();
    };
    PracticeScanner scanner(QStringLiteral(IDCOUNTER_FINGERD), {.next = next, .delay = {}}, now, limits);
    QSignalSpy hinted(&scanner, &FingerprintScanner::hinted);
    scanner.open();
    QTRY_COMPARE(scanner.state(), State::Ready);
    scanner.arm();
    QTRY_COMPARE(hinted.count(), 1);
    QCOMPARE(hinted.first().first().value<Error::Code>(), Error::Code::FingerNotPlaced);
    QCOMPARE(asked, 1);
    QCOMPARE(scanner.state(), State::Ready);
}

void TestPracticeScanner::canBeUnpluggedAndPluggedInAgain()
{
    PracticeScanner scanner(QStringLiteral(IDCOUNTER_FINGERD),
                            {.next = [](const CaptureRequest &) { return drawnRidges(); }, .delay = {}}, now);
    QSignalSpy pressed(&scanner, &FingerprintScanner::pressed);
    QSignalSpy failed(&scanner, &FingerprintScanner::failed);
    scanner.open();
    QTRY_COMPARE(scanner.state(), State::Ready);
    scanner.arm();
    QTRY_COMPARE(pressed.count(), 1);
    scanner.feeder().unplug();
    QTRY_COMPARE(scanner.state(), State::Absent);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::ScannerLost);
    scanner.open();
    QTRY_COMPARE(scanner.state(), State::Ready);
    scanner.arm();
    QTRY_COMPARE(pressed.count(), 2);
}

void TestPracticeScanner::showsWhatTheScannerShows()
{
    QPointer<PracticeScanner> finger;
    PracticeScanner scanner(QStringLiteral(IDCOUNTER_FINGERD),
                            {.next =
                                 [&](const CaptureRequest &) {
                                     finger->feeder().breakDown(257); // FP_DEVICE_ERROR_TOO_HOT
                                     return QImage();
                                 },
                             .delay = {}},
                            now);
    finger = &scanner;
    scanner.open();
    QTRY_COMPARE(scanner.state(), State::Ready);
    scanner.arm();
    QTRY_COMPARE(scanner.state(), State::Cooling);
    QVERIFY(scanner.coolingUntil() > now());
    QCOMPARE(scanner.model(), u"Virtual image device for debugging"_s);
}

QTEST_GUILESS_MAIN(TestPracticeScanner)
#include "tst_practicescanner.moc"

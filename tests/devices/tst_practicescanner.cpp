#include "devices/practice/practicescanner.h"
#include "tests/support/ridges.h"

#include <QSignalSpy>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;
using State = FingerprintScanner::State;

class TestPracticeScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThePressThatIsHandedToIt();
};

static QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

void TestPracticeScanner::takesThePressThatIsHandedToIt()
{
    const QImage impression = drawnRidges();
    PracticeScanner scanner(QStringLiteral(IDCOUNTER_FINGERD), {.next = [&](const CaptureRequest &) { return impression; }, .delay = {}}, now);
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

QTEST_GUILESS_MAIN(TestPracticeScanner)
#include "tst_practicescanner.moc"

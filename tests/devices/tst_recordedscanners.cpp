#include "devices/fingerd/libfprintscanner.h"
#include "devices/fingerd/scannermodels.h"
#include "tests/support/recordedscanner.h"

#include <QSignalSpy>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;
using State = FingerprintScanner::State;

// The traffic of real scanners, replayed.
class TestRecordedScanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversTheRecordedImage_data();
    void deliversTheRecordedImage();
    void takesAPressFromAUareU4500();
    void refusesAScannerOfUnknownScale();
};

static QDateTime now()
{
    return QDateTime(QDate(2024, 5, 6), QTime(9, 0), Qt::UTC);
}

static FingerdStart startOf(const RecordedScanner &recorded)
{
    return {.program = recorded.program(), .station = fingerd::Station::Test, .socketPath = {}};
}

void TestRecordedScanners::deliversTheRecordedImage_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<QString>("driver");
    QTest::addColumn<QSize>("size");

    QTest::newRow("U.are.U 4500") << u"uru4000-4500"_s << u"uru4000"_s << QSize(384, 290);
    QTest::newRow("AuthenTec AES3500") << u"aes3500"_s << u"aes3500"_s << QSize(256, 256);
    QTest::newRow("Egis 0570") << u"egis0570"_s << u"egis0570"_s << QSize(304, 618);
    QTest::newRow("UPEK TouchChip") << u"upektc_img"_s << u"upektc_img"_s << QSize(144, 384);
    QTest::newRow("Validity VFS5011") << u"vfs5011"_s << u"vfs5011"_s << QSize(160, 334);
}

void TestRecordedScanners::deliversTheRecordedImage()
{
    QFETCH(QString, recording);
    QFETCH(QString, driver);
    QFETCH(QSize, size);
    const RecordedScanner recorded(recording);
    if (!recorded.obstacle().isEmpty())
        QSKIP(qPrintable(recorded.obstacle()));

    FingerdProcess process(startOf(recorded), {});
    QString foundDriver;
    std::optional<fingerd::Image> image;
    QString trouble;
    connect(&process, &FingerdProcess::received, this, [&](const fingerd::Message &message) {
        if (const auto *added = std::get_if<fingerd::DeviceAdded>(&message)) {
            foundDriver = added->driver;
            process.send(fingerd::Open{added->device});
        } else if (std::holds_alternative<fingerd::Opened>(message)) {
            process.send(fingerd::Arm{1});
        } else if (const auto *taken = std::get_if<fingerd::Image>(&message)) {
            image = *taken;
        } else if (const auto *failure = std::get_if<fingerd::Failure>(&message)) {
            trouble = failure->text;
        }
    });
    process.start();
    QTRY_VERIFY_WITH_TIMEOUT(image || !trouble.isEmpty(), 20000);
    QVERIFY2(image, qPrintable(trouble));
    QCOMPARE(foundDriver, driver);
    QCOMPARE(QSize(image->width, image->height), size);

    const QImage expected = QImage(recorded.expectedImage()).convertedTo(QImage::Format_Grayscale8);
    const auto *pixels = reinterpret_cast<const uchar *>(image->grey.constData());
    QCOMPARE(QImage(pixels, image->width, image->height, image->width, QImage::Format_Grayscale8), expected);
}

// The whole way through the scanner that the counter sees.
void TestRecordedScanners::takesAPressFromAUareU4500()
{
    const RecordedScanner recorded(u"uru4000-4500"_s);
    if (!recorded.obstacle().isEmpty())
        QSKIP(qPrintable(recorded.obstacle()));
    LibfprintScanner scanner(startOf(recorded), now);
    QSignalSpy pressed(&scanner, &FingerprintScanner::pressed);
    QSignalSpy failed(&scanner, &FingerprintScanner::failed);
    scanner.open();
    QTRY_COMPARE_WITH_TIMEOUT(scanner.state(), State::Ready, 20000);
    QCOMPARE(scanner.model(), u"Digital Persona U.are.U 4000/4000B/4500"_s);
    scanner.arm();
    QTRY_COMPARE_WITH_TIMEOUT(pressed.count(), 1, 20000);
    const auto impression = pressed.first().first().value<QImage>();
    QCOMPARE(impression.size(), QSize(384, 290));
    QCOMPARE(impression.dotsPerMeterX(), 19685);
    QCOMPARE(failed.count(), 0);
}

void TestRecordedScanners::refusesAScannerOfUnknownScale()
{
    const RecordedScanner recorded(u"egis0570"_s);
    if (!recorded.obstacle().isEmpty())
        QSKIP(qPrintable(recorded.obstacle()));
    LibfprintScanner scanner(startOf(recorded), now);
    QSignalSpy failed(&scanner, &FingerprintScanner::failed);
    scanner.open();
    QTRY_COMPARE_WITH_TIMEOUT(scanner.state(), State::Failed, 20000);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::ScannerFailed);
}

QTEST_GUILESS_MAIN(TestRecordedScanners)
#include "tst_recordedscanners.moc"

#include "app/workflow/slipreader.h"
#include "devices/practice/practiceframes.h"
#include "tests/support/photobench.h"
#include "tests/support/slippicture.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// What is held before the camera while a slip is looked for, and what is said of it.
class TestSlipReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFirstSlipEndsIt();
    void aForeignCodeIsSaidUntilItIsForgotten();
    void aSlipAmongOtherCodesIsFound();
    void whatIsHeldBeforeAStoppedReaderIsNothing();
    void aBrokenCameraIsSaid();
    void aSlowCameraIsNoFailure();
    void theCameraGoesOffWithTheReader();

private:
    const QString m_number = u"6501020012026112400007"_s;
    QImage m_slip;
    QImage m_face;
    QImage m_foreign;
};

namespace {

struct Reading
{
    StillCamera camera;
    SlipReader reader{camera};
    QSignalSpy shown{&reader, &SlipReader::frameReady};
    QStringList read; // acceptance numbers

    Reading()
    {
        QObject::connect(&reader, &SlipReader::slipRead, &reader,
                         [this](const AcceptanceNumber &number) { read << number.toString(); });
    }
    // So many more frames.
    bool watch(int frames)
    {
        const auto until = shown.count() + frames;
        return QTest::qWaitFor([&] { return shown.count() >= until; }, 30000);
    }
};

} // namespace

void TestSlipReader::initTestCase()
{
    m_slip = frameOf(slipSheet(m_number), {.turned = 10});
    m_foreign = frameOf(otherCode(u"https://example.invalid/"_s));
    m_face = PracticeFrames(PracticePerson::fromSeed(7)).frame(0);
    QVERIFY(!m_face.isNull());
}

void TestSlipReader::theFirstSlipEndsIt()
{
    Reading reading;
    QCOMPARE(reading.reader.state(), SlipReader::State::Off);
    reading.reader.start();
    QCOMPARE(reading.reader.state(), SlipReader::State::Starting);
    reading.camera.show(m_face);
    QCOMPARE(reading.reader.state(), SlipReader::State::Looking);
    QVERIFY(reading.watch(10));
    QVERIFY(reading.read.isEmpty());
    QCOMPARE(reading.reader.state(), SlipReader::State::Looking);
    reading.camera.show(m_slip);
    QTRY_COMPARE(reading.read, QStringList(m_number));
    QCOMPARE(reading.reader.state(), SlipReader::State::Read);
    QCOMPARE(reading.camera.state(), Camera::State::Idle);
    reading.camera.show(m_slip); // nobody asked any more
    QCOMPARE(reading.read.size(), 1);
    reading.reader.start();
    reading.camera.show(m_slip);
    QTRY_COMPARE(reading.read.size(), 2);
}

void TestSlipReader::aForeignCodeIsSaidUntilItIsForgotten()
{
    Reading reading;
    reading.reader.start();
    reading.camera.show(m_foreign);
    QVERIFY(!reading.reader.error());
    QTRY_COMPARE(reading.reader.state(), SlipReader::State::Foreign);
    QCOMPARE(reading.reader.error()->code, Error::Code::SlipCodeForeign);
    QVERIFY(reading.read.isEmpty());
    reading.camera.show(frameOf({}));
    QCOMPARE(reading.reader.state(), SlipReader::State::Foreign); // to be read
    QTRY_COMPARE_WITH_TIMEOUT(reading.reader.state(), SlipReader::State::Looking, 20000);
    QVERIFY(!reading.reader.error());
    reading.camera.show(m_foreign);
    QTRY_COMPARE(reading.reader.state(), SlipReader::State::Foreign);
    reading.camera.show(m_slip);
    QTRY_COMPARE(reading.read, QStringList(m_number));
}

void TestSlipReader::aSlipAmongOtherCodesIsFound()
{
    QImage both = m_slip;
    QPainter painter(&both);
    const QImage other = otherCode(u"https://example.invalid/"_s);
    painter.drawImage(0, 0, other.copy(other.width() / 3, other.height() / 4, other.width() / 3, other.height() / 2));
    painter.end();
    Reading reading;
    reading.reader.start();
    reading.camera.show(both);
    QTRY_COMPARE(reading.read, QStringList(m_number));
}

void TestSlipReader::whatIsHeldBeforeAStoppedReaderIsNothing()
{
    Reading reading;
    reading.camera.show(m_slip); // not asked yet
    QVERIFY(reading.shown.isEmpty());
    reading.reader.start();
    reading.camera.show(m_slip); // is being looked at
    reading.reader.stop();
    QCOMPARE(reading.camera.state(), Camera::State::Idle);
    QCOMPARE(reading.reader.state(), SlipReader::State::Off);
    // The next one is looked at after that one, which is dropped.
    reading.reader.start();
    reading.camera.show(m_face);
    QVERIFY(reading.watch(10));
    QVERIFY(reading.read.isEmpty());
    reading.camera.show(m_slip);
    QTRY_COMPARE(reading.read.size(), 1);
}

void TestSlipReader::aBrokenCameraIsSaid()
{
    Reading reading;
    reading.reader.start();
    reading.camera.show(m_face);
    reading.camera.takeAway();
    QCOMPARE(reading.reader.state(), SlipReader::State::Failed);
    QCOMPARE(reading.reader.error()->code, Error::Code::CameraLost);
    QVERIFY(reading.reader.needsRestart());
    reading.reader.start();
    QVERIFY(!reading.reader.needsRestart());
    QVERIFY(!reading.reader.error());
    reading.camera.show(m_slip);
    QTRY_COMPARE(reading.read, QStringList(m_number));
    reading.camera.takeAway(); // of no matter now
    QCOMPARE(reading.reader.state(), SlipReader::State::Read);
}

void TestSlipReader::aSlowCameraIsNoFailure()
{
    Reading reading;
    reading.reader.start();
    reading.camera.show(m_face);
    Q_EMIT reading.camera.failed({Error::Code::CameraSlow, {}});
    QCOMPARE(reading.reader.state(), SlipReader::State::Looking);
    Q_EMIT reading.camera.failed({Error::Code::CameraBusy, {}}); // the control
    QCOMPARE(reading.reader.state(), SlipReader::State::Failed);
    reading.camera.show(m_face); // it has mended itself
    QCOMPARE(reading.reader.state(), SlipReader::State::Looking);
}

void TestSlipReader::theCameraGoesOffWithTheReader()
{
    StillCamera camera;
    {
        SlipReader reader(camera);
        reader.start();
        QCOMPARE(camera.state(), Camera::State::Live);
    }
    QCOMPARE(camera.state(), Camera::State::Idle);
}

QTEST_MAIN(TestSlipReader)
#include "tst_slipreader.moc"

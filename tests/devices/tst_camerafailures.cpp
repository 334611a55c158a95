#include "tests/support/watchedcamera.h"

#include <atomic>

using namespace idcounter;
using namespace idcounter::test;

// What goes wrong with a camera, and what it says then.
class TestCameraFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void comesBackAfterItWasPulledOut();
    void endsWithTheStream();
    void reportsAnAbsentCameraOnce_data();
    void reportsAnAbsentCameraOnce();
    void findsACameraThatIsPluggedInLater();
    void tellsWhoKeepsItFromTheCamera();
    void noticesThatACameraIsFrozen();
    void noticesThatACameraNeverOpens_data();
    void noticesThatACameraNeverOpens();
    void startsAnewAfterItWasFrozen();
};

void TestCameraFailures::initTestCase()
{
    OpenCvCamera::prepareProcess();
    QCOMPARE(qgetenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT"), "2"_ba);
}

void TestCameraFailures::comesBackAfterItWasPulledOut()
{
    Watched watched(pipeline(live, " ! identity error-after=20"));
    watched.camera.start();
    QTRY_COMPARE(watched.failed.count(), 2);
    QCOMPARE(watched.errors(), QList({Error::Code::CameraLost, Error::Code::CameraLost}));
    QCOMPARE(watched.states(), QList({State::Opening, State::Live, State::Failed, State::Live, State::Failed}));
}

void TestCameraFailures::endsWithTheStream()
{
    Watched watched(pipeline("gst:videotestsrc num-buffers=5 ! video/x-raw,width=640,height=480"), {.retry = 1h});
    watched.camera.start();
    QTRY_COMPARE(watched.errors(), QList({Error::Code::CameraLost}));
    QVERIFY(!watched.frameReady.isEmpty());

    watched.camera.start(); // does not wait for the next try
    QCOMPARE(watched.camera.state(), State::Opening);
    QTRY_COMPARE(watched.failed.count(), 2);
}

void TestCameraFailures::reportsAnAbsentCameraOnce_data()
{
    QTest::addColumn<QString>("setting");

    QTest::newRow("device") << u"v4l2:/nowhere/video0"_s;
    QTest::newRow("no video device") << u"v4l2:/dev/null"_s;
    QTest::newRow("video") << u"file:/nowhere/a.mp4"_s;
    QTest::newRow("no video") << u"file:/etc/passwd"_s;
    QTest::newRow("pictures") << u"seq:/nowhere/%03d.png"_s;
    QTest::newRow("device of a pipeline") << pipeline("gst:v4l2src device=/nowhere/video0");
    QTest::newRow("pipeline that does not fit together") << pipeline("gst:videotestsrc ! audio/x-raw");
    QTest::newRow("pipeline without an end") << u"gst:videotestsrc ! appsink !"_s;
}

void TestCameraFailures::reportsAnAbsentCameraOnce()
{
    QFETCH(QString, setting);
    Watched watched(setting, {.retry = 10ms});
    watched.camera.start();
    QTRY_COMPARE(watched.errors(), QList({Error::Code::CameraAbsent}));
    QCOMPARE(watched.states(), QList({State::Opening, State::Absent}));

    // It is tried again, and asked for again it tells again.
    watched.camera.start();
    QCOMPARE(watched.camera.state(), State::Opening);
    QTRY_COMPARE(watched.errors(), QList({Error::Code::CameraAbsent, Error::Code::CameraAbsent}));
    QVERIFY(watched.frameReady.isEmpty());
}

void TestCameraFailures::findsACameraThatIsPluggedInLater()
{
    const QTemporaryDir folder;
    Watched watched(drawnIn(folder, 0));
    watched.camera.start();
    QTRY_COMPARE(watched.camera.state(), State::Absent);
    const QTemporaryDir elsewhere; // a picture that is half written would be another failure
    drawnIn(elsewhere, 1);
    QVERIFY(QFile::rename(elsewhere.filePath(u"000.png"_s), folder.filePath(u"000.png"_s)));
    QTRY_COMPARE(watched.camera.state(), State::Live);
    QCOMPARE(watched.states(), QList({State::Opening, State::Absent, State::Live}));

    QVERIFY(QFile::remove(folder.filePath(u"000.png"_s)));
    QTRY_COMPARE(watched.errors(),
                 QList({Error::Code::CameraAbsent, Error::Code::CameraLost, Error::Code::CameraAbsent}));
}

void TestCameraFailures::tellsWhoKeepsItFromTheCamera()
{
    std::atomic_int error = EBUSY;
    std::atomic_int attempts = 0;
    Watched watched(u"v4l2:/dev/null"_s, {.retry = 10ms}, 0, [&](const QString &path) {
        ++attempts;
        return path == u"/dev/null"_s ? error.load() : ENOENT;
    });
    watched.camera.start();
    QTRY_VERIFY(attempts > 3);
    QCOMPARE(watched.errors(), QList({Error::Code::CameraBusy}));
    QCOMPARE(watched.camera.state(), State::Failed);

    error = EACCES;
    QTRY_COMPARE(watched.errors(), QList({Error::Code::CameraBusy, Error::Code::CameraForbidden}));
    QCOMPARE(watched.camera.state(), State::Failed);

    error = ENODEV;
    QTRY_COMPARE(watched.camera.state(), State::Absent);
}

void TestCameraFailures::noticesThatACameraIsFrozen()
{
    const QTemporaryDir folder;
    Fifo fifo(folder.filePath(u"fifo"_s));
    fifo.write(8);
    Watched watched(fifo.setting(), {.nextFrame = 300ms, .retry = 10ms, .closing = 200ms});
    watched.camera.start();
    QTRY_COMPARE(watched.errors(), QList({Error::Code::CameraFrozen}));
    QVERIFY(!watched.frameReady.isEmpty());
    QCOMPARE(watched.states(), QList({State::Opening, State::Live, State::Frozen}));
}

void TestCameraFailures::noticesThatACameraNeverOpens_data()
{
    QTest::addColumn<bool>("hasSource");

    QTest::newRow("nothing comes") << true;
    // OpenCV 4.6 waits for ever for what is left of such a pipeline.
    QTest::newRow("pipeline whose source is unknown") << false;
}

void TestCameraFailures::noticesThatACameraNeverOpens()
{
    QFETCH(bool, hasSource);
    const QTemporaryDir folder;
    const Fifo fifo(folder.filePath(u"fifo"_s));
    Watched watched(hasSource ? fifo.setting() : pipeline("gst:nosuchsource"), {.firstFrame = 300ms, .closing = 200ms});
    watched.camera.start();
    QTRY_COMPARE(watched.errors(), QList({Error::Code::CameraFrozen}));
    QCOMPARE(watched.states(), QList({State::Opening, State::Frozen}));
    QVERIFY(watched.frameReady.isEmpty());
}

void TestCameraFailures::startsAnewAfterItWasFrozen()
{
    const QTemporaryDir folder;
    Fifo stuck(folder.filePath(u"fifo"_s));
    stuck.write(3);
    Watched watched(stuck.setting(), {.nextFrame = 300ms, .closing = 200ms});
    watched.camera.start();
    QTRY_COMPARE(watched.camera.state(), State::Frozen);

    QVERIFY(QFile::remove(folder.filePath(u"fifo"_s)));
    Fifo replaced(folder.filePath(u"fifo"_s));
    replaced.write(8);
    watched.camera.start();
    QCOMPARE(watched.camera.state(), State::Opening);
    QTRY_COMPARE(watched.states().count(State::Live), 2);
}

QTEST_GUILESS_MAIN(TestCameraFailures)
#include "tst_camerafailures.moc"

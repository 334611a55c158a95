#include "tests/support/watchedcamera.h"

#include <opencv2/videoio.hpp>

using namespace idcounter;
using namespace idcounter::test;

// What a camera shows.
class TestCameraFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void showsPicturesOverAndOver();
    void turnsFramesAndNeverMirrorsThem_data();
    void turnsFramesAndNeverMirrorsThem();
    void playsAVideoToItsEnd();
    void showsAPipeline();
    void convertsWhatIsNotColour_data();
    void convertsWhatIsNotColour();
    void tellsOnceThatFramesAreTooCoarse();
    void waitsForASlowCamera();
    void showsTheLatestToThoseWhoWereBusy();
};

void TestCameraFrames::initTestCase()
{
    OpenCvCamera::prepareProcess();
    QCOMPARE(qgetenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT"), "2"_ba);
}

void TestCameraFrames::showsPicturesOverAndOver()
{
    const QTemporaryDir folder;
    Watched watched(drawnIn(folder, 3, quarters(), u"?fps=20"_s));
    QCOMPARE(watched.camera.state(), State::Idle);
    QCOMPARE(watched.camera.label(), folder.filePath(u"%03d.png"_s));

    watched.camera.start();
    QCOMPARE(watched.camera.state(), State::Opening);
    QVERIFY(watched.frameReady.wait());
    while (watched.frameReady.count() < 8)
        QVERIFY(watched.frameReady.wait());
    QCOMPARE(corners(watched.frame(7)), u"rgbw"_s);
    QCOMPARE(watched.states(), QList({State::Opening, State::Live}));
    QVERIFY(watched.failed.isEmpty());

    watched.camera.stop();
    QCOMPARE(watched.camera.state(), State::Idle);
}

void TestCameraFrames::turnsFramesAndNeverMirrorsThem_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("expected");

    QTest::newRow("upright") << 0 << QSize(640, 480) << u"rgbw"_s;
    QTest::newRow("clockwise") << 90 << QSize(480, 640) << u"brwg"_s;
    QTest::newRow("upside down") << 180 << QSize(640, 480) << u"wbgr"_s;
    QTest::newRow("anticlockwise") << 270 << QSize(480, 640) << u"gwrb"_s;
}

void TestCameraFrames::turnsFramesAndNeverMirrorsThem()
{
    QFETCH(int, rotation);
    QFETCH(QSize, size);
    QFETCH(QString, expected);
    const QTemporaryDir folder;
    Watched watched(drawnIn(folder, 1), {}, rotation);
    watched.camera.start();
    QVERIFY(watched.frameReady.wait());
    QCOMPARE(watched.frame(0).size(), size);
    QCOMPARE(corners(watched.frame(0)), expected);
    QVERIFY(watched.failed.isEmpty()); // VGA that stands upright is fine enough
}

void TestCameraFrames::playsAVideoToItsEnd()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.avi"_s);
    cv::VideoWriter writer(path.toStdString(), cv::CAP_OPENCV_MJPEG, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'), 25,
                           {640, 480});
    for (int i = 0; i < 6; ++i)
        writer.write(cv::Mat(480, 640, CV_8UC3, cv::Scalar(0, 0, 255)));
    writer.release();

    Watched once(u"file:"_s + path, {.retry = 1h});
    once.camera.start();
    QTRY_COMPARE(once.errors(), QList({Error::Code::CameraLost}));
    QCOMPARE(once.camera.state(), State::Failed);
    QCOMPARE(corners(once.frame(0)), u"rrrr"_s);

    Watched looped(u"file:%1?loop=1&fps=100"_s.arg(path));
    looped.camera.start();
    QTRY_VERIFY(looped.frameReady.count() > 12);
    QVERIFY(looped.failed.isEmpty());
}

void TestCameraFrames::showsAPipeline()
{
    Watched watched(pipeline(live));
    watched.camera.start();
    QTRY_VERIFY(watched.frameReady.count() > 5);
    QCOMPARE(watched.frame(0).size(), QSize(640, 480));
    QCOMPARE(watched.frame(0).format(), QImage::Format_BGR888);
    QCOMPARE(watched.states(), QList({State::Opening, State::Live}));
    QVERIFY(watched.failed.isEmpty());
}

void TestCameraFrames::convertsWhatIsNotColour_data()
{
    QTest::addColumn<QImage::Format>("format");

    QTest::newRow("grey") << QImage::Format_Grayscale8;
    QTest::newRow("grey of 16 bits") << QImage::Format_Grayscale16;
    QTest::newRow("transparent") << QImage::Format_RGBA8888;
    QTest::newRow("colours of 16 bits") << QImage::Format_RGBX64;
}

void TestCameraFrames::convertsWhatIsNotColour()
{
    QFETCH(QImage::Format, format);
    QImage image(640, 480, format);
    image.fill(QColor(200, 200, 200));
    const QTemporaryDir folder;
    Watched watched(drawnIn(folder, 1, image));
    watched.camera.start();
    QVERIFY(watched.frameReady.wait());
    QCOMPARE(watched.frame(0).format(), QImage::Format_BGR888);
    QVERIFY(qAbs(watched.frame(0).pixelColor(320, 240).green() - 200) < 3);
}

void TestCameraFrames::tellsOnceThatFramesAreTooCoarse()
{
    Watched watched(u"gst:videotestsrc is-live=true ! video/x-raw,width=320,height=240,format=GRAY8,framerate=30/1 "
                    "! appsink drop=true max-buffers=1"_s);
    watched.camera.start();
    QTRY_VERIFY(watched.frameReady.count() > 5);
    QCOMPARE(watched.errors(), QList({Error::Code::CameraTooCoarse}));
    QCOMPARE(watched.failed.first().first().value<Error>().detail, u"320x240"_s);
    QCOMPARE(watched.camera.state(), State::Live);
    QCOMPARE(watched.frame(0).size(), QSize(320, 240));
    QCOMPARE(watched.frame(0).format(), QImage::Format_BGR888);

    watched.camera.stop();
    watched.camera.start();
    QTRY_COMPARE(watched.failed.count(), 2);
}

void TestCameraFrames::waitsForASlowCamera()
{
    const QString slow = pipeline(live, " ! identity sleep-time=200000");
    Watched patient(slow);
    patient.camera.start();
    QTRY_VERIFY(patient.frameReady.count() > 4);
    QVERIFY(patient.failed.isEmpty());

    Watched impatient(slow, {.nextFrame = 50ms});
    impatient.camera.start();
    QTRY_COMPARE(impatient.errors(), QList({Error::Code::CameraFrozen}));
}

void TestCameraFrames::showsTheLatestToThoseWhoWereBusy()
{
    const QTemporaryDir folder;
    Fifo fifo(folder.filePath(u"fifo"_s));
    fifo.write(200);
    // A sink that keeps every frame and lets the writer go no faster than they are read.
    QString setting = fifo.setting().replace(u"drop=true max-buffers=1"_s, u"drop=false max-buffers=1"_s);
    Watched watched(setting, {.closing = 200ms});
    connect(&watched.camera, &Camera::frameReady, &watched.camera, [&] { fifo.waitUntilWritten(); });
    watched.camera.start();
    QVERIFY(watched.frameReady.wait());
    const auto last = [&] { return qBlue(watched.frameReady.last().first().value<QImage>().pixel(0, 0)); };
    QTRY_COMPARE(last(), 199);
    QVERIFY2(watched.frameReady.count() < 50, qPrintable(QString::number(watched.frameReady.count())));
    QVERIFY(watched.failed.isEmpty());
}

QTEST_GUILESS_MAIN(TestCameraFrames)
#include "tst_cameraframes.moc"

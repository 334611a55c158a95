#include "tests/support/watchedcamera.h"

using namespace idcounter;
using namespace idcounter::test;

// A camera that is started, stopped and destroyed at any moment.
class TestCameraLifetime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void startsAndStopsAtAnyMoment();
    void maybeStoppedByWhoListens_data();
    void maybeStoppedByWhoListens();
    void maybeDestroyedByWhoListens_data();
    void maybeDestroyedByWhoListens();
    void maybeDestroyedAtAnyMoment();
    void opensAndClosesWithoutGrowing();
    void doesNotHoldUpTheEndOfTheProgram();
};

void TestCameraLifetime::initTestCase()
{
    OpenCvCamera::prepareProcess();
    QCOMPARE(qgetenv("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT"), "2"_ba);
}

void TestCameraLifetime::startsAndStopsAtAnyMoment()
{
    const QTemporaryDir folder;
    Watched watched(drawnIn(folder, 2, quarters(), u"?fps=100"_s), {.retry = 1ms});
    watched.camera.stop();
    QVERIFY(watched.stateChanged.isEmpty());
    for (int i = 0; i < 100; ++i) {
        watched.camera.start();
        watched.camera.start();
        for (int events = 0; events < i % 5; ++events)
            QCoreApplication::processEvents();
        watched.camera.stop();
        QCOMPARE(watched.camera.state(), State::Idle);
        const auto frames = watched.frameReady.count();
        QCoreApplication::processEvents();
        QCOMPARE(watched.frameReady.count(), frames);
    }
    watched.camera.start();
    QTRY_COMPARE(watched.camera.state(), State::Live);
    QVERIFY(watched.failed.isEmpty());
}

void TestCameraLifetime::maybeStoppedByWhoListens_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<State>("when");
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("errors");

    QTest::newRow("opening") << pipeline(live) << State::Opening << 0 << 0;
    QTest::newRow("live") << pipeline(live) << State::Live << 0 << 0;
    QTest::newRow("absent") << u"seq:/nowhere/%d.png"_s << State::Absent << 0 << 0;
}

void TestCameraLifetime::maybeStoppedByWhoListens()
{
    QFETCH(QString, setting);
    QFETCH(State, when);
    Watched watched(setting, {.retry = 1ms});
    connect(&watched.camera, &Camera::stateChanged, &watched.camera, [&](State state) {
        if (state == when)
            watched.camera.stop();
    });
    watched.camera.start();
    QTRY_COMPARE(watched.camera.state(), State::Idle);
    QTEST(int(watched.frameReady.count()), "frames");
    QTEST(int(watched.failed.count()), "errors");
}

void TestCameraLifetime::maybeDestroyedByWhoListens_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<State>("when");

    QTest::newRow("live") << pipeline(live) << State::Live;
    QTest::newRow("failed") << pipeline("gst:videotestsrc num-buffers=3") << State::Failed;
    QTest::newRow("absent") << u"seq:/nowhere/%d.png"_s << State::Absent;
    QTest::newRow("frozen") << pipeline(live, " ! identity sleep-time=400000") << State::Frozen;
}

void TestCameraLifetime::maybeDestroyedByWhoListens()
{
    QFETCH(QString, setting);
    QFETCH(State, when);
    bool isGone = false;
    auto *camera = new OpenCvCamera({.source = *FrameSource::parse(setting),
                                     .label = {},
                                     .rotation = 0,
                                     .patience = {.nextFrame = 100ms, .retry = 1ms},
                                     .attempt = DeviceNode::tryOut});
    connect(camera, &Camera::stateChanged, this, [&](State state) {
        if (state == when)
            delete camera;
    });
    connect(camera, &QObject::destroyed, this, [&] { isGone = true; });
    camera->start();
    QTRY_VERIFY(isGone);
}

void TestCameraLifetime::maybeDestroyedAtAnyMoment()
{
    const QTemporaryDir folder;
    const QString setting = drawnIn(folder, 2, quarters(), u"?fps=100"_s);
    for (int i = 0; i < 30; ++i) {
        Watched watched(setting);
        watched.camera.start();
        for (int events = 0; events < i; ++events)
            QCoreApplication::processEvents();
    }
}

void TestCameraLifetime::opensAndClosesWithoutGrowing()
{
    Watched watched(u"gst:videotestsrc ! video/x-raw,format=BGR,width=640,height=480 "
                    "! appsink drop=true max-buffers=1"_s);
    const auto openAndClose = [&](int times) {
        for (int i = 0; i < times; ++i) {
            watched.camera.start();
            QVERIFY(watched.frameReady.wait());
            watched.camera.stop();
            watched.frameReady.clear();
            watched.stateChanged.clear();
        }
    };
    openAndClose(100);
    const auto threadsBefore = threads();
    const int memoryBefore = residentMemory();
    openAndClose(400);
    QVERIFY(watched.failed.isEmpty());
    // The last one or two may still be closing.
    QTRY_VERIFY2(threads() <= threadsBefore + 1, qPrintable(QString::number(threads())));
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
    const int growth = residentMemory() - memoryBefore;
    qInfo("%d KiB more after 400 times", growth);
    QVERIFY(growth < 8 * 1024);
#else
    Q_UNUSED(memoryBefore)
#endif
}

// The last test: the thread it leaves behind still hangs when the program ends.
void TestCameraLifetime::doesNotHoldUpTheEndOfTheProgram()
{
    static const QTemporaryDir folder;
    static Fifo fifo(folder.filePath(u"fifo"_s));
    fifo.write(3);
    auto watched = std::make_unique<Watched>(fifo.setting(),
                                             CameraPatience{.firstFrame = 1h, .nextFrame = 1h, .closing = 300ms});
    watched->camera.start();
    QTRY_COMPARE(watched->camera.state(), State::Live);
    watched.reset(); // comes back, though the read never will: else the test ends with CTest's patience
}

QTEST_GUILESS_MAIN(TestCameraLifetime)
#include "tst_cameralifetime.moc"

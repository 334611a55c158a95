#include "devices/camera/framesource.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestCameraFrameSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsADevice();
    void readsAVideo();
    void readsPictures();
    void takesAPipelineAsItIs();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
};

void TestCameraFrameSource::readsADevice()
{
    const auto plain = FrameSource::parse(u"v4l2:/dev/video0"_s);
    QVERIFY(plain);
    QCOMPARE(plain->kind(), FrameSource::Kind::Device);
    QCOMPARE(plain->location(), u"/dev/video0"_s);
    QCOMPARE(plain->size(), QSize(1280, 720));
    QCOMPARE(plain->fourcc(), "MJPG"_ba);
    QCOMPARE(plain->fps(), 30.0);

    const auto full = FrameSource::parse(u"v4l2:/dev/v4l/by-id/usb-a=b_c:d-index0?size=1920x1080&fourcc=YUYV&fps=5"_s);
    QVERIFY(full);
    QCOMPARE(full->location(), u"/dev/v4l/by-id/usb-a=b_c:d-index0"_s);
    QCOMPARE(full->size(), QSize(1920, 1080));
    QCOMPARE(full->fourcc(), "YUYV"_ba);
    QCOMPARE(full->fps(), 5.0);
}

void TestCameraFrameSource::readsAVideo()
{
    const auto plain = FrameSource::parse(u"file:/a folder/录像.mp4"_s);
    QVERIFY(plain);
    QCOMPARE(plain->kind(), FrameSource::Kind::Video);
    QCOMPARE(plain->location(), u"/a folder/录像.mp4"_s);
    QCOMPARE(plain->fps(), 0.0);
    QVERIFY(!plain->loops());

    const auto looped = FrameSource::parse(u"file:/a.mp4?loop=1&fps=12.5"_s);
    QVERIFY(looped);
    QCOMPARE(looped->fps(), 12.5);
    QVERIFY(looped->loops());
}

void TestCameraFrameSource::readsPictures()
{
    const auto plain = FrameSource::parse(u"seq:/a/%d.png"_s);
    QVERIFY(plain);
    QCOMPARE(plain->kind(), FrameSource::Kind::Pictures);
    QCOMPARE(plain->fps(), 15.0);
    QVERIFY(plain->loops());

    const auto once = FrameSource::parse(u"seq:/a/b%03d.jpg?fps=30&loop=0"_s);
    QVERIFY(once);
    QCOMPARE(once->location(), u"/a/b%03d.jpg"_s);
    QCOMPARE(once->fps(), 30.0);
    QVERIFY(!once->loops());
}

void TestCameraFrameSource::takesAPipelineAsItIs()
{
    const auto source = FrameSource::parse(u"gst: uridecodebin uri=http://a/b?c=d ! appsink"_s);
    QVERIFY(source);
    QCOMPARE(source->kind(), FrameSource::Kind::Pipeline);
    QCOMPARE(source->location(), u"uridecodebin uri=http://a/b?c=d ! appsink"_s);
}

void TestCameraFrameSource::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("part");

    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("no scheme") << u"/dev/video0"_s << u"/dev/video0"_s;
    QTest::newRow("unknown scheme") << u"rtsp://camera/1"_s << u"rtsp"_s;
    QTest::newRow("scheme in capitals") << u"V4L2:/dev/video0"_s << u"V4L2"_s;
    QTest::newRow("nothing after the scheme") << u"v4l2:"_s << u"whole path"_s;
    QTest::newRow("relative path") << u"file:practice.mp4"_s << u"practice.mp4"_s;
    QTest::newRow("folder") << u"file:/practice/"_s << u"/practice/"_s;
    QTest::newRow("pictures without a number") << u"seq:/a/b.jpg"_s << u"/a/b.jpg"_s;
    QTest::newRow("pictures with two numbers") << u"seq:/a/%d/%d.jpg"_s << u"%d/%d"_s;
    QTest::newRow("another conversion") << u"seq:/a/%s.jpg"_s << u"%s"_s;
    QTest::newRow("pipeline without an end") << u"gst:videotestsrc ! fakesink"_s << u"appsink"_s;
    QTest::newRow("unknown option") << u"v4l2:/dev/video0?zoom=2"_s << u"zoom=2"_s;
    QTest::newRow("option without a value") << u"v4l2:/dev/video0?size"_s << u"size"_s;
    QTest::newRow("size of nothing") << u"v4l2:/dev/video0?size=0x720"_s << u"size=0x720"_s;
    QTest::newRow("half a size") << u"v4l2:/dev/video0?size=1280"_s << u"size=1280"_s;
    QTest::newRow("long fourcc") << u"v4l2:/dev/video0?fourcc=MJPEG"_s << u"fourcc=MJPEG"_s;
    QTest::newRow("size of a video") << u"file:/a.mp4?size=640x480"_s << u"size=640x480"_s;
    QTest::newRow("loop of a device") << u"v4l2:/dev/video0?loop=1"_s << u"loop=1"_s;
    QTest::newRow("loop of neither") << u"seq:/a/%d.png?loop=yes"_s << u"loop=yes"_s;
    QTest::newRow("no fps") << u"seq:/a/%d.png?fps=0"_s << u"fps=0"_s;
    QTest::newRow("negative fps") << u"seq:/a/%d.png?fps=-1"_s << u"fps=-1"_s;
    QTest::newRow("fps in words") << u"seq:/a/%d.png?fps=nan"_s << u"fps=nan"_s;
    QTest::newRow("a second option that is wrong") << u"seq:/a/%d.png?fps=5&x=1"_s << u"x=1"_s;
}

void TestCameraFrameSource::refusesWhatItDoesNotUnderstand()
{
    QFETCH(QString, setting);
    QFETCH(QString, part);
    const auto source = FrameSource::parse(setting);
    QVERIFY(!source);
    QCOMPARE(source.error().code, Error::Code::CodeUnknown);
    QVERIFY2(source.error().detail.contains(part), qPrintable(source.error().detail));
}

QTEST_APPLESS_MAIN(TestCameraFrameSource)
#include "tst_cameraframesource.moc"

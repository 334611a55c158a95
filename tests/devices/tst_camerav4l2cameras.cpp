#include "devices/camera/v4l2cameras.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

// A tree such as the system makes of its cameras.
class Tree
{
public:
    Tree() { make(u"dev"_s); }

    QString path(const QString &name = {}) const { return m_folder.filePath(name); }

    void plugIn(int number, const QByteArray &name, const QByteArray &index = "0")
    {
        const QString about = u"sys/class/video4linux/video%1"_s.arg(number);
        make(about);
        write(about + u"/name"_s, name + '\n');
        write(about + u"/index"_s, index + '\n');
        write(u"dev/video%1"_s.arg(number), {});
    }

    void link(int number, const QString &folder, const QString &name)
    {
        make(u"dev/v4l/"_s + folder);
        QVERIFY(QFile::link(u"../../video%1"_s.arg(number), path(u"dev/v4l/%1/%2"_s.arg(folder, name))));
    }

    void pullOut(int number) { QVERIFY(QFile::remove(path(u"dev/video%1"_s.arg(number)))); }

private:
    void make(const QString &folder) { QVERIFY(QDir(path()).mkpath(folder)); }

    void write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QTemporaryDir m_folder;
};

} // namespace

class TestCameraV4l2Cameras : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNoneWhereNoneIs();
    void prefersTheNameThatStays();
    void leavesOutWhatCarriesNoPictures();
    void tellsNamesApart_data();
    void tellsNamesApart();
    void noticesWhatIsPluggedInAndPulledOut();
};

void TestCameraV4l2Cameras::findsNoneWhereNoneIs()
{
    const QTemporaryDir folder;
    QVERIFY(V4l2Cameras(folder.path()).cameras().isEmpty());
    const Tree tree;
    QVERIFY(V4l2Cameras(tree.path()).cameras().isEmpty());
}

void TestCameraV4l2Cameras::prefersTheNameThatStays()
{
    Tree tree;
    tree.plugIn(2, "Twin");
    tree.plugIn(0, "Twin");
    tree.plugIn(10, "Built in");
    tree.link(0, u"by-id"_s, u"usb-Twin-video-index0"_s);
    tree.link(0, u"by-path"_s, u"pci-usb-0:1-video-index0"_s);
    tree.link(2, u"by-path"_s, u"pci-usb-0:2-video-index0"_s);

    const QList<V4l2Camera> expected{
        {u"Twin"_s, tree.path(u"dev/v4l/by-id/usb-Twin-video-index0"_s)},
        {u"Twin"_s, tree.path(u"dev/v4l/by-path/pci-usb-0:2-video-index0"_s)},
        {u"Built in"_s, tree.path(u"dev/video10"_s)},
    };
    QCOMPARE(V4l2Cameras(tree.path()).cameras(), expected);
}

void TestCameraV4l2Cameras::leavesOutWhatCarriesNoPictures()
{
    Tree tree;
    tree.plugIn(0, "Camera");
    tree.plugIn(1, "Camera", "1");
    const QList<V4l2Camera> expected{{u"Camera"_s, tree.path(u"dev/video0"_s)}};
    QCOMPARE(V4l2Cameras(tree.path()).cameras(), expected);
}

void TestCameraV4l2Cameras::tellsNamesApart_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("label");

    QTest::newRow("once") << "USB2.0 Camera"_ba << u"USB2.0 Camera"_s;
    QTest::newRow("twice") << "USB2.0 Camera: USB2.0 Camera"_ba << u"USB2.0 Camera"_s;
    QTest::newRow("twice and cut") << "HP Wide Vision HD Camera: HP Wi"_ba << u"HP Wide Vision HD Camera"_s;
    QTest::newRow("two names") << "Maker: Camera"_ba << u"Maker: Camera"_s;
    QTest::newRow("none") << ""_ba << u"video0"_s;
    QTest::newRow("Chinese") << "高拍仪"_ba << u"高拍仪"_s;
}

void TestCameraV4l2Cameras::tellsNamesApart()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, label);
    Tree tree;
    tree.plugIn(0, name);
    QCOMPARE(V4l2Cameras(tree.path()).cameras().first().label, label);
}

void TestCameraV4l2Cameras::noticesWhatIsPluggedInAndPulledOut()
{
    Tree tree;
    V4l2Cameras cameras(tree.path());
    QSignalSpy camerasChanged(&cameras, &V4l2Cameras::camerasChanged);

    tree.plugIn(0, "Camera");
    QTRY_COMPARE(cameras.cameras().size(), 1);
    QCOMPARE(camerasChanged.count(), 1);

    // The links come a little later than the node.
    tree.link(0, u"by-id"_s, u"usb-Camera-video-index0"_s);
    QTRY_COMPARE(cameras.cameras().first().path, tree.path(u"dev/v4l/by-id/usb-Camera-video-index0"_s));
    QCOMPARE(camerasChanged.count(), 2);

    tree.pullOut(0);
    QTRY_VERIFY(cameras.cameras().isEmpty());
    QCOMPARE(camerasChanged.count(), 3);

    QVERIFY(QDir(tree.path(u"dev/v4l"_s)).removeRecursively());
    tree.plugIn(1, "Camera");
    QTRY_COMPARE(cameras.cameras().size(), 1);
    tree.link(1, u"by-id"_s, u"usb-Camera-video-index0"_s);
    QTRY_COMPARE(cameras.cameras().first().path, tree.path(u"dev/v4l/by-id/usb-Camera-video-index0"_s));
}

QTEST_GUILESS_MAIN(TestCameraV4l2Cameras)
#include "tst_camerav4l2cameras.moc"

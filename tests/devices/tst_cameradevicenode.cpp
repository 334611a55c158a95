#include "devices/camera/devicenode.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <unistd.h>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestCameraDeviceNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhyACameraCannotBeHad_data();
    void tellsWhyACameraCannotBeHad();
    void findsWhatIsThere();
    void missesWhatIsNot();
    void isRefusedWithoutPermission();
    void listsVideoNodesByNumber();
};

static void touch(const QString &path)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
}

void TestCameraDeviceNode::tellsWhyACameraCannotBeHad_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("another program has it") << EBUSY << Error::Code::CameraBusy;
    QTest::newRow("not in the group") << EACCES << Error::Code::CameraForbidden;
    QTest::newRow("not allowed") << EPERM << Error::Code::CameraForbidden;
    QTest::newRow("no such file") << ENOENT << Error::Code::CameraAbsent;
    QTest::newRow("pulled out") << ENODEV << Error::Code::CameraAbsent;
    QTest::newRow("broken") << EIO << Error::Code::CameraAbsent;
}

void TestCameraDeviceNode::tellsWhyACameraCannotBeHad()
{
    QFETCH(int, error);
    QFETCH(Error::Code, code);
    const auto result = DeviceNode(u"/made/up"_s, [error](const QString &) { return error; }).probe();
    QVERIFY(!result);
    QCOMPARE(result.error().code, code);
    QVERIFY(result.error().detail.startsWith(u"/made/up: "_s));
}

void TestCameraDeviceNode::findsWhatIsThere()
{
    const QTemporaryDir folder;
    touch(folder.filePath(u"video0"_s));
    QVERIFY(DeviceNode(folder.filePath(u"video0"_s)).probe());
}

void TestCameraDeviceNode::missesWhatIsNot()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::link(u"../../video7"_s, folder.filePath(u"usb-index0"_s)));
    for (const auto &name : {u"video0"_s, u"usb-index0"_s}) {
        const auto result = DeviceNode(folder.filePath(name)).probe();
        QVERIFY(!result);
        QCOMPARE(result.error().code, Error::Code::CameraAbsent);
    }
}

void TestCameraDeviceNode::isRefusedWithoutPermission()
{
    if (geteuid() == 0)
        QSKIP("root is never refused: run this as another user");
    const QTemporaryDir folder;
    touch(folder.filePath(u"video0"_s));
    QVERIFY(QFile::setPermissions(folder.filePath(u"video0"_s), QFile::Permissions()));
    const auto result = DeviceNode(folder.filePath(u"video0"_s)).probe();
    QVERIFY(!result);
    QCOMPARE(result.error().code, Error::Code::CameraForbidden);
}

void TestCameraDeviceNode::listsVideoNodesByNumber()
{
    const QTemporaryDir folder;
    for (const auto &name : {u"video10"_s, u"video2"_s, u"video"_s, u"videox"_s, u"vbi0"_s, u"media0"_s})
        touch(folder.filePath(name));
    QVERIFY(QDir(folder.path()).mkdir(u"video3"_s));
    QCOMPARE(DeviceNode::list(folder.path()),
             QStringList({folder.filePath(u"video2"_s), folder.filePath(u"video10"_s)}));
    QCOMPARE(DeviceNode::list(folder.filePath(u"nowhere"_s)), QStringList());
}

QTEST_APPLESS_MAIN(TestCameraDeviceNode)
#include "tst_cameradevicenode.moc"

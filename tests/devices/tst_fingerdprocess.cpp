#include "tests/support/ridges.h"
#include "tests/support/scannerbench.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>

#include <sys/stat.h>

using namespace idcounter;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Code = Error::Code;
using Codes = QList<Error::Code>;
using State = FingerprintScanner::State;

// What becomes of the scanner when its process dies, hangs, lies or outlives the application.
class TestFingerdProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackWhenTheProcessIsKilled_data();
    void comesBackWhenTheProcessIsKilled();
    void comesBackWhenTheProcessHangs();
    void givesUpAfterThreeRestartsInAMinute();
    void saysThatTheProgramIsMissing();
    void refusesWhatItCannotBelieve_data();
    void refusesWhatItCannotBelieve();
    void translatesWhatTheDeviceSays_data();
    void translatesWhatTheDeviceSays();
    void restartsADeviceThatDoesNotAnswer();
    void endsOnBrokenRequests_data();
    void endsOnBrokenRequests();
    void leavesNothingBehind();
    void endsWithItsParent();
    void findsNoVirtualDeviceOnARealStation();
};

static bool isRunning(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    return pid > 0 && file.open(QIODevice::ReadOnly) && !file.readAll().contains(") Z ");
}

static bool exists(qint64 pid)
{
    return ::kill(static_cast<pid_t>(pid), 0) == 0;
}

void TestFingerdProcess::comesBackWhenTheProcessIsKilled_data()
{
    QTest::addColumn<State>("when");
    QTest::addColumn<Codes>("failures");

    QTest::newRow("disarmed") << State::Ready << Codes();
    QTest::newRow("armed") << State::Armed << Codes{Code::ScannerSilent};
    QTest::newRow("finger on") << State::FingerOn << Codes{Code::ScannerSilent};
}

void TestFingerdProcess::comesBackWhenTheProcessIsKilled()
{
    QFETCH(State, when);
    QFETCH(Codes, failures);
    ScannerBench bench;
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    if (when != State::Ready) {
        bench.scanner.arm();
        QTRY_COMPARE(bench.fingerNeeded.count(), 1);
    }
    if (when == State::FingerOn)
        bench.feeder.placeFinger();
    QTRY_COMPARE(bench.scanner.state(), when);

    const qint64 killed = bench.scanner.processId();
    ::kill(static_cast<pid_t>(killed), SIGKILL);
    QTRY_VERIFY(bench.states().contains(State::Restarting));
    QCOMPARE(bench.failures(), failures);
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QVERIFY(bench.scanner.processId() != killed);

    bench.fingerNeeded.clear();
    bench.scanner.arm();
    QTRY_COMPARE(bench.fingerNeeded.count(), 1);
    bench.feeder.press(drawnRidges());
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures(), failures);
    QVERIFY(!exists(killed));
}

void TestFingerdProcess::comesBackWhenTheProcessHangs()
{
    ScannerLimits limits = ScannerBench::quick();
    limits.process.silence = 900ms;
    ScannerBench bench(limits);
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    bench.scanner.arm();
    QTRY_COMPARE(bench.fingerNeeded.count(), 1);

    const qint64 stopped = bench.scanner.processId();
    ::kill(static_cast<pid_t>(stopped), SIGSTOP);
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerSilent});
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QVERIFY(bench.scanner.processId() != stopped);
    QTRY_VERIFY(!exists(stopped));
}

void TestFingerdProcess::givesUpAfterThreeRestartsInAMinute()
{
    ScannerBench bench;
    bench.scanner.open();
    for (int kills = 0; kills < 4; ++kills) {
        QTRY_COMPARE(bench.scanner.state(), State::Ready);
        QCOMPARE(bench.failures(), Codes());
        ::kill(static_cast<pid_t>(bench.scanner.processId()), SIGKILL);
        QTRY_VERIFY(bench.scanner.state() != State::Ready);
    }
    QCOMPARE(bench.scanner.state(), State::Failed);
    QCOMPARE(bench.failures(), Codes{Code::ScannerSilent});
    QCOMPARE(bench.scanner.processId(), 0);
    // The officer may try again.
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
}

void TestFingerdProcess::saysThatTheProgramIsMissing()
{
    ScannerBench bench(ScannerBench::quick(), u"/nowhere/idcounter-fingerd"_s);
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerFailed});
    QCOMPARE(bench.scanner.state(), State::Failed);
}

void TestFingerdProcess::refusesWhatItCannotBelieve_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("detail");

    QTest::newRow("no hello") << QByteArray("hello") << Code::ScannerSilent << u"MessageUnexpected"_s;
    QTest::newRow("hello twice") << QByteArray("direction") << Code::ScannerSilent << u"MessageUnexpected"_s;
    QTest::newRow("garbage") << QByteArray("garbage") << Code::ScannerSilent << u"TooLong"_s;
    QTest::newRow("oversized") << QByteArray("oversized") << Code::ScannerSilent << u"TooLong"_s;
    QTest::newRow("unknown type") << QByteArray("type") << Code::ScannerSilent << u"TypeUnknown"_s;
    QTest::newRow("truncated") << QByteArray("truncated") << Code::ScannerSilent << u"ended with code 0"_s;
    QTest::newRow("another version") << QByteArray("version") << Code::ScannerFailed << u"another version"_s;
    QTest::newRow("another station") << QByteArray("station") << Code::ScannerFailed << u"another station"_s;
}

void TestFingerdProcess::refusesWhatItCannotBelieve()
{
    QFETCH(QByteArray, fault);
    QFETCH(Code, code);
    QFETCH(QString, detail);
    qputenv("IDCOUNTER_FAKE_FINGERD", fault);
    ScannerBench bench(ScannerBench::quick(), QStringLiteral(IDCOUNTER_FAKE_FINGERD));
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{code});
    QCOMPARE(bench.scanner.state(), State::Failed);
    const auto error = bench.failed.first().first().value<Error>();
    QVERIFY2(error.detail.contains(detail), qPrintable(error.detail));
    // Three restarts before, unless a restart cannot help.
    QCOMPARE(bench.states().count(State::Restarting), code == Code::ScannerSilent ? 1 : 0);
}

void TestFingerdProcess::translatesWhatTheDeviceSays_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<Code>("code");

    QTest::newRow("busy") << QByteArray("busy") << Code::ScannerBusy;
    QTest::newRow("busy, says USB") << QByteArray("usb busy") << Code::ScannerBusy;
    QTest::newRow("cannot be opened") << QByteArray("claimed") << Code::ScannerBusy;
    QTest::newRow("no permission") << QByteArray("forbidden") << Code::ScannerForbidden;
    QTest::newRow("unsupported driver") << QByteArray("driver") << Code::ScannerFailed;
    QTest::newRow("another resolution") << QByteArray("scale") << Code::ScannerFailed;
}

void TestFingerdProcess::translatesWhatTheDeviceSays()
{
    QFETCH(QByteArray, fault);
    QFETCH(Code, code);
    qputenv("IDCOUNTER_FAKE_FINGERD", fault);
    ScannerBench bench(ScannerBench::quick(), QStringLiteral(IDCOUNTER_FAKE_FINGERD));
    bench.scanner.open();
    QTRY_VERIFY(bench.scanner.state() == State::Ready || bench.scanner.state() == State::Failed);
    if (bench.scanner.state() == State::Ready)
        bench.scanner.arm();
    QTRY_COMPARE(bench.failures(), Codes{code});
    QCOMPARE(bench.scanner.state(), State::Failed);
    QCOMPARE(bench.pressed.count(), 0);
}

void TestFingerdProcess::restartsADeviceThatDoesNotAnswer()
{
    qputenv("IDCOUNTER_FAKE_FINGERD", "deaf");
    ScannerLimits limits = ScannerBench::quick();
    limits.answer = 100ms;
    ScannerBench bench(limits, QStringLiteral(IDCOUNTER_FAKE_FINGERD));
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerSilent});
    QCOMPARE(bench.states().count(State::Restarting), 3);
}

void TestFingerdProcess::endsOnBrokenRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("oversized") << QByteArray("\x7f\xff\xff\xff") << QByteArray("TooLong");
    QTest::newRow("garbage") << QByteArray("\0\0\0\4abcd", 8) << QByteArray("VersionUnknown");
    QTest::newRow("cut") << QByteArray("\0\0\0\3\1\xc\0", 7) << QByteArray("FieldMissing");
    QTest::newRow("not ours to send") << fingerd::encode(fingerd::Pong{}) << QByteArray("MessageUnexpected");
    QTest::newRow("end") << QByteArray() << QByteArray();
}

void TestFingerdProcess::endsOnBrokenRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, name);
    const QTemporaryDir folder;
    QProcess process;
    process.start(QStringLiteral(IDCOUNTER_FINGERD),
                  {u"--station"_s, u"practice"_s, u"--socket"_s, folder.filePath(u"s"_s)});
    QVERIFY(process.waitForStarted());
    process.write(request);
    if (request.isEmpty())
        process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), name.isEmpty() ? 0 : 3);
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(name), said.constData());
}

void TestFingerdProcess::leavesNothingBehind()
{
    QString folder;
    qint64 pid = 0;
    {
        ScannerBench bench;
        bench.scanner.open();
        QTRY_COMPARE(bench.scanner.state(), State::Ready);
        bench.scanner.arm();
        QTRY_COMPARE(bench.fingerNeeded.count(), 1);
        folder = bench.folder.path();
        pid = bench.scanner.processId();
        QVERIFY(isRunning(pid));
        QVERIFY(QFile::exists(bench.socketPath));
    }
    QVERIFY(!exists(pid)); // not even as a zombie
    QVERIFY(!QFile::exists(folder));
}

// The end of stdin is one way, and endsOnBrokenRequests sees it; here stdin never ends.
void TestFingerdProcess::endsWithItsParent()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(qPrintable(pipe), S_IRUSR | S_IWUSR), 0);
    QProcess parent;
    parent.start(u"/bin/sh"_s,
                 {u"-c"_s,
                  u"exec 3<>\"$1\"; \"$0\" --station practice --socket \"$1.s\" <&3 >\"$1.out\" & "
                  "echo $!; wait"_s,
                  QStringLiteral(IDCOUNTER_FINGERD), pipe});
    QTRY_VERIFY(parent.canReadLine());
    const qint64 pid = parent.readLine().trimmed().toLongLong();
    QTRY_VERIFY(QFile(pipe + u".out"_s).size() > 0); // it has said Hello
    QVERIFY(isRunning(pid));
    parent.kill();
    QVERIFY(parent.waitForFinished());
    QTRY_VERIFY(!isRunning(pid));
}

// Proof that no variable turns a real station into one that accepts images from a socket, with a control for each half.
void TestFingerdProcess::findsNoVirtualDeviceOnARealStation()
{
    const QTemporaryDir folder;
    const auto driversOf = [&](fingerd::Station station) {
        FingerdProcess process({.program = QStringLiteral(IDCOUNTER_FINGERD),
                                .station = station,
                                .socketPath = folder.filePath(u"practice"_s)},
                               {});
        QSignalSpy received(&process, &FingerdProcess::received);
        process.start();
        QStringList drivers;
        bool enumerated = false;
        for (int at = 0; !enumerated && (at < received.count() || received.wait()); ++at) {
            const auto message = received[at].first().value<fingerd::Message>();
            if (const auto *added = std::get_if<fingerd::DeviceAdded>(&message))
                drivers += added->driver;
            enumerated = std::holds_alternative<fingerd::Enumerated>(message);
        }
        return enumerated ? drivers : QStringList{u"nothing said"_s};
    };
    qputenv("FP_VIRTUAL_IMAGE", QFile::encodeName(folder.filePath(u"image"_s)));
    qputenv("FP_VIRTUAL_DEVICE", QFile::encodeName(folder.filePath(u"device"_s)));
    qputenv("FP_VIRTUAL_DEVICE_STORAGE", QFile::encodeName(folder.filePath(u"storage"_s)));
    qputenv("FP_DRIVERS_WHITELIST", "virtual_image:virtual_device:virtual_device_storage");
    const auto variablesAreGone = qScopeGuard([] {
        for (const char *name :
             {"FP_VIRTUAL_IMAGE", "FP_VIRTUAL_DEVICE", "FP_VIRTUAL_DEVICE_STORAGE", "FP_DRIVERS_WHITELIST"})
            qunsetenv(name);
    });

    const QStringList real = driversOf(fingerd::Station::Real); // a supported scanner may well be plugged in
    QVERIFY2(real.filter(u"virtual"_s).isEmpty(), qPrintable(real.join(u' ')));
    QVERIFY(!real.contains(u"nothing said"_s));
    QCOMPARE(driversOf(fingerd::Station::Practice), QStringList{u"virtual_image"_s});
    QVERIFY(driversOf(fingerd::Station::Test).contains(u"virtual_image"_s));
}

QTEST_GUILESS_MAIN(TestFingerdProcess)
#include "tst_fingerdprocess.moc"

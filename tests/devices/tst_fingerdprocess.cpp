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
    void leavesAScannerAloneThatCannotBeOpened_data();
    void leavesAScannerAloneThatCannotBeOpened();
    void comesBackWhenUnpluggedWhileOpening_data();
    void comesBackWhenUnpluggedWhileOpening();
    void opensNothingBeforeTheUnpluggedScannerIsClosed();
    void restartsAScannerThatDoesNotClose();
    void opensAgainAfterTroubleInClosing_data();
    void opensAgainAfterTroubleInClosing();
    void saysOnceThatAPressDoesNotCount();
    void endsOnBrokenRequests_data();
    void endsOnBrokenRequests();
    void leavesNothingBehind();
    void leavesNoProcessThatDoesNotEnd();
    void endsWithItsParent();
    void findsNoVirtualDeviceOnARealStation();
};

// A scanner whose process does something wrong.
struct FaultyBench : ScannerBench
{
    explicit FaultyBench(const QByteArray &fault, ScannerLimits limits = quick())
        : ScannerBench(limits, QStringLiteral(IDCOUNTER_FAKE_FINGERD))
    {
        qputenv("IDCOUNTER_FAKE_FINGERD", fault);
        qputenv("IDCOUNTER_FAKE_FINGERD_LOG", QFile::encodeName(log));
    }

    // How often it was asked for that: "open", "arm", "ping"; or how many of it there were: "start".
    qsizetype count(const QByteArray &request) const
    {
        QFile file(log);
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n').count(request) : 0;
    }

    void plugIn() const { ::kill(static_cast<pid_t>(scanner.processId()), SIGUSR1); }

    QString log = folder.filePath(u"log"_s);
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
    FaultyBench bench(fault);
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
    FaultyBench bench(fault);
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
    ScannerLimits limits = ScannerBench::quick();
    limits.answer = 100ms;
    FaultyBench bench("deaf", limits);
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerSilent});
    QCOMPARE(bench.states().count(State::Restarting), 3);
    QCOMPARE(bench.count("start"), 4);
}

void TestFingerdProcess::leavesAScannerAloneThatCannotBeOpened_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<Code>("code");

    QTest::newRow("busy") << QByteArray("busy") << Code::ScannerBusy;
    QTest::newRow("claimed by another program") << QByteArray("claimed") << Code::ScannerBusy;
    QTest::newRow("no permission") << QByteArray("forbidden") << Code::ScannerForbidden;
}

// Only the operator tries again: what is asked for in vain does not, and time does not.
void TestFingerdProcess::leavesAScannerAloneThatCannotBeOpened()
{
    QFETCH(QByteArray, fault);
    QFETCH(Code, code);
    ScannerLimits limits = ScannerBench::quick();
    limits.process.silence = 900ms;
    FaultyBench bench(fault, limits);
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{code});
    bench.scanner.arm();
    QCOMPARE(bench.failures(), (Codes{code, code}));
    const qsizetype pings = bench.count("ping");
    QTRY_VERIFY(bench.count("ping") >= pings + 3);
    QCOMPARE(bench.count("open"), 1);
    QCOMPARE(bench.count("start"), 1);
    QCOMPARE(bench.states(), (QList{State::Opening, State::Failed}));
    QCOMPARE(bench.failures().size(), 2);

    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), (Codes{code, code, code}));
    QCOMPARE(bench.count("open"), 2);
}

void TestFingerdProcess::comesBackWhenUnpluggedWhileOpening_data()
{
    QTest::addColumn<QByteArray>("fault");

    QTest::newRow("under way") << QByteArray("gone while opening");
    QTest::newRow("before it was touched") << QByteArray("gone before opening");
    QTest::newRow("and it is noticed late") << QByteArray("gone, seen late");
    QTest::newRow("and it was opened all the same") << QByteArray("gone, yet opened");
}

void TestFingerdProcess::comesBackWhenUnpluggedWhileOpening()
{
    QFETCH(QByteArray, fault);
    FaultyBench bench(fault);
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerLost});
    QCOMPARE(bench.scanner.state(), State::Absent);
    bench.scanner.arm();
    QCOMPARE(bench.failures(), (Codes{Code::ScannerLost, Code::ScannerLost}));

    bench.plugIn();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.states(), (QList{State::Opening, State::Absent, State::Opening, State::Ready}));
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures().size(), 2);
    QCOMPARE(bench.count("open"), 2);
    QCOMPARE(bench.count("start"), 1);
}

// Another one is plugged in, and the process is not done yet with the first.
void TestFingerdProcess::opensNothingBeforeTheUnpluggedScannerIsClosed()
{
    ScannerLimits limits = ScannerBench::quick();
    limits.process.silence = 900ms;
    FaultyBench bench("closes late", limits);
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    bench.scanner.arm();
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerLost});
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.states(),
             (QList{State::Opening, State::Ready, State::Armed, State::Absent, State::Opening, State::Ready}));
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures().size(), 1);
    QCOMPARE(bench.count("start"), 1);
}

void TestFingerdProcess::restartsAScannerThatDoesNotClose()
{
    ScannerLimits limits = ScannerBench::quick();
    limits.answer = 100ms;
    FaultyBench bench("never closes", limits);
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    bench.scanner.arm();
    QTRY_COMPARE(bench.failures(), Codes{Code::ScannerLost});
    bench.plugIn();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.states(),
             (QList{State::Opening, State::Ready, State::Armed, State::Absent, State::Restarting, State::Opening,
                    State::Ready}));
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures().size(), 1);
    QCOMPARE(bench.count("start"), 2);
}

void TestFingerdProcess::opensAgainAfterTroubleInClosing_data()
{
    QTest::addColumn<QByteArray>("fault");

    QTest::newRow("none") << QByteArray();
    QTest::newRow("unplugged meanwhile") << QByteArray("gone while closing");
    QTest::newRow("it never ends") << QByteArray("never ends");
}

void TestFingerdProcess::opensAgainAfterTroubleInClosing()
{
    QFETCH(QByteArray, fault);
    FaultyBench bench(fault);
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    const qint64 closed = bench.scanner.processId();
    bench.scanner.close();
    QCOMPARE(bench.scanner.state(), State::Absent);
    bench.scanner.arm();
    QCOMPARE(bench.failures(), Codes{Code::ScannerAbsent});

    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QVERIFY(!exists(closed)); // it has let go of the device
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures(), Codes{Code::ScannerAbsent});
    QCOMPARE(
        bench.states(),
        (QList{State::Opening, State::Ready, State::Absent, State::Opening, State::Ready, State::Armed, State::Ready}));
}

// A thousand reports come for the first press, and as many beside the second, and before the first for none at all.
void TestFingerdProcess::saysOnceThatAPressDoesNotCount()
{
    FaultyBench bench("storm");
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    QCOMPARE(bench.hints(), Codes());
    bench.scanner.arm();
    QTRY_COMPARE(bench.hints(), Codes{Code::FingerTooShort});
    QCOMPARE(bench.scanner.state(), State::Ready);

    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1); // after all of it
    QCOMPARE(bench.hints(), Codes{Code::FingerTooShort});
    QCOMPARE(bench.failures(), Codes());
    QCOMPARE(bench.count("arm"), 2); // never by itself
    QCOMPARE(bench.states(),
             (QList{State::Opening, State::Ready, State::Armed, State::Ready, State::Armed, State::Ready}));
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

void TestFingerdProcess::leavesNoProcessThatDoesNotEnd()
{
    qint64 pid = 0;
    {
        FaultyBench bench("never ends");
        bench.scanner.open();
        QTRY_COMPARE(bench.scanner.state(), State::Ready);
        pid = bench.scanner.processId();
        QVERIFY(isRunning(pid));
    }
    QVERIFY(!exists(pid));
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

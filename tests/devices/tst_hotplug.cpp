#include "devices/fingerd/libfprintscanner.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <umockdev.h>

using namespace idcounter;
using namespace Qt::StringLiterals;
using State = FingerprintScanner::State;
using Codes = QList<Error::Code>;

// A recorded scanner that is pulled out and plugged in again. Runs under umockdev-wrapper.
class TestHotplug : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void opensAScannerThatIsPluggedInLater();
    void opensItAgainWhenItComesBack_data();
    void opensItAgainWhenItComesBack();
    void opensItAgainWhenItWentWhileOpening();

private:
    void plugIn();
    void unplug();

    const QString m_folder = QStringLiteral(IDCOUNTER_SHARED_DATA "/fingerprint-recordings/uru4000-4500");
    QByteArray m_scanner; // the device's own description
    QByteArray m_hubs; // and what it is plugged into
    QByteArray m_place; // in /sys
    UMockdevTestbed *m_testbed = nullptr;
};

void TestHotplug::initTestCase()
{
    if (!QDir(m_folder).exists())
        QSKIP("the recordings are not there");
    if (!qgetenv("LD_PRELOAD").contains("umockdev"))
        QSKIP("not started by umockdev-wrapper");
    QFile file(m_folder + u"/device"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray description = file.readAll();
    const qsizetype end = description.indexOf("\n\n") + 2;
    m_scanner = description.first(end);
    m_hubs = description.sliced(end);
    m_place = "/sys" + m_scanner.first(m_scanner.indexOf('\n')).sliced(3);
    qputenv("FP_DEVICE_EMULATION", "1");
}

void TestHotplug::init()
{
    m_testbed = umockdev_testbed_new();
    QVERIFY(umockdev_testbed_add_from_string(m_testbed, m_hubs.constData(), nullptr));
}

void TestHotplug::cleanup()
{
    g_clear_object(&m_testbed);
}

void TestHotplug::plugIn()
{
    QVERIFY(umockdev_testbed_add_from_string(m_testbed, m_scanner.constData(), nullptr));
    QVERIFY(umockdev_testbed_load_pcap(m_testbed, m_place.constData(), qPrintable(m_folder + u"/capture.pcapng"_s),
                                       nullptr));
    umockdev_testbed_uevent(m_testbed, m_place.constData(), "add");
}

void TestHotplug::unplug()
{
    umockdev_testbed_uevent(m_testbed, m_place.constData(), "remove");
    umockdev_testbed_remove_device(m_testbed, m_place.constData());
    // The player of the first recording would answer for the second as well.
    g_autofree gchar *root = umockdev_testbed_get_root_dir(m_testbed);
    QFile::remove(QFile::decodeName(root) + u"/ioctl/dev/bus/usb/001/050"_s);
}

struct Bench
{
    LibfprintScanner scanner{
        {.program = QStringLiteral(IDCOUNTER_FINGERD), .station = fingerd::Station::Test, .socketPath = {}},
        [] { return QDateTime(QDate(2024, 5, 6), QTime(9, 0), Qt::UTC); }};
    QSignalSpy pressed{&scanner, &FingerprintScanner::pressed};
    QSignalSpy failed{&scanner, &FingerprintScanner::failed};
    QSignalSpy fingerNeeded{&scanner, &LibfprintScanner::fingerNeeded};

    Codes failures() const
    {
        Codes codes;
        for (const auto &arguments : failed)
            codes += arguments.first().value<Error>().code;
        return codes;
    }
};

void TestHotplug::opensAScannerThatIsPluggedInLater()
{
    Bench bench;
    bench.scanner.open();
    QTRY_COMPARE(bench.failures(), Codes{Error::Code::ScannerAbsent});
    QCOMPARE(bench.scanner.state(), State::Absent);
    plugIn();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
}

void TestHotplug::opensItAgainWhenItComesBack_data()
{
    QTest::addColumn<bool>("isArmed");

    QTest::newRow("disarmed") << false;
    QTest::newRow("armed") << true;
}

void TestHotplug::opensItAgainWhenItComesBack()
{
    QFETCH(bool, isArmed);
    plugIn();
    Bench bench;
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    if (isArmed) {
        // The recording has one press; at the second the scanner waits.
        bench.scanner.arm();
        QTRY_COMPARE(bench.pressed.count(), 1);
        QTRY_COMPARE(bench.scanner.state(), State::Ready);
        bench.scanner.arm();
        QCOMPARE(bench.scanner.state(), State::Armed);
    }
    bench.pressed.clear();
    unplug();
    QTRY_COMPARE(bench.scanner.state(), State::Absent);
    QCOMPARE(bench.failures(), Codes{Error::Code::ScannerLost});

    plugIn();
    QTRY_COMPARE_WITH_TIMEOUT(bench.scanner.state(), State::Ready, 20000);
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures(), Codes{Error::Code::ScannerLost});
}

void TestHotplug::opensItAgainWhenItWentWhileOpening()
{
    plugIn();
    Bench bench;
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), State::Ready);
    const qint64 process = bench.scanner.processId();
    unplug();
    QTRY_COMPARE(bench.scanner.state(), State::Absent);

    const auto unplugging = connect(&bench.scanner, &FingerprintScanner::stateChanged, this, [this](State state) {
        if (state == State::Opening)
            unplug();
    });
    plugIn();
    QTRY_COMPARE(bench.failures(), (Codes{Error::Code::ScannerLost, Error::Code::ScannerLost}));
    QCOMPARE(bench.scanner.state(), State::Absent);

    disconnect(unplugging);
    plugIn();
    QTRY_COMPARE_WITH_TIMEOUT(bench.scanner.state(), State::Ready, 20000);
    bench.scanner.arm();
    QTRY_COMPARE(bench.pressed.count(), 1);
    QCOMPARE(bench.failures().size(), 2);
    QCOMPARE(bench.scanner.processId(), process); // it took no restart
}

QTEST_GUILESS_MAIN(TestHotplug)
#include "tst_hotplug.moc"

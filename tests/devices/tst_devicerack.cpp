#include "devices/camera/opencvcamera.h"
#include "devices/devicerack.h"
#include "devices/fingerd/libfprintscanner.h"
#include "devices/practice/practicecamera.h"
#include "devices/practice/practicereader.h"
#include "devices/practice/practicescanner.h"
#include "devices/printer/chosenprinter.h"
#include "devices/printer/cupsprinter.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

// Which devices a station gets: a real one never those of practice, whatever is missing.
class TestDeviceRack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRealStationHasNoPracticeDevice();
    void aPracticeStationNeedsNoHardware();
    void aReaderIsAtThePortThatWasChosen();
    void aRealStationSeesNoVirtualScanner();
    void camerasAndScannersAreLetGoForTheNight();

private:
    DeviceRack::Settings settings() const
    {
        return {.folder = m_folder.path(), .clock = QDateTime::currentDateTimeUtc, .camera = {}, .printer = {}};
    }
    static RegisterAnswer answerFor(HouseholdRegister &household, const QString &number)
    {
        QSignalSpy answered(&household, &HouseholdRegister::answered);
        household.ask(*CitizenNumber::parse(number));
        return answered.wait() ? answered.first().at(1).value<RegisterEntry>().answer : RegisterAnswer::Unknown;
    }

    static const Printer *chosenOf(DeviceRack &rack)
    {
        const auto *chosen = qobject_cast<ChosenPrinter *>(&rack.printer());
        return chosen ? &chosen->chosen() : nullptr;
    }

    const QTemporaryDir m_folder;
    const QString m_citizen = PracticeRegister::entries().first().number;
};

void TestDeviceRack::aRealStationHasNoPracticeDevice()
{
    DeviceRack rack(settings());
    rack.furnish(false);
    QVERIFY(qobject_cast<OpenCvCamera *>(&rack.camera()));
    QVERIFY(qobject_cast<LibfprintScanner *>(&rack.scanner()));
    QVERIFY(qobject_cast<const CupsPrinter *>(chosenOf(rack)));
    QVERIFY(!qobject_cast<PracticeCamera *>(&rack.camera()));
    QVERIFY(!rack.reader()); // none was chosen
    QVERIFY(!qobject_cast<PracticeScanner *>(&rack.scanner()));
    QVERIFY(!qobject_cast<const FolderPrinter *>(chosenOf(rack)));
    QVERIFY(rack.citizens().isEmpty());
    QCOMPARE(answerFor(rack.household(), m_citizen), RegisterAnswer::NotConnected);
}

// The control: the same questions, answered the other way.
void TestDeviceRack::aPracticeStationNeedsNoHardware()
{
    DeviceRack rack(settings());
    rack.furnish(true);
    QVERIFY(qobject_cast<PracticeCamera *>(&rack.camera()));
    QVERIFY(qobject_cast<PracticeScanner *>(&rack.scanner()));
    QVERIFY(qobject_cast<PracticeReader *>(rack.reader()));
    QVERIFY(qobject_cast<const FolderPrinter *>(chosenOf(rack)));
    rack.printer().use(u"hall"_s); // as the settings do
    QCOMPARE(rack.printer().label(), u"hall"_s);
    QVERIFY(qobject_cast<const CupsPrinter *>(chosenOf(rack)));
    QVERIFY(!rack.citizens().isEmpty());
    QCOMPARE(answerFor(rack.household(), m_citizen), RegisterAnswer::Known);
}

void TestDeviceRack::aReaderIsAtThePortThatWasChosen()
{
    for (const QString &port : {u"serial:"_s + m_folder.filePath(u"nothing"_s), u"not understood"_s}) {
        DeviceRack::Settings chosen = settings();
        chosen.reader = port;
        DeviceRack rack(chosen);
        rack.furnish(false);
        QVERIFY(rack.reader() && !qobject_cast<PracticeReader *>(rack.reader()));
        QSignalSpy failed(rack.reader(), &CardReader::failed);
        rack.reader()->open();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, Error::Code::ReaderAbsent);
    }
}

// The program as it is wired: whatever the environment says, a real station takes no picture from a socket. The control is the
// practice station, with the same helper program.
void TestDeviceRack::aRealStationSeesNoVirtualScanner()
{
    QTemporaryDir folder;
    for (const char *variable : {"FP_VIRTUAL_IMAGE", "FP_VIRTUAL_DEVICE", "FP_VIRTUAL_DEVICE_STORAGE"})
        qputenv(variable, folder.filePath(u"socket"_s).toUtf8());
    qputenv("FP_DEVICE_EMULATION", "1");
    DeviceRack rack(settings());
    rack.furnish(false);
    QSignalSpy failed(&rack.scanner(), &FingerprintScanner::failed);
    rack.scanner().open();
    QTRY_VERIFY_WITH_TIMEOUT(rack.scanner().state() == FingerprintScanner::State::Ready || failed.count() > 0, 15000);
    QVERIFY(!rack.scanner().model().contains(u"virtual"_s, Qt::CaseInsensitive));
    rack.furnish(true);
    rack.scanner().open();
    QTRY_COMPARE_WITH_TIMEOUT(rack.scanner().state(), FingerprintScanner::State::Ready, 15000);
    QVERIFY(rack.scanner().model().contains(u"virtual"_s, Qt::CaseInsensitive));
    for (const char *variable :
         {"FP_VIRTUAL_IMAGE", "FP_VIRTUAL_DEVICE", "FP_VIRTUAL_DEVICE_STORAGE", "FP_DEVICE_EMULATION"})
        qunsetenv(variable);
}

void TestDeviceRack::camerasAndScannersAreLetGoForTheNight()
{
    DeviceRack rack(settings());
    rack.furnish(true);
    rack.camera().start();
    rack.scanner().open();
    rack.reader()->open();
    QTRY_COMPARE_WITH_TIMEOUT(rack.scanner().state(), FingerprintScanner::State::Ready, 15000);
    QTRY_COMPARE_WITH_TIMEOUT(rack.camera().state(), Camera::State::Live, 15000);
    QTRY_COMPARE(rack.reader()->state(), CardReader::State::Ready);
    rack.sleep();
    QCOMPARE(rack.camera().state(), Camera::State::Idle);
    QCOMPARE(rack.reader()->state(), CardReader::State::Absent);
    QTRY_COMPARE(rack.scanner().state(), FingerprintScanner::State::Absent);
    rack.wake();
    QTRY_COMPARE(rack.reader()->state(), CardReader::State::Ready);
    QTRY_COMPARE_WITH_TIMEOUT(rack.scanner().state(), FingerprintScanner::State::Ready, 15000);
    QTRY_COMPARE_WITH_TIMEOUT(rack.camera().state(), Camera::State::Live, 15000);
    rack.camera().stop();
    rack.sleep();
    rack.wake();
    QCOMPARE(rack.camera().state(), Camera::State::Idle); // what was off stays off
    SleepWatch watch;
    QSignalSpy sleeps(&watch, &SleepWatch::sleeps);
    QSignalSpy wakes(&watch, &SleepWatch::wakes);
    watch.prepareForSleep(true);
    watch.prepareForSleep(false);
    QCOMPARE(sleeps.count(), 1);
    QCOMPARE(wakes.count(), 1);
}

QTEST_GUILESS_MAIN(TestDeviceRack)
#include "tst_devicerack.moc"

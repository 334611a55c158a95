#include "devices/camera/opencvcamera.h"
#include "devices/devicerack.h"
#include "devices/fingerd/libfprintscanner.h"
#include "devices/practice/practicecamera.h"
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
    QVERIFY(qobject_cast<const FolderPrinter *>(chosenOf(rack)));
    rack.printer().use(u"hall"_s); // as the settings do
    QCOMPARE(rack.printer().label(), u"hall"_s);
    QVERIFY(qobject_cast<const CupsPrinter *>(chosenOf(rack)));
    QVERIFY(!rack.citizens().isEmpty());
    QCOMPARE(answerFor(rack.household(), m_citizen), RegisterAnswer::Known);
}

QTEST_GUILESS_MAIN(TestDeviceRack)
#include "tst_devicerack.moc"

#include "app/workflow/daystart.h"

#include "app/documents/testchart.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practicereader.h"
#include "tests/support/patientreader.h"
#include "tests/support/patientscanner.h"
#include "tests/support/photobench.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

using Part = DayStart::Part;
using State = DayStart::State;

// A printer that does what the test says.
class TestPrinter : public Printer
{
public:
    QString label() const override { return u"tray"_s; }
    void print(const QUuid &job, const QString &, const QByteArray &pdf) override
    {
        last = pdf;
        if (problem)
            Q_EMIT failed(job, {*problem, {}});
        else if (answers)
            Q_EMIT printed(job);
    }
    std::optional<Error::Code> problem;
    bool answers = true;
    QByteArray last;
};

struct DayBench
{
    PracticeCounter station;
    StillCamera camera;
    PatientScanner scanner;
    TestPrinter printer;
    CardReader *reader = nullptr; // of the station
    std::chrono::milliseconds readerLimit = std::chrono::seconds(5);
    std::chrono::milliseconds printerLimit = std::chrono::seconds(20);
    std::unique_ptr<DayStart> test;

    bool open()
    {
        if (!station.open())
            return false;
        DayStart::Limits limits;
        limits.filming = std::chrono::milliseconds(200);
        limits.camera = std::chrono::seconds(5);
        limits.scanner = std::chrono::seconds(5);
        limits.printer = printerLimit;
        limits.reader = readerLimit;
        test = std::make_unique<DayStart>(station.counter(), camera, scanner, reader, printer, limits);
        return true;
    }

    bool waitFor(Part part)
    {
        return QTest::qWaitFor(
            [&] { return test->row(part).state != State::Running && test->row(part).state != State::Open; }, 10000);
    }
};

// The devices at the start of the day: what is found, what stands in the log.
class TestDayStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allDevicesAreTestedAndLogged();
    void aCameraThatIsDarkIsFound();
    void aCameraThatIsTakenAwayIsFound();
    void aPressThatIsNoneFails();
    void aPrinterThatIsSilentFails();
    void aReaderIsTested();
    void aReaderThatFailsIsNamed_data();
    void aReaderThatFailsIsNamed();
    void isStoppedHalfWay();
    void theSheetHasItsRulers();

private:
    static QImage wall(int grey)
    {
        QImage frame(640, 480, QImage::Format_RGB32);
        frame.fill(qRgb(grey, grey, grey));
        for (int x = 0; x < frame.width(); x += 4) {
            for (int y = 0; y < frame.height(); ++y)
                frame.setPixel(x, y, qRgb(grey / 2, grey / 2, grey / 2));
        }
        return frame;
    }
};

void TestDayStart::allDevicesAreTestedAndLogged()
{
    DayBench bench;
    QVERIFY(bench.open());
    bench.camera.show(wall(180));
    bench.test->run();
    QVERIFY(bench.waitFor(Part::Camera));
    QCOMPARE(bench.test->row(Part::Camera).state, State::Passed);
    QVERIFY(bench.test->row(Part::Camera).figures.contains(u"640x480"_s));
    QCOMPARE(bench.camera.state(), Camera::State::Idle);
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    bench.scanner.press(PracticeFinger(11).impression(1));
    QVERIFY(bench.waitFor(Part::Scanner));
    QCOMPARE(bench.test->row(Part::Scanner).state, State::Passed);
    QVERIFY(bench.waitFor(Part::Printer));
    QCOMPARE(bench.test->row(Part::Printer).state, State::Passed);
    QVERIFY(bench.printer.last.startsWith("%PDF"));
    QVERIFY(bench.waitFor(Part::Reader));
    QCOMPARE(bench.test->row(Part::Reader).state, State::NotThere);
    QTRY_COMPARE(bench.test->log().size(), 4);
    QVERIFY(!bench.test->isRunning());
    QStringList tested;
    for (const AuditEntry &entry : bench.test->log())
        tested << entry.object + u": "_s + entry.detail.section(u',', 0, 0);
    QVERIFY2(tested.contains(u"camera: passed"_s) && tested.contains(u"reader: not there"_s),
             qPrintable(tested.join(u"; "_s)));
    QCOMPARE(bench.test->log().first().person, bench.station.counter().person.login);
}

void TestDayStart::aCameraThatIsDarkIsFound()
{
    DayBench bench;
    QVERIFY(bench.open());
    bench.camera.show(wall(20));
    bench.test->run(Part::Camera);
    QVERIFY(bench.waitFor(Part::Camera));
    QCOMPARE(bench.test->row(Part::Camera).state, State::Failed);
    QCOMPARE(bench.test->row(Part::Camera).problem, Error::Code::CameraDark);
    QCOMPARE(bench.test->row(Part::Scanner).state, State::Open); // only the one that was asked for
}

void TestDayStart::aCameraThatIsTakenAwayIsFound()
{
    DayBench bench;
    QVERIFY(bench.open());
    bench.test->run(Part::Camera);
    QCOMPARE(bench.test->running(), Part::Camera);
    bench.camera.takeAway();
    QCOMPARE(bench.test->row(Part::Camera).problem, Error::Code::CameraLost);
    QTRY_COMPARE(bench.test->log().size(), 1);
    QVERIFY(bench.test->log().first().detail.contains(u"CameraLost"_s));
}

void TestDayStart::aPressThatIsNoneFails()
{
    DayBench bench;
    QVERIFY(bench.open());
    bench.test->run(Part::Scanner);
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    QImage blank(388, 374, QImage::Format_Grayscale8);
    blank.fill(Qt::white);
    bench.scanner.press(blank);
    QVERIFY(bench.waitFor(Part::Scanner));
    QCOMPARE(bench.test->row(Part::Scanner).problem, Error::Code::FingerNone);
    bench.test->run(Part::Scanner);
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    bench.scanner.say(Error::Code::FingerNotPlaced);
    QCOMPARE(bench.test->row(Part::Scanner).problem, Error::Code::FingerNotPlaced);
}

void TestDayStart::aPrinterThatIsSilentFails()
{
    DayBench bench;
    bench.printerLimit = std::chrono::milliseconds(300);
    QVERIFY(bench.open());
    bench.printer.answers = false;
    bench.test->run(Part::Printer);
    QVERIFY(bench.waitFor(Part::Printer));
    QCOMPARE(bench.test->row(Part::Printer).problem, Error::Code::PrintFailed);
    bench.printer.problem = Error::Code::PrinterStopped;
    bench.test->run(Part::Printer);
    QTRY_COMPARE(bench.test->row(Part::Printer).problem, Error::Code::PrinterStopped);
}

void TestDayStart::aReaderIsTested()
{
    DayBench bench;
    PracticeReader reader(std::chrono::milliseconds(0));
    bench.reader = &reader;
    QVERIFY(bench.open());
    for (const int tested : {1, 2}) { // also one that is open already
        bench.test->run(Part::Reader);
        QCOMPARE(bench.test->running(), Part::Reader);
        QTRY_COMPARE(bench.test->row(Part::Reader).state, State::Passed);
        QCOMPARE(bench.test->row(Part::Reader).figures, (QStringList{u"SAM 90"_s, reader.model()}));
        QTRY_COMPARE(bench.test->log().size(), tested);
    }
    QVERIFY(!reader.model().isEmpty() && bench.test->log().first().detail.contains(reader.model()));
}

void TestDayStart::aReaderThatFailsIsNamed_data()
{
    QTest::addColumn<std::optional<Error::Code>>("refusal");
    QTest::addColumn<Error::Code>("told");

    QTest::newRow("self-test") << std::optional(Error::Code::ReaderSelfTest) << Error::Code::ReaderSelfTest;
    QTest::newRow("not authorised") << std::optional(Error::Code::ReaderUnauthorised)
                                    << Error::Code::ReaderUnauthorised;
    QTest::newRow("not there") << std::optional(Error::Code::ReaderAbsent) << Error::Code::ReaderAbsent;
    QTest::newRow("says nothing at all") << std::optional<Error::Code>() << Error::Code::ReaderSilent;
}

void TestDayStart::aReaderThatFailsIsNamed()
{
    QFETCH(std::optional<Error::Code>, refusal);
    QFETCH(Error::Code, told);
    DayBench bench;
    PatientReader reader;
    reader.refusal = refusal;
    reader.isSlow = !refusal;
    bench.reader = &reader;
    bench.readerLimit = std::chrono::milliseconds(200);
    QVERIFY(bench.open());
    bench.test->run(Part::Reader);
    QTRY_COMPARE(bench.test->row(Part::Reader).state, State::Failed);
    QCOMPARE(bench.test->row(Part::Reader).problem, told);
    QTRY_COMPARE(bench.test->log().size(), 1);
    QVERIFY(bench.test->log().first().detail.contains(name(told)));
}

void TestDayStart::isStoppedHalfWay()
{
    DayBench bench;
    QVERIFY(bench.open());
    bench.camera.show(wall(180));
    bench.test->run();
    bench.test->cancel();
    QVERIFY(!bench.test->isRunning());
    QCOMPARE(bench.test->row(Part::Camera).state, State::Open);
    QCOMPARE(bench.camera.state(), Camera::State::Idle);
    bench.test->run(Part::Reader);
    QCOMPARE(bench.test->row(Part::Scanner).state, State::Open); // nothing was left waiting
}

// In the PDF, where a printer takes them from: 100 mm are 100 mm.
void TestDayStart::theSheetHasItsRulers()
{
    const QImage page = toImage(testChart(u"练习派出所"_s, QDate(2026, 11, 24)), 0, 254); // ten pixels a millimetre
    QVERIFY(!page.isNull());
    const auto dark = [&page](int x, int y) { return qGray(page.pixel(x, y)) < 128; };
    const int row = 520; // of the ruler that lies
    QVERIFY(dark(401, row) && dark(900, row) && dark(1398, row));
    QVERIFY(!dark(394, row) && !dark(1406, row));
    const int column = 200; // of the one that stands
    QVERIFY(dark(column, 521) && dark(column, 1000) && dark(column, 1518));
    QVERIFY(!dark(column, 514) && !dark(column, 1526));
}

QTEST_MAIN(TestDayStart)
#include "tst_daystart.moc"

#include "app/documents/document.h"
#include "devices/printer/cupsprinter.h"
#include "tests/support/privatecups.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace idcounter;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

static QByteArray page()
{
    const Document document{.title = u"test"_s, .size = {210, 148}, .pages = 1, .paint = [](Canvas &canvas, int) {
                                canvas.text({10, 10, 100, 10}, u"领取凭证 650102"_s);
                            }};
    const auto pdf = toPdf(document);
    return pdf ? *pdf : QByteArray();
}

class TestPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysPrintedWhenTheSheetIsOut();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void aHeldJobIsTakenBack();
    void aJobThatIsGoneIsNoSuccess();
    void noServerIsNoPrinter();
    void practicePrinterKeepsPdfs();

private:
    PrivateCups m_cups;
};

void TestPrinter::initTestCase()
{
    if (!PrivateCups::isPossible())
        QSKIP("a print server of one's own needs root");
    QVERIFY(m_cups.start());
}

void TestPrinter::saysPrintedWhenTheSheetIsOut()
{
    CupsPrinter printer(u"test"_s);
    QSignalSpy printed(&printer, &Printer::printed);
    QSignalSpy failed(&printer, &Printer::failed);
    const QUuid job = QUuid::createUuid();
    printer.print(job, u"slip"_s, page());
    QTRY_COMPARE_WITH_TIMEOUT(printed.count() + failed.count(), 1, 60000);
    QVERIFY(failed.isEmpty());
    QCOMPARE(printed.first().first().toUuid(), job);
    QVERIFY(m_cups.printedBytes() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_cups.spooled(), 0, 10000); // the copy is purged
}

void TestPrinter::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("queue");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("no such queue") << u"nowhere"_s << QString() << QString() << Error::Code::PrinterNone;
    QTest::newRow("rejects") << u"test"_s << u"cupsreject"_s << u"cupsaccept"_s << Error::Code::PrinterRejects;
    QTest::newRow("stopped") << u"test"_s << u"cupsdisable"_s << u"cupsenable"_s << Error::Code::PrinterStopped;
}

void TestPrinter::saysWhatIsWrong()
{
    QFETCH(QString, queue);
    QFETCH(QString, before);
    QFETCH(QString, after);
    if (!before.isEmpty())
        QVERIFY(m_cups.tell(before, {u"test"_s}));
    CupsPrinter printer(queue);
    QSignalSpy printed(&printer, &Printer::printed);
    QSignalSpy failed(&printer, &Printer::failed);
    printer.print(QUuid::createUuid(), u"slip"_s, page());
    QTRY_COMPARE_WITH_TIMEOUT(printed.count() + failed.count(), 1, 60000);
    if (!after.isEmpty())
        QVERIFY(m_cups.tell(after, {u"test"_s}));
    QVERIFY(printed.isEmpty());
    QTEST(failed.first().at(1).value<Error>().code, "code");
    QCOMPARE(m_cups.spooled(), 0);
}

// The queue takes the job and does not print it: Qt's own printer calls that a success.
void TestPrinter::aHeldJobIsTakenBack()
{
    QVERIFY(m_cups.tell(u"lpadmin"_s, {u"-p"_s, u"test"_s, u"-o"_s, u"job-hold-until-default=indefinite"_s}));
    CupsPrinter printer(u"test"_s, {.held = 1s, .running = 20s, .step = 50ms});
    QSignalSpy printed(&printer, &Printer::printed);
    QSignalSpy failed(&printer, &Printer::failed);
    printer.print(QUuid::createUuid(), u"slip"_s, page());
    QTRY_COMPARE_WITH_TIMEOUT(printed.count() + failed.count(), 1, 60000);
    QVERIFY(m_cups.tell(u"lpadmin"_s, {u"-p"_s, u"test"_s, u"-o"_s, u"job-hold-until-default=no-hold"_s}));
    QVERIFY(printed.isEmpty());
    QCOMPARE(failed.first().at(1).value<Error>().code, Error::Code::PrintHeld);
    QTRY_COMPARE_WITH_TIMEOUT(m_cups.spooled(), 0, 10000);
}

// Somebody purged it while it was held: nobody can say that it came out.
void TestPrinter::aJobThatIsGoneIsNoSuccess()
{
    QVERIFY(m_cups.tell(u"lpadmin"_s, {u"-p"_s, u"test"_s, u"-o"_s, u"job-hold-until-default=indefinite"_s}));
    CupsPrinter printer(u"test"_s, {.held = 60s, .running = 60s, .step = 50ms});
    QSignalSpy printed(&printer, &Printer::printed);
    QSignalSpy failed(&printer, &Printer::failed);
    printer.print(QUuid::createUuid(), u"slip"_s, page());
    QTRY_VERIFY_WITH_TIMEOUT(m_cups.spooled() > 0, 20000);
    QVERIFY(m_cups.tell(u"cancel"_s, {u"-a"_s, u"-x"_s, u"test"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(printed.count() + failed.count(), 1, 60000);
    QVERIFY(m_cups.tell(u"lpadmin"_s, {u"-p"_s, u"test"_s, u"-o"_s, u"job-hold-until-default=no-hold"_s}));
    QVERIFY(printed.isEmpty());
    QCOMPARE(failed.first().at(1).value<Error>().code, Error::Code::PrintFailed);
}

void TestPrinter::noServerIsNoPrinter()
{
    const QByteArray server = qgetenv("CUPS_SERVER");
    qputenv("CUPS_SERVER", "127.0.0.1:1");
    CupsPrinter printer(u"test"_s);
    QSignalSpy failed(&printer, &Printer::failed);
    printer.print(QUuid::createUuid(), u"slip"_s, page());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
    QCOMPARE(failed.first().at(1).value<Error>().code, Error::Code::PrinterNone);
    qputenv("CUPS_SERVER", server);
}

void TestPrinter::practicePrinterKeepsPdfs()
{
    const QTemporaryDir folder;
    FolderPrinter printer(folder.filePath(u"papers"_s));
    QSignalSpy printed(&printer, &Printer::printed);
    for (int i = 0; i < 2; ++i)
        printer.print(QUuid::createUuid(), u"slip"_s, page());
    QTRY_COMPARE(printed.count(), 2);
    QCOMPARE(QDir(folder.filePath(u"papers"_s)).entryList({u"*.pdf"_s}).size(), 2);

    QFile notAFolder(folder.filePath(u"file"_s));
    QVERIFY(notAFolder.open(QIODevice::WriteOnly));
    FolderPrinter blocked(folder.filePath(u"file/papers"_s));
    QSignalSpy failed(&blocked, &Printer::failed);
    blocked.print(QUuid::createUuid(), u"slip"_s, page());
    QTRY_COMPARE(failed.count(), 1);
}

QTEST_MAIN(TestPrinter)
#include "tst_printer.moc"

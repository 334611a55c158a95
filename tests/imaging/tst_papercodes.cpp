#include "app/imaging/papercodes.h"
#include "devices/practice/practiceframes.h"
#include "tests/support/slippicture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// The codes of our papers, read from the frames of a camera.
class TestPaperCodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSlipIsRead_data();
    void aSlipIsRead();
    void eitherCodeIsEnough_data();
    void eitherCodeIsEnough();
    void thePrintedPdfIsRead();
    void aFormSaysItsCaseToo();
    void nothingIsReadWhereNothingIs_data();
    void nothingIsReadWhereNothingIs();
    void anotherCodeSaysWhatItSays();
    void anySizeOfPictureIsRead_data();
    void anySizeOfPictureIsRead();
    void threadsDoNotDisturbEachOther();
    void oneFrame_data();
    void oneFrame();

private:
    const QString m_number = u"6501020012026112400007"_s;
    QImage m_slip;
};

void TestPaperCodes::initTestCase()
{
    m_slip = slipSheet(m_number);
    QVERIFY(!m_slip.isNull());
}

void TestPaperCodes::aSlipIsRead_data()
{
    QTest::addColumn<Held>("held");
    const auto row = [](const char *name, const Held &held) { QTest::newRow(name) << held; };
    row("before the camera", {});
    row("near", {.width = 1200});
    row("far", {.width = 560});
    row("turned by 20 degrees", {.turned = 20});
    row("turned by 20 degrees back", {.turned = -20});
    row("upright", {.width = 700, .turned = 90});
    row("upside down", {.turned = 180});
    row("from aside", {.receding = 0.25});
    row("from aside and turned", {.turned = -20, .receding = 0.2});
    row("a little out of focus", {.blur = 1.5});
    row("out of focus", {.blur = 2});
    row("dim", {.light = 0.25});
    row("noisy", {.noise = 18});
    row("very noisy", {.noise = 40});
    row("far and noisy", {.width = 400, .noise = 10});
    row("dim and noisy", {.light = 0.3, .noise = 9});
    row("leaving the frame", {.width = 1000, .moved = {-300, 0}});
    row("all of it", {.turned = 20, .receding = 0.15, .blur = 1.2, .light = 0.4, .noise = 8});
    row("all of it, turned back", {.turned = -20, .receding = 0.15, .blur = 1.2, .light = 0.4, .noise = 8});
}

void TestPaperCodes::aSlipIsRead()
{
    QFETCH(Held, held);
    QCOMPARE(readCodes(frameOf(m_slip, held)), QStringList(m_number));
}

void TestPaperCodes::eitherCodeIsEnough_data()
{
    QTest::addColumn<QRectF>("hidden"); // mm, under a thumb
    QTest::newRow("only the line code") << QRectF(160, 28, 46, 46);
    QTest::newRow("only the square code") << QRectF(8, 104, 106, 26);
}

void TestPaperCodes::eitherCodeIsEnough()
{
    QFETCH(QRectF, hidden);
    const auto thumbOn = [](const QImage &sheet, const QRectF &area) {
        QImage result = sheet;
        QPainter painter(&result);
        painter.scale(sheet.width() / 210.0, sheet.width() / 210.0);
        painter.fillRect(area, QColor(196, 160, 140));
        return result;
    };
    const QImage one = thumbOn(m_slip, hidden);
    QCOMPARE(readCodes(frameOf(one)), QStringList(m_number));
    // The control: with both hidden nothing is left.
    const QImage none = thumbOn(thumbOn(one, {160, 28, 46, 46}), {8, 104, 106, 26});
    QCOMPARE(readCodes(frameOf(none)), QStringList());
}

// The PDF as another program renders it.
void TestPaperCodes::thePrintedPdfIsRead()
{
    const Rules rules(shippedTable);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"slip.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*toPdf(*collectionSlip(slipFacts(m_number), rules)));
    file.close();
    QCOMPARE(QProcess::execute(
                 u"pdftoppm"_s,
                 {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, file.fileName(), folder.filePath(u"slip"_s)}),
             0);
    const QImage sheet(folder.filePath(u"slip.png"_s));
    QVERIFY(!sheet.isNull());
    QCOMPARE(readCodes(frameOf(sheet, {.turned = 20, .blur = 1})), QStringList(m_number));
}

// The signed form lies in the case: its square code is the draft's own, its line code the acceptance number.
void TestPaperCodes::aFormSaysItsCaseToo()
{
    const Rules rules(shippedTable);
    const QImage form = sheetOf(registrationForm(slipFacts(m_number), rules));
    const QImage head = form.copy(0, 0, form.width(), form.height() / 4);
    const QStringList codes = readCodes(frameOf(head, {.width = 1240}));
    QVERIFY(codes.contains(u"01890000-0000-7000-8000-000000000001"_s));
    QVERIFY(codes.contains(m_number));
    QCOMPARE(codes.size(), 2);
}

void TestPaperCodes::nothingIsReadWhereNothingIs_data()
{
    QTest::addColumn<QImage>("frame");
    QTest::newRow("no frame") << QImage();
    QTest::newRow("a point") << QImage(1, 1, QImage::Format_RGB888);
    QTest::newRow("an empty frame") << frameOf({});
    QTest::newRow("noise") << frameOf({}, {.noise = 60});
    for (const quint64 person : {3, 7, 11}) {
        QTest::addRow("a face %d", int(person))
            << PracticeFrames(PracticePerson::fromSeed(person)).frame(0).convertToFormat(QImage::Format_RGB888);
    }
    QTest::newRow("a slip too far away") << frameOf(slipSheet(m_number), {.width = 90});
}

void TestPaperCodes::nothingIsReadWhereNothingIs()
{
    QFETCH(QImage, frame);
    QCOMPARE(readCodes(frame), QStringList());
}

void TestPaperCodes::anotherCodeSaysWhatItSays()
{
    const QString text = u"https://example.invalid/支付?id=1"_s;
    QCOMPARE(readCodes(frameOf(otherCode(text))), QStringList(text));
}

void TestPaperCodes::anySizeOfPictureIsRead_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(640, 480), QSize(641, 481), QSize(1023, 577), QSize(1920, 1080)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void TestPaperCodes::anySizeOfPictureIsRead()
{
    QFETCH(QSize, size);
    const QImage frame
        = frameOf(m_slip, {.width = 1200}).scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    QCOMPARE(readCodes(frame.copy(QRect(QPoint(), size))), QStringList(m_number));
}

void TestPaperCodes::threadsDoNotDisturbEachOther()
{
    const QString other = u"6501020012026112400008"_s;
    const std::array frames{frameOf(m_slip), frameOf(slipSheet(other))};
    std::vector<std::future<QStringList>> readings;
    for (std::size_t i = 0; i < 12; ++i)
        readings.push_back(std::async(std::launch::async, [frame = frames[i % 2]] { return readCodes(frame); }));
    for (std::size_t i = 0; i < readings.size(); ++i)
        QCOMPARE(readings[i].get(), QStringList(i % 2 ? other : m_number));
}

void TestPaperCodes::oneFrame_data()
{
    QTest::addColumn<QImage>("frame");
    QTest::newRow("a slip") << frameOf(m_slip);
    QTest::newRow("a slip in bad light") << frameOf(m_slip, {.turned = 20, .blur = 1.2, .light = 0.4, .noise = 8});
    QTest::newRow("an empty frame") << frameOf({});
    QTest::newRow("noise") << frameOf({}, {.noise = 60});
}

// Measures; how long is too long is judged by a person.
void TestPaperCodes::oneFrame()
{
    QFETCH(QImage, frame);
    QBENCHMARK
    {
        readCodes(frame);
    }
}

QTEST_MAIN(TestPaperCodes)
#include "tst_papercodes.moc"

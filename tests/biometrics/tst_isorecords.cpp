#include "app/biometrics/isorecords.h"
#include "devices/practice/practicefinger.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>
#include <QtMath>

using namespace idcounter;
using namespace idcounter::iso;
using namespace Qt::StringLiterals;

// Minutiae and image records of ISO/IEC 19794-2:2005 and 19794-4:2005. The bytes of the published structure are written out
// here by hand; sizes and offsets were compared with NIST's biomdi (public domain).
class TestIsoRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void positionsAreThoseOfTheRecord();
    void writesThePublishedBytes();
    void readsThePublishedBytes();
    void aPressComesBack();
    void passesOverExtendedData();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void imagesAreLossless();
    void readsUncompressedPictures();
    void namesWhatIsWrongWithAPicture_data();
    void namesWhatIsWrongWithAPicture();
    void damagedRecordsAreRefused_data();
    void damagedRecordsAreRefused();

private:
    QImage m_press;
};

// Two minutiae of a right thumb: a ridge that ends at (10, 20), a quarter turn, quality 50; a fork at (100, 200), 0°.
static QByteArray published()
{
    return QByteArray::fromHex("464d5200" // "FMR"
                               "20323000" // " 20"
                               "0000002a" // 42 bytes
                               "0007" // not certified, device 7
                               "0100"
                               "0168" // 256 x 360
                               "00c5"
                               "00c5" // 197 pixels a centimetre
                               "01"
                               "00" // one view, reserved
                               "01"
                               "00"
                               "3c"
                               "02" // right thumb, view 0, live plain, quality 60, two minutiae
                               "400a"
                               "0014"
                               "40"
                               "32" //
                               "8064"
                               "00c8"
                               "00"
                               "00" //
                               "0000"); // no extended data
}

static MinutiaeRecord record()
{
    MinutiaeRecord record;
    record.size = {256, 360};
    record.device = 7;
    record.views = {
        {.position = 1,
         .quality = 60,
         .minutiae = {{.position = {10, 20}, .direction = M_PI / 2, .kind = Minutia::Kind::Ending, .reliability = 0.5},
                      {.position = {100, 200}, .kind = Minutia::Kind::Bifurcation}}}};
    return record;
}

void TestIsoRecords::initTestCase()
{
    m_press = PracticeFinger(7).impression(1);
    QVERIFY(!m_press.isNull());
}

void TestIsoRecords::positionsAreThoseOfTheRecord()
{
    QCOMPARE(positionOf(u"11"_s), quint8(1)); // right thumb
    QCOMPARE(positionOf(u"16"_s), quint8(6)); // left thumb
    QCOMPARE(positionOf(u"20"_s), quint8(10)); // left little finger
    QCOMPARE(positionOf(u"97"_s), quint8(0));
    QCOMPARE(positionOf(u"99"_s), quint8(0));
    for (quint8 position = 1; position <= 10; ++position)
        QCOMPARE(positionOf(cardCodeOf(position)), position);
    QCOMPARE(cardCodeOf(0), u"99"_s);
}

void TestIsoRecords::writesThePublishedBytes()
{
    QCOMPARE(record().toBytes().toHex(), published().toHex());
}

void TestIsoRecords::readsThePublishedBytes()
{
    const auto read = MinutiaeRecord::fromBytes(published());
    QVERIFY(read);
    QCOMPARE(*read, record());
}

// What was found in a press is in the record, to the pixel and the step of the angle.
void TestIsoRecords::aPressComesBack()
{
    const auto features = extract(m_press);
    QVERIFY(features && features->minutiae().size() > 10);
    MinutiaeRecord written;
    written.size = features->size();
    written.views = {viewOf(*features, 6, 57), viewOf(*features, 6, 58)};
    written.views[1].view = 1;
    const auto read = MinutiaeRecord::fromBytes(written.toBytes());
    QVERIFY(read);
    QCOMPARE(read->views.size(), 2);
    QCOMPARE(read->views[1].quality, quint8(58));
    const QList<Minutia> &found = read->views[0].minutiae;
    QCOMPARE(found.size(), features->minutiae().size());
    for (qsizetype i = 0; i < found.size(); ++i) {
        const Minutia &from = features->minutiae()[i];
        QVERIFY((found[i].position - from.position).manhattanLength() <= 1.01);
        QCOMPARE(found[i].kind, from.kind);
        QCOMPARE(found[i].direction, from.direction);
        QCOMPARE(qRound(found[i].reliability * 100), qRound(from.reliability * 100));
    }
    QCOMPARE(read->toBytes(), written.toBytes()); // once in a record, nothing changes any more
}

void TestIsoRecords::passesOverExtendedData()
{
    QByteArray bytes = published();
    bytes.chop(2);
    bytes += QByteArray::fromHex("0004deadbeef");
    bytes[11] = char(bytes.size());
    const auto read = MinutiaeRecord::fromBytes(bytes);
    QVERIFY(read);
    QCOMPARE(*read, record());
}

void TestIsoRecords::namesWhatIsWrong_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("value");
    QTest::addColumn<QString>("what");
    QTest::newRow("ANSI's own format") << 1 << int('X') << u"format or version"_s;
    QTest::newRow("version") << 5 << int('3') << u"format or version"_s;
    QTest::newRow("longer than it is") << 11 << 0x2b << u"length of the record"_s;
    QTest::newRow("no width") << 14 << 0 << u"size or resolution"_s;
    QTest::newRow("resolutions differ") << 21 << 0xc4 << u"size or resolution"_s;
    QTest::newRow("a view too many") << 22 << 2 << u"length of a view"_s;
    QTest::newRow("eleventh finger") << 24 << 11 << u"finger position"_s;
    QTest::newRow("impression") << 25 << 0x05 << u"impression type"_s;
    QTest::newRow("quality") << 26 << 101 << u"finger quality"_s;
    QTest::newRow("a minutia too many") << 27 << 3 << u"minutia"_s;
    QTest::newRow("kind") << 28 << 0xc0 << u"kind of minutia"_s;
    QTest::newRow("outside") << 36 << 0x3f << u"minutia outside"_s;
    QTest::newRow("quality of a minutia") << 33 << 101 << u"quality of a minutia"_s;
    QTest::newRow("extended data beyond the end") << 41 << 9 << u"length of a view"_s;
}

void TestIsoRecords::namesWhatIsWrong()
{
    QFETCH(int, at);
    QFETCH(int, value);
    QFETCH(QString, what);
    QByteArray bytes = published();
    if (at == 14)
        bytes[15] = 0;
    bytes[at] = char(value);
    const auto read = MinutiaeRecord::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::TemplateDamaged);
    if (at != 27) // what comes next is taken for a minutia: which of its parts is wrong first depends on it
        QVERIFY2(read.error().detail.contains(what), qPrintable(read.error().detail));
}

void TestIsoRecords::imagesAreLossless()
{
    ImageRecord written;
    written.device = 7;
    written.views = {{.position = 1, .view = 1, .views = 2, .image = m_press},
                     {.position = 1, .view = 2, .views = 2, .image = PracticeFinger(7).impression(2)}};
    const QByteArray bytes = written.toBytes();
    QCOMPARE(bytes.first(8).toHex(), QByteArray("4649520030313000")); // "FIR", "010"
    QCOMPARE(bytes.mid(8, 2).toHex(), QByteArray("0000")); // six bytes of length
    QCOMPARE(bytes.mid(14, 18).toHex(),
             QByteArray("0007"
                        "001f"
                        "02"
                        "01"
                        "01f4"
                        "01f4"
                        "01f4"
                        "01f4"
                        "08"
                        "05"
                        "0000"));
    const auto read = ImageRecord::fromBytes(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->views.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(read->views[i].image, written.views[i].image.convertToFormat(QImage::Format_Grayscale8));
        QCOMPARE(read->views[i].view, quint8(i + 1));
    }
}

static QByteArray uncompressed(quint16 width, quint16 height, const QByteArray &pixels)
{
    const auto number = [](quint64 value, int size) {
        QByteArray bytes;
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
            bytes += char(value >> shift);
        return bytes;
    };
    const QByteArray view = number(quint64(14 + pixels.size()), 4)
        + QByteArray::fromHex("01010164"
                              "00")
        + number(width, 2) + number(height, 2) + number(0, 1) + pixels;
    return QByteArray("FIR\0"
                      "010\0",
                      8)
        + number(quint64(32 + view.size()), 6)
        + QByteArray::fromHex("0000001f0101"
                              "01f401f401f401f4"
                              "0800"
                              "0000")
        + view;
}

void TestIsoRecords::readsUncompressedPictures()
{
    const auto read = ImageRecord::fromBytes(uncompressed(3, 2, QByteArray::fromHex("00408090c0ff")));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    QCOMPARE(read->views.size(), 1);
    QCOMPARE(read->views[0].image.size(), QSize(3, 2));
    QCOMPARE(qGray(read->views[0].image.pixel(0, 1)), 0x90);
    QCOMPARE(qGray(read->views[0].image.pixel(2, 1)), 0xff);
}

void TestIsoRecords::namesWhatIsWrongWithAPicture_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("what");
    const QByteArray good = uncompressed(3, 2, QByteArray::fromHex("00408090c0ff"));
    const auto changed = [&good](int at, int value) {
        QByteArray bytes = good;
        bytes[at] = char(value);
        return bytes;
    };
    QTest::newRow("format") << changed(0, 'X') << u"format"_s;
    QTest::newRow("length") << changed(13, 1) << u"length of the record"_s;
    QTest::newRow("1000 dpi") << changed(17, 41) << u"resolution"_s;
    QTest::newRow("per centimetre") << changed(19, 2) << u"resolution"_s;
    QTest::newRow("16 bits") << changed(28, 16) << u"resolution or depth"_s;
    QTest::newRow("WSQ, which loses something") << changed(29, 2) << u"compression"_s;
    QTest::newRow("finger") << changed(36, 11) << u"finger position"_s;
    QTest::newRow("impression") << changed(40, 7) << u"impression"_s;
    QTest::newRow("too few pixels") << changed(42, 4) << u"length of the picture"_s;
    QTest::newRow("too wide") << uncompressed(2001, 1, QByteArray(2001, 'x')) << u"size of the picture"_s;
    QTest::newRow("no PNG") << changed(29, 5) << u"size of the picture"_s;
    QTest::newRow("cut") << good.chopped(1) << u"length of the record"_s;
}

void TestIsoRecords::namesWhatIsWrongWithAPicture()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, what);
    const auto read = ImageRecord::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Error::Code::TemplateDamaged);
    QVERIFY2(read.error().detail.contains(what), qPrintable(read.error().detail));
}

void TestIsoRecords::damagedRecordsAreRefused_data()
{
    QTest::addColumn<bool>("image");
    QTest::newRow("minutiae") << false;
    QTest::newRow("picture") << true;
}

// Bytes changed, cut and added at random, thousands of times: an answer every time, and what is taken for a record is one
// that can be written again. The same numbers every time.
void TestIsoRecords::damagedRecordsAreRefused()
{
    QFETCH(bool, image);
    ImageRecord pictures;
    pictures.views = {{.position = 1, .image = m_press.copy(0, 0, 64, 64)}};
    const QByteArray good = image ? pictures.toBytes() : record().toBytes();
    QRandomGenerator dice(20261124);
    int taken = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = good;
        const int changes = dice.bounded(1, 5);
        for (int change = 0; change < changes && !bytes.isEmpty(); ++change) {
            const int at = dice.bounded(int(std::min<qsizetype>(bytes.size(), 64)));
            switch (dice.bounded(4)) {
            case 0:
                bytes[at] = char(dice.bounded(256));
                break;
            case 1:
                bytes[at] = char(bytes[at] ^ (1 << dice.bounded(8)));
                break;
            case 2:
                bytes.truncate(dice.bounded(int(bytes.size())));
                break;
            default:
                bytes.insert(at, char(dice.bounded(256)));
            }
        }
        if (image) {
            const auto read = ImageRecord::fromBytes(bytes);
            taken += read ? 1 : 0;
            QVERIFY(!read || ImageRecord::fromBytes(read->toBytes()));
        } else {
            const auto read = MinutiaeRecord::fromBytes(bytes);
            taken += read ? 1 : 0;
            QVERIFY(!read || *MinutiaeRecord::fromBytes(read->toBytes()) == *read);
        }
    }
    qInfo("%d of 20000 were records all the same", taken);
    QVERIFY(taken > 0 && taken < 10000); // the control: the rounds reach what is behind the first check
}

QTEST_APPLESS_MAIN(TestIsoRecords)
#include "tst_isorecords.moc"

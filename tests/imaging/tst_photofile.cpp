#include "app/imaging/jpegbytes.h"
#include "app/imaging/photofile.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestPhotoFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWhole_data();
    void readsWhatIsWhole();
    void refuses_data();
    void refuses();
    void refusesEveryTruncation_data();
    void refusesEveryTruncation();
    void survivesFlippedBytes_data();
    void survivesFlippedBytes();
    void turnsByExif_data();
    void turnsByExif();
    void laysTransparencyOnWhite();
    void estimatesTheQuality_data();
    void estimatesTheQuality();
    void writesTheDensity();
    void readsDensityInCentimetres();
};

// A face-like picture with a red upper left corner, so that files have something to hold and turning shows.
static QImage sample(QSize size = {120, 160})
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(QColor(230, 230, 230));
    QPainter painter(&image);
    painter.setBrush(QColor(190, 140, 110));
    painter.drawEllipse(QRectF(0.2 * size.width(), 0.2 * size.height(), 0.6 * size.width(), 0.6 * size.height()));
    painter.fillRect(QRectF(0, 0, 0.2 * size.width(), 0.15 * size.height()), Qt::red);
    return image;
}

static QByteArray written(const QImage &image, const char *format, int quality = -1)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format, quality);
    return bytes;
}

static QByteArray sampleFile(const QByteArray &format)
{
    return written(sample(), format.constData(), format == "PNG" ? -1 : 80);
}

static QByteArray with(QByteArray bytes, qsizetype at, const QByteArray &replacement)
{
    return bytes.replace(at, replacement.size(), replacement);
}

// The place of the first frame header, behind its marker and length.
static qsizetype frameOf(const QByteArray &jpeg)
{
    return jpeg.indexOf(QByteArray("\xff\xc0", 2)) + 4;
}

// A block of a PNG with its check sum, as the standard's annex D counts it.
static QByteArray pngBlock(const QByteArray &name, const QByteArray &content)
{
    quint32 sum = 0xffffffffU;
    for (const char byte : name + content) {
        sum ^= static_cast<uchar>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? 0xedb88320U ^ (sum >> 1) : sum >> 1;
    }
    QByteArray block(8, '\0');
    qToBigEndian(static_cast<quint32>(content.size()), block.data());
    block.replace(4, 4, name);
    block += content;
    QByteArray end(4, '\0');
    qToBigEndian(sum ^ 0xffffffffU, end.data());
    return block + end;
}

static QByteArray pngWithHeader(quint32 width, quint32 height)
{
    QByteArray header(13, '\0');
    qToBigEndian(width, header.data());
    qToBigEndian(height, header.data() + 4);
    header[8] = 8;
    header[9] = 2;
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + pngBlock("IHDR", header) + pngBlock("IEND", {});
}

static QByteArray exifSegment(quint16 orientation)
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 26);
    qToBigEndian(orientation, tiff.data() + 18);
    const QByteArray content = QByteArray("Exif\0\0", 6) + tiff;
    QByteArray segment("\xff\xe1\0\0", 4);
    qToBigEndian(static_cast<quint16>(content.size() + 2), segment.data() + 2);
    return segment + content;
}

void TestPhotoFile::readsWhatIsWhole_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PhotoFileFacts::Format>("format");
    QTest::addColumn<int>("bitsPerPixel");

    const QImage grey = sample().convertToFormat(QImage::Format_Grayscale8);
    QTest::newRow("JPEG") << sampleFile("JPG") << PhotoFileFacts::Format::Jpeg << 24;
    QTest::newRow("grey JPEG") << written(grey, "JPG") << PhotoFileFacts::Format::Jpeg << 8;
    QTest::newRow("JPEG with bytes behind its end") << sampleFile("JPG") + "more" << PhotoFileFacts::Format::Jpeg << 24;
    QTest::newRow("PNG") << sampleFile("PNG") << PhotoFileFacts::Format::Png << 24;
    QTest::newRow("grey PNG") << written(grey, "PNG") << PhotoFileFacts::Format::Png << 8;
    QTest::newRow("PNG with a palette") << written(sample().convertToFormat(QImage::Format_Indexed8), "PNG")
                                        << PhotoFileFacts::Format::Png << 24;
    QTest::newRow("BMP") << sampleFile("BMP") << PhotoFileFacts::Format::Bmp << 24;
}

void TestPhotoFile::readsWhatIsWhole()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PhotoFileFacts::Format, format);
    QFETCH(int, bitsPerPixel);
    const auto photo = readPhotoFile(bytes);
    QVERIFY2(photo, photo ? "" : qPrintable(photo.error().detail));
    QCOMPARE(photo->facts.format, format);
    QCOMPARE(photo->facts.size, QSize(120, 160));
    QCOMPARE(photo->facts.bitsPerPixel, bitsPerPixel);
    QCOMPARE(photo->facts.bytes, bytes.size());
    QCOMPARE(photo->image.size(), QSize(120, 160));
    QCOMPARE(photo->image.format(), QImage::Format_RGB888);
    if (bitsPerPixel == 24)
        QVERIFY(photo->image.pixelColor(3, 3).red() > photo->image.pixelColor(3, 3).blue() + 150);
}

void TestPhotoFile::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Error::Code>("code");

    const QByteArray jpeg = sampleFile("JPG");
    const QByteArray png = sampleFile("PNG");
    const qsizetype frame = frameOf(jpeg);
    QByteArray bigBmp = sampleFile("BMP");
    qToLittleEndian<quint32>(2'000'000'000, bigBmp.data() + 18);
    QByteArray bmpOfNegativeWidth = sampleFile("BMP");
    qToLittleEndian<qint32>(-120, bmpOfNegativeWidth.data() + 18);

    QTest::newRow("nothing") << QByteArray() << Error::Code::ImageUnreadable;
    QTest::newRow("one byte") << QByteArray("\xff") << Error::Code::ImageUnreadable;
    QTest::newRow("text") << QByteArray("a letter that is no picture") << Error::Code::ImageUnreadable;
    QTest::newRow("zeros") << QByteArray(5000, '\0') << Error::Code::ImageUnreadable;
    QTest::newRow("GIF") << QByteArray("GIF89a\x01\0\x01\0\0\0\0;", 14) << Error::Code::ImageUnsuitable;
    QTest::newRow("TIFF") << QByteArray("II*\0\x08\0\0\0", 8) << Error::Code::ImageUnsuitable;
    QTest::newRow("WebP") << QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16) << Error::Code::ImageUnsuitable;
    QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                        "ftypheic\0\0\0\0",
                                        16)
                          << Error::Code::ImageUnsuitable;
    QTest::newRow("PDF") << QByteArray("%PDF-1.7") << Error::Code::ImageUnsuitable;
    QTest::newRow("JPEG of 60000 x 60000") << with(jpeg, frame + 1, "\xea\x60\xea\x60") << Error::Code::ImageTooLarge;
    QTest::newRow("JPEG without height") << with(jpeg, frame + 1, QByteArray("\0\0", 2))
                                         << Error::Code::ImageUnreadable;
    QTest::newRow("JPEG in print colours") << with(jpeg, frame + 5, "\x04") << Error::Code::ImageUnsuitable;
    QTest::newRow("JPEG of 12 bits") << with(jpeg, frame, "\x0c") << Error::Code::ImageUnsuitable;
    QTest::newRow("PNG of 100000 x 100000") << pngWithHeader(100'000, 100'000) << Error::Code::ImageTooLarge;
    QTest::newRow("PNG of four thousand million columns")
        << pngWithHeader(0xffffffffU, 1) << Error::Code::ImageTooLarge;
    QTest::newRow("PNG without pixels") << pngWithHeader(120, 160) << Error::Code::ImageUnreadable;
    QTest::newRow("PNG of 16 bits") << written(sample().convertToFormat(QImage::Format_RGBX64), "PNG")
                                    << Error::Code::ImageUnsuitable;
    QTest::newRow("animated PNG") << png.left(33) + pngBlock("acTL", QByteArray(8, '\1')) + png.sliced(33)
                                  << Error::Code::ImageUnsuitable;
    QTest::newRow("BMP that promises more than it holds") << bigBmp << Error::Code::ImageUnreadable;
    QTest::newRow("BMP of negative width") << bmpOfNegativeWidth << Error::Code::ImageUnreadable;
    QTest::newRow("a few pixels") << written(sample({8, 8}), "PNG") << Error::Code::ImageUnsuitable;
    QTest::newRow("too many bytes") << jpeg + QByteArray(40 * 1024 * 1024, 'x') << Error::Code::ImageTooLarge;
}

void TestPhotoFile::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Error::Code, code);
    const auto photo = readPhotoFile(bytes);
    QVERIFY(!photo);
    QCOMPARE(name(photo.error().code), name(code));
}

void TestPhotoFile::refusesEveryTruncation_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char *format : {"JPG", "PNG", "BMP"})
        QTest::newRow(format) << sampleFile(format);
}

void TestPhotoFile::refusesEveryTruncation()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(readPhotoFile(bytes)); // the control: whole it is read
    for (int part = 0; part < 50; ++part) {
        const auto photo = readPhotoFile(bytes.left(bytes.size() * part / 50));
        QVERIFY2(!photo, qPrintable(QString::number(part)));
        QCOMPARE(photo.error().code, Error::Code::ImageUnreadable);
    }
    QVERIFY(!readPhotoFile(bytes.chopped(1)));
}

void TestPhotoFile::survivesFlippedBytes_data()
{
    refusesEveryTruncation_data();
}

// Whatever comes of it is a picture within the limits or one of three errors.
void TestPhotoFile::survivesFlippedBytes()
{
    QFETCH(QByteArray, bytes);
    QRandomGenerator generator(350);
    int refused = 0;
    for (int i = 0; i < 500; ++i) {
        QByteArray damaged = bytes;
        const int flips = generator.bounded(1, 9);
        for (int flip = 0; flip < flips; ++flip) {
            // Half of them in the header, where they do most harm.
            const int last = generator.bounded(2) == 0 ? std::min<int>(200, int(damaged.size())) : int(damaged.size());
            damaged[generator.bounded(last)] = static_cast<char>(generator.bounded(256));
        }
        const auto photo = readPhotoFile(damaged);
        if (photo) {
            QVERIFY(!photo->image.isNull());
            continue;
        }
        ++refused;
        const Error::Code code = photo.error().code;
        QVERIFY(code == Error::Code::ImageUnreadable || code == Error::Code::ImageTooLarge
                || code == Error::Code::ImageUnsuitable);
    }
    QVERIFY(refused > 50);
}

void TestPhotoFile::turnsByExif_data()
{
    QTest::addColumn<quint16>("orientation");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QPoint>("redCorner");

    QTest::newRow("upright") << quint16(1) << QSize(120, 160) << QPoint(5, 5);
    QTest::newRow("mirrored") << quint16(2) << QSize(120, 160) << QPoint(114, 5);
    QTest::newRow("upside down") << quint16(3) << QSize(120, 160) << QPoint(114, 154);
    QTest::newRow("upside down and mirrored") << quint16(4) << QSize(120, 160) << QPoint(5, 154);
    QTest::newRow("transposed") << quint16(5) << QSize(160, 120) << QPoint(5, 5);
    QTest::newRow("to be turned clockwise") << quint16(6) << QSize(160, 120) << QPoint(154, 5);
    QTest::newRow("transposed the other way") << quint16(7) << QSize(160, 120) << QPoint(154, 114);
    QTest::newRow("to be turned back") << quint16(8) << QSize(160, 120) << QPoint(5, 114);
    QTest::newRow("nonsense") << quint16(77) << QSize(120, 160) << QPoint(5, 5);
}

void TestPhotoFile::turnsByExif()
{
    QFETCH(quint16, orientation);
    QFETCH(QSize, size);
    QFETCH(QPoint, redCorner);
    QByteArray jpeg = sampleFile("JPG");
    jpeg.insert(2, exifSegment(orientation));
    const auto photo = readPhotoFile(jpeg);
    QVERIFY2(photo, photo ? "" : qPrintable(photo.error().detail));
    QCOMPARE(photo->image.size(), size);
    QVERIFY(photo->image.pixelColor(redCorner).green() < 60);
}

void TestPhotoFile::laysTransparencyOnWhite()
{
    QImage image(40, 40, QImage::Format_ARGB32);
    image.fill(QColor(0, 0, 0, 0));
    const auto photo = readPhotoFile(written(image, "PNG"));
    QVERIFY(photo);
    QCOMPARE(photo->image.pixelColor(20, 20), QColor(Qt::white));
}

void TestPhotoFile::estimatesTheQuality_data()
{
    QTest::addColumn<int>("quality");
    for (const int quality : {5, 10, 30, 50, 60, 70, 80, 95})
        QTest::addRow("%d", quality) << quality;
}

void TestPhotoFile::estimatesTheQuality()
{
    QFETCH(int, quality);
    const auto facts = readPhotoFacts(written(sample(), "JPG", quality));
    QVERIFY(facts);
    QVERIFY(facts->jpegQuality);
    QVERIFY2(std::abs(*facts->jpegQuality - quality) <= 2, qPrintable(QString::number(*facts->jpegQuality)));
}

void TestPhotoFile::writesTheDensity()
{
    QImage image = sample();
    image.setDotsPerMeterX(2835); // 72 dpi
    image.setDotsPerMeterY(2835);
    const QByteArray before = written(image, "JPG");
    QCOMPARE(qRound(readPhotoFacts(before)->dotsPerInch.value_or(0)), 72);
    const QByteArray after = withDensity(before, 350);
    QCOMPARE(after.size(), before.size());
    QCOMPARE(readPhotoFacts(after)->dotsPerInch, 350.0);
    QCOMPARE(after.sliced(13, 5), QByteArray("\x01\x01\x5e\x01\x5e"));
    QCOMPARE(withDensity("no JPEG", 350), QByteArray("no JPEG"));
}

void TestPhotoFile::readsDensityInCentimetres()
{
    QByteArray jpeg = withDensity(sampleFile("JPG"), 138);
    jpeg[13] = 2; // dots per centimetre
    QVERIFY(std::abs(*readPhotoFacts(jpeg)->dotsPerInch - 350.5) < 0.1);
    jpeg[15] = 1; // differs across and down
    QVERIFY(!readPhotoFacts(jpeg)->dotsPerInch);
}

QTEST_GUILESS_MAIN(TestPhotoFile)
#include "tst_photofile.moc"

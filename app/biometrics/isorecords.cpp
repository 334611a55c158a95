#include "app/biometrics/isorecords.h"

#include "app/biometrics/bytereader.h"

#include <QBuffer>
#include <QImageReader>
#include <QtMath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::iso {

namespace {

const QByteArray minutiaeName("FMR\0 20\0", 8); // format identifier and version
const QByteArray imageName("FIR\0"
                           "010\0",
                           8);
constexpr qsizetype minutiaeHeader = 24;
constexpr qsizetype imageViewHeader = 14;
constexpr quint8 lastPosition = 10;
constexpr int firstCardCode = 11;
constexpr int mostQuality = 100;
constexpr quint16 coordinateMask = 0x3fff; // the two upper bits are the kind, or reserved
constexpr int kindShift = 14;
constexpr quint16 deviceMask = 0x0fff; // the four upper bits certify the equipment
constexpr double angleStep = 2 * M_PI / 256;
constexpr int reliabilitySteps = 100;

constexpr quint16 acquisitionLevel = 31; // 500 dpi, 8 bits
constexpr quint8 perInch = 1;
constexpr quint16 dotsPerInch = 500;
constexpr quint8 depth = 8;
constexpr quint8 qualityNotReported = 254;
constexpr int mostPixels = 2000; // each side
enum Compression : quint8 { Uncompressed = 0, Png = 5 };

Error damaged(const QString &what)
{
    return {Error::Code::TemplateDamaged, what};
}

bool isImpression(quint8 code)
{
    return code <= 3 || code == quint8(Impression::Swipe);
}

quint8 kindCode(Minutia::Kind kind)
{
    switch (kind) {
    case Minutia::Kind::Ending:
        return 1;
    case Minutia::Kind::Bifurcation:
        return 2;
    case Minutia::Kind::Other:
        return 0;
    }
    Q_UNREACHABLE();
}

constexpr std::array kindsByCode{Minutia::Kind::Other, Minutia::Kind::Ending, Minutia::Kind::Bifurcation};

Result<Minutia> minutiaIn(ByteReader &reader, QSize size)
{
    const auto kindAndX = reader.number<quint16>();
    const auto y = quint16(reader.number<quint16>() & coordinateMask);
    const auto x = quint16(kindAndX & coordinateMask);
    const std::size_t kind = kindAndX >> kindShift;
    const auto angle = reader.number<quint8>();
    const auto quality = reader.number<quint8>();
    if (kind >= kindsByCode.size())
        return damaged(u"kind of minutia"_s);
    if (x >= size.width() || y >= size.height())
        return damaged(u"minutia outside the impression"_s);
    if (quality > mostQuality)
        return damaged(u"quality of a minutia"_s);
    return Minutia{.position = QPointF(x, y),
                   .direction = angle * angleStep,
                   .kind = kindsByCode.at(kind),
                   .reliability = double(quality) / reliabilitySteps};
}

Result<MinutiaeView> minutiaeViewIn(ByteReader &reader, QSize size)
{
    MinutiaeView view;
    view.position = reader.number<quint8>();
    const auto viewAndImpression = reader.number<quint8>();
    view.view = viewAndImpression >> 4;
    view.quality = reader.number<quint8>();
    const auto count = reader.number<quint8>();
    if (view.position > lastPosition)
        return damaged(u"finger position"_s);
    if (!isImpression(viewAndImpression & 0x0f))
        return damaged(u"impression type"_s);
    view.impression = Impression(viewAndImpression & 0x0f);
    if (view.quality > mostQuality)
        return damaged(u"finger quality"_s);
    for (int i = 0; i < count; ++i) {
        const auto minutia = minutiaIn(reader, size);
        if (!minutia)
            return minutia.error();
        view.minutiae << *minutia;
    }
    reader.bytes(reader.number<quint16>()); // extended data, in formats of their makers
    return view;
}

void write(ByteWriter &writer, const MinutiaeView &view, QSize size)
{
    const qsizetype count = std::min<qsizetype>(view.minutiae.size(), FingerFeatures::maxMinutiae);
    writer.number(view.position);
    writer.number(quint8(view.view << 4 | quint8(view.impression)));
    writer.number(view.quality);
    writer.number(quint8(count));
    for (const Minutia &minutia : view.minutiae.first(count)) {
        const auto x = quint16(std::clamp(qRound(minutia.position.x()), 0, size.width() - 1));
        const auto y = quint16(std::clamp(qRound(minutia.position.y()), 0, size.height() - 1));
        writer.number(quint16(kindCode(minutia.kind) << kindShift | x));
        writer.number(y);
        writer.number(quint8(qRound(minutia.direction / angleStep)));
        writer.number(quint8(qRound(minutia.reliability * reliabilitySteps)));
    }
    writer.number(quint16(0)); // no extended data
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.convertToFormat(QImage::Format_Grayscale8).save(&buffer, "PNG");
    return bytes;
}

Result<QImage> pictureIn(const QByteArray &bytes, QSize size, quint8 compression)
{
    if (size.isEmpty() || size.width() > mostPixels || size.height() > mostPixels)
        return damaged(u"size of the picture"_s);
    if (compression == Uncompressed) {
        if (bytes.size() != qsizetype(size.width()) * size.height())
            return damaged(u"length of the picture"_s);
        QImage image(size, QImage::Format_Grayscale8);
        for (int row = 0; row < size.height(); ++row)
            std::copy_n(bytes.constData() + qsizetype(row) * size.width(), size.width(), image.scanLine(row));
        return image;
    }
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "png");
    if (reader.size() != size) // before anything is unpacked
        return damaged(u"size of the picture"_s);
    const QImage image = reader.read();
    return image.isNull() ? Result<QImage>(damaged(u"picture"_s))
                          : Result<QImage>(image.convertToFormat(QImage::Format_Grayscale8));
}

Result<ImageView> imageViewIn(ByteReader &reader, quint8 compression)
{
    const auto length = reader.number<quint32>();
    ImageView view;
    view.position = reader.number<quint8>();
    view.views = reader.number<quint8>();
    view.view = reader.number<quint8>();
    reader.number<quint8>(); // quality is not defined in this version
    const auto impression = reader.number<quint8>();
    const auto width = reader.number<quint16>();
    const auto height = reader.number<quint16>();
    reader.number<quint8>(); // reserved
    if (length < imageViewHeader)
        return damaged(u"length of a view"_s);
    if (view.position > lastPosition)
        return damaged(u"finger position"_s);
    if (!isImpression(impression))
        return damaged(u"impression type"_s);
    view.impression = Impression(impression);
    const auto image = pictureIn(reader.bytes(qsizetype(length) - imageViewHeader), {width, height}, compression);
    if (!image)
        return image.error();
    view.image = *image;
    return view;
}

} // namespace

quint8 positionOf(const QString &cardCode)
{
    const int code = cardCode.toInt() - firstCardCode + 1;
    return code >= 1 && code <= lastPosition ? quint8(code) : quint8(0);
}

QString cardCodeOf(quint8 position)
{
    return position == 0 ? u"99"_s : QString::number(position + firstCardCode - 1);
}

Result<MinutiaeRecord> MinutiaeRecord::fromBytes(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    if (reader.bytes(minutiaeName.size()) != minutiaeName)
        return damaged(u"format or version"_s);
    if (reader.number<quint32>() != bytes.size())
        return damaged(u"length of the record"_s);
    MinutiaeRecord record;
    record.device = reader.number<quint16>() & deviceMask;
    record.size.setWidth(reader.number<quint16>());
    record.size.setHeight(reader.number<quint16>());
    record.pixelsPerCentimetre = reader.number<quint16>();
    const auto vertical = reader.number<quint16>();
    const auto views = reader.number<quint8>();
    reader.number<quint8>(); // reserved
    if (record.size.isEmpty() || record.pixelsPerCentimetre == 0 || vertical != record.pixelsPerCentimetre)
        return damaged(u"size or resolution"_s);
    for (int i = 0; i < views; ++i) {
        const auto view = minutiaeViewIn(reader, record.size);
        if (!view)
            return view.error();
        record.views << *view;
    }
    if (!reader.isExact())
        return damaged(u"length of a view"_s);
    return record;
}

QByteArray MinutiaeRecord::toBytes() const
{
    ByteWriter body;
    for (const MinutiaeView &view : views)
        write(body, view, size);
    ByteWriter writer;
    writer.bytes(minutiaeName);
    writer.number(quint32(minutiaeHeader + body.written().size()));
    writer.number(quint16(device & deviceMask));
    writer.number(quint16(size.width()));
    writer.number(quint16(size.height()));
    writer.number(pixelsPerCentimetre);
    writer.number(pixelsPerCentimetre);
    writer.number(quint8(views.size()));
    writer.number(quint8(0));
    writer.bytes(body.written());
    return writer.written();
}

MinutiaeView viewOf(const FingerFeatures &features, quint8 position, int quality)
{
    return {
        .position = position, .quality = quint8(std::clamp(quality, 0, mostQuality)), .minutiae = features.minutiae()};
}

Result<ImageRecord> ImageRecord::fromBytes(const QByteArray &bytes)
{
    ByteReader reader(bytes);
    if (reader.bytes(imageName.size()) != imageName)
        return damaged(u"format or version"_s);
    const auto upper = reader.number<quint16>();
    const auto lower = reader.number<quint32>();
    if (upper != 0 || lower != bytes.size())
        return damaged(u"length of the record"_s);
    ImageRecord record;
    record.device = reader.number<quint16>();
    const auto level = reader.number<quint16>();
    const auto views = reader.number<quint8>();
    const auto units = reader.number<quint8>();
    std::array<quint16, 4> resolutions{};
    for (quint16 &resolution : resolutions)
        resolution = reader.number<quint16>();
    const auto bits = reader.number<quint8>();
    const auto compression = reader.number<quint8>();
    reader.number<quint16>(); // reserved
    const bool ours = level == acquisitionLevel && units == perInch && bits == depth
        && std::all_of(resolutions.begin(), resolutions.end(), [](quint16 one) { return one == dotsPerInch; });
    if (!ours)
        return damaged(u"resolution or depth"_s);
    if (compression != Uncompressed && compression != Png)
        return damaged(u"compression"_s);
    for (int i = 0; i < views; ++i) {
        const auto view = imageViewIn(reader, compression);
        if (!view)
            return view.error();
        record.views << *view;
    }
    if (!reader.isExact())
        return damaged(u"length of a view"_s);
    return record;
}

QByteArray ImageRecord::toBytes() const
{
    ByteWriter body;
    for (const ImageView &view : views) {
        const QByteArray png = pngOf(view.image);
        body.number(quint32(imageViewHeader + png.size()));
        body.number(view.position);
        body.number(view.views);
        body.number(view.view);
        body.number(qualityNotReported);
        body.number(quint8(view.impression));
        body.number(quint16(view.image.width()));
        body.number(quint16(view.image.height()));
        body.number(quint8(0));
        body.bytes(png);
    }
    constexpr qsizetype header = 32;
    ByteWriter writer;
    writer.bytes(imageName);
    writer.number(quint16(0)); // the length has six bytes
    writer.number(quint32(header + body.written().size()));
    writer.number(device);
    writer.number(acquisitionLevel);
    writer.number(quint8(views.size()));
    writer.number(perInch);
    for (int i = 0; i < 4; ++i) // of the scan and of the picture, across and down
        writer.number(dotsPerInch);
    writer.number(depth);
    writer.number(quint8(Png));
    writer.number(quint16(0));
    writer.bytes(body.written());
    return writer.written();
}

} // namespace idcounter::iso

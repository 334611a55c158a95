#include "platform/service/picturefile.h"

#include "app/imaging/imagebytes.h"
#include "app/imaging/jpegbytes.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int leastSide = 200; // pixels
constexpr int mostSide = 20'000;
// A JPEG is made smaller while it is decoded; of a progressive one the coefficients, and of a PNG all pixels, lie in memory.
constexpr qint64 mostPixels = 64'000'000;
constexpr qint64 mostPixelsProgressive = 16'000'000;
constexpr qint64 mostPixelsPng = 10'000'000; // a page of A4 at 300 dots an inch has 8.7
constexpr qsizetype mostPasses = 64; // of a progressive JPEG; each takes as long as the whole picture
constexpr qsizetype sealedMore = 48; // bytes

struct Header
{
    const char *format = "";
    QSize size; // as stored
    qint64 mostPixels = 0;
};

Error tooLarge(const QSize &size)
{
    return {Error::Code::ImageTooLarge, u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height())};
}

Result<Header> headerOf(const QByteArray &file)
{
    if (file.startsWith("\xff\xd8\xff")) {
        const auto jpeg = readJpegFacts(file);
        if (!jpeg || !jpeg->complete)
            return Error{Error::Code::ImageUnreadable, u"JPEG is cut off"_s};
        if (jpeg->bitsPerComponent != 8 || (jpeg->components != 1 && jpeg->components != 3))
            return Error{Error::Code::ImageUnsuitable, u"JPEG with %1 colours"_s.arg(jpeg->components)};
        if (file.count("\xff\xda") > mostPasses)
            return Error{Error::Code::ImageUnsuitable, u"JPEG with many passes"_s};
        return Header{
            .format = "jpeg", .size = jpeg->size, .mostPixels = jpeg->progressive ? mostPixelsProgressive : mostPixels};
    }
    if (file.startsWith("\x89PNG\r\n\x1a\n")) {
        const auto png = readPngFacts(file);
        if (!png)
            return Error{Error::Code::ImageUnreadable, u"PNG is cut off or damaged"_s};
        if (png->animated)
            return Error{Error::Code::ImageUnsuitable, u"animated PNG"_s};
        return Header{.format = "png",
                      .size = png->size,
                      .mostPixels = png->bitsPerChannel > 8 ? mostPixelsPng / 2 : mostPixelsPng};
    }
    return Error{Error::Code::ImageUnsuitable, u"neither JPEG nor PNG"_s};
}

Result<QImage> decoded(const QByteArray &file, const Header &header)
{
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer, header.format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true); // upright, as EXIF has it
    // Whoever decodes must see the same picture as we do.
    if (reader.size() != header.size)
        return Error{Error::Code::ImageUnreadable, u"two sizes"_s};
    if (std::max(header.size.width(), header.size.height()) > longestPictureSide)
        reader.setScaledSize(
            header.size.scaled(longestPictureSide, longestPictureSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    const QImage image = reader.read();
    if (image.isNull())
        return Error{Error::Code::ImageUnreadable, u"pixels are damaged"_s};
    // The pixels alone, what is transparent on white: texts and profiles stay behind.
    QImage clean(image.size(), QImage::Format_RGB32);
    if (clean.isNull())
        return Error{Error::Code::ImageTooLarge, u"memory"_s};
    clean.fill(Qt::white);
    QPainter(&clean).drawImage(0, 0, image);
    return clean;
}

} // namespace

Result<QByteArray> cleanPicture(const QByteArray &file)
{
    if (file.size() > mostPictureBytes)
        return Error{Error::Code::ImageTooLarge, u"%1 bytes"_s.arg(file.size())};
    const auto header = headerOf(file);
    if (!header)
        return header.error();
    const QSize &size = header->size;
    const qint64 pixels = qint64(size.width()) * size.height();
    if (size.width() > mostSide || size.height() > mostSide || pixels > header->mostPixels)
        return tooLarge(size);
    if (size.width() < leastSide || size.height() < leastSide)
        return Error{Error::Code::ImageUnsuitable, u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height())};
    const auto image = decoded(file, *header);
    if (!image)
        return image.error();
    QByteArray jpeg;
    for (const int quality : {85, 65, 45}) {
        QBuffer buffer(&jpeg);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(quality);
        if (!buffer.open(QIODevice::WriteOnly) || !writer.write(*image))
            return Error{Error::Code::ImageUnreadable, u"cannot be written"_s};
        if (jpeg.size() + sealedMore <= mostSealedBytes)
            return jpeg;
    }
    return tooLarge(image->size());
}

} // namespace idcounter::platform

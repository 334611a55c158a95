#include "app/imaging/photofile.h"

#include "app/imaging/imagebytes.h"
#include "app/imaging/jpegbytes.h"
#include "app/imaging/mats.h"

#include <QFile>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// A photo from a telephone has 12 MB and 50 megapixels at most; what is larger is a mistake or an attack.
constexpr qsizetype mostBytes = 32'000'000;
constexpr qint64 mostPixels = 64'000'000;
constexpr int mostSide = 20'000;
constexpr int leastSide = 16;

Error unreadable(const QString &what)
{
    return {Error::Code::ImageUnreadable, what};
}

Error unsuitable(const QString &what)
{
    return {Error::Code::ImageUnsuitable, what};
}

// Formats that are pictures, though none that a counter takes.
Result<PhotoFileFacts> unknownFormat(const QByteArray &bytes)
{
    const struct
    {
        QByteArrayView start;
        qsizetype at;
        QLatin1StringView name;
    } formats[] = {{"GIF8", 0, "GIF"_L1},
                   {QByteArrayView("II*\0", 4), 0, "TIFF"_L1},
                   {QByteArrayView("MM\0*", 4), 0, "TIFF"_L1},
                   {"WEBP", 8, "WebP"_L1},
                   {"ftyphei", 4, "HEIF"_L1},
                   {"ftypmif1", 4, "HEIF"_L1},
                   {"ftypavif", 4, "AVIF"_L1},
                   {"%PDF", 0, "PDF"_L1},
                   {"jP  ", 4, "JPEG 2000"_L1},
                   {"\xff\x4f\xff\x51", 0, "JPEG 2000"_L1}};
    for (const auto &[start, at, name] : formats) {
        if (bytes.size() >= at + start.size() && QByteArrayView(bytes).sliced(at, start.size()) == start)
            return unsuitable(u"format %1"_s.arg(name));
    }
    return unreadable(u"no picture"_s);
}

Result<PhotoFileFacts> jpegFacts(const QByteArray &bytes)
{
    const auto jpeg = readJpegFacts(bytes);
    if (!jpeg)
        return unreadable(u"JPEG without a picture"_s);
    if (!jpeg->complete)
        return unreadable(u"JPEG is cut off"_s);
    if (jpeg->bitsPerComponent != 8)
        return unsuitable(u"JPEG with %1 bits"_s.arg(jpeg->bitsPerComponent));
    if (jpeg->components != 1 && jpeg->components != 3)
        return unsuitable(u"JPEG with %1 colours"_s.arg(jpeg->components));
    return PhotoFileFacts{.format = PhotoFileFacts::Format::Jpeg,
                          .size = jpeg->size,
                          .bitsPerPixel = 8 * jpeg->components,
                          .dotsPerInch = jpeg->dotsPerInch,
                          .jpegQuality = jpeg->quality,
                          .orientation = jpeg->orientation,
                          .bytes = bytes.size()};
}

Result<PhotoFileFacts> pngFacts(const QByteArray &bytes)
{
    const auto png = readPngFacts(bytes);
    if (!png)
        return unreadable(u"PNG is cut off or damaged"_s);
    if (png->animated)
        return unsuitable(u"animated PNG"_s);
    if (png->bitsPerChannel > 8)
        return unsuitable(u"PNG with %1 bits"_s.arg(png->bitsPerChannel));
    return PhotoFileFacts{.format = PhotoFileFacts::Format::Png,
                          .size = png->size,
                          .bitsPerPixel = png->colour ? 24 : 8,
                          .dotsPerInch = png->dotsPerInch,
                          .jpegQuality = {},
                          .orientation = 1,
                          .bytes = bytes.size()};
}

Result<PhotoFileFacts> bmpFacts(const QByteArray &bytes)
{
    const auto bmp = readBmpFacts(bytes);
    if (!bmp)
        return unreadable(u"BMP is cut off or damaged"_s);
    return PhotoFileFacts{.format = PhotoFileFacts::Format::Bmp,
                          .size = bmp->size,
                          .bitsPerPixel = bmp->colour ? 24 : 8,
                          .dotsPerInch = bmp->dotsPerInch,
                          .jpegQuality = {},
                          .orientation = 1,
                          .bytes = bytes.size()};
}

Result<PhotoFileFacts> factsOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8"))
        return jpegFacts(bytes);
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return pngFacts(bytes);
    if (bytes.startsWith("BM"))
        return bmpFacts(bytes);
    return unknownFormat(bytes);
}

// Turns the stored pixels upright: 1..8 as EXIF 2.3 counts them.
cv::Mat upright(const cv::Mat &stored, int orientation)
{
    cv::Mat result = stored;
    if (orientation >= 5)
        cv::transpose(result, result);
    switch (orientation) {
    case 2: // mirrored
    case 6: // a quarter turn clockwise
        cv::flip(result, result, 1);
        break;
    case 3: // upside down
    case 7: // mirrored about the other diagonal
        cv::flip(result, result, -1);
        break;
    case 4: // mirrored and upside down
    case 8: // a quarter turn back
        cv::flip(result, result, 0);
        break;
    }
    return result;
}

cv::Mat onWhite(const cv::Mat &picture)
{
    std::array<cv::Mat, 4> planes;
    cv::split(picture, planes.data());
    cv::Mat alpha;
    planes[3].convertTo(alpha, CV_32F, 1 / 255.0);
    std::vector<cv::Mat> colours;
    for (std::size_t i = 0; i < 3; ++i) {
        cv::Mat plane;
        planes[i].convertTo(plane, CV_32F);
        plane = 255 + alpha.mul(plane - 255);
        plane.convertTo(plane, CV_8U);
        colours.push_back(plane);
    }
    cv::Mat result;
    cv::merge(colours, result);
    return result;
}

Result<PhotoFile> decoded(const QByteArray &bytes, const PhotoFileFacts &facts)
{
    const cv::Mat coded(1, static_cast<int>(bytes.size()), CV_8U, const_cast<char *>(bytes.constData()));
    cv::Mat picture = cv::imdecode(coded, cv::IMREAD_UNCHANGED);
    if (picture.empty() || picture.depth() != CV_8U || picture.cols != facts.size.width()
        || picture.rows != facts.size.height())
        return unreadable(u"pixels are damaged"_s);
    if (picture.channels() == 1)
        cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
    else if (picture.channels() == 4)
        picture = onWhite(picture);
    if (picture.channels() != 3)
        return unreadable(u"pixels with %1 values"_s.arg(picture.channels()));
    return PhotoFile{facts, toImage(upright(picture, facts.orientation)).convertToFormat(QImage::Format_RGB888)};
}

} // namespace

Result<PhotoFileFacts> readPhotoFacts(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return Error{Error::Code::ImageTooLarge, u"%1 bytes"_s.arg(bytes.size())};
    auto facts = factsOf(bytes);
    if (!facts)
        return facts;
    const QSize size = facts->size;
    if (size.width() > mostSide || size.height() > mostSide || qint64(size.width()) * size.height() > mostPixels)
        return Error{Error::Code::ImageTooLarge, u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height())};
    if (size.width() < leastSide || size.height() < leastSide)
        return unsuitable(u"%1 x %2 pixels"_s.arg(size.width()).arg(size.height()));
    return facts;
}

Result<PhotoFile> readPhotoFile(const QByteArray &bytes)
{
    const auto facts = readPhotoFacts(bytes);
    if (!facts)
        return facts.error();
    auto file = guarded([&] { return decoded(bytes, *facts); });
    if (!file && file.error().code == Error::Code::ImageUnsuitable)
        return unreadable(file.error().detail);
    return file;
}

Result<PhotoFile> loadPhotoFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::ImageUnreadable, u"the file cannot be opened"_s};
    if (file.size() > mostBytes)
        return Error{Error::Code::ImageTooLarge, QString::number(file.size())};
    return readPhotoFile(file.readAll());
}

} // namespace idcounter

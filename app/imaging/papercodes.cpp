#include "app/imaging/papercodes.h"

#include "app/imaging/mats.h"

#include <opencv2/imgproc.hpp>
#include <zbar.h>

#include <memory>

namespace idcounter {

namespace {

using Scanner = std::unique_ptr<zbar::zbar_image_scanner_t, void (*)(zbar::zbar_image_scanner_t *)>;
using Picture = std::unique_ptr<zbar::zbar_image_t, void (*)(zbar::zbar_image_t *)>;

// Anybody may hold anything before the camera: the decoders of codes that our papers do not bear stay off.
Scanner makeScanner()
{
    Scanner scanner(zbar::zbar_image_scanner_create(), zbar::zbar_image_scanner_destroy);
    zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    for (const auto code : {zbar::ZBAR_QRCODE, zbar::ZBAR_CODE128})
        zbar::zbar_image_scanner_set_config(scanner.get(), code, zbar::ZBAR_CFG_ENABLE, 1);
    return scanner;
}

// grey: 8 bits, without a gap between the lines.
QStringList codesIn(const cv::Mat &grey)
{
    const Picture picture(zbar::zbar_image_create(), zbar::zbar_image_destroy);
    zbar::zbar_image_set_format(picture.get(), zbar_fourcc('Y', '8', '0', '0'));
    zbar::zbar_image_set_size(picture.get(), unsigned(grey.cols), unsigned(grey.rows));
    zbar::zbar_image_set_data(picture.get(), grey.data, static_cast<unsigned long>(grey.total()), nullptr);
    const Scanner scanner = makeScanner();
    if (zbar::zbar_scan_image(scanner.get(), picture.get()) <= 0)
        return {};
    QStringList codes;
    for (const auto *symbol = zbar::zbar_image_first_symbol(picture.get()); symbol;
         symbol = zbar::zbar_symbol_next(symbol))
        codes << QString::fromUtf8(zbar::zbar_symbol_get_data(symbol), zbar::zbar_symbol_get_data_length(symbol));
    codes.removeDuplicates();
    return codes;
}

// Its noise taken away and its edges raised: a slip in bad light or out of focus is read so where it is not as it is, and a
// small one only as it is.
cv::Mat sharpened(const cv::Mat &grey)
{
    constexpr double noise = 1; // px, as all of them
    constexpr double edge = 3;
    constexpr double share = 3; // of the difference, added
    cv::Mat smooth;
    cv::Mat coarse;
    cv::Mat result;
    cv::GaussianBlur(grey, smooth, {}, noise);
    cv::GaussianBlur(smooth, coarse, {}, edge);
    cv::addWeighted(smooth, 1 + share, coarse, -share, 0, result);
    return result;
}

} // namespace

QStringList readCodes(const QImage &frame)
{
    if (frame.isNull())
        return {};
    cv::Mat grey;
    cv::cvtColor(toMat(frame), grey, cv::COLOR_BGR2GRAY);
    const QStringList codes = codesIn(grey);
    return codes.isEmpty() ? codesIn(sharpened(grey)) : codes;
}

} // namespace idcounter

#include "app/imaging/mats.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace idcounter {

namespace {

// OpenCV counts from the middle of the first pixel, we count from its corner.
cv::Matx23d matrixOf(const QTransform &transform)
{
    const QTransform centred = QTransform::fromTranslate(0.5, 0.5) * transform * QTransform::fromTranslate(-0.5, -0.5);
    return {centred.m11(), centred.m21(), centred.dx(), centred.m12(), centred.m22(), centred.dy()};
}

cv::Mat warp(cv::Mat picture, QTransform toResult, cv::Size size, int borderMode, const cv::Scalar &border)
{
    // Linear interpolation looks at four pixels: what shrinks by more than two is made smaller by whole pixels first.
    const double scale = std::sqrt(std::abs(toResult.determinant()));
    if (const int step = scale > 0 ? static_cast<int>(std::min(1 / scale, 64.0)) : 1; step >= 2) {
        const cv::Size smaller(std::max(1, picture.cols / step), std::max(1, picture.rows / step));
        cv::Mat shrunk;
        cv::resize(picture, shrunk, smaller, 0, 0, cv::INTER_AREA);
        toResult = QTransform::fromScale(double(picture.cols) / smaller.width, double(picture.rows) / smaller.height)
            * toResult;
        picture = shrunk;
    }
    cv::Mat result;
    cv::warpAffine(picture, result, matrixOf(toResult), size, cv::INTER_LINEAR, borderMode, border);
    return result;
}

} // namespace

cv::Mat toMat(const QImage &image)
{
    if (image.isNull())
        return {};
    // OpenCV reorders the bytes of a pixel several times faster than QImage; RGB32 is blue first on little-endian processors.
    const bool threeBytes = image.format() == QImage::Format_RGB888;
    const bool fourBytes = image.format() == QImage::Format_RGB32;
    const QImage source = threeBytes || fourBytes ? image : image.convertToFormat(QImage::Format_RGB32);
    const cv::Mat pixels(source.height(), source.width(), threeBytes ? CV_8UC3 : CV_8UC4,
                         const_cast<uchar *>(source.constBits()), static_cast<std::size_t>(source.bytesPerLine()));
    cv::Mat result;
    cv::cvtColor(pixels, result, threeBytes ? cv::COLOR_RGB2BGR : cv::COLOR_BGRA2BGR);
    return result;
}

QImage toImage(const cv::Mat &mat)
{
    if (mat.empty())
        return {};
    const auto format = mat.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_BGR888;
    return QImage(mat.data, mat.cols, mat.rows, static_cast<qsizetype>(mat.step), format).copy();
}

cv::Mat toPlane(const QImage &mask)
{
    const cv::Mat bytes(mask.height(), mask.width(), CV_8U, const_cast<uchar *>(mask.constBits()),
                        static_cast<std::size_t>(mask.bytesPerLine()));
    cv::Mat plane;
    bytes.convertTo(plane, CV_32F, 1 / 255.0);
    return plane;
}

cv::Mat warped(const cv::Mat &picture, const QTransform &toResult, cv::Size size, const cv::Scalar &border)
{
    return warp(picture, toResult, size, cv::BORDER_CONSTANT, border);
}

cv::Mat warpedWithEdge(const cv::Mat &picture, const QTransform &toResult, cv::Size size)
{
    return warp(picture, toResult, size, cv::BORDER_REPLICATE, {});
}

cv::Mat warpedExactly(const cv::Mat &plane, const QTransform &toResult, cv::Size size)
{
    cv::Mat result;
    cv::warpAffine(plane, result, matrixOf(toResult), size, cv::INTER_LINEAR, cv::BORDER_CONSTANT);
    return result;
}

} // namespace idcounter

#pragma once

#include "app/domain/result.h"

#include <QImage>
#include <QTransform>

#include <opencv2/core.hpp>

#include <new>

// The border to OpenCV, for the sources of this room only: what others include knows nothing of it.
namespace idcounter {

// Copies of the pixels: blue, green, red in 8 bits each, as OpenCV has them. Empty for a null image.
cv::Mat toMat(const QImage &image);

// From 8 bits of blue, green, red, or from 8 bits of grey.
QImage toImage(const cv::Mat &mat);

// A mask (Grayscale8) as CV_32F, 0..1.
cv::Mat toPlane(const QImage &mask);

// The picture as it looks through a transform from picture to result, both counted from the corner of the first pixel.
// Shrinks with the mean of the pixels, so that nothing flickers. Outside the picture lies `border`.
cv::Mat warped(const cv::Mat &picture, const QTransform &toResult, cv::Size size, const cv::Scalar &border);

// The same with the edge of the picture drawn on, for nets that were taught on whole pictures.
cv::Mat warpedWithEdge(const cv::Mat &picture, const QTransform &toResult, cv::Size size);

// Floating-point planes through a transform, point by point and linear: for the nets' own features.
cv::Mat warpedExactly(const cv::Mat &plane, const QTransform &toResult, cv::Size size);

// Work on OpenCV may throw; here it becomes an error. Errors: what the work says, ImageUnsuitable.
template<typename Work>
auto guarded(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const cv::Exception &exception) {
        return Error{Error::Code::ImageUnsuitable, QString::fromStdString(exception.err)};
    } catch (const std::bad_alloc &) {
        return Error{Error::Code::ImageTooLarge, {}};
    }
}

} // namespace idcounter

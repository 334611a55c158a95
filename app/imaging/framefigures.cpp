#include "app/imaging/framefigures.h"

#include "app/imaging/mats.h"

#include <opencv2/imgproc.hpp>

namespace idcounter {

Result<FrameFigures> figuresOf(const QImage &frame)
{
    if (frame.isNull())
        return Error{Error::Code::ImageUnsuitable, {}};
    return guarded([&]() -> Result<FrameFigures> {
        cv::Mat grey;
        cv::cvtColor(toMat(frame), grey, cv::COLOR_BGR2GRAY);
        const cv::Mat middle = grey(cv::Rect(grey.cols / 4, grey.rows / 4, grey.cols / 2, grey.rows / 2));
        cv::Mat laplacian;
        cv::Laplacian(middle, laplacian, CV_32F, 3);
        cv::Scalar ignored;
        cv::Scalar deviation;
        cv::meanStdDev(laplacian, ignored, deviation);
        const double mean = cv::mean(middle)[0];
        return FrameFigures{.brightness = cv::mean(grey)[0],
                            .focus = mean > 0 ? 1e4 * deviation[0] * deviation[0] / (mean * mean) : 0};
    });
}

} // namespace idcounter

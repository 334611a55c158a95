#include "app/imaging/whitener.h"

#include <opencv2/imgproc.hpp>

namespace idcounter {

namespace {

constexpr int guideRadius = 6; // pixels; about the width of a lock of hair in a 441 px photo
constexpr double guideNoise = 1e-4; // variance of brightness (0..1) below which the wall counts as plain
constexpr int wallRadius = 24; // pixels over which the colour of the wall is taken to change little
// Below the first the wall is pure white, so that JPEG has nothing to ring about; above the second nothing is touched.
constexpr double surelyWall = 0.02;
constexpr double surelyPerson = 0.98;
constexpr double onlyWall = 0.1; // what may tell the colour of the wall

cv::Mat boxMean(const cv::Mat &plane, int radius)
{
    cv::Mat mean;
    cv::boxFilter(plane, mean, CV_32F, {2 * radius + 1, 2 * radius + 1}, {-1, -1}, true, cv::BORDER_REFLECT);
    return mean;
}

// Guided image filter (He, Sun, Tang 2010): lets the edges of the coarse mask follow those of the picture.
cv::Mat guided(const cv::Mat &guide, const cv::Mat &mask)
{
    const cv::Mat meanGuide = boxMean(guide, guideRadius);
    const cv::Mat meanMask = boxMean(mask, guideRadius);
    const cv::Mat variance = boxMean(guide.mul(guide), guideRadius) - meanGuide.mul(meanGuide);
    const cv::Mat covariance = boxMean(guide.mul(mask), guideRadius) - meanGuide.mul(meanMask);
    cv::Mat slope;
    cv::divide(covariance, variance + guideNoise, slope);
    const cv::Mat offset = meanMask - slope.mul(meanGuide);
    cv::Mat result = boxMean(slope, guideRadius).mul(guide) + boxMean(offset, guideRadius);
    return cv::min(cv::max(result, 0.0), 1.0);
}

cv::Mat threeTimes(const cv::Mat &plane)
{
    cv::Mat result;
    cv::merge(std::vector<cv::Mat>{plane, plane, plane}, result);
    return result;
}

// The colour of the wall at every pixel, from the wall around it; white where there is none near.
cv::Mat wallColour(const cv::Mat &photo, const cv::Mat &alpha)
{
    cv::Mat isWall;
    cv::Mat(alpha < onlyWall).convertTo(isWall, CV_32F, 1 / 255.0);
    const cv::Mat isWall3 = threeTimes(isWall);
    const cv::Mat weight = threeTimes(boxMean(isWall, wallRadius));
    cv::Mat colour;
    cv::divide(boxMean(photo.mul(isWall3), wallRadius), cv::max(weight, 1e-3), colour);
    colour.setTo(cv::Scalar::all(255), boxMean(isWall, wallRadius) < 1e-3);
    return colour;
}

} // namespace

cv::Mat matteOf(const cv::Mat &photo, const cv::Mat &mask)
{
    cv::Mat grey;
    cv::cvtColor(photo, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(grey, CV_32F, 1 / 255.0);
    cv::Mat alpha = guided(grey, mask);
    alpha.setTo(0.0, alpha < surelyWall);
    alpha.setTo(1.0, alpha > surelyPerson);
    return alpha;
}

cv::Mat onWhite(const cv::Mat &photo, const cv::Mat &alpha)
{
    // A mixed pixel is alpha * person + (1 - alpha) * wall: put the wall's missing light on top.
    cv::Mat colour;
    photo.convertTo(colour, CV_32F);
    const cv::Mat missing = cv::Scalar::all(255) - wallColour(colour, alpha);
    cv::Mat lighter = colour + threeTimes(1.0 - alpha).mul(missing);
    lighter.setTo(cv::Scalar::all(255), alpha == 0.0);
    cv::Mat result;
    lighter.convertTo(result, CV_8U);
    return result;
}

} // namespace idcounter

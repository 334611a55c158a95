#include "app/imaging/blockiness.h"

#include <opencv2/imgproc.hpp>

#include <vector>

namespace idcounter {

namespace {

constexpr int blockSide = 8;

// Mean step from one column to the next: at the borders of blocks by elsewhere. White walls have no steps and do not count.
double stepsAtBorders(const cv::Mat &grey)
{
    cv::Mat steps;
    cv::absdiff(grey.colRange(1, grey.cols), grey.colRange(0, grey.cols - 1), steps);
    cv::Mat columns;
    cv::reduce(steps, columns, 0, cv::REDUCE_SUM, CV_64F);
    double borders = 0;
    double others = 0;
    int borderCount = 0;
    int otherCount = 0;
    for (int x = 0; x < columns.cols; ++x) {
        const bool border = (x + 1) % blockSide == 0;
        (border ? borders : others) += columns.at<double>(x);
        ++(border ? borderCount : otherCount);
    }
    if (borderCount == 0 || otherCount == 0 || others <= 0)
        return 1;
    return (borders / borderCount) / (others / otherCount);
}

} // namespace

double blockiness(const cv::Mat &picture)
{
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    return (stepsAtBorders(grey) + stepsAtBorders(grey.t())) / 2;
}

bool isGrey(const cv::Mat &picture, int most)
{
    std::vector<cv::Mat> planes;
    cv::split(picture, planes);
    const cv::Mat highest = cv::max(cv::max(planes[0], planes[1]), planes[2]);
    const cv::Mat lowest = cv::min(cv::min(planes[0], planes[1]), planes[2]);
    const cv::Mat difference = highest - lowest;
    const int coloured = cv::countNonZero(difference > most);
    return coloured * 1000.0 <= static_cast<double>(picture.total());
}

} // namespace idcounter

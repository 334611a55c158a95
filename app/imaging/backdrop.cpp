#include "app/imaging/backdrop.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace idcounter {

namespace {

constexpr double surelyWall = 0.08; // of the mask
constexpr int wallMargin = 11; // pixels; hair that the mask did not see hangs near the person
constexpr double surelyPerson = 0.9;
constexpr int leastWallPixels = 1500; // of some 158 000 of a card photo
constexpr int leastClothesPixels = 1500;
constexpr double whiteLightness = 80;
constexpr double whiteChroma = 9;
constexpr double shadowPercentile = 0.04;

double percentile(std::vector<float> &values, double share)
{
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

} // namespace

Backdrop::Backdrop(const cv::Mat &photo, const cv::Mat &mask, const cv::Mat &inside, double chinRow)
    : m_photo(photo)
{
    cv::Mat floating;
    photo.convertTo(floating, CV_32F, 1 / 255.0);
    cv::cvtColor(floating, m_lab, cv::COLOR_BGR2Lab);
    const int chin = std::clamp(cvRound(chinRow), 0, photo.rows);
    m_wall = mask < surelyWall;
    cv::erode(m_wall, m_wall, cv::Mat::ones(wallMargin, wallMargin, CV_8U));
    m_wall.rowRange(chin, photo.rows).setTo(0);
    m_clothes = mask > surelyPerson;
    m_clothes.rowRange(0, chin).setTo(0);
    if (!inside.empty()) {
        m_wall &= inside;
        m_clothes &= inside;
    }
}

std::optional<Backdrop::Wall> Backdrop::wall() const
{
    if (cv::countNonZero(m_wall) < leastWallPixels)
        return {};
    const cv::Scalar colour = cv::mean(m_photo, m_wall);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(m_lab, mean, deviation, m_wall);
    cv::Mat lightness;
    cv::extractChannel(m_lab, lightness, 0);
    cv::blur(lightness, lightness, {5, 5}); // noise is no shadow
    std::vector<float> values;
    for (int y = 0; y < lightness.rows; ++y) {
        for (int x = 0; x < lightness.cols; ++x) {
            if (m_wall.at<uchar>(y, x) != 0)
                values.push_back(lightness.at<float>(y, x));
        }
    }
    return Wall{.darkestChannel = std::min({colour[0], colour[1], colour[2]}),
                .lightness = mean[0],
                .deviation = deviation[0],
                .chroma = std::hypot(mean[1], mean[2]),
                .shadow = percentile(values, 0.5) - percentile(values, shadowPercentile)};
}

std::optional<double> Backdrop::whiteClothes() const
{
    const int area = cv::countNonZero(m_clothes);
    if (area < leastClothesPixels)
        return {};
    std::vector<cv::Mat> planes;
    cv::split(m_lab, planes);
    cv::Mat chroma;
    cv::magnitude(planes[1], planes[2], chroma);
    const cv::Mat white = (planes[0] > whiteLightness) & (chroma < whiteChroma) & m_clothes;
    return 100.0 * cv::countNonZero(white) / area;
}

} // namespace idcounter

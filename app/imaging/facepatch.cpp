#include "app/imaging/facepatch.h"

#include "app/imaging/mats.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace idcounter {

namespace {

const cv::Size patchSize(256, 320);
constexpr double betweenIrises = 90;
constexpr double eyesRow = 130;

constexpr int black = 25; // of 255: nothing can be told below
constexpr int white = 247; // nothing can be told above

// Places of the mesh. The oval runs along the hair line, the cheeks and the chin.
constexpr std::array oval{10,  338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
                          152, 148, 176, 149, 150, 136, 172, 58,  132, 93,  234, 127, 162, 21,  54,  103, 67,  109};
constexpr qsizetype leftBrow = 105;
constexpr qsizetype rightBrow = 334;
constexpr qsizetype leftCheekBone = 50;
constexpr qsizetype rightCheekBone = 280;
constexpr qsizetype foreheadMiddle = 151;
constexpr double spotRadius = 12;

// Half width and half height of windows around the irises: eyes with their lids and lenses, and what lies behind any lens.
const cv::Point2d wideEye(32, 20);
const cv::Point2d lensOnly(24, 13);

// What counts as skin there: distance in a and b of Lab to the cheeks, and lightness by that of the cheeks.
constexpr double mostSkinDistance = 14;
constexpr double leastSkinLightness = 0.5;

constexpr int highlightValue = 243; // of 255
constexpr int highlightSaturation = 60; // of 255

QTransform toPatch(const Face &face)
{
    const QPointF middle = face.pupilMiddle();
    const double scale = betweenIrises / face.pupilDistance();
    return QTransform::fromTranslate(-middle.x(), -middle.y()) * QTransform().rotate(-face.roll())
        * QTransform::fromScale(scale, scale) * QTransform::fromTranslate(patchSize.width / 2.0, eyesRow);
}

double colourDistance(const cv::Scalar &a, const cv::Scalar &b)
{
    return std::hypot(a[1] - b[1], a[2] - b[2]);
}

double overlapOfHistograms(const cv::Mat &grey, const cv::Mat &left, const cv::Mat &right)
{
    const auto histogram = [&grey](const cv::Mat &mask) {
        cv::Mat result;
        const int bins = 32;
        const float range[] = {0, 256};
        const float *ranges[] = {range};
        const int channel = 0;
        cv::calcHist(&grey, 1, &channel, mask, result, 1, &bins, ranges);
        cv::GaussianBlur(result, result, {1, 5}, 0); // a step from one bin to the next is no difference
        return cv::Mat(result / std::max(1.0, cv::sum(result)[0]));
    };
    return cv::sum(cv::min(histogram(left), histogram(right)))[0];
}

} // namespace

FacePatch::FacePatch(const cv::Mat &picture, const Face &face)
{
    const QTransform transform = toPatch(face);
    m_colour = warpedWithEdge(picture, transform, patchSize);
    cv::cvtColor(m_colour, m_grey, cv::COLOR_BGR2GRAY);
    cv::Mat floating;
    m_colour.convertTo(floating, CV_32F, 1 / 255.0);
    cv::cvtColor(floating, m_lab, cv::COLOR_BGR2Lab);
    m_points.reserve(static_cast<std::size_t>(face.points.size()));
    for (const QPointF &point : face.points) {
        const QPointF mapped = transform.map(point);
        m_points.emplace_back(mapped.x(), mapped.y());
    }
    std::vector<cv::Point> outline;
    outline.reserve(oval.size());
    for (const int index : oval)
        outline.emplace_back(at(index));
    m_face = cv::Mat::zeros(patchSize, CV_8U);
    cv::fillPoly(m_face, std::vector{outline}, 255);
}

cv::Mat FacePatch::around(qsizetype index, double radius) const
{
    cv::Mat mask = cv::Mat::zeros(patchSize, CV_8U);
    cv::circle(mask, at(index), cvRound(radius), 255, cv::FILLED);
    return mask;
}

cv::Mat FacePatch::eyeWindow(qsizetype iris, const cv::Point2d &half) const
{
    cv::Mat mask = cv::Mat::zeros(patchSize, CV_8U);
    cv::rectangle(mask, at(iris) - half, at(iris) + half, 255, cv::FILLED);
    return mask;
}

double FacePatch::sharpness() const
{
    cv::Mat smooth;
    cv::GaussianBlur(m_grey, smooth, {3, 3}, 0.6);
    cv::Mat laplacian;
    cv::Laplacian(smooth, laplacian, CV_32F, 3);
    cv::Mat region = m_face.clone();
    const int brows = cvRound((at(leftBrow).y + at(rightBrow).y) / 2);
    region.rowRange(0, std::clamp(brows, 0, region.rows)).setTo(0);
    cv::Scalar ignored;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, ignored, deviation, region);
    const double mean = cv::mean(m_grey, region)[0];
    return mean > 0 ? 1e4 * deviation[0] * deviation[0] / (mean * mean) : 0;
}

FacePatch::Brightness FacePatch::brightness() const
{
    const double area = std::max(1, cv::countNonZero(m_face));
    return {.mean = cv::mean(m_grey, m_face)[0],
            .blackShare = 100 * cv::countNonZero((m_grey <= black) & m_face) / area,
            .whiteShare = 100 * cv::countNonZero((m_grey >= white) & m_face) / area};
}

FacePatch::Evenness FacePatch::evenness() const
{
    const double left = cv::mean(m_grey, around(leftCheekBone, spotRadius))[0];
    const double right = cv::mean(m_grey, around(rightCheekBone, spotRadius))[0];
    const double middle = (at(foreheadMiddle).x + at(facepoint::chin).x) / 2;
    cv::Mat leftHalf = m_face.clone();
    cv::Mat rightHalf = m_face.clone();
    const int column = std::clamp(cvRound(middle), 0, m_face.cols);
    leftHalf.colRange(column, m_face.cols).setTo(0);
    rightHalf.colRange(0, column).setTo(0);
    return {.cheeks = std::min(left, right) / std::max({left, right, 1.0}),
            .halves = overlapOfHistograms(m_grey, leftHalf, rightHalf)};
}

cv::Vec3d FacePatch::cheekLab() const
{
    const cv::Scalar mean = cv::mean(m_lab, around(leftCheekBone, spotRadius) | around(rightCheekBone, spotRadius));
    return {mean[0], mean[1], mean[2]};
}

double FacePatch::largestHighlight() const
{
    cv::Mat hsv;
    cv::cvtColor(m_colour, hsv, cv::COLOR_BGR2HSV);
    cv::Mat bright;
    cv::inRange(hsv, cv::Scalar(0, 0, highlightValue), cv::Scalar(180, highlightSaturation, 255), bright);
    bright &= eyeWindow(facepoint::leftIris, wideEye) | eyeWindow(facepoint::rightIris, wideEye);
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centroids;
    const int count = cv::connectedComponentsWithStats(bright, labels, stats, centroids);
    int largest = 0;
    for (int i = 1; i < count; ++i)
        largest = std::max(largest, stats.at<int>(i, cv::CC_STAT_AREA));
    return largest;
}

double FacePatch::chinColourDistance() const
{
    cv::Mat chin = cv::Mat::zeros(patchSize, CV_8U);
    for (const qsizetype index : {164, 18, 200, 212, 432}) // under the nose, under the lip, chin, beside the mouth
        chin |= around(index, spotRadius);
    const cv::Mat forehead = around(9, spotRadius) | around(foreheadMiddle, spotRadius);
    return colourDistance(cv::mean(m_lab, chin), cv::mean(m_lab, forehead));
}

FacePatch::EyeWindows FacePatch::eyeWindows() const
{
    const cv::Vec3d cheek = cheekLab();
    const double cheekGrey
        = cv::mean(m_grey, around(leftCheekBone, spotRadius) | around(rightCheekBone, spotRadius))[0];
    const cv::Mat wide = eyeWindow(facepoint::leftIris, wideEye) | eyeWindow(facepoint::rightIris, wideEye);
    const cv::Mat lens = eyeWindow(facepoint::leftIris, lensOnly) | eyeWindow(facepoint::rightIris, lensOnly);
    std::vector<cv::Mat> planes;
    cv::split(m_lab, planes);
    cv::Mat distance;
    cv::magnitude(planes[1] - cheek[1], planes[2] - cheek[2], distance);
    const cv::Mat skin = (distance < mostSkinDistance) & (planes[0] > leastSkinLightness * cheek[0]) & lens;
    return {.brightness = cv::mean(m_grey, wide)[0] / std::max(1.0, cheekGrey),
            .skinShare = cv::countNonZero(skin) / double(std::max(1, cv::countNonZero(lens)))};
}

} // namespace idcounter

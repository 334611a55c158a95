#include "app/imaging/facepatch.h"

#include "app/imaging/mats.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

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
using facepoint::leftBrow;
using facepoint::rightBrow;
constexpr qsizetype leftCheekBone = 50;
constexpr qsizetype rightCheekBone = 280;
constexpr qsizetype foreheadMiddle = 151;
constexpr double spotRadius = 12;

// Half width and half height of windows around the irises: eyes with their lids and lenses.
const cv::Point2d wideEye(32, 20);

constexpr std::array<qsizetype, 8> underLeftEye{228, 229, 230, 231, 120, 119, 118, 117};
constexpr std::array<qsizetype, 8> underRightEye{448, 449, 450, 451, 349, 348, 347, 346};
constexpr std::array<qsizetype, 16> leftLids{33,  246, 161, 160, 159, 158, 157, 173,
                                             133, 155, 154, 153, 145, 144, 163, 7};
constexpr std::array<qsizetype, 16> rightLids{362, 398, 384, 385, 386, 387, 388, 466,
                                              263, 249, 390, 373, 374, 380, 381, 382};
constexpr std::array<qsizetype, 4> leftBrowLine{63, 105, 66, 107};
constexpr std::array<qsizetype, 4> rightBrowLine{336, 296, 334, 293};
constexpr std::array<qsizetype, 6> browLine{105, 66, 107, 336, 296, 334};

// What counts as skin: distance in a and b of Lab to the cheeks, and lightness by that of the cheeks.
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

double shareOf(const cv::Mat &found, const cv::Mat &area)
{
    return cv::countNonZero(found & area) / double(std::max(1, cv::countNonZero(area)));
}

double percentile(std::vector<double> values, double share)
{
    const auto at = values.begin() + std::lround(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

// A parabola by least absolute deviations, which a few columns that look elsewhere do not bend; and how far each strays.
std::pair<cv::Vec3d, std::vector<double>> fittedCurve(const std::vector<double> &x, const std::vector<double> &y)
{
    constexpr int rounds = 5;
    std::vector<double> strays(x.size(), 0);
    std::vector<double> weights(x.size(), 1);
    cv::Vec3d curve;
    for (int round = 0; round < rounds; ++round) {
        cv::Matx33d squares = cv::Matx33d::zeros();
        cv::Vec3d sums;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const cv::Vec3d powers(1, x[i], x[i] * x[i]);
            squares += weights[i] * powers * powers.t();
            sums += weights[i] * y[i] * powers;
        }
        curve = squares.inv(cv::DECOMP_SVD) * sums;
        for (std::size_t i = 0; i < x.size(); ++i) {
            strays[i] = std::abs(y[i] - (curve[0] + curve[1] * x[i] + curve[2] * x[i] * x[i]));
            weights[i] = 1 / std::max(1.0, strays[i]);
        }
    }
    return {curve, strays};
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

cv::Mat FacePatch::area(std::span<const qsizetype> outline) const
{
    std::vector<cv::Point> corners;
    corners.reserve(outline.size());
    for (const qsizetype index : outline)
        corners.emplace_back(cvRound(at(index).x), cvRound(at(index).y));
    cv::Mat mask = cv::Mat::zeros(patchSize, CV_8U);
    cv::fillPoly(mask, std::vector{corners}, 255);
    return mask;
}

// Of the same side, for one side of a face may lie in the shade.
cv::Mat FacePatch::skinLike(qsizetype cheek) const
{
    const cv::Scalar colour = cv::mean(m_lab, around(cheek, spotRadius));
    std::vector<cv::Mat> planes;
    cv::split(m_lab, planes);
    cv::Mat distance;
    cv::magnitude(planes[1] - colour[1], planes[2] - colour[2], distance);
    return (distance < mostSkinDistance) & (planes[0] > leastSkinLightness * colour[0]);
}

double FacePatch::faceWidth() const
{
    return at(facepoint::rightCheek).x - at(facepoint::leftCheek).x;
}

FacePatch::Lenses FacePatch::lenses() const
{
    const cv::Size aroundLids(30, 20);
    const cv::Mat lidMargin = cv::Mat::ones(9, 9, CV_8U);
    Lenses best{.underSkin = 0, .ringSkin = 0};
    const auto look
        = [&](qsizetype cheek, std::span<const qsizetype> under, std::span<const qsizetype> lids, qsizetype iris) {
              const cv::Mat skin = skinLike(cheek);
              cv::Mat opening = area(lids);
              cv::dilate(opening, opening, lidMargin);
              cv::Mat ring = cv::Mat::zeros(patchSize, CV_8U);
              cv::ellipse(ring, at(iris), aroundLids, 0, 0, 360, 255, cv::FILLED);
              ring &= ~opening;
              best.underSkin = std::max(best.underSkin, shareOf(skin, area(under)));
              best.ringSkin = std::max(best.ringSkin, shareOf(skin, ring));
          };
    look(leftCheekBone, underLeftEye, leftLids, facepoint::leftIris);
    look(rightCheekBone, underRightEye, rightLids, facepoint::rightIris);
    return best;
}

double FacePatch::skinAboveBrows() const
{
    constexpr double from = 3; // px above the brows
    constexpr double to = 15;
    double share = 0;
    const auto look = [&](qsizetype cheek, std::span<const qsizetype> brow) {
        std::vector<cv::Point> band;
        for (const qsizetype index : brow)
            band.emplace_back(cvRound(at(index).x), cvRound(at(index).y - from));
        std::vector<cv::Point> above = band;
        for (cv::Point &point : above)
            point.y -= cvRound(to - from);
        band.insert(band.end(), above.rbegin(), above.rend());
        cv::Mat mask = cv::Mat::zeros(patchSize, CV_8U);
        cv::fillPoly(mask, std::vector{band}, 255);
        share += shareOf(skinLike(cheek), mask) / 2;
    };
    look(leftCheekBone, leftBrowLine);
    look(rightCheekBone, rightBrowLine);
    return share;
}

std::optional<FacePatch::ForeheadEdge> FacePatch::foreheadEdge() const
{
    constexpr double otherColour = 22; // distance in Lab from the skin between the brows
    constexpr int rowsInTurn = 7;
    constexpr int aboveBrow = 5; // px
    constexpr int acrossEdge = 5;
    constexpr double leastAcross = 0.8; // of the columns between the brows' outer thirds
    constexpr double columnScale = 50; // px
    cv::Mat smooth;
    cv::GaussianBlur(m_lab, smooth, {5, 5}, 1.5);
    const cv::Scalar mean = cv::mean(m_lab, around(9, 7) | around(8, 5));
    const cv::Vec3f skin = cv::Vec3d(mean[0], mean[1], mean[2]);
    const double axis = (at(facepoint::leftCheek).x + at(facepoint::rightCheek).x) / 2;
    const auto browAt = [this](double x) {
        double y = (at(leftBrow).y + at(rightBrow).y) / 2;
        for (std::size_t i = 0; i + 1 < browLine.size(); ++i) {
            const cv::Point2d a = at(browLine[i]);
            const cv::Point2d b = at(browLine[i + 1]);
            if (x >= a.x && x <= b.x)
                y = a.y + (b.y - a.y) * (x - a.x) / std::max(1.0, b.x - a.x);
        }
        return y;
    };
    const double lightness = std::max(1.0, cheekLab()[0]);
    std::vector<double> columns;
    std::vector<double> rows;
    std::vector<double> steps;
    int looked = 0;
    for (int x = std::max(0, int(at(leftBrow).x)); x <= at(rightBrow).x && x < smooth.cols; x += 2) {
        ++looked;
        int inTurn = 0;
        for (int y = std::min(smooth.rows - 1, int(browAt(x) - aboveBrow)); y > acrossEdge; --y) {
            const bool other = cv::norm(smooth.at<cv::Vec3f>(y, x) - skin) > otherColour;
            inTurn = other ? inTurn + 1 : 0;
            if (inTurn < rowsInTurn)
                continue;
            const int edge = y + rowsInTurn - 1;
            columns.push_back((x - axis) / columnScale);
            rows.push_back(edge);
            steps.push_back(cv::norm(smooth.at<cv::Vec3f>(edge - acrossEdge, x)
                                     - smooth.at<cv::Vec3f>(std::min(smooth.rows - 1, edge + acrossEdge), x))
                            / lightness);
            break;
        }
    }
    if (looked == 0 || double(columns.size()) <= leastAcross * looked)
        return {};
    const auto [curve, strays] = fittedCurve(columns, rows);
    return ForeheadEdge{.height
                        = ((at(facepoint::leftIris).y + at(facepoint::rightIris).y) / 2 - curve[0]) / faceWidth(),
                        .sharpness = percentile(steps, 0.3),
                        .roughness = percentile(strays, 0.7)};
}

} // namespace idcounter

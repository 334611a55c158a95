#include "app/biometrics/minutiae.h"

#include "app/biometrics/ridgeimage.h"
#include "app/biometrics/skeleton.h"

#include <QtMath>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <tuple>

namespace idcounter {

namespace {

constexpr int shortestSide = 60; // pixels
constexpr int longestSide = 1200;
constexpr double leastClarity = 0.35; // of a cell that is finger
constexpr float borderWidth = 8.0F; // pixels; what ends nearer to the finger's edge is cut off rather than ended
constexpr double pixelsPerMillimetre = 500 / 25.4;
constexpr double cellArea
    = RidgeField::cellSize * RidgeField::cellSize / (pixelsPerMillimetre * pixelsPerMillimetre); // mm²
constexpr double leastArea = 8.0; // mm²; less is no finger
constexpr double leastPeriodic = 0.2; // of its cells; real prints have 0.33 and more, noise and skin 0.1 and less
constexpr double leastCoherence = 0.4; // in the mean; real prints have 0.46 and more, noise and skin 0.38 and less

// Ridges alone make a finger: what the filters do not find again in the pixels is taken off the mask.
cv::Mat1b fingerCells(const RidgeField &field, const RidgeImage &image)
{
    cv::Mat1b finger(field.finger & (image.clarity > leastClarity));
    cv::morphologyEx(finger, finger, cv::MORPH_CLOSE, cv::Mat1b::ones(3, 3));
    cv::morphologyEx(finger, finger, cv::MORPH_OPEN, cv::Mat1b::ones(3, 3));
    return withoutScraps(finger);
}

// Whether what stands out is the ridges of a finger. Noise, skin and edges have pieces that pass for ridges, but hardly any
// that repeat.
bool isFinger(const RidgeField &field, const cv::Mat1b &finger)
{
    if (cv::countNonZero(finger) * cellArea < leastArea)
        return false;
    const int sampled = cv::countNonZero(field.sampled & finger);
    const int periodic = cv::countNonZero(field.periodic & finger);
    return periodic >= leastPeriodic * sampled && cv::mean(field.coherence, finger)[0] >= leastCoherence;
}

cv::Mat1b pixelMask(const cv::Mat1b &cells)
{
    cv::Mat1b mask;
    cv::resize(cells, mask, {}, RidgeField::cellSize, RidgeField::cellSize, cv::INTER_NEAREST);
    return mask;
}

template<typename T>
T atPixel(const cv::Mat_<T> &cells, cv::Point2f position)
{
    return cells(static_cast<int>(position.y) / RidgeField::cellSize,
                 static_cast<int>(position.x) / RidgeField::cellSize);
}

double rounded(double value, double step)
{
    return std::round(value / step) * step;
}

// The direction of a minutia: the axis of the field, which noise turns less, the way the line runs.
double directionOf(const LineEnd &end, float orientation)
{
    const cv::Point2f axis(std::cos(orientation), std::sin(orientation));
    const float along = axis.dot(end.inwards);
    const cv::Point2f inwards = std::abs(along) > 0.7F ? axis * (along < 0 ? -1.0F : 1.0F) : end.inwards;
    const double angle = std::atan2(-inwards.y, inwards.x); // y upwards
    const int step = qRound(angle * 256 / (2 * M_PI)) & 255;
    return step * 2 * M_PI / 256;
}

void addMinutiae(QList<Minutia> &minutiae, Minutia::Kind kind, const RidgeField &field, const RidgeImage &image,
                 const cv::Mat1b &mask, const cv::Mat1f &depth)
{
    cv::Mat1b lines(mask & (kind == Minutia::Kind::Ending ? image.enhanced < 0 : image.enhanced > 0));
    thin(lines);
    const auto period = static_cast<float>(cv::mean(field.period, field.finger)[0]);
    for (const LineEnd &end : lineEnds(lines, period)) {
        if (depth(static_cast<int>(end.position.y), static_cast<int>(end.position.x)) < borderWidth)
            continue;
        const double clarity = atPixel(image.clarity, end.position);
        const double coherence = atPixel(field.coherence, end.position);
        minutiae.append({.position = {rounded(end.position.x, 0.25), rounded(end.position.y, 0.25)},
                         .direction = directionOf(end, atPixel(field.orientation, end.position)),
                         .kind = kind,
                         .reliability = rounded(std::clamp(std::sqrt(clarity) * coherence, 0.0, 1.0), 0.01)});
    }
}

// Many ends close together are a scar or noise: each neighbour beyond three within three ridges takes off reliability.
void doubtClusters(QList<Minutia> &minutiae)
{
    constexpr double near = 27.0;
    QList<int> neighbours;
    for (const Minutia &minutia : minutiae) {
        neighbours.append(static_cast<int>(std::count_if(minutiae.begin(), minutiae.end(),
                                                         [&](const Minutia &other) {
                                                             const QPointF between = other.position - minutia.position;
                                                             return std::hypot(between.x(), between.y()) < near;
                                                         }))
                          - 1);
    }
    for (int i = 0; i < minutiae.size(); ++i) {
        if (neighbours[i] > 3)
            minutiae[i].reliability = rounded(minutiae[i].reliability * 3 / neighbours[i], 0.01);
    }
}

RidgeCells ridgeCells(const RidgeField &field, const cv::Mat1b &finger)
{
    constexpr int factor = RidgeCells::cellSize / RidgeField::cellSize;
    RidgeCells cells;
    cells.columns = (finger.cols + factor - 1) / factor;
    cells.rows = (finger.rows + factor - 1) / factor;
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column) {
            double cosine = 0;
            double sine = 0;
            int count = 0;
            for (int y = row * factor; y < std::min((row + 1) * factor, finger.rows); ++y) {
                for (int x = column * factor; x < std::min((column + 1) * factor, finger.cols); ++x) {
                    if (finger(y, x) == 0)
                        continue;
                    ++count;
                    cosine += std::cos(2.0 * field.orientation(y, x));
                    sine += std::sin(2.0 * field.orientation(y, x));
                }
            }
            const double degrees = qRadiansToDegrees(-0.5 * std::atan2(sine, cosine));
            const int whole = (qRound(degrees) + RidgeCells::steps) % RidgeCells::steps;
            cells.orientations.append(count >= factor ? static_cast<quint8>(whole) : RidgeCells::noFinger);
        }
    }
    return cells;
}

// The share of the finger that is nearer in grey to its darkest than to the impression's lightest parts.
double darkShare(const QImage &grey, const cv::Mat1b &mask)
{
    std::array<int, 256> all{};
    std::array<int, 256> finger{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *line = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            ++all[line[x]];
            finger[line[x]] += mask(y, x) != 0 ? 1 : 0;
        }
    }
    const auto level = [](const std::array<int, 256> &counts, double share) {
        const double wanted = share * std::accumulate(counts.begin(), counts.end(), 0);
        int sum = 0;
        for (int value = 0; value < 255; ++value) {
            sum += counts[static_cast<std::size_t>(value)];
            if (sum > wanted)
                return value;
        }
        return 255;
    };
    const int middle = (level(finger, 0.03) + std::max(level(finger, 0.97), level(all, 0.9))) / 2;
    const int dark = std::accumulate(finger.begin(), finger.begin() + middle, 0);
    return static_cast<double>(dark) / std::max(1, std::accumulate(finger.begin(), finger.end(), 0));
}

PressFigures pressFigures(const QImage &grey, const RidgeField &field, const RidgeImage &image, const cv::Mat1b &finger)
{
    const cv::Moments moments = cv::moments(finger, true);
    const QPointF centre(moments.m10 / moments.m00 * RidgeField::cellSize,
                         moments.m01 / moments.m00 * RidgeField::cellSize);
    const QPointF distance = centre - QPointF(grey.width() / 2.0, grey.height() / 2.0);
    cv::Scalar period;
    cv::Scalar spread;
    cv::meanStdDev(field.period, period, spread, finger);
    PressFigures figures;
    figures.area = rounded(moments.m00 * cellArea, 0.1);
    figures.clarity = rounded(cv::mean(image.clarity, finger)[0], 0.001);
    figures.coherence = rounded(cv::mean(field.coherence, finger)[0], 0.001);
    figures.darkShare = rounded(darkShare(grey, pixelMask(finger)), 0.001);
    figures.period = rounded(period[0], 0.01);
    figures.unevenness = rounded(spread[0] / period[0], 0.001);
    figures.offset = rounded(std::hypot(distance.x(), distance.y()) * 2 / std::min(grey.width(), grey.height()), 0.001);
    return figures;
}

} // namespace

FingerFeatures::FingerFeatures(QSize size, QList<Minutia> minutiae, RidgeCells cells, const PressFigures &figures)
    : m_size(size)
    , m_minutiae(std::move(minutiae))
    , m_cells(std::move(cells))
    , m_figures(figures)
    , m_cylinders(m_minutiae, m_cells)
{
    Q_ASSERT(m_cells.orientations.size() == qsizetype(m_cells.columns) * m_cells.rows);
    Q_ASSERT(m_minutiae.size() <= maxMinutiae);
}

Result<FingerFeatures> extract(const QImage &impression)
{
    const auto [shorter, longer] = std::minmax({impression.width(), impression.height()});
    if (shorter < shortestSide || longer > longestSide)
        return Error{Error::Code::FingerNone, {}};
    const QImage grey = impression.convertToFormat(QImage::Format_Grayscale8);
    const auto field = findRidges(grey);
    if (!field)
        return Error{Error::Code::FingerNone, {}};
    const RidgeImage image = enhance(*field);
    const cv::Mat1b finger = fingerCells(*field, image);
    if (!isFinger(*field, finger))
        return Error{Error::Code::FingerNone, {}};
    const PressFigures figures = pressFigures(grey, *field, image, finger);

    cv::Mat1b mask = pixelMask(finger);
    mask.row(0) = 0; // so that the picture's edge is an edge of the finger
    mask.row(mask.rows - 1) = 0;
    mask.col(0) = 0;
    mask.col(mask.cols - 1) = 0;
    cv::Mat1f depth;
    cv::distanceTransform(mask, depth, cv::DIST_L2, 3);
    QList<Minutia> minutiae;
    addMinutiae(minutiae, Minutia::Kind::Ending, *field, image, mask, depth);
    addMinutiae(minutiae, Minutia::Kind::Bifurcation, *field, image, mask, depth);
    doubtClusters(minutiae);
    if (minutiae.size() > FingerFeatures::maxMinutiae) {
        std::stable_sort(minutiae.begin(), minutiae.end(),
                         [](const Minutia &a, const Minutia &b) { return a.reliability > b.reliability; });
        minutiae.resize(FingerFeatures::maxMinutiae);
    }
    std::sort(minutiae.begin(), minutiae.end(), [](const Minutia &a, const Minutia &b) {
        return std::tuple(a.position.y(), a.position.x(), a.kind) < std::tuple(b.position.y(), b.position.x(), b.kind);
    });
    return FingerFeatures(grey.size(), minutiae, ridgeCells(*field, finger), figures);
}

} // namespace idcounter

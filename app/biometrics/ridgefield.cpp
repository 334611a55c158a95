#include "app/biometrics/ridgefield.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <numbers>
#include <vector>

namespace idcounter {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr double leastContrast = 1.5; // grey levels; below, an image is flat
constexpr double fingerShare = 0.25; // of the impression's strongest contrast, from which a cell may be finger
constexpr double mostStep = 0.55; // beyond, an edge: of the finger, the sensor or a label
constexpr float usualPeriod = 9.0F; // pixels at 500 dpi: 0.46 mm, an adult's
constexpr float leastCoherence = 0.5F; // for measuring a period
constexpr float shortestPeriod = 4.5F;
constexpr float longestPeriod = 16.0F;

cv::Mat1f cellMeans(const cv::Mat &pixels)
{
    cv::Mat1f cells;
    cv::resize(pixels, cells, {pixels.cols / RidgeField::cellSize, pixels.rows / RidgeField::cellSize}, 0, 0,
               cv::INTER_AREA);
    return cells;
}

// The grey values as numbers, both sides extended to whole cells by repeating the edge.
cv::Mat1f paddedPixels(const QImage &grey)
{
    const cv::Mat view(grey.height(), grey.width(), CV_8UC1, const_cast<uchar *>(grey.constBits()),
                       static_cast<std::size_t>(grey.bytesPerLine()));
    const auto missing
        = [](int length) { return (RidgeField::cellSize - length % RidgeField::cellSize) % RidgeField::cellSize; };
    cv::Mat1b padded;
    cv::copyMakeBorder(view, padded, 0, missing(grey.height()), 0, missing(grey.width()), cv::BORDER_REPLICATE);
    cv::Mat1f pixels;
    padded.convertTo(pixels, CV_32F);
    return pixels;
}

// The grey values around each pixel.
struct Shading
{
    cv::Mat1f mean;
    cv::Mat1f deviation;
    cv::Mat1f step; // of each cell: 0 on even ground and between ridges, about 0.8 on an edge between light and dark
};

// Over a Gaussian neighbourhood of 7 pixels' deviation: more than half a ridge, less than a finger's shading. Worked out on
// a quarter of the resolution, which is several times as fast.
Shading measureShading(const cv::Mat1f &levels)
{
    constexpr int factor = 4;
    constexpr double neighbourhood = 7.0 / factor;
    const cv::Size small(levels.cols / factor, levels.rows / factor);
    cv::Mat1f mean;
    cv::Mat1f square;
    cv::resize(levels, mean, small, 0, 0, cv::INTER_AREA);
    cv::resize(levels.mul(levels), square, small, 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(mean, mean, {0, 0}, neighbourhood);
    cv::GaussianBlur(square, square, {0, 0}, neighbourhood);
    cv::Mat1f deviation(cv::max(square - mean.mul(mean), 0.0));
    cv::sqrt(deviation, deviation);
    cv::Mat1f dx;
    cv::Mat1f dy;
    cv::Sobel(mean, dx, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(mean, dy, CV_32F, 0, 1, 3, 0.125);
    cv::Mat1f step;
    cv::magnitude(dx, dy, step);
    step = step * neighbourhood / (deviation + 1.0);

    Shading shading;
    cv::resize(step, shading.step, {levels.cols / RidgeField::cellSize, levels.rows / RidgeField::cellSize}, 0, 0,
               cv::INTER_AREA);
    cv::resize(mean, shading.mean, levels.size(), 0, 0, cv::INTER_LINEAR);
    cv::resize(deviation, shading.deviation, levels.size(), 0, 0, cv::INTER_LINEAR);
    return shading;
}

float percentile(const cv::Mat1f &values, double share)
{
    std::vector<float> sorted(values.begin(), values.end());
    const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), nth, sorted.end());
    return *nth;
}

// Orientation and coherence from the structure tensor of the gradients (Kass, Witkin 1987; Bazen, Gerez 2002). A wider
// neighbourhood has a little say, so that scars and noise do not turn the field.
void measureOrientation(RidgeField &field)
{
    cv::Mat1f smooth;
    cv::Mat1f dx;
    cv::Mat1f dy;
    cv::GaussianBlur(field.pixels, smooth, {5, 5}, 1.0);
    cv::Sobel(smooth, dx, CV_32F, 1, 0, 3, 0.125);
    cv::Sobel(smooth, dy, CV_32F, 0, 1, 3, 0.125);
    const cv::Mat1f xx = cellMeans(dx.mul(dx));
    const cv::Mat1f yy = cellMeans(dy.mul(dy));
    const cv::Mat1f xy = cellMeans(dx.mul(dy));

    const auto smoothed = [](const cv::Mat &cells) {
        cv::Mat1f narrow;
        cv::Mat1f wide;
        cv::GaussianBlur(cells, narrow, {7, 7}, 1.1);
        cv::GaussianBlur(cells, wide, {19, 19}, 3.5);
        return cv::Mat1f(narrow + 0.1 * wide);
    };
    const cv::Mat1f difference = smoothed(xx - yy);
    const cv::Mat1f product = smoothed(2.0 * xy);
    const cv::Mat1f sum = smoothed(xx + yy);

    field.orientation.create(sum.size());
    field.coherence.create(sum.size());
    for (int row = 0; row < sum.rows; ++row) {
        for (int column = 0; column < sum.cols; ++column) {
            const float a = difference(row, column);
            const float b = product(row, column);
            const float across = 0.5F * std::atan2(b, a); // the gradient's axis
            field.orientation(row, column) = across < 0 ? across + pi * 0.5F : across - pi * 0.5F;
            if (field.orientation(row, column) < 0)
                field.orientation(row, column) += pi;
            field.coherence(row, column) = std::hypot(a, b) / (sum(row, column) + 1e-6F);
        }
    }
}

// The distance from ridge to ridge at one place: the first peak of the autocorrelation of the grey values across the
// ridges, each averaged along them. 0 where there is none.
float periodAt(const cv::Mat1f &pixels, float x, float y, float orientation)
{
    constexpr int length = 40;
    constexpr int width = 13;
    const float alongX = std::cos(orientation);
    const float alongY = std::sin(orientation);
    std::array<float, length> profile{};
    float mean = 0;
    constexpr int middle = length / 2;
    for (int i = 0; i < length; ++i) {
        const auto across = static_cast<float>(i - middle);
        float sum = 0;
        for (int j = -width / 2; j <= width / 2; ++j) {
            const auto along = static_cast<float>(j);
            const int column = static_cast<int>(std::lround(x - across * alongY + along * alongX));
            const int row = static_cast<int>(std::lround(y + across * alongX + along * alongY));
            if (column >= 0 && column < pixels.cols && row >= 0 && row < pixels.rows)
                sum += pixels(row, column);
        }
        profile[static_cast<std::size_t>(i)] = sum;
        mean += sum / length;
    }
    constexpr int lags = 20;
    std::array<float, lags> correlation{};
    for (std::size_t lag = 0; lag < lags; ++lag) {
        for (std::size_t i = 0; i + lag < length; ++i)
            correlation[lag] += (profile[i] - mean) * (profile[i + lag] - mean);
        correlation[lag] /= static_cast<float>(length - lag);
    }
    for (std::size_t lag = 4; lag + 1 < lags; ++lag) {
        const float before = correlation[lag - 1];
        const float here = correlation[lag];
        const float after = correlation[lag + 1];
        if (here > before && here >= after && here > 0.3F * correlation[0])
            return static_cast<float>(lag) + 0.5F * (before - after) / (before - 2 * here + after);
    }
    return 0;
}

// Measured on every second cell of the finger, then spread over the others.
void measurePeriod(RidgeField &field)
{
    cv::Mat1f sum(field.finger.size(), 0.0F);
    cv::Mat1f weight(field.finger.size(), 0.0F);
    field.sampled = cv::Mat1b::zeros(field.finger.size());
    field.periodic = cv::Mat1b::zeros(field.finger.size());
    for (int row = 0; row < sum.rows; row += 2) {
        for (int column = 0; column < sum.cols; column += 2) {
            if (field.finger(row, column) == 0)
                continue;
            field.sampled(row, column) = 255;
            if (field.coherence(row, column) < leastCoherence)
                continue;
            const float period
                = periodAt(field.pixels, (static_cast<float>(column) + 0.5F) * RidgeField::cellSize,
                           (static_cast<float>(row) + 0.5F) * RidgeField::cellSize, field.orientation(row, column));
            if (period < shortestPeriod || period > longestPeriod)
                continue;
            field.periodic(row, column) = 255;
            sum(row, column) = period * field.coherence(row, column);
            weight(row, column) = field.coherence(row, column);
        }
    }
    const double all = cv::sum(weight)[0];
    const double mean = all > 0 ? cv::sum(sum)[0] / all : usualPeriod;
    cv::GaussianBlur(sum, sum, {25, 25}, 4.0);
    cv::GaussianBlur(weight, weight, {25, 25}, 4.0);
    field.period = (sum + 0.01 * mean) / (weight + 0.01);
}

} // namespace

cv::Mat1b withoutScraps(const cv::Mat1b &mask)
{
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    double largest = 0;
    for (const auto &outline : outlines)
        largest = std::max(largest, cv::contourArea(outline));
    cv::Mat1b kept(mask.size(), uchar(0));
    for (int i = 0; i < static_cast<int>(outlines.size()); ++i) {
        if (cv::contourArea(outlines[static_cast<std::size_t>(i)]) >= 0.2 * largest)
            cv::drawContours(kept, outlines, i, 255, cv::FILLED);
    }
    return kept;
}

std::optional<RidgeField> findRidges(const QImage &grey)
{
    RidgeField field;
    const cv::Mat1f levels = paddedPixels(grey);
    const Shading shading = measureShading(levels);
    field.contrast = cellMeans(shading.deviation);
    const float strongest = percentile(field.contrast, 0.95);
    if (strongest < leastContrast)
        return {};
    field.pixels = (levels - shading.mean) / (shading.deviation + 0.1 * strongest);

    measureOrientation(field);
    field.finger = (field.contrast > fingerShare * strongest) & (field.coherence > 0.25) & (shading.step < mostStep);
    cv::morphologyEx(field.finger, field.finger, cv::MORPH_CLOSE, cv::Mat1b::ones(3, 3));
    cv::morphologyEx(field.finger, field.finger, cv::MORPH_OPEN, cv::Mat1b::ones(3, 3));
    field.finger = withoutScraps(field.finger);
    measurePeriod(field);
    return field;
}

} // namespace idcounter

#include "app/biometrics/ridgeimage.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace idcounter {

namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr int radius = 9; // of a filter, pixels
constexpr int diameter = 2 * radius + 1;
constexpr int orientations = 32;
constexpr int periods = 20;
constexpr float shortestPeriod = 4.5F; // of the bank, pixels
constexpr float periodStep = 0.5F;
constexpr int block = 4; // pixels that share a filter, each way

using Filter = std::array<float, std::size_t{diameter} * diameter>;

// Mean 0, so that shading gives no response, and response 1 to a wave it is tuned to.
Filter gabor(float orientation, float period)
{
    const float across = std::min(0.45F * period, 4.5F); // deviations of the Gaussian window, pixels
    constexpr float along = 4.0F;
    Filter window;
    Filter filter;
    float windowSum = 0;
    float filterSum = 0;
    std::size_t i = 0;
    for (int y = -radius; y <= radius; ++y) {
        for (int x = -radius; x <= radius; ++x, ++i) {
            const float u
                = -std::sin(orientation) * static_cast<float>(x) + std::cos(orientation) * static_cast<float>(y);
            const float v
                = std::cos(orientation) * static_cast<float>(x) + std::sin(orientation) * static_cast<float>(y);
            window[i] = std::exp(-u * u / (2 * across * across) - v * v / (2 * along * along));
            filter[i] = window[i] * std::cos(2 * pi * u / period);
            windowSum += window[i];
            filterSum += filter[i];
        }
    }
    float gain = 0;
    i = 0;
    for (int y = -radius; y <= radius; ++y) {
        for (int x = -radius; x <= radius; ++x, ++i) {
            const float u
                = -std::sin(orientation) * static_cast<float>(x) + std::cos(orientation) * static_cast<float>(y);
            filter[i] -= window[i] * filterSum / windowSum;
            gain += filter[i] * std::cos(2 * pi * u / period);
        }
    }
    for (float &value : filter)
        value /= gain;
    return filter;
}

const std::vector<Filter> &filterBank()
{
    static const std::vector<Filter> bank = [] {
        std::vector<Filter> filters;
        filters.reserve(std::size_t{orientations} * periods);
        for (int orientation = 0; orientation < orientations; ++orientation) {
            for (int period = 0; period < periods; ++period)
                filters.push_back(gabor(static_cast<float>(orientation) * pi / orientations,
                                        shortestPeriod + static_cast<float>(period) * periodStep));
        }
        return filters;
    }();
    return bank;
}

// A value per block of pixels, interpolated between the cells.
cv::Mat1f perBlock(const cv::Mat1f &cells)
{
    constexpr int factor = RidgeField::cellSize / block;
    cv::Mat1f blocks;
    cv::resize(cells, blocks, {cells.cols * factor, cells.rows * factor}, 0, 0, cv::INTER_LINEAR);
    return blocks;
}

const Filter &filterFor(float orientation, float period)
{
    const int turn = static_cast<int>(std::lround((orientation / pi + 1) * orientations)) % orientations;
    const int step = static_cast<int>(std::lround((period - shortestPeriod) / periodStep));
    return filterBank()[static_cast<std::size_t>(turn * periods + std::clamp(step, 0, periods - 1))];
}

// One block; source is extended by the radius on every side.
void filterBlock(const cv::Mat1f &source, const Filter &filter, cv::Mat1f &target, int x, int y)
{
    for (int row = 0; row < block; ++row) {
        std::array<float, block> sum{};
        const float *weight = filter.data();
        for (int dy = 0; dy < diameter; ++dy) {
            const float *line = source[y + row + dy] + x;
            for (int dx = 0; dx < diameter; ++dx, ++weight) {
                for (std::size_t i = 0; i < block; ++i)
                    sum[i] += *weight * line[static_cast<std::size_t>(dx) + i];
            }
        }
        std::copy(sum.begin(), sum.end(), target[y + row] + x);
    }
}

cv::Mat1f clarity(const cv::Mat1f &pixels, const cv::Mat1f &enhanced)
{
    const auto means = [](const cv::Mat &values) {
        cv::Mat1f cells;
        cv::resize(values, cells, {values.cols / RidgeField::cellSize, values.rows / RidgeField::cellSize}, 0, 0,
                   cv::INTER_AREA);
        cv::GaussianBlur(cells, cells, {5, 5}, 1.0);
        return cells;
    };
    const cv::Mat1f product = means(pixels.mul(enhanced));
    const cv::Mat1f a = means(pixels.mul(pixels));
    const cv::Mat1f b = means(enhanced.mul(enhanced));
    cv::Mat1f squared;
    cv::divide(product.mul(product), a.mul(b) + 1e-6, squared);
    return squared;
}

} // namespace

RidgeImage enhance(const RidgeField &field)
{
    cv::Mat1f cosine(field.orientation.size());
    cv::Mat1f sine(field.orientation.size());
    for (int row = 0; row < cosine.rows; ++row) {
        for (int column = 0; column < cosine.cols; ++column) {
            cosine(row, column) = std::cos(2 * field.orientation(row, column));
            sine(row, column) = std::sin(2 * field.orientation(row, column));
        }
    }
    cosine = perBlock(cosine);
    sine = perBlock(sine);
    const cv::Mat1f period = perBlock(field.period);
    cv::Mat1b wanted;
    cv::dilate(field.finger, wanted, cv::Mat1b::ones(3, 3));

    cv::Mat1f source;
    cv::copyMakeBorder(field.pixels, source, radius, radius, radius, radius, cv::BORDER_REPLICATE);
    RidgeImage image;
    image.enhanced = cv::Mat1f::zeros(field.pixels.size());
    for (int row = 0; row < period.rows; ++row) {
        for (int column = 0; column < period.cols; ++column) {
            if (wanted(row * block / RidgeField::cellSize, column * block / RidgeField::cellSize) == 0)
                continue;
            const float orientation = 0.5F * std::atan2(sine(row, column), cosine(row, column));
            filterBlock(source, filterFor(orientation, period(row, column)), image.enhanced, column * block,
                        row * block);
        }
    }
    image.clarity = clarity(field.pixels, image.enhanced);
    return image;
}

} // namespace idcounter

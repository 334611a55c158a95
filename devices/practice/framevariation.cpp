#include "devices/practice/framevariation.h"

#include "devices/practice/practicenoise.h"

#include <opencv2/imgproc.hpp>

#include <array>

namespace idcounter {

namespace {

constexpr int tableSize = 1 << 16;

// Numbers of a normal distribution with a standard deviation of 1/16, as the sum of twelve even ones.
const std::vector<qint8> &noiseTable()
{
    static const std::vector<qint8> table = [] {
        std::vector<qint8> values(tableSize);
        for (int i = 0; i < tableSize; ++i) {
            float sum = -6;
            for (int part = 0; part < 12; ++part)
                sum += unitNoise(97, i, part);
            values[static_cast<std::size_t>(i)] = cv::saturate_cast<qint8>(16 * sum);
        }
        return values;
    }();
    return table;
}

// Each row begins at another place of the table, so that no pattern is seen.
void addNoise(cv::Mat &picture, quint32 seed, double strength)
{
    const std::vector<qint8> &table = noiseTable();
    std::array<int, 256> added{};
    for (int value = -128; value < 128; ++value)
        added.at(static_cast<std::size_t>(value + 128)) = cvRound(value * strength / 16);
    const int length = picture.cols * 3;
    for (int y = 0; y < picture.rows; ++y) {
        auto at = static_cast<int>(scrambled(seed, y, 1) % static_cast<quint32>(tableSize));
        uchar *pixels = picture.ptr(y);
        for (int i = 0; i < length; ++i) {
            const int value = pixels[i] + added[static_cast<std::size_t>(table[static_cast<std::size_t>(at)] + 128)];
            pixels[i] = static_cast<uchar>(std::clamp(value, 0, 255));
            at = (at + 1) & (tableSize - 1);
        }
    }
}

} // namespace

QImage varied(const QImage &picture, const FrameVariation &variation)
{
    Q_ASSERT(picture.format() == QImage::Format_RGB888);
    QImage result = picture.copy();
    cv::Mat pixels(result.height(), result.width(), CV_8UC3, result.bits(),
                   static_cast<std::size_t>(result.bytesPerLine()));
    if (variation.shiftX != 0 || variation.shiftY != 0 || variation.zoom != 1) {
        const double rest = 1 - variation.zoom;
        const cv::Matx23d moved(variation.zoom, 0, rest * pixels.cols / 2 + variation.shiftX, //
                                0, variation.zoom, rest * pixels.rows / 2 + variation.shiftY);
        cv::warpAffine(pixels.clone(), pixels, moved, pixels.size(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    }
    if (variation.blur > 0)
        cv::GaussianBlur(pixels, pixels, {}, variation.blur);
    if (variation.gain != 1)
        pixels.convertTo(pixels, -1, variation.gain);
    addNoise(pixels, variation.noiseSeed, variation.noise);
    return result;
}

} // namespace idcounter

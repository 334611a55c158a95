#include "devices/practice/practicewall.h"

#include "devices/practice/colour.h"
#include "devices/practice/practicenoise.h"

#include <opencv2/imgproc.hpp>

namespace idcounter {

namespace {

Colour wallColour(PracticeFault fault)
{
    if (fault == PracticeFault::WallColoured)
        return colour(122, 178, 196);
    if (fault == PracticeFault::WallDark)
        return colour(104, 104, 106);
    return colour(209, 210, 210);
}

// Wallpaper: stripes with a small diamond in each. In heights of the picture.
float pattern(float x, float y)
{
    const float stripe = std::sin(x * 62);
    const float diamond = std::abs(std::fmod(x * 9.9F, 1.0F) - 0.5F) + std::abs(std::fmod(y * 9.9F, 1.0F) - 0.5F);
    return 0.62F + 0.38F * smoothStep(-0.3F, 0.3F, stripe) - 0.30F * smoothStep(0.30F, 0.22F, diamond);
}

} // namespace

cv::Mat drawWall(PracticeFault fault, const cv::Mat &person)
{
    cv::Mat wall(person.size(), CV_32FC3);
    const Colour paint = wallColour(fault);
    const auto height = static_cast<float>(wall.rows);
    const int middle = wall.cols / 2;
    for (int row = 0; row < wall.rows; ++row) {
        auto *pixels = wall.ptr<Colour>(row);
        const float y = static_cast<float>(row) / height;
        for (int column = 0; column < wall.cols; ++column) {
            const float x = static_cast<float>(column - middle) / height;
            float light = 1.03F - 0.045F * y - 0.03F * x * x - 0.012F * x;
            if (fault == PracticeFault::WallPatterned)
                light *= pattern(x + 2, y);
            pixels[column] = paint * light;
        }
    }
    if (fault == PracticeFault::WallShadow) {
        const double unit = wall.rows / 720.0;
        cv::Mat shadow;
        const cv::Matx23d aside(1, 0, 62 * unit, 0, 1, 26 * unit);
        cv::warpAffine(person, shadow, aside, person.size());
        cv::GaussianBlur(shadow, shadow, {}, 9 * unit);
        cv::Mat light;
        cv::cvtColor(1 - 0.62F * shadow, light, cv::COLOR_GRAY2BGR);
        wall = wall.mul(light);
    }
    return wall;
}

} // namespace idcounter

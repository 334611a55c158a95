#pragma once

#include <opencv2/core/matx.hpp>

#include <algorithm>
#include <cmath>

namespace idcounter {

// Red, green and blue in linear light, 0..1.
using Colour = cv::Vec3f;

inline float toLinear(float encoded)
{
    return encoded <= 0.04045F ? encoded / 12.92F : std::pow((encoded + 0.055F) / 1.055F, 2.4F);
}

inline float toEncoded(float linear)
{
    return linear <= 0.0031308F ? linear * 12.92F : 1.055F * std::pow(linear, 1 / 2.4F) - 0.055F;
}

// From the usual 0..255.
inline Colour colour(int red, int green, int blue)
{
    const auto linear = [](int value) { return toLinear(static_cast<float>(value) / 255); };
    return {linear(red), linear(green), linear(blue)};
}

inline Colour mixed(const Colour &from, const Colour &to, float share)
{
    return from + (to - from) * share;
}

inline Colour tinted(const Colour &one, const Colour &other)
{
    return {one[0] * other[0], one[1] * other[1], one[2] * other[2]};
}

// 0 up to `from`, 1 from `to` on, smooth between; also falling, when `from` is the larger.
inline float smoothStep(float from, float to, float value)
{
    const float t = std::clamp((value - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

// A hill of height 1 around 0, like a normal distribution but without the exponential, which would be most of the work.
inline float hill(float distance, float sigma)
{
    const float rest = 1 - 0.125F * distance * distance / (sigma * sigma);
    return rest > 0 ? rest * rest * rest * rest : 0.0F;
}

} // namespace idcounter

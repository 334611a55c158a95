#include "devices/practice/facelight.h"

#include <opencv2/imgproc.hpp>

#include <array>

namespace idcounter {

namespace {

cv::Point3f unitVector(const cv::Point3f &vector)
{
    return vector * (1 / std::sqrt(vector.dot(vector)));
}

const cv::Point3f fillDirection = unitVector({0.60F, 0.10F, 0.80F});

} // namespace

FaceLight::FaceLight(PracticeFault fault)
    : m_keyDirection(unitVector({-0.30F, 0.48F, 0.82F}))
{
    if (fault == PracticeFault::SideLight) {
        m_ambient = 0.14F;
        m_key = 0.95F;
        m_fill = 0;
        m_keyDirection = unitVector({-0.95F, 0.15F, 0.28F});
    }
    if (fault == PracticeFault::ColourCast)
        m_tint = {0.48F, 0.86F, 1.5F};
}

Colour FaceLight::lit(const Surface &surface, const cv::Point3f &normal, float shade) const
{
    const cv::Point3f n = unitVector(normal);
    const float key = n.dot(m_keyDirection);
    const float fill = std::max(0.0F, 0.25F + 0.75F * n.dot(fillDirection));
    const float ambient = m_ambient * (0.86F + 0.14F * n.y);
    // Light runs around under the skin, red the farthest.
    const std::array<float, 3> wraps{0.34F + 0.14F * surface.softness, 0.34F, 0.34F - 0.06F * surface.softness};
    Colour colour;
    for (int i = 0; i < 3; ++i) {
        const float wrap = wraps.at(static_cast<std::size_t>(i));
        const float direct = std::max(0.0F, (key + wrap) / (1 + wrap));
        const float open = 1 - shade * (i == 0 ? 1 - 0.22F * surface.softness : 1);
        colour[i] = surface.albedo[i] * open * (ambient + m_key * direct + m_fill * fill);
    }
    if (surface.gloss > 0) {
        const cv::Point3f halfway = unitVector(m_keyDirection + cv::Point3f(0, 0, 1));
        const float shine = surface.gloss * std::pow(std::max(0.0F, n.dot(halfway)), surface.polish) * (1 - shade);
        colour += Colour(shine, shine, shine);
    }
    return tinted(colour, m_tint);
}

namespace {

// The depth around every pixel, as far as there is a surface: what lies deeper than its surroundings is in a fold.
cv::Mat surroundings(const cv::Mat &depth, const cv::Mat &covered, double sigma)
{
    cv::Mat sums;
    cv::Mat weights;
    cv::GaussianBlur(depth, sums, {}, sigma);
    cv::GaussianBlur(covered, weights, {}, sigma);
    return sums / (weights + 1e-4F);
}

} // namespace

cv::Mat foldShades(const ZBuffer &buffer, float pixelsPerMillimetre)
{
    constexpr int coarseness = 3;
    const cv::Size size(buffer.width(), buffer.height());
    cv::Mat depth(size, CV_32F, cv::Scalar(0));
    cv::Mat covered(size, CV_32F, cv::Scalar(0));
    for (int y = 0; y < size.height; ++y) {
        const Fragment *fragments = buffer.row(y);
        for (int x = 0; x < size.width; ++x) {
            if (fragments[x].part == Part::Nothing || fragments[x].part == Part::Rim)
                continue;
            depth.at<float>(y, x) = fragments[x].depth;
            covered.at<float>(y, x) = 1;
        }
    }
    cv::Mat coarseDepth;
    cv::Mat coarseCovered;
    cv::resize(depth, coarseDepth, size / coarseness, 0, 0, cv::INTER_AREA);
    cv::resize(covered, coarseCovered, size / coarseness, 0, 0, cv::INTER_AREA);

    cv::Mat shades(size, CV_32F, cv::Scalar(0));
    for (const auto &[millimetres, strength] : {std::pair(4.0F, 0.040F), std::pair(17.0F, 0.0115F)}) {
        cv::Mat around = surroundings(coarseDepth, coarseCovered,
                                      static_cast<double>(millimetres * pixelsPerMillimetre / coarseness));
        cv::resize(around, around, size, 0, 0, cv::INTER_LINEAR);
        shades += cv::max(around - depth - 0.5F, 0) * strength;
    }
    return cv::min(shades, 0.62F);
}

} // namespace idcounter

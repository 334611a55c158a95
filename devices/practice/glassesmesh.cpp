#include "devices/practice/glassesmesh.h"

#include <array>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

constexpr int stepsAround = 72;

// The outline of a lens: a rounded rectangle around the eye. A bent plane, so that it follows the face.
cv::Point3f onLens(float side, float angle, float size)
{
    const auto rounded = [](float wave) { return std::copysign(std::pow(std::abs(wave), 0.72F), wave); };
    const float x = 32.5F + 25.5F * size * rounded(std::cos(angle));
    const float y = -2 + 19 * size * rounded(std::sin(angle));
    return {side * x, y, 22 - 0.0042F * x * x + 0.08F * y};
}

float angleAt(float side, int step)
{
    return -side * 2 * std::numbers::pi_v<float> * static_cast<float>(step) / stepsAround;
}

Mesh lens(float side)
{
    std::vector<Vertex> vertices;
    for (const float size : {1.0F, 0.6F, 0.02F}) {
        for (int step = 0; step <= stepsAround; ++step) {
            const cv::Point3f point = onLens(side, angleAt(side, step), size);
            vertices.push_back({point, {}, {point.x, point.y, 1}});
        }
    }
    return sewnGrid(Part::Lens, stepsAround + 1, 3, std::move(vertices), true);
}

Mesh rim(float side)
{
    constexpr std::array<float, 4> sizes{1.075F, 1.05F, 0.995F, 0.97F};
    constexpr std::array<float, 4> heights{0, 1.6F, 1.6F, 0};
    std::vector<Vertex> vertices;
    for (std::size_t ring = 0; ring < sizes.size(); ++ring) {
        for (int step = 0; step <= stepsAround; ++step) {
            const cv::Point3f point
                = onLens(side, angleAt(side, step), sizes.at(ring)) + cv::Point3f(0, 0, heights.at(ring));
            vertices.push_back({point, {}, {point.x, point.y, 1}});
        }
    }
    return sewnGrid(Part::Rim, stepsAround + 1, 4, std::move(vertices), true);
}

// A bar of the frame from one point to another, `thick` mm high.
Mesh bar(const cv::Point3f &from, const cv::Point3f &to, float thick, float arch)
{
    constexpr int steps = 16;
    constexpr std::array<float, 4> offsets{0.5F, 0.25F, -0.25F, -0.5F};
    constexpr std::array<float, 4> heights{0, 1.2F, 1.2F, 0};
    std::vector<Vertex> vertices;
    for (std::size_t row = 0; row < offsets.size(); ++row) {
        for (int step = 0; step <= steps; ++step) {
            const float share = static_cast<float>(step) / steps;
            const float bend = arch * 4 * share * (1 - share);
            const cv::Point3f point
                = from * (1 - share) + to * share + cv::Point3f(0, bend + thick * offsets.at(row), heights.at(row));
            vertices.push_back({point, {}, {point.x, point.y, 1}});
        }
    }
    return sewnGrid(Part::Rim, steps + 1, 4, std::move(vertices), false);
}

} // namespace

std::vector<Mesh> glassesMeshes()
{
    return {lens(-1),
            lens(1),
            rim(-1),
            rim(1),
            bar({-8, 2, 22.5F}, {8, 2, 22.5F}, 2.2F, 2),
            bar({-79, 4, -64}, {-57.5F, 6, 9}, 3.5F, 0),
            bar({57.5F, 6, 9}, {79, 4, -64}, 3.5F, 0)};
}

} // namespace idcounter

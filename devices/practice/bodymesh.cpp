#include "devices/practice/bodymesh.h"

#include "devices/practice/curve.h"

#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

// Cross-sections along the height, each an ellipse a little squared.
Mesh lofted(Part part, float top, float bottom, float build, const Curve &halfWidth, const Curve &halfDepth,
            const Curve &middle)
{
    constexpr int columns = 121;
    constexpr int rows = 140;
    std::vector<Vertex> vertices;
    vertices.reserve(static_cast<std::size_t>(columns) * rows);
    for (int row = 0; row < rows; ++row) {
        const float share = static_cast<float>(row) / (rows - 1);
        const float y = top + (bottom - top) * share * (0.3F + 0.7F * share); // closer where it bends
        for (int column = 0; column < columns; ++column) {
            const float angle = std::numbers::pi_v<float> * (2 * static_cast<float>(column) / (columns - 1) - 1);
            const float cosine = std::cos(angle);
            const float depth = halfDepth(y) * std::copysign(std::pow(std::abs(cosine), 0.8F), cosine);
            const float x = build * halfWidth(y) * std::sin(angle);
            vertices.push_back({{x, y, middle(y) + depth}, {}, {x, y, cosine + 2}});
        }
    }
    return sewnGrid(part, columns, rows, std::move(vertices), true);
}

} // namespace

Mesh neckMesh(float build)
{
    return lofted(Part::Neck, -40, -180, build, {{-180, 62}, {-150, 57}, {-118, 51}, {-90, 50}, {-40, 48}},
                  {{-180, 52}, {-110, 47}, {-40, 44}}, {{-180, -72}, {-110, -80}, {-40, -84}});
}

Mesh shouldersMesh(float build)
{
    const Curve halfWidth{{-330, 214}, {-260, 214}, {-220, 210}, {-195, 199}, {-176, 176},
                          {-160, 140}, {-147, 104}, {-134, 74},  {-122, 58},  {-112, 50}};
    return lofted(Part::Cloth, -112, -700, build, halfWidth,
                  {{-330, 104}, {-200, 92}, {-160, 76}, {-130, 57}, {-112, 46}},
                  {{-330, -86}, {-160, -80}, {-112, -80}});
}

} // namespace idcounter

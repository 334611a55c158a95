#include "devices/practice/hairmesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

Mesh cap(const HairCut &cut, const HeadShape &head)
{
    constexpr int columns = 193;
    constexpr int rows = 120;
    std::vector<Vertex> vertices;
    vertices.reserve(static_cast<std::size_t>(columns) * rows);
    for (int row = 0; row < rows; ++row) {
        const float share = static_cast<float>(row) / (rows - 1);
        const float y = HeadShape::top - 190 * share * (0.35F + 0.65F * share);
        for (int column = 0; column < columns; ++column) {
            const float angle = std::numbers::pi_v<float> * (2 * static_cast<float>(column) / (columns - 1) - 1);
            const cv::Point3f skull = head.skull(angle, y);
            const cv::Point3f middle(0, std::min(y, 28.0F), -76);
            const cv::Point3f away = skull - middle;
            const float stretch = cut.thickness(angle, y) / std::sqrt(away.dot(away));
            const cv::Point3f point = skull + away * stretch;
            vertices.push_back({point, {}, {cut.across(point), point.y, cut.inside(angle, y)}});
        }
    }
    return sewnGrid(Part::Hair, columns, rows, std::move(vertices), true);
}

struct Knot
{
    cv::Point3f middle;
    float halfWidth; // mm, across x
    float halfDepth; // mm, across z
};

// A lock of hair as a tube through a few knots from top to bottom.
Mesh lock(const std::array<Knot, 7> &knots)
{
    constexpr int columns = 41;
    constexpr int rows = 80;
    const auto curve = [&knots](auto value) {
        const auto at = [&](std::size_t i) { return Curve::Point{static_cast<float>(i), value(knots.at(i))}; };
        return Curve{at(0), at(1), at(2), at(3), at(4), at(5), at(6)};
    };
    const Curve x = curve([](const Knot &knot) { return knot.middle.x; });
    const Curve y = curve([](const Knot &knot) { return knot.middle.y; });
    const Curve z = curve([](const Knot &knot) { return knot.middle.z; });
    const Curve width = curve([](const Knot &knot) { return knot.halfWidth; });
    const Curve depth = curve([](const Knot &knot) { return knot.halfDepth; });
    std::vector<Vertex> vertices;
    vertices.reserve(static_cast<std::size_t>(columns) * rows);
    for (int row = 0; row < rows; ++row) {
        const float at = 6 * static_cast<float>(row) / (rows - 1);
        for (int column = 0; column < columns; ++column) {
            const float angle = std::numbers::pi_v<float> * (2 * static_cast<float>(column) / (columns - 1) - 1);
            const cv::Point3f out(width(at) * std::sin(angle), 0, depth(at) * std::cos(angle));
            const cv::Point3f point = cv::Point3f(x(at), y(at), z(at)) + out;
            vertices.push_back({point, {}, {out.x * 1.1F, point.y, 10}});
        }
    }
    return sewnGrid(Part::Hair, columns, rows, std::move(vertices), true);
}

Mesh longLock(float side)
{
    return lock({Knot{{side * 48, 84, -74}, 8, 12}, Knot{{side * 66, 32, -54}, 12, 27},
                 Knot{{side * 76, -26, -46}, 14, 32}, Knot{{side * 77, -95, -34}, 19, 30},
                 Knot{{side * 80, -155, -6}, 25, 26}, Knot{{side * 80, -215, 12}, 23, 17},
                 Knot{{side * 72, -275, 18}, 6, 5}});
}

// What hangs down behind the neck.
Mesh backHair(float halfWidth, float bottom)
{
    return lock({Knot{{0, 60, -110}, halfWidth * 0.8F, 50}, Knot{{0, 20, -112}, halfWidth, 46},
                 Knot{{0, -30, -116}, halfWidth, 36}, Knot{{0, -75, -118}, halfWidth * 0.98F, 26},
                 Knot{{0, 0.5F * bottom - 50, -122}, halfWidth * 0.94F, 20},
                 Knot{{0, bottom, -124}, halfWidth * 0.85F, 14}, Knot{{0, bottom - 8, -124}, halfWidth * 0.7F, 4}});
}

// Gathered behind one ear and laid over the shoulder.
Mesh sideLock()
{
    return lock({Knot{{46, -50, -104}, 12, 14}, Knot{{58, -84, -92}, 14, 16}, Knot{{66, -112, -62}, 15, 17},
                 Knot{{70, -142, -20}, 17, 17}, Knot{{70, -185, 6}, 19, 15}, Knot{{64, -232, 14}, 16, 12},
                 Knot{{58, -272, 16}, 3, 3}});
}

Mesh bobLock(float side)
{
    return lock({Knot{{side * 48, 84, -74}, 8, 12}, Knot{{side * 65, 30, -54}, 10, 28},
                 Knot{{side * 78, -20, -50}, 15, 34}, Knot{{side * 83, -60, -46}, 18, 34},
                 Knot{{side * 80, -90, -44}, 17, 32}, Knot{{side * 76, -103, -44}, 12, 26},
                 Knot{{side * 73, -108, -44}, 5, 14}});
}

Mesh bun()
{
    return lock({Knot{{0, 143, -104}, 0.5F, 0.5F}, Knot{{0, 141, -104}, 13, 13}, Knot{{0, 134, -104}, 22, 22},
                 Knot{{0, 122, -104}, 26, 26}, Knot{{0, 108, -104}, 24, 24}, Knot{{0, 98, -104}, 18, 18},
                 Knot{{0, 90, -104}, 10, 10}});
}

} // namespace

std::vector<Mesh> hairMeshes(const PracticePerson &person, const HairCut &cut, const HeadShape &head)
{
    std::vector<Mesh> meshes{cap(cut, head)};
    const bool isLong = person.hair == HairStyle::LongInFront || person.hair == HairStyle::LongFringe;
    if (person.hair == HairStyle::Bun)
        meshes.push_back(bun());
    if (person.hair == HairStyle::SideLock)
        meshes.push_back(sideLock());
    if (isLong)
        meshes.push_back(backHair(74, -150));
    for (const float side : {-1.0F, 1.0F}) {
        if (isLong)
            meshes.push_back(longLock(side));
        if (person.hair == HairStyle::Bob)
            meshes.push_back(bobLock(side));
    }
    return meshes;
}

} // namespace idcounter

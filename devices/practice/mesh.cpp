#include "devices/practice/mesh.h"

#include <algorithm>
#include <cmath>

namespace idcounter {

namespace {

cv::Point3f unitVector(const cv::Point3f &vector)
{
    const float length = std::sqrt(vector.dot(vector));
    return length > 1e-6F ? vector * (1 / length) : cv::Point3f(0, 0, 1);
}

void setNormals(std::vector<Vertex> &vertices, int columns, int rows, bool closed)
{
    const auto at
        = [&](int column, int row) -> Vertex & { return vertices[static_cast<std::size_t>(row * columns + column)]; };
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const int before = column > 0 ? column - 1 : (closed ? columns - 2 : 0);
            const int after = column + 1 < columns ? column + 1 : (closed ? 1 : columns - 1);
            const cv::Point3f along = at(after, row).position - at(before, row).position;
            const cv::Point3f down
                = at(column, std::min(row + 1, rows - 1)).position - at(column, std::max(row - 1, 0)).position;
            at(column, row).normal = unitVector(down.cross(along));
        }
    }
}

} // namespace

Mesh sewnGrid(Part part, int columns, int rows, std::vector<Vertex> vertices, bool closed)
{
    setNormals(vertices, columns, rows, closed);
    Mesh mesh{.part = part, .vertices = std::move(vertices), .corners = {}};
    mesh.corners.reserve(static_cast<std::size_t>((columns - 1) * (rows - 1) * 6));
    for (int row = 0; row + 1 < rows; ++row) {
        for (int column = 0; column + 1 < columns; ++column) {
            const int first = row * columns + column;
            for (const int corner :
                 {first, first + columns, first + 1, first + 1, first + columns, first + columns + 1})
                mesh.corners.push_back(corner);
        }
    }
    return mesh;
}

} // namespace idcounter

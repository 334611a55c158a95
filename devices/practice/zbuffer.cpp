#include "devices/practice/zbuffer.h"

#include <algorithm>
#include <cmath>

namespace idcounter {

cv::Point3f View::placed(const cv::Point3f &point) const
{
    return turn * (point - pivot) + pivot + shift;
}

cv::Point2f View::projected(const cv::Point3f &placedPoint) const
{
    const float nearness = scale * cameraDistance / (cameraDistance - placedPoint.z);
    return {centre.x + placedPoint.x * nearness, centre.y - placedPoint.y * nearness};
}

namespace {

// In float: cv::Point2f::cross() answers in double.
float cross(const cv::Point2f &a, const cv::Point2f &b)
{
    return a.x * b.y - a.y * b.x;
}

} // namespace

ZBuffer::ZBuffer(QSize size)
    : m_size(size)
    , m_fragments(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()),
                  Fragment{farAway, {}, {}, Part::Nothing})
{
}

void ZBuffer::draw(const Mesh &mesh, const View &view, Presence isPresent)
{
    std::vector<Corner> corners;
    corners.reserve(mesh.vertices.size());
    for (const Vertex &vertex : mesh.vertices) {
        const cv::Point3f placed = view.placed(vertex.position);
        corners.push_back({view.projected(placed), placed.z, view.turn * vertex.normal, vertex.paint});
    }
    for (std::size_t i = 0; i + 2 < mesh.corners.size(); i += 3) {
        fill(corners[static_cast<std::size_t>(mesh.corners[i])], corners[static_cast<std::size_t>(mesh.corners[i + 1])],
             corners[static_cast<std::size_t>(mesh.corners[i + 2])], mesh.part, isPresent);
    }
}

void ZBuffer::fill(const Corner &a, const Corner &b, const Corner &c, Part part, Presence isPresent)
{
    const cv::Point2f ab = b.pixel - a.pixel;
    const cv::Point2f ac = c.pixel - a.pixel;
    const float area = cross(ab, ac);
    if (std::abs(area) < 1e-6F)
        return;
    const auto [minX, maxX] = std::minmax({a.pixel.x, b.pixel.x, c.pixel.x});
    const auto [minY, maxY] = std::minmax({a.pixel.y, b.pixel.y, c.pixel.y});
    const int left = std::max(0, static_cast<int>(std::ceil(minX)));
    const int right = std::min(m_size.width() - 1, static_cast<int>(std::floor(maxX)));
    const int top = std::max(0, static_cast<int>(std::ceil(minY)));
    const int bottom = std::min(m_size.height() - 1, static_cast<int>(std::floor(maxY)));

    for (int y = top; y <= bottom; ++y) {
        Fragment *fragments = m_fragments.data() + static_cast<std::ptrdiff_t>(y) * m_size.width();
        for (int x = left; x <= right; ++x) {
            const cv::Point2f from(static_cast<float>(x) - a.pixel.x, static_cast<float>(y) - a.pixel.y);
            const float v = cross(from, ac) / area;
            const float w = cross(ab, from) / area;
            constexpr float slack = -1e-4F; // a pixel on a seam belongs to both sides rather than to none
            if (v < slack || w < slack || v + w > 1 - slack)
                continue;
            const float u = 1 - v - w;
            const float depth = u * a.depth + v * b.depth + w * c.depth;
            if (depth <= fragments[x].depth)
                continue;
            const cv::Point3f paint = a.paint * u + b.paint * v + c.paint * w;
            if (isPresent != nullptr && !isPresent(paint))
                continue;
            fragments[x] = {depth, a.normal * u + b.normal * v + c.normal * w, paint, part};
        }
    }
}

} // namespace idcounter

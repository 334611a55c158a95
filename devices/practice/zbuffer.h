#pragma once

#include "devices/practice/mesh.h"

#include <QSize>

#include <opencv2/core/matx.hpp>

#include <functional>
#include <vector>

namespace idcounter {

// How the camera sees a mesh: turned and moved, then projected from 1300 mm away.
struct View
{
    static constexpr float cameraDistance = 1300; // mm

    cv::Matx33f turn = cv::Matx33f::eye();
    cv::Point3f pivot; // mm, the point that the turn leaves in place
    cv::Point3f shift; // mm, after the turn
    float scale = 1; // px to a millimetre at the depth of the origin
    cv::Point2f centre; // px, where the origin comes to lie without a shift

    cv::Point3f placed(const cv::Point3f &point) const; // mm, before the camera
    cv::Point2f projected(const cv::Point3f &placedPoint) const; // px
};

// The surface that is seen in one pixel.
struct Fragment
{
    float depth; // mm towards the camera
    cv::Point3f normal;
    cv::Point3f paint;
    Part part;
};

// The nearest surface of every pixel. Triangles are rasterised, not points, so that nothing behind shines through.
class ZBuffer
{
public:
    static constexpr float farAway = -1e6F;

    explicit ZBuffer(QSize size);

    // Whether there is surface at a place of the mesh: lets a hairline be finer than its triangles.
    using Presence = bool (*)(const cv::Point3f &paint);

    void draw(const Mesh &mesh, const View &view, Presence isPresent = nullptr);

    int width() const { return m_size.width(); }
    int height() const { return m_size.height(); }
    const Fragment *row(int y) const { return m_fragments.data() + static_cast<std::ptrdiff_t>(y) * m_size.width(); }

private:
    struct Corner
    {
        cv::Point2f pixel;
        float depth;
        cv::Point3f normal;
        cv::Point3f paint;
    };

    void fill(const Corner &a, const Corner &b, const Corner &c, Part part, Presence isPresent);

    QSize m_size;
    std::vector<Fragment> m_fragments;
};

} // namespace idcounter

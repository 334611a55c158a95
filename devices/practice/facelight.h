#pragma once

#include "devices/practice/facepaint.h"
#include "devices/practice/facepose.h"
#include "devices/practice/zbuffer.h"

#include <opencv2/core/mat.hpp>

namespace idcounter {

// The light of the practice station: soft from all sides, a lamp above the camera, a weaker one on the other side.
class FaceLight
{
public:
    explicit FaceLight(PracticeFault fault);

    // What the camera sees of a surface in linear light. shade: 0 open .. 1 in a deep fold.
    Colour lit(const Surface &surface, const cv::Point3f &normal, float shade) const;

    Colour tint() const { return m_tint; }

private:
    float m_ambient = 0.34F;
    float m_key = 0.565F;
    float m_fill = 0.20F;
    cv::Point3f m_keyDirection;
    Colour m_tint{1, 1, 1};
};

// How much of the light is kept from every pixel by what stands in front of its neighbourhood: below a chin, beside a nose.
// 0..1, CV_32F. pixelsPerMillimetre: the scale of the picture.
cv::Mat foldShades(const ZBuffer &buffer, float pixelsPerMillimetre);

} // namespace idcounter

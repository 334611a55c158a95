#pragma once

#include "devices/practice/curve.h"
#include "devices/practice/practiceperson.h"

#include <opencv2/core/types.hpp>

namespace idcounter {

// A way of wearing hair: where it ends, how far it stands off the head and which way it is combed.
class HairCut
{
public:
    explicit HairCut(const PracticePerson &person);

    // Distance from the hairline in mm, below 0 on the bare face. The angle is 0 at the midline in front, in radians.
    float inside(float angle, float y) const;

    // How far the hair stands off the head, in mm.
    float thickness(float angle, float y) const;

    bool coversEars() const
    {
        return m_style == HairStyle::LongInFront || m_style == HairStyle::LongFringe || m_style == HairStyle::Bob;
    }

    // The same for all points of one strand, in mm.
    float across(const cv::Point3f &point) const;

private:
    HairStyle m_style;
    Curve m_hairline; // height by the angle from the midline in degrees
    float m_steepness = 1; // of a hairline that falls to the sides: the distance from it is less than the height says
    float m_top = 0; // mm of thickness
    float m_side = 0;
    float m_edge = 0; // at the hairline in front: a fringe stands off the forehead
    float m_part = 0; // where the strands come from, mm to +x
};

} // namespace idcounter

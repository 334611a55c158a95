#pragma once

#include "devices/practice/curve.h"
#include "devices/practice/haircut.h"
#include "devices/practice/mesh.h"
#include "devices/practice/practiceperson.h"

namespace idcounter {

// The shape of a head in millimetres: cross-sections lofted along the height, and on them the relief of a face. The
// proportions are those that the face models take for a person.
class HeadShape
{
public:
    static constexpr float top = 118; // mm
    static constexpr float bottom = -116;
    static constexpr float eyeDistance = 62; // between the pupils

    // The mouth opens from 0 to 1 and takes the jaw with it.
    explicit HeadShape(const PracticePerson &person, float mouthOpening = 0);

    // A point of the bare skull. The angle is 0 at the midline in front and positive towards +x, in radians.
    cv::Point3f skull(float angle, float y) const;

    // The same with nose, sockets, lips, cheeks and chin.
    cv::Point3f skin(float angle, float y) const;

    // The point of the face that lies at (x, y) as seen from in front.
    cv::Point3f front(float x, float y) const;

    // Its paint is the place on the face before the jaw drops, and the distance from the hairline.
    Mesh faceMesh(const HairCut &cut) const;
    Mesh earMesh(float side) const; // side: -1 or 1

private:
    float halfWidth(float y) const;
    float relief(float x, float y) const;
    float nose(float x, float y) const;
    float jawDrop(float y) const;

    PracticePerson m_person;
    float m_mouthOpening;
    Curve m_squaredHalfWidth;
    Curve m_front;
    Curve m_middle;
    Curve m_back;
    Curve m_noseRidge;
};

} // namespace idcounter

#pragma once

#include "devices/practice/facepaint.h"

namespace idcounter {

// Paints the shoulders at (x, y) mm: cloth, or the skin that its neckline leaves free.
Surface paintCloth(const PracticePerson &person, const FacePose &pose, const FacePaint &skin, float x, float y);

} // namespace idcounter

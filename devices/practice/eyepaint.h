#pragma once

#include "devices/practice/facepaint.h"

namespace idcounter {

// Paints what an eye adds to the skin at (x, y) mm: lids, lashes, the white and the iris with its light.
void paintEye(Surface &surface, const PracticePerson &person, const FacePose &pose, const Colour &shade, float x,
              float y);

// Where the middle of the iris stands over the line of the eyes, in mm.
constexpr float irisHeight = 0.7F;

} // namespace idcounter

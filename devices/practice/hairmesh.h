#pragma once

#include "devices/practice/haircut.h"
#include "devices/practice/headshape.h"
#include "devices/practice/mesh.h"

#include <vector>

namespace idcounter {

// The hair of a person as surfaces over the head. Their paint is: mm across the strands, mm along the strands, and the
// distance in mm from the hairline, below 0 where there is no hair.
std::vector<Mesh> hairMeshes(const PracticePerson &person, const HairCut &cut, const HeadShape &head);

} // namespace idcounter

#pragma once

#include "devices/practice/mesh.h"

#include <vector>

namespace idcounter {

// A pair of spectacles: rims with the lenses in them, bridge and temples. The lenses' paint is the place on the face.
std::vector<Mesh> glassesMeshes();

} // namespace idcounter

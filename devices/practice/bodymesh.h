#pragma once

#include "devices/practice/mesh.h"

namespace idcounter {

// Neck and shoulders. They carry the head in the picture, and the mask of the photo chain needs them: a head without a
// body, or on too long a neck, is not cut out as a person.
// build: factor of the width.
Mesh neckMesh(float build);
Mesh shouldersMesh(float build);

} // namespace idcounter

#pragma once

#include "devices/practice/facepaint.h"

namespace idcounter {

// Whether there is a strand at a place of the hair (see hairMeshes): the edge is as fine as strands.
bool isHair(const cv::Point3f &paint);

// Paints hair: strands lighter and darker, and the band of light that lies across them.
Surface paintHair(const Colour &colour, quint32 seed, const cv::Point3f &paint, const cv::Point3f &normal);

} // namespace idcounter

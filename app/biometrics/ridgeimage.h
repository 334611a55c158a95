#pragma once

#include "app/biometrics/ridgefield.h"

namespace idcounter {

// The ridges of a finger cut out of their noise.
struct RidgeImage
{
    cv::Mat1f
        enhanced; // pixels: response of the filter tuned to the ridges there; ridges negative, 0 outside the finger
    cv::Mat1f clarity; // cells of RidgeField: 0..1, squared correlation of the enhanced with the given pixels
};

// Filters every pixel along and across the ridge it lies on (Gabor filters: Hong, Wan, Jain, IEEE TPAMI 20, 1998).
RidgeImage enhance(const RidgeField &field);

} // namespace idcounter

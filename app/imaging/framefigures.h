#pragma once

#include "app/domain/result.h"

#include <QImage>

namespace idcounter {

// What tells whether a camera is set up well, whoever stands before it.
struct FrameFigures
{
    double brightness = 0; // mean, 0..255
    double focus
        = 0; // variance of the Laplacian by the mean brightness squared, times 10^4, in the middle of the frame
};

// Errors: ImageUnsuitable.
Result<FrameFigures> figuresOf(const QImage &frame);

} // namespace idcounter

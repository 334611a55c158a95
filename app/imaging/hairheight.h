#pragma once

#include "app/imaging/facefinder.h"

#include <optional>

namespace idcounter {

// How far the hair rises above the middle of the pupils, along the axis of the face and in pixels of the picture; a hat
// counts as hair. Empty when it cannot be told: no mask (cascade), or no wall above the hair. Errors: ImageUnsuitable.
Result<std::optional<double>> hairHeight(FaceFinder &finder, const QImage &picture, const Face &face);

// The head from the brows up, as the mask of the person shows it.
struct HeadOutline
{
    std::optional<double> hairHeight; // as above
    double widest = 0; // of the rows above the brows, by the width of the face
    double brim = 0; // the widest row by the one 0.3 face widths above it; 0 where the head ends before
};

// Empty without a mask. Errors: ImageUnsuitable.
Result<std::optional<HeadOutline>> headOutline(FaceFinder &finder, const QImage &picture, const Face &face);

// Its widths alone, from a mask (Grayscale8) of the picture itself, in which the head stands level.
HeadOutline outlineOf(const QImage &mask, const Face &face);

// The hair's top from a mask (Grayscale8) of a picture in which the head stands level: the row where the hair begins between two
// columns, to a fraction of a pixel; 0 where the edge of the mask cuts it, empty where there is nobody.
std::optional<double> hairTop(const QImage &mask, double firstColumn, double lastColumn);

} // namespace idcounter

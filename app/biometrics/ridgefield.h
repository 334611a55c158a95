#pragma once

#include <QImage>

#include <opencv2/core.hpp>

#include <optional>

namespace idcounter {

// Where the finger is on an impression and how its ridges run, in square cells. Angles are in radians clockwise from the
// trailing x axis, as image coordinates have it (y downwards).
struct RidgeField
{
    static constexpr int cellSize = 8; // pixels

    cv::Mat1f pixels; // the impression without its shading: mean 0, deviation 1 in each neighbourhood; ridges negative
    cv::Mat1f contrast; // local deviation in grey levels, one value per cell
    cv::Mat1b finger; // cells: 255 on the finger, 0 elsewhere
    cv::Mat1f orientation; // cells: along the ridges, 0..π
    cv::Mat1f coherence; // cells: 0 (none) to 1 (all gradients of the neighbourhood agree)
    cv::Mat1f period; // cells: from ridge to ridge, pixels; where none could be measured, as around
    cv::Mat1b sampled; // cells: 255 where the period was looked for
    cv::Mat1b periodic; // cells: 255 where it was found
};

// Nothing where the impression has no contrast at all. The threshold of the finger is relative to the impression's own
// contrast.
std::optional<RidgeField> findRidges(const QImage &grey);

// Of the cells set in mask keeps the pieces that have at least a fifth of the largest one's size, without holes.
cv::Mat1b withoutScraps(const cv::Mat1b &mask);

} // namespace idcounter

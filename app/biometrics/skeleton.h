#pragma once

#include <opencv2/core.hpp>

#include <vector>

namespace idcounter {

// An end of a line of a skeleton that is no artefact of noise.
struct LineEnd
{
    cv::Point2f position; // pixels
    cv::Point2f inwards; // unit vector from the end into the line
};

// Thins what is set to lines of one pixel that keep its shape and connections (Guo, Hall, CACM 32, 1989).
void thin(cv::Mat1b &image);

// The ends of a thinned image's lines, without short spurs, islands, and pairs of ends that face each other across a gap.
// Period is the usual distance from line to line, in pixels.
std::vector<LineEnd> lineEnds(const cv::Mat1b &skeleton, float period);

} // namespace idcounter

#pragma once

#include "devices/practice/facepose.h"

#include <opencv2/core/mat.hpp>

namespace idcounter {

// The wall behind the practice people in linear light, CV_32FC3: plain light grey, or what the fault makes of it.
// `person` is the coverage, 0..1, CV_32F, which throws the shadow.
cv::Mat drawWall(PracticeFault fault, const cv::Mat &person);

} // namespace idcounter

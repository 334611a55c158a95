#pragma once

#include <opencv2/core.hpp>

namespace idcounter {

// The photo before a white wall. `photo` in blue, green, red; `mask` in its size, CV_32F, how much of a pixel is the person.
// The person stays as it is; only where hair and wall mix is the wall's colour taken out. May throw cv::Exception.
cv::Mat whitened(const cv::Mat &photo, const cv::Mat &mask);

} // namespace idcounter

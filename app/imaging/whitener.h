#pragma once

#include <opencv2/core.hpp>

namespace idcounter {

// How much of every pixel is the person, CV_32F, 0..1, to the single hair: the coarse mask of a net led along the edges of the
// photo. `photo` in blue, green, red; `mask` in its size, CV_32F. May throw cv::Exception.
cv::Mat matteOf(const cv::Mat &photo, const cv::Mat &mask);

// The photo before a white wall. The person stays as it is; only where hair and wall mix is the wall's colour taken out. May
// throw cv::Exception.
cv::Mat onWhite(const cv::Mat &photo, const cv::Mat &matte);

} // namespace idcounter

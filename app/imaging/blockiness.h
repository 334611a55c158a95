#pragma once

#include <opencv2/core.hpp>

namespace idcounter {

// How much steeper the picture is where the 8x8 blocks of JPEG meet than within them: 1 for none, 2 for plainly visible
// blocks. `picture` in blue, green, red. May throw cv::Exception.
double blockiness(const cv::Mat &picture);

// Whether no pixel has more than `most` between its channels, but for one in a thousand.
bool isGrey(const cv::Mat &picture, int most);

} // namespace idcounter

#pragma once

#include <opencv2/dnn.hpp>

namespace idcounter {

// MediaPipe's selfie segmentation: how much of every pixel is a person.
class PersonMask
{
public:
    explicit PersonMask(const cv::dnn::Net &net);

    // `picture` in blue, green, red; the answer in its size, CV_32F, 0..1. May throw cv::Exception.
    cv::Mat find(const cv::Mat &picture);

private:
    cv::dnn::Net m_net;
};

} // namespace idcounter

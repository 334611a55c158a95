#pragma once

#include <opencv2/dnn.hpp>

#include <vector>

namespace idcounter {

// A face as a detector sees it, in pixels of the picture.
struct Detection
{
    cv::Rect2d box;
    cv::Point2d leftEye;
    cv::Point2d rightEye;
    double score = 0; // 0..1
};

// MediaPipe's short-range face detector (BlazeFace, 128x128): every face within two metres or so, the largest first.
class FaceDetector
{
public:
    explicit FaceDetector(const cv::dnn::Net &net);

    // `picture` in blue, green, red. May throw cv::Exception.
    std::vector<Detection> find(const cv::Mat &picture);

private:
    cv::dnn::Net m_net;
    std::vector<cv::Point2d> m_anchors; // 0..1
};

} // namespace idcounter

#include "app/imaging/personmask.h"

#include <opencv2/imgproc.hpp>

namespace idcounter {

namespace {

constexpr int inputSize = 256;

} // namespace

PersonMask::PersonMask(const cv::dnn::Net &net)
    : m_net(net)
{
}

cv::Mat PersonMask::find(const cv::Mat &picture)
{
    cv::Mat input;
    const bool shrinks = picture.cols > inputSize && picture.rows > inputSize;
    cv::resize(picture, input, {inputSize, inputSize}, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    m_net.setInput(cv::dnn::blobFromImage(input, 1 / 255.0, {}, {}, true));
    cv::Mat output = m_net.forward("t249");
    const cv::Mat small(inputSize, inputSize, CV_32F, output.ptr<float>());
    cv::Mat mask;
    cv::resize(small, mask, picture.size(), 0, 0, cv::INTER_LINEAR);
    return mask;
}

} // namespace idcounter

#include "app/imaging/facedetector.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace idcounter {

namespace {

constexpr int inputSize = 128;
constexpr int valuesPerAnchor = 16; // box as middle and size, then six points: both eyes come first
constexpr double leastScore = 0.6;
constexpr double sameFaceOverlap = 0.3; // area shared by area covered

// The net answers for two faces in each field of a 16x16 grid, then for six in each field of an 8x8 grid.
std::vector<cv::Point2d> makeAnchors()
{
    std::vector<cv::Point2d> anchors;
    for (const auto &[fields, faces] : {std::pair(16, 2), std::pair(8, 6)}) {
        for (int y = 0; y < fields; ++y) {
            for (int x = 0; x < fields; ++x)
                anchors.insert(anchors.end(), static_cast<std::size_t>(faces),
                               {(x + 0.5) / fields, (y + 0.5) / fields});
        }
    }
    return anchors;
}

double overlap(const cv::Rect2d &a, const cv::Rect2d &b)
{
    const double shared = (a & b).area();
    return shared > 0 ? shared / (a.area() + b.area() - shared) : 0;
}

Detection weightedMean(const std::vector<Detection> &detections)
{
    Detection mean;
    cv::Point2d topLeft;
    cv::Point2d bottomRight;
    double sum = 0;
    for (const Detection &detection : detections) {
        topLeft += detection.score * detection.box.tl();
        bottomRight += detection.score * detection.box.br();
        mean.leftEye += detection.score * detection.leftEye;
        mean.rightEye += detection.score * detection.rightEye;
        mean.score = std::max(mean.score, detection.score);
        sum += detection.score;
    }
    mean.box = cv::Rect2d(topLeft / sum, bottomRight / sum);
    mean.leftEye /= sum;
    mean.rightEye /= sum;
    return mean;
}

// The net finds a face several times; overlapping finds are one face, in the mean of their places.
std::vector<Detection> merged(std::vector<Detection> detections)
{
    std::sort(detections.begin(), detections.end(),
              [](const Detection &a, const Detection &b) { return a.score > b.score; });
    std::vector<Detection> faces;
    while (!detections.empty()) {
        const cv::Rect2d best = detections.front().box;
        const auto others
            = std::stable_partition(detections.begin(), detections.end(), [&best](const Detection &detection) {
                  return overlap(detection.box, best) > sameFaceOverlap;
              });
        if (others == detections.begin()) // a box without area overlaps nothing, not even itself
            break;
        faces.push_back(weightedMean({detections.begin(), others}));
        detections.erase(detections.begin(), others);
    }
    std::sort(faces.begin(), faces.end(),
              [](const Detection &a, const Detection &b) { return a.box.area() > b.box.area(); });
    return faces;
}

} // namespace

FaceDetector::FaceDetector(const cv::dnn::Net &net)
    : m_net(net)
    , m_anchors(makeAnchors())
{
}

std::vector<Detection> FaceDetector::find(const cv::Mat &picture)
{
    const int longSide = std::max(picture.cols, picture.rows);
    const double scale = double(inputSize) / longSide;
    const cv::Size size(std::max(1, cvRound(picture.cols * scale)), std::max(1, cvRound(picture.rows * scale)));
    const cv::Point corner((inputSize - size.width) / 2, (inputSize - size.height) / 2);
    cv::Mat input(inputSize, inputSize, CV_8UC3, cv::Scalar::all(0));
    cv::resize(picture, input(cv::Rect(corner, size)), size, 0, 0, cv::INTER_AREA);

    m_net.setInput(cv::dnn::blobFromImage(input, 2 / 255.0, {}, cv::Scalar::all(127.5), true));
    std::vector<cv::Mat> outputs;
    m_net.forward(outputs, std::vector<cv::String>{"t174", "t175"});
    const auto *scores = outputs[0].ptr<float>();
    const auto *values = outputs[1].ptr<float>();

    std::vector<Detection> detections;
    for (std::size_t i = 0; i < m_anchors.size(); ++i, values += valuesPerAnchor) {
        const double score = 1 / (1 + std::exp(-double(scores[i])));
        if (score < leastScore)
            continue;
        const auto place = [&](float x, float y) {
            const cv::Point2d inInput = m_anchors[i] * inputSize + cv::Point2d(x, y);
            return (inInput - cv::Point2d(corner)) / scale;
        };
        const cv::Size2d boxSize(values[2] / scale, values[3] / scale);
        const cv::Point2d middle = place(values[0], values[1]);
        detections.push_back(
            {.box = {middle.x - boxSize.width / 2, middle.y - boxSize.height / 2, boxSize.width, boxSize.height},
             .leftEye = place(values[4], values[5]),
             .rightEye = place(values[6], values[7]),
             .score = score});
    }
    return merged(std::move(detections));
}

} // namespace idcounter

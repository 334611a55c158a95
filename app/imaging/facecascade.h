#pragma once

#include "app/domain/result.h"
#include "app/imaging/facedetector.h"

#include <opencv2/objdetect.hpp>

namespace idcounter {

// OpenCV's cascades for faces and eyes. They find nine faces of ten, and measure nothing.
class FaceCascade
{
public:
    // `folder` holds the files of Debian's opencv-data, or their folder haarcascades. Errors: ModelsMissing.
    static Result<FaceCascade> load(const QString &folder);

    // As FaceDetector::find(), slower (70 ms). Where fewer than two eyes are seen they are put where eyes mostly are.
    std::vector<Detection> find(const cv::Mat &picture);

private:
    FaceCascade() = default;

    cv::CascadeClassifier m_faces;
    cv::CascadeClassifier m_eyes;
};

} // namespace idcounter

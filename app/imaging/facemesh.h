#pragma once

#include "app/imaging/facedetector.h"

#include <QTransform>

#include <array>
#include <vector>

namespace idcounter {

// Where the face mesh looks: a square that stands upright on the face.
struct MeshArea
{
    cv::Point2d middle;
    double side = 0;
    double degrees = 0; // clockwise

    static constexpr double margin = 1.5; // side by the longer side of the face's box; what the mesh was taught with

    static MeshArea around(const Detection &detection);
};

// The mesh of one face: MediaPipe's 468 points and 5 points of each iris in pixels of the picture, with their depth in the
// same unit, growing away from the camera; and how sure the net is that this is a face, 0..1.
struct MeshPoints
{
    std::vector<cv::Point3d> points;
    double score = 0;
};

// MediaPipe's face mesh with attention: a net for the whole face, and one for each eye and the lips, which look closer at
// what the first one saw there.
class FaceMesh
{
public:
    struct Nets
    {
        cv::dnn::Net base;
        cv::dnn::Net leftEye;
        cv::dnn::Net rightEye;
        cv::dnn::Net lips;
    };
    explicit FaceMesh(Nets nets);

    // `picture` in blue, green, red. May throw cv::Exception. Below `leastScore` the eyes and the lips are not looked at.
    MeshPoints find(const cv::Mat &picture, const MeshArea &area, double leastScore);

private:
    Nets m_nets;
};

} // namespace idcounter

#include "app/imaging/facemesh.h"

#include "app/imaging/mats.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace idcounter {

namespace {

constexpr int inputSize = 192;
constexpr int featureSize = 48; // side of each feature plane
constexpr int featurePlanes = 32;
constexpr int partSize = 16; // side of what an eye or the lips get of a feature plane
constexpr int partFrame = 64; // their answer is counted in a square of this side
constexpr double partMargin = 1.5;
constexpr std::size_t meshPoints = 468;
constexpr std::size_t irisPoints = 5;

// The points that the nets of the parts answer for, in their order: options of the operators in the original model.
constexpr std::array leftEyePoints{33,  7,   163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157,
                                   173, 130, 25,  110, 24,  23,  22,  26,  112, 243, 247, 30,  29,  27,  28,
                                   56,  190, 226, 31,  228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223,
                                   222, 221, 189, 35,  124, 46,  53,  52,  65,  143, 111, 117, 118, 119, 120,
                                   121, 128, 245, 156, 70,  63,  105, 66,  107, 55,  193};
constexpr std::array rightEyePoints{263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384,
                                    398, 359, 255, 339, 254, 253, 252, 256, 341, 463, 467, 260, 259, 257, 258,
                                    286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444, 443,
                                    442, 441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349,
                                    350, 357, 465, 383, 300, 293, 334, 296, 336, 285, 417};
constexpr std::array lipPoints{61,  146, 91,  181, 84,  17,  314, 405, 321, 375, 291, 185, 40,  39,  37,  0,
                               267, 269, 270, 409, 78,  95,  88,  178, 87,  14,  317, 402, 318, 324, 308, 191,
                               80,  81,  82,  13,  312, 311, 310, 415, 76,  77,  90,  180, 85,  16,  315, 404,
                               320, 307, 306, 184, 74,  73,  72,  11,  302, 303, 304, 408, 62,  96,  89,  179,
                               86,  15,  316, 403, 319, 325, 292, 183, 42,  41,  38,  12,  268, 271, 272, 407};

// One part of the face: which points it is made of, and between which two it is level.
struct Part
{
    std::span<const int> points;
    int leftCorner;
    int rightCorner;
};

constexpr Part leftEye{leftEyePoints, 33, 133};
constexpr Part rightEye{rightEyePoints, 362, 263};
constexpr Part lips{lipPoints, 61, 291};

QTransform toInput(const MeshArea &area)
{
    return QTransform::fromTranslate(-area.middle.x, -area.middle.y) * QTransform().rotate(-area.degrees)
        * QTransform::fromScale(inputSize / area.side, inputSize / area.side)
        * QTransform::fromTranslate(inputSize / 2.0, inputSize / 2.0);
}

// From the square of the part, counted 0..1, to the input of the base net.
QTransform placeOf(const Part &part, const std::vector<cv::Point3d> &points)
{
    const cv::Point3d left = points[static_cast<std::size_t>(part.leftCorner)];
    const cv::Point3d line = points[static_cast<std::size_t>(part.rightCorner)] - left;
    const double degrees = std::atan2(line.y, line.x) * 180 / CV_PI;
    const QTransform levelled = QTransform().rotate(-degrees);
    QRectF bounds;
    QPolygonF turned;
    for (const int index : part.points) {
        const cv::Point3d &point = points[static_cast<std::size_t>(index)];
        turned.append(levelled.map(QPointF(point.x, point.y)));
    }
    bounds = turned.boundingRect();
    return QTransform::fromTranslate(-0.5, -0.5)
        * QTransform::fromScale(bounds.width() * partMargin, bounds.height() * partMargin)
        * QTransform::fromTranslate(bounds.center().x(), bounds.center().y()) * QTransform().rotate(degrees);
}

// The feature planes where the part is, as the input of its net.
cv::Mat featuresAt(const QTransform &place, const cv::Mat &features)
{
    const QTransform toPart
        = (place * QTransform::fromScale(double(featureSize) / inputSize, double(featureSize) / inputSize)).inverted()
        * QTransform::fromScale(partSize, partSize);
    const int shape[] = {1, featurePlanes, partSize, partSize};
    cv::Mat result(4, shape, CV_32F);
    for (int plane = 0; plane < featurePlanes; ++plane) {
        const cv::Mat source(featureSize, featureSize, CV_32F, const_cast<float *>(features.ptr<float>(0, plane)));
        cv::Mat target(partSize, partSize, CV_32F, result.ptr<float>(0, plane));
        warpedExactly(source, toPart, target.size()).copyTo(target);
    }
    return result;
}

cv::Point2d answered(const QTransform &place, const float *values, std::size_t index)
{
    const QPointF point = place.map(QPointF(values[2 * index], values[2 * index + 1]) / partFrame);
    return {point.x(), point.y()};
}

} // namespace

MeshArea MeshArea::around(const Detection &detection)
{
    const cv::Point2d line = detection.rightEye - detection.leftEye;
    return {.middle = (detection.box.tl() + detection.box.br()) / 2,
            .side = margin * std::max(detection.box.width, detection.box.height),
            .degrees = std::atan2(line.y, line.x) * 180 / CV_PI};
}

FaceMesh::FaceMesh(Nets nets)
    : m_nets(std::move(nets))
{
}

MeshPoints FaceMesh::find(const cv::Mat &picture, const MeshArea &area, double leastScore)
{
    const QTransform transform = toInput(area);
    const cv::Mat input = warped(picture, transform, {inputSize, inputSize}, {});
    m_nets.base.setInput(cv::dnn::blobFromImage(input, 1 / 255.0, {}, {}, true));
    std::vector<cv::Mat> outputs;
    m_nets.base.forward(outputs, std::vector<cv::String>{"t186", "t35", "t710"});

    MeshPoints mesh;
    mesh.score = 1 / (1 + std::exp(-double(*outputs[2].ptr<float>())));
    if (mesh.score < leastScore)
        return mesh;
    const auto *values = outputs[0].ptr<float>();
    for (std::size_t i = 0; i < meshPoints; ++i, values += 3)
        mesh.points.emplace_back(values[0], values[1], values[2]);

    const std::vector<cv::Point3d> coarse = mesh.points;
    const auto refine
        = [&](cv::dnn::Net &net, const Part &part, const cv::String &output, const cv::String &irisOutput) {
              const QTransform place = placeOf(part, coarse);
              net.setInput(featuresAt(place, outputs[1]));
              std::vector<cv::String> names{output};
              if (!irisOutput.empty())
                  names.push_back(irisOutput);
              std::vector<cv::Mat> refined;
              net.forward(refined, names);
              for (std::size_t i = 0; i < part.points.size(); ++i) {
                  const cv::Point2d point = answered(place, refined[0].ptr<float>(), i);
                  cv::Point3d &target = mesh.points[static_cast<std::size_t>(part.points[i])];
                  target = {point.x, point.y, target.z};
              }
              if (irisOutput.empty())
                  return;
              const double depth = coarse[static_cast<std::size_t>(part.leftCorner)].z;
              for (std::size_t i = 0; i < irisPoints; ++i) {
                  const cv::Point2d point = answered(place, refined[1].ptr<float>(), i);
                  mesh.points.emplace_back(point.x, point.y, depth);
              }
          };
    refine(m_nets.lips, lips, "t684", {});
    refine(m_nets.leftEye, leftEye, "t687", "t690");
    refine(m_nets.rightEye, rightEye, "t693", "t696");

    const QTransform toPicture = transform.inverted();
    const double scale = area.side / inputSize;
    for (cv::Point3d &point : mesh.points) {
        const QPointF mapped = toPicture.map(QPointF(point.x, point.y));
        point = {mapped.x(), mapped.y(), point.z * scale};
    }
    return mesh;
}

} // namespace idcounter

#include "app/imaging/facefinder.h"

#include "app/imaging/facecascade.h"
#include "app/imaging/facemesh.h"
#include "app/imaging/mats.h"
#include "app/imaging/modelfiles.h"
#include "app/imaging/personmask.h"

#include <QLineF>
#include <QPolygonF>
#include <QTransform>
#include <QtMath>

#include <optional>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// A print on clothing or a poster can look like a face: a further person must be surer and not much smaller than the first.
constexpr double leastScoreOfFurtherFaces = 0.75;
constexpr double leastSizeOfFurtherFaces = 0.4;
constexpr double leastMeshScore = 0.5;
// True width between the cheeks by the distance of the mesh's points: median of 40 faces with hand-placed points, of which
// nine in ten lie within 3 %.
constexpr double widthByMesh = 1.02;

QPointF pointAt(const MeshPoints &mesh, qsizetype index)
{
    const cv::Point3d &point = mesh.points[static_cast<std::size_t>(index)];
    return {point.x, point.y};
}

double depthAt(const MeshPoints &mesh, qsizetype index)
{
    return mesh.points[static_cast<std::size_t>(index)].z;
}

double distance(const MeshPoints &mesh, qsizetype a, qsizetype b)
{
    return QLineF(pointAt(mesh, a), pointAt(mesh, b)).length();
}

// Mean height of the opening by the width of the eye, from three pairs of points of the upper and the lower lid.
double eyeOpening(const MeshPoints &mesh)
{
    const double left = (distance(mesh, 160, 144) + distance(mesh, 159, 145) + distance(mesh, 158, 153))
        / (3 * distance(mesh, 33, 133));
    const double right = (distance(mesh, 385, 380) + distance(mesh, 386, 374) + distance(mesh, 387, 373))
        / (3 * distance(mesh, 362, 263));
    return (left + right) / 2;
}

// The widest of three places between the lips, by the distance from the eyes to the chin.
double mouthOpening(const MeshPoints &mesh, const Face &face)
{
    const double widest = std::max({distance(mesh, 13, 14), distance(mesh, 82, 87), distance(mesh, 312, 317)});
    return widest / QLineF(face.pupilMiddle(), face.chin).length();
}

// Along the axis of the face, which may be tilted.
double earHeight(const MeshPoints &mesh, const Face &face)
{
    const QTransform level = QTransform().rotate(-face.roll());
    const double eyes = level.map(face.pupilMiddle()).y();
    const double ears
        = level.map((pointAt(mesh, facepoint::leftTemple) + pointAt(mesh, facepoint::rightTemple)) / 2).y();
    return (ears - eyes) / (level.map(face.chin).y() - eyes);
}

Face faceOf(const Detection &detection)
{
    Face face;
    face.box = QRectF(detection.box.x, detection.box.y, detection.box.width, detection.box.height);
    face.score = detection.score;
    face.leftPupil = QPointF(detection.leftEye.x, detection.leftEye.y);
    face.rightPupil = QPointF(detection.rightEye.x, detection.rightEye.y);
    return face;
}

void layOn(Face &face, const MeshPoints &mesh)
{
    face.meshScore = mesh.score;
    if (mesh.score < leastMeshScore)
        return;
    face.measured = true;
    for (qsizetype i = 0; i < facepoint::count; ++i)
        face.points.append(pointAt(mesh, i));
    face.leftPupil = pointAt(mesh, facepoint::leftIris);
    face.rightPupil = pointAt(mesh, facepoint::rightIris);
    face.chin = pointAt(mesh, facepoint::chin);
    const double acrossMesh = distance(mesh, facepoint::leftCheek, facepoint::rightCheek);
    const double alongMesh = distance(mesh, facepoint::foreheadTop, facepoint::chin);
    face.width = widthByMesh * acrossMesh;
    face.yaw = qRadiansToDegrees(
        std::atan2(depthAt(mesh, facepoint::rightCheek) - depthAt(mesh, facepoint::leftCheek), acrossMesh));
    face.pitch = qRadiansToDegrees(
        std::atan2(depthAt(mesh, facepoint::chin) - depthAt(mesh, facepoint::foreheadTop), alongMesh));
    face.earHeight = earHeight(mesh, face);
    face.eyeOpening = eyeOpening(mesh);
    face.mouthOpening = mouthOpening(mesh, face);
}

// What counts as a person, the largest first.
QList<Face> people(const std::vector<Detection> &detections)
{
    QList<Face> faces;
    for (const Detection &detection : detections) {
        const bool isPerson = faces.isEmpty()
            || (detection.score >= leastScoreOfFurtherFaces
                && detection.box.width > leastSizeOfFurtherFaces * faces.first().box.width());
        if (isPerson)
            faces.append(faceOf(detection));
    }
    return faces;
}

// Where a face that was measured in the frame before is looked for: the mesh reaches as far as the detector's box.
MeshArea areaOf(const Face &last)
{
    const QRectF bounds = QPolygonF(last.points).boundingRect();
    return {.middle = {bounds.center().x(), bounds.center().y()},
            .side = MeshArea::margin * std::max(bounds.width(), bounds.height()),
            .degrees = last.roll()};
}

// The box of the frame before, moved and sized as the face has.
QRectF movedBox(const Face &last, const Face &now)
{
    const double scale = *now.width / *last.width;
    const QPointF corner = now.pupilMiddle() + scale * (last.box.topLeft() - last.pupilMiddle());
    return {corner, last.box.size() * scale};
}

// The pixels of a picture that has some.
Result<cv::Mat> pixelsOf(const QImage &picture)
{
    if (picture.isNull())
        return Error{Error::Code::ImageUnsuitable, u"no picture"_s};
    return toMat(picture);
}

} // namespace

// Either the four nets or the cascade.
struct FaceFinder::Engine
{
    struct Nets
    {
        FaceDetector detector;
        FaceMesh mesh;
        PersonMask mask;
    };
    std::optional<Nets> nets;
    std::optional<FaceCascade> cascade;

    std::vector<Detection> detections(const cv::Mat &picture)
    {
        return nets ? nets->detector.find(picture) : cascade->find(picture);
    }
};

FaceFinder::FaceFinder(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine))
{
}

FaceFinder::~FaceFinder() = default;

Result<std::unique_ptr<FaceFinder>> FaceFinder::load(const ModelSource &source)
{
    std::vector<cv::dnn::Net> nets;
    for (const Model model :
         {Model::Detector, Model::Mesh, Model::LeftEye, Model::RightEye, Model::Lips, Model::Person}) {
        auto net = loadNet(source, model);
        if (!net)
            return net.error();
        nets.push_back(*std::move(net));
    }
    auto engine = std::make_unique<Engine>();
    engine->nets.emplace(
        Engine::Nets{.detector = FaceDetector(nets[0]),
                     .mesh = FaceMesh({.base = nets[1], .leftEye = nets[2], .rightEye = nets[3], .lips = nets[4]}),
                     .mask = PersonMask(nets[5])});
    return std::unique_ptr<FaceFinder>(new FaceFinder(std::move(engine)));
}

Result<std::unique_ptr<FaceFinder>> FaceFinder::loadCascade(const QString &folder)
{
    auto cascade = FaceCascade::load(folder);
    if (!cascade)
        return cascade.error();
    auto engine = std::make_unique<Engine>();
    engine->cascade.emplace(*std::move(cascade));
    return std::unique_ptr<FaceFinder>(new FaceFinder(std::move(engine)));
}

bool FaceFinder::measures() const
{
    return m_engine->nets.has_value();
}

Result<QList<Face>> FaceFinder::detect(const QImage &picture)
{
    return guarded([&]() -> Result<QList<Face>> {
        const auto pixels = pixelsOf(picture);
        if (!pixels)
            return pixels.error();
        return people(m_engine->detections(*pixels));
    });
}

Result<QList<Face>> FaceFinder::find(const QImage &picture)
{
    return guarded([&]() -> Result<QList<Face>> {
        const auto pixels = pixelsOf(picture);
        if (!pixels)
            return pixels.error();
        const std::vector<Detection> detections = m_engine->detections(*pixels);
        if (!m_engine->nets)
            return people(detections);
        // A face that the mesh does not believe must not make the others small.
        std::vector<Detection> believed;
        QList<Face> measured;
        for (const Detection &detection : detections) {
            Face face = faceOf(detection);
            layOn(face, m_engine->nets->mesh.find(*pixels, MeshArea::around(detection), leastMeshScore));
            if (!face.measured)
                continue;
            believed.push_back(detection);
            measured.append(face);
        }
        QList<Face> faces;
        for (const Face &person : people(believed)) {
            for (const Face &face : measured) {
                if (face.box == person.box)
                    faces.append(face);
            }
        }
        return faces;
    });
}

Result<Face> FaceFinder::follow(const QImage &picture, const Face &last)
{
    return guarded([&]() -> Result<Face> {
        if (!m_engine->nets)
            return Error{Error::Code::ModelsMissing, {}};
        if (!last.measured)
            return Error{Error::Code::FaceAbsent, {}};
        const auto pixels = pixelsOf(picture);
        if (!pixels)
            return pixels.error();
        Face face;
        face.score = last.score;
        layOn(face, m_engine->nets->mesh.find(*pixels, areaOf(last), leastMeshScore));
        if (!face.measured)
            return Error{Error::Code::FaceAbsent, {}};
        face.box = movedBox(last, face);
        return face;
    });
}

Result<QImage> FaceFinder::personMask(const QImage &picture, const QTransform &toResult, QSize size)
{
    return guarded([&]() -> Result<QImage> {
        if (!m_engine->nets)
            return Error{Error::Code::ModelsMissing, {}};
        const auto pixels = pixelsOf(picture);
        if (!pixels)
            return pixels.error();
        const cv::Mat levelled = warpedWithEdge(*pixels, toResult, {size.width(), size.height()});
        cv::Mat mask;
        m_engine->nets->mask.find(levelled).convertTo(mask, CV_8U, 255);
        return toImage(mask);
    });
}

} // namespace idcounter

#include "devices/practice/practiceface.h"

#include "devices/practice/bodymesh.h"
#include "devices/practice/clothpaint.h"
#include "devices/practice/eyepaint.h"
#include "devices/practice/facelight.h"
#include "devices/practice/framevariation.h"
#include "devices/practice/glassesmesh.h"
#include "devices/practice/hairmesh.h"
#include "devices/practice/hairpaint.h"
#include "devices/practice/practicewall.h"
#include "devices/practice/zbuffer.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

constexpr double supersampling = 1.5;
constexpr double standardScale = 1.84; // px to a millimetre in a picture 720 px high

cv::Matx33f turnBy(double yaw, double pitch, double roll)
{
    constexpr double degree = std::numbers::pi / 180;
    const auto cosine = [](double angle) { return static_cast<float>(std::cos(angle * degree)); };
    const auto sine = [](double angle) { return static_cast<float>(std::sin(angle * degree)); };
    const cv::Matx33f around(cosine(yaw), 0, sine(yaw), 0, 1, 0, -sine(yaw), 0, cosine(yaw));
    const cv::Matx33f nod(1, 0, 0, 0, cosine(pitch), sine(pitch), 0, -sine(pitch), cosine(pitch));
    const cv::Matx33f lean(cosine(roll), sine(roll), 0, -sine(roll), cosine(roll), 0, 0, 0, 1);
    return lean * around * nod;
}

// One person in front of the camera: the meshes, and how head and body stand.
class Sitter
{
public:
    Sitter(const PracticePerson &person, const FacePose &pose, cv::Size size)
        : m_person(dressed(person, pose))
        , m_pose(pose)
        , m_paint(person, pose)
        , m_shape(person, static_cast<float>(pose.mouthOpening))
    {
        const double unit = size.height / 720.0;
        m_head.scale = static_cast<float>(standardScale * unit * pose.scale) * person.scale;
        m_head.centre = {static_cast<float>(size.width / 2.0 + pose.shiftX * unit),
                         static_cast<float>((300 + 60 * (1 - pose.scale) + pose.shiftY) * unit)};
        m_body = m_head;
        // Held level, the models would read this head as bowed.
        constexpr double levelPitch = 9;
        m_head.turn = turnBy(pose.yaw, pose.pitch + levelPitch, pose.roll);
        m_head.pivot = {0, -50, -60};
        m_head.shift = {0, 4, 4};
        m_body.turn = turnBy(pose.yaw * 0.25, 0, 0);
        m_body.pivot = {0, 0, -80};
    }

    void draw(ZBuffer &buffer) const
    {
        const HairCut cut(m_person);
        const float build = m_person.woman ? 0.93F : 1;
        buffer.draw(neckMesh(build), m_body);
        buffer.draw(shouldersMesh(build), m_body);
        buffer.draw(m_shape.faceMesh(cut), m_head);
        if (!cut.coversEars()) {
            buffer.draw(m_shape.earMesh(-1), m_head);
            buffer.draw(m_shape.earMesh(1), m_head);
        }
        for (const Mesh &mesh : hairMeshes(m_person, cut, m_shape))
            buffer.draw(mesh, m_head, isHair);
        if (wearsGlasses())
            drawGlasses(buffer);
    }

    Surface surface(const Fragment &fragment) const
    {
        const cv::Point3f &place = fragment.paint;
        switch (fragment.part) {
        case Part::Skin:
            return m_paint.face(place.x, place.y, place.z);
        case Part::Ear:
            return m_paint.ear(place);
        case Part::Neck:
            return m_paint.neck(place.x, place.y);
        case Part::Cloth:
            return paintCloth(m_person, m_pose, m_paint, place.x, place.y);
        case Part::Hair:
            return paintHair(m_paint.hairColour(), static_cast<quint32>(m_person.seed), place, fragment.normal);
        case Part::Rim:
            return {.albedo = colour(40, 38, 42), .gloss = 0.25F, .polish = 30};
        case Part::Lens:
            if (m_pose.fault == PracticeFault::DarkGlasses)
                return {.albedo = colour(34, 32, 34), .gloss = 0.10F, .polish = 40};
            return {.albedo = {1.1F, 1.1F, 1.1F}};
        case Part::Nothing:
            break;
        }
        Q_UNREACHABLE();
    }

    // `pixel` is the size of one sample in pixels of the finished picture.
    FaceTruth truth(double pixel) const
    {
        FaceTruth truth;
        truth.hasFace = true;
        const auto seen = [&](const cv::Point3f &point) {
            const cv::Point2f at = m_head.projected(m_head.placed(point));
            return QPointF((static_cast<double>(at.x) + 0.5) * pixel - 0.5,
                           (static_cast<double>(at.y) + 0.5) * pixel - 0.5);
        };
        truth.leadingPupil = seen(m_shape.front(-HeadShape::eyeDistance / 2, irisHeight));
        truth.trailingPupil = seen(m_shape.front(HeadShape::eyeDistance / 2, irisHeight));
        truth.chin = seen(m_shape.front(0, -112));
        constexpr float beside = std::numbers::pi_v<float> / 2;
        const QPointF across = seen(m_shape.skin(beside, -10)) - seen(m_shape.skin(-beside, -10));
        truth.faceWidth = std::hypot(across.x(), across.y());
        return truth;
    }

    float samplesPerMillimetre() const { return m_head.scale; }

private:
    // A finished photo ends below the throat: to be seen in it, white has to be worn high.
    static PracticePerson dressed(PracticePerson person, const FacePose &pose)
    {
        if (pose.fault == PracticeFault::WhiteClothes)
            person.neckline = Neckline::High;
        return person;
    }

    bool wearsGlasses() const
    {
        return m_person.glasses || m_pose.fault == PracticeFault::DarkGlasses || m_pose.fault == PracticeFault::Glare;
    }

    void drawGlasses(ZBuffer &buffer) const
    {
        for (const Mesh &mesh : glassesMeshes()) {
            if (mesh.part == Part::Rim || m_pose.fault == PracticeFault::DarkGlasses)
                buffer.draw(mesh, m_head);
            else if (m_pose.fault == PracticeFault::Glare)
                buffer.draw(mesh, m_head, isGlare);
        }
    }

    // Two windows mirrored in every lens.
    static bool isGlare(const cv::Point3f &place)
    {
        const float x = std::abs(place.x) - 33 + 0.3F * place.y;
        return std::abs(place.y - 2) < 8 && std::abs(x) < 9 && std::abs(x) > 1;
    }

    PracticePerson m_person;
    FacePose m_pose;
    FacePaint m_paint;
    HeadShape m_shape;
    View m_head;
    View m_body;
};

// Lays a person over the picture and adds them to the coverage (both at the size of the samples).
void addSitter(const Sitter &sitter, const FaceLight &light, cv::Mat &picture, cv::Mat &coverage)
{
    ZBuffer buffer({picture.cols, picture.rows});
    sitter.draw(buffer);
    const cv::Mat shades = foldShades(buffer, sitter.samplesPerMillimetre());
    cv::parallel_for_({0, picture.rows}, [&](const cv::Range &rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            const Fragment *fragments = buffer.row(y);
            for (int x = 0; x < picture.cols; ++x) {
                if (fragments[x].part == Part::Nothing)
                    continue;
                picture.at<Colour>(y, x)
                    = light.lit(sitter.surface(fragments[x]), fragments[x].normal, shades.at<float>(y, x));
                coverage.at<float>(y, x) = 1;
            }
        }
    });
}

// The camera's own part: exposure, softness of the lens, and the 8 bits of a channel.
QImage exposed(cv::Mat samples, PracticeFault fault, QSize size)
{
    if (fault == PracticeFault::TooDark)
        samples *= 0.05F;
    if (fault == PracticeFault::TooBright)
        samples *= 3.2F;
    const double unit = size.height() / 720.0;
    const double sigma = fault == PracticeFault::Blurred ? 5 * unit : 0.6 * unit;
    cv::GaussianBlur(samples, samples, {}, sigma * supersampling);
    cv::Mat small;
    cv::resize(samples, small, {size.width(), size.height()}, 0, 0, cv::INTER_AREA);

    constexpr int steps = 4096;
    static const std::vector<uchar> encoded = [] {
        std::vector<uchar> table(steps + 1);
        for (int i = 0; i <= steps; ++i)
            table[static_cast<std::size_t>(i)]
                = cv::saturate_cast<uchar>(255 * toEncoded(static_cast<float>(i) / steps));
        return table;
    }();
    QImage image(size, QImage::Format_RGB888);
    for (int y = 0; y < size.height(); ++y) {
        const auto *from = small.ptr<float>(y);
        uchar *to = image.scanLine(y);
        for (int i = 0; i < 3 * size.width(); ++i)
            to[i] = encoded[static_cast<std::size_t>(std::lround(std::clamp(from[i], 0.0F, 1.0F) * steps))];
    }
    return image;
}

QImage coverageImage(const cv::Mat &coverage, QSize size)
{
    cv::Mat small;
    cv::resize(coverage, small, {size.width(), size.height()}, 0, 0, cv::INTER_AREA);
    small.convertTo(small, CV_8U, 255);
    return QImage(small.data, small.cols, small.rows, static_cast<qsizetype>(small.step), QImage::Format_Grayscale8)
        .copy();
}

std::vector<Sitter> sittersFor(const PracticePerson &person, const FacePose &pose, cv::Size size)
{
    if (pose.fault == PracticeFault::Nobody)
        return {};
    std::vector<Sitter> sitters;
    if (pose.fault == PracticeFault::TwoPeople) {
        FacePose beside;
        beside.shiftX = pose.shiftX + 490;
        beside.shiftY = 30;
        beside.scale = 0.86;
        sitters.emplace_back(PracticePerson::fromSeed(person.seed + 7919), beside, size);
    }
    sitters.emplace_back(person, pose, size);
    return sitters;
}

} // namespace

DrawnFace drawFaceWithTruth(const PracticePerson &person, const FacePose &pose, QSize size)
{
    const cv::Size samples(static_cast<int>(std::lround(size.width() * supersampling)),
                           static_cast<int>(std::lround(size.height() * supersampling)));
    const FaceLight light(pose.fault);
    cv::Mat people(samples, CV_32FC3, cv::Scalar::all(0));
    cv::Mat coverage(samples, CV_32F, cv::Scalar(0));
    const std::vector<Sitter> sitters = sittersFor(person, pose, samples);
    for (const Sitter &sitter : sitters)
        addSitter(sitter, light, people, coverage);

    cv::Mat picture = drawWall(pose.fault, coverage);
    cv::multiply(picture,
                 cv::Scalar(static_cast<double>(light.tint()[0]), static_cast<double>(light.tint()[1]),
                            static_cast<double>(light.tint()[2])),
                 picture);
    people.copyTo(picture, coverage > 0.5F);

    DrawnFace drawn;
    if (!sitters.empty())
        drawn.truth = sitters.back().truth(1 / supersampling);
    drawn.truth.coverage = coverageImage(coverage, size);
    drawn.picture = exposed(std::move(picture), pose.fault, size);
    return drawn;
}

QImage drawFace(const PracticePerson &person, const FacePose &pose, QSize size)
{
    return varied(drawFaceWithTruth(person, pose, size).picture, {.noiseSeed = static_cast<quint32>(person.seed)});
}

} // namespace idcounter

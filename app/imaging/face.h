#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>

#include <optional>

namespace idcounter {

// A face in a picture. Lengths are pixels of that picture, counted from the corner of its first pixel; left and right are
// those of the picture; angles are degrees, clockwise as one sees it. What was not measured is empty.
struct Face
{
    QRectF box; // brows to chin
    double score = 0; // of the detector, 0..1
    QPointF leftPupil;
    QPointF rightPupil;

    // From here on only when the mesh lay on the face.
    bool measured = false;
    double meshScore = 0; // 0..1
    QList<QPointF> points; // MediaPipe's 468 points of the face mesh, then 5 of each iris, its middle first
    QPointF chin;
    std::optional<double> width; // between the cheeks, ears not counted
    std::optional<double> yaw; // head turned: positive when the nose points to the right of the picture
    std::optional<double> pitch; // head down: negative when it is thrown back
    // How far the ears' upper roots lie below the eyes, by the distance from the eyes to the chin: they rise when the head is
    // lowered.
    std::optional<double> earHeight;
    std::optional<double> eyeOpening; // of the lids, by the width of the eye; mean of both eyes
    std::optional<double> mouthOpening; // of the lips, by the distance from the eyes to the chin

    QPointF pupilMiddle() const { return (leftPupil + rightPupil) / 2; }
    double pupilDistance() const;
    double widthOrGuess() const; // from the distance of the pupils where the width was not measured
    double roll() const; // head tilted: of the line through the pupils
};

// Places of the face mesh that have a name.
namespace facepoint {

constexpr qsizetype foreheadTop = 10;
constexpr qsizetype chin = 152;
constexpr qsizetype leftBrow = 105;
constexpr qsizetype rightBrow = 334;
constexpr qsizetype leftTemple = 127;
constexpr qsizetype rightTemple = 356;
constexpr qsizetype leftCheek = 234; // where the ear begins
constexpr qsizetype rightCheek = 454;
constexpr qsizetype leftIris = 468;
constexpr qsizetype rightIris = 473;
constexpr qsizetype count = 478;

} // namespace facepoint

// A face from what the clerk clicked when the program found none: pupils and chin. Its width is a guess (standard deviation
// 5 %), so that the crop needs the clerk's eye.
Face faceFromClicks(QPointF leftPupil, QPointF rightPupil, QPointF chin);

} // namespace idcounter

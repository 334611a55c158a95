#include "app/imaging/photoplaces.h"

#include <QTransform>
#include <QtMath>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Points of the mesh along the face, from the forehead over the picture's right.
constexpr std::array oval{10,  338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
                          152, 148, 176, 149, 150, 136, 172, 58,  132, 93,  234, 127, 162, 21,  54,  103, 67,  109};
constexpr std::array mouth{61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91};
constexpr std::array lowerFace{234, 132, 172, 150, 176, 152, 400, 379, 397, 361, 454, 280, 4, 50};
constexpr int leftCheekBone = 50;
constexpr int rightCheekBone = 280;

template<std::size_t Size>
QPolygonF through(const Face &face, const std::array<int, Size> &points)
{
    QPolygonF outline;
    for (const int index : points)
        outline << face.points[index];
    return outline;
}

QPolygonF ellipse(const QPointF &middle, double width, double height, double degrees)
{
    constexpr int corners = 24;
    const QTransform turned = QTransform().rotate(degrees);
    QPolygonF outline;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * i / corners;
        outline << middle + turned.map(QPointF(width / 2 * std::cos(angle), height / 2 * std::sin(angle)));
    }
    return outline;
}

QList<QPolygonF> eyes(const Face &face)
{
    const double distance = face.pupilDistance();
    return {ellipse(face.leftPupil, 0.75 * distance, 0.45 * distance, face.roll()),
            ellipse(face.rightPupil, 0.75 * distance, 0.45 * distance, face.roll())};
}

double brightness(const QImage &picture, const QPointF &at)
{
    constexpr int reach = 4;
    double sum = 0;
    int count = 0;
    for (int y = -reach; y <= reach; y += 2) {
        for (int x = -reach; x <= reach; x += 2) {
            const QPoint place = (at + QPointF(x, y)).toPoint();
            if (picture.rect().contains(place)) {
                sum += qGray(picture.pixel(place));
                ++count;
            }
        }
    }
    return count > 0 ? sum / count : 0;
}

QPolygonF darkerCheek(const QImage &picture, const Face &face)
{
    const QPointF left = face.points[leftCheekBone];
    const QPointF right = face.points[rightCheekBone];
    const double size = 0.7 * face.pupilDistance();
    return ellipse(brightness(picture, left) < brightness(picture, right) ? left : right, size, size, face.roll());
}

// Beside the head, within what becomes the photo.
QList<QPolygonF> wall(const Face &face, const QPolygonF &crop)
{
    constexpr qsizetype corners = 4;
    if (crop.size() < corners)
        return {};
    const QRectF photo = crop.boundingRect();
    const double half = 0.65 * face.widthOrGuess(); // where the ears end
    const QPointF axis = face.pupilMiddle();
    const double bottom = face.measured ? face.chin.y() : axis.y() + face.widthOrGuess() / 2;
    return {QPolygonF(QRectF(photo.topLeft(), QPointF(axis.x() - half, bottom))),
            QPolygonF(QRectF(QPointF(axis.x() + half, photo.top()), QPointF(photo.right(), bottom)))};
}

// From the brows up.
QPolygonF topOfHead(const Face &face)
{
    constexpr double height = 0.75; // face widths
    const double width = face.widthOrGuess();
    const QTransform turned
        = QTransform::fromTranslate(face.pupilMiddle().x(), face.pupilMiddle().y()).rotate(face.roll());
    return turned.map(QPolygonF(QRectF(-0.62 * width, -(height + 0.12) * width, 1.24 * width, height * width)));
}

} // namespace

QList<QPolygonF> placesOf(QStringView rule, const QImage &picture, const QList<Face> &faces, const QPolygonF &crop)
{
    if (faces.isEmpty())
        return {};
    const Face &face = faces.first();
    if (rule == u"one_face") {
        QList<QPolygonF> others;
        for (qsizetype i = 1; i < faces.size(); ++i)
            others << QPolygonF(faces[i].box);
        return others;
    }
    if (rule == u"wall" || rule == u"shadow" || rule == u"background")
        return wall(face, crop);
    if (rule == u"in_frame" || rule == u"resolution" || !face.measured)
        return {QPolygonF(face.box)};
    if (rule == u"eyes_open" || rule == u"glare" || rule == u"dark_glasses")
        return eyes(face);
    if (rule == u"mouth_closed")
        return {through(face, mouth)};
    if (rule == u"covered")
        return {through(face, lowerFace)};
    if (rule == u"even_light")
        return {darkerCheek(picture, face)};
    if (rule == u"hat")
        return {topOfHead(face)};
    if (rule == u"roll") {
        const QPointF reach = (face.rightPupil - face.leftPupil) * 0.6;
        return {QPolygonF({face.leftPupil - reach, face.rightPupil + reach})};
    }
    return {through(face, oval)};
}

} // namespace idcounter

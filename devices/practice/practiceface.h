#pragma once

#include "devices/practice/facepose.h"
#include "devices/practice/practiceperson.h"

#include <QImage>
#include <QPointF>
#include <QSize>

namespace idcounter {

// What is known about a drawn picture, for tests of the photo chain.
struct FaceTruth
{
    bool hasFace = false;
    QPointF leadingPupil; // px, the one nearer to x = 0 when the head is straight
    QPointF trailingPupil;
    QPointF chin; // px
    double faceWidth = 0; // px between the cheeks at the height of the ears' roots; the mesh reads 0.93 of it
    QImage coverage; // Format_Grayscale8, 255 where the person is
};

struct DrawnFace
{
    QImage picture; // Format_RGB888, without the noise of a sensor
    FaceTruth truth;
};

// Draws a person before a wall as a camera at the counter would see them: no photograph of anyone is part of it. Same
// person, pose and size: same bytes. Takes some tenths of a second; thread-safe.
DrawnFace drawFaceWithTruth(const PracticePerson &person, const FacePose &pose, QSize size = {1280, 720});

// The picture alone, with the noise of a sensor.
QImage drawFace(const PracticePerson &person, const FacePose &pose, QSize size = {1280, 720});

} // namespace idcounter

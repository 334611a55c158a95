#pragma once

#include "app/imaging/photocrop.h"

#include <QList>
#include <QPointF>
#include <QStringList>

namespace idcounter {

// Only a finder that measures can tell a person from the wall.
enum class Whitening { Off, On };

// A stroke of the clerk's brush: what lies under it is person, or wall, whatever the program saw there.
struct MaskStroke
{
    bool person = true; // else wall
    double radius = 8; // pixels of the photo
    QList<QPointF> points; // in pixels of the picture the photo is cut out of, so that they stay where they are

    friend bool operator==(const MaskStroke &, const MaskStroke &) = default;
};

// What the clerk changed in the photo that the program proposes.
struct PhotoEdit
{
    CropAdjustment crop;
    Whitening whitening = Whitening::On;
    QList<MaskStroke> strokes;

    friend bool operator==(const PhotoEdit &, const PhotoEdit &) = default;
};

// What was done to the pixels, one line for every step, in its order and with its numbers: kept with the photo, so that it can
// be told what the program and what the clerk changed.
QStringList stepsOf(const CropGeometry &geometry, const PhotoEdit &edit);

} // namespace idcounter

#pragma once

#include "app/imaging/face.h"
#include "app/imaging/photocrop.h"

#include <QImage>
#include <QPolygonF>

namespace idcounter {

// Where in a picture a rule of the photo is broken, as outlines to draw over it, in its pixels; none where it is the whole
// picture. A line where there are two points. `crop`: where the photo would be cut out.
QList<QPolygonF> placesOf(QStringView rule, const QImage &picture, const QList<Face> &faces, const QPolygonF &crop);

} // namespace idcounter

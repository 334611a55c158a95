#pragma once

#include <QImage>

namespace idcounter {

// How one frame of a camera differs from the next.
struct FrameVariation
{
    quint32 noiseSeed = 0;
    double noise = 2; // standard deviation of the sensor's noise, of 255
    double gain = 1; // of the brightness
    double blur = 0; // px, standard deviation
    double shiftX = 0; // px
    double shiftY = 0;
    double zoom = 1; // about the middle of the picture
};

// Varies a drawn picture (Format_RGB888). Same picture and variation: same bytes. A few milliseconds.
QImage varied(const QImage &picture, const FrameVariation &variation);

} // namespace idcounter

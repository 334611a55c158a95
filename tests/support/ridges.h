#pragma once

#include <QImage>

namespace idcounter {

// A pattern of ridges as a finger has them, dark on white, with the endings and forks that libfprint needs to believe in
// it. The same seed draws the same picture, and draws it once. For tests of the way of an image only: it is nobody's finger and too regular.
QImage drawnRidges(int width = 388, int height = 374, quint32 seed = 1);

} // namespace idcounter

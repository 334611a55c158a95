#pragma once

#include <QImage>
#include <QStringList>

namespace idcounter {

// What the QR codes (ISO/IEC 18004) and the Code 128 (ISO/IEC 15417) in a picture say, each once, however the paper is turned.
// Other kinds of codes are not looked for. Thread-safe; nothing of the picture is kept. 10 to 120 ms for 1280 x 720.
QStringList readCodes(const QImage &frame);

} // namespace idcounter

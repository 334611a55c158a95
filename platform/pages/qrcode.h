#pragma once

#include <QString>

namespace idcounter::platform {

// A QR code as one path of SVG, in modules, with its quiet zone. Empty when the text cannot be encoded.
struct QrPicture
{
    QString path;
    int size = 0; // modules along one side, quiet zone included
};

QrPicture qrPicture(const QString &text);

} // namespace idcounter::platform

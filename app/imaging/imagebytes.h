#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace idcounter {

// What the header of a PNG (ISO 15948) or a Windows bitmap says.
struct ImageBytesFacts
{
    QSize size;
    bool colour = false; // else grey
    int bitsPerChannel = 8;
    bool animated = false;
    std::optional<double> dotsPerInch; // empty where it differs across and down
};

// Empty for what is not whole: every block of a PNG is counted and its check sum taken, up to its end; a bitmap must hold
// all the pixels that its header promises.
std::optional<ImageBytesFacts> readPngFacts(const QByteArray &bytes);
std::optional<ImageBytesFacts> readBmpFacts(const QByteArray &bytes);

} // namespace idcounter

#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace idcounter {

// What stands in front of the pixels of a JPEG file (ISO 10918-1, JFIF 1.02, EXIF 2.3).
struct JpegFacts
{
    QSize size;
    int components = 0; // 1 grey, 3 colour, 4 print colours
    int bitsPerComponent = 0;
    bool progressive = false;
    std::optional<double> dotsPerInch; // of the JFIF header, or else of EXIF; empty where they differ across and down
    int orientation = 1; // EXIF: 1 upright, 6 to be turned clockwise, ...
    std::optional<int> quality; // 1..100, as if the standard's tables were scaled the usual way
    bool complete = false; // whether the file ends where the picture does
};

// Empty for what is no JPEG file, or damaged before the pixels.
std::optional<JpegFacts> readJpegFacts(const QByteArray &bytes);

// Writes the resolution into the JFIF header of a file that has one; OpenCV leaves it out.
QByteArray withDensity(QByteArray jpeg, int dotsPerInch);

} // namespace idcounter

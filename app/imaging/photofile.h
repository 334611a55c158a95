#pragma once

#include "app/domain/result.h"

#include <QByteArray>
#include <QImage>

#include <optional>

namespace idcounter {

// What the header of a photo file says.
struct PhotoFileFacts
{
    enum class Format { Jpeg, Png, Bmp };

    Format format = Format::Jpeg;
    QSize size; // as stored, before EXIF turns it
    int bitsPerPixel = 0; // 24 is what a card photo has; 8 is grey
    std::optional<double> dotsPerInch;
    std::optional<int> jpegQuality; // 1..100, estimated from the tables
    int orientation = 1; // EXIF: 1 upright .. 8
    qsizetype bytes = 0;
};

// A photo from a file that others made, upright and in colour (Format_RGB888; transparency lies on white).
struct PhotoFile
{
    PhotoFileFacts facts;
    QImage image;
};

// From the header alone; nothing is decoded. Errors: ImageUnreadable (no picture, truncated, damaged), ImageTooLarge (in bytes
// or pixels), ImageUnsuitable (another format, four print colours, 16 bits, animated); the detail says which.
Result<PhotoFileFacts> readPhotoFacts(const QByteArray &bytes);

// Reads the header first, so that a file that promises too much is never decoded. Errors as readPhotoFacts().
Result<PhotoFile> readPhotoFile(const QByteArray &bytes);
// The same of a file that lies on the disk.
Result<PhotoFile> loadPhotoFile(const QString &path);

} // namespace idcounter

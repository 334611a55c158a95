#pragma once

#include "app/domain/result.h"

#include <QByteArray>

namespace idcounter::platform {

// How large a picture of a paper may come, and goes on.
inline constexpr qsizetype mostPictureBytes = qsizetype(8) << 20; // as it was uploaded
inline constexpr qsizetype mostSealedBytes = qsizetype(4) << 20; // by the contract
inline constexpr int longestPictureSide = 2400; // pixels: small print on a page of A4 can still be read

// A picture that somebody uploaded, made anew: upright, at most as large as above, as JPEG with nothing but pixels in it, so that
// place, time and maker of the original are gone. What it is is told by its bytes, never by a name. The header is read first;
// what promises more pixels than a telephone has, or a great many passes, is never decoded. Takes some tenths of a second and up to
// 80 MB. Errors: ImageUnreadable (no picture, cut off, damaged), ImageTooLarge, ImageUnsuitable (another format, too small).
Result<QByteArray> cleanPicture(const QByteArray &file);

} // namespace idcounter::platform

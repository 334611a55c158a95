#pragma once

#include "app/documents/canvas.h"
#include "app/domain/result.h"

#include <functional>

namespace idcounter {

// A paper that was laid out once, to be shown, written as PDF and printed.
struct Document
{
    QString title; // of the PDF; names nobody
    QSizeF size{210, 297}; // mm
    int pages = 1;
    std::function<void(Canvas &, int page)> paint; // page counted from 0
};

// PDF with embedded fonts. Thread-safe. Errors: DocumentFailed; FontMissing, when no font of papers has Chinese.
Result<QByteArray> toPdf(const Document &document);

// One page as a picture. Thread-safe.
QImage toImage(const Document &document, int page, int dotsPerInch);

} // namespace idcounter

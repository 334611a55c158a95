#pragma once

#include "platform/pages/formbody.h"

namespace idcounter::platform {

// A file that a browser sent. What it was called is not kept: nothing goes by it.
struct UploadedFile
{
    QString field;
    QByteArray bytes;
};

// What a browser sent of a form with files (multipart/form-data, RFC 7578). Only what browsers send is taken: no preamble, no
// nested parts, no other headers than the two they write, no line end but CR LF; what could be read in two ways is not read.
struct MultipartBody
{
    static constexpr qsizetype mostBytes = qsizetype(12) << 20; // with everything around the files

    FormBody form;
    QList<UploadedFile> files; // that were chosen, also empty ones

    // Without a value: not as browsers send it, or more than the limits.
    static std::optional<MultipartBody> parse(const QByteArray &contentType, const QByteArray &body);
};

} // namespace idcounter::platform

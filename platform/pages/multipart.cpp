#include "platform/pages/multipart.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qsizetype longestBoundary = 70; // RFC 2046, 5.1.1
constexpr qsizetype longestHead = 1024; // of a part, in bytes
constexpr qsizetype longestName = 40;
constexpr qsizetype longestText = 4096; // of a field that is no file, in bytes
constexpr int mostParts = 20;

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// RFC 2046, 5.1.1, without the blank.
bool isBoundary(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestBoundary && std::all_of(text.begin(), text.end(), [](char c) {
        return isAlphanumeric(c) || QByteArrayView("'()+_,-./:=?").contains(c);
    });
}

bool isName(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestName
        && std::all_of(text.begin(), text.end(), [](char c) { return isAlphanumeric(c) || c == '-'; });
}

// Of "multipart/form-data; boundary=…"; empty where there is none, or two.
QByteArray boundaryIn(const QByteArray &contentType)
{
    const QList<QByteArray> parts = contentType.split(';');
    if (parts.first().trimmed().toLower() != "multipart/form-data")
        return {};
    QByteArray boundary;
    for (const QByteArray &part : parts.mid(1)) {
        const QByteArray parameter = part.trimmed();
        const qsizetype equals = parameter.indexOf('=');
        if (equals < 0 || parameter.left(equals).toLower() != "boundary")
            continue;
        QByteArray value = parameter.mid(equals + 1);
        if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
            value = value.mid(1, value.size() - 2);
        if (!boundary.isEmpty() || !isBoundary(value))
            return {};
        boundary = value;
    }
    return boundary;
}

struct PartHead
{
    QByteArray name;
    bool isFile = false;
    bool isChosen = false; // browsers send a file that was not chosen without a name
};

// Of `form-data; name="…"; filename="…"`: browsers write a quotation mark in a name as %22.
std::optional<PartHead> dispositionIn(QByteArray value)
{
    if (!value.startsWith("form-data"))
        return {};
    value.remove(0, qsizetype(sizeof("form-data")) - 1);
    PartHead head;
    while (!value.isEmpty()) {
        const qsizetype begin = value.indexOf("=\"");
        const qsizetype end = begin < 0 ? -1 : value.indexOf('"', begin + 2);
        if (!value.startsWith(';') || end < 0)
            return {};
        const QByteArray key = value.mid(1, begin - 1).trimmed();
        const QByteArray text = value.mid(begin + 2, end - begin - 2);
        if (key == "name" && head.name.isEmpty() && isName(text)) {
            head.name = text;
        } else if (key == "filename" && !head.isFile) {
            head.isFile = true;
            head.isChosen = !text.isEmpty();
        } else {
            return {};
        }
        value.remove(0, end + 1);
    }
    return head.name.isEmpty() ? std::nullopt : std::optional(head);
}

std::optional<PartHead> headIn(const QByteArray &lines)
{
    std::optional<PartHead> head;
    bool hasType = false;
    for (qsizetype at = 0; at < lines.size();) {
        const qsizetype end = lines.indexOf("\r\n", at);
        const QByteArray line = lines.mid(at, (end < 0 ? lines.size() : end) - at);
        at = end < 0 ? lines.size() : end + 2;
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = colon < 0 ? QByteArray() : line.left(colon).toLower();
        const bool isDisposition = name == "content-disposition" && !head;
        if (line.contains('\r') || line.contains('\n') || line.contains('\0'))
            return {};
        if (isDisposition) {
            head = dispositionIn(line.mid(colon + 1).trimmed());
            if (!head)
                return {};
        } else if (name != "content-type"
                   || std::exchange(hasType, true)) { // what a browser takes it for does not matter
            return {};
        }
    }
    return head;
}

} // namespace

std::optional<MultipartBody> MultipartBody::parse(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray boundary = boundaryIn(contentType);
    if (boundary.isEmpty() || body.size() > mostBytes || !body.startsWith("--" + boundary))
        return {};
    const QByteArray delimiter = "\r\n--" + boundary;
    MultipartBody read;
    qsizetype at = boundary.size() + 2; // behind a delimiter
    for (int parts = 0; parts <= mostParts; ++parts) {
        const QByteArrayView rest = QByteArrayView(body).sliced(at);
        if (rest == "--" || rest == "--\r\n")
            return read;
        if (!rest.startsWith("\r\n"))
            return {};
        const qsizetype begin = at + 2;
        const qsizetype endOfHead
            = QByteArrayView(body).sliced(begin).first(std::min(longestHead, body.size() - begin)).indexOf("\r\n\r\n");
        if (endOfHead < 0)
            return {};
        const auto head = headIn(body.mid(begin, endOfHead));
        const qsizetype content = begin + endOfHead + 4;
        const qsizetype end = body.indexOf(delimiter, content);
        if (!head || end < 0)
            return {};
        const qsizetype size = end - content;
        if (head->isFile && (head->isChosen || size > 0))
            read.files << UploadedFile{QString::fromLatin1(head->name), body.mid(content, size)};
        else if (!head->isFile && size > longestText)
            return {};
        else if (!head->isFile)
            read.form.add(head->name, body.mid(content, size));
        at = end + delimiter.size();
    }
    return {};
}

} // namespace idcounter::platform

#include "app/documents/document.h"

#include <QBuffer>
#include <QPageSize>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int pdfResolution = 1200; // dots per inch
constexpr double millimetresPerInch = 25.4;

} // namespace

Result<QByteArray> toPdf(const Document &document)
{
    if (!Canvas::hasGlyph(U'证'))
        return Error{Error::Code::FontMissing, Canvas::families().join(u", ")};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title);
    writer.setCreator(u"ID Counter"_s);
    writer.setResolution(pdfResolution);
    writer.setPageSize(QPageSize(document.size, QPageSize::Millimeter));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{Error::Code::DocumentFailed, {}};
    Canvas canvas(painter, pdfResolution);
    for (int page = 0; page < document.pages; ++page) {
        if (page > 0)
            writer.newPage();
        document.paint(canvas, page);
    }
    painter.end();
    buffer.close();
    return bytes;
}

QImage toImage(const Document &document, int page, int dotsPerInch)
{
    const QSizeF pixels = document.size / millimetresPerInch * dotsPerInch;
    QImage image(pixels.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    Canvas canvas(painter, dotsPerInch);
    document.paint(canvas, page);
    return image;
}

} // namespace idcounter

#include "app/documents/canvas.h"

#include <QFontMetricsF>
#include <QRawFont>
#include <QTextBoundaryFinder>

#include <zint.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double pointsPerInch = 72;
constexpr double lineSpacing = 1.35;

bool isLatin(const QString &cell)
{
    return cell.size() == 1 && cell[0].unicode() < 0x250 && !cell[0].isSpace();
}

} // namespace

// What is never broken: one character as people see it, or a word of Latin letters and digits.
struct Canvas::Cell
{
    QString text;
    double width = 0;
    bool missing = false;
};

struct Canvas::Lines
{
    QList<QList<Cell>> lines;
    double lineHeight = 0; // of the device
};

Canvas::Canvas(QPainter &painter, double dotsPerInch)
    : m_painter(painter)
    , m_dotsPerMillimetre(dotsPerInch / millimetresPerInch)
{
    m_painter.setRenderHint(QPainter::TextAntialiasing);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
}

QStringList Canvas::families()
{
    return {u"DejaVu Serif"_s, u"Noto Serif CJK SC"_s, u"BabelStone Han"_s, u"HanaMinA"_s, u"HanaMinB"_s};
}

bool Canvas::hasGlyph(char32_t character)
{
    const QStringList names = families();
    return std::any_of(names.begin(), names.end(), [character](const QString &family) {
        const QRawFont font = QRawFont::fromFont(QFont(family));
        return font.familyName() == family && font.supportsCharacter(character);
    });
}

QFont Canvas::font(const TextStyle &style) const
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(std::max(1, qRound(px(style.size / pointsPerInch * millimetresPerInch))));
    font.setBold(style.bold);
    font.setStyleStrategy(QFont::PreferOutline);
    return font;
}

QRectF Canvas::px(const QRectF &area) const
{
    return {px(area.x()), px(area.y()), px(area.width()), px(area.height())};
}

Canvas::Lines Canvas::laidOut(double width, const QString &text, const TextStyle &style) const
{
    const QFontMetricsF metrics(font(style), m_painter.device());
    QList<Cell> cells;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to >= 0; from = to, to = finder.toNextBoundary()) {
        const QString character = text.sliced(from, to - from);
        if (!cells.isEmpty() && isLatin(character) && isLatin(cells.last().text.last(1)) && !cells.last().missing)
            cells.last().text += character;
        else
            cells << Cell{character};
    }
    for (Cell &cell : cells) {
        const QList<uint> points = cell.text.toUcs4();
        cell.missing = points.size() == 1 && points[0] > 0x24f && !QChar::isSpace(points[0]) && !hasGlyph(points[0]);
        cell.width = cell.missing ? metrics.height() * 1.2 : metrics.horizontalAdvance(cell.text);
    }

    Lines lines{.lines = {{}}, .lineHeight = px(style.size / pointsPerInch * millimetresPerInch) * lineSpacing};
    double used = 0;
    for (const Cell &cell : cells) {
        const bool breaks = cell.text == u"\n" || (used + cell.width > px(width) && used > 0);
        if (breaks) {
            lines.lines.append(QList<Cell>());
            used = 0;
        }
        const bool blankAtStart = used == 0 && cell.text == u" ";
        if (cell.text == u"\n" || blankAtStart)
            continue;
        lines.lines.last() << cell;
        used += cell.width;
    }
    return lines;
}

double Canvas::heightOf(double width, const QString &text, const TextStyle &style) const
{
    const Lines lines = laidOut(width, text, style);
    return lines.lineHeight * double(lines.lines.size()) / m_dotsPerMillimetre;
}

double Canvas::text(const QRectF &area, const QString &text, const TextStyle &style)
{
    const Lines lines = laidOut(area.width(), text, style);
    const QRectF box = px(area);
    const double height = lines.lineHeight * double(lines.lines.size());
    double y = box.top();
    if (style.alignment & Qt::AlignVCenter)
        y += (box.height() - height) / 2;
    else if (style.alignment & Qt::AlignBottom)
        y += box.height() - height;
    m_painter.setFont(font(style));
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    for (const QList<Cell> &line : lines.lines) {
        double width = 0;
        for (const Cell &cell : line)
            width += cell.width;
        double x = box.left();
        if (style.alignment & Qt::AlignHCenter)
            x += (box.width() - width) / 2;
        else if (style.alignment & Qt::AlignRight)
            x += box.width() - width;
        // A run without gaps is one text, so that it stays one in the PDF.
        QString run;
        double runX = x;
        const auto drawRun = [&] {
            if (!run.isEmpty())
                m_painter.drawText(QPointF(runX, y + metrics.ascent()), run);
            run.clear();
        };
        for (const Cell &cell : line) {
            if (cell.missing) {
                drawRun();
                missingGlyph({x, y, cell.width * 0.95, lines.lineHeight * 0.9}, cell.text.toUcs4().first());
                x += cell.width;
                runX = x;
            } else {
                run += cell.text;
                x += cell.width;
            }
        }
        drawRun();
        y += lines.lineHeight;
    }
    return height / m_dotsPerMillimetre;
}

// A box with the code point in two lines, so that a person can look it up and write the character in by hand.
void Canvas::missingGlyph(const QRectF &area, char32_t character)
{
    m_painter.save();
    m_painter.setPen(QPen(m_painter.pen().color(), px(0.2)));
    m_painter.drawRect(area);
    QFont small = m_painter.font();
    small.setPixelSize(std::max(1, qRound(area.height() * 0.4)));
    small.setBold(false);
    m_painter.setFont(small);
    const QString code = QString::number(uint(character), 16).toUpper();
    const qsizetype upper = (code.size() + 1) / 2;
    const QRectF half(area.x(), area.y(), area.width(), area.height() / 2);
    m_painter.drawText(half, Qt::AlignCenter, code.first(upper));
    m_painter.drawText(half.translated(0, half.height()), Qt::AlignCenter, code.sliced(upper));
    m_painter.restore();
}

void Canvas::line(QPointF from, QPointF to, double width)
{
    m_painter.setPen(QPen(Qt::black, px(width)));
    m_painter.drawLine(from * m_dotsPerMillimetre, to * m_dotsPerMillimetre);
}

void Canvas::box(const QRectF &area, double width)
{
    m_painter.setPen(QPen(Qt::black, px(width)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(px(area));
}

void Canvas::image(const QRectF &area, const QImage &image)
{
    m_painter.drawImage(px(area), image);
}

void Canvas::qrCode(const QRectF &area, const QString &text)
{
    barcode(area, text, BARCODE_QRCODE);
}

void Canvas::code128(const QRectF &area, const QString &text)
{
    barcode(area, text, BARCODE_CODE128);
}

void Canvas::barcode(const QRectF &area, const QString &text, int symbology)
{
    const std::unique_ptr<zint_symbol, void (*)(zint_symbol *)> symbol(ZBarcode_Create(), ZBarcode_Delete);
    symbol->symbology = symbology;
    symbol->show_hrt = 0;
    symbol->output_options |= BARCODE_QUIET_ZONES;
    if (symbology == BARCODE_QRCODE)
        symbol->option_1 = 2; // level M
    const QByteArray bytes = text.toUtf8();
    const auto *source = reinterpret_cast<const unsigned char *>(bytes.constData());
    const bool encoded = ZBarcode_Encode(symbol.get(), source, int(bytes.size())) < ZINT_ERROR
        && ZBarcode_Buffer_Vector(symbol.get(), 0) < ZINT_ERROR;
    if (!encoded || !symbol->vector)
        return;
    const QRectF target = px(area);
    const double scaleX = target.width() / double(symbol->vector->width);
    const double scaleY = target.height() / double(symbol->vector->height);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(Qt::black);
    for (const zint_vector_rect *bar = symbol->vector->rectangles; bar; bar = bar->next) {
        m_painter.drawRect(QRectF(target.x() + double(bar->x) * scaleX, target.y() + double(bar->y) * scaleY,
                                  double(bar->width) * scaleX, double(bar->height) * scaleY));
    }
    m_painter.restore();
}

void Canvas::watermark(const QRectF &sheet, const QString &text)
{
    m_painter.save();
    m_painter.setOpacity(0.12);
    m_painter.translate(px(sheet).center());
    m_painter.rotate(-35);
    m_painter.setFont(font({.size = sheet.width() / 4, .bold = true}));
    const QFontMetricsF metrics(m_painter.font(), m_painter.device());
    m_painter.drawText(QPointF(-metrics.horizontalAdvance(text) / 2, metrics.ascent() / 2), text);
    m_painter.restore();
}

} // namespace idcounter

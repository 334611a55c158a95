#pragma once

#include <QFont>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace idcounter {

// How a text on paper looks.
struct TextStyle
{
    double size = 10; // points
    bool bold = false;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

// A sheet of paper to draw on, in millimetres from its upper left corner; the same for screen, PDF and printer. Papers are
// Chinese; the fonts are named and embedded.
class Canvas
{
public:
    // dotsPerInch: of the painter's device.
    Canvas(QPainter &painter, double dotsPerInch);

    // The fonts of papers: Latin first, so that digits stay digits in the text of a PDF, then Chinese, then the rare
    // characters.
    static QStringList families();
    // Whether one of them has a glyph for a character.
    static bool hasGlyph(char32_t character);

    // Wraps at the width of the rectangle, between any two characters of Chinese and between words of others. A character
    // that no font has becomes a box with its code point. Answers the height that was used.
    double text(const QRectF &area, const QString &text, const TextStyle &style = {});
    double heightOf(double width, const QString &text, const TextStyle &style = {}) const;

    void line(QPointF from, QPointF to, double width = 0.2);
    void box(const QRectF &area, double width = 0.2);
    void image(const QRectF &area, const QImage &image);
    // ISO/IEC 18004, error correction M.
    void qrCode(const QRectF &area, const QString &text);
    // ISO/IEC 15417; the quiet zones belong to the area.
    void code128(const QRectF &area, const QString &text);
    // A word across the sheet, light: PRACTICE 练习.
    void watermark(const QRectF &sheet, const QString &text);

private:
    struct Cell;
    struct Lines;
    QFont font(const TextStyle &style) const;
    Lines laidOut(double width, const QString &text, const TextStyle &style) const;
    double px(double millimetres) const { return millimetres * m_dotsPerMillimetre; }
    QRectF px(const QRectF &area) const;
    void barcode(const QRectF &area, const QString &text, int symbology);
    void missingGlyph(const QRectF &area, char32_t character);

    QPainter &m_painter;
    const double m_dotsPerMillimetre;
};

} // namespace idcounter

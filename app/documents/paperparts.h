#pragma once

#include "app/documents/canvas.h"

#include <QDate>

// What the papers of a case have in common.
namespace idcounter::paper {

inline constexpr TextStyle title{.size = 18, .bold = true, .alignment = Qt::AlignHCenter | Qt::AlignVCenter};
inline constexpr TextStyle label{.size = 10, .bold = false, .alignment = Qt::AlignHCenter | Qt::AlignVCenter};
inline constexpr TextStyle value{.size = 11};

QString chineseDate(QDate date);

// One field of a row: label and value in boxes. Millimetres.
struct Field
{
    QString label;
    QString value;
    double labelWidth = 24;
    double width = 0; // of label and value
};

// A value that has no room is written smaller.
void drawRow(Canvas &canvas, QPointF at, double height, const QList<Field> &fields);

// The watermark of practice papers, and which copy it is.
void drawMarks(Canvas &canvas, bool practice, int copy, QSizeF size);

} // namespace idcounter::paper

#include "widgets/walkin/livepicture.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QTransform>

namespace idcounter {

void LivePicture::setCrop(const QPolygonF &crop, bool ready, const std::optional<PhotoLayout> &layout)
{
    m_crop = crop;
    m_ready = ready;
    m_layout = layout;
    update();
}

void LivePicture::setPlaces(const QList<QPolygonF> &places)
{
    m_places = places;
    update();
}

// Twice, so that it stands out from light and dark.
void LivePicture::paintPlaces(QPainter &painter) const
{
    for (const auto &[colour, width] :
         {std::pair(themeColours().surface, 6.0), std::pair(themeColours().danger, 3.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        for (const QPolygonF &place : m_places) {
            const QPolygonF shown = toWidget().map(place);
            if (shown.size() == 2)
                painter.drawPolyline(shown);
            else
                painter.drawPolygon(shown);
        }
    }
}

void LivePicture::paintOver(QPainter &painter)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (!image().isNull())
        paintPlaces(painter);
    constexpr qsizetype corners = 4;
    constexpr double headToFace = 1.65; // crown to chin, by the width between the cheeks
    if (image().isNull() || m_crop.size() < corners || !m_layout)
        return;
    // From photo pixels to the picture, and on to the widget.
    const QSizeF size = m_layout->size;
    QTransform toPicture;
    const QPolygonF photo({{0, 0}, {size.width(), 0}, {size.width(), size.height()}, {0, size.height()}});
    if (!QTransform::quadToQuad(photo, m_crop.first(corners), toPicture))
        return;
    const QTransform transform = toPicture * toWidget();
    const QColor colour = m_ready ? themeColours().ok : themeColours().warn;
    painter.setPen(QPen(colour, 3));
    painter.drawPolygon(transform.map(photo));

    const CropLines lines = CropLines::of(*m_layout);
    painter.setPen(QPen(colour, 1, Qt::DashLine));
    for (const QLineF &line : {lines.highestHair, lines.lowestHair})
        painter.drawLine(transform.map(line));
    const double middle = size.width() / 2;
    const QRectF head(middle - m_layout->faceWidth / 2, m_layout->leastTopGap, m_layout->faceWidth,
                      m_layout->faceWidth * headToFace);
    QPainterPath oval;
    oval.addEllipse(head);
    painter.drawPath(transform.map(oval));
}

} // namespace idcounter

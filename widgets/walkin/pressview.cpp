#include "widgets/walkin/pressview.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPolygonF>
#include <QtMath>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace idcounter {

void PressView::setMoveBy(const std::optional<QPointF> &moveBy)
{
    m_moveBy = moveBy;
    update();
}

QString PressView::arrowFor(QPointF moveBy)
{
    static const std::array arrows{u"→"_s, u"↘"_s, u"↓"_s, u"↙"_s, u"←"_s, u"↖"_s, u"↑"_s, u"↗"_s};
    constexpr int directions = 8;
    const double turn = std::atan2(moveBy.y(), moveBy.x()) / (2 * M_PI) * directions;
    return arrows[std::size_t((qRound(turn) + directions) % directions)];
}

// From the middle of the plate: as the finger moves, whatever the picture's size.
void PressView::paintOver(QPainter &painter)
{
    constexpr double reach = 0.3; // of the widget's shorter side
    constexpr double headLength = 22;
    constexpr double headWidth = 11;
    if (!m_moveBy || image().isNull())
        return;
    const double length = reach * std::min(width(), height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QPointF(width() / 2.0, height() / 2.0));
    painter.rotate(qRadiansToDegrees(std::atan2(m_moveBy->y(), m_moveBy->x())));
    const QLineF shaft(-length, 0, length - headLength, 0);
    const QPolygonF head({{length, 0}, {length - headLength, headWidth}, {length - headLength, -headWidth}});
    for (const auto &[colour, thickness] :
         {std::pair(themeColours().surface, 12), std::pair(themeColours().accent, 7)}) {
        painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(colour);
        painter.drawLine(shaft);
        painter.setPen(QPen(colour, thickness / 3.0));
        painter.drawPolygon(head);
    }
}

} // namespace idcounter

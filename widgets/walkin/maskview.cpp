#include "widgets/walkin/maskview.h"

#include "widgets/common/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTransform>

namespace idcounter {

MaskView::MaskView(QWidget *parent)
    : ImageView(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setContextMenuPolicy(Qt::NoContextMenu);
}

// Hatched as well as tinted, so that no colour of a shirt hides it.
void MaskView::setPhoto(const QImage &photo, const QImage &matte)
{
    constexpr int stripe = 8; // px
    constexpr int half = 128;
    constexpr int strong = 150; // of 255
    constexpr int weak = 60;
    setImage(photo);
    m_wall = QImage(matte.size(), QImage::Format_ARGB32);
    const QColor colour = themeColours().accent;
    for (int y = 0; y < matte.height(); ++y) {
        const uchar *person = matte.constScanLine(y);
        auto *line = reinterpret_cast<QRgb *>(m_wall.scanLine(y));
        for (int x = 0; x < matte.width(); ++x) {
            const bool striped = (x + y) % stripe < stripe / 3;
            const int strength = person[x] >= half ? 0 : striped ? strong : weak;
            line[x] = qRgba(colour.red(), colour.green(), colour.blue(), strength);
        }
    }
    update();
}

void MaskView::setRadius(double radius)
{
    constexpr double least = 2;
    constexpr double most = 40;
    m_radius = std::clamp(radius, least, most);
    update();
}

QPointF MaskView::inPhoto(const QPointF &place) const
{
    return toWidget().inverted().map(place);
}

void MaskView::paintOver(QPainter &painter)
{
    if (image().isNull())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.setTransform(toWidget(), true);
    painter.drawImage(0, 0, m_wall);
    if (m_stroke) {
        const QColor colour = m_stroke->person ? themeColours().ok : themeColours().accent;
        painter.setPen(QPen(colour, 2 * m_radius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setOpacity(0.6);
        painter.drawPolyline(QPolygonF(m_stroke->points));
        painter.drawPoint(m_stroke->points.last());
    }
    painter.restore();
    if (m_pointer) {
        const double radius = m_radius * imageRect().width() / image().width();
        painter.setPen(QPen(themeColours().text, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(*m_pointer, radius, radius);
    }
}

void MaskView::mousePressEvent(QMouseEvent *event)
{
    const bool paints = event->button() == Qt::LeftButton || event->button() == Qt::RightButton;
    if (image().isNull() || m_stroke || !paints)
        return;
    m_stroke = MaskStroke{
        .person = event->button() == Qt::LeftButton, .radius = m_radius, .points = {inPhoto(event->position())}};
    update();
}

void MaskView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_stroke)
        m_stroke->points << inPhoto(event->position());
    update();
}

void MaskView::mouseReleaseEvent(QMouseEvent *)
{
    if (!m_stroke)
        return;
    const MaskStroke stroke = *m_stroke;
    m_stroke.reset();
    update();
    Q_EMIT painted(stroke);
}

void MaskView::leaveEvent(QEvent *)
{
    m_pointer.reset();
    update();
}

} // namespace idcounter

#include "widgets/common/imageview.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QTransform>

namespace idcounter {

ImageView::ImageView(QWidget *parent)
    : QWidget(parent)
{
    setMinimumSize(120, 120);
}

void ImageView::setImage(const QImage &image)
{
    m_image = image;
    update();
}

void ImageView::setMirrored(bool mirrored)
{
    m_mirrored = mirrored;
    update();
}

void ImageView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    update();
}

QRectF ImageView::imageRect() const
{
    const QSizeF fitted = QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio);
    return {QPointF((width() - fitted.width()) / 2, (height() - fitted.height()) / 2), fitted};
}

QTransform ImageView::toWidget() const
{
    const QRectF area = imageRect();
    if (m_image.isNull() || area.isEmpty())
        return {};
    const double scale = area.width() / m_image.width();
    QTransform transform;
    transform.translate(m_mirrored ? area.right() : area.left(), area.top());
    transform.scale(m_mirrored ? -scale : scale, scale);
    return transform;
}

void ImageView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColours().line);
    if (m_image.isNull()) {
        painter.setPen(themeColours().text);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.save();
        painter.setTransform(toWidget(), true);
        painter.drawImage(0, 0, m_image);
        painter.restore();
    }
    paintOver(painter);
}

void ImageView::paintOver(QPainter &) { }

} // namespace idcounter

#pragma once

#include "app/imaging/photoedit.h"
#include "widgets/common/imageview.h"

namespace idcounter {

// The photo large, with the wall hatched where it will be made white; a brush says what is person and what is wall. The left
// button paints person, the right one wall.
class MaskView : public ImageView
{
    Q_OBJECT

public:
    explicit MaskView(QWidget *parent = nullptr);

    // photo: before the wall was made white; matte: what counts as person (Grayscale8), in the same size.
    void setPhoto(const QImage &photo, const QImage &matte);
    void setRadius(double radius); // of the brush, pixels of the photo
    double radius() const { return m_radius; }

Q_SIGNALS:
    // A stroke was ended; its points are in pixels of the photo.
    void painted(const idcounter::MaskStroke &stroke);

protected:
    void paintOver(QPainter &painter) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QPointF inPhoto(const QPointF &place) const;

    QImage m_wall; // hatched where the wall is
    double m_radius = 8;
    std::optional<MaskStroke> m_stroke; // being painted
    std::optional<QPointF> m_pointer; // in the widget
};

} // namespace idcounter

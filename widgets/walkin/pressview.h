#pragma once

#include "widgets/common/imageview.h"

#include <QPointF>

#include <optional>

namespace idcounter {

// The last press, with an arrow that says where the finger has to move.
class PressView : public ImageView
{
    Q_OBJECT

public:
    using ImageView::ImageView;

    // In shares of half the plate's shorter side, y downwards; nothing when it lies well.
    void setMoveBy(const std::optional<QPointF> &moveBy);

    // The nearest of eight directions, as a sign: "→".
    static QString arrowFor(QPointF moveBy);

protected:
    void paintOver(QPainter &painter) override;

private:
    std::optional<QPointF> m_moveBy;
};

} // namespace idcounter

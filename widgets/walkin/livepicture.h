#pragma once

#include "app/imaging/photocrop.h"
#include "widgets/common/imageview.h"

namespace idcounter {

// The live picture with the head frame of the standard: the part that becomes the photo, the two hair lines and the eyes'
// line.
class LivePicture : public ImageView
{
    Q_OBJECT

public:
    using ImageView::ImageView;

    // crop: corners of the photo in pixels of the picture, from the upper left one, clockwise; empty without a face.
    void setCrop(const QPolygonF &crop, bool ready, const std::optional<PhotoLayout> &layout);
    // Outlines of what is wrong, in pixels of the picture; a line where there are two points.
    void setPlaces(const QList<QPolygonF> &places);

protected:
    void paintOver(QPainter &painter) override;

private:
    void paintPlaces(QPainter &painter) const;

    QPolygonF m_crop;
    QList<QPolygonF> m_places;
    bool m_ready = false;
    std::optional<PhotoLayout> m_layout;
};

} // namespace idcounter

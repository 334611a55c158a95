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

protected:
    void paintOver(QPainter &painter) override;

private:
    QPolygonF m_crop;
    bool m_ready = false;
    std::optional<PhotoLayout> m_layout;
};

} // namespace idcounter

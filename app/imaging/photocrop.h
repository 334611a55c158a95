#pragma once

#include "app/domain/photorules.h"
#include "app/imaging/face.h"

#include <QLineF>
#include <QPolygonF>
#include <QSize>
#include <QTransform>

namespace idcounter {

// What a card photo should look like: the limits of the photo rules, and the middle between them. In photo pixels.
struct PhotoLayout
{
    QSize size; // 358 x 441
    int dotsPerInch = 0; // 350
    double faceWidth = 0; // between the cheeks: the middle of the two limits
    double leastFaceWidth = 0;
    double mostFaceWidth = 0;
    double leastTopGap = 0; // from the upper edge to the hair
    double mostTopGap = 0;
    double leastEyesToBottom = 0;

    // Errors: TableInvalid, when a limit is missing that a crop needs.
    static Result<PhotoLayout> from(const PhotoRules &rules);

    double eyesLine() const { return size.height() - leastEyesToBottom; } // the lowest row the eyes may lie on
};

// What the clerk changed in the proposed crop: the picture is turned and sized about the eyes, then moved.
struct CropAdjustment
{
    double dx = 0; // photo pixels, to the right
    double dy = 0; // photo pixels, downwards
    double scale = 1;
    double degrees = 0; // clockwise

    friend bool operator==(const CropAdjustment &, const CropAdjustment &) = default;
};

// How a picture becomes a card photo: levelled, sized by the width of the face, placed by hair and eyes. Arithmetic only.
class CropGeometry
{
public:
    // `hairHeight` as hairHeight() tells it; without it the hair is taken to be where it mostly is. Where hair and eyes
    // cannot both be placed, the eyes' line is kept and tall hair is cut (GA 461, 4.1.4).
    static CropGeometry fit(const PhotoLayout &layout, const Face &face, std::optional<double> hairHeight);

    CropGeometry adjusted(const CropAdjustment &adjustment) const;

    const QTransform &toPhoto() const { return m_toPhoto; } // from pixels of the picture
    QSize size() const { return m_size; } // of the photo
    QPolygonF frame() const; // the four corners of the photo in the picture, from the upper left one, clockwise
    double enlargement() const; // photo pixels for each pixel of the picture
    bool liesWithin(QSize picture) const; // whether nothing of the photo lies outside the picture
    // Rows of the photo below the lower edge of the picture, where there is nothing of the person.
    double rowsBelow(QSize picture) const;

    static constexpr double spareRows = 2; // may lie there all the same, because nobody sees them

private:
    CropGeometry(QSize size, QTransform toPhoto, QPointF eyes);

    QSize m_size;
    QTransform m_toPhoto;
    QPointF m_eyes; // in the photo
};

// Fixed lines to draw over a photo, so that the clerk sees what the standard asks for. In photo pixels.
struct CropLines
{
    QLineF highestHair;
    QLineF lowestHair;
    QLineF lowestEyes;
    QLineF narrowestFace; // bars as wide as the face may be, at the height of the eyes' line
    QLineF widestFace;

    static CropLines of(const PhotoLayout &layout);
};

} // namespace idcounter

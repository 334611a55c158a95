#pragma once

#include "app/imaging/facefinder.h"
#include "app/imaging/photocheck.h"
#include "app/imaging/photoedit.h"

namespace idcounter {

// Where a picture comes from. What a camera sees is judged as a scene as well.
enum class PhotoOrigin { Camera, File };

// The crop that the program proposes for a picture, and what the rules for the picture itself say of it.
struct CropProposal
{
    CropGeometry geometry;
    QList<PhotoCheck> checks; // by rules that the finished photo cannot be judged by: resolution, the scene
};

// A card photo that is ready to be kept.
struct FinishedPhoto
{
    QByteArray jpeg; // baseline, 350 dpi, 14 to 20 kB where the picture allows it
    QImage image; // what the JPEG shows
    QImage unwhitened; // the crop as the camera saw it
    QImage matte; // what counts as person (Grayscale8), with the clerk's strokes; null where the wall was left
    QStringList steps; // what was done to the pixels
    QList<PhotoCheck> checks; // of the JPEG, read again
    CropGeometry geometry;
};

// The part of the picture that becomes the photo, in the photo's size and as it is; what lies outside the picture is white.
// Fast enough while the clerk drags the crop (5 ms). Errors: ImageUnsuitable.
Result<QImage> cropped(const QImage &picture, const CropGeometry &geometry);

// Makes card photos of camera pictures and of files from outside.
class PhotoMaker
{
public:
    // The finder is used, not owned. Errors: TableInvalid, when the rules lack a limit.
    static Result<PhotoMaker> create(FaceFinder &finder, const PhotoRules &rules);

    const PhotoLayout &layout() const { return m_layout; }

    // The crop that the program proposes for a face. Errors: ImageUnsuitable.
    Result<CropGeometry> propose(const QImage &picture, const Face &face);

    // The same for the only person in a picture. Errors: FaceAbsent, FacesSeveral, ImageUnsuitable.
    Result<CropProposal> propose(const QImage &picture, PhotoOrigin origin);

    // Crop, wall, file and checks, those of the picture as a file's among them (120 ms of one core). Errors: FaceAbsent, FacesSeveral, ImageUnsuitable (the photo would reach below the
    // picture, where there is nothing to show of the person).
    Result<FinishedPhoto> make(const QImage &picture, const CropAdjustment &adjustment, Whitening whitening);

    // The same with a crop that is known already: of the person whom the clerk chose, or from clicked pupils and chin.
    // geometry has the clerk's adjustment in it already. Errors: ImageUnsuitable; ModelsMissing, when a cascade should whiten.
    Result<FinishedPhoto> make(const QImage &picture, const CropGeometry &geometry, const PhotoEdit &edit);

private:
    PhotoMaker(FaceFinder &finder, PhotoRules rules, PhotoLayout layout);

    FaceFinder *m_finder;
    PhotoRules m_rules;
    PhotoLayout m_layout;
};

} // namespace idcounter

#pragma once

#include "app/domain/photorules.h"
#include "app/imaging/facefinder.h"
#include "app/imaging/photofile.h"

namespace idcounter {

// How closely a camera picture is looked at. Preview leaves out what needs the mask of the person (20 ms, twice): wall, shadow and
// clothes stay Unchecked.
enum class CheckDepth { Preview, Full };

// A camera picture before the crop, by the rules for it: one entry for each of them, in the table's order. `faces` as
// FaceFinder::find() tells them; the first one is measured. Errors: ImageUnsuitable.
Result<QList<PhotoCheck>> checkFrame(FaceFinder &finder, const PhotoRules &rules, const QImage &frame,
                                     const QList<Face> &faces, CheckDepth depth);

// A finished photo, from our own crop or from others: header, geometry, light and background. Limits of what is measured in
// pixels are widened by the error of the measuring. Errors: ImageUnsuitable.
Result<QList<PhotoCheck>> checkFile(FaceFinder &finder, const PhotoRules &rules, const PhotoFile &photo);

} // namespace idcounter

#pragma once

#include "platform/pages/view.h"

namespace idcounter::platform {

// "Residence permit": what an applicant says a picture shows.
QString pictureKindName(const Words &words, const QString &kind);

// What is told of the pictures on the page of a booking: which there are, and where they are added. Nothing where there is
// neither.
void addPictures(View &view, const Call &call, const Resource &booking);

} // namespace idcounter::platform

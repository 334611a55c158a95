#pragma once

#include "platform/service/picturefile.h"
#include "platform/service/pictures.h"
#include "tests/support/linkedstation.h"
#include "tests/support/paperpictures.h"

// A picture that an applicant gives with a booking; its id.
inline QString givePicture(LinkedStation &station, const QString &booking, const QSize &size = {800, 600},
                           const QString &kind = QStringLiteral("RESIDENCE_PERMIT"))
{
    using namespace idcounter::platform;
    const QString id = station.bench.newId();
    const auto jpeg = cleanPicture(telephoneJpeg(size, 1));
    const auto given = station.bench.platform->write([&](Resources &resources) -> Outcome<Resource> {
        const auto there = resources.find(QStringLiteral("bookings"), booking);
        return Pictures(*station.bench.platform, resources).add((*there)->account, booking, id, kind, *jpeg);
    });
    if (station.api)
        station.api->wake();
    return given ? id : QString();
}

#pragma once

#include "app/domain/onlinereissue.h"
#include "app/exchange/platformclient.h"
#include "app/storage/stationrepository.h"

namespace idcounter {

// What the station is told of the booking platform.
struct PlatformSettings
{
    QString url; // empty: there is none
    QString host; // what tokens name; empty: that of the url
    QString authority; // PEM
    ReissueRules reissue;

    bool isSet() const { return !url.isEmpty(); }
    PlatformAddress addressFor(const Station &station) const
    {
        constexpr qsizetype digitsOfUnit = 9;
        return {.url = url, .host = host, .unitCode = station.unitCode.left(digitsOfUnit), .authority = authority};
    }

    // In the database's thread.
    static Result<PlatformSettings> load(const StationRepository &station);
    Result<void> store(const StationRepository &station) const;

    friend bool operator==(const PlatformSettings &, const PlatformSettings &) = default;
};

} // namespace idcounter

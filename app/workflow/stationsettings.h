#pragma once

#include "app/domain/caseguards.h"
#include "app/storage/stationrepository.h"

#include <QTime>

namespace idcounter {

// The rules that are left to a station, as its supervisor set them.
struct StationSettings
{
    bool secondOfficerAtCounter = true; // else the reviewer confirms exceptions (RULES 7.1)
    bool offSiteAllowed = true; // RULES 6.4
    int fingerTries = 5; // refused presses before the next finger is proposed (RULES 5)
    int fingerScore = 25; // least quality of a press, 0 to 100
    int fingerMinAge = 0; // years under which prints are not asked for (RULES 5)
    LifeRules life; // from the slip to the card in hand
    QTime packageAt; // when the day's package is written by itself; null: by hand only
    bool promiseFromPayment = false; // the promised days run from the payment, not from the signed form (RULES 7.2)

    // In the database's thread. Where nothing was set about the second officer, and there is no colleague, the reviewer
    // confirms.
    static Result<StationSettings> load(const StationRepository &station);
    Result<void> store(const StationRepository &station) const;

    friend bool operator==(const StationSettings &, const StationSettings &) = default;
};

} // namespace idcounter

#pragma once

#include "app/domain/booking.h"
#include "app/domain/openinghours.h"
#include "app/storage/store.h"

namespace idcounter {

// A time at which a booking could be served.
struct FreeTime
{
    QUuid slot; // the first
    QDate day;
    QTime time;
    int minutes = 0;
    QList<SeatAt> own; // seats of the station that are free; empty: none
    bool isPublicFree = false; // as far as it was heard

    friend bool operator==(const FreeTime &, const FreeTime &) = default;
};

// The next times at a place at which so many adjacent slots are free; in the database's thread.
Result<QList<FreeTime>> freeTimes(const Repositories &repositories, const BookingPlace &place, int slotsNeeded,
                                  const QDateTime &from, int limit);

// The places of the station, the oldest first; in the database's thread.
Result<QList<BookingPlace>> bookingPlaces(const Repositories &repositories);

} // namespace idcounter

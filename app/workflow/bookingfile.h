#pragma once

#include "app/workflow/bookinglists.h"

namespace idcounter {

// Everything about one booking, on one screen.
struct BookingFile
{
    BookingRow row;
    QList<BookingPlace> places; // that can be chosen: those that are open, and the booking's own
    BookingPlace place; // whose times are shown
    std::optional<Applicant> onRecord; // as the last case of the person has it
    QString record; // its acceptance number
    QStringList differences; // fields that differ from it
    bool hasOpenCase = false;
    QList<KnownMessage> messages;
    QList<FreeTime> times; // the next ones
    QList<Outgoing> said; // what the station said about it
};

// In the database's thread.
Result<BookingFile> bookingFile(const Repositories &repositories, const PlatformItem &item, const QDateTime &now);
// The next times at the file's place.
Result<void> readTimes(const Repositories &repositories, const QDateTime &now, BookingFile &file);

} // namespace idcounter

#include "app/workflow/bookingfile.h"

#include "app/domain/onlinereissue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int timesShown = 40;

// What the station knows of the person besides.
Result<void> addRecord(const Repositories &repositories, BookingFile &file)
{
    const auto number = file.row.booking.form ? CitizenNumber::parse(file.row.booking.form->applicant.number)
                                              : Result<CitizenNumber>(Error{Error::Code::CitizenNumberLength, {}});
    if (!number)
        return {};
    const auto cases = repositories.cases.ofCitizen(*number);
    const auto open = repositories.cases.hasOpenCase(*number);
    if (!cases)
        return cases.error();
    if (!open)
        return open.error();
    file.hasOpenCase = *open;
    if (cases->isEmpty())
        return {};
    file.onRecord = cases->first().form.applicant;
    file.record = cases->first().number.toString();
    file.differences = differencesOf(file.row.booking.form->applicant, *file.onRecord);
    return {};
}

// The places among which the clerk chooses; the times of the booking's own are shown first.
void addPlaces(const QList<BookingPlace> &places, BookingFile &file)
{
    const Booking &booking = file.row.booking;
    const QUuid own = booking.appointment.place.isNull() ? booking.place : booking.appointment.place;
    for (const BookingPlace &place : places) {
        if (place.id == own || !place.isClosed)
            file.places << place;
        if (place.id == own)
            file.place = place;
    }
    if (file.place.id.isNull() && !file.places.isEmpty())
        file.place = file.places.first();
}

} // namespace

Result<void> readTimes(const Repositories &repositories, const QDateTime &now, BookingFile &file)
{
    const auto times
        = freeTimes(repositories, file.place, file.place.slotsNeeded(file.row.booking.reason), now, timesShown);
    if (!times)
        return times.error();
    file.times = *times;
    return {};
}

Result<BookingFile> bookingFile(const Repositories &repositories, const PlatformItem &item, const QDateTime &now)
{
    const auto row = bookingRow(repositories, item);
    const auto messages = repositories.platform.about(item.id, u"messages"_s);
    const auto said = repositories.platform.inLane(item.id);
    const auto places = bookingPlaces(repositories);
    if (!row)
        return row.error();
    if (!messages)
        return messages.error();
    if (!said)
        return said.error();
    if (!places)
        return places.error();
    BookingFile file{.row = *row, .said = *said};
    for (const PlatformItem &message : *messages)
        file.messages << messageFrom(resourceIn(message));
    if (const auto added = addRecord(repositories, file); !added)
        return added.error();
    addPlaces(*places, file);
    const auto timed = readTimes(repositories, now, file);
    return timed ? Result<BookingFile>(file) : timed.error();
}

} // namespace idcounter

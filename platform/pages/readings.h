#pragma once

#include "platform/pages/view.h"

namespace idcounter::platform {

// How a resource is told to the applicant whose it is.
struct StateReading
{
    QString state; // "Waiting for your confirmation"
    Tone tone = Tone::Plain;
    QString next; // what to do next
};

StateReading readingOfBooking(const Call &call, const Resource &booking);
StateReading readingOfApplication(const Call &call, const Resource &application);

// "证件有效期满换领", "Expired or expiring".
QString businessName(const Call &call, const QString &reason);
// "20.00 yuan", by the fee table on this day in the station's region; empty where the table has no price.
QString priceOf(const Call &call, const QString &reason, const QString &station);
// "2026年11月24日", "24 November 2026"; the same with the day of the week; and an instant with its time.
QString dayText(const Words &words, const QDate &day);
QString weekdayText(const Words &words, const QDate &day);
QString momentText(const Words &words, const QString &instant);
// Sentences that the station wrote.
QStringList reasonTexts(const Resource &resource);

// The body of a place; empty where there is none.
QJsonObject placeNamed(const Call &call, const QString &id);
// Places of all stations that are open for business, those closed for bookings left out.
QList<QJsonObject> openPlaces(const Call &call);
// On which days the field team is at a place; empty for a hall, which has hours of the week.
QString visitText(const Call &call, const QJsonObject &place);
// What to bring, by the place's list.
QStringList papersFor(const Words &words, const QJsonObject &place, const QString &reason);

// Lets everything fall due whose time has come, before it is looked at.
void letFallDue(const Platform &platform);

} // namespace idcounter::platform

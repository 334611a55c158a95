#pragma once

#include "app/workflow/bookingdesk.h"

namespace idcounter {

// The places of the station and their hours: what a supervisor plans becomes slots and seats at the platform, made ahead each
// time the program is used, not by a job at night. A change closes seats, and never a booking: those on seats that are to close
// are the list "must be moved". Errors come with failed().
class BookingHours : public QObject
{
    Q_OBJECT

public:
    BookingHours(Counter counter, PlatformLink &link, QObject *parent = nullptr);

    const QList<BookingPlace> &places() const { return m_places; }
    const PlatformSettings &settings() const { return m_settings; }
    BookingPlace usualHall() const;
    BookingPlace newVillage() const; // of the field team, without a day as yet

    void refresh(); // answers with changed()
    void setAddress(const QString &url); // of the platform; the line is opened anew
    void save(const BookingPlace &place); // answers with saved()
    // What is missing of the next days, or differs from the hours, is said to the platform.
    void publish();

Q_SIGNALS:
    void changed();
    void saved();
    void failed(const idcounter::Error &error);

private:
    Counter m_counter;
    PlatformLink &m_link;
    QList<BookingPlace> m_places;
    PlatformSettings m_settings;
};

// A hall as it could be: weekdays, morning and afternoon, two windows of three for the public.
BookingPlace usualHall(const Station &station, const Clock &clock);

// The identity of the slot of a time at a place: the same whoever makes it, so that it is made once. minutes: of a slot that
// takes the time of an earlier one of another length; 0 otherwise.
QUuid slotId(const QUuid &place, QDate day, QTime time, int minutes = 0);

} // namespace idcounter

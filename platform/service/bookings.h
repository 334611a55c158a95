#pragma once

#include "platform/service/messages.h"
#include "platform/store/seats.h"

namespace idcounter::platform {

// What an applicant asks for; form is a BookedForm of the contract without `booking` and `filledAt`, which are added.
struct BookingOrder
{
    QString id; // made when the page was shown, so that a form that is sent twice is one booking
    QString account;
    QString language; // "zh-CN", "en"
    QString place;
    QJsonArray times; // {day, from, until}
    QJsonObject form;
};

// Bookings: from the form to the visit (docs/PLATFORM.md, "Life of a booking"). In the transaction of the Resources. What an
// account asks about another's booking is answered not-found.
class Bookings
{
public:
    Bookings(const Platform &platform, Resources &resources)
        : m_platform(platform)
        , m_resources(resources)
        , m_seats(resources)
    {
    }

    // By applicants.
    // Errors: person-has-booking; body-invalid, with errors[] of {pointer, code} into the form; not-found (place);
    // state-conflict (the place takes no bookings, or too many visits were missed).
    Outcome<Resource> submit(const BookingOrder &order);
    // The answer to what was asked for: a new form, in MORE_ASKED.
    Outcome<Resource> answer(const QString &account, const QString &id, const QJsonObject &form);
    // Errors of the following: not-found; state-conflict, with current; no-seat-free, with free.
    Outcome<Resource> confirm(const QString &account, const QString &id);
    Outcome<Resource> cancel(const QString &account, const QString &id);
    // Another time: the seats that begin with that slot; CONFIRMED with it, also when the old one was only offered. Errors besides: no-seat-free, with free; the old place stays.
    Outcome<Resource> move(const QString &account, const QString &id, const QString &slot);
    Outcome<Resource> find(const QString &account, const QString &id) const;
    Outcome<QList<Resource>> all(const QString &account) const;
    // Whether that account has a live booking for the person with that citizen number.
    Outcome<bool> hasLive(const QString &account, const QString &number) const;
    // Whether the rules of the place let the applicant do it now.
    Outcome<bool> mayMove(const Resource &booking) const;
    Outcome<bool> mayCancel(const Resource &booking) const;
    // Times that the applicant may move to.
    Outcome<QJsonArray> freeTimes(const Resource &booking, int limit) const;

    // By stations. The decision fits the schema and its signatures hold; the outcome as the contract has it.
    Outcome<QJsonObject> decide(const QJsonObject &decision, const QString &station);
    Outcome<Resource> visit(const QJsonObject &visit, const QString &station, const QString &sha);
    // A booking for an online application that was sent to the counter; begins as OFFERED.
    Outcome<Resource> offer(const Resource &application, const QJsonObject &offer, const QJsonObject &decision);

    // By time: an offer that nobody confirmed, sealed forms that are to go.
    Outcome<void> fallDue(Resource booking);
    // Reminders before the day, each once.
    Outcome<int> remind(const Resource &booking) const;

    // The keyed index of a citizen number.
    static QString personIndex(const PlatformKeys &keys, const QString &number);
    static QJsonObject currentOf(const Resource &resource); // as `current` of a problem

private:
    Outcome<Resource> ofAccount(const QString &account, const QString &id) const;
    Outcome<QJsonObject> place(const QString &id) const; // its body
    Outcome<void> seal(Resource &booking, const QJsonObject &form) const;
    Outcome<void> take(Resource &booking, const QJsonObject &decision, const QJsonObject &placeBody, bool move);
    Outcome<Resource> store(Resource booking, const QString &by, const QJsonObject &decision = {});
    Outcome<QString> tell(const Resource &booking, const QString &purpose, const QString &decision = {}) const;

    const Platform &m_platform;
    Resources &m_resources;
    Seats m_seats;
};

// Lets everything fall due whose time has come, also applications and payments: whoever is about to look does it first, so
// that no job is needed for it.
Outcome<void> settle(const Platform &platform, Resources &resources);

} // namespace idcounter::platform

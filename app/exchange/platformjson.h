#pragma once

#include "app/domain/booking.h"
#include "app/domain/openinghours.h"
#include "app/exchange/exchangekeys.h"

#include <QJsonArray>
#include <QJsonObject>

namespace idcounter {

// Bodies of the platform's contract (resources/platform/openapi.yaml) as values of the domain, and the other way round. What
// is read fits its schema already (Contract).

// An officer, as colleagues know him.
struct Officer
{
    QString login;
    QString name;
};

// form: what was sealed, opened; empty where it could not be.
Booking bookingFrom(const QJsonObject &body, const QJsonObject &form);
OnlineApplication applicationFrom(const QJsonObject &body, const QJsonObject &form);

// Opens the member `sealed` with one of the keys. Errors: BookingFormForeign, when it is for nobody of us, does not fit its
// schema, or belongs to something else.
Result<QJsonObject> openedForm(const QJsonObject &resource, const QString &kind,
                               const QList<const ExchangeKeys *> &keys);

// A slot as it is, with who has its seats.
struct KnownSeat
{
    int number = 0;
    SeatOwner owner = SeatOwner::Closed;
    bool isFree = false;
    bool isResting = false; // freed, and given away again later
    bool isClosing = false; // another owner was asked for; it waits for the booking to end
    QUuid booking;

    friend bool operator==(const KnownSeat &, const KnownSeat &) = default;
};
struct KnownSlot
{
    QUuid id;
    qint64 version = 0;
    QUuid place;
    QDate day;
    QTime time;
    int minutes = 0;
    QList<KnownSeat> seats;

    QDateTime startsAt() const; // UTC
    friend bool operator==(const KnownSlot &, const KnownSlot &) = default;
};
KnownSlot slotFrom(const QJsonObject &body);

// A message to the applicant, and whether it reached him.
struct KnownMessage
{
    QUuid id;
    QString purpose;
    QString text;
    QDateTime at; // UTC
    QString state; // QUEUED, SENT, DELIVERED, FAILED, TELEPHONED

    bool failed() const { return state == QStringLiteral("FAILED"); }
    friend bool operator==(const KnownMessage &, const KnownMessage &) = default;
};
KnownMessage messageFrom(const QJsonObject &body);

// A payment as the platform last told it.
struct KnownPayment
{
    QUuid id;
    QUuid application;
    QString state;
    QString feeCode;
    qint64 amountFen = 0;
    qint64 paidFen = 0;
    qint64 refundedFen = 0;
    QString refundReason;
    QDateTime paidAt; // UTC

    friend bool operator==(const KnownPayment &, const KnownPayment &) = default;
};
KnownPayment paymentFrom(const QJsonObject &body);

// What is put.
QJsonObject placeJson(const BookingPlace &place, const QString &unitCode, const QHash<QString, QStringList> &papersZh,
                      const QHash<QString, QStringList> &papersEn);
QJsonObject slotJson(const QUuid &id, const QUuid &place, const PlannedSlot &slot, int planVersion);
QJsonObject officerJson(const Officer &officer);
QJsonObject reasonJson(const QString &code, const QString &text);

// "2026-11-24T09:00:00+08:00", as the contract has times.
QString instantText(const QDateTime &instant);
QString idText(const QUuid &id);

} // namespace idcounter

#include "app/exchange/platformjson.h"

#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames owners{std::pair{SeatOwner::Public, "PUBLIC"}, std::pair{SeatOwner::Station, "STATION"},
                           std::pair{SeatOwner::Closed, "CLOSED"}};
constexpr int eightHours = 8 * 3600; // China keeps one time

QDateTime instantIn(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QDate dayIn(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

QTime timeIn(const QJsonValue &value)
{
    return QTime::fromString(value.toString(), u"HH:mm"_s);
}

LastChange lastIn(const QJsonValue &value)
{
    return {.by = value[u"by"_s].toString(),
            .at = instantIn(value[u"at"_s]),
            .officer = value[u"officer"_s][u"name"_s].toString()};
}

Appointment appointmentIn(const QJsonObject &body)
{
    Appointment appointment;
    if (body.isEmpty())
        return appointment;
    appointment.place = QUuid(body[u"place"_s].toString());
    appointment.day = dayIn(body[u"day"_s]);
    appointment.time = timeIn(body[u"time"_s]);
    appointment.minutes = body[u"minutes"_s].toInt();
    const QJsonArray seats = body[u"seats"_s].toArray();
    for (const QJsonValue &seat : seats)
        appointment.seats << SeatAt{.slot = QUuid(seat[u"slot"_s].toString()), .seat = seat[u"seat"_s].toInt()};
    return appointment;
}

OldCard oldCardIn(const QString &word)
{
    if (word == "NONE"_L1)
        return OldCard::None;
    // Whether a card that is held is handed in or kept is seen at the counter.
    return word == "LOST"_L1 ? OldCard::Lost : OldCard::NotAsked;
}

TypedForm formIn(const QJsonObject &form)
{
    const QJsonObject applicant = form[u"applicant"_s].toObject();
    const QJsonObject guardian = form[u"guardian"_s].toObject();
    const QJsonObject business = form[u"business"_s].toObject();
    const QJsonObject delivery = form[u"delivery"_s].toObject();
    const auto text = [](const QJsonObject &object, const QString &name) { return object[name].toString(); };
    TypedForm typed;
    typed.filledAt = instantIn(form[u"filledAt"_s]);
    typed.applicant = {.number = text(applicant, u"number"_s),
                       .name = text(applicant, u"name"_s),
                       .sex = text(applicant, u"sex"_s),
                       .birthDate = dayIn(applicant[u"birthDate"_s]),
                       .ethnicGroup = text(applicant, u"ethnicGroup"_s),
                       .address = text(applicant, u"address"_s)};
    typed.guardian = {.number = text(guardian, u"number"_s),
                      .name = text(guardian, u"name"_s),
                      .relation = text(guardian, u"relation"_s),
                      .phone = text(guardian, u"phone"_s)};
    typed.business.reason = text(business, u"reason"_s);
    typed.business.oldCard = oldCardIn(text(business, u"oldCard"_s));
    typed.business.oldCardUntil = dayIn(business[u"oldCardUntil"_s]);
    typed.business.offSite = business[u"offSite"_s].toBool();
    typed.business.offSiteReason = text(business, u"offSiteReason"_s);
    typed.business.reduction = text(business, u"reduction"_s);
    typed.business.temporaryCard = business[u"temporaryCard"_s].toBool();
    typed.delivery.phone = text(delivery, u"phone"_s);
    const bool byMail = text(delivery, u"collection"_s) == "MAIL"_L1 || form.contains(u"lost"_s);
    typed.delivery.collection = byMail ? Collection::Mail : Collection::InPerson;
    typed.delivery.mailingAddress = text(delivery, u"mailingAddress"_s);
    typed.delivery.remarks = text(delivery, u"remarks"_s);
    const QJsonArray answers = form[u"answers"_s].toArray();
    for (const QJsonValue &answer : answers)
        typed.answers << answer[u"text"_s].toString();
    typed.lostOn = dayIn(form[u"lost"_s][u"on"_s]);
    typed.realName = form[u"realName"_s][u"method"_s].toString();
    typed.recipient = text(delivery, u"recipient"_s);
    typed.postcode = text(delivery, u"postcode"_s);
    return typed;
}

} // namespace

QString instantText(const QDateTime &instant)
{
    return stationTime(instant).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+08:00"_s;
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QDateTime KnownSlot::startsAt() const
{
    return QDateTime(day, time, Qt::OffsetFromUTC, eightHours).toUTC();
}

Booking bookingFrom(const QJsonObject &body, const QJsonObject &form)
{
    Booking booking{.id = QUuid(body[u"id"_s].toString()),
                    .version = body[u"version"_s].toInteger(),
                    .state = bookingStates.value(body[u"state"_s].toString()).value_or(BookingState::Submitted),
                    .place = QUuid(body[u"place"_s].toString()),
                    .reason = body[u"reason"_s].toString(),
                    .guardianComes = body[u"guardianComes"_s].toBool(),
                    .awayFromHome = body[u"awayFromHome"_s].toBool(),
                    .isEnglish = body[u"language"_s].toString() == "en"_L1,
                    .submittedAt = instantIn(body[u"submittedAt"_s]),
                    .last = lastIn(body[u"last"_s]),
                    .appointment = appointmentIn(body[u"appointment"_s].toObject()),
                    .offeredUntil = instantIn(body[u"offeredUntil"_s]),
                    .arrivalCode = body[u"arrivalCode"_s].toString(),
                    .moves = body[u"moves"_s].toInt(),
                    .application = QUuid(body[u"application"_s].toString())};
    const QJsonArray times = body[u"times"_s].toArray();
    for (const QJsonValue &time : times)
        booking.times << WishedTime{
            .day = dayIn(time[u"day"_s]), .from = timeIn(time[u"from"_s]), .until = timeIn(time[u"until"_s])};
    if (!form.isEmpty())
        booking.form = formIn(form);
    return booking;
}

OnlineApplication applicationFrom(const QJsonObject &body, const QJsonObject &form)
{
    OnlineApplication application{
        .id = QUuid(body[u"id"_s].toString()),
        .version = body[u"version"_s].toInteger(),
        .state = applicationStates.value(body[u"state"_s].toString()).value_or(ApplicationState::Submitted),
        .reason = body[u"reason"_s].toString(),
        .isEnglish = body[u"language"_s].toString() == "en"_L1,
        .submittedAt = instantIn(body[u"submittedAt"_s]),
        .last = lastIn(body[u"last"_s]),
        .payment = QUuid(body[u"payment"_s].toString()),
        .payUntil = instantIn(body[u"payUntil"_s]),
        .booking = QUuid(body[u"booking"_s].toString()),
        .acceptanceNumber = body[u"accepted"_s][u"acceptanceNumber"_s].toString()};
    if (!form.isEmpty())
        application.form = formIn(form);
    return application;
}

Result<QJsonObject> openedForm(const QJsonObject &resource, const QString &kind,
                               const QList<const ExchangeKeys *> &keys)
{
    const bool isBooking = kind == "bookings"_L1;
    const QJsonObject sealed = resource[u"sealed"_s].toObject();
    const QByteArray bytes = QByteArray::fromBase64(sealed[u"data"_s].toString().toLatin1());
    for (const ExchangeKeys *own : keys) {
        if (own->publicKeys().fingerprint() != sealed[u"key"_s].toString())
            continue;
        const auto opened = own->unseal(bytes);
        if (!opened)
            break;
        const auto form = readJson({reinterpret_cast<const char *>(opened->data()), qsizetype(opened->size())});
        if (!form || !Contract::instance().fits(isBooking ? u"BookedForm"_s : u"ReissueForm"_s, *form)
            || (*form)[isBooking ? u"booking"_s : u"application"_s] != resource[u"id"_s])
            break;
        return *form;
    }
    return Error{Error::Code::BookingFormForeign, {}};
}

KnownSlot slotFrom(const QJsonObject &stored)
{
    const QJsonObject body = stored[u"body"_s].toObject();
    KnownSlot slot{.id = QUuid(stored[u"id"_s].toString()),
                   .version = stored[u"version"_s].toInteger(),
                   .place = QUuid(body[u"place"_s].toString()),
                   .day = dayIn(body[u"day"_s]),
                   .time = timeIn(body[u"time"_s]),
                   .minutes = body[u"minutes"_s].toInt()};
    const QJsonArray seats = stored[u"seats"_s].toArray();
    for (const QJsonValue &seat : seats) {
        const QString state = seat[u"state"_s].toString();
        slot.seats << KnownSeat{.number = seat[u"no"_s].toInt(),
                                .owner = owners.value(seat[u"owner"_s].toString()).value_or(SeatOwner::Closed),
                                .isFree = state == "FREE"_L1,
                                .isResting = state == "RESTING"_L1,
                                .isClosing = seat[u"closing"_s].toBool(),
                                .booking = QUuid(seat[u"booking"_s].toString())};
    }
    return slot;
}

KnownMessage messageFrom(const QJsonObject &stored)
{
    const QJsonObject body = stored[u"body"_s].toObject();
    return {.id = QUuid(stored[u"id"_s].toString()),
            .purpose = body[u"purpose"_s].toString(),
            .text = body[u"text"_s].toString(),
            .at = instantIn(body[u"at"_s]),
            .state = stored[u"state"_s].toString()};
}

KnownPayment paymentFrom(const QJsonObject &body)
{
    KnownPayment payment{.id = QUuid(body[u"id"_s].toString()),
                         .application = QUuid(body[u"application"_s].toString()),
                         .state = body[u"state"_s].toString(),
                         .feeCode = body[u"feeCode"_s].toString(),
                         .amountFen = body[u"amountFen"_s].toInteger(),
                         .refundedFen = body[u"refundedFen"_s].toInteger(),
                         .refundReason = body[u"refundReason"_s].toString(),
                         .paidAt = instantIn(body[u"paidAt"_s])};
    const QJsonArray events = body[u"events"_s].toArray();
    for (const QJsonValue &event : events) {
        if (event[u"said"_s].toString() == "PAID"_L1)
            payment.paidFen += event[u"amountFen"_s].toInteger();
    }
    return payment;
}

QJsonObject officerJson(const Officer &officer)
{
    return {{u"login"_s, officer.login}, {u"name"_s, officer.name}};
}

QJsonObject reasonJson(const QString &code, const QString &text)
{
    return {{u"code"_s, code}, {u"text"_s, text}};
}

QJsonObject placeJson(const BookingPlace &place, const QString &unitCode, const QHash<QString, QStringList> &papersZh,
                      const QHash<QString, QStringList> &papersEn)
{
    const auto both = [](const QString &zh, const QString &en) { return QJsonObject{{u"zh"_s, zh}, {u"en"_s, en}}; };
    QJsonArray businesses;
    for (const BusinessTime &business : place.businesses) {
        QJsonArray papers;
        const QStringList zh = papersZh.value(business.reason);
        const QStringList en = papersEn.value(business.reason);
        for (qsizetype at = 0; at < std::min(zh.size(), en.size()); ++at)
            papers << both(zh[at], en[at]);
        businesses << QJsonObject{
            {u"reason"_s, business.reason}, {u"minutes"_s, business.minutes}, {u"papers"_s, papers}};
    }
    QJsonArray reminderDays;
    for (const int days : place.reminderDays)
        reminderDays << days;
    QJsonObject body{{u"id"_s, idText(place.id)},
                     {u"station"_s, unitCode},
                     {u"kind"_s, place.isVisit ? u"VISIT"_s : u"HALL"_s},
                     {u"name"_s, both(place.nameZh, place.nameEn)},
                     {u"address"_s, both(place.addressZh, place.addressEn)},
                     {u"zone"_s, u"Asia/Shanghai"_s},
                     {u"closed"_s, place.isClosed},
                     {u"businesses"_s, businesses},
                     {u"rules"_s,
                      QJsonObject{{u"bookableFromDays"_s, place.bookableFromDays},
                                  {u"bookableToDays"_s, place.bookableToDays},
                                  {u"holdMinutes"_s, 10},
                                  {u"offerHours"_s, place.offerHours},
                                  {u"cancelUntilHours"_s, place.cancelUntilHours},
                                  {u"moveUntilHours"_s, place.moveUntilHours},
                                  {u"maxMoves"_s, place.maxMoves},
                                  {u"restMinutes"_s, QJsonArray{place.restFromMinutes, place.restToMinutes}},
                                  {u"noShowMinutes"_s, place.noShowMinutes},
                                  {u"noShowsAllowed"_s, place.noShowsAllowed},
                                  {u"noShowDays"_s, place.noShowDays},
                                  {u"reminderDays"_s, reminderDays}}}};
    if (!place.phone.isEmpty())
        body[u"phone"_s] = place.phone;
    return body;
}

QJsonObject slotJson(const QUuid &id, const QUuid &place, const PlannedSlot &slot, int planVersion)
{
    QJsonArray seats;
    for (qsizetype at = 0; at < slot.seats.size(); ++at)
        seats << QJsonObject{{u"no"_s, at + 1}, {u"owner"_s, owners.name(slot.seats[at])}};
    return {{u"id"_s, idText(id)},
            {u"place"_s, idText(place)},
            {u"day"_s, slot.day.toString(Qt::ISODate)},
            {u"time"_s, slot.time.toString(u"HH:mm"_s)},
            {u"startsAt"_s, instantText(QDateTime(slot.day, slot.time, Qt::OffsetFromUTC, eightHours))},
            {u"minutes"_s, slot.minutes},
            {u"planVersion"_s, planVersion},
            {u"seats"_s, seats}};
}

} // namespace idcounter

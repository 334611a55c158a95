#include "platform/service/applications.h"

#include "app/domain/citizennumber.h"
#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"
#include "app/exchange/signeddecision.h"
#include "platform/service/stations.h"
#include "platform/service/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qint64 daysToPay = 3; // PAY_EXPIRES of the table of limits
constexpr qint64 daysKeptWithoutReceipt = 90;
constexpr char lostCard[] = "41"; // GA/T 2000.10, the only business online

Problem stateConflict(const Resource &resource)
{
    return Problem::of(u"state-conflict"_s, {{u"current"_s, Bookings::currentOf(resource)}});
}

bool isOver(const QString &state)
{
    return state == "SENT_TO_COUNTER"_L1 || state == "WITHDRAWN"_L1 || state == "TAKEN_OVER"_L1
        || state == "REFUSED"_L1;
}

// What the applicant is told of the application as it is now.
QString saidOf(const Resource &application, const Words &words)
{
    QStringList said;
    if (application.state == "ELIGIBLE"_L1) {
        said << words(QT_TRANSLATE_NOOP("Platform",
                                        "Your card can be made again online. Please pay on the website by %1."))
                    .arg(words.moment(stationTime(instantFrom(application.body[u"payUntil"_s].toString()))));
    } else if (application.state == "SENT_TO_COUNTER"_L1) {
        said << words(
            QT_TRANSLATE_NOOP("Platform", "Your card cannot be made again online. Please come to the station."));
    } else if (application.state == "PAID"_L1) {
        said << words(
            QT_TRANSLATE_NOOP("Platform", "Your payment has arrived. The station goes on with your application."));
    } else if (application.state == "TAKEN_OVER"_L1) {
        said << words(QT_TRANSLATE_NOOP(
                          "Platform", "Your application was accepted. The card is sent by mail; it is promised by %1."))
                    .arg(application.body[u"accepted"_s][u"promiseDue"_s].toString());
    } else if (application.state == "REFUSED"_L1) {
        said << words(QT_TRANSLATE_NOOP("Platform", "Your application was refused. What you paid is given back."));
    } else if (application.state == "WITHDRAWN"_L1) {
        said << words(QT_TRANSLATE_NOOP(
            "Platform", "Your application ended because it was not paid in time. You can apply again."));
    }
    const QJsonArray reasons = application.body[u"reasons"_s].toArray();
    for (const QJsonValue &reason : reasons)
        said << reason[u"text"_s].toString();
    constexpr qsizetype longest = 1000; // characters, by the contract
    return said.join(u' ').left(longest);
}

} // namespace

Outcome<Resource> Applications::ofAccount(const QString &account, const QString &id) const
{
    const auto there = m_resources.find(u"applications"_s, id);
    if (!there)
        return there.error();
    if (!*there || (*there)->account != account || account.isEmpty())
        return Problem::of(u"not-found"_s);
    return **there;
}

Outcome<Resource> Applications::find(const QString &account, const QString &id) const
{
    return ofAccount(account, id);
}

Outcome<QList<Resource>> Applications::all(const QString &account) const
{
    const auto found = m_resources.ofAccount(account, u"applications"_s);
    return found ? Outcome<QList<Resource>>(*found) : found.error();
}

Outcome<Resource> Applications::store(Resource application, const QString &by, const QJsonObject &decision)
{
    const QDateTime &now = m_resources.now();
    QJsonObject last{{u"by"_s, by}, {u"at"_s, instantText(now)}};
    if (!decision.isEmpty()) {
        last[u"officer"_s] = decision[u"by"_s];
        last[u"decision"_s] = decision[u"id"_s];
    }
    application.body[u"last"_s] = last;
    if (application.state != "ELIGIBLE"_L1) {
        application.body.remove(u"payUntil"_s);
        const bool isSealed = application.body.contains(u"sealed"_s);
        application.dueAt = isOver(application.state) && isSealed ? now.addDays(daysKeptWithoutReceipt) : QDateTime();
    }
    const auto stored = m_resources.put(application);
    return stored ? Outcome<Resource>(application) : stored.error();
}

Outcome<Resource> Applications::submit(const ReissueOrder &order)
{
    const auto known = m_resources.find(u"applications"_s, order.id);
    if (!known)
        return known.error();
    if (*known) // the same page sent twice
        return (*known)->account == order.account ? Outcome<Resource>(**known) : Problem::of(u"not-found"_s);
    const QDateTime &now = m_resources.now();
    QJsonObject form = order.form;
    form[u"form"_s] = u"ReissueForm/1"_s;
    form[u"application"_s] = order.id;
    form[u"filledAt"_s] = instantText(now);
    QJsonArray errors;
    for (const Misfit &one : Contract::instance().misfits(u"ReissueForm"_s, form))
        errors << QJsonObject{{u"pointer"_s, one.pointer}, {u"code"_s, one.code}};
    const QString number = form[u"applicant"_s][u"number"_s].toString();
    if (!CitizenNumber::parse(number))
        errors << QJsonObject{{u"pointer"_s, u"/applicant/number"_s}, {u"code"_s, u"format"_s}};
    if (!errors.isEmpty())
        return Problem::of(u"body-invalid"_s, {{u"errors"_s, errors}});
    const auto keys = Stations(m_resources.connection()).newestKeys(order.station);
    if (!keys)
        return keys.error();
    if (!*keys)
        return Problem::of(u"not-found"_s);
    const auto sealed = sealedFor(**keys, canonical(form));
    if (!sealed)
        return sealed.error();
    const Resource application{.kind = u"applications"_s,
                               .id = order.id,
                               .station = order.station,
                               .state = u"SUBMITTED"_s,
                               .personIndex = Bookings::personIndex(m_platform.keys, number),
                               .account = order.account,
                               .body = {{u"station"_s, order.station},
                                        {u"reason"_s, QString::fromLatin1(lostCard)},
                                        {u"language"_s, order.language},
                                        {u"submittedAt"_s, instantText(now)},
                                        {u"personIndex"_s, Bookings::personIndex(m_platform.keys, number)},
                                        {u"sealed"_s,
                                         QJsonObject{{u"form"_s, form[u"form"_s]},
                                                     {u"key"_s, (*keys)->fingerprint()},
                                                     {u"data"_s, QString::fromLatin1(sealed->toBase64())}}}}};
    return store(application, u"APPLICANT"_s);
}

Outcome<Resource> Applications::withdraw(const QString &account, const QString &id)
{
    const auto there = ofAccount(account, id);
    if (!there || there->state == "WITHDRAWN"_L1)
        return there;
    if (there->state != "SUBMITTED"_L1 && there->state != "ELIGIBLE"_L1)
        return stateConflict(*there);
    Resource application = *there;
    application.state = u"WITHDRAWN"_s;
    return store(application, u"APPLICANT"_s);
}

Outcome<Resource> Applications::payment(const QString &account, const QString &id) const
{
    const auto there = ofAccount(account, id);
    if (!there)
        return there;
    const auto payment = m_resources.find(u"payments"_s, there->body[u"payment"_s].toString());
    if (!payment)
        return payment.error();
    if (!*payment)
        return Problem::of(u"not-found"_s);
    if (there->state != "ELIGIBLE"_L1)
        return **payment;
    return Payments(m_platform, m_resources).pending((*payment)->id);
}

Outcome<QJsonObject> Applications::refund(Resource application, const QJsonObject &decision)
{
    const auto there = m_resources.find(u"payments"_s, decision[u"refund"_s][u"payment"_s].toString());
    if (!there)
        return there.error();
    if (!*there || (*there)->about != application.id)
        return Problem::of(u"not-found"_s);
    Resource payment = **there;
    const qint64 amount = decision[u"refund"_s][u"amountFen"_s].toInteger();
    const qint64 paid = payment.body[u"paidFen"_s].toInteger();
    const bool may = (payment.state == "PAID"_L1 || payment.state == "REFUND_DUE"_L1) && amount > 0
        && amount <= paid - payment.body[u"refundedFen"_s].toInteger();
    if (!may)
        return Problem::of(u"state-conflict"_s, {{u"current"_s, Bookings::currentOf(payment)}});
    payment.state = u"REFUND_ORDERED"_s;
    payment.body[u"refundOrderedFen"_s] = amount;
    payment.body[u"refundDecision"_s] = decision[u"id"_s];
    if (!payment.body.contains(u"refundReason"_s))
        payment.body[u"refundReason"_s] = u"STATION"_s;
    if (const auto stored = m_resources.put(payment); !stored)
        return stored.error();
    return QJsonObject{{u"kind"_s, u"applications"_s},
                       {u"id"_s, application.id},
                       {u"version"_s, application.version},
                       {u"state"_s, application.state},
                       {u"payment"_s, payment.id}};
}

Outcome<QJsonObject> Applications::decide(const QJsonObject &decision, const QString &station)
{
    const auto there = m_resources.find(u"applications"_s, decision[u"application"_s].toString());
    if (!there)
        return there.error();
    if (!*there || (*there)->station != station)
        return Problem::of(u"not-found"_s);
    Resource application = **there;
    const QString kind = decision[u"kind"_s].toString();
    const QString decisionId = decision[u"id"_s].toString();
    if (application.version != decision[u"applicationVersion"_s].toInteger())
        return Problem::of(u"version-conflict"_s, {{u"current"_s, Bookings::currentOf(application)}});
    if (kind == "refund"_L1)
        return refund(application, decision);
    const QString from = kind == "eligible"_L1 || kind == "sendToCounter"_L1 ? u"SUBMITTED"_s : u"PAID"_s;
    if (application.state != from)
        return stateConflict(application);
    QJsonObject outcome{{u"kind"_s, u"applications"_s}, {u"id"_s, application.id}};
    Payments payments(m_platform, m_resources);
    if (kind == "eligible"_L1) {
        const QDateTime until = m_resources.now().addDays(daysToPay);
        const auto payment = payments.create(application, decision[u"fee"_s][u"code"_s].toString(),
                                             decision[u"fee"_s][u"amountFen"_s].toInteger(), until);
        if (!payment)
            return payment.problem();
        application.state = u"ELIGIBLE"_s;
        application.body[u"payment"_s] = payment->id;
        application.body[u"payUntil"_s] = instantText(until);
        application.dueAt = until;
        outcome[u"payment"_s] = payment->id;
    } else if (kind == "sendToCounter"_L1) {
        application.state = u"SENT_TO_COUNTER"_s;
        application.body[u"reasons"_s] = decision[u"reasons"_s];
        if (decision.contains(u"offer"_s)) {
            const auto booking
                = Bookings(m_platform, m_resources).offer(application, decision[u"offer"_s].toObject(), decision);
            if (!booking)
                return booking.problem();
            application.body[u"booking"_s] = booking->id;
            outcome[u"appointment"_s] = booking->body[u"appointment"_s];
        }
    } else if (kind == "takeOver"_L1) {
        application.state = u"TAKEN_OVER"_s;
        application.body[u"accepted"_s] = decision[u"accepted"_s];
    } else {
        application.state = u"REFUSED"_s;
        application.body[u"reasons"_s] = decision[u"reasons"_s];
        const auto payment = m_resources.find(u"payments"_s, application.body[u"payment"_s].toString());
        if (!payment)
            return payment.error();
        if (*payment) {
            Resource due = **payment;
            due.state = u"REFUND_DUE"_s;
            due.body[u"refundReason"_s] = u"REFUSED"_s;
            if (const auto stored = m_resources.put(due); !stored)
                return stored.error();
            outcome[u"payment"_s] = due.id;
        }
    }
    const auto stored = store(application, u"STATION"_s, decision);
    if (!stored)
        return stored.problem();
    const Words words(stored->body[u"language"_s].toString());
    const auto message
        = Messages(m_platform, m_resources).tell(*stored, u"DECISION"_s, saidOf(*stored, words), decisionId);
    if (!message)
        return message.error();
    outcome[u"version"_s] = stored->version;
    outcome[u"state"_s] = stored->state;
    outcome[u"message"_s] = *message;
    return outcome;
}

Outcome<Resource> Applications::putMailing(const QJsonObject &body, const QString &station, const QString &sha,
                                           qint64 ifMatch)
{
    const auto application = m_resources.find(u"applications"_s, body[u"application"_s].toString());
    const auto known = m_resources.find(u"mailings"_s, body[u"id"_s].toString());
    if (!application)
        return application.error();
    if (!known)
        return known.error();
    if (!*application || (*application)->station != station)
        return Problem::of(u"not-found"_s);
    Resource mailing = known->value_or(Resource{.kind = u"mailings"_s,
                                                .id = body[u"id"_s].toString(),
                                                .station = station,
                                                .account = (*application)->account,
                                                .about = (*application)->id,
                                                .body = {{u"changedAt"_s, QString()}}});
    if (mailing.version != ifMatch)
        return Problem::of(u"precondition-failed"_s, {{u"current"_s, Bookings::currentOf(mailing)}});
    if (mailing.state == "DELIVERED"_L1)
        return stateConflict(mailing);
    mailing.state = body[u"state"_s].toString();
    mailing.sha = sha;
    mailing.body[u"body"_s] = body;
    if (const auto stored = m_resources.put(mailing); !stored)
        return stored.error();
    const Words words((*application)->body[u"language"_s].toString());
    QString said;
    if (mailing.state == "POSTED"_L1)
        said = words(QT_TRANSLATE_NOOP("Platform", "Your card is on its way by mail. Carrier: %1, number %2."))
                   .arg(body[u"carrier"_s].toString(), body[u"trackingNumber"_s].toString());
    else if (mailing.state == "DELIVERED"_L1)
        said = words(QT_TRANSLATE_NOOP("Platform",
                                       "Your card was delivered. Please have it verified at a station by %1."))
                   .arg(body[u"verifyBy"_s].toString());
    else if (mailing.state == "RETURNED"_L1)
        said = words(QT_TRANSLATE_NOOP(
            "Platform",
            "Your card came back to the station because it could not be delivered. Please call the station."));
    if (!said.isEmpty()) {
        const auto told = Messages(m_platform, m_resources).tell(**application, u"MAIL"_s, said);
        if (!told)
            return told.error();
    }
    return mailing;
}

Outcome<void> Applications::fallDue(Resource application)
{
    application.dueAt = {};
    if (application.state != "ELIGIBLE"_L1) { // its time is over: the sealed form goes
        application.body.remove(u"sealed"_s);
        application.body[u"sealedRemovedAt"_s] = instantText(m_resources.now());
        return m_resources.put(application);
    }
    application.state = u"WITHDRAWN"_s;
    const auto stored = store(application, u"PLATFORM"_s);
    if (!stored)
        return stored.problem();
    const Words words(stored->body[u"language"_s].toString());
    const auto told = Messages(m_platform, m_resources).tell(*stored, u"CHANGED"_s, saidOf(*stored, words));
    return told ? Outcome<void>() : told.error();
}

} // namespace idcounter::platform

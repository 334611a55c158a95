#include "platform/service/applications.h"
#include "platform/service/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int firstDigitsOfUnit = 2; // the province of a unit code: the region of the fee table

QJsonObject eventJson(const ProviderEvent &event)
{
    return {{u"providerId"_s, event.providerId},
            {u"source"_s, event.source},
            {u"said"_s, event.said},
            {u"amountFen"_s, event.amountFen},
            {u"at"_s, instantText(event.at)}};
}

} // namespace

Outcome<Resource> Payments::create(const Resource &application, const QString &feeCode, qint64 amountFen,
                                   const QDateTime &expiresAt) const
{
    const QDateTime &now = m_resources.now();
    const auto charge
        = m_platform.fees.charge(feeCode, stationTime(now).date(), application.station.left(firstDigitsOfUnit));
    if (!charge || charge->amount.amount != amountFen)
        return Problem::of(u"fee-differs"_s);
    Resource payment{.kind = u"payments"_s,
                     .id = newId(now),
                     .station = application.station,
                     .dueAt = expiresAt,
                     .state = u"CREATED"_s,
                     .account = application.account,
                     .about = application.id,
                     .body = {{u"application"_s, application.id},
                              {u"feeCode"_s, feeCode},
                              {u"amountFen"_s, amountFen},
                              {u"refundedFen"_s, 0},
                              {u"provider"_s, m_platform.payments ? m_platform.payments->name() : u"none"_s},
                              {u"orderedAt"_s, instantText(now)},
                              {u"expiresAt"_s, instantText(expiresAt)},
                              {u"events"_s, QJsonArray()}}};
    const auto stored = m_resources.put(payment);
    return stored ? Outcome<Resource>(payment) : stored.error();
}

Outcome<Resource> Payments::pending(const QString &id) const
{
    const auto there = m_resources.find(u"payments"_s, id);
    if (!there)
        return there.error();
    if (!*there)
        return Problem::of(u"not-found"_s);
    Resource payment = **there;
    if (payment.state != "CREATED"_L1)
        return payment;
    payment.state = u"PENDING"_s;
    const auto stored = m_resources.put(payment);
    return stored ? Outcome<Resource>(payment) : stored.error();
}

// Once for each id of an event: the row of the event is the lock, whoever delivers it, and how often.
Outcome<void> Payments::happened(const ProviderEvent &event) const
{
    const QDateTime &now = m_resources.now();
    const auto there = m_resources.find(u"payments"_s, event.payment);
    if (!there)
        return there.error();
    if (!*there)
        return Problem::of(u"not-found"_s);
    Resource payment = **there;
    Statement count(m_resources.connection(),
                    u"INSERT INTO provider_event (provider, provider_id, payment, at_ms) VALUES (?, ?, ?, ?) "
                    "ON CONFLICT DO NOTHING"_s);
    count.with({payment.body[u"provider"_s].toString(), event.providerId, payment.id, now.toMSecsSinceEpoch()});
    if (const auto counted = count.run(); !counted)
        return counted.error();
    if (count.changedRows() == 0)
        return {};
    QJsonArray events = payment.body[u"events"_s].toArray();
    events << eventJson(event);
    payment.body[u"events"_s] = events;

    const auto application = m_resources.find(u"applications"_s, payment.about);
    if (!application)
        return application.error();
    const bool waits = *application && (*application)->state == "ELIGIBLE"_L1;
    const bool isOpen = payment.state == "CREATED"_L1 || payment.state == "PENDING"_L1;
    if (event.said == "PAID"_L1) {
        const qint64 paid = payment.body[u"paidFen"_s].toInteger();
        payment.body[u"paidFen"_s] = paid + event.amountFen;
        payment.body[u"paidAt"_s] = instantText(event.at);
        payment.dueAt = {};
        if (isOpen && waits && event.amountFen == payment.body[u"amountFen"_s].toInteger()) {
            payment.state = u"PAID"_s;
            Resource next = **application;
            next.state = u"PAID"_s;
            next.dueAt = {};
            next.body.remove(u"payUntil"_s);
            next.body[u"last"_s] = QJsonObject{{u"by"_s, u"PROVIDER"_s}, {u"at"_s, instantText(now)}};
            if (const auto stored = m_resources.put(next); !stored)
                return stored.error();
            const Words words(next.body[u"language"_s].toString());
            const auto told
                = Messages(m_platform, m_resources)
                      .tell(next, u"PAYMENT"_s,
                            words(QT_TRANSLATE_NOOP(
                                "Platform", "Your payment has arrived. The station goes on with your application.")));
            if (!told)
                return told.error();
        } else {
            // What is paid twice is given back; what was paid first stays with the case.
            const bool twice = paid > 0;
            payment.body[u"refundReason"_s] = twice ? u"PAID_TWICE"_s : u"PAID_AFTER_EXPIRY"_s;
            payment.state = u"REFUND_DUE"_s;
        }
    } else if (event.said == "REFUNDED"_L1) {
        payment.body[u"refundedFen"_s] = payment.body[u"refundedFen"_s].toInteger() + event.amountFen;
        payment.body[u"refundedAt"_s] = instantText(event.at);
        // The second of two payments given back: the first goes on holding.
        const bool firstHolds = payment.body[u"paidFen"_s].toInteger() - payment.body[u"refundedFen"_s].toInteger()
            == payment.body[u"amountFen"_s].toInteger();
        payment.state = firstHolds ? u"PAID"_s : u"REFUNDED"_s;
    } else if (isOpen && event.said == "FAILED"_L1) {
        payment.state = u"CREATED"_s; // the applicant may try again until the order ends
    } else if (isOpen) {
        payment.state = u"EXPIRED"_s;
        payment.dueAt = {};
    }
    return m_resources.put(payment);
}

Outcome<void> Payments::fallDue(Resource payment) const
{
    payment.dueAt = {};
    if (payment.state == "CREATED"_L1 || payment.state == "PENDING"_L1)
        payment.state = u"EXPIRED"_s;
    return m_resources.put(payment);
}

Outcome<QJsonObject> Payments::day(const QString &station, const QDate &day) const
{
    const auto all = m_resources.ofStation(station, u"payments"_s);
    if (!all)
        return all.error();
    const auto isOn = [&](const QJsonValue &at) { return stationTime(instantFrom(at.toString())).date() == day; };
    QJsonArray payments;
    qint64 paidCount = 0;
    qint64 paid = 0;
    qint64 refundedCount = 0;
    qint64 refunded = 0;
    for (const Resource &payment : *all) {
        bool belongs = false;
        const QJsonArray events = payment.body[u"events"_s].toArray();
        for (const QJsonValue &event : events) {
            if (!isOn(event[u"at"_s]))
                continue;
            const QString said = event[u"said"_s].toString();
            belongs = belongs || said == "PAID"_L1 || said == "REFUNDED"_L1;
            if (said == "PAID"_L1) {
                ++paidCount;
                paid += event[u"amountFen"_s].toInteger();
            } else if (said == "REFUNDED"_L1) {
                ++refundedCount;
                refunded += event[u"amountFen"_s].toInteger();
            }
        }
        if (belongs)
            payments << payment.body;
    }
    return QJsonObject{{u"day"_s, day.toString(Qt::ISODate)},
                       {u"sums"_s,
                        QJsonObject{{u"paidCount"_s, paidCount},
                                    {u"paidFen"_s, paid},
                                    {u"refundedCount"_s, refundedCount},
                                    {u"refundedFen"_s, refunded}}},
                       {u"payments"_s, payments}};
}

} // namespace idcounter::platform

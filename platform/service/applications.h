#pragma once

#include "platform/service/bookings.h"

namespace idcounter::platform {

// What an applicant asks for; form is a ReissueForm of the contract without `application` and `filledAt`.
struct ReissueOrder
{
    QString id;
    QString account;
    QString language;
    QString station; // unit code
    QJsonObject form;
};

// Online re-issue of a lost card (docs/PLATFORM.md, "Life of an online re-issue"), with its payment. In the transaction of the
// Resources.
class Applications
{
public:
    Applications(const Platform &platform, Resources &resources)
        : m_platform(platform)
        , m_resources(resources)
    {
    }

    // By applicants. Errors: person-has-booking (another that is alive), body-invalid, not-found (station).
    Outcome<Resource> submit(const ReissueOrder &order);
    Outcome<Resource> withdraw(const QString &account, const QString &id);
    Outcome<Resource> find(const QString &account, const QString &id) const;
    Outcome<QList<Resource>> all(const QString &account) const;
    // The payment of an application that waits for it: ordered at the provider, PENDING. The address to which the applicant
    // is sent comes from the provider and proves nothing. Errors: state-conflict.
    Outcome<Resource> payment(const QString &account, const QString &id) const;

    // By stations.
    Outcome<QJsonObject> decide(const QJsonObject &decision, const QString &station);
    Outcome<Resource> putMailing(const QJsonObject &body, const QString &station, const QString &sha, qint64 ifMatch);

    Outcome<void> fallDue(Resource application);

private:
    Outcome<Resource> ofAccount(const QString &account, const QString &id) const;
    Outcome<Resource> store(Resource application, const QString &by, const QJsonObject &decision = {});
    Outcome<QJsonObject> refund(Resource application, const QJsonObject &decision);

    const Platform &m_platform;
    Resources &m_resources;
};

// What a provider says of a payment.
struct ProviderEvent
{
    QString providerId; // of the event
    QString source = QStringLiteral("SIGNED_EVENT"); // or STATUS_QUERY
    QString said; // PAID, FAILED, EXPIRED, REFUNDED
    QString payment; // our id
    qint64 amountFen = 0;
    QDateTime at; // UTC
};

// Takes orders, gives money back, and says what became of them. The practice provider is one; a real one is another class.
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;
    virtual QString name() const = 0;
    // Where the applicant pays; the same for the same payment, however often it is asked.
    virtual QString order(const Resource &payment) = 0;
    virtual void refund(const Resource &payment, qint64 amountFen, const QString &decision) = 0;
    // An event as it was sent to us; without a value when its signature does not hold.
    virtual std::optional<ProviderEvent> eventIn(const QByteArray &body, const QByteArray &signature) const = 0;
    // What became of a payment, by asking; without a value when it is not known yet.
    virtual std::optional<ProviderEvent> ask(const Resource &payment) = 0;
};

// Payments: created with the decision, changed only by what the provider says.
class Payments
{
public:
    Payments(const Platform &platform, Resources &resources)
        : m_platform(platform)
        , m_resources(resources)
    {
    }

    Outcome<Resource> create(const Resource &application, const QString &feeCode, qint64 amountFen,
                             const QDateTime &expiresAt) const;
    // The applicant was sent to the provider.
    Outcome<Resource> pending(const QString &id) const;
    // What the provider said; once for each id of an event. Paid after the end, twice or of another amount: REFUND_DUE.
    Outcome<void> happened(const ProviderEvent &event) const;
    Outcome<void> fallDue(Resource payment) const;
    // The payments of a day at the station, by the day of paying or giving back, with sums (PaymentDay without pages).
    Outcome<QJsonObject> day(const QString &station, const QDate &day) const;

private:
    const Platform &m_platform;
    Resources &m_resources;
};

} // namespace idcounter::platform

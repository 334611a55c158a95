#pragma once

#include "platform/service/applications.h"

#include <QMutex>

#include <memory>

namespace idcounter::platform {

// A payment provider to practise with. Its page lets one pay, pay twice, fail, pay when the order has ended, or pay without
// that the event arrives; what it says goes the way of a real provider's events, signed. Used by several threads.
class PracticeProvider final : public PaymentProvider
{
public:
    // The platform outlives it. Errors: PlatformForeign, on a real platform.
    static Result<std::unique_ptr<PracticeProvider>> create(const Platform &platform);

    QString name() const override { return QStringLiteral("practice"); }
    QString order(const Resource &payment) override;
    // Nothing flows; that the money is back is said on the provider's page.
    void refund(const Resource &, qint64, const QString &) override { }
    std::optional<ProviderEvent> eventIn(const QByteArray &body, const QByteArray &signature) const override;
    std::optional<ProviderEvent> ask(const Resource &payment) override;

    struct Signed
    {
        QByteArray body;
        QByteArray signature;
    };
    // A new event about a payment, as it is sent. said: PAID, FAILED, EXPIRED, REFUNDED.
    Signed event(const Resource &payment, const QString &said, qint64 amountFen) const;
    // What was paid without that an event was sent: ask() tells it.
    void keep(const ProviderEvent &event);

private:
    explicit PracticeProvider(const Platform &platform)
        : m_platform(platform)
    {
    }
    QByteArray signatureOf(const QByteArray &body) const;

    const Platform &m_platform;
    QMutex m_mutex;
    QHash<QString, ProviderEvent> m_kept; // by payment
};

} // namespace idcounter::platform

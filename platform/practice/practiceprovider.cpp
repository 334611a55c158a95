#include "platform/practice/practiceprovider.h"

#include "app/exchange/canonicaljson.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

Result<std::unique_ptr<PracticeProvider>> PracticeProvider::create(const Platform &platform)
{
    if (!platform.isPractice())
        return Error{Error::Code::PlatformForeign, u"provider"_s};
    return std::unique_ptr<PracticeProvider>(new PracticeProvider(platform));
}

QString PracticeProvider::order(const Resource &payment)
{
    return m_platform.origin + u"/practice/pay/"_s + payment.id;
}

QByteArray PracticeProvider::signatureOf(const QByteArray &body) const
{
    return PlatformKeys::mac(m_platform.keys.session, "provider\n" + body).toLatin1();
}

PracticeProvider::Signed PracticeProvider::event(const Resource &payment, const QString &said, qint64 amountFen) const
{
    const QDateTime now = m_platform.clock();
    const QByteArray body = canonical(QJsonObject{{u"id"_s, newId(now)},
                                                  {u"payment"_s, payment.id},
                                                  {u"said"_s, said},
                                                  {u"amountFen"_s, amountFen},
                                                  {u"at"_s, instantText(now)}});
    return {.body = body, .signature = signatureOf(body)};
}

std::optional<ProviderEvent> PracticeProvider::eventIn(const QByteArray &body, const QByteArray &signature) const
{
    if (signature != signatureOf(body))
        return {};
    const auto json = readJson(body);
    if (!json)
        return {};
    return ProviderEvent{.providerId = (*json)[u"id"_s].toString(),
                         .said = (*json)[u"said"_s].toString(),
                         .payment = (*json)[u"payment"_s].toString(),
                         .amountFen = (*json)[u"amountFen"_s].toInteger(),
                         .at = instantFrom((*json)[u"at"_s].toString())};
}

void PracticeProvider::keep(const ProviderEvent &event)
{
    const QMutexLocker lock(&m_mutex);
    m_kept.insert(event.payment, event);
}

std::optional<ProviderEvent> PracticeProvider::ask(const Resource &payment)
{
    const QMutexLocker lock(&m_mutex);
    const auto kept = m_kept.constFind(payment.id);
    if (kept == m_kept.constEnd())
        return {};
    ProviderEvent event = *kept;
    event.source = u"STATUS_QUERY"_s;
    return event;
}

} // namespace idcounter::platform

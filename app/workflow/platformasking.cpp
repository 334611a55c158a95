#include "app/workflow/platformlink.h"

using namespace Qt::StringLiterals;

namespace idcounter {

void PlatformLink::claim(QObject *asker, const QString &kind, const LocalClaim &claim,
                         std::function<void(const Result<void> &)> answered)
{
    if (!m_client || m_state.kind != LineState::Kind::Up) {
        answered({});
        return;
    }
    const QJsonObject body{{u"id"_s, idText(claim.id)},
                           {u"about"_s, QJsonObject{{u"kind"_s, kind}, {u"id"_s, idText(claim.about)}}},
                           {u"station"_s, m_settings.addressFor(m_counter.station).unitCode},
                           {u"by"_s, officerJson({claim.person, claim.name})},
                           {u"device"_s, m_counter.device.name}};
    m_client->send(asker, {.method = "PUT", .target = u"claims/"_s + idText(claim.id), .body = body},
                   [answered = std::move(answered)](const PlatformAnswer &answer) {
                       if (answer.error.code != Error::Code::BookingClaimed || answer.isDone())
                           return answered({});
                       answered(Error{Error::Code::BookingClaimed,
                                      answer.body[u"claim"_s][u"body"_s][u"by"_s][u"name"_s].toString()});
                   });
}

void PlatformLink::fetch(QObject *asker, const QString &target, std::function<void(const PlatformAnswer &)> answered)
{
    if (m_client && m_state.kind == LineState::Kind::Up)
        m_client->send(asker, {.target = target, .asksForBytes = true}, std::move(answered));
    else
        answered({});
}

void PlatformLink::release(const QUuid &claim)
{
    if (m_client && m_state.kind == LineState::Kind::Up)
        m_client->send(this, {.method = "DELETE", .target = u"claims/"_s + idText(claim)},
                       [](const PlatformAnswer &) {});
}

} // namespace idcounter

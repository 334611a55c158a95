#pragma once

#include "app/exchange/platformjson.h"
#include "app/workflow/counter.h"
#include "app/workflow/partnerkeys.h"

namespace idcounter {

// Who speaks to the platform, and when.
struct PlatformVoice
{
    QString unitCode; // nine digits
    Officer officer;
    Clock clock;
    Stamp stamp;
};

PlatformVoice voiceOf(const Counter &counter);

// Puts what the station has to say into the outbox, in the transaction of what it says: so nothing is decided that is not
// sent, and nothing sent that was not decided. Decisions are signed by the officer and by the station. In the database's
// thread.
class PlatformOutbox
{
public:
    PlatformOutbox(const Repositories &repositories, PlatformVoice voice)
        : m_repositories(repositories)
        , m_voice(std::move(voice))
    {
    }

    // A decision without the members that are the same in all of them; about: "booking" or "application". Its id.
    Result<QUuid> decide(const QString &about, const QUuid &id, qint64 version, const QString &kind,
                         const QJsonObject &more) const;
    // Anything else; the member `id` is added. lane: null for one of its own.
    Result<QUuid> say(const QString &kind, QJsonObject body, const QUuid &lane, const QUuid &id = {},
                      qint64 ifMatch = 0) const;

    QString unitCode() const { return m_voice.unitCode; }
    QJsonObject officer() const { return officerJson(m_voice.officer); }
    QString now() const { return instantText(m_voice.clock()); }

    // A card of an online application is on its way, was delivered, or came back.
    Result<void> tellMailing(const QUuid &application, const QString &state, const QString &trackingNumber,
                             QDate verifyBy) const;

private:
    Result<ExchangeKeys> officersKeys() const;

    const Repositories &m_repositories;
    const PlatformVoice m_voice;
};

} // namespace idcounter

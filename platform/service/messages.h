#pragma once

#include "platform/service/platform.h"

namespace idcounter::platform {

// How a text to a telephone ended.
enum class SendResult { Delivered, Sent, FailedPermanent, FailedTemporary, FailedTechnical };

// Sends a text to a telephone; a program that is named in the settings, or on a practice platform a table that is shown.
class MessageSender
{
public:
    virtual ~MessageSender() = default;
    // May take seconds; called outside every transaction, never while somebody waits for a page.
    virtual SendResult send(const QString &phone, const QString &text) = 0;
    // The same without waiting for it, for a code, which is of no use later. false: it was not taken, because nothing can be
    // sent at all at present; of the telephone this says nothing.
    virtual bool sendSoon(const QString &phone, const QString &text)
    {
        return send(phone, text) != SendResult::FailedTechnical;
    }
    // Whether texts go out at present, as far as is known.
    virtual bool isWorking() const { return true; }
};

// What applicants are told, and whether it reached them. In the transaction of the Resources.
class Messages
{
public:
    Messages(const Platform &platform, Resources &resources)
        : m_platform(platform)
        , m_resources(resources)
    {
    }

    // About a booking or an application; purpose is that of the contract. The id it has; it is queued for the page and for
    // the account's telephone.
    Result<QString> tell(const Resource &about, const QString &purpose, const QString &text,
                         const QString &decision = {}) const;

    // What a station put: own words, or a telephone call.
    Outcome<Resource> put(const QJsonObject &body, const QString &station, const QString &sha) const;

    // Those that wait for their telephone: id of the message, number, text.
    struct Waiting
    {
        QString id;
        QString phone;
        QString text;
    };
    Result<QList<Waiting>> waiting(int limit) const;
    // How the text went. One that did not go for now, or met a sender that does not work, waits and is tried again: after a
    // minute, then twice as long each time. After eight times in four hours it has failed, and the station telephones.
    Result<void> texted(const QString &id, SendResult result) const;
    // The applicant has opened the page that shows it.
    Result<void> opened(const QString &account, const QString &id) const;

private:
    Result<void> delivered(Resource &message, const QString &channel, const QString &state) const;

    const Platform &m_platform;
    Resources &m_resources;
};

// Sends what waits, so many at most; how many texts were sent, whatever became of them. Where the sender does not work the
// others wait for the next time. Outside a transaction.
int sendWaiting(const Platform &platform, int most = 20);

} // namespace idcounter::platform

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
    // May take seconds; called outside every transaction.
    virtual SendResult send(const QString &phone, const QString &text) = 0;
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
    Result<void> delivered(const QString &id, const QString &channel, SendResult result) const;
    // The applicant has opened the page that shows it.
    Result<void> opened(const QString &account, const QString &id) const;

private:
    const Platform &m_platform;
    Resources &m_resources;
};

// Sends what waits, until nothing does; how many were sent. Outside a transaction.
int sendWaiting(const Platform &platform);

} // namespace idcounter::platform

#pragma once

#include "platform/service/messages.h"

#include <memory>

namespace idcounter::platform {

// Sends nothing: keeps the texts in the database, for the page that shows them.
class PracticeSender final : public MessageSender
{
public:
    // The platform outlives it. Errors: PlatformForeign, on a real platform.
    static Result<std::unique_ptr<PracticeSender>> create(const Platform &platform);

    SendResult send(const QString &phone, const QString &text) override;

    struct Sent
    {
        QString phone;
        QString text;
        QDateTime at; // UTC
    };
    // The newest first.
    static Result<QList<Sent>> sent(const Resources &resources, int limit);

private:
    explicit PracticeSender(const Platform &platform)
        : m_platform(platform)
    {
    }

    const Platform &m_platform;
};

} // namespace idcounter::platform

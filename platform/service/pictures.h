#pragma once

#include "platform/service/platform.h"

namespace idcounter::platform {

// Pictures of papers that an applicant gives with a booking, until it is decided on. They are sealed to the station's key before
// they are stored; the platform cannot show one again. In the transaction of the Resources. Each ends in a new version of the
// booking, so that the station hears of it.
class Pictures
{
public:
    static constexpr int mostOfBooking = 10; // by the contract

    Pictures(const Platform &platform, Resources &resources)
        : m_platform(platform)
        , m_resources(resources)
    {
    }

    // What a picture shows, as the contract names it.
    static const QStringList &kinds();
    static bool mayChange(const Resource &booking); // as long as nothing is decided
    static QJsonArray of(const Resource &booking);

    // jpeg: what cleanPicture() made. The same id again changes nothing. Errors: not-found (no such booking of the account);
    // state-conflict (decided, or as many pictures as there may be); unavailable (the station's key is no longer in use).
    Outcome<Resource> add(const QString &account, const QString &booking, const QString &id, const QString &kind,
                          const QByteArray &jpeg);
    // One that is not there is removed already. Errors: not-found, state-conflict.
    Outcome<Resource> remove(const QString &account, const QString &booking, const QString &id);

    // The time of the booking is over: its sealed pictures go, and what is told of them says when.
    static Outcome<void> forget(const Resources &resources, Resource &booking);

private:
    Outcome<Resource> changeable(const QString &account, const QString &booking) const;
    Outcome<Resource> store(Resource booking, const QJsonArray &pictures);

    const Platform &m_platform;
    Resources &m_resources;
};

} // namespace idcounter::platform

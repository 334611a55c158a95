#include "platform/service/pictures.h"

#include "app/exchange/canonicaljson.h"
#include "app/exchange/signeddecision.h"
#include "platform/service/bookings.h"
#include "platform/service/stations.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char attachments[] = "attachments";

Problem stateConflict(const Resource &booking)
{
    return Problem::of(u"state-conflict"_s, {{u"current"_s, Bookings::currentOf(booking)}});
}

} // namespace

const QStringList &Pictures::kinds()
{
    static const QStringList all{u"RESIDENCE_PERMIT"_s, u"BOOKLET"_s, u"OLD_CARD"_s, u"OTHER"_s};
    return all;
}

bool Pictures::mayChange(const Resource &booking)
{
    return booking.state == "SUBMITTED"_L1 || booking.state == "MORE_ASKED"_L1;
}

QJsonArray Pictures::of(const Resource &booking)
{
    return booking.body[QLatin1StringView(attachments)].toArray();
}

Outcome<Resource> Pictures::changeable(const QString &account, const QString &booking) const
{
    auto there = Bookings(m_platform, m_resources).find(account, booking);
    if (there && !mayChange(*there))
        return stateConflict(*there);
    return there;
}

Outcome<Resource> Pictures::store(Resource booking, const QJsonArray &pictures)
{
    if (pictures.isEmpty())
        booking.body.remove(QLatin1StringView(attachments));
    else
        booking.body[QLatin1StringView(attachments)] = pictures;
    booking.body[u"last"_s] = QJsonObject{{u"by"_s, u"APPLICANT"_s}, {u"at"_s, instantText(m_resources.now())}};
    const auto stored = m_resources.put(booking);
    return stored ? Outcome<Resource>(booking) : stored.error();
}

Outcome<Resource> Pictures::add(const QString &account, const QString &booking, const QString &id, const QString &kind,
                                const QByteArray &jpeg)
{
    const auto there = changeable(account, booking);
    if (!there)
        return there;
    QJsonArray pictures = of(*there);
    for (const QJsonValue &picture : std::as_const(pictures)) {
        if (picture[u"id"_s].toString() == id) // the same page sent twice
            return there;
    }
    if (pictures.size() >= mostOfBooking)
        return stateConflict(*there);
    const auto known = Stations(m_resources.connection()).keys(there->body[u"sealed"_s][u"key"_s].toString());
    if (!known)
        return known.error();
    if (!*known || (*known)->station.unit != there->station)
        return Problem::of(u"unavailable"_s);
    const auto sealed = sealedFor((*known)->keys, jpeg);
    if (!sealed)
        return sealed.error();
    const auto isNew = m_resources.putAttachment(id, there->station, booking, *sealed);
    if (!isNew)
        return isNew.error();
    if (!*isNew) // an id of something else
        return Problem::of(u"not-found"_s);
    pictures << QJsonObject{{u"id"_s, id},
                            {u"key"_s, (*known)->keys.fingerprint()},
                            {u"mediaType"_s, u"image/jpeg"_s},
                            {u"kind"_s, kind},
                            {u"addedAt"_s, instantText(m_resources.now())},
                            {u"bytes"_s, sealed->size()},
                            {u"sha256"_s, sha256Of(*sealed)}};
    return store(*there, pictures);
}

Outcome<Resource> Pictures::remove(const QString &account, const QString &booking, const QString &id)
{
    const auto there = changeable(account, booking);
    if (!there)
        return there;
    QJsonArray kept;
    const QJsonArray pictures = of(*there);
    for (const QJsonValue &picture : pictures) {
        if (picture[u"id"_s].toString() != id)
            kept << picture;
    }
    if (kept.size() == pictures.size())
        return there;
    if (const auto removed = m_resources.removeAttachment(booking, id); !removed)
        return removed.error();
    return store(*there, kept);
}

Outcome<void> Pictures::forget(const Resources &resources, Resource &booking)
{
    if (const auto emptied = resources.emptyAttachments(booking.id); !emptied)
        return emptied.error();
    QJsonArray pictures = of(booking);
    for (QJsonValueRef one : pictures) {
        QJsonObject picture = one.toObject();
        picture[u"removedAt"_s] = instantText(resources.now());
        one = picture;
    }
    if (!pictures.isEmpty())
        booking.body[QLatin1StringView(attachments)] = pictures;
    return {};
}

} // namespace idcounter::platform

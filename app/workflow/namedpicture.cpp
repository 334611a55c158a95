#include "app/workflow/namedpicture.h"

#include "app/domain/booking.h"
#include "app/exchange/canonicaljson.h"
#include "app/imaging/photofile.h"
#include "app/workflow/platformimport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qint64 mostPixels = 24'000'000; // a page at 2400 dots has a quarter of it
constexpr qsizetype mostBytes = qsizetype(4) << 20; // by the contract

QDateTime instantIn(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

PlatformItem itemOf(const NamedPicture &named, PictureState state, const QDateTime &now)
{
    return {.kind = QString::fromLatin1(pictureKind),
            .id = named.id,
            .version = 1,
            .state = pictureStates.name(state),
            .about = named.booking,
            .changedAt = now};
}

// Of a booking that ended without a visit nothing is needed any more; who did not come may still come.
bool mayBeKept(BookingState state)
{
    return isLive(state) || state == BookingState::NoShow || state == BookingState::Arrived;
}

Result<void> checkPicture(const NamedPicture &named, const QByteArray &bytes)
{
    const auto facts = readPhotoFacts(bytes);
    if (!facts)
        return facts.error();
    const bool isNamed = facts->format == PhotoFileFacts::Format::Jpeg ? named.mediaType == "image/jpeg"_L1
                                                                       : named.mediaType == "image/png"_L1;
    if (!isNamed || facts->format == PhotoFileFacts::Format::Bmp)
        return Error{Error::Code::ImageUnsuitable, u"format"_s};
    if (qint64(facts->size.width()) * facts->size.height() > mostPixels)
        return Error{Error::Code::ImageTooLarge, u"%1 x %2"_s.arg(facts->size.width()).arg(facts->size.height())};
    const auto picture = readPhotoFile(bytes);
    return picture ? Result<void>() : picture.error();
}

} // namespace

QList<NamedPicture> picturesIn(const PlatformItem &booking)
{
    QList<NamedPicture> pictures;
    const QJsonArray named = resourceIn(booking)[u"attachments"_s].toArray();
    for (const QJsonValue &one : named) {
        pictures << NamedPicture{.id = QUuid(one[u"id"_s].toString()),
                                 .booking = booking.id,
                                 .kind = one[u"kind"_s].toString(),
                                 .mediaType = one[u"mediaType"_s].toString(),
                                 .key = one[u"key"_s].toString(),
                                 .sha256 = one[u"sha256"_s].toString(),
                                 .bytes = one[u"bytes"_s].toInteger(),
                                 .addedAt = instantIn(one[u"addedAt"_s]),
                                 .removedAt = instantIn(one[u"removedAt"_s])};
    }
    return pictures;
}

Result<QByteArray> openedPicture(const NamedPicture &named, const QByteArray &sealed, const QList<OwnKeys> &keys)
{
    if (sealed.size() > mostBytes || sealed.size() != named.bytes || sha256Of(sealed) != named.sha256)
        return Error{Error::Code::PlatformAnswer, u"picture"_s};
    const auto own = std::find_if(keys.begin(), keys.end(), [&](const OwnKeys &one) {
        return one.keys->publicKeys().fingerprint() == named.key;
    });
    if (own == keys.end())
        return Error{Error::Code::BookingFormForeign, u"picture"_s};
    const auto opened = own->keys->unseal(sealed);
    if (!opened)
        return Error{Error::Code::BookingFormForeign, u"picture"_s};
    const QByteArray bytes(reinterpret_cast<const char *>(opened->data()), qsizetype(opened->size()));
    const auto checked = checkPicture(named, bytes);
    return checked ? Result<QByteArray>(bytes) : checked.error();
}

Result<void> keepPicture(const Repositories &repositories, const NamedPicture &named, const Result<QByteArray> &opened,
                         const QDateTime &now)
{
    PlatformItem item = itemOf(named, opened ? PictureState::Here : PictureState::Refused, now);
    item.body = opened ? *opened : name(opened.error().code).toLatin1();
    return repositories.platform.put(item);
}

Result<void> keepThatGone(const Repositories &repositories, const NamedPicture &named, const QDateTime &now)
{
    return repositories.platform.put(itemOf(named, PictureState::Gone, now));
}

Result<QByteArray> keptPicture(const Repositories &repositories, const QUuid &id)
{
    const auto item = repositories.platform.find(QString::fromLatin1(pictureKind), id);
    if (!item)
        return item.error();
    if (!*item || (*item)->state == pictureStates.name(PictureState::Gone))
        return Error{Error::Code::RecordMissing, u"picture"_s};
    if ((*item)->state == pictureStates.name(PictureState::Refused))
        return Error{codeNamed(QString::fromLatin1((*item)->body)), u"picture"_s};
    return (*item)->body;
}

Result<QList<NamedPicture>> missingPictures(const Repositories &repositories)
{
    QStringList alive;
    for (const BookingState state :
         {BookingState::Submitted, BookingState::MoreAsked, BookingState::Offered, BookingState::Confirmed})
        alive << bookingStates.name(state);
    const auto bookings = repositories.platform.inStates(u"bookings"_s, alive);
    const auto here = repositories.platform.pictures();
    if (!bookings)
        return bookings.error();
    if (!here)
        return here.error();
    QList<NamedPicture> missing;
    for (const PlatformItem &booking : *bookings) {
        const QList<NamedPicture> named = picturesIn(booking);
        std::copy_if(named.begin(), named.end(), std::back_inserter(missing), [&](const NamedPicture &one) {
            return !one.removedAt.isValid()
                && std::none_of(here->begin(), here->end(), [&](const auto &held) { return held.id == one.id; });
        });
    }
    return missing;
}

Result<void> forgetPictures(const Repositories &repositories)
{
    const auto here = repositories.platform.pictures();
    if (!here)
        return here.error();
    for (const PlatformRepository::HeldPicture &held : *here) {
        const auto booking = repositories.platform.find(u"bookings"_s, held.booking);
        if (!booking)
            return booking.error();
        const QList<NamedPicture> named = *booking ? picturesIn(**booking) : QList<NamedPicture>();
        const bool isNamed = std::any_of(named.begin(), named.end(), [&](const NamedPicture &one) {
            return one.id == held.id && !one.removedAt.isValid();
        });
        const auto state = *booking ? bookingStates.value((*booking)->state) : std::nullopt;
        if (isNamed && state && mayBeKept(*state))
            continue;
        if (auto removed = repositories.platform.removePicture(held.id); !removed)
            return removed;
    }
    return {};
}

Result<QStringList> openedPictureHashes(const Repositories &repositories, const PlatformItem &booking)
{
    const auto here = repositories.platform.pictures();
    if (!here)
        return here.error();
    QStringList hashes;
    const QList<NamedPicture> named = picturesIn(booking);
    for (const NamedPicture &one : named) {
        const bool isHere = std::any_of(here->begin(), here->end(), [&](const auto &held) {
            return held.id == one.id && held.state == pictureStates.name(PictureState::Here);
        });
        if (isHere)
            hashes << one.sha256;
    }
    return hashes;
}

} // namespace idcounter

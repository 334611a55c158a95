#pragma once

#include "app/domain/enumnames.h"
#include "app/storage/store.h"
#include "app/workflow/partnerkeys.h"

namespace idcounter {

// A picture of a paper that an applicant gave, as his booking names it (contract, schema Booking).
struct NamedPicture
{
    QUuid id;
    QUuid booking;
    QString kind; // RESIDENCE_PERMIT, BOOKLET, OLD_CARD, OTHER; empty where the platform does not ask
    QString mediaType; // image/jpeg, image/png
    QString key; // for which it is sealed
    QString sha256; // of the sealed bytes
    qint64 bytes = 0; // sealed
    QDateTime addedAt; // UTC; null where the platform does not say
    QDateTime removedAt; // UTC; null: the platform still has it

    friend bool operator==(const NamedPicture &, const NamedPicture &) = default;
};
QList<NamedPicture> picturesIn(const PlatformItem &booking);

// What became of a picture at the station: it is here, it could not be used, the platform had it no more.
enum class PictureState { Here, Refused, Gone };

inline constexpr EnumNames pictureStates{
    std::pair{PictureState::Here, "HERE"},
    std::pair{PictureState::Refused, "REFUSED"},
    std::pair{PictureState::Gone, "GONE"},
};

// Opens what the platform sent with the station's keys: whatever it is, it is that of the booking, and a JPEG or PNG of a sane
// size. Takes a tenth of a second. Errors: PlatformAnswer (other bytes than the booking names), BookingFormForeign (not for
// these keys), ImageUnreadable, ImageTooLarge, ImageUnsuitable.
Result<QByteArray> openedPicture(const NamedPicture &named, const QByteArray &sealed, const QList<OwnKeys> &keys);

// The following in the database's thread. A picture is kept under the station's own keys, as forms are.
Result<void> keepPicture(const Repositories &repositories, const NamedPicture &named, const Result<QByteArray> &opened,
                         const QDateTime &now);
Result<void> keepThatGone(const Repositories &repositories, const NamedPicture &named, const QDateTime &now);
// Of a picture that is here. Errors: RecordMissing; for one that was refused the error it was refused with.
Result<QByteArray> keptPicture(const Repositories &repositories, const QUuid &id);

// Named by bookings that are alive, and not here yet.
Result<QList<NamedPicture>> missingPictures(const Repositories &repositories);
// What is here and named no more, or whose booking ended without a visit: it goes.
Result<void> forgetPictures(const Repositories &repositories);
// SHA-256 of the sealed pictures of a booking that were opened, for the receipt.
Result<QStringList> openedPictureHashes(const Repositories &repositories, const PlatformItem &booking);

} // namespace idcounter

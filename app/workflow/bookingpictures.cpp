#include "app/workflow/bookingpictures.h"

#include "app/exchange/platformjson.h"
#include "app/imaging/photofile.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int secondsUntilAgain = 60; // after a picture did not come though there is a line
constexpr QSize previewSize(240, 180);

QImage previewOf(const QByteArray &bytes)
{
    const auto picture = readPhotoFile(bytes);
    return picture ? picture->image.scaled(previewSize, Qt::KeepAspectRatio, Qt::SmoothTransformation) : QImage();
}

} // namespace

BookingPictures::BookingPictures(Counter counter, PlatformLink &link, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_link(link)
    , m_background(u"booking pictures"_s)
{
    m_again.setSingleShot(true);
    m_again.setInterval(secondsUntilAgain * 1000);
    connect(&m_again, &QTimer::timeout, this, &BookingPictures::look);
    connect(&m_link, &PlatformLink::itemsChanged, this, &BookingPictures::look);
    connect(&m_link, &PlatformLink::stateChanged, this, [this, hadLine = false]() mutable {
        if (hasLine() == hadLine)
            return;
        hadLine = hasLine();
        if (hadLine)
            look();
        else
            list(); // what was to come comes with the next connection
    });
}

void BookingPictures::look()
{
    if (m_isLooking) {
        m_looksAgain = true;
        return;
    }
    struct Found
    {
        QList<NamedPicture> missing;
        QList<OwnKeys> keys;
    };
    m_isLooking = true;
    m_counter.store.write(
        this,
        [clock = m_counter.clock, stamp = m_counter.stamp()](Repositories &repositories) -> Result<Found> {
            if (const auto forgotten = forgetPictures(repositories); !forgotten)
                return forgotten.error();
            const auto missing = missingPictures(repositories);
            if (!missing)
                return missing.error();
            if (missing->isEmpty())
                return Found{};
            const auto keys = ownKeysOf(repositories, clock, stamp, false);
            return keys ? Result<Found>(Found{*missing, *keys}) : keys.error();
        },
        [this](const Result<Found> &found) {
            m_isLooking = false;
            if (found) {
                m_missing = found->missing;
                m_missing.removeIf([this](const NamedPicture &one) { return one.id == m_loading; });
                m_keys = found->keys;
                fetchNext();
            } else {
                Q_EMIT failed(found.error());
            }
            list();
            if (std::exchange(m_looksAgain, false))
                look();
        });
}

void BookingPictures::fetchNext()
{
    if (!m_loading.isNull() || m_missing.isEmpty() || !hasLine())
        return;
    const NamedPicture named = m_missing.takeFirst();
    m_loading = named.id;
    m_link.fetch(this, u"attachments/"_s + idText(named.id),
                 [this, named](const PlatformAnswer &answer) { take(named, answer); });
}

// Opening, checking and keeping are no work of this thread.
void BookingPictures::take(const NamedPicture &named, const PlatformAnswer &answer)
{
    const QDateTime now = m_counter.clock();
    if (answer.problem() == "data-removed"_L1) {
        m_counter.store.write(
            this, [named, now](Repositories &repositories) { return keepThatGone(repositories, named, now); },
            [this, named](const Result<void> &kept) {
                taken(named, kept ? std::nullopt : std::optional(kept.error()));
            });
        return;
    }
    if (!answer.isDone()) {
        taken(named, answer.error);
        return;
    }
    m_background.run(
        this, [named, sealed = answer.bytes, keys = m_keys] { return openedPicture(named, sealed, keys); },
        [this, named, now](const Result<QByteArray> &opened) {
            m_counter.store.write(
                this,
                [named, opened, now](Repositories &repositories) {
                    return keepPicture(repositories, named, opened, now);
                },
                [this, named](const Result<void> &kept) {
                    taken(named, kept ? std::nullopt : std::optional(kept.error()));
                });
        });
}

void BookingPictures::taken(const NamedPicture &named, const std::optional<Error> &error)
{
    m_loading = {};
    if (error) {
        m_errors.insert(named.id, *error);
        m_again.start();
    } else {
        m_errors.remove(named.id);
    }
    fetchNext();
    if (named.booking == m_booking)
        list();
}

void BookingPictures::tryAgain()
{
    m_errors.clear();
    QList<QUuid> refused;
    for (const BookingPicture &picture : std::as_const(m_pictures)) {
        if (picture.state == BookingPicture::State::Refused)
            refused << picture.named.id;
    }
    m_counter.store.write(
        this,
        [refused](Repositories &repositories) -> Result<void> {
            for (const QUuid &id : refused) {
                if (auto removed = repositories.platform.removePicture(id); !removed)
                    return removed;
            }
            return {};
        },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            if (!hasLine())
                m_link.tryNow();
            look();
        });
}

void BookingPictures::watch(const QUuid &booking)
{
    if (booking != m_booking) {
        m_booking = booking;
        m_pictures.clear();
        m_previews.clear();
        Q_EMIT changed();
    }
    list();
}

Result<BookingPictures::Looked> BookingPictures::lookedAt(const Repositories &repositories, const QUuid &booking,
                                                          const QSet<QUuid> &seen)
{
    Looked looked;
    const auto item = repositories.platform.find(u"bookings"_s, booking);
    const auto here = repositories.platform.pictures();
    if (!item)
        return item.error();
    if (!here)
        return here.error();
    const QList<NamedPicture> named = *item ? picturesIn(**item) : QList<NamedPicture>();
    for (const NamedPicture &one : named) {
        BookingPicture picture{.named = one};
        const auto held = std::find_if(here->begin(), here->end(), [&](const auto &kept) { return kept.id == one.id; });
        if (one.removedAt.isValid())
            picture.state = BookingPicture::State::Gone;
        else if (held != here->end()) {
            switch (pictureStates.value(held->state).value_or(PictureState::Gone)) {
            case PictureState::Here:
                picture.state = BookingPicture::State::Here;
                break;
            case PictureState::Refused:
                picture.state = BookingPicture::State::Refused;
                break;
            case PictureState::Gone:
                picture.state = BookingPicture::State::Gone;
                break;
            }
            const auto bytes = keptPicture(repositories, one.id);
            if (!bytes && picture.state == BookingPicture::State::Refused)
                picture.error = bytes.error();
            else if (bytes && !seen.contains(one.id))
                looked.unseen.insert(one.id, *bytes);
        }
        looked.pictures << picture;
    }
    return looked;
}

void BookingPictures::list()
{
    if (m_booking.isNull())
        return;
    const QList<QUuid> known = m_previews.keys();
    m_counter.store.read(
        this,
        [booking = m_booking, seen = QSet<QUuid>(known.begin(), known.end())](Repositories &repositories) {
            return lookedAt(repositories, booking, seen);
        },
        [this, booking = m_booking](const Result<Looked> &looked) {
            if (booking != m_booking)
                return;
            if (!looked) {
                Q_EMIT failed(looked.error());
                return;
            }
            show(*looked);
        });
}

void BookingPictures::show(const Looked &looked)
{
    m_pictures = looked.pictures;
    for (BookingPicture &picture : m_pictures) {
        picture.preview = m_previews.value(picture.named.id);
        if (picture.state != BookingPicture::State::Waiting)
            continue;
        if (picture.named.id == m_loading)
            picture.state = BookingPicture::State::Loading;
        else if (m_errors.contains(picture.named.id) && hasLine()) {
            picture.state = BookingPicture::State::Failed;
            picture.error = m_errors[picture.named.id];
        }
    }
    Q_EMIT changed();
    for (auto one = looked.unseen.begin(); one != looked.unseen.end(); ++one) {
        m_background.run(
            this, [bytes = one.value()] { return previewOf(bytes); },
            [this, booking = m_booking, id = one.key()](const QImage &preview) {
                if (booking != m_booking)
                    return;
                m_previews.insert(id, preview);
                for (BookingPicture &picture : m_pictures) {
                    if (picture.named.id == id)
                        picture.preview = preview;
                }
                Q_EMIT changed();
            });
    }
}

void BookingPictures::open(const QUuid &picture)
{
    m_counter.store.write(
        this,
        [picture, stamp = m_counter.stamp()](Repositories &repositories) -> Result<QByteArray> {
            const auto kept = keptPicture(repositories, picture);
            if (!kept)
                return kept;
            const auto seen = repositories.journal.audit(u"view-picture"_s, idText(picture), {}, stamp);
            return seen ? kept : Result<QByteArray>(seen.error());
        },
        [this, picture](const Result<QByteArray> &kept) {
            if (!kept) {
                Q_EMIT failed(kept.error());
                return;
            }
            m_background.run(
                this, [bytes = *kept] { return readPhotoFile(bytes); },
                [this, picture](const Result<PhotoFile> &file) {
                    if (file)
                        Q_EMIT opened(picture, file->image);
                    else
                        Q_EMIT failed(file.error());
                });
        });
}

} // namespace idcounter

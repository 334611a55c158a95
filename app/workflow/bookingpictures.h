#pragma once

#include "app/workflow/background.h"
#include "app/workflow/namedpicture.h"
#include "app/workflow/platformlink.h"

#include <QImage>

namespace idcounter {

// One of the pictures of the booking that is looked at.
struct BookingPicture
{
    enum class State { Waiting, Loading, Here, Refused, Failed, Gone };

    NamedPicture named;
    State state = State::Waiting;
    std::optional<Error> error; // why it was refused, or did not come
    QImage preview; // while it is here, as soon as it was read
};

// The pictures of papers that applicants gave with their bookings. They are fetched when a booking comes in, one after the other,
// and not when it is opened: whoever reviews, or has the applicant before him, needs no line then. Without a line they come with
// the next connection, or with the next file of the platform. They go again when the applicant takes them back, the booking ends
// without a visit, or the platform has deleted them.
class BookingPictures : public QObject
{
    Q_OBJECT

public:
    // link is used, not owned.
    BookingPictures(Counter counter, PlatformLink &link, QObject *parent = nullptr);

    // Whose pictures are shown; null: nobody's. Answers with changed(), and again whenever they change.
    void watch(const QUuid &booking);
    const QList<BookingPicture> &pictures() const { return m_pictures; }
    bool hasLine() const { return m_link.state().kind == LineState::Kind::Up; }

    void tryAgain(); // what did not come, or could not be used, is asked for anew
    // At full size. Answers with opened() or failed().
    void open(const QUuid &picture);

Q_SIGNALS:
    void changed();
    void opened(const QUuid &picture, const QImage &image);
    void failed(const idcounter::Error &error);

private:
    struct Looked // at what a booking names, and what is here
    {
        QList<BookingPicture> pictures;
        QHash<QUuid, QByteArray> unseen; // whose preview is not made yet
    };

    void look(); // for what is missing
    void fetchNext();
    void take(const NamedPicture &named, const PlatformAnswer &answer);
    void taken(const NamedPicture &named, const std::optional<Error> &error);
    void list();
    void show(const Looked &looked);
    static Result<Looked> lookedAt(const Repositories &repositories, const QUuid &booking, const QSet<QUuid> &seen);

    Counter m_counter;
    PlatformLink &m_link;
    Background m_background;
    QTimer m_again;
    QList<NamedPicture> m_missing;
    QList<OwnKeys> m_keys;
    QUuid m_loading;
    QHash<QUuid, Error> m_errors; // of the last try
    bool m_isLooking = false;
    bool m_looksAgain = false;
    QUuid m_booking;
    QList<BookingPicture> m_pictures;
    QHash<QUuid, QImage> m_previews;
};

} // namespace idcounter

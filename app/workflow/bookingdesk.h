#pragma once

#include "app/domain/openinghours.h"
#include "app/workflow/platformlink.h"
#include "app/workflow/platformoutbox.h"

namespace idcounter {

// A booking in a list.
struct BookingRow
{
    Booking booking;
    bool isUnsent = false; // a decision about it waits for the line
    bool isRefused = false; // the platform did not take one: a task
    bool messageFailed = false; // the applicant could not be told: telephone
    bool hasCome = false; // the visit was recorded here
};

// A time at which the booking could be served.
struct FreeTime
{
    QUuid slot; // the first
    QDate day;
    QTime time;
    int minutes = 0;
    QList<SeatAt> own; // seats of the station that are free; empty: none
    bool isPublicFree = false; // as far as it was heard
};

// Everything about one booking, on one screen.
struct BookingFile
{
    BookingRow row;
    BookingPlace place;
    std::optional<Applicant> onRecord; // as the last case of the person has it
    QString record; // its acceptance number
    QStringList differences; // fields that differ from it
    bool hasOpenCase = false;
    QList<KnownMessage> messages;
    QList<FreeTime> times; // the next ones
    QList<Outgoing> said; // what the station said about it
};

// The review of bookings and the visits (RULES 7.3): the booked form beside what is on record, a time and a place for it, the
// applicant's messages, and on the day the draft that a booking becomes. Works without a line: what is decided leaves when it
// can, and only the station's own seats are given away for certain. Errors come with failed().
class BookingDesk : public QObject
{
    Q_OBJECT

public:
    // link is used, not owned.
    BookingDesk(Counter counter, PlatformLink &link, QObject *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    PlatformLink &link() const { return m_link; }

    const QList<BookingRow> &toReview() const { return m_toReview; } // the oldest first
    const QList<BookingRow> &placed() const { return m_placed; } // offered and confirmed, by time
    const QList<BookingRow> &today() const { return m_today; } // by time
    QList<BookingRow> mustMove() const; // on a seat that was closed meanwhile
    const QList<BookingPlace> &places() const { return m_places; }

    void refresh(); // answers with changed()
    // Answers with opened(), or with failed(BookingClaimed), whose detail is the colleague's name. takeOver: after his time.
    void open(const QUuid &booking);
    void close();
    const std::optional<BookingFile> &file() const { return m_file; }

    // Decisions on the booking that is open; each ends with decided() or failed().
    void approveNow(const FreeTime &time); // seats of the station: certain at once
    void offer(const QList<QUuid> &wishes); // slots, the best first: the platform takes the first that is free
    void ask(const QString &text);
    void refuse(const QString &text);
    void cancel(const QString &text);
    // A message that did not arrive: the clerk has told the applicant.
    void telephoned(const QUuid &message, const QString &said);

    // The applicant is here: the booking becomes a draft, once. Ends with arrived().
    void arrive(const QUuid &booking);
    void noShow(const QUuid &booking);
    // By citizen number, name, or the code of the applicant's page. Answers with found().
    void find(const QString &text);

Q_SIGNALS:
    void changed();
    void opened();
    void decided();
    void arrived(const QUuid &draft);
    void found(const QList<idcounter::BookingRow> &rows);
    void failed(const idcounter::Error &error);

private:
    using Work = std::function<Result<void>(Repositories &, const PlatformOutbox &)>;

    void decide(BookingDecision decision, const QJsonObject &more, const QList<SeatAt> &seats = {});
    void write(const Work &work, const std::function<void()> &then);
    void renewClaim();

    Counter m_counter;
    PlatformLink &m_link;
    QList<BookingRow> m_toReview;
    QList<BookingRow> m_placed;
    QList<BookingRow> m_today;
    QSet<QUuid> m_closing; // bookings on seats that are to be closed
    QList<BookingPlace> m_places;
    std::optional<BookingFile> m_file;
    std::optional<LocalClaim> m_claim;
    QTimer m_renewal;
};

// The next times at a place at which so many adjacent slots are free; in the database's thread.
Result<QList<FreeTime>> freeTimes(const Repositories &repositories, const BookingPlace &place, int slotsNeeded,
                                  const QDateTime &from, int limit);
Result<QList<BookingPlace>> bookingPlaces(const Repositories &repositories);

} // namespace idcounter

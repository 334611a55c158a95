#pragma once

#include "app/workflow/bookingfile.h"
#include "app/workflow/bookingpictures.h"
#include "app/workflow/platformlink.h"
#include "app/workflow/platformoutbox.h"

namespace idcounter {

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
    BookingPictures &pictures() { return m_pictures; } // of all bookings; whoever has one open watches its own

    const QList<BookingRow> &toReview() const { return m_lists.toReview; } // the oldest first
    const QList<BookingRow> &placed() const { return m_lists.placed; } // offered and confirmed, by time
    const QList<BookingRow> &today() const { return m_lists.today; } // by time
    const QList<BookingRow> &mustMove() const { return m_mustMove; } // whose seat goes by the plan, by time
    const QList<BookingPlace> &places() const { return m_lists.places; }

    void refresh(); // answers with changed()
    // Answers with opened(), or with failed(BookingClaimed), whose detail is the colleague's name. takeOver: after his time.
    void open(const QUuid &booking);
    void close();
    const std::optional<BookingFile> &file() const { return m_file; }
    void choosePlace(const QUuid &place); // of those of the file; answers with timesRead()

    // Decisions on the booking that is open; each ends with decided() or failed().
    void approveNow(const FreeTime &time); // seats of the station: certain at once
    void offer(const QList<QUuid> &wishes); // slots, the best first: the platform takes the first that is free
    void ask(const QString &text);
    void refuse(const QString &text);
    void cancel(const QString &text);
    // A message that did not arrive: the clerk has told the applicant.
    void telephoned(const QUuid &message, const QString &said);

    // Of a booking that must be moved: the applicant is written to; he was called, and what came of it. A booking that stays at
    // its time, as the applicant and the clerk have agreed, leaves the list.
    void writeTo(const BookingRow &row, const QString &text);
    void called(const BookingRow &row, MoveStep outcome, const QString &said);

    // The applicant is here: the booking becomes a draft, once. Ends with arrived().
    void arrive(const QUuid &booking);
    void noShow(const QUuid &booking);
    // By citizen number, name, or the code of the applicant's page. Answers with found().
    void find(const QString &text);

Q_SIGNALS:
    void changed();
    void opened();
    void timesRead();
    void decided();
    void told(); // written to, or called
    void arrived(const QUuid &draft);
    void found(const QList<idcounter::BookingRow> &rows);
    void failed(const idcounter::Error &error);

private:
    using Work = std::function<Result<void>(Repositories &, const PlatformOutbox &)>;

    void decide(BookingDecision decision, const QJsonObject &more, const QList<SeatAt> &seats = {});
    void write(const Work &work, const std::function<void()> &then);
    void tell(const BookingRow &row, MoveStep step, const QString &purpose, const QString &text);
    void renewClaim();

    Counter m_counter;
    PlatformLink &m_link;
    BookingPictures m_pictures;
    BookingLists m_lists;
    QList<BookingRow> m_mustMove;
    std::optional<BookingFile> m_file;
    std::optional<LocalClaim> m_claim;
    QTimer m_renewal;
};

} // namespace idcounter

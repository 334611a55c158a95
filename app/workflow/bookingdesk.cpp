#include "app/workflow/bookingdesk.h"

#include "app/domain/uuidv7.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int leaseSeconds = 15 * 60;
constexpr int renewalMilliseconds = 5 * 60 * 1000;
constexpr char otherReason[] = "Station";

QJsonArray seatsJson(const QList<SeatAt> &seats)
{
    QJsonArray list;
    for (const SeatAt &seat : seats)
        list << QJsonObject{{u"slot"_s, idText(seat.slot)}, {u"seat"_s, seat.seat}};
    return list;
}

QJsonObject visitJson(const PlatformOutbox &outbox, const QUuid &booking, const QString &kind)
{
    return {{u"booking"_s, idText(booking)},
            {u"kind"_s, kind},
            {u"station"_s, outbox.unitCode()},
            {u"by"_s, outbox.officer()},
            {u"at"_s, outbox.now()}};
}

QJsonObject messageJson(const PlatformOutbox &outbox, const QUuid &booking, const QString &purpose, const QString &text)
{
    return {{u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, idText(booking)}}},
            {u"purpose"_s, purpose},
            {u"text"_s, text},
            {u"at"_s, outbox.now()},
            {u"by"_s, outbox.officer()}};
}

QJsonObject because(const QString &text)
{
    return {{u"reasons"_s, QJsonArray{reasonJson(QString::fromLatin1(otherReason), text)}}};
}

} // namespace

BookingDesk::BookingDesk(Counter counter, PlatformLink &link, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_link(link)
    , m_pictures(m_counter, link)
{
    m_renewal.setInterval(renewalMilliseconds);
    connect(&m_renewal, &QTimer::timeout, this, &BookingDesk::renewClaim);
    connect(&m_link, &PlatformLink::itemsChanged, this, &BookingDesk::refresh);
    connect(&m_link, &PlatformLink::answered, this, &BookingDesk::refresh);
}

void BookingDesk::refresh()
{
    const auto calendar = m_counter.rules.calendar();
    if (!calendar) {
        Q_EMIT failed(calendar.error());
        return;
    }
    m_counter.store.read(
        this,
        [now = m_counter.clock(), calendar = **calendar](Repositories &repositories) {
            return bookingLists(repositories, now, calendar);
        },
        [this](const Result<BookingLists> &lists) {
            if (!lists) {
                Q_EMIT failed(lists.error());
                return;
            }
            m_lists = *lists;
            m_mustMove = m_lists.mustMove();
            Q_EMIT changed();
        });
}

void BookingDesk::open(const QUuid &booking)
{
    close();
    struct Opened
    {
        BookingFile file;
        LocalClaim claim;
    };
    const LocalClaim wanted{.about = booking,
                            .id = makeUuidV7(m_counter.clock),
                            .person = m_counter.person.login,
                            .name = m_counter.person.name,
                            .device = m_counter.device.id,
                            .until = m_counter.clock().addSecs(leaseSeconds)};
    m_counter.store.write(
        this,
        [booking, wanted, now = m_counter.clock(),
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<Opened> {
            const auto item = repositories.platform.find(u"bookings"_s, booking);
            if (!item)
                return item.error();
            if (!*item)
                return Error{Error::Code::RecordMissing, u"bookings"_s};
            const auto claim = repositories.platform.claim(wanted, now);
            if (!claim)
                return claim.error();
            const auto file = bookingFile(repositories, **item, now);
            if (!file)
                return file.error();
            const Opened opened{.file = *file, .claim = *claim};
            const auto seen = repositories.journal.audit(u"view-booking"_s, idText(booking), {}, stamp);
            return seen ? Result<Opened>(opened) : seen.error();
        },
        [this](const Result<Opened> &opened) {
            if (!opened) {
                Q_EMIT failed(opened.error());
                return;
            }
            // The platform knows of the other counters and stations that have a line.
            m_link.claim(this, u"bookings"_s, opened->claim, [this, opened = *opened](const Result<void> &claimed) {
                if (!claimed) {
                    Q_EMIT failed(claimed.error());
                    return;
                }
                m_file = opened.file;
                const auto listed
                    = std::find_if(m_lists.placed.begin(), m_lists.placed.end(),
                                   [this](const BookingRow &row) { return row.booking.id == m_file->row.booking.id; });
                if (listed != m_lists.placed.end())
                    m_file->row.mustMove = listed->mustMove;
                m_claim = opened.claim;
                m_renewal.start();
                Q_EMIT this->opened();
            });
        });
}

void BookingDesk::choosePlace(const QUuid &place)
{
    if (!m_file)
        return;
    BookingFile file = *m_file;
    const auto chosen = std::find_if(file.places.begin(), file.places.end(),
                                     [&place](const BookingPlace &one) { return one.id == place; });
    if (chosen == file.places.end())
        return;
    file.place = *chosen;
    m_counter.store.read(
        this,
        [file, now = m_counter.clock()](Repositories &repositories) -> Result<BookingFile> {
            BookingFile timed = file;
            const auto done = readTimes(repositories, now, timed);
            return done ? Result<BookingFile>(timed) : done.error();
        },
        [this](const Result<BookingFile> &timed) {
            if (!timed) {
                Q_EMIT failed(timed.error());
                return;
            }
            if (!m_file || m_file->row.booking.id != timed->row.booking.id)
                return;
            m_file->place = timed->place;
            m_file->times = timed->times;
            Q_EMIT timesRead();
        });
}

void BookingDesk::close()
{
    m_renewal.stop();
    m_file.reset();
    if (!m_claim)
        return;
    m_link.release(m_claim->id);
    m_counter.store.write(
        this,
        [claim = *m_claim](Repositories &repositories) {
            return repositories.platform.releaseClaim(claim.about, claim.person);
        },
        [](const Result<void> &) {});
    m_claim.reset();
}

void BookingDesk::renewClaim()
{
    if (!m_claim)
        return;
    LocalClaim longer = *m_claim;
    longer.until = m_counter.clock().addSecs(leaseSeconds);
    m_link.claim(this, u"bookings"_s, longer, [](const Result<void> &) {});
    m_counter.store.write(
        this,
        [longer, now = m_counter.clock()](Repositories &repositories) {
            return repositories.platform.claim(longer, now);
        },
        [this](const Result<LocalClaim> &claimed) {
            if (!claimed)
                Q_EMIT failed(claimed.error());
        });
}

void BookingDesk::write(const Work &work, const std::function<void()> &then)
{
    m_counter.store.write(
        this,
        [work, voice = voiceOf(m_counter)](Repositories &repositories) {
            return work(repositories, PlatformOutbox(repositories, voice));
        },
        [this, then](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            then();
            m_link.sendSoon();
            refresh();
        });
}

// On the version that is seen; the station's own seats are taken in the same transaction, so that two counters cannot both.
void BookingDesk::decide(BookingDecision decision, const QJsonObject &more, const QList<SeatAt> &seats)
{
    if (!m_file)
        return;
    const Booking booking = m_file->row.booking;
    const auto work
        = [=, stamp = m_counter.stamp()](Repositories &repositories, const PlatformOutbox &outbox) -> Result<void> {
        const auto item = repositories.platform.find(u"bookings"_s, booking.id);
        const auto lane = repositories.platform.inLane(booking.id);
        if (!item)
            return item.error();
        if (!lane)
            return lane.error();
        const bool waits = std::any_of(lane->begin(), lane->end(), [](const Outgoing &outgoing) {
            return outgoing.kind == "decisions"_L1 && outgoing.state == Outgoing::State::Waiting;
        });
        if (!*item || (*item)->version != booking.version || waits || !mayDecide(decision, booking.state))
            return Error{Error::Code::BookingChanged, {}};
        if (decision == BookingDecision::Move || decision == BookingDecision::Cancel) {
            if (auto released = repositories.platform.releaseSeats(booking.id); !released)
                return released;
        }
        for (const SeatAt &seat : seats) {
            if (auto taken = repositories.platform.takeSeat(seat.slot, seat.seat, booking.id, stamp); !taken)
                return taken;
        }
        // What the platform refused before is settled by deciding again.
        for (Outgoing outgoing : *lane) {
            if (outgoing.state != Outgoing::State::Refused)
                continue;
            outgoing.state = Outgoing::State::Settled;
            if (auto settled = repositories.platform.update(outgoing); !settled)
                return settled;
        }
        const auto said
            = outbox.decide(u"booking"_s, booking.id, booking.version, bookingDecisions.name(decision), more);
        if (!said)
            return said.error();
        return repositories.journal.audit(u"booking-"_s + bookingDecisions.name(decision), idText(booking.id), {},
                                          stamp);
    };
    write(work, [this] {
        close();
        Q_EMIT decided();
    });
}

void BookingDesk::approveNow(const FreeTime &time)
{
    if (!m_file)
        return;
    const bool isPlaced = m_file->row.booking.appointment.isSet();
    decide(isPlaced ? BookingDecision::Move : BookingDecision::Approve,
           {{u"place"_s, idText(m_file->place.id)}, {u"seats"_s, seatsJson(time.own)}}, time.own);
}

void BookingDesk::offer(const QList<QUuid> &wishes)
{
    if (!m_file)
        return;
    QJsonArray list;
    for (const QUuid &slot : wishes)
        list << idText(slot);
    const bool isPlaced = m_file->row.booking.appointment.isSet();
    decide(isPlaced ? BookingDecision::Move : BookingDecision::Approve,
           {{u"place"_s, idText(m_file->place.id)},
            {u"wishes"_s, list},
            {u"slotsNeeded"_s, m_file->place.slotsNeeded(m_file->row.booking.reason)},
            {u"offerHours"_s, m_file->place.offerHours}});
}

void BookingDesk::ask(const QString &text)
{
    decide(BookingDecision::Ask, because(text));
}

void BookingDesk::refuse(const QString &text)
{
    decide(BookingDecision::Refuse, because(text));
}

void BookingDesk::cancel(const QString &text)
{
    decide(BookingDecision::Cancel, because(text));
}

void BookingDesk::telephoned(const QUuid &message, const QString &said)
{
    if (!m_file)
        return;
    const QUuid booking = m_file->row.booking.id;
    write(
        [=](Repositories &, const PlatformOutbox &outbox) -> Result<void> {
            QJsonObject body = messageJson(outbox, booking, u"TELEPHONED"_s, said);
            body[u"inPlaceOf"_s] = idText(message);
            const auto put = outbox.say(u"messages"_s, body, booking);
            return put ? Result<void>() : put.error();
        },
        [] {});
}

void BookingDesk::writeTo(const BookingRow &row, const QString &text)
{
    tell(row, MoveStep::Told, u"STATION"_s, text);
}

void BookingDesk::called(const BookingRow &row, MoveStep outcome, const QString &said)
{
    tell(row, outcome, u"TELEPHONED"_s, said);
}

// What was said and that it was said are kept together. Nobody was told anything in a call that nobody answered.
void BookingDesk::tell(const BookingRow &row, MoveStep step, const QString &purpose, const QString &text)
{
    write(
        [row, step, purpose, text, clock = m_counter.clock,
         stamp = m_counter.stamp()](Repositories &repositories, const PlatformOutbox &outbox) -> Result<void> {
            const QUuid booking = row.booking.id;
            if (step != MoveStep::NotReached) {
                const auto put = outbox.say(u"messages"_s, messageJson(outbox, booking, purpose, text), booking);
                if (!put)
                    return put.error();
            }
            if (auto kept = keepMoveStep(repositories, row.booking, step, clock, stamp); !kept)
                return kept;
            return repositories.journal.audit(u"booking-told"_s, idText(booking), moveSteps.name(step), stamp);
        },
        [this] { Q_EMIT told(); });
}

void BookingDesk::arrive(const QUuid &booking)
{
    // The draft has the booking's own identity, so that it is made once, whoever presses, and however often.
    const auto work
        = [booking, counter = m_counter](Repositories &repositories, const PlatformOutbox &outbox) -> Result<void> {
        const auto item = repositories.platform.find(u"bookings"_s, booking);
        if (!item)
            return item.error();
        if (!*item)
            return Error{Error::Code::RecordMissing, u"bookings"_s};
        if (const auto there = repositories.drafts.find(booking); there)
            return {};
        const Booking held = bookingIn(**item);
        if (held.state != BookingState::Confirmed && held.state != BookingState::NoShow
            && held.state != BookingState::Offered)
            return Error{Error::Code::BookingChanged, {}};
        if (const auto accepted = repositories.cases.find(booking); accepted)
            return Error{Error::Code::BookingChanged, {}};
        Draft draft = draftOf(held, counter.clock, counter.person.login);
        draft.id = booking;
        if (draft.applicant.issuer.isEmpty())
            draft.applicant.issuer = counter.station.issuer;
        const auto saved = repositories.drafts.save(draft, u"booklet"_s, counter.holder, counter.clock());
        if (!saved)
            return saved.error();
        // Who did not confirm an offer is served as well; at the platform that is no visit.
        if (held.state != BookingState::Offered) {
            const auto visit = outbox.say(u"visits"_s, visitJson(outbox, booking, u"ARRIVED"_s), booking);
            if (!visit)
                return visit.error();
        }
        const auto pictures = openedPictureHashes(repositories, **item);
        if (!pictures)
            return pictures.error();
        const QStringList hashes = sealedHashesIn(**item) + *pictures;
        if (hashes.isEmpty())
            return {};
        const auto receipt
            = outbox.say(u"receipts"_s,
                         {{u"kind"_s, u"TAKEN_OVER"_s},
                          {u"station"_s, outbox.unitCode()},
                          {u"at"_s, outbox.now()},
                          {u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, idText(booking)}}},
                          {u"version"_s, held.version},
                          {u"sealedSha256"_s, QJsonArray::fromStringList(hashes)}},
                         booking);
        return receipt ? Result<void>() : receipt.error();
    };
    write(work, [this, booking] { Q_EMIT arrived(booking); });
}

void BookingDesk::noShow(const QUuid &booking)
{
    write(
        [booking](Repositories &, const PlatformOutbox &outbox) -> Result<void> {
            const auto visit = outbox.say(u"visits"_s, visitJson(outbox, booking, u"NO_SHOW"_s), booking);
            return visit ? Result<void>() : visit.error();
        },
        [] {});
}

void BookingDesk::find(const QString &text)
{
    m_counter.store.read(
        this,
        [text](Repositories &repositories) -> Result<QList<BookingRow>> {
            const auto items = repositories.platform.search(u"bookings"_s, text);
            return items ? bookingRows(repositories, *items) : items.error();
        },
        [this](const Result<QList<BookingRow>> &rows) {
            if (rows)
                Q_EMIT found(*rows);
            else
                Q_EMIT failed(rows.error());
        });
}

} // namespace idcounter

#include "app/workflow/bookingdesk.h"

#include "app/domain/onlinereissue.h"
#include "app/domain/uuidv7.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int leaseSeconds = 15 * 60;
constexpr int renewalMilliseconds = 5 * 60 * 1000;
constexpr int timesShown = 40;
constexpr int daysShown = 60;
constexpr char otherReason[] = "Station";

const QStringList toReviewStates{u"SUBMITTED"_s, u"MORE_ASKED"_s};
const QStringList placedStates{u"OFFERED"_s, u"CONFIRMED"_s};

Result<BookingRow> rowOf(const Repositories &repositories, const PlatformItem &item)
{
    BookingRow row{.booking = bookingIn(item)};
    const auto lane = repositories.platform.inLane(item.id);
    const auto messages = repositories.platform.about(item.id, u"messages"_s);
    if (!lane)
        return lane.error();
    if (!messages)
        return messages.error();
    for (const Outgoing &outgoing : *lane) {
        row.isUnsent = row.isUnsent || outgoing.state == Outgoing::State::Waiting;
        row.isRefused = row.isRefused || outgoing.state == Outgoing::State::Refused;
        row.hasCome = row.hasCome || outgoing.kind == "visits"_L1;
    }
    row.messageFailed = std::any_of(messages->begin(), messages->end(), [](const PlatformItem &message) {
        return messageFrom(resourceIn(message)).failed();
    });
    return row;
}

Result<QList<BookingRow>> rowsOf(const Repositories &repositories, const QList<PlatformItem> &items)
{
    QList<BookingRow> rows;
    for (const PlatformItem &item : items) {
        const auto row = rowOf(repositories, item);
        if (!row)
            return row.error();
        rows << *row;
    }
    return rows;
}

void sortByTime(QList<BookingRow> &rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const BookingRow &one, const BookingRow &other) {
        return std::pair(one.booking.appointment.day, one.booking.appointment.time)
            < std::pair(other.booking.appointment.day, other.booking.appointment.time);
    });
}

// What the station knows of the person besides.
Result<void> addRecord(const Repositories &repositories, BookingFile &file)
{
    const auto number = file.row.booking.form ? CitizenNumber::parse(file.row.booking.form->applicant.number)
                                              : Result<CitizenNumber>(Error{Error::Code::CitizenNumberLength, {}});
    if (!number)
        return {};
    const auto cases = repositories.cases.ofCitizen(*number);
    const auto open = repositories.cases.hasOpenCase(*number);
    if (!cases)
        return cases.error();
    if (!open)
        return open.error();
    file.hasOpenCase = *open;
    if (cases->isEmpty())
        return {};
    file.onRecord = cases->first().form.applicant;
    file.record = cases->first().number.toString();
    file.differences = differencesOf(file.row.booking.form->applicant, *file.onRecord);
    return {};
}

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

QJsonObject because(const QString &text)
{
    return {{u"reasons"_s, QJsonArray{reasonJson(QString::fromLatin1(otherReason), text)}}};
}

} // namespace

Result<QList<BookingPlace>> bookingPlaces(const Repositories &repositories)
{
    const auto stored = repositories.platform.places();
    if (!stored)
        return stored.error();
    QList<BookingPlace> places;
    for (const QByteArray &bytes : *stored) {
        const auto place = json::fromBytes<BookingPlace>(bytes);
        if (!place)
            return place.error();
        places << *place;
    }
    return places;
}

Result<QList<FreeTime>> freeTimes(const Repositories &repositories, const BookingPlace &place, int slotsNeeded,
                                  const QDateTime &from, int limit)
{
    const QDate first = stationTime(from).date();
    const auto items = repositories.platform.between(u"slots"_s, first, first.addDays(daysShown));
    const auto taken = repositories.platform.takenSeats();
    if (!items)
        return items.error();
    if (!taken)
        return taken.error();
    QList<KnownSlot> known;
    for (const PlatformItem &item : *items) {
        const KnownSlot slot = slotFrom(resourceIn(item));
        if (slot.place == place.id && slot.startsAt() > from)
            known << slot;
    }
    std::sort(known.begin(), known.end(),
              [](const KnownSlot &one, const KnownSlot &other) { return one.startsAt() < other.startsAt(); });
    const auto isTaken = [&](const KnownSlot &slot, const KnownSeat &seat) {
        return std::any_of(taken->begin(), taken->end(), [&](const PlatformRepository::TakenSeat &one) {
            return one.slot == slot.id && one.seat == seat.number;
        });
    };
    const auto freeSeat = [&](const KnownSlot &slot, SeatOwner owner) {
        for (const KnownSeat &seat : slot.seats) {
            if (seat.owner == owner && seat.isFree && !seat.isClosing && !isTaken(slot, seat))
                return seat.number;
        }
        return 0;
    };
    QList<FreeTime> times;
    for (qsizetype at = 0; at + slotsNeeded <= known.size() && times.size() < limit; ++at) {
        FreeTime time{.slot = known[at].id, .day = known[at].day, .time = known[at].time, .isPublicFree = true};
        bool isRun = true;
        for (qsizetype part = at; part < at + slotsNeeded; ++part) {
            const KnownSlot &slot = known[part];
            isRun = isRun
                && (part == at || known[part - 1].startsAt().addSecs(known[part - 1].minutes * 60) == slot.startsAt());
            const int own = freeSeat(slot, SeatOwner::Station);
            if (own > 0)
                time.own << SeatAt{.slot = slot.id, .seat = own};
            time.isPublicFree = time.isPublicFree && freeSeat(slot, SeatOwner::Public) > 0;
            time.minutes += slot.minutes;
        }
        if (time.own.size() < slotsNeeded)
            time.own.clear();
        if (isRun && (!time.own.isEmpty() || time.isPublicFree))
            times << time;
    }
    return times;
}

BookingDesk::BookingDesk(Counter counter, PlatformLink &link, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_link(link)
{
    m_renewal.setInterval(renewalMilliseconds);
    connect(&m_renewal, &QTimer::timeout, this, &BookingDesk::renewClaim);
    connect(&m_link, &PlatformLink::itemsChanged, this, &BookingDesk::refresh);
    connect(&m_link, &PlatformLink::answered, this, &BookingDesk::refresh);
}

void BookingDesk::refresh()
{
    struct Found
    {
        QList<BookingRow> toReview;
        QList<BookingRow> placed;
        QList<BookingRow> today;
        QSet<QUuid> closing;
        QList<BookingPlace> places;
    };
    m_counter.store.read(
        this,
        [day = m_counter.today()](Repositories &repositories) -> Result<Found> {
            Found found;
            const auto take = [&](const Result<QList<PlatformItem>> &items, QList<BookingRow> &rows) -> Result<void> {
                if (!items)
                    return items.error();
                const auto made = rowsOf(repositories, *items);
                if (!made)
                    return made.error();
                rows = *made;
                return {};
            };
            const PlatformRepository &platform = repositories.platform;
            if (const auto done = take(platform.inStates(u"bookings"_s, toReviewStates), found.toReview); !done)
                return done.error();
            if (const auto done = take(platform.inStates(u"bookings"_s, placedStates), found.placed); !done)
                return done.error();
            if (const auto done = take(platform.onDay(u"bookings"_s, day), found.today); !done)
                return done.error();
            const auto slotItems = platform.between(u"slots"_s, day, day.addDays(daysShown));
            if (!slotItems)
                return slotItems.error();
            for (const PlatformItem &item : *slotItems) {
                for (const KnownSeat &seat : slotFrom(resourceIn(item)).seats) {
                    if (seat.isClosing && !seat.booking.isNull())
                        found.closing << seat.booking;
                }
            }
            const auto places = bookingPlaces(repositories);
            if (!places)
                return places.error();
            found.places = *places;
            return found;
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_toReview = found->toReview;
            std::stable_sort(m_toReview.begin(), m_toReview.end(), [](const BookingRow &one, const BookingRow &other) {
                return one.booking.submittedAt < other.booking.submittedAt;
            });
            m_placed = found->placed;
            m_today = found->today;
            m_today.removeIf([](const BookingRow &row) {
                return row.booking.state == BookingState::Cancelled || row.booking.state == BookingState::Expired
                    || row.booking.state == BookingState::Refused;
            });
            sortByTime(m_placed);
            sortByTime(m_today);
            m_closing = found->closing;
            m_places = found->places;
            Q_EMIT changed();
        });
}

QList<BookingRow> BookingDesk::mustMove() const
{
    QList<BookingRow> rows;
    std::copy_if(m_placed.begin(), m_placed.end(), std::back_inserter(rows),
                 [this](const BookingRow &row) { return m_closing.contains(row.booking.id); });
    return rows;
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
            const auto row = rowOf(repositories, **item);
            if (!row)
                return row.error();
            Opened opened{.file = {.row = *row}, .claim = *claim};
            if (const auto added = addRecord(repositories, opened.file); !added)
                return added.error();
            const auto messages = repositories.platform.about(booking, u"messages"_s);
            const auto said = repositories.platform.inLane(booking);
            const auto places = bookingPlaces(repositories);
            if (!messages)
                return messages.error();
            if (!said)
                return said.error();
            if (!places)
                return places.error();
            for (const PlatformItem &message : *messages)
                opened.file.messages << messageFrom(resourceIn(message));
            opened.file.said = *said;
            for (const BookingPlace &place : *places) {
                if (place.id == row->booking.place)
                    opened.file.place = place;
            }
            const auto times = freeTimes(repositories, opened.file.place,
                                         opened.file.place.slotsNeeded(row->booking.reason), now, timesShown);
            if (!times)
                return times.error();
            opened.file.times = *times;
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
                m_claim = opened.claim;
                m_renewal.start();
                Q_EMIT this->opened();
            });
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
            const auto put
                = outbox.say(u"messages"_s,
                             {{u"about"_s, QJsonObject{{u"kind"_s, u"bookings"_s}, {u"id"_s, idText(booking)}}},
                              {u"purpose"_s, u"TELEPHONED"_s},
                              {u"text"_s, said},
                              {u"at"_s, outbox.now()},
                              {u"by"_s, outbox.officer()},
                              {u"inPlaceOf"_s, idText(message)}},
                             booking);
            return put ? Result<void>() : put.error();
        },
        [] {});
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
        const QStringList hashes = sealedHashesIn(**item);
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
            return items ? rowsOf(repositories, *items) : items.error();
        },
        [this](const Result<QList<BookingRow>> &rows) {
            if (rows)
                Q_EMIT found(*rows);
            else
                Q_EMIT failed(rows.error());
        });
}

} // namespace idcounter

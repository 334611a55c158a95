#include "platform/service/applications.h"
#include "platform/service/bookings.h"
#include "platform/service/pictures.h"
#include "platform/service/words.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int arrivalCodeLength = 10;
constexpr char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int freeToShow = 3;
constexpr qint64 secondsOfHour = 3600;

QString newArrivalCode()
{
    QString code;
    for (int at = 0; at < arrivalCodeLength; ++at)
        code += QLatin1Char(crockford[QRandomGenerator::system()->bounded(int(sizeof(crockford)) - 1)]);
    return code;
}

bool mayFollow(const QString &kind, const QString &state)
{
    const bool hasPlace = state == "OFFERED"_L1 || state == "CONFIRMED"_L1;
    if (kind == "move"_L1)
        return hasPlace;
    if (kind == "cancel"_L1)
        return hasPlace || state == "SUBMITTED"_L1 || state == "MORE_ASKED"_L1;
    return state == "SUBMITTED"_L1;
}

QString paperList(const QJsonObject &place, const QString &reason, const Words &words)
{
    QStringList papers;
    const QJsonArray businesses = place[u"businesses"_s].toArray();
    for (const QJsonValue &business : businesses) {
        if (business[u"reason"_s].toString() != reason)
            continue;
        const QJsonArray its = business[u"papers"_s].toArray();
        for (const QJsonValue &paper : its)
            papers << words.of(paper.toObject());
    }
    return papers.join(words(QT_TRANSLATE_NOOP("Platform", ", ")));
}

} // namespace

// What the applicant is told of the booking as it is now. No name and no number stands in it.
Outcome<QString> Bookings::tell(const Resource &booking, const QString &purpose, const QString &decision) const
{
    const Words words(booking.body[u"language"_s].toString());
    const auto there = place(booking.body[u"place"_s].toString());
    if (!there)
        return there.problem();
    const QJsonObject appointment = booking.body[u"appointment"_s].toObject();
    const QString when = words.appointment(appointment);
    const QString where
        = words(QT_TRANSLATE_NOOP("Platform", "%1 (%2)"))
              .arg(words.of((*there)[u"name"_s].toObject()), words.of((*there)[u"address"_s].toObject()));
    const QString papers = paperList(*there, booking.body[u"reason"_s].toString(), words);
    QStringList said;
    if (booking.state == "OFFERED"_L1) {
        said << words(QT_TRANSLATE_NOOP("Platform",
                                        "Your booking was approved. Time: %1. Place: %2. Please confirm it by %3, or "
                                        "the place is given away."))
                    .arg(when, where,
                         words.moment(stationTime(instantFrom(booking.body[u"offeredUntil"_s].toString()))));
    } else if (booking.state == "CONFIRMED"_L1) {
        const bool reminds = purpose == "REMINDER"_L1;
        said << (reminds ? words(QT_TRANSLATE_NOOP("Platform", "A reminder of your booking. Time: %1. Place: %2."))
                         : words(QT_TRANSLATE_NOOP("Platform", "Your place is fixed. Time: %1. Place: %2.")))
                    .arg(when, where);
    } else if (booking.state == "MORE_ASKED"_L1) {
        said << words(QT_TRANSLATE_NOOP(
            "Platform", "The station needs more for your booking. Open the website and complete the form."));
    } else if (booking.state == "REFUSED"_L1) {
        said << words(QT_TRANSLATE_NOOP("Platform", "Your booking was not approved."));
    } else if (booking.state == "CANCELLED"_L1) {
        said << words(QT_TRANSLATE_NOOP("Platform", "Your booking was cancelled by the station."));
    } else if (booking.state == "EXPIRED"_L1) {
        said << words(QT_TRANSLATE_NOOP(
            "Platform", "You did not confirm the time in time; the place was given away. You can book again."));
    }
    const bool comes = booking.state == "OFFERED"_L1 || booking.state == "CONFIRMED"_L1;
    if (comes && (*there)[u"kind"_s].toString() == "VISIT"_L1)
        said << words(
            QT_TRANSLATE_NOOP("Platform", "The field team comes to the village; on other days nobody is there."));
    if (comes && !papers.isEmpty())
        said << words(QT_TRANSLATE_NOOP("Platform", "Please bring: %1.")).arg(papers);
    if (comes && booking.body[u"awayFromHome"_s].toBool())
        said << words(QT_TRANSLATE_NOOP("Platform", "Please bring your residence permit."));
    const QJsonArray reasons = booking.body[u"reasons"_s].toArray();
    for (const QJsonValue &reason : reasons)
        said << reason[u"text"_s].toString();
    constexpr qsizetype longest = 1000; // characters, by the contract
    const auto told = Messages(m_platform, m_resources).tell(booking, purpose, said.join(u' ').left(longest), decision);
    return told ? Outcome<QString>(*told) : told.error();
}

// Gives the booking a place: own seats are decided at once, wishes are offered.
Outcome<void> Bookings::take(Resource &booking, const QJsonObject &decision, const QJsonObject &placeBody, bool move)
{
    const QJsonArray rest = placeBody[u"rules"_s][u"restMinutes"_s].toArray();
    if (move) {
        if (const auto released = m_seats.release(booking.id, u"MOVED"_s, rest); !released)
            return released.error();
    }
    const QString placeId = decision[u"place"_s].toString();
    SeatWish wish{
        .booking = booking.id, .personIndex = booking.personIndex, .account = booking.account, .place = placeId};
    booking.body[u"place"_s] = placeId;
    booking.body[u"arrivalCode"_s] = newArrivalCode();
    if (const QJsonArray own = decision[u"seats"_s].toArray(); !own.isEmpty()) {
        const auto taken = m_seats.takeOwn(wish, own);
        if (!taken)
            return taken.error();
        booking.body[u"appointment"_s] = *taken;
        booking.state = u"CONFIRMED"_s;
        return {};
    }
    wish.slots = decision[u"slotsNeeded"_s].toInt();
    const QDateTime offered = m_resources.now().addSecs(decision[u"offerHours"_s].toInt() * secondsOfHour);
    QStringList wishes;
    const QJsonArray wanted = decision[u"wishes"_s].toArray();
    for (const QJsonValue &slot : wanted)
        wishes << slot.toString();
    if (const auto locked = m_seats.lockWishes(wishes, wish.slots); !locked)
        return locked.error();
    for (const QString &slot : std::as_const(wishes)) {
        wish.slot = slot;
        wish.heldUntil = offered;
        const auto taken = m_seats.takePublic(wish);
        if (!taken)
            return taken.error();
        if (!*taken)
            continue;
        const QDateTime until = std::min(offered, instantFrom((**taken)[u"startsAt"_s].toString()));
        booking.body[u"appointment"_s] = **taken;
        booking.body[u"offeredUntil"_s] = instantText(until);
        booking.dueAt = until;
        booking.state = u"OFFERED"_s;
        return {};
    }
    const QDateTime now = m_resources.now();
    const auto free = m_seats.free(placeId, now, now.addDays(placeBody[u"rules"_s][u"bookableToDays"_s].toInt()),
                                   wish.slots, freeToShow, booking.account);
    return free ? Outcome<void>(Problem::of(u"no-seat-free"_s, {{u"free"_s, *free}})) : free.error();
}

Outcome<QJsonObject> Bookings::decide(const QJsonObject &decision, const QString &station)
{
    const auto there = m_resources.find(u"bookings"_s, decision[u"booking"_s].toString());
    if (!there)
        return there.error();
    if (!*there || (*there)->station != station)
        return Problem::of(u"not-found"_s);
    Resource booking = **there;
    const QString kind = decision[u"kind"_s].toString();
    if (booking.version != decision[u"bookingVersion"_s].toInteger())
        return Problem::of(u"version-conflict"_s, {{u"current"_s, currentOf(booking)}});
    if (!mayFollow(kind, booking.state))
        return Problem::of(u"state-conflict"_s, {{u"current"_s, currentOf(booking)}});
    if (kind == "approve"_L1 || kind == "move"_L1) {
        const auto itsPlace = place(decision[u"place"_s].toString());
        if (!itsPlace)
            return itsPlace.problem();
        if ((*itsPlace)[u"station"_s].toString() != station)
            return Problem::of(u"not-found"_s);
        if (const auto taken = take(booking, decision, *itsPlace, kind == "move"_L1); !taken)
            return taken.problem();
    } else {
        booking.state = kind == "ask"_L1 ? u"MORE_ASKED"_s : kind == "refuse"_L1 ? u"REFUSED"_s : u"CANCELLED"_s;
        booking.body[u"reasons"_s] = decision[u"reasons"_s];
        const auto itsPlace = place(booking.body[u"place"_s].toString());
        if (!itsPlace)
            return itsPlace.problem();
        if (const auto released
            = m_seats.release(booking.id, u"CANCELLED"_s, (*itsPlace)[u"rules"_s][u"restMinutes"_s].toArray());
            !released)
            return released.error();
    }
    const auto stored = store(booking, u"STATION"_s, decision);
    if (!stored)
        return stored.problem();
    const auto message = tell(*stored, u"DECISION"_s, decision[u"id"_s].toString());
    if (!message)
        return message.problem();
    QJsonObject outcome{{u"kind"_s, u"bookings"_s},
                        {u"id"_s, stored->id},
                        {u"version"_s, stored->version},
                        {u"state"_s, stored->state},
                        {u"message"_s, *message}};
    if (stored->state == "OFFERED"_L1 || stored->state == "CONFIRMED"_L1)
        outcome[u"appointment"_s] = stored->body[u"appointment"_s];
    return outcome;
}

Outcome<Resource> Bookings::offer(const Resource &application, const QJsonObject &offer, const QJsonObject &decision)
{
    const auto itsPlace = place(offer[u"place"_s].toString());
    if (!itsPlace)
        return itsPlace.problem();
    Resource booking{.kind = u"bookings"_s,
                     .id = offer[u"booking"_s].toString(),
                     .station = application.station,
                     .state = u"SUBMITTED"_s,
                     .personIndex = application.personIndex,
                     .account = application.account};
    booking.body = {{u"station"_s, application.station},
                    {u"reason"_s, application.body[u"reason"_s]},
                    {u"language"_s, application.body[u"language"_s]},
                    {u"guardianComes"_s, false},
                    {u"awayFromHome"_s, false},
                    {u"submittedAt"_s, instantText(m_resources.now())},
                    {u"personIndex"_s, application.personIndex},
                    {u"moves"_s, 0},
                    {u"application"_s, application.id}};
    if (const auto taken = take(booking, offer, *itsPlace, false); !taken)
        return taken.problem();
    return store(booking, u"STATION"_s, decision);
}

Outcome<Resource> Bookings::visit(const QJsonObject &visit, const QString &station, const QString &sha)
{
    const auto there = m_resources.find(u"bookings"_s, visit[u"booking"_s].toString());
    if (!there)
        return there.error();
    if (!*there || (*there)->station != station)
        return Problem::of(u"not-found"_s);
    Resource booking = **there;
    const QString state = visit[u"kind"_s].toString();
    const bool came = state == "ARRIVED"_L1;
    const bool isOver = instantFrom(booking.body[u"appointment"_s][u"startsAt"_s].toString()) <= m_resources.now();
    const bool may = booking.state == "CONFIRMED"_L1 ? came || isOver : booking.state == "NO_SHOW"_L1 && came;
    if (!may)
        return Problem::of(u"state-conflict"_s, {{u"current"_s, currentOf(booking)}});
    if (const auto done = m_seats.visited(booking.id, state); !done)
        return done.error();
    booking.state = state;
    const auto stored = store(booking, u"STATION"_s, {{u"by"_s, visit[u"by"_s]}});
    if (!stored)
        return stored;
    Resource made{.kind = u"visits"_s,
                  .id = visit[u"id"_s].toString(),
                  .station = station,
                  .about = booking.id,
                  .sha = sha,
                  .body = {{u"storedAt"_s, instantText(m_resources.now())}, {u"body"_s, visit}}};
    const auto kept = m_resources.put(made);
    return kept ? Outcome<Resource>(made) : kept.error();
}

Outcome<void> Bookings::fallDue(Resource booking)
{
    if (booking.state != "OFFERED"_L1) { // its time is over: the sealed form goes
        if (const auto forgotten = Pictures::forget(m_resources, booking); !forgotten)
            return forgotten;
        booking.body.remove(u"sealed"_s);
        booking.body[u"sealedRemovedAt"_s] = instantText(m_resources.now());
        booking.dueAt = {};
        const auto stored = m_resources.put(booking);
        return stored;
    }
    const auto itsPlace = place(booking.body[u"place"_s].toString());
    if (!itsPlace)
        return itsPlace.problem();
    if (const auto released = m_seats.release(booking.id, u"EXPIRED"_s,
                                              (*itsPlace)[u"rules"_s][u"restMinutes"_s].toArray(), booking.account);
        !released)
        return released.error();
    booking.state = u"EXPIRED"_s;
    const auto stored = store(booking, u"PLATFORM"_s);
    if (!stored)
        return stored.problem();
    const auto told = tell(*stored, u"CHANGED"_s);
    return told ? Outcome<void>() : told.problem();
}

Outcome<int> Bookings::remind(const Resource &booking) const
{
    if (booking.state != "CONFIRMED"_L1)
        return 0;
    const auto itsPlace = place(booking.body[u"place"_s].toString());
    if (!itsPlace)
        return itsPlace.problem();
    const auto messages = m_resources.about(booking.id, u"messages"_s);
    if (!messages)
        return messages.error();
    const QDate today = stationTime(m_resources.now()).date();
    const QDate day = QDate::fromString(booking.body[u"appointment"_s][u"day"_s].toString(), Qt::ISODate);
    const bool isTold = std::any_of(messages->begin(), messages->end(), [&](const Resource &message) {
        return message.body[u"body"_s][u"purpose"_s].toString() == "REMINDER"_L1
            && stationTime(instantFrom(message.body[u"body"_s][u"at"_s].toString())).date() == today;
    });
    const QJsonArray days = (*itsPlace)[u"rules"_s][u"reminderDays"_s].toArray();
    if (isTold || !days.contains(qint64(today.daysTo(day))))
        return 0;
    const auto told = tell(booking, u"REMINDER"_s);
    return told ? Outcome<int>(1) : told.problem();
}

Outcome<void> settle(const Platform &platform, Resources &resources)
{
    const auto due = resources.due();
    if (!due)
        return due.error();
    for (const Resource &one : *due) {
        Outcome<void> done;
        if (one.kind == "bookings"_L1)
            done = Bookings(platform, resources).fallDue(one);
        else if (one.kind == "applications"_L1)
            done = Applications(platform, resources).fallDue(one);
        else if (one.kind == "payments"_L1)
            done = Payments(platform, resources).fallDue(one);
        if (!done)
            return done;
    }
    return {};
}

} // namespace idcounter::platform

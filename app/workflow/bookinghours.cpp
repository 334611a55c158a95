#include "app/workflow/bookinghours.h"

#include "app/domain/uuidv7.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int eightHours = 8 * 3600; // China keeps one time

QList<BusinessTime> usualBusinesses()
{
    QList<BusinessTime> businesses;
    for (const char *reason : {"11", "12", "22", "23", "24", "41"})
        businesses << BusinessTime{.reason = QString::fromLatin1(reason), .minutes = reason[0] == '1' ? 40 : 20};
    return businesses;
}

struct PaperName
{
    Paper paper;
    const char *chinese;
    const char *english;
};
constexpr std::array paperNames{
    PaperName{Paper::Booklet, "居民户口簿", "Household booklet"},
    PaperName{Paper::OldCard, "原居民身份证", "The present card"},
    PaperName{Paper::GuardianCard, "监护人居民身份证", "The guardian's card"},
    PaperName{Paper::KinshipProof, "监护关系证明", "Proof of kinship"},
    PaperName{Paper::PhotoDocument, "带照片的证件", "A document with a photo"},
    PaperName{Paper::ChangeInBooklet, "已变更的居民户口簿", "The booklet with the change"},
    PaperName{Paper::CardPieces, "损坏的居民身份证", "The damaged card"},
    PaperName{Paper::ReductionProof, "减免证明", "Proof of the reduction"},
    PaperName{Paper::ResidencePermit, "居住证", "Residence permit"},
};

// Papers to bring, by reason, in both languages.
struct PaperLists
{
    QHash<QString, QStringList> chinese;
    QHash<QString, QStringList> english;
};

PaperLists papersOf(const BookingPlace &place, const Reasons &reasons)
{
    PaperLists lists;
    for (const BusinessTime &business : place.businesses) {
        const auto reason = reasons.find(business.reason);
        if (!reason)
            continue;
        constexpr char child[] = "11";
        for (const Paper paper : papersFor(*reason, business.reason == QLatin1StringView(child), false, false)) {
            for (const PaperName &name : paperNames) {
                if (name.paper != paper)
                    continue;
                lists.chinese[business.reason] << QString::fromUtf8(name.chinese);
                lists.english[business.reason] << QString::fromUtf8(name.english);
            }
        }
    }
    return lists;
}

QList<SeatOwner> ownersOf(const KnownSlot &slot)
{
    QList<SeatOwner> owners;
    for (const KnownSeat &seat : slot.seats)
        owners << (seat.isClosing ? SeatOwner::Closed : seat.owner);
    return owners;
}

// What is said already, and on which version: not said again.
Result<bool> isSaid(const Repositories &repositories, const QUuid &id, const QJsonObject &body, qint64 version)
{
    const auto outgoing = repositories.platform.outgoing(id);
    if (!outgoing)
        return outgoing.error();
    return *outgoing && (*outgoing)->ifMatch == version && (*outgoing)->state != Outgoing::State::Settled
        && QJsonDocument::fromJson((*outgoing)->body).object()[u"seats"_s] == body[u"seats"_s];
}

// A slot keeps its length: one of another length at the same time is another slot, and the old one closes.
QUuid identityOf(const BookingPlace &place, const PlannedSlot &slot, const QHash<QUuid, KnownSlot> &known)
{
    const QUuid id = slotId(place.id, slot.day, slot.time);
    const auto there = known.constFind(id);
    return there == known.constEnd() || there->minutes == slot.minutes
        ? id
        : slotId(place.id, slot.day, slot.time, slot.minutes);
}

Result<void> sayDay(const Repositories &repositories, const PlatformOutbox &outbox, const BookingPlace &place,
                    QDate day, const WorkCalendar &calendar, const QDateTime &now)
{
    const auto items = repositories.platform.onDay(u"slots"_s, day);
    if (!items)
        return items.error();
    QHash<QUuid, KnownSlot> known;
    for (const PlatformItem &item : *items) {
        const KnownSlot slot = slotFrom(resourceIn(item));
        if (slot.place == place.id)
            known.insert(slot.id, slot);
    }
    const auto say = [&](const QUuid &id, const PlannedSlot &slot, qint64 version) -> Result<void> {
        const QJsonObject body = slotJson(id, place.id, slot, place.planVersion);
        const auto said = isSaid(repositories, id, body, version);
        if (!said)
            return said.error();
        if (*said)
            return {};
        const auto queued = outbox.say(u"slots"_s, body, {}, id, version);
        return queued ? Result<void>() : queued.error();
    };
    QList<PlannedSlot> planned = slotsOn(place, day, calendar);
    QSet<QUuid> wanted;
    for (PlannedSlot slot : planned) {
        const QUuid id = identityOf(place, slot, known);
        wanted << id;
        const auto there = known.constFind(id);
        const qint64 version = there == known.constEnd() ? 0 : there->version;
        const QList<SeatOwner> seats = version == 0 ? QList<SeatOwner>() : ownersOf(*there);
        slot.seats = seatsWanted(slot.seats, seats.size());
        const bool isOver = QDateTime(day, slot.time, Qt::OffsetFromUTC, eightHours) <= now;
        if (isOver || slot.seats == seats)
            continue;
        if (auto done = say(id, slot, version); !done)
            return done;
    }
    // Times that are no longer planned: their seats close, and whoever has one of them is told by a person.
    for (const KnownSlot &slot : std::as_const(known)) {
        const QList<SeatOwner> owners = ownersOf(slot);
        const QList<SeatOwner> closed(owners.size(), SeatOwner::Closed);
        if (wanted.contains(slot.id) || owners == closed || slot.startsAt() <= now)
            continue;
        const PlannedSlot none{.day = day, .time = slot.time, .minutes = slot.minutes, .seats = closed};
        if (auto done = say(slot.id, none, slot.version); !done)
            return done;
    }
    return {};
}

} // namespace

QUuid slotId(const QUuid &place, QDate day, QTime time, int minutes)
{
    QByteArray name = place.toRfc4122() + day.toString(Qt::ISODate).toLatin1() + time.toString(u"HH:mm"_s).toLatin1();
    if (minutes > 0)
        name += QByteArray::number(minutes);
    QByteArray bytes = QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(16);
    const qint64 milliseconds = QDateTime(day, time, Qt::OffsetFromUTC, eightHours).toMSecsSinceEpoch();
    constexpr int timeBytes = 6; // of a UUID of version 7 (RFC 9562, 5.7)
    for (int at = 0; at < timeBytes; ++at)
        bytes[at] = char(milliseconds >> (8 * (timeBytes - 1 - at)));
    bytes[6] = char((bytes[6] & 0x0f) | 0x70);
    bytes[8] = char((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes);
}

BookingPlace usualHall(const Station &station, const Clock &clock)
{
    BookingPlace hall{.id = makeUuidV7(clock),
                      .nameZh = station.name,
                      .nameEn = station.name,
                      .addressZh = station.name,
                      .addressEn = station.name};
    constexpr int friday = 5;
    for (int weekday = 1; weekday <= friday; ++weekday) {
        hall.hours << OpeningHours{.weekday = weekday,
                                   .fromMinutes = 540,
                                   .untilMinutes = 720,
                                   .windows = 3,
                                   .publicWindows = 2}
                   << OpeningHours{.weekday = weekday,
                                   .fromMinutes = 840,
                                   .untilMinutes = 1020,
                                   .windows = 3,
                                   .publicWindows = 2};
    }
    hall.businesses = usualBusinesses();
    return hall;
}

BookingHours::BookingHours(Counter counter, PlatformLink &link, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_link(link)
{
}

BookingPlace BookingHours::usualHall() const
{
    return idcounter::usualHall(m_counter.station, m_counter.clock);
}

BookingPlace BookingHours::newVillage() const
{
    BookingPlace village = BookingPlace::visitPlace(makeUuidV7(m_counter.clock));
    village.businesses = usualBusinesses();
    return village;
}

void BookingHours::refresh()
{
    struct Found
    {
        QList<BookingPlace> places;
        PlatformSettings settings;
    };
    m_counter.store.read(
        this,
        [](Repositories &repositories) -> Result<Found> {
            const auto places = bookingPlaces(repositories);
            const auto settings = PlatformSettings::load(repositories.station);
            if (!places)
                return places.error();
            if (!settings)
                return settings.error();
            return Found{.places = *places, .settings = *settings};
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_places = found->places;
            m_settings = found->settings;
            Q_EMIT changed();
        });
}

void BookingHours::setAddress(const QString &url)
{
    PlatformSettings settings = m_settings;
    settings.url = url;
    m_counter.store.write(
        this,
        [settings, stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            if (auto stored = settings.store(repositories.station); !stored)
                return stored;
            return repositories.journal.audit(u"platform-address"_s, settings.url, {}, stamp);
        },
        [this, settings](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            m_settings = settings;
            m_link.open();
        });
}

void BookingHours::save(const BookingPlace &place)
{
    const auto reasons = m_counter.rules.reasons();
    const auto sound = place.check();
    if (!sound || !reasons) {
        Q_EMIT failed(sound ? reasons.error() : sound.error());
        return;
    }
    BookingPlace next = place;
    ++next.planVersion;
    const PaperLists papers = papersOf(next, **reasons);
    m_counter.store.write(
        this,
        [next, papers, voice = voiceOf(m_counter)](Repositories &repositories) -> Result<void> {
            if (auto kept = repositories.platform.putPlace(next.id, json::toBytes(next)); !kept)
                return kept;
            const auto known = repositories.platform.find(u"places"_s, next.id);
            if (!known)
                return known.error();
            const PlatformOutbox outbox(repositories, voice);
            const auto said = outbox.say(u"places"_s, placeJson(next, voice.unitCode, papers.chinese, papers.english),
                                         {}, next.id, *known ? (*known)->version : 0);
            if (!said)
                return said.error();
            return repositories.journal.audit(u"booking-hours"_s, idText(next.id), {}, voice.stamp);
        },
        [this](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            refresh();
            publish();
            Q_EMIT saved();
        });
}

void BookingHours::publish()
{
    const auto table = m_counter.rules.calendar();
    if (!table) {
        Q_EMIT failed(table.error());
        return;
    }
    m_counter.store.write(
        this,
        [calendar = **table, voice = voiceOf(m_counter)](Repositories &repositories) -> Result<void> {
            const auto places = bookingPlaces(repositories);
            if (!places)
                return places.error();
            const PlatformOutbox outbox(repositories, voice);
            const QDateTime now = voice.clock();
            const QDate today = stationTime(now).date();
            for (const BookingPlace &place : *places) {
                for (int ahead = 0; ahead <= place.bookableToDays; ++ahead) {
                    const auto said = sayDay(repositories, outbox, place, today.addDays(ahead), calendar, now);
                    if (!said)
                        return said;
                }
            }
            return {};
        },
        [this](const Result<void> &done) {
            if (done)
                m_link.sendSoon();
            else
                Q_EMIT failed(done.error());
        });
}

} // namespace idcounter

#include "app/workflow/receiptdesk.h"

#include "app/domain/uuidv7.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<void> needsPlace(const QString &box, const QString &slot)
{
    return box.trimmed().isEmpty() || slot.trimmed().isEmpty() ? Error{Error::Code::CardPlaceMissing, {}}
                                                               : Result<void>();
}

void clearPlace(CaseProgress &progress)
{
    progress.box.clear();
    progress.slot.clear();
}

// The card is not there any more, and another is asked for.
void askAnew(CaseMove &move, CardDefect defect, QDate today)
{
    clearPlace(move.progress);
    move.progress.defect = defect;
    move.progress.defectOn = today;
    move.progress.defectReported = false;
    move.progress.nextNotice = {};
    move.progress.notifiedOn = {};
    move.body.insert(u"defect"_s, int(defect));
}

constexpr qint64 longestList = qint64(1) << 20; // bytes

// The slot after it: its number one higher, as wide as before.
QString slotAfter(const QString &slot)
{
    static const QRegularExpression number(u"[0-9]{1,9}$"_s);
    const auto found = number.match(slot);
    if (!found.hasMatch())
        return slot + u'1';
    const QString digits = found.captured();
    return slot.chopped(digits.size()) + QString::number(digits.toLongLong() + 1).rightJustified(digits.size(), u'0');
}

// Set aside for the day, with a mark of its own instead of a box.
bool isPlaced(const CaseProgress &progress)
{
    return progress.hasCard() && progress.box != u"*";
}

std::optional<QStringList> linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > longestList)
        return {};
    static const QRegularExpression ends(u"[\r\n,;]+"_s);
    return QString::fromUtf8(file.readAll()).remove(QChar::ByteOrderMark).split(ends, Qt::SkipEmptyParts);
}

} // namespace

void ReceiptDesk::refresh()
{
    load({CaseState::Produced, CaseState::Dispatched, CaseState::Received, CaseState::Notified, CaseState::Unclaimed,
          CaseState::Defective},
         [this](const QList<Standing> &found) {
             m_expected.clear();
             m_stored.clear();
             m_toTell.clear();
             m_defective.clear();
             for (const Standing &standing : found) {
                 const CaseState state = standing.accepted.state;
                 if (state == CaseState::Defective)
                     m_defective << standing;
                 else if (state == CaseState::Produced || state == CaseState::Dispatched)
                     m_expected << standing;
                 else
                     m_stored << standing;
                 const QDate next = standing.progress.nextNotice;
                 if (state == CaseState::Received && (next.isNull() || next <= m_counter.today())
                     && standing.accepted.form.delivery.collection == Collection::InPerson)
                     m_toTell << standing;
             }
             std::stable_sort(m_stored.begin(), m_stored.end(), [](const Standing &one, const Standing &other) {
                 return one.progress.since < other.progress.since;
             });
             std::stable_partition(m_stored.begin(), m_stored.end(), &ReceiptDesk::isSetAside);
             Q_EMIT changed();
         });
}

bool ReceiptDesk::isSetAside(const Standing &standing)
{
    return standing.progress.hasCard() && !isPlaced(standing.progress);
}

int ReceiptDesk::setAside() const
{
    return int(std::count_if(m_stored.begin(), m_stored.end(), &ReceiptDesk::isSetAside));
}

DeliveryCheck ReceiptDesk::reconcile(const QStringList &numbers) const
{
    DeliveryCheck delivery;
    QSet<QString> seen;
    const auto among = [](const QList<Standing> &list, const QString &number) {
        return std::find_if(list.begin(), list.end(),
                            [&](const Standing &standing) { return standing.accepted.number.toString() == number; });
    };
    for (const QString &line : numbers) {
        const QString number = QString(line).remove(u' ').trimmed();
        if (number.isEmpty())
            continue;
        if (seen.contains(number) || among(m_stored, number) != m_stored.end()) {
            delivery.doubled << number;
            continue;
        }
        seen.insert(number);
        if (const auto found = among(m_expected, number); found != m_expected.end())
            delivery.received << *found;
        else
            delivery.notOurs << number;
    }
    std::copy_if(m_expected.begin(), m_expected.end(), std::back_inserter(delivery.missing),
                 [&](const Standing &standing) {
                     return standing.accepted.state == CaseState::Dispatched
                         && !seen.contains(standing.accepted.number.toString());
                 });
    return delivery;
}

bool ReceiptDesk::isOver(const QList<CountedCard> &cards) const
{
    QSet<QString> known;
    for (const Standing &standing : m_stored)
        known.insert(standing.accepted.number.toString());
    for (const CountedCard &card : cards) {
        if (!card.isDone && !known.contains(card.number))
            return false;
        known.insert(card.number);
    }
    return true;
}

CardPlace ReceiptDesk::nextPlace(const QList<CardPlace> &given) const
{
    QList<CardPlace> taken = given;
    CardPlace last{.box = u"1"_s, .slot = u"0"_s};
    QDateTime lastAt;
    for (const Standing &standing : m_stored) {
        const CaseProgress &progress = standing.progress;
        if (!isPlaced(progress))
            continue;
        taken << CardPlace{.box = progress.box, .slot = progress.slot};
        if (!lastAt.isValid() || progress.since >= lastAt) {
            last = taken.last();
            lastAt = progress.since;
        }
    }
    CardPlace next = given.isEmpty() ? last : given.last();
    do
        next.slot = slotAfter(next.slot);
    while (taken.contains(next));
    return next;
}

void ReceiptDesk::readList(const QString &path)
{
    m_background.run(
        this, [path] { return linesOf(path); },
        [this, path](const std::optional<QStringList> &lines) {
            if (lines)
                Q_EMIT listRead(*lines);
            else
                Q_EMIT failed({Error::Code::PackageUnreadable, path});
        });
}

void ReceiptDesk::receive(const Standing &standing, const QString &box, const QString &slot)
{
    if (const auto place = needsPlace(box, slot); !place) {
        Q_EMIT failed(place.error());
        return;
    }
    step(standing,
         {.event = u"receive"_s,
          .guard = [](const Standing &now, const StationSettings &) { return mayReceive(now); },
          .change =
              [box, slot](CaseMove &move) {
                  move.progress.box = box.trimmed();
                  move.progress.slot = slot.trimmed();
                  move.progress.notices = 0;
                  move.progress.nextNotice = {};
              }});
}

void ReceiptDesk::receiveDefective(const Standing &standing, CardDefect defect)
{
    const auto table = life();
    if (!table)
        return;
    const Step receipt{.event = u"receive"_s,
                       .guard = [](const Standing &now, const StationSettings &) { return mayReceive(now); }};
    const Step refusal{.event = u"defect"_s,
                       .change = [defect, today = m_counter.today()](CaseMove &move) { askAnew(move, defect, today); }};
    m_counter.store.write(
        this,
        [table = *table, counter = m_counter, standing, receipt, refusal](Repositories &repositories) {
            const auto received = moveNow(repositories, table, counter, standing, receipt);
            return received ? moveNow(repositories, table, counter, *received, refusal) : received;
        },
        answer(&CaseWork::moved));
}

void ReceiptDesk::place(const Standing &standing, const QString &box, const QString &slot)
{
    if (const auto place = needsPlace(box, slot); !place) {
        Q_EMIT failed(place.error());
        return;
    }
    note(standing, u"place"_s, [box, slot](CaseMove &move) {
        move.progress.box = box.trimmed();
        move.progress.slot = slot.trimmed();
    });
}

void ReceiptDesk::missing(const Standing &standing)
{
    step(standing, {.event = u"missing"_s, .change = [today = m_counter.today()](CaseMove &move) {
                        askAnew(move, CardDefect::NotDelivered, today);
                    }});
}

void ReceiptDesk::defect(const Standing &standing, CardDefect defect)
{
    step(standing, {.event = u"defect"_s, .change = [defect, today = m_counter.today()](CaseMove &move) {
                        askAnew(move, defect, today);
                    }});
}

void ReceiptDesk::lose(const Standing &standing, const QString &reason)
{
    if (reason.trimmed().isEmpty()) {
        Q_EMIT failed({Error::Code::DiscardReasonMissing, {}});
        return;
    }
    step(standing, {.event = u"lose"_s, .change = [reason, today = m_counter.today()](CaseMove &move) {
                        askAnew(move, CardDefect::LostInStation, today);
                        move.body.insert(u"reason"_s, reason.trimmed());
                    }});
}

void ReceiptDesk::tell(const Standing &standing, const QString &way, bool reached)
{
    const QDate today = m_counter.today();
    const Notice call{.id = makeUuidV7(m_counter.clock),
                      .caseId = standing.accepted.id,
                      .day = today,
                      .way = way,
                      .reached = reached};
    const auto also = [call, stamp = m_counter.stamp()](Repositories &repositories) {
        return repositories.lives.addNotice(call, stamp);
    };
    const auto change = [today, reached, way](CaseMove &move) {
        ++move.progress.notices;
        move.body.insert(u"way"_s, way);
        if (reached)
            move.progress.notifiedOn = today;
    };
    if (reached && standing.accepted.state == CaseState::Received) {
        step(standing, {.event = u"notify"_s, .change = change, .also = also});
        return;
    }
    // Nobody was there: again after the days that are set.
    m_counter.store.read(
        this, [](Repositories &repositories) { return StationSettings::load(repositories.station); },
        [this, standing, change, also, today](const Result<StationSettings> &settings) {
            if (!settings) {
                Q_EMIT failed(settings.error());
                return;
            }
            const QDate next = today.addDays(settings->life.retellDays);
            note(
                standing, u"call"_s,
                [change, next](CaseMove &move) {
                    change(move);
                    move.progress.nextNotice = next;
                },
                also);
        });
}

void ReceiptDesk::mail(const Standing &standing, const QString &trackingNumber)
{
    if (trackingNumber.trimmed().isEmpty()) {
        Q_EMIT failed({Error::Code::TrackingNumberMissing, {}});
        return;
    }
    step(standing,
         {.event = u"mail"_s,
          .guard = [](const Standing &now, const StationSettings &) { return mayMail(now); },
          .change =
              [trackingNumber](CaseMove &move) {
                  clearPlace(move.progress);
                  move.progress.trackingNumber = trackingNumber.trimmed();
                  move.body.insert(u"trackingNumber"_s, trackingNumber.trimmed());
              }});
}

void ReceiptDesk::deliver(const Standing &standing, OldCardEnd oldCard)
{
    step(standing, {.event = u"deliver"_s, .as = Role::Carrier, .change = [oldCard](CaseMove &move) {
                        move.progress.collection.oldCard = oldCard;
                    }});
}

void ReceiptDesk::comeBack(const Standing &standing, const QString &box, const QString &slot)
{
    if (const auto place = needsPlace(box, slot); !place) {
        Q_EMIT failed(place.error());
        return;
    }
    step(standing, {.event = u"come_back"_s, .change = [box, slot](CaseMove &move) {
                        move.progress.box = box.trimmed();
                        move.progress.slot = slot.trimmed();
                        move.progress.nextNotice = {};
                    }});
}

void ReceiptDesk::loseInMail(const Standing &standing)
{
    step(standing, {.event = u"lost"_s, .change = [today = m_counter.today()](CaseMove &move) {
                        askAnew(move, CardDefect::LostInMail, today);
                    }});
}

} // namespace idcounter

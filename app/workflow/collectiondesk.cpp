#include "app/workflow/collectiondesk.h"

#include "app/biometrics/fingermatcher.h"
#include "app/biometrics/fingerquality.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Under this a press says nothing about whose it is.
constexpr int leastQuality = 25;

bool isHere(CaseState state)
{
    return state == CaseState::Received || state == CaseState::Notified || state == CaseState::Unclaimed;
}

// What the beginning of a day does to a case; empty: nothing.
QString eventOfDay(const Standing &standing, QDate today, const LifeRules &rules)
{
    switch (standing.accepted.state) {
    case CaseState::Accepted:
        return mayLapse(standing, today) ? u"lapse"_s : QString();
    case CaseState::Notified:
        return mayExpire(standing, today, rules) ? u"expire"_s : QString();
    default:
        return mayClose(standing, today) ? u"close"_s : QString();
    }
}

struct Compared
{
    FingerAnswer answer = FingerAnswer::CannotCompare;
    QString finger;
};

Compared compareWith(const CollectionFile &file, const QImage &press)
{
    const auto features = extract(press);
    if (!features || file.prints.fingers.isEmpty())
        return {};
    for (const auto &[finger, enrolled] : file.prints.fingers.asKeyValueRange()) {
        if (score(*features, enrolled) >= matchThreshold)
            return {.answer = FingerAnswer::Match, .finger = finger};
    }
    const bool isGood = assess(*features).score >= leastQuality;
    return {.answer = isGood ? FingerAnswer::NoMatch : FingerAnswer::CannotCompare};
}

} // namespace

CollectionDesk::CollectionDesk(Counter counter, QObject *parent)
    : CaseWork(std::move(counter), parent)
    , m_background(u"collection"_s)
{
}

void CollectionDesk::find(const QString &text)
{
    m_counter.store.write(
        this,
        [text, stamp = m_counter.stamp()](Repositories &repositories) -> Result<QList<Standing>> {
            const auto cases = repositories.cases.search(text);
            if (!cases)
                return cases.error();
            if (const auto done = repositories.journal.audit(u"search"_s, u"collection"_s, {}, stamp); !done)
                return done.error();
            QList<Standing> found;
            for (const CaseSummary &summary : *cases) {
                const auto standing = repositories.lives.standing(summary.id);
                if (!standing)
                    return standing.error();
                found << *standing;
            }
            std::stable_partition(found.begin(), found.end(),
                                  [](const Standing &standing) { return isHere(standing.accepted.state); });
            return found;
        },
        [this](const Result<QList<Standing>> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_found = *found;
            Q_EMIT foundChanged();
        });
}

void CollectionDesk::refreshUnclaimed()
{
    load({CaseState::Unclaimed}, [this](const QList<Standing> &found) {
        m_unclaimed = found;
        Q_EMIT unclaimedChanged();
    });
}

void CollectionDesk::open(const QUuid &caseId)
{
    m_counter.store.write(
        this,
        [caseId, stamp = m_counter.stamp()](Repositories &repositories) -> Result<CollectionFile> {
            const auto standing = repositories.lives.standing(caseId);
            if (!standing)
                return standing.error();
            if (const auto done
                = repositories.journal.audit(u"view"_s, caseId.toString(QUuid::WithoutBraces), u"collection"_s, stamp);
                !done)
                return done.error();
            const auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            CollectionFile file{.standing = *standing, .rules = settings->life};
            const Draft &form = standing->accepted.form;
            if (form.photo) {
                if (const auto photo = repositories.captures.find(form.photo->capture))
                    file.photo = photo->bytes;
            }
            const auto enrolled = repositories.identities.enrolledIn(caseId);
            if (!enrolled)
                return enrolled.error();
            auto prints = readEnrolled(repositories, *enrolled, stamp);
            if (!prints)
                return prints.error();
            file.prints = *std::move(prints);
            return file;
        },
        [this](const Result<CollectionFile> &file) {
            if (!file) {
                Q_EMIT failed(file.error());
                return;
            }
            Q_EMIT opened(*file);
            if (file->prints.isDamaged)
                Q_EMIT failed({Error::Code::TemplateDamaged, {}});
        });
}

void CollectionDesk::compare(const CollectionFile &file, const QImage &press)
{
    m_background.run(
        this, [file, press] { return compareWith(file, press); },
        [this](const Compared &done) { Q_EMIT compared(done.answer, done.finger); });
}

ChipVerdict CollectionDesk::judgeChip(const Standing &standing, const ChipCard &card)
{
    m_chipCase = standing.accepted.id;
    m_chip = chipVerdict(chipOf(standing), card);
    return m_chip;
}

void CollectionDesk::collect(const Standing &standing, const CollectionRecord &given)
{
    CollectionRecord record = given;
    record.day = m_counter.today();
    const ChipVerdict read = chip(standing.accepted.id);
    record.chipChecked = read == ChipVerdict::Agrees;
    record.chipDiffers = read == ChipVerdict::Differs || read == ChipVerdict::OtherKind;
    step(standing,
         {.event = u"collect"_s,
          .guard = [record](const Standing &now,
                            const StationSettings &settings) { return mayCollect(now, record, settings.life); },
          .change =
              [record](CaseMove &move) {
                  move.progress.collection = record;
                  move.progress.box.clear();
                  move.progress.slot.clear();
                  move.body = json::write(record).toObject();
              },
          .also
          = [record, id = standing.accepted.id, stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
              if (!record.temporaryReturned)
                  return {};
              const auto issued = repositories.blanks.issuedFor(id);
              if (!issued)
                  return issued.error();
              if (!*issued)
                  return {};
              BlankCard back = **issued;
              back.state = BlankCard::State::Returned;
              back.day = record.day;
              return repositories.blanks.change(**issued, back, stamp);
          }});
}

void CollectionDesk::undo(const Standing &standing, const QString &reason)
{
    if (reason.trimmed().isEmpty()) {
        Q_EMIT failed({Error::Code::DiscardReasonMissing, {}});
        return;
    }
    const auto previous = standing.progress.collection;
    step(standing,
         {.event = u"undo"_s,
          .guard = [today = m_counter.today()](const Standing &now,
                                               const StationSettings &) { return mayUndoCollection(now, today); },
          .change =
              [reason, previous, today = m_counter.today()](CaseMove &move) {
                  move.progress.collection = {};
                  // Back in the drawer of the day; the receipt page gives it a place again.
                  move.progress.box = u"*"_s;
                  move.progress.slot = move.caseId.toString(QUuid::WithoutBraces).first(8);
                  if (move.progress.notifiedOn.isNull())
                      move.progress.notifiedOn = today;
                  move.body.insert(u"reason"_s, reason.trimmed());
                  move.body.insert(u"undone"_s, json::write(previous));
              }});
}

void CollectionDesk::endUnclaimed(const Standing &standing, const QString &event, const QString &secondOfficer,
                                  const QString &reason)
{
    if (secondOfficer.isEmpty() || secondOfficer == m_counter.person.login) {
        Q_EMIT failed({Error::Code::SamePerson, {}});
        return;
    }
    step(standing, {.event = event, .change = [secondOfficer, reason](CaseMove &move) {
                        move.progress.box.clear();
                        move.progress.slot.clear();
                        move.progress.ending = reason;
                        move.body.insert(u"secondOfficer"_s, secondOfficer);
                        move.body.insert(u"reason"_s, reason);
                    }});
}

void CollectionDesk::handBack(const Standing &standing, const QString &secondOfficer, const QString &reason)
{
    endUnclaimed(standing, u"hand_back"_s, secondOfficer, reason);
}

void CollectionDesk::destroy(const Standing &standing, const QString &secondOfficer, const QString &reason)
{
    endUnclaimed(standing, u"destroy"_s, secondOfficer, reason);
}

void CollectionDesk::turnDayIfNew()
{
    if (m_turned != m_counter.today())
        turnDay();
}

void CollectionDesk::turnDay()
{
    const auto table = life();
    if (!table)
        return;
    m_turned = m_counter.today();
    m_counter.store.write(
        this,
        [table = *table, counter = m_counter](Repositories &repositories) -> Result<int> {
            const auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            const auto cases = repositories.lives.in(
                {CaseState::Accepted, CaseState::Collected, CaseState::Delivered, CaseState::Notified});
            if (!cases)
                return cases.error();
            int count = 0;
            for (const Standing &standing : *cases) {
                const QString event = eventOfDay(standing, counter.today(), settings->life);
                if (event.isEmpty())
                    continue;
                if (const auto done = moveNow(
                        repositories, table, counter, standing,
                        {.event = event,
                         .as = Role::System,
                         .change = [event, standing](CaseMove &move) { move.refund = refundFor(event, standing); }});
                    !done)
                    return done.error();
                ++count;
            }
            return count;
        },
        [this](const Result<int> &count) {
            if (count)
                Q_EMIT dayTurned(*count);
            else
                Q_EMIT failed(count.error());
        });
}

} // namespace idcounter

#include "app/workflow/casework.h"

#include "app/workflow/platformoutbox.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int casesAtOnce = 50; // some 20 ms of the database's thread

// The oldest first. A standing is large: each is moved once.
QList<Standing> inOrder(QList<Standing> found)
{
    std::vector<qsizetype> places(std::size_t(found.size()));
    std::iota(places.begin(), places.end(), qsizetype(0));
    std::sort(places.begin(), places.end(), [&found](qsizetype one, qsizetype other) {
        const Case &first = found[one].accepted;
        const Case &second = found[other].accepted;
        return std::pair(first.acceptedAt, first.id) < std::pair(second.acceptedAt, second.id);
    });
    QList<Standing> sorted;
    sorted.reserve(found.size());
    for (const qsizetype place : places)
        sorted << std::move(found[place]);
    return sorted;
}

} // namespace

struct CaseWork::Loading
{
    QList<CaseState> states; // still to be read
    LifeRepository::Place place; // in the first of them
    QList<Standing> found;
    std::function<void(const QList<Standing> &)> loaded;
};

CaseWork::CaseWork(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
{
}

void CaseWork::readNames(const std::function<void()> &then)
{
    m_counter.store.read(
        this, [](Repositories &repositories) { return repositories.station.people(); },
        [this, then](const Result<QList<Person>> &people) {
            for (const Person &person : people ? *people : QList<Person>())
                m_names.insert(person.login, person.name);
            then();
        });
}

void CaseWork::load(const QList<CaseState> &states, const std::function<void(const QList<Standing> &)> &loaded)
{
    const auto loading = std::make_shared<Loading>(Loading{.states = states, .loaded = loaded});
    m_loading = loading;
    loadNext(loading);
}

void CaseWork::loadNext(const std::shared_ptr<Loading> &loading)
{
    if (loading->states.isEmpty()) {
        loading->loaded(inOrder(std::move(loading->found)));
        return;
    }
    m_counter.store.read(
        this,
        [state = loading->states.first(), place = loading->place](Repositories &repositories) {
            return repositories.lives.in(state, place, casesAtOnce);
        },
        [this, loading](const Result<QList<Standing>> &part) {
            if (m_loading.lock() != loading)
                return; // another one took its place
            if (!part) {
                Q_EMIT failed(part.error());
                return;
            }
            loading->found << *part;
            if (part->size() < casesAtOnce) {
                loading->states.removeFirst();
                loading->place = {};
            } else {
                const Case &last = part->last().accepted;
                loading->place = {.acceptedMs = last.acceptedAt.toMSecsSinceEpoch(), .id = last.id};
            }
            loadNext(loading);
        });
}

// Who applied online is told where his card is (RULES 6.5: to be verified within 30 days of its arrival).
static Result<void> tellOfMail(const Repositories &repositories, const Counter &counter, const Standing &standing,
                               const CaseMove &move)
{
    constexpr int daysToVerify = 30;
    static const QHash<QString, QString> states{
        {u"mail"_s, u"POSTED"_s}, {u"deliver"_s, u"DELIVERED"_s}, {u"come_back"_s, u"RETURNED"_s}};
    const QUuid application = standing.accepted.form.booked.application;
    const QString state = states.value(move.transition.event);
    if (application.isNull() || state.isEmpty())
        return {};
    const PlatformOutbox outbox(repositories, voiceOf(counter));
    const QString number
        = move.progress.trackingNumber.isEmpty() ? standing.progress.trackingNumber : move.progress.trackingNumber;
    return outbox.tellMailing(application, state, number,
                              state == "DELIVERED"_L1 ? counter.today().addDays(daysToVerify) : QDate());
}

std::optional<CaseLife> CaseWork::life()
{
    const auto life = m_counter.rules.caseLife();
    if (life)
        return **life;
    Q_EMIT failed(life.error());
    return {};
}

Result<Standing> CaseWork::moveNow(Repositories &repositories, const CaseLife &life, const Counter &counter,
                                   const Standing &standing, const Step &step)
{
    const auto transition = life.step(standing.accepted.state, step.event, step.as.value_or(counter.person.role));
    if (!transition)
        return transition.error();
    if (step.guard) {
        const auto settings = StationSettings::load(repositories.station);
        if (!settings)
            return settings.error();
        if (const auto allowed = step.guard(standing, *settings); !allowed)
            return allowed.error();
    }
    const Stamp stamp = counter.stamp();
    CaseMove move{.caseId = standing.accepted.id,
                  .version = standing.version,
                  .transition = *transition,
                  .progress = after(*transition, standing.progress, stamp.at, counter.today())};
    if (step.change)
        step.change(move);
    if (const auto done = repositories.lives.move(move, stamp); !done)
        return done.error();
    if (step.also) {
        if (const auto done = step.also(repositories); !done)
            return done.error();
    }
    if (const auto told = tellOfMail(repositories, counter, standing, move); !told)
        return told.error();
    return repositories.lives.standing(standing.accepted.id);
}

void CaseWork::step(const Standing &standing, const Step &step)
{
    const auto table = life();
    if (!table)
        return;
    m_counter.store.write(
        this,
        [table = *table, counter = m_counter, standing, step](Repositories &repositories) {
            return moveNow(repositories, table, counter, standing, step);
        },
        answer(&CaseWork::moved));
}

void CaseWork::note(const Standing &standing, const QString &event, const Change &change, const Also &also)
{
    const CaseState state = standing.accepted.state;
    CaseMove move{.caseId = standing.accepted.id,
                  .version = standing.version,
                  .transition = {.from = state, .event = event, .to = state},
                  .progress = standing.progress};
    change(move);
    m_counter.store.write(
        this,
        [move, also, stamp = m_counter.stamp()](Repositories &repositories) -> Result<Standing> {
            if (const auto done = repositories.lives.move(move, stamp); !done)
                return done.error();
            if (also) {
                if (const auto done = also(repositories); !done)
                    return done.error();
            }
            return repositories.lives.standing(move.caseId);
        },
        answer(&CaseWork::moved));
}

} // namespace idcounter

#include "app/workflow/casework.h"

using namespace Qt::StringLiterals;

namespace idcounter {

CaseWork::CaseWork(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
{
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

#include "app/workflow/desk.h"

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int shownDays = 7;

Result<QList<KeyReminder>> remindersIn(const Repositories &repositories, QDate today)
{
    const auto partners = repositories.exchange.partners();
    if (!partners)
        return partners.error();
    const auto keys = repositories.exchange.keys();
    if (!keys)
        return keys.error();
    return keyReminders(*partners, *keys ? lastDayOfOwnKeys((*keys)->madeAt) : QDate(), today);
}

} // namespace

Desk::Desk(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_background(u"tables"_s)
{
    m_background.run(
        this,
        [source = m_counter.rules.source()] {
            auto read = std::make_shared<Rules>(source);
            (void)read->check(); // a table that is no good is refused by who asks for it
            return read;
        },
        [this](const std::shared_ptr<Rules> &read) { m_counter.rules.adopt(std::move(*read)); });
}

// What can be read is shown, whatever else cannot.
void Desk::refresh()
{
    struct Found
    {
        Result<QList<DraftSummary>> drafts;
        Result<QList<CaseSummary>> cases;
        Result<DayFigures> figures;
        Result<QList<DayCount>> lastDays;
        Result<QList<KeyReminder>> reminders;
    };
    m_counter.store.read(
        this,
        [day = m_counter.today()](Repositories &repositories) -> Result<Found> {
            return Found{repositories.drafts.summaries(), repositories.cases.acceptedOn(day),
                         repositories.figures.of(day), repositories.figures.lastDays(day, shownDays),
                         remindersIn(repositories, day)};
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            std::optional<Error> problem;
            const auto take = [&problem](auto &shown, const auto &read) {
                if (read)
                    shown = *read;
                else if (!problem)
                    problem = read.error();
            };
            take(m_drafts, found->drafts);
            take(m_cases, found->cases);
            take(m_figures, found->figures);
            take(m_lastDays, found->lastDays);
            take(m_keyReminders, found->reminders);
            Q_EMIT changed();
            if (problem)
                Q_EMIT failed(*problem);
        });
}

void Desk::search(const QString &text)
{
    // What was asked for identifies a person and is not written down, only that somebody asked.
    find(u"search"_s, [text](Repositories &repositories) { return repositories.cases.search(text); });
}

void Desk::findBehind(const Figure &figure, QDate day)
{
    find(u"report-cases"_s,
         [figure, day](Repositories &repositories) { return repositories.cases.behind(figure, day); });
}

void Desk::find(const QString &action, std::function<Result<QList<CaseSummary>>(Repositories &)> search)
{
    m_counter.store.write(
        this,
        [action, search = std::move(search),
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<QList<CaseSummary>> {
            const auto found = search(repositories);
            if (!found)
                return found.error();
            if (const auto recorded = repositories.journal.audit(action, {}, QString::number(found->size()), stamp);
                !recorded)
                return recorded.error();
            return *found;
        },
        [this, run = ++m_search](const Result<QList<CaseSummary>> &found) {
            if (run != m_search)
                return;
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_found = *found;
            Q_EMIT foundChanged();
        });
}

void Desk::openDraft(const QUuid &id, bool takeOver)
{
    if (std::exchange(m_opening, true))
        return;
    m_counter.store.write(
        this,
        [id, takeOver, holder = m_counter.holder,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<Draft> {
            const auto draft = repositories.drafts.open(id, holder, takeOver);
            if (!draft)
                return draft.error();
            if (takeOver) {
                const auto recorded
                    = repositories.journal.audit(u"take-over"_s, id.toString(QUuid::WithoutBraces), {}, stamp);
                if (!recorded)
                    return recorded.error();
            }
            return *draft;
        },
        [this, id](const Result<Draft> &draft) {
            m_opening = false;
            if (draft)
                Q_EMIT draftOpened(*draft);
            else if (draft.error().code == Error::Code::DraftOpenElsewhere)
                Q_EMIT draftElsewhere(id, draft.error().detail);
            else
                Q_EMIT failed(draft.error());
        });
}

void Desk::openCase(const QUuid &id)
{
    if (std::exchange(m_opening, true))
        return;
    m_counter.store.write(
        this,
        [id, stamp = m_counter.stamp()](Repositories &repositories) -> Result<Case> {
            const auto accepted = repositories.cases.find(id);
            if (!accepted)
                return accepted.error();
            const auto recorded = repositories.journal.audit(u"view"_s, id.toString(QUuid::WithoutBraces), {}, stamp);
            return recorded ? accepted : Result<Case>(recorded.error());
        },
        [this](const Result<Case> &accepted) {
            m_opening = false;
            if (accepted)
                Q_EMIT caseOpened(*accepted);
            else
                Q_EMIT failed(accepted.error());
        });
}

} // namespace idcounter

#include "app/domain/caselife.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<Transition> transitionIn(const Table::Row &row)
{
    static const QHash<QString, Role> roles{
        {u"clerk"_s, Role::Clerk},     {u"reviewer"_s, Role::Reviewer}, {u"supervisor"_s, Role::Supervisor},
        {u"county"_s, Role::County},   {u"city"_s, Role::City},         {u"centre"_s, Role::Centre},
        {u"carrier"_s, Role::Carrier}, {u"system"_s, Role::System},     {u"platform"_s, Role::Platform}};
    static const QHash<QString, LawClock> clocks{{QString(u""_s), LawClock::Unchanged},
                                                 {u"start"_s, LawClock::Start},
                                                 {u"stop"_s, LawClock::Stop},
                                                 {u"resume"_s, LawClock::Resume}};
    const auto event = row.required(u"event"_s);
    if (!event)
        return event.error();
    const auto from = caseStateFrom(row.text(u"from"_s));
    if (!from)
        return row.error(u"from"_s, u"unknown state"_s);
    const auto to = caseStateFrom(row.text(u"to"_s));
    if (!to)
        return row.error(u"to"_s, u"unknown state"_s);
    if (!roles.contains(row.text(u"role"_s)))
        return row.error(u"role"_s, u"unknown role"_s);
    if (!clocks.contains(row.text(u"law_clock"_s)))
        return row.error(u"law_clock"_s, u"neither start, stop nor resume"_s);
    const auto rank = row.integer(u"to_rank"_s);
    if (!rank)
        return rank.error();
    return Transition{.from = *from,
                      .event = *event,
                      .to = *to,
                      .rank = *rank,
                      .role = roles[row.text(u"role"_s)],
                      .guard = row.text(u"guard"_s),
                      .lawClock = clocks[row.text(u"law_clock"_s)]};
}

} // namespace

QString stateName(CaseState state)
{
    const QString words = QString::fromLatin1(QMetaEnum::fromType<CaseState>().valueToKey(static_cast<int>(state)));
    QString name;
    for (const QChar c : words) {
        if (c.isUpper() && !name.isEmpty())
            name += u'_';
        name += c.toUpper();
    }
    return name;
}

std::optional<CaseState> caseStateFrom(QStringView name)
{
    if (name == u"-" || name == stateName(CaseState::None)) // in the table, and in the journal
        return CaseState::None;
    for (int value = 1; value <= static_cast<int>(CaseState::Discarded); ++value) {
        if (stateName(static_cast<CaseState>(value)) == name)
            return static_cast<CaseState>(value);
    }
    return {};
}

bool isOutside(Role role)
{
    return role == Role::County || role == Role::City || role == Role::Centre;
}

bool includes(Role held, Role asked)
{
    return held == asked || (held == Role::Supervisor && (asked == Role::Reviewer || asked == Role::Clerk));
}

bool isOpen(CaseState state)
{
    switch (state) {
    case CaseState::None:
    case CaseState::Draft:
    case CaseState::Closed:
    case CaseState::HandedBack:
    case CaseState::Destroyed:
    case CaseState::Refused:
    case CaseState::Withdrawn:
    case CaseState::Voided:
    case CaseState::Discarded:
        return false;
    case CaseState::Accepted:
    case CaseState::StationReviewed:
    case CaseState::Reported:
    case CaseState::CountySigned:
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
    case CaseState::Produced:
    case CaseState::Dispatched:
    case CaseState::Received:
    case CaseState::Notified:
    case CaseState::Collected:
    case CaseState::Mailed:
    case CaseState::Delivered:
    case CaseState::Returned:
    case CaseState::Defective:
    case CaseState::Unclaimed:
        return true;
    }
    Q_UNREACHABLE();
}

Result<CaseLife> CaseLife::load(const TableSource &source)
{
    const auto table
        = Table::load(source, u"case_transitions.csv"_s,
                      {u"from"_s, u"event"_s, u"to"_s, u"to_rank"_s, u"role"_s, u"guard"_s, u"law_clock"_s});
    if (!table)
        return table.error();
    auto transitions = table->map<Transition>(transitionIn);
    if (!transitions)
        return transitions.error();
    CaseLife life;
    life.m_transitions = *std::move(transitions);
    return life;
}

Result<Transition> CaseLife::step(CaseState from, QStringView event, Role role) const
{
    const auto found = std::find_if(m_transitions.begin(), m_transitions.end(), [&](const Transition &transition) {
        return transition.from == from && transition.event == event;
    });
    const QString what = u"%1 in %2"_s.arg(event, stateName(from));
    if (found == m_transitions.end())
        return Error{Error::Code::TransitionNotAllowed, what};
    if (!includes(role, found->role))
        return Error{Error::Code::RoleNotAllowed, what};
    return *found;
}

std::optional<int> CaseLife::rankOf(CaseState state) const
{
    for (const Transition &transition : m_transitions) {
        if (transition.to == state && transition.rank)
            return transition.rank;
    }
    return {};
}

QList<Transition> CaseLife::stepsFrom(CaseState from, Role role) const
{
    QList<Transition> steps;
    std::copy_if(
        m_transitions.begin(), m_transitions.end(), std::back_inserter(steps),
        [&](const Transition &transition) { return transition.from == from && includes(role, transition.role); });
    return steps;
}

Result<QList<Transition>> CaseLife::feedback(CaseState from, QStringView event, Role office) const
{
    const auto find = [this](const auto &fits) -> const Transition * {
        const auto found = std::find_if(m_transitions.begin(), m_transitions.end(), fits);
        return found == m_transitions.end() ? nullptr : &*found;
    };
    QList<Transition> path;
    for (CaseState state = from;;) {
        if (const Transition *last = find([&](const Transition &transition) {
                return transition.from == state && transition.event == event && transition.role == office;
            })) {
            path << *last;
            return path;
        }
        const auto rank = rankOf(state);
        const Transition *next = find([&](const Transition &transition) {
            return transition.from == state && isOutside(transition.role) && transition.rank
                && (!rank || *transition.rank > *rank || state == CaseState::Defective);
        });
        if (!next)
            break;
        path << *next;
        state = next->to;
    }
    const Transition *told
        = find([&](const Transition &transition) { return transition.event == event && transition.role == office; });
    const auto reached = rankOf(from);
    if (told && told->rank && reached && *told->rank <= *reached)
        return QList<Transition>();
    return Error{Error::Code::TransitionNotAllowed, u"%1 in %2"_s.arg(event, stateName(from))};
}

} // namespace idcounter

#pragma once

#include "app/domain/table.h"

namespace idcounter {

// The states of a card application (RULES 7.1). None: it does not exist yet.
struct CaseStates
{
    Q_GADGET

public:
    enum class State {
        None,
        Draft,
        Accepted,
        StationReviewed,
        Reported,
        CountySigned,
        CentreAccepted,
        InProduction,
        Produced,
        Dispatched,
        Received,
        Notified,
        Collected,
        Mailed,
        Delivered,
        Closed,
        Returned,
        Defective,
        Unclaimed,
        HandedBack,
        Destroyed,
        Refused,
        Withdrawn,
        Voided,
        Discarded,
    };
    Q_ENUM(State)
};
using CaseState = CaseStates::State;

// Who moves a case.
enum class Role { Clerk, Reviewer, Supervisor, County, City, Centre, Carrier, System, Platform };

// What a change of state does to the 60 (+30) days of the law.
enum class LawClock { Unchanged, Start, Stop, Resume };

// One allowed change of state.
struct Transition
{
    CaseState from = CaseState::None;
    QString event; // "accept"
    CaseState to = CaseState::None;
    std::optional<int> rank; // of to, on the way from acceptance to the end; empty beside that way
    Role role = Role::Clerk;
    QString guard; // the condition, in words, for people; the workflow checks it
    LawClock lawClock = LawClock::Unchanged;
};

// "STATION_REVIEWED": the name in the table and in the database.
QString stateName(CaseState state);
std::optional<CaseState> caseStateFrom(QStringView name);

// Whether somebody outside the station, who speaks by feedback only.
bool isOutside(Role role);

// Whether a person with one role may do what is another's: a supervisor may do what reviewers and clerks do.
bool includes(Role held, Role asked);

// Whether the application is over, so that the citizen may make another.
bool isOpen(CaseState state);

// The life of a case, as the table case_transitions.csv gives it. What is not in the table is refused.
class CaseLife
{
public:
    static Result<CaseLife> load(const TableSource &source);

    // Errors: TransitionNotAllowed, RoleNotAllowed.
    Result<Transition> step(CaseState from, QStringView event, Role role) const;

    // What feedback of somebody outside does to a case: the change itself, and before it those that it passed without being
    // told, in their order; a return first walks to the state in which that office has the case. Empty: the case is as far
    // already, nothing changes. Errors: TransitionNotAllowed.
    Result<QList<Transition>> feedback(CaseState from, QStringView event, Role office) const;

    // Everything that a role may do in a state.
    QList<Transition> stepsFrom(CaseState from, Role role) const;
    // How far a state is on the way from acceptance to the end; empty beside it.
    std::optional<int> rankOf(CaseState state) const;
    const QList<Transition> &transitions() const { return m_transitions; }

private:
    QList<Transition> m_transitions;
};

} // namespace idcounter

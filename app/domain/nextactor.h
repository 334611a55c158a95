#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// Who has to do the next thing about a case.
enum class NextActor { Clerk, Reviewer, Supervisor, County, Centre, Carrier, Citizen, Nobody };

inline NextActor nextActor(CaseState state)
{
    switch (state) {
    case CaseState::Accepted:
        return NextActor::Reviewer;
    case CaseState::StationReviewed:
    case CaseState::Unclaimed:
        return NextActor::Supervisor;
    case CaseState::Reported:
        return NextActor::County;
    case CaseState::CountySigned:
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
    case CaseState::Produced:
    case CaseState::Defective:
        return NextActor::Centre;
    case CaseState::Draft:
    case CaseState::Dispatched:
    case CaseState::Received:
    case CaseState::Returned:
    case CaseState::Collected:
    case CaseState::Delivered:
        return NextActor::Clerk;
    case CaseState::Notified:
        return NextActor::Citizen;
    case CaseState::Mailed:
        return NextActor::Carrier;
    case CaseState::None:
    case CaseState::Closed:
    case CaseState::HandedBack:
    case CaseState::Destroyed:
    case CaseState::Refused:
    case CaseState::Withdrawn:
    case CaseState::Voided:
    case CaseState::Discarded:
        return NextActor::Nobody;
    }
    Q_UNREACHABLE();
}

// The same, where something besides the state decides: a payment order waits for the applicant, a defect that was not reported
// for the package in which it is.
inline NextActor nextActor(const Standing &standing)
{
    const CaseState state = standing.accepted.state;
    if (state == CaseState::Accepted && standing.isOwing())
        return NextActor::Citizen;
    if (state == CaseState::Defective && !standing.progress.defectReported)
        return NextActor::Supervisor;
    return nextActor(state);
}

} // namespace idcounter

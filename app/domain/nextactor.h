#pragma once

#include "app/domain/caselife.h"

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

} // namespace idcounter

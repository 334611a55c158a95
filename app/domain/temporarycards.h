#pragma once

#include "app/domain/caselife.h"

#include <QDate>

namespace idcounter {

// Why a temporary card has to come back to the station.
enum class DueBack {
    No,
    NewCard, // the citizen has the new one (临时居民身份证管理办法, Art. 13)
    Ended, // the application ended without one
    Expired, // its three months are over (Art. 7)
};

// until: the last day of the temporary card.
inline DueBack temporaryDueBack(CaseState state, QDate until, QDate today)
{
    if (state == CaseState::Collected || state == CaseState::Delivered || state == CaseState::Closed)
        return DueBack::NewCard;
    if (!isOpen(state))
        return DueBack::Ended;
    return until < today ? DueBack::Expired : DueBack::No;
}

} // namespace idcounter

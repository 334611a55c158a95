#pragma once

#include "app/domain/lifestep.h"
#include "app/domain/nextactor.h"

namespace idcounter::texts {

// What happened to a case, as the citizen may be told who asks where the card is. from: the state it happened in, which
// tells who sent a case back.
QString describeEvent(QStringView event, CaseState from = CaseState::None);
// What is to be known beside it, as parts of a sentence; empty where nothing is. wrong: the reasons for which it came back,
// as their table names them.
QString detail(const LifeStep &step, const QStringList &wrong);

// What is to be done next about a case, and by whom.
QString nextStep(CaseState state);
QString nextStep(const Standing &standing); // a payment order is paid first
QString describe(NextActor value);

QString describe(CardDefect value);
QString describe(ReturnOrigin value);
QString describe(FaultyItem value);

} // namespace idcounter::texts

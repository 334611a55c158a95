#pragma once

#include "app/domain/lifestep.h"
#include "app/domain/nextactor.h"

// The life of a case in the words of Chinese papers.
namespace idcounter::paper {

QString stateWord(CaseState state);
// A sentence; with what is to be known beside it. wrong: the reasons for which it came back, as their table names them.
QString lifeSentence(const LifeStep &step, const QStringList &wrong);
QString nextWord(CaseState state);
QString nextWord(const Standing &standing); // a payment order is paid first
QString actorWord(NextActor actor);

} // namespace idcounter::paper

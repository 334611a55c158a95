#pragma once

#include "app/domain/photorules.h"

namespace idcounter::texts {

// What a rule of the photo standard asks for, by its name in the table ("face_w"); the name itself where none is known.
QString photoRule(const QString &rule);

// What is wrong where the rule is broken, and what to do about it.
QString photoAdvice(const QString &rule);

// What came of a rule, in a sentence.
QString describe(const PhotoCheck &check);

// The same as one would say it to the citizen before the shot. side: LiveSeen::side.
QString liveAdvice(const QString &rule, int side);

} // namespace idcounter::texts

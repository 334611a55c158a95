#pragma once

#include <QDate>

namespace idcounter {

// Years from which on a citizen applies himself (Resident Identity Card Law, Art. 2).
inline constexpr int ageOfOwnApplication = 16;

// Whether the guardian applies instead of the citizen: under 16 years on the day of application (Resident Identity Card
// Law, Art. 2 and 7).
bool needsGuardian(QDate birthDate, QDate on);

// Years from which on a citizen acts for others (Civil Code, Art. 17).
inline constexpr int ageOfMajority = 18;

bool isAdult(QDate birthDate, QDate on);

} // namespace idcounter

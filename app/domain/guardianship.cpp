#include "app/domain/guardianship.h"

#include "app/domain/cardvalidity.h"

namespace idcounter {

bool needsGuardian(QDate birthDate, QDate on)
{
    return birthDate.isValid() && ageOn(birthDate, on) < ageOfOwnApplication;
}

bool isAdult(QDate birthDate, QDate on)
{
    return birthDate.isValid() && ageOn(birthDate, on) >= ageOfMajority;
}

} // namespace idcounter

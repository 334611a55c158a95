#include "app/domain/guardianship.h"

#include "app/domain/cardvalidity.h"

namespace idcounter {

namespace {

constexpr int ageOfOwnApplication = 16;

} // namespace

bool needsGuardian(QDate birthDate, QDate on)
{
    return birthDate.isValid() && ageOn(birthDate, on) < ageOfOwnApplication;
}

} // namespace idcounter

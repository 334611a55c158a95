#pragma once

#include "app/domain/rules.h"

namespace idcounter {

// Charges as they are stored, with the names that the fee table of a day has for them; with their codes where it has none.
inline QList<Charge> namedCharges(QList<Charge> charges, const Rules &rules, QDate day, const QString &region)
{
    const auto fees = rules.fees();
    for (Charge &charge : charges) {
        const auto listed = fees ? (*fees)->charge(charge.feeCode, day, region) : Result<Charge>(fees.error());
        charge.chinese = listed ? listed->chinese : charge.feeCode;
    }
    return charges;
}

} // namespace idcounter

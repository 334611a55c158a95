#pragma once

#include <QDate>

#include <optional>

namespace idcounter {

// The day on which so many years have passed: the same month and day; for 29 February in a common year 1 March
// (GA 214.8-2004, continued as GA/T 2000.16-2014; Qt's addYears() answers 28 February, which is not this rule).
QDate anniversary(QDate date, int years);

// Full years of age. Someone born on 29 February is a year older on 1 March of a common year.
int ageOn(QDate birthDate, QDate day);

// How long a card is valid.
struct CardValidity
{
    QDate from; // the day the police sign, not the day of acceptance
    std::optional<QDate> until; // empty: long-term (长期)
    int years = 0; // 0: long-term

    friend bool operator==(const CardValidity &, const CardValidity &) = default;
};

// By the age at signing: under 16 five years, 16 to 25 ten, 26 to 45 twenty, from 46 on long-term (Resident Identity Card
// Law, Art. 5).
CardValidity cardValidity(QDate birthDate, QDate signedOn);

// The first day in (from, to] on which the applicant crosses a limit of age (16, 26, 46), so that the card would be valid
// for another time than it seems today; a null date if there is none.
QDate validityChangesBetween(QDate birthDate, QDate from, QDate to);

} // namespace idcounter

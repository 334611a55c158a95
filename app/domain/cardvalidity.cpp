#include "app/domain/cardvalidity.h"

#include <array>

namespace idcounter {

namespace {

struct Step
{
    int fromAge;
    int years; // 0: long-term
};

constexpr std::array steps{Step{46, 0}, Step{26, 20}, Step{16, 10}, Step{0, 5}};

int yearsAt(int age)
{
    for (const Step &step : steps) {
        if (age >= step.fromAge)
            return step.years;
    }
    return steps.back().years;
}

} // namespace

QDate anniversary(QDate date, int years)
{
    const int year = date.year() + years;
    const QDate same(year, date.month(), date.day());
    return same.isValid() ? same : QDate(year, 3, 1);
}

int ageOn(QDate birthDate, QDate day)
{
    const int years = day.year() - birthDate.year();
    return anniversary(birthDate, years) <= day ? years : years - 1;
}

CardValidity cardValidity(QDate birthDate, QDate signedOn)
{
    const int years = yearsAt(ageOn(birthDate, signedOn));
    if (years == 0)
        return {.from = signedOn, .until = {}, .years = 0};
    return {.from = signedOn, .until = anniversary(signedOn, years), .years = years};
}

QDate validityChangesBetween(QDate birthDate, QDate from, QDate to)
{
    QDate first;
    for (const Step &step : steps) {
        const QDate day = anniversary(birthDate, step.fromAge);
        if (step.fromAge > 0 && day > from && day <= to && (first.isNull() || day < first))
            first = day;
    }
    return first;
}

} // namespace idcounter

#include "app/domain/draft.h"

#include "app/domain/uuidv7.h"

#include <algorithm>

namespace idcounter {

Draft Draft::begin(const Clock &clock, const QString &clerk)
{
    Draft draft;
    draft.id = makeUuidV7(clock);
    draft.openedOn = today(clock);
    draft.clerk = clerk;
    return draft;
}

std::optional<CitizenNumber> Draft::number() const
{
    const auto parsed = CitizenNumber::parse(applicant.number);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QDate Draft::birthDate() const
{
    const auto valid = number();
    return valid ? valid->birthDate() : applicant.birthDate;
}

bool Draft::isUntouched() const
{
    Draft untouched;
    untouched.id = id;
    untouched.openedOn = openedOn;
    untouched.clerk = clerk;
    untouched.applicant.issuer = applicant.issuer;
    return *this == untouched;
}

bool Draft::hasExceptions() const
{
    const bool fingerMissing = std::any_of(fingers.begin(), fingers.end(), [](const FingerRecord &finger) {
        return finger.result != FingerResult::Registered;
    });
    return fingerMissing || (photo && !photo->reasons.isEmpty()) || !business.reduction.isEmpty();
}

} // namespace idcounter

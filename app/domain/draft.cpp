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

QList<ExceptionKind> Draft::exceptions() const
{
    QList<ExceptionKind> found;
    if (std::any_of(fingers.begin(), fingers.end(),
                    [](const FingerRecord &finger) { return finger.result != FingerResult::Registered; }))
        found << ExceptionKind::FingerMissing;
    if (photo
        && (!photo->reasons.isEmpty()
            || std::any_of(photo->findings.begin(), photo->findings.end(),
                           [](const PhotoFinding &finding) { return finding.untested; })))
        found << ExceptionKind::PhotoReason;
    if (!business.reduction.isEmpty())
        found << ExceptionKind::Reduction;
    if (!applicant.unlocked.isEmpty())
        found << ExceptionKind::PersonUnlocked;
    return found;
}

void Draft::fillFromNumber()
{
    const auto valid = number();
    if (!valid || !applicant.unlocked.isEmpty())
        return;
    applicant.sex = QString::number(int(valid->sex()));
    applicant.birthDate = valid->birthDate();
}

bool Draft::hasExceptionsOf(const Draft &other) const
{
    const auto givenUp = [](const Draft &draft) {
        QStringList missing;
        for (const FingerRecord &finger : draft.fingers) {
            if (finger.result != FingerResult::Registered)
                missing << finger.finger + finger.reason;
        }
        return missing;
    };
    // A rule that nobody could measure is confirmed for the photo that was looked at.
    const auto untested = [](const Draft &draft) {
        QStringList rules;
        for (const PhotoFinding &finding : draft.photo ? draft.photo->findings : QList<PhotoFinding>()) {
            if (finding.untested)
                rules << finding.rule + draft.photo->capture.toString();
        }
        return rules;
    };
    const auto reasons
        = [](const Draft &draft) { return draft.photo ? draft.photo->reasons : QMap<QString, QString>(); };
    return givenUp(*this) == givenUp(other) && untested(*this) == untested(other) && reasons(*this) == reasons(other)
        && business.reduction == other.business.reduction && applicant.unlocked == other.applicant.unlocked;
}

bool Draft::hasFormOf(const Draft &other) const
{
    const auto photoOf = [](const Draft &draft) { return draft.photo ? draft.photo->capture : QUuid(); };
    return applicant == other.applicant && guardian == other.guardian && business == other.business
        && delivery == other.delivery && fingers == other.fingers && photoOf(*this) == photoOf(other);
}

QList<QUuid> Draft::captures() const
{
    QList<QUuid> named;
    if (photo)
        named << photo->capture << photo->picture;
    for (const FingerRecord &finger : fingers)
        named << finger.presses << finger.fingerTemplate;
    for (const SidePicture &picture : sidePictures)
        named << picture.capture;
    named.removeAll(QUuid());
    return named;
}

} // namespace idcounter

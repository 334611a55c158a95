#include "app/workflow/storedprints.h"

#include "app/biometrics/fingermatcher.h"

#include <algorithm>

namespace idcounter {

Result<StoredPrints> readPrints(Repositories &repositories, const Draft &draft)
{
    StoredPrints prints;
    const auto settings = StationSettings::load(repositories.station);
    if (!settings)
        return settings.error();
    prints.settings = *settings;
    for (const FingerRecord &record : draft.fingers) {
        for (const QUuid &press : record.presses) {
            const auto capture = repositories.captures.find(press);
            if (capture)
                prints.images[record.finger] << capture->bytes;
            else if (capture.error().code == Error::Code::RecordAltered
                     || capture.error().code == Error::Code::RecordMissing)
                prints.damaged << record.finger;
            else
                return capture.error();
        }
    }
    const auto number = draft.number();
    const auto earlier = number ? repositories.identities.enrolledOf(*number) : QList<EnrolledFinger>();
    if (!earlier)
        return earlier.error();
    for (const EnrolledFinger &finger : *earlier) {
        const auto stored = repositories.captures.find(finger.fingerTemplate);
        if (stored && finger.caseId != draft.id)
            prints.earlier << std::pair(finger.finger, stored->bytes);
    }
    return prints;
}

KnownPrints known(const StoredPrints &prints)
{
    KnownPrints features;
    for (auto finger = prints.images.begin(); finger != prints.images.end(); ++finger) {
        for (const QByteArray &image : finger.value()) {
            if (auto found = extract(QImage::fromData(image)))
                features.taken[finger.key()] << *std::move(found);
        }
    }
    for (const auto &[finger, bytes] : prints.earlier) {
        if (auto kept = FingerTemplate::fromBytes(bytes))
            features.before.insert(finger, *std::move(kept));
    }
    return features;
}

bool matchesAny(const FingerFeatures &press, const QList<FingerTemplate> &fingers)
{
    return std::any_of(fingers.begin(), fingers.end(),
                       [&press](const FingerTemplate &finger) { return score(press, finger) >= matchThreshold; });
}

bool isSwapped(const FingerFeatures &press, const QMultiMap<QString, FingerTemplate> &before, const QString &finger)
{
    QList<FingerTemplate> others;
    for (auto known = before.begin(); known != before.end(); ++known) {
        if (known.key() != finger)
            others << known.value();
    }
    return !matchesAny(press, before.values(finger)) && matchesAny(press, others);
}

} // namespace idcounter

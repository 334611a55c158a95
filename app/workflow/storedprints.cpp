#include "app/workflow/storedprints.h"

#include "app/biometrics/fingermatcher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int marksLookedAt = 1000;

Result<void> mark(const JournalRepository &journal, const QUuid &fingerTemplate, const Error &error, const Stamp &stamp)
{
    const QString action = u"template-damaged"_s;
    const QString object = fingerTemplate.toString(QUuid::WithoutBraces);
    const auto marked = journal.audits(action, marksLookedAt);
    if (!marked)
        return marked.error();
    if (std::any_of(marked->begin(), marked->end(),
                    [&object](const AuditEntry &entry) { return entry.object == object; }))
        return {};
    return journal.audit(action, object, name(error.code), stamp);
}

} // namespace

Result<EnrolledPrints> readEnrolled(Repositories &repositories, const QList<EnrolledFinger> &fingers,
                                    const Stamp &stamp)
{
    EnrolledPrints prints;
    for (const EnrolledFinger &finger : fingers) {
        const auto stored = repositories.captures.find(finger.fingerTemplate);
        auto opened = stored ? FingerTemplate::fromBytes(stored->bytes) : Result<FingerTemplate>(stored.error());
        if (opened) {
            prints.fingers.insert(finger.finger, *std::move(opened));
            continue;
        }
        const Error::Code code = opened.error().code;
        if (code != Error::Code::TemplateDamaged && code != Error::Code::RecordAltered
            && code != Error::Code::RecordMissing)
            return opened.error();
        prints.isDamaged = true;
        if (auto marked = mark(repositories.journal, finger.fingerTemplate, opened.error(), stamp); !marked)
            return marked.error();
    }
    return prints;
}

Result<StoredPrints> readPrints(Repositories &repositories, const Draft &draft, const Stamp &stamp)
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
    const auto known = number ? repositories.identities.enrolledOf(*number) : QList<EnrolledFinger>();
    if (!known)
        return known.error();
    QList<EnrolledFinger> earlier = *known;
    earlier.removeIf([&draft](const EnrolledFinger &finger) { return finger.caseId == draft.id; });
    auto before = readEnrolled(repositories, earlier, stamp);
    if (!before)
        return before.error();
    prints.before = *std::move(before);
    return prints;
}

QMap<QString, QList<FingerFeatures>> featuresOf(const QMap<QString, QList<QByteArray>> &images)
{
    QMap<QString, QList<FingerFeatures>> features;
    for (auto finger = images.begin(); finger != images.end(); ++finger) {
        for (const QByteArray &image : finger.value()) {
            if (auto found = extract(QImage::fromData(image)))
                features[finger.key()] << *std::move(found);
        }
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

#include "app/workflow/reportedcases.h"

#include "app/biometrics/fingertemplate.h"
#include "app/biometrics/isorecords.h"
#include "app/domain/caseguards.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

Result<ReportedCase> gather(Repositories &repositories, const Standing &standing, const Station &station)
{
    const Draft &form = standing.accepted.form;
    ReportedCase reported{.round = standing.progress.round + 1,
                          .kind = waitsAs(standing).value_or(PackedKind::Application),
                          .defect = standing.progress.defect,
                          .recall = standing.progress.recall,
                          .accepted = standing.accepted,
                          .unit = station.unitCode + u"000"_s,
                          .unitName = station.name,
                          .clerk = standing.accepted.acceptedBy};
    if (reported.kind != PackedKind::Application) {
        reported.round = standing.progress.round; // of the card that is at fault, or the case that is wanted back
        return reported;
    }
    const auto history = repositories.lives.history(standing.accepted.id);
    if (!history)
        return history.error();
    for (const LifeEntry &entry : *history) {
        if (entry.event == u"approve") {
            reported.reviewer = entry.person;
            reported.reviewedAt = entry.at;
        }
    }
    if (form.photo) {
        const auto photo = repositories.captures.find(form.photo->capture);
        if (!photo)
            return photo.error();
        reported.photo = photo->bytes;
    }
    for (const FingerRecord &record : form.fingers) {
        ReportedFinger finger{.position = record.finger,
                              .result = int(record.result),
                              .quality = record.quality,
                              .reason = record.reason};
        if (record.result == FingerResult::Registered && !record.presses.isEmpty()) {
            const auto image = repositories.captures.find(record.presses.first());
            if (!image)
                return image.error();
            finger.image = image->bytes;
            const auto stored = repositories.captures.find(record.fingerTemplate);
            if (!stored)
                return stored.error();
            finger.minutiae = stored->bytes; // turned into a record where it is written
        }
        reported.fingers << finger;
    }
    // The record has room for two: those that were taken go before those that could not be.
    std::stable_partition(reported.fingers.begin(), reported.fingers.end(),
                          [](const ReportedFinger &finger) { return !finger.image.isEmpty(); });
    return reported;
}

Result<void> standardise(ReportedCase &reported)
{
    for (ReportedFinger &finger : reported.fingers) {
        if (finger.minutiae.isEmpty())
            continue;
        const auto stored = FingerTemplate::fromBytes(finger.minutiae);
        if (!stored)
            return stored.error();
        if (stored->presses().isEmpty())
            return Error{Error::Code::TemplateDamaged, {}};
        const FingerFeatures &press = stored->presses().first();
        const iso::MinutiaeRecord record{
            .size = press.size(), .views = {iso::viewOf(press, iso::positionOf(finger.position), finger.quality)}};
        finger.minutiae = record.toBytes();
    }
    return {};
}

} // namespace idcounter

#include "app/domain/steplimit.h"

#include "app/domain/clock.h"

using namespace Qt::StringLiterals;

namespace idcounter {

StepLimit stepLimit(const Standing &standing)
{
    const CaseProgress &progress = standing.progress;
    const QDate since = stationTime(progress.since).date();
    switch (standing.accepted.state) {
    case CaseState::Defective:
        return progress.defectReported ? StepLimit{u"REMAKE"_s, progress.defectOn} : StepLimit{{}, progress.defectOn};
    case CaseState::Reported:
        return {u"COUNTY_REVIEW"_s, since};
    case CaseState::CountySigned:
        return {u"CITY_CHECK"_s, since};
    case CaseState::CentreAccepted:
    case CaseState::InProduction:
        return progress.defectOn.isValid() ? StepLimit{u"REMAKE"_s, progress.defectOn}
                                           : StepLimit{u"PRODUCTION"_s, since};
    case CaseState::Produced:
        return progress.defectOn.isValid() ? StepLimit{u"REMAKE"_s, progress.defectOn} : StepLimit{};
    case CaseState::Dispatched:
        return progress.defectOn.isValid() ? StepLimit{u"REMAKE"_s, progress.defectOn}
                                           : StepLimit{u"COUNTY_TO_STATION"_s, since};
    case CaseState::Received:
        return {u"STATION_NOTICE"_s, since};
    default:
        return {};
    }
}

} // namespace idcounter

#include "app/biometrics/fingerquality.h"

#include <algorithm>

namespace idcounter {

FingerQuality assess(const FingerFeatures &features)
{
    const PressFigures &figures = features.figures();
    double good = 0;
    for (const Minutia &minutia : features.minutiae())
        good += minutia.reliability > 0.5 ? 1 : 0;
    const double score = 100 * std::min(1.0, good / 30) * std::min(1.0, figures.area / 150);
    FingerQuality quality;
    quality.score = std::max(1, static_cast<int>(score));
    if (figures.area < 60)
        quality.reasons.append(Error::Code::FingerTooSmall);
    return quality;
}

FingerQuality assess(const QImage &impression)
{
    const auto features = extract(impression);
    if (!features)
        return {.score = 0, .reasons = {features.error().code}};
    return assess(*features);
}

} // namespace idcounter

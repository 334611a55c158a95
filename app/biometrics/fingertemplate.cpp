#include "app/biometrics/fingertemplate.h"

#include "app/biometrics/fingermatcher.h"

#include <algorithm>

namespace idcounter {

FingerTemplate::FingerTemplate(QList<FingerFeatures> presses)
    : m_presses(std::move(presses))
{
    Q_ASSERT(m_presses.size() <= maxPresses);
}

double score(const FingerFeatures &press, const FingerTemplate &finger)
{
    double best = 0;
    for (const FingerFeatures &kept : finger.presses())
        best = std::max(best, score(press, kept));
    return best;
}

bool agrees(const FingerFeatures &press, const QList<FingerFeatures> &earlier)
{
    return earlier.isEmpty() || std::any_of(earlier.begin(), earlier.end(), [&press](const FingerFeatures &other) {
               return score(press, other) >= matchThreshold;
           });
}

bool sameFinger(const FingerTemplate &a, const FingerTemplate &b)
{
    return std::any_of(a.presses().begin(), a.presses().end(),
                       [&b](const FingerFeatures &press) { return score(press, b) >= matchThreshold; });
}

} // namespace idcounter

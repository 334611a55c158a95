#include "app/biometrics/fingermatcher.h"

#include "app/biometrics/alignment.h"
#include <tuple>

namespace idcounter {

double score(const FingerFeatures &probe, const FingerFeatures &gallery)
{
    const auto key = [](const FingerFeatures &f) { return f.minutiae().size(); };
    if (key(gallery) < key(probe))
        return score(gallery, probe);
    const Alignment r = align(probe, gallery);
    return 100 * r.supportTop;
}

} // namespace idcounter

#pragma once

#include "app/biometrics/minutiae.h"

namespace idcounter {

// Several presses of one finger, as they are kept for comparing.
class FingerTemplate
{
public:
    static constexpr qsizetype maxPresses = 16;

    FingerTemplate() = default;
    explicit FingerTemplate(QList<FingerFeatures> presses);

    // Errors: TemplateDamaged (cut, changed, of another format or a newer version).
    static Result<FingerTemplate> fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const;

    const QList<FingerFeatures> &presses() const { return m_presses; }

    friend bool operator==(const FingerTemplate &, const FingerTemplate &) = default;

private:
    QList<FingerFeatures> m_presses;
};

// The best score of a press over the presses of a template; 0 for an empty one.
double score(const FingerFeatures &press, const FingerTemplate &finger);

// Whether a press may be counted to a finger that is being enrolled: it must agree with one of the earlier presses. The
// first press always does.
bool agrees(const FingerFeatures &press, const QList<FingerFeatures> &earlier);

// Whether two templates hold the same finger: the best of all presses against all. One press against one press misses too
// many.
bool sameFinger(const FingerTemplate &a, const FingerTemplate &b);

} // namespace idcounter

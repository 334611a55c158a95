#pragma once

#include "app/biometrics/minutiae.h"

#include <QLineF>

#include <algorithm>

namespace idcounter::test {

// The share of an outside extractor's points that ours has too, within a ridge's distance.
inline double shareFound(const QList<QPointF> &theirs, const QList<Minutia> &ours)
{
    constexpr double ridge = 9; // pixels at 500 dpi
    const auto found = std::count_if(theirs.begin(), theirs.end(), [&ours](const QPointF &point) {
        return std::any_of(ours.begin(), ours.end(), [&point](const Minutia &minutia) {
            return QLineF(point, minutia.position).length() <= ridge;
        });
    });
    return theirs.isEmpty() ? 0 : double(found) / double(theirs.size());
}

} // namespace idcounter::test

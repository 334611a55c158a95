#include "app/biometrics/fingerquality.h"

#include <algorithm>

namespace idcounter {

namespace {

// The figures of 48 presses of FVC2002 and FVC2004 DB1 (fingers 101 to 103), by how many pairs of a finger libfprint's matcher
// accepts when the worst presses are refused (packaging/bench finger). How clear the ridges are adds nothing to the number of
// minutiae that can be compared.
constexpr double enoughCylinders = 50; // minutiae that can be compared; more do not help
constexpr double enoughArea = 120; // mm²
constexpr double evenRidges = 0.05; // unevenness of a finger set down without a twist
constexpr double twistedRidges = 0.10;
constexpr double twistedScore = 0.7; // what is left of the score then; a few fingers have such ridges by nature

constexpr double smallArea = 90; // mm²
constexpr double farOff = 0.35;
constexpr int cutCells = 3; // of RidgeCells on the impression's edge: there the finger goes on beyond it
constexpr double poorClarity = 0.66;
constexpr double smearedClarity = 0.5;
constexpr double twistedBeyondNature = 0.14; // unevenness that no finger has of itself
constexpr double dryShare = 0.29; // of the finger that is dark: ridges are broken into dots
constexpr double wetShare = 0.62; // valleys are closed

int cellsOnEdge(const RidgeCells &cells)
{
    int count = 0;
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column) {
            const bool edge = row == 0 || column == 0 || row == cells.rows - 1 || column == cells.columns - 1;
            count += edge && cells.orientations[row * cells.columns + column] != RidgeCells::noFinger ? 1 : 0;
        }
    }
    return count;
}

QPointF offCentre(const FingerFeatures &features)
{
    const RidgeCells &cells = features.cells();
    QPointF sum;
    int count = 0;
    for (int row = 0; row < cells.rows; ++row) {
        for (int column = 0; column < cells.columns; ++column) {
            if (cells.orientations[row * cells.columns + column] == RidgeCells::noFinger)
                continue;
            sum += QPointF(column + 0.5, row + 0.5) * RidgeCells::cellSize;
            ++count;
        }
    }
    if (count == 0)
        return {};
    const QSize size = features.size();
    const QPointF middle(size.width() / 2.0, size.height() / 2.0);
    return (sum / count - middle) * 2 / std::min(size.width(), size.height());
}

QList<Error::Code> reasons(const FingerFeatures &features)
{
    const PressFigures &figures = features.figures();
    QList<Error::Code> found;
    if (figures.area < smallArea)
        found.append(Error::Code::FingerTooSmall);
    if (figures.offset > farOff && cellsOnEdge(features.cells()) >= cutCells)
        found.append(Error::Code::FingerOffCentre);
    if (figures.clarity < poorClarity && figures.darkShare < dryShare)
        found.append(Error::Code::FingerTooDry);
    else if (figures.clarity < poorClarity && figures.darkShare > wetShare)
        found.append(Error::Code::FingerTooWet);
    else if (figures.clarity < smearedClarity)
        found.append(Error::Code::FingerSmeared);
    if (figures.unevenness > twistedBeyondNature)
        found.append(Error::Code::FingerMoved);
    return found;
}

} // namespace

FingerQuality assess(const FingerFeatures &features)
{
    const PressFigures &figures = features.figures();
    const auto cylinders = static_cast<double>(features.cylinders().list().size());
    const double twist = std::clamp((figures.unevenness - evenRidges) / (twistedRidges - evenRidges), 0.0, 1.0);
    const double share = std::min(1.0, cylinders / enoughCylinders) * std::min(1.0, figures.area / enoughArea)
        * (1 - twist * (1 - twistedScore));
    return {.score = std::clamp(qRound(100 * share), 1, 100),
            .reasons = reasons(features),
            .offCentre = idcounter::offCentre(features)};
}

FingerQuality assess(const QImage &impression)
{
    const auto features = extract(impression);
    if (!features)
        return {.score = 0, .reasons = {features.error().code}, .offCentre = {}};
    return assess(*features);
}

} // namespace idcounter

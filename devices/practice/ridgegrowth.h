#pragma once

#include "devices/practice/ridgeflow.h"

namespace idcounter {

// The height of the skin over RidgeFlow::size: -127 the bottom of a valley .. 127 the crest of a ridge.
using RidgeRelief = Grid<qint16>;

// Grows ridges along a flow: a few seeds, filtered again and again with the wave the flow asks for at each point, until
// they have spread over the finger (the idea of SFinGe: Cappelli, Maio, Maltoni 2000). Where growing patches meet out of
// step a ridge must end or fork, so that the minutiae come by themselves and differ with the seed.
//
// Kernels and directions are rounded to whole numbers first and all else is integer arithmetic: the same relief on every
// machine.
RidgeRelief growRidges(const RidgeFlow &flow, quint64 seed);

} // namespace idcounter

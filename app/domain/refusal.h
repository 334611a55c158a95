#pragma once

#include "app/domain/eligibility.h"

namespace idcounter {

// An application that was turned down at the counter (不予受理), and why.
struct Refusal
{
    QUuid caseId;
    QDate day;
    QList<Obstacle> obstacles; // everything that stood against it
    QString note; // what the clerk added

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

// Those that stand in the way of an acceptance, without what only warns.
QList<Obstacle> stopping(const QList<Obstacle> &obstacles);

} // namespace idcounter

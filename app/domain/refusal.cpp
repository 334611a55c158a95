#include "app/domain/refusal.h"

namespace idcounter {

QList<Obstacle> stopping(const QList<Obstacle> &obstacles)
{
    QList<Obstacle> found;
    for (const Obstacle &obstacle : obstacles) {
        if (obstacle.kind != Obstacle::Kind::Warn)
            found << obstacle;
    }
    return found;
}

} // namespace idcounter

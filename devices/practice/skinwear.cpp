#include "devices/practice/skinwear.h"

#include <QRect>

#include <cmath>

namespace idcounter {

namespace {

enum Stream : quint64 { CreaseStream = 30, WornStream, GrainStream };

constexpr int mostCreases = 3;
constexpr float wornCell = 42; // pixels at 500 dpi
constexpr float grainCell = 3.2F;

// Takes away the ridges within the crease's width, less towards its rim.
void cutAt(RidgeRelief &wear, double x, double y, double halfWidth)
{
    const int reach = static_cast<int>(halfWidth) + 2;
    for (int down = -reach; down <= reach; ++down) {
        for (int right = -reach; right <= reach; ++right) {
            const int column = static_cast<int>(x) + right;
            const int row = static_cast<int>(y) + down;
            if (!QRect(QPoint(), RidgeFlow::size).contains(column, row))
                continue;
            const double distance = std::sqrt((column - x) * (column - x) + (row - y) * (row - y));
            const double depth = qBound(0.0, halfWidth + 1 - distance, 1.0) * 200;
            qint16 &lost = wear.at(column, row);
            lost = qMax(lost, static_cast<qint16>(depth));
        }
    }
}

// A crease runs nearly straight, mostly across the finger, and thins out at both ends.
void cutCrease(RidgeRelief &wear, Dice &dice)
{
    const int length = 60 + dice.below(120);
    const double halfWidth = dice.uniform(0.6, 2.0);
    double x = dice.uniform(70, RidgeFlow::size.width() - 130);
    double y = dice.uniform(120, RidgeFlow::size.height() - 100);
    double slope = dice.uniform(-0.7, 0.7);
    for (int i = 0; i < length; ++i) {
        cutAt(wear, x, y, halfWidth * 4 * i * (length - i) / length / length);
        slope += dice.uniform(-0.03, 0.03);
        x += 1;
        y += slope;
    }
}

} // namespace

RidgeRelief wearOf(quint64 seed)
{
    const Unevenness worn(Dice(seed, WornStream), RidgeFlow::size, wornCell);
    const Unevenness grain(Dice(seed, GrainStream), RidgeFlow::size, grainCell);
    RidgeRelief wear(RidgeFlow::size);
    for (int y = 0; y < RidgeFlow::size.height(); ++y) {
        for (int x = 0; x < RidgeFlow::size.width(); ++x) {
            const auto right = static_cast<float>(x);
            const auto down = static_cast<float>(y);
            const float spots = qMax(0.0F, worn.at(right, down) - 0.25F) * qMax(0.0F, grain.at(right, down) + 0.3F);
            wear.at(x, y) = static_cast<qint16>(90 * spots);
        }
    }
    Dice dice(seed, CreaseStream);
    for (int count = dice.below(mostCreases + 1); count > 0; --count)
        cutCrease(wear, dice);
    return wear;
}

} // namespace idcounter

#include "devices/practice/press.h"

#include "devices/practice/dice.h"

namespace idcounter {

namespace {

constexpr quint64 pressStream = 1ULL << 32; // and the number: none of the finger's own streams

float drawFrom(Dice &dice, Range range)
{
    return static_cast<float>(dice.uniform(range.lowest, range.highest));
}

QVector2D drawPoint(Dice &dice, Range across, Range down)
{
    const float x = drawFrom(dice, across);
    return {x, drawFrom(dice, down)};
}

void plantFault(Press &press, Dice &dice)
{
    const float side = dice.below(2) ? 1 : -1;
    switch (press.kind) {
    case PressKind::Ordinary:
    case PressKind::Blank:
        break;
    case PressKind::Dry:
        press.moisture = drawFrom(dice, {-1.7, -1.4});
        press.force = drawFrom(dice, {-1.2, -0.8});
        break;
    case PressKind::Wet:
        press.moisture = drawFrom(dice, {2.0, 2.6});
        press.force = drawFrom(dice, {0.9, 1.2});
        break;
    case PressKind::Smeared:
        press.smear = {side * drawFrom(dice, {14, 24}), drawFrom(dice, {-16, 16})};
        break;
    case PressKind::Partial:
        press.contact = {side * drawFrom(dice, {60, 80}), drawFrom(dice, {-90, -60})};
        press.halfWidth = drawFrom(dice, {48, 62});
        press.halfHeight = drawFrom(dice, {52, 70});
        break;
    }
}

} // namespace

Press Press::draw(quint64 fingerSeed, int number, PressKind kind)
{
    using namespace pressrange;
    Dice dice(fingerSeed, pressStream + static_cast<quint64>(number));
    Press press{};
    press.kind = kind;
    press.seed = dice.next();
    press.shift = drawPoint(dice, pressrange::shift, pressrange::shift);
    press.turn = drawFrom(dice, pressrange::turn);
    press.contact = drawPoint(dice, roll, tip);
    press.halfWidth = drawFrom(dice, pressrange::halfWidth);
    press.halfHeight = drawFrom(dice, pressrange::halfHeight);
    press.stretch = drawFrom(dice, pressrange::stretch);
    press.moisture = drawFrom(dice, pressrange::moisture);
    press.force = drawFrom(dice, pressrange::force);
    press.roughness = drawFrom(dice, pressrange::roughness);
    press.ink = drawFrom(dice, pressrange::ink);
    press.plate = drawFrom(dice, pressrange::plate);
    press.noise = drawFrom(dice, pressrange::noise);
    plantFault(press, dice);
    return press;
}

} // namespace idcounter

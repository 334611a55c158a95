#include "devices/practice/press.h"

#include "devices/practice/dice.h"

namespace idcounter {

namespace {

constexpr quint64 pressStream = 20;

double drawFrom(Dice &dice, Range range)
{
    return dice.uniform(range.lowest, range.highest);
}

QPointF drawPoint(Dice &dice, Range across, Range down)
{
    const double x = drawFrom(dice, across);
    return {x, drawFrom(dice, down)};
}

void plantFault(Press &press, Dice &dice)
{
    const double side = dice.below(2) ? 1 : -1;
    switch (press.kind) {
    case PressKind::Ordinary:
    case PressKind::Blank:
        break;
    case PressKind::Dry:
        press.moisture = dice.uniform(-1.7, -1.4);
        press.force = dice.uniform(-1.2, -0.8);
        break;
    case PressKind::Wet:
        press.moisture = dice.uniform(1.6, 2.0);
        press.force = dice.uniform(0.9, 1.2);
        break;
    case PressKind::Smeared:
        press.smear = {side * dice.uniform(14, 24), dice.uniform(-16, 16)};
        break;
    case PressKind::Partial:
        press.contact = {side * dice.uniform(60, 80), dice.uniform(-90, -60)};
        press.halfWidth = dice.uniform(48, 62);
        press.halfHeight = dice.uniform(52, 70);
        break;
    }
}

} // namespace

Press Press::draw(quint64 fingerSeed, int number, PressKind kind)
{
    using namespace pressrange;
    Dice dice(fingerSeed, pressStream + static_cast<quint64>(number));
    // Not a designated list: the order of the throws is part of the picture.
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
    press.ink = drawFrom(dice, pressrange::ink);
    press.plate = drawFrom(dice, pressrange::plate);
    press.noise = drawFrom(dice, pressrange::noise);
    plantFault(press, dice);
    return press;
}

} // namespace idcounter

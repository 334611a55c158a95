#include "devices/practice/clothpaint.h"

#include "devices/practice/practicenoise.h"

namespace idcounter {

namespace {

Colour clothColour(const PracticePerson &person, const FacePose &pose)
{
    if (pose.fault == PracticeFault::WhiteClothes)
        return colour(238, 238, 236);
    switch (person.cloth) {
    case 0:
        return colour(42, 52, 84);
    case 1:
        return colour(62, 64, 70);
    case 2:
        return colour(98, 42, 50);
    case 3:
        return colour(44, 72, 60);
    case 4:
        return colour(76, 52, 84);
    case 5:
        return colour(46, 46, 50);
    case 6:
        return colour(34, 74, 84);
    default:
        return colour(88, 66, 52);
    }
}

// How far a place is inside the cloth, in mm; below 0 the neckline leaves it free.
float insideCloth(Neckline neckline, float x, float y)
{
    const float side = std::abs(x);
    switch (neckline) {
    case Neckline::Round:
        return 36 * (std::hypot(x / 54, (y + 110) / 36) - 1);
    case Neckline::Vee:
        return (side * 1.5F - (y + 184)) * 0.55F;
    case Neckline::Collar:
        return (side * 1.7F - (y + 166)) * 0.5F;
    case Neckline::Jacket:
        return (side * 2.0F - (y + 156)) * 0.45F;
    }
    Q_UNREACHABLE();
}

void shadeBy(Surface &surface, float share)
{
    surface.albedo *= 1 - std::clamp(share, 0.0F, 1.0F);
}

// Flaps that lie on the cloth on both sides of the neck, and a strip with buttons below.
void paintCollar(Surface &surface, float x, float y, float inside)
{
    const float side = std::abs(x);
    const float end = 0.62F * side - 190;
    const float flap = smoothStep(17.5F, 16.5F, inside) * smoothStep(-0.6F, 0.6F, y - end);
    surface.albedo = mixed(surface.albedo, surface.albedo * 1.35F, flap);
    const float outline = std::max(hill(inside - 17.3F, 0.9F) * smoothStep(-1, 1, y - end),
                                   hill(y - end, 0.9F) * smoothStep(18, 16, inside));
    shadeBy(surface, 0.5F * outline);
    if (y > -186)
        return;
    shadeBy(surface, 0.35F * hill(x - 8, 0.7F));
    const float row = std::fmod(-y, 34.0F) - 17;
    shadeBy(surface, -0.9F * smoothStep(3.1F, 2.5F, std::hypot(x, row)));
}

// A shirt with its collar between the lapels of a jacket.
void paintJacket(Surface &surface, const PracticePerson &person, float x, float y, float inside)
{
    const float side = std::abs(x);
    const float lapel = (side * 2.05F - (y + 292)) * 0.42F; // mm inside the jacket
    const Colour shirt = person.cloth % 2 == 0 ? colour(150, 168, 190) : colour(172, 160, 150);
    if (lapel < 0) {
        surface.albedo = mixed(surface.albedo, shirt, smoothStep(0, -0.8F, lapel));
        const float flap = 1.05F * side - 196 + 12;
        shadeBy(surface, 0.35F * hill(y - flap, 0.9F) * smoothStep(40, 36, side) * smoothStep(-0.5F, 0.5F, inside));
        shadeBy(surface, 0.22F * hill(x, 0.8F) * smoothStep(-176, -180, y));
        shadeBy(surface, 0.35F * hill(lapel, 5));
        return;
    }
    const float notch
        = hill(y + 196 - 0.35F * (side - 60), 0.9F) * smoothStep(22, 26, lapel) * smoothStep(52, 48, lapel);
    shadeBy(surface, 0.5F * notch + 0.45F * hill(lapel - 48 + 0.10F * (y + 200), 0.9F) * smoothStep(-152, -170, y));
    shadeBy(surface, -0.20F * smoothStep(48, 46, lapel - 0.10F * (y + 200)));
}

} // namespace

Surface paintCloth(const PracticePerson &person, const FacePose &pose, const FacePaint &skin, float x, float y)
{
    const float inside = insideCloth(person.neckline, x, y);
    if (inside < -0.5F) {
        Surface bare = skin.neck(x, y);
        shadeBy(bare, 0.25F * hill(inside, 3));
        return bare;
    }
    const auto seed = static_cast<quint32>(person.seed) + 31;
    const float folds = smoothNoise(seed, (x + 0.5F * y) / 46, (y - 0.3F * x) / 70);
    const float weave = smoothNoise(seed + 1, x / 0.9F, y / 0.9F);
    Surface surface{
        .albedo = clothColour(person, pose) * (1 + 0.10F * folds + 0.10F * weave), .gloss = 0.012F, .polish = 5};
    if (person.neckline == Neckline::Collar)
        paintCollar(surface, x, y, inside);
    if (person.neckline == Neckline::Jacket)
        paintJacket(surface, person, x, y, inside);
    if (person.neckline == Neckline::Round || person.neckline == Neckline::Vee)
        shadeBy(surface, 0.35F * hill(inside - 8.5F, 0.9F) + 0.10F * smoothStep(9, 7, inside));
    return surface;
}

} // namespace idcounter

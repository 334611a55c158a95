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
    case Neckline::High:
        return 32 * (std::hypot(x / 56, (y + 94) / 32) - 1);
    case Neckline::Vee:
        return (side * 1.5F - (y + 184)) * 0.55F;
    case Neckline::Collar:
    case Neckline::Jacket:
        return (side * 0.8F - (y + 160)) * 0.78F;
    }
    Q_UNREACHABLE();
}

void shadeBy(Surface &surface, float share)
{
    surface.albedo *= 1 - std::clamp(share, 0.0F, 1.0F);
}

// The leaves of a collar on both sides of the throat, which end in points, and the strip with the buttons below.
void paintCollar(Surface &surface, float x, float y, float inside)
{
    const float side = std::abs(x);
    const float outer = (y + 194 - 1.5F * (side - 30)) * 0.55F; // mm from the three edges of a leaf
    const float front = (y + 160 + 1.15F * side) * 0.66F;
    const float leaf = std::min({inside, outer, front});
    surface.albedo = mixed(surface.albedo, surface.albedo * 1.3F, smoothStep(-0.4F, 0.4F, leaf));
    shadeBy(surface,
            0.42F * hill(std::min(outer, front) + 0.8F, 1.0F)
                * smoothStep(-2, 1, std::min({inside, outer + 3, front + 3})));
    if (leaf > 0 || y > -166)
        return;
    shadeBy(surface, 0.30F * hill(x - 9, 0.7F));
    const float row = std::fmod(-y, 38.0F) - 19;
    const float button = smoothStep(3.1F, 2.5F, std::hypot(x, row));
    surface.albedo = mixed(surface.albedo, surface.albedo * 1.7F, button);
}

// A shirt with its collar between the lapels of a jacket.
void paintJacket(Surface &surface, const PracticePerson &person, bool isWhite, float x, float y, float inside)
{
    const float side = std::abs(x);
    const float opening = (side - 2 - 0.36F * (y + 305)) * 0.94F; // mm inside the jacket
    if (opening < 0) {
        const Colour shirt = person.cloth % 2 == 0 ? colour(146, 164, 186) : colour(168, 156, 146);
        surface.albedo = isWhite ? surface.albedo : shirt;
        paintCollar(surface, x, y, inside);
        shadeBy(surface, 0.40F * hill(opening, 4));
        return;
    }
    const float width = 44 - 0.22F * std::max(0.0F, -200 - y); // of the lapel
    const float notch = y + 198 - 0.45F * (side - 60);
    const float lapel = width - opening - (notch > 0 ? 9.0F : 0.0F);
    shadeBy(surface,
            0.5F * hill(lapel, 0.9F)
                + 0.4F * hill(notch, 0.9F) * smoothStep(20, 24, opening) * smoothStep(-2, 0, lapel));
    surface.albedo = mixed(surface.albedo, surface.albedo * 1.22F, smoothStep(0, 1, lapel));
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
        .albedo = clothColour(person, pose) * (1 + 0.10F * folds + 0.06F * weave), .gloss = 0.012F, .polish = 5};
    if (person.neckline == Neckline::Collar)
        paintCollar(surface, x, y, inside);
    if (person.neckline == Neckline::Jacket)
        paintJacket(surface, person, pose.fault == PracticeFault::WhiteClothes, x, y, inside);
    if (person.neckline != Neckline::Collar && person.neckline != Neckline::Jacket)
        shadeBy(surface, 0.35F * hill(inside - 8.5F, 0.9F) + 0.10F * smoothStep(9, 7, inside));
    return surface;
}

} // namespace idcounter

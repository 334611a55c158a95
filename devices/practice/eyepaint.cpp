#include "devices/practice/eyepaint.h"

#include "devices/practice/headshape.h"

namespace idcounter {

namespace {

constexpr float halfWidth = 14.75F; // mm from the middle of an eye to its corner

// The lids at one place of the eye.
struct Lids
{
    float along; // -1 at the inner corner .. 1 at the outer
    float upper; // mm
    float lower;
    float crease; // of the upper lid
    float level; // of the line between the corners
};

Lids lidsAt(const PracticePerson &person, float opening, float offset)
{
    const float along = offset / halfWidth;
    const float level = person.eyeTilt * along;
    const float rise = std::max(0.0F, 1 - std::pow(std::abs(along), 2.1F));
    const float open = 6.2F * person.eyeHeight * std::pow(rise, 0.72F);
    const float shut = -2.9F * std::pow(rise, 0.8F);
    const float upper = open * opening + shut * (1 - opening);
    const float lower = -3.9F * std::pow(rise, 0.8F) * (0.72F + 0.28F * opening);
    const float fold = 2.6F + 0.9F * smoothStep(-1, 0.6F, along) + 1.6F * (1 - opening);
    return {along, level + upper, level + lower, level + upper + fold * std::pow(rise + 0.04F, 0.35F), level};
}

void paintLids(Surface &surface, const Lids &lids, const Colour &shade, float opening, float y)
{
    const float within = smoothStep(1.22F, 0.92F, std::abs(lids.along));
    const float crease = hill(y - lids.crease, 0.75F) * within;
    surface.albedo = mixed(surface.albedo, shade, 0.42F * crease * (0.15F + 0.85F * opening));
    // The lid itself, between lashes and crease, and the soft edge below the eye.
    const float lid = smoothStep(0, 0.8F, y - lids.upper) * smoothStep(0.4F, -0.4F, y - lids.crease) * within;
    surface.albedo = mixed(surface.albedo, shade, 0.10F * lid);
    const float pouch = hill(y - lids.lower + 4.2F, 1.0F) * smoothStep(1.05F, 0.6F, std::abs(lids.along));
    surface.albedo = mixed(surface.albedo, shade, 0.12F * pouch);
}

// The eyeball at an offset of (dx, dy) mm from the middle of the iris.
Surface eyeball(const Lids &lids, const PracticePerson &person, float dx, float dy, float y)
{
    const float radius = std::hypot(dx, dy);
    const float dull = 1 - 0.035F * static_cast<float>(person.skinTone);
    const float round = 1 - 0.34F * lids.along * lids.along;
    Colour white = Colour(0.74F, 0.70F, 0.67F) * (dull * round);
    white = mixed(white, colour(206, 140, 128), 0.75F * smoothStep(-0.80F, -0.97F, lids.along));

    const float glow = 0.55F + 0.85F * smoothStep(3, -5, dy) * smoothStep(1.8F, 4.2F, radius);
    Colour iris = colour(92, 58, 36) * glow;
    iris = mixed(iris, colour(26, 18, 15), smoothStep(4.5F, 5.8F, radius));
    iris = mixed(iris, colour(9, 8, 8), smoothStep(2.85F, 2.25F, radius));
    Colour eye = mixed(white, iris, smoothStep(6.15F, 5.65F, radius));

    // The upper lid throws a shadow on the ball.
    eye *= 1 - 0.55F * smoothStep(3.0F, 0.0F, lids.upper - y);
    // The light is seen in the eye, and the room a little on the other side.
    const float light = smoothStep(1.35F, 0.85F, std::hypot(dx + 1.8F, dy - 2.0F));
    const float room = 0.10F * smoothStep(1.8F, 0.6F, std::hypot(dx - 2.0F, dy + 2.2F));
    eye = mixed(eye, {0.95F, 0.95F, 0.95F}, std::min(1.0F, light + room));
    return {.albedo = eye, .gloss = 0, .polish = 12, .softness = 0.5F};
}

void paintLashes(Surface &surface, const PracticePerson &person, const Lids &lids, float opening, float y)
{
    const Colour dark = colour(30, 24, 24);
    const float outer = smoothStep(-1, 1, lids.along);
    const float ends = smoothStep(person.woman ? 1.12F : 1.04F, 0.96F, std::abs(lids.along));
    const float weight = (person.woman ? 1.25F : 0.95F) * (0.55F + 0.45F * outer) * (0.6F + 0.4F * opening);
    const float upper
        = smoothStep(weight + 0.45F, weight - 0.3F, y - lids.upper) * smoothStep(-0.75F, -0.25F, y - lids.upper);
    surface.albedo = mixed(surface.albedo, dark, 0.92F * upper * ends);
    const float lower = hill(y - lids.lower + 0.25F, 0.38F) * (0.18F + 0.30F * outer);
    surface.albedo = mixed(surface.albedo, dark, lower * ends);
}

} // namespace

void paintEye(Surface &surface, const PracticePerson &person, const FacePose &pose, const Colour &shade, float x,
              float y)
{
    const float side = x < 0 ? -1.0F : 1.0F;
    const float offset = std::abs(x) - HeadShape::eyeDistance / 2;
    if (std::abs(offset) > 20 || y > 18 || y < -14)
        return;
    const auto opening = static_cast<float>(pose.eyeOpening);
    const Lids lids = lidsAt(person, opening, offset);
    paintLids(surface, lids, shade, opening, y);
    const float inside = smoothStep(-0.25F, 0.25F, std::min(lids.upper - y, y - lids.lower));
    if (inside > 0 && std::abs(lids.along) < 1) {
        const Surface ball = eyeball(lids, person, x - side * HeadShape::eyeDistance / 2, y - irisHeight, y);
        surface.albedo = mixed(surface.albedo, ball.albedo, inside);
        surface.gloss *= 1 - inside;
    }
    paintLashes(surface, person, lids, opening, y);
}

} // namespace idcounter

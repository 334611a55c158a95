#include "devices/practice/facepaint.h"

#include "devices/practice/eyepaint.h"
#include "devices/practice/practicenoise.h"

#include <array>

namespace idcounter {

namespace {

Colour skinOf(int tone)
{
    switch (tone) {
    case 0:
        return colour(236, 203, 182);
    case 1:
        return colour(231, 194, 168);
    case 2:
        return colour(228, 187, 158);
    case 3:
        return colour(212, 168, 137);
    case 4:
        return colour(188, 144, 113);
    case 5:
        return colour(158, 116, 90);
    default:
        return colour(128, 92, 72);
    }
}

Colour hairOf(HairColour hair)
{
    switch (hair) {
    case HairColour::Black:
        return colour(44, 40, 42);
    case HairColour::DarkBrown:
        return colour(58, 44, 38);
    case HairColour::Brown:
        return colour(82, 60, 46);
    case HairColour::Grey:
        return colour(128, 126, 126);
    case HairColour::White:
        return colour(186, 184, 182);
    }
    Q_UNREACHABLE();
}

} // namespace

FacePaint::FacePaint(const PracticePerson &person, const FacePose &pose)
    : m_person(person)
    , m_pose(pose)
    , m_seed(static_cast<quint32>(person.seed))
    , m_skin(skinOf(person.skinTone))
    , m_flush(tinted(m_skin, {1.0F, 0.72F, 0.70F}))
    , m_shade(tinted(m_skin, {0.52F, 0.36F, 0.32F}))
    , m_lip(tinted(m_skin, person.woman ? Colour(0.84F, 0.44F, 0.46F) : Colour(0.80F, 0.55F, 0.53F)))
    , m_hair(hairOf(person.hairColour))
    , m_brow(mixed(m_hair, hairOf(HairColour::Black), 0.35F))
    , m_years(smoothStep(30, 75, static_cast<float>(person.age)))
{
}

// Bare skin with its blotches and pores. A face without pores looks blurred to the check of sharpness.
Surface FacePaint::skin(float x, float y) const
{
    const float blotches = smoothNoise(m_seed, x / 7, y / 7);
    const float spots = smoothNoise(m_seed + 1, x / 2.2F, y / 2.2F);
    const float pores = smoothNoise(m_seed + 2, x / 0.75F, y / 0.75F);
    const float roughness = 1 + 0.6F * m_years;
    const float tone = 1 + 0.012F * blotches + roughness * (0.016F * spots + 0.040F * pores);
    const Colour mottled = mixed(m_skin, m_flush, 0.12F + 0.08F * blotches + 0.05F * spots);
    return {.albedo = mottled * tone, .gloss = 0.05F, .polish = 14, .softness = 1};
}

void FacePaint::paintBlush(Surface &surface, float x, float y) const
{
    const float side = std::abs(x);
    const float cheek = hill(side - 42, 17) * hill(y + 33, 14);
    const float nose = hill(x, 9) * hill(y + 45, 8);
    const float chin = hill(x, 14) * hill(y + 103, 9);
    const float blush = (m_person.woman ? 0.50F : 0.36F) * cheek + 0.42F * nose + 0.22F * chin;
    surface.albedo = mixed(surface.albedo, m_flush, std::min(1.0F, blush));
}

// Where little light gets to: beside the root of the nose, in the sockets, around the wings, under the lip.
void FacePaint::paintShades(Surface &surface, float x, float y) const
{
    const float side = std::abs(x);
    const float socket = hill(side - 17, 6) * hill(y - 4, 7);
    const float lid = hill(side - 32, 13) * hill(y - 8, 4);
    const float underEye = hill(side - 28, 11) * hill(y + 10 + 0.004F * (side - 28) * (side - 28), 3.4F);
    const float wingX = (side - 8.5F * m_person.noseWidth) / 8.6F;
    const float wingY = (y + 46.5F) / 7.4F;
    const float ring = std::hypot(wingX, wingY);
    const float wing = hill(ring - 1.0F, 0.14F) * smoothStep(-0.2F, 0.5F, wingX) * smoothStep(1.2F, 0.3F, wingY);
    const float underNose = hill(x, 12) * hill(y + 57.5F, 2.6F);
    const float underLip = hill(x, 13) * hill(y + 86.5F, 3.0F);
    const float philtrum = hill(x, 1.8F) * hill(y + 61.5F, 3.5F);
    const float shade = 0.20F * socket + 0.15F * lid + (0.10F + 0.18F * m_years) * underEye + 0.34F * wing
        + 0.22F * underNose + 0.20F * underLip + 0.12F * philtrum;
    surface.albedo = mixed(surface.albedo, m_shade, std::min(0.8F, shade));
}

void FacePaint::paintYears(Surface &surface, float x, float y) const
{
    const float side = std::abs(x);
    // From the wing of the nose to the corner of the mouth.
    const float foldX = 19 + 10.5F * smoothStep(-49, -72, y);
    const float fold = hill(side - foldX, 1.5F) * smoothStep(-46, -54, y) * smoothStep(-79, -68, y);
    const float wave = 1.2F * std::sin(x * 0.06F) + 0.8F * smoothNoise(m_seed + 5, x / 20, 3);
    float brow = 0;
    for (const float height : {40.0F, 48.5F, 57.0F})
        brow += hill(y - height - wave - 0.0012F * x * x, 0.8F) * smoothStep(46, 24, side);
    float crow = 0;
    for (const float slope : {-0.35F, 0.1F, 0.5F})
        crow += hill(y - 1 - slope * (side - 46), 0.7F) * smoothStep(49, 53, side) * smoothStep(63, 56, side);
    const float frown = hill(side - 5.5F, 0.9F) * smoothStep(12, 17, y) * smoothStep(30, 22, y);
    const float lines = (0.10F + 0.34F * m_years) * fold + m_years * (0.26F * brow + 0.24F * crow + 0.2F * frown);
    surface.albedo = mixed(surface.albedo, m_shade, std::min(0.7F, lines));
}

void FacePaint::paintBeard(Surface &surface, float x, float y) const
{
    if (m_person.woman)
        return;
    const float side = std::abs(x);
    const float jaw
        = smoothStep(-62, -78, y + 0.012F * std::max(0.0F, 60 - side) * 10 - 0.5F * std::max(0.0F, side - 34));
    const float lip = hill(x, 16) * hill(y + 62, 5) * smoothStep(-56.5F, -59.5F, y);
    const float moustache
        = smoothStep(27, 20, side) * smoothStep(-56, -59, y + 0.16F * side) * smoothStep(-68.5F, -66, y + 0.10F * side);
    const float goatee = smoothStep(17, 8, side + 0.02F * (y + 100) * (y + 100)) * smoothStep(-84, -90, y);
    const float grain = 0.82F + 0.26F * smoothNoise(m_seed + 7, x / 0.8F, y / 1.4F);
    float share = 0.07F * jaw + 0.07F * lip;
    if (m_person.beard == Beard::Stubble)
        share = 0.30F * std::max(jaw, lip);
    if (m_person.beard == Beard::Moustache || m_person.beard == Beard::Goatee)
        share = std::max(share, 0.84F * moustache);
    if (m_person.beard == Beard::Goatee)
        share = std::max(share, 0.74F * goatee);
    surface.albedo = mixed(surface.albedo, m_hair, std::clamp(share * grain, 0.0F, 0.9F));
    surface.gloss *= 1 - 0.7F * share;
}

// Hairs that lean outwards within an arch that is thick inside and runs out to a point.
void FacePaint::paintBrow(Surface &surface, float x, float y) const
{
    const float side = std::abs(x);
    const float t = (side - 13) / 40;
    if (t < -0.08F || t > 1.05F || y < 8 || y > 34)
        return;
    const float arch = 16.6F + m_person.browHeight + 4.6F * std::sin(2.3F * std::clamp(t, 0.0F, 1.0F)) - 2.8F * t * t;
    const float half = (m_person.woman ? 2.7F : 3.5F) * (1 - 0.72F * t * t) * smoothStep(-0.10F, 0.14F, t);
    const float from = std::abs(y - arch) / std::max(0.3F, half);
    const float hairs = smoothNoise(m_seed + 11, (side * 0.75F - y * 0.66F) / 0.62F, (side * 0.66F + y * 0.75F) / 4.5F);
    const float edge = smoothStep(1.25F, 0.55F, from + 0.28F * hairs) * smoothStep(1.04F, 0.86F, t);
    const float share = edge * (0.72F + 0.22F * hairs) * smoothStep(-0.08F, 0.10F, t);
    surface.albedo = mixed(surface.albedo, m_brow, std::clamp(share, 0.0F, 0.9F));
    surface.gloss *= 1 - share;
}

void FacePaint::paintNostrils(Surface &surface, float x, float y) const
{
    const float side = std::abs(x) - 6.6F * m_person.noseWidth;
    const float rise = y + 53.2F + 0.20F * side;
    const float away = std::hypot(side / 3.7F, rise / 1.75F);
    const float share = 0.78F * smoothStep(1.25F, 0.55F, away);
    surface.albedo = mixed(surface.albedo, m_shade * 0.22F, share);
    surface.gloss *= 1 - share;
}

void FacePaint::paintMouth(Surface &surface, float x, float y) const
{
    constexpr float halfWidth = 24.5F;
    const float reach = std::abs(x) / halfWidth;
    if (reach > 1.2F || y > -50 || y < -110)
        return;
    const auto opening = static_cast<float>(m_pose.mouthOpening);
    const float round = std::sqrt(std::max(0.0F, 1 - reach * reach));
    const float line = -72 + m_person.smile * reach * reach + 0.5F * hill(x, 4) - 0.35F * hill(std::abs(x) - 8, 4);
    const float gap = 13 * opening * round;
    const float above = line + 0.24F * gap; // lower edge of the upper lip
    const float below = line - 0.76F * gap; // upper edge of the lower lip
    const float bow = 1 + 0.16F * hill(std::abs(x) - 5.5F, 4) - 0.16F * hill(x, 2.6F);
    const float upperLip = 5.6F * m_person.lipFullness * bow * std::pow(std::max(0.0F, 1 - reach * reach), 0.75F);
    const float lowerLip = 7.4F * m_person.lipFullness * std::pow(std::max(0.0F, 1 - std::pow(reach, 2.2F)), 0.8F);

    const float inUpper = smoothStep(-0.9F, 0.5F, above + upperLip - y) * smoothStep(-0.3F, 0.3F, y - above);
    const float inLower = smoothStep(-1.2F, 0.9F, y - (below - lowerLip)) * smoothStep(-0.3F, 0.3F, below - y);
    const float crease = 1 + 0.05F * smoothNoise(m_seed + 13, x / 0.9F, y / 6);
    const float fade = smoothStep(1.02F, 0.86F, reach);
    surface.albedo = mixed(surface.albedo, m_lip * (0.80F * crease), inUpper * fade);
    surface.albedo = mixed(surface.albedo, m_lip * (1.02F * crease), inLower * fade);
    surface.gloss += 0.05F * inLower * fade;

    if (gap > 0.2F && y < above + 0.4F && y > below - 0.4F)
        paintOpenMouth(surface, x, above - y, gap);
    const float slit = hill(y - (opening > 0.1F ? above : line), 0.55F + 0.35F * hill(reach - 1, 0.12F));
    surface.albedo = mixed(surface.albedo, m_shade * 0.32F, 0.80F * slit * smoothStep(1.07F, 0.96F, reach));
}

// Teeth above, the tongue below, the dark behind them.
void FacePaint::paintOpenMouth(Surface &surface, float x, float depth, float gap) const
{
    const float share = smoothStep(0, 0.6F, depth) * smoothStep(0, 0.6F, gap - depth);
    const float tooth = std::abs(std::fmod(std::abs(x) + 8, 8.0F) - 4) / 4;
    const float teeth = smoothStep(4.6F, 3.6F, depth) * (1 - 0.25F * smoothStep(0.86F, 1.0F, tooth));
    const float tongue = smoothStep(0.35F, 0.9F, depth / gap) * hill(x, 11);
    Colour inside = mixed(colour(44, 18, 18), colour(150, 82, 78), tongue);
    inside = mixed(inside, colour(214, 206, 192), teeth * smoothStep(19, 14, std::abs(x)));
    surface.albedo = mixed(surface.albedo, inside, share);
    surface.gloss = 0.03F;
}

// A pleated paper mask over nose, mouth and chin, with its loops.
void FacePaint::paintFaceMask(Surface &surface, float x, float y) const
{
    const float side = std::abs(x);
    const float upper = -27 + 5 * hill(x, 14) - 0.0020F * side * side;
    const bool covered = y < upper && side < 64 && y > -113;
    const bool loop = side >= 60 && std::abs(y + 32 + 0.2F * (side - 60)) < 1.4F;
    if (!covered && !loop)
        return;
    float pleats = 0;
    for (const float height : {-48.0F, -66.0F, -84.0F})
        pleats += hill(y - height - 0.0015F * side * side, 1.0F);
    surface = {.albedo = colour(146, 190, 214) * (1 - 0.3F * pleats - 0.06F * hill(y - upper, 1.6F)), .gloss = 0.01F};
}

Surface FacePaint::face(float x, float y, float hairline) const
{
    Surface surface = skin(x, y);
    paintBlush(surface, x, y);
    paintShades(surface, x, y);
    paintYears(surface, x, y);
    paintBeard(surface, x, y);
    paintBrow(surface, x, y);
    paintNostrils(surface, x, y);
    paintMouth(surface, x, y);
    paintEye(surface, m_person, m_pose, m_shade, x, y);
    // The first hairs stand apart, with skin between them.
    const float roots = smoothNoise(m_seed + 17, x / 1.1F, y / 5);
    const float first = smoothStep(-3.5F, 0.5F, hairline + 2.5F * roots);
    surface.albedo = mixed(surface.albedo, m_hair, 0.96F * first);
    surface.gloss *= 1 - first;
    if (m_pose.fault == PracticeFault::FaceMask)
        paintFaceMask(surface, x, y);
    return surface;
}

// place: out and up within the ear, -1..1 each.
Surface FacePaint::ear(const cv::Point3f &place) const
{
    Surface surface = skin(place.x * 12, place.y * 28);
    const float hollow = hill(place.x + 0.25F, 0.30F) * hill(place.y + 0.1F, 0.36F);
    const float groove = hill(std::hypot(place.x, place.y) - 0.66F, 0.08F) * smoothStep(-0.4F, 0.1F, place.y);
    surface.albedo = mixed(surface.albedo, m_flush, 0.5F);
    surface.albedo = mixed(surface.albedo, m_shade, std::min(0.8F, 0.55F * hollow + 0.3F * groove));
    return surface;
}

Surface FacePaint::neck(float x, float y) const
{
    Surface surface = skin(x, y);
    const float collarbone = hill(y + 158 - 0.12F * std::abs(x), 2.5F) * smoothStep(8, 18, std::abs(x));
    const float pit = hill(x, 6) * hill(y + 156, 6);
    const float muscle = hill(std::abs(x) - 18 - 0.25F * (y + 150), 4) * smoothStep(-100, -130, y);
    surface.albedo = mixed(surface.albedo, m_shade, 0.16F * pit + 0.14F * collarbone + 0.06F * muscle);
    surface.gloss *= 0.6F;
    return surface;
}

} // namespace idcounter

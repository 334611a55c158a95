#include "devices/practice/haircut.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

Curve hairlineOf(const PracticePerson &person)
{
    switch (person.hair) {
    case HairStyle::LongInFront:
    case HairStyle::Bob:
        return {{0, 82}, {7, 79},   {16, 72},  {30, 57},  {42, 42},  {52, 24},
                {60, 0}, {68, -22}, {76, -40}, {86, -66}, {180, -70}};
    case HairStyle::LongFringe:
        return {{0, 39}, {16, 38}, {30, 36}, {42, 34}, {52, 28}, {60, 10}, {68, -16}, {76, -40}, {86, -66}, {180, -70}};
    case HairStyle::Fringe:
        return {{0, 39},   {16, 38},  {30, 36}, {42, 34}, {52, 28},  {60, 14},   {68, -12},
                {76, -26}, {83, -10}, {89, 12}, {97, 14}, {106, -8}, {118, -66}, {180, -70}};
    case HairStyle::Thinning:
        return {{0, 97},   {16, 100}, {30, 98}, {42, 84}, {54, 60},  {64, 34},   {70, 8},
                {76, -12}, {82, -10}, {88, 14}, {97, 17}, {106, -8}, {118, -62}, {180, -66}};
    case HairStyle::Buzz:
    case HairStyle::Short:
    case HairStyle::SideParted:
    case HairStyle::SweptBack:
    case HairStyle::Bun:
    case HairStyle::SideLock:
        break;
    }
    if (person.woman)
        return {{0, 79},  {16, 76}, {30, 68}, {42, 56}, {54, 42},  {63, 24},   {70, 4},
                {77, -6}, {83, 0},  {89, 15}, {97, 16}, {106, -8}, {118, -66}, {180, -70}};
    return {{0, 75},   {16, 76},  {30, 74}, {42, 64}, {54, 50},  {64, 32},   {70, 8},
            {76, -12}, {82, -10}, {88, 14}, {97, 17}, {106, -8}, {118, -62}, {180, -66}};
}

} // namespace

HairCut::HairCut(const PracticePerson &person)
    : m_style(person.hair)
    , m_hairline(hairlineOf(person))
    , m_steepness(person.hair == HairStyle::LongInFront ? 2.2F : 1.0F)
{
    const auto set = [this](float top, float side, float edge, float part) {
        m_top = top;
        m_side = side;
        m_edge = edge;
        m_part = part;
    };
    switch (person.hair) {
    case HairStyle::Buzz:
        set(4, 2.2F, 0.6F, 0);
        break;
    case HairStyle::Short:
        set(17, 4, 4, 12);
        break;
    case HairStyle::SideParted:
        set(16, 4.5F, 4, 30);
        break;
    case HairStyle::SweptBack:
        set(18, 4, 4, 0);
        break;
    case HairStyle::Thinning:
        set(5, 4, 0.6F, 0);
        break;
    case HairStyle::Fringe:
        set(14, 5, 5, 10);
        break;
    case HairStyle::Bun:
        set(9, 5, 1, 0);
        break;
    case HairStyle::SideLock:
        set(13, 7, 2, 24);
        break;
    case HairStyle::LongInFront:
    case HairStyle::LongFringe:
    case HairStyle::Bob:
        set(13, 8, 3, person.hair == HairStyle::LongInFront ? 8.0F : 0.0F);
        break;
    }
}

float HairCut::inside(float angle, float y) const
{
    return m_steepness * (y - m_hairline(std::abs(angle) * 180 / std::numbers::pi_v<float>));
}

// The hair begins at the hairline and rounds off within two centimetres.
float HairCut::thickness(float angle, float y) const
{
    const float height = std::clamp((y - 15) / 85, 0.0F, 1.0F);
    float full = m_side + (m_top - m_side) * height * height * (3 - 2 * height);
    // A parting lies flatter on one side of it and fuller on the other.
    if (m_style == HairStyle::SideParted)
        full *= 1 - 0.22F * std::sin(angle);
    const float front = std::max(0.0F, std::cos(angle));
    const float edge = 0.8F + (m_edge - 0.8F) * front;
    const float rest = 1 - std::clamp(inside(angle, y) / 24, 0.0F, 1.0F);
    return edge + std::max(0.0F, full - edge) * std::sqrt(1 - rest * rest);
}

// Around the crown or the parting for hair that falls, from side to side for hair that is combed back.
float HairCut::across(const cv::Point3f &point) const
{
    if (m_style == HairStyle::SweptBack || m_style == HairStyle::Bun || m_style == HairStyle::Buzz)
        return point.x * 0.9F + 0.25F * point.y;
    const bool isParted
        = m_style == HairStyle::SideParted || m_style == HairStyle::SideLock || m_style == HairStyle::LongInFront;
    const float crown = isParted ? -20.0F : -95.0F;
    return 62 * std::atan2(point.x - m_part, std::max(4.0F, point.z - crown + 0.5F * (118 - point.y)));
}

} // namespace idcounter

#include "devices/practice/headshape.h"

#include "devices/practice/colour.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace idcounter {

namespace {

// A hill of height 1 around 0.
float bump(float x, float sigmaX, float y, float sigmaY)
{
    return hill(x, sigmaX) * hill(y, sigmaY);
}

} // namespace

// The half-widths are kept squared: a straight line to 0 then closes the skull and the chin with a round cap.
HeadShape::HeadShape(const PracticePerson &person, float mouthOpening)
    : m_person(person)
    , m_mouthOpening(mouthOpening)
    , m_squaredHalfWidth{{-116, 0},   {-107, 780}, {-97, 1500}, {-84, 2500}, {-50, 4225},
                         {-10, 5112}, {30, 5329},  {50, 5112},  {88, 3364},  {118, 0}}
    , m_front{{-116, -9}, {-112, -1}, {-97, 5}, {-60, 3}, {-20, 2}, {40, 11}, {70, 7}, {102, -22}, {118, -62}}
    , m_middle{{-116, -22}, {-107, -32}, {-84, -52}, {-50, -66}, {0, -74}, {50, -76}, {118, -78}}
    , m_back{{-116, -60}, {-60, -130}, {0, -165}, {50, -172}, {90, -150}, {118, -95}}
    , m_noseRidge{{-59, 0},     {-55, 5},    {-51, 13}, {-45, 19.5F}, {-40, 18},
                  {-28, 11.5F}, {-10, 5.5F}, {2, 2.6F}, {14, 1.2F},   {26, 0}}
{
}

float HeadShape::halfWidth(float y) const
{
    const float jaw = smoothStep(-20, -90, y);
    return std::sqrt(std::max(0.0F, m_squaredHalfWidth(y))) * m_person.faceWidth * (1 + (m_person.jawWidth - 1) * jaw);
}

cv::Point3f HeadShape::skull(float angle, float y) const
{
    const float cosine = std::cos(angle);
    const float middle = m_middle(y);
    const float reach = cosine >= 0 ? m_front(y) - middle : middle - m_back(y);
    const float depth = reach * std::copysign(std::pow(std::abs(cosine), 0.8F), cosine);
    return {halfWidth(y) * std::sin(angle), y, middle + depth};
}

cv::Point3f HeadShape::skin(float angle, float y) const
{
    cv::Point3f point = skull(angle, y);
    const float facing = smoothStep(-0.05F, 0.35F, std::cos(angle));
    if (facing > 0)
        point.z += facing * smoothStep(bottom, bottom + 9, y) * relief(point.x, y);
    point.y -= jawDrop(y) * smoothStep(-0.2F, 0.3F, std::cos(angle));
    return point;
}

float HeadShape::jawDrop(float y) const
{
    return 9 * m_mouthOpening * smoothStep(-72, -96, y);
}

cv::Point3f HeadShape::front(float x, float y) const
{
    const float width = std::max(1.0F, halfWidth(y));
    return skin(std::asin(std::clamp(x / width, -1.0F, 1.0F)), y);
}

float HeadShape::nose(float x, float y) const
{
    const float sigma = (6.4F + 1.8F * smoothStep(5, -42, y)) * m_person.noseWidth;
    const float wing = std::abs(x) - 11.8F * m_person.noseWidth;
    return m_noseRidge(y) * m_person.noseHeight * bump(x, sigma, 0, 1) + 7.5F * bump(wing, 4.2F, y + 46.5F, 5.0F)
        - 2.2F * bump(std::abs(x) - 6.2F, 3.0F, y + 54.5F, 2.0F);
}

float HeadShape::relief(float x, float y) const
{
    const float side = std::abs(x);
    const float line = y + 72 - m_person.smile * x * x / 625;
    const float lips = m_person.lipFullness;
    return nose(x, y) - 8.5F * bump(side - 25, 13, y - 4, 9) + 6 * bump(side - eyeDistance / 2, 10.5F, y, 8)
        + 3.6F * bump(side - 25, 20, y - 20, 7) + 4.5F * bump(side - 38, 17, y + 30, 14)
        + 3.0F * bump(x, 24, y + 70, 15) + 2.6F * lips * bump(x, 14, line - 3.4F, 2.8F)
        + 3.6F * lips * bump(x, 13, line + 4.6F, 3.4F) - 1.8F * bump(x, 10, line, 1.3F)
        - 1.0F * bump(x, 2.4F, y + 62, 4) - 2.8F * bump(x, 15, y + 87, 4.5F) + 4.5F * bump(x, 15, y + 103, 9)
        - 2.0F * bump(side - 62, 9, y - 26, 18) - 1.6F * bump(side - 27, 3.5F, y + 72, 6);
}

Mesh HeadShape::faceMesh(const HairCut &cut) const
{
    constexpr int columns = 257;
    constexpr int rows = 196;
    std::vector<Vertex> vertices;
    vertices.reserve(static_cast<std::size_t>(columns) * rows);
    for (int row = 0; row < rows; ++row) {
        // Closer rows at the two caps, where the surface turns away.
        const float share = static_cast<float>(row) / (rows - 1);
        const float eased = share - 0.11F * std::sin(2 * std::numbers::pi_v<float> * share);
        const float y = top + (bottom - top) * eased;
        for (int column = 0; column < columns; ++column) {
            // Closer columns in front.
            const float turn = 2 * static_cast<float>(column) / (columns - 1) - 1;
            const float angle = std::numbers::pi_v<float> * (0.62F * turn + 0.38F * turn * turn * turn);
            vertices.push_back({skin(angle, y), {}, {halfWidth(y) * std::sin(angle), y, cut.inside(angle, y)}});
        }
    }
    return sewnGrid(Part::Skin, columns, rows, std::move(vertices), true);
}

// A shell bent out of the side of the head, with a raised rim around a hollow.
Mesh HeadShape::earMesh(float side) const
{
    constexpr int columns = 49;
    constexpr int rows = 25;
    std::vector<Vertex> vertices;
    vertices.reserve(static_cast<std::size_t>(columns) * rows);
    const float root = halfWidth(-15) - 1.5F;
    for (int row = 0; row < rows; ++row) {
        const float ring = static_cast<float>(rows - 1 - row) / (rows - 1); // 1 at the outer edge, 0 in the middle
        for (int column = 0; column < columns; ++column) {
            const float turn = -side * 2 * std::numbers::pi_v<float> * static_cast<float>(column) / (columns - 1);
            const float up = std::sin(turn) * ring;
            const float out = std::cos(turn) * ring;
            const float lobe = 1 - 0.34F * smoothStep(0.1F, -1, up);
            const float rim = 2.6F * bump(ring - 0.84F, 0.12F, 0, 1) - 3.2F * bump(ring, 0.45F, 0, 1);
            const float x = root + 4.5F + 9.5F * out * lobe + 2.0F * up;
            const float y = -13 + 29 * up;
            const float z = -72 - 9 * out * lobe + rim + 2 - 7 * ring * ring * ring * ring * ring * ring;
            vertices.push_back({{side * x, y, z}, {}, {out * lobe, up, 1}});
        }
    }
    return sewnGrid(Part::Ear, columns, rows, std::move(vertices), true);
}

} // namespace idcounter

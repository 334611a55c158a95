#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>

namespace idcounter {

// A smooth line through a few points that never overshoots between two of them (Fritsch and Carlson), and stays at the
// end values outside.
class Curve
{
public:
    struct Point
    {
        float at;
        float value;
    };

    // Two to 16 points with rising `at`.
    Curve(std::initializer_list<Point> points);

    float operator()(float at) const;

private:
    static constexpr std::size_t capacity = 16;
    std::array<Point, capacity> m_points{};
    std::array<float, capacity> m_slopes{};
    std::size_t m_count = 0;
};

} // namespace idcounter

#include "devices/practice/curve.h"

#include <QtGlobal>

namespace idcounter {

Curve::Curve(std::initializer_list<Point> points)
{
    Q_ASSERT(points.size() >= 2 && points.size() <= capacity);
    for (const Point &point : points)
        m_points[m_count++] = point;
    for (std::size_t i = 1; i + 1 < m_count; ++i) {
        const float before = (m_points[i].value - m_points[i - 1].value) / (m_points[i].at - m_points[i - 1].at);
        const float after = (m_points[i + 1].value - m_points[i].value) / (m_points[i + 1].at - m_points[i].at);
        m_slopes[i] = before * after > 0 ? 2 * before * after / (before + after) : 0;
    }
    const std::size_t last = m_count - 1;
    m_slopes[0] = (m_points[1].value - m_points[0].value) / (m_points[1].at - m_points[0].at);
    m_slopes[last] = (m_points[last].value - m_points[last - 1].value) / (m_points[last].at - m_points[last - 1].at);
}

float Curve::operator()(float at) const
{
    if (at <= m_points[0].at)
        return m_points[0].value;
    std::size_t next = 1;
    while (next < m_count && m_points[next].at < at)
        ++next;
    if (next == m_count)
        return m_points[m_count - 1].value;

    const Point &from = m_points[next - 1];
    const Point &to = m_points[next];
    const float length = to.at - from.at;
    const float t = (at - from.at) / length;
    const float rest = 1 - t;
    return from.value * rest * rest * (1 + 2 * t) + to.value * t * t * (3 - 2 * t)
        + length * (m_slopes[next - 1] * t * rest * rest - m_slopes[next] * t * t * rest);
}

} // namespace idcounter

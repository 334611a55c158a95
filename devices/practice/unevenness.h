#pragma once

#include "devices/practice/dice.h"

#include <QSize>

#include <vector>

namespace idcounter {

// A smooth random surface of heights -1 .. 1 over a picture (value noise): hills about one cell apart, the same on every
// machine. Points outside the picture take the height of its edge.
class Unevenness
{
public:
    // The cell is in pixels.
    Unevenness(Dice dice, QSize size, float cell)
        : m_perPixel(1.0F / cell)
        , m_columns(static_cast<int>(static_cast<float>(size.width()) * m_perPixel) + 3)
        , m_rows(static_cast<int>(static_cast<float>(size.height()) * m_perPixel) + 3)
    {
        m_heights.reserve(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows));
        for (int i = 0; i < m_columns * m_rows; ++i)
            m_heights.push_back(static_cast<float>(dice.uniform(-1, 1)));
    }

    float at(float x, float y) const
    {
        const float u = qBound(0.0F, x * m_perPixel, static_cast<float>(m_columns) - 1.001F);
        const float v = qBound(0.0F, y * m_perPixel, static_cast<float>(m_rows) - 1.001F);
        const int column = static_cast<int>(u);
        const int row = static_cast<int>(v);
        const float right = eased(u - static_cast<float>(column));
        const float down = eased(v - static_cast<float>(row));
        const float *upper = &m_heights[static_cast<std::size_t>(row * m_columns + column)];
        const float *lower = upper + m_columns;
        const float top = upper[0] + (upper[1] - upper[0]) * right;
        const float bottom = lower[0] + (lower[1] - lower[0]) * right;
        return top + (bottom - top) * down;
    }

private:
    // Level at both ends, so that the cells do not show as creases.
    static float eased(float t) { return t * t * (3.0F - 2.0F * t); }

    float m_perPixel;
    int m_columns;
    int m_rows;
    std::vector<float> m_heights;
};

} // namespace idcounter

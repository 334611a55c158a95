#pragma once

#include "devices/practice/dice.h"
#include "devices/practice/grid.h"

namespace idcounter {

// A smooth random surface of heights -1 .. 1 over a picture (value noise): hills about one cell apart, the same on every
// machine. Points outside the picture take the height of its edge.
class Unevenness
{
public:
    // The cell is in pixels.
    Unevenness(Dice dice, QSize size, float cell)
        : m_perPixel(1.0F / cell)
        , m_heights({corners(size.width(), m_perPixel), corners(size.height(), m_perPixel)})
    {
        for (int row = 0; row < m_heights.size().height(); ++row) {
            for (int column = 0; column < m_heights.size().width(); ++column)
                m_heights.at(column, row) = static_cast<float>(dice.uniform(-1, 1));
        }
    }

    float at(float x, float y) const
    {
        const float u = qBound(0.0F, x * m_perPixel, static_cast<float>(m_heights.size().width()) - 1.001F);
        const float v = qBound(0.0F, y * m_perPixel, static_cast<float>(m_heights.size().height()) - 1.001F);
        const int column = static_cast<int>(u);
        const int row = static_cast<int>(v);
        const float right = eased(u - static_cast<float>(column));
        const float down = eased(v - static_cast<float>(row));
        const float *upper = &m_heights.at(column, row);
        const float *lower = &m_heights.at(column, row + 1);
        const float top = upper[0] + (upper[1] - upper[0]) * right;
        const float bottom = lower[0] + (lower[1] - lower[0]) * right;
        return top + (bottom - top) * down;
    }

private:
    // Level at both ends, so that the cells do not show as creases.
    static float eased(float t) { return t * t * (3.0F - 2.0F * t); }

    static int corners(int pixels, float perPixel)
    {
        return static_cast<int>(static_cast<float>(pixels) * perPixel) + 3;
    }

    float m_perPixel;
    Grid<float> m_heights;
};

} // namespace idcounter

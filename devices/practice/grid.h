#pragma once

#include <QSize>

#include <vector>

namespace idcounter {

// Values over a picture, with a margin around it that may be reached into: at(-1, -1) with a margin of 1.
template<typename T>
class Grid
{
public:
    explicit Grid(QSize size, int margin = 0)
        : m_size(size)
        , m_margin(margin)
        , m_values(cells(size.width() + 2 * margin) * cells(size.height() + 2 * margin))
    {
    }

    QSize size() const { return m_size; }

    T &at(int x, int y) { return m_values[index(x, y)]; }
    const T &at(int x, int y) const { return m_values[index(x, y)]; }

private:
    static std::size_t cells(int count) { return static_cast<std::size_t>(count); }
    std::size_t index(int x, int y) const
    {
        return cells(y + m_margin) * cells(m_size.width() + 2 * m_margin) + cells(x + m_margin);
    }

    QSize m_size;
    int m_margin;
    std::vector<T> m_values;
};

} // namespace idcounter

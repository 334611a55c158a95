#include "widgets/home/daybars.h"

#include "widgets/common/theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize usual(252, 64);
constexpr int gap = 8;
constexpr qreal fontPoints = 8.5;

} // namespace

DayBars::DayBars(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(usual);
}

void DayBars::setBars(const QList<Bar> &bars)
{
    m_bars = bars;
    QStringList words;
    for (const Bar &bar : bars)
        words << tr("%1: %2", "day: figure").arg(bar.day, bar.text);
    setAccessibleDescription(words.join(u'\n'));
    setToolTip(words.join(u'\n'));
    update();
}

void DayBars::paintEvent(QPaintEvent *)
{
    if (m_bars.isEmpty())
        return;
    QPainter painter(this);
    QFont small = font();
    small.setPointSizeF(fontPoints);
    painter.setFont(small);
    const int line = QFontMetrics(small).height();
    const int room = height() - 2 * line;
    const int step = width() / int(m_bars.size());
    qint64 highest = 1;
    for (const Bar &bar : m_bars)
        highest = std::max(highest, bar.value);
    const ThemeColours &colours = themeColours();
    for (int i = 0; i < int(m_bars.size()); ++i) {
        const bool today = i == int(m_bars.size()) - 1;
        const int length = std::max(1, int(room * m_bars[i].value / highest));
        const QRect column(i * step, 0, step, height());
        const QRect bar(column.left() + gap / 2, line + room - length, step - gap, length);
        painter.fillRect(bar, today ? colours.accent : colours.line);
        painter.setPen(today ? colours.text : colours.muted);
        painter.drawText(QRect(column.left(), bar.top() - line, step, line), Qt::AlignCenter, m_bars[i].text);
        painter.drawText(QRect(column.left(), height() - line, step, line), Qt::AlignCenter, m_bars[i].day);
    }
}

} // namespace idcounter

#include "widgets/cases/limitbar.h"

#include "widgets/cases/urgencywords.h"

#include <QPainter>

#include <algorithm>

namespace idcounter {

namespace {

constexpr int barHeight = 18;

} // namespace

int daysTo(const DeadlineRow &row, QDate limit)
{
    return int(row.judgedOn.daysTo(limit));
}

LimitBar::LimitBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(barHeight);
}

void LimitBar::show(const DeadlineRow &row)
{
    m_row = row;
    update();
}

void LimitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_row)
        draw(painter, QRectF(rect()).adjusted(0, 3, -1, -3), *m_row);
}

void LimitBar::draw(QPainter &painter, const QRectF &area, const DeadlineRow &row)
{
    const Case &accepted = row.standing.accepted;
    const QDate form = accepted.form.signing.formDate;
    const double all = double(form.daysTo(accepted.legalDue));
    if (!(all > 0) || !row.judgedOn.isValid())
        return;
    const auto partOf = [&](QDate day) { return std::clamp(double(form.daysTo(day)) / all, 0.0, 1.0); };
    painter.save();
    painter.setPen(themeColours().line);
    painter.setBrush(themeColours().surface);
    painter.drawRect(area);
    QRectF over = area;
    over.setWidth(area.width() * partOf(row.judgedOn));
    painter.fillRect(over, urgencyColour(row.urgency));
    const double promise = area.left() + area.width() * partOf(accepted.promiseDue);
    painter.setPen(QPen(themeColours().text, 2));
    painter.drawLine(QPointF(promise, area.top() - 3), QPointF(promise, area.bottom() + 3));
    painter.restore();
}

} // namespace idcounter

#pragma once

#include "app/workflow/deadlinedesk.h"

#include <QWidget>

class QPainter;

namespace idcounter {

// The time of a case from its form to the law's last day: as much of it as is over, and a mark at the promised day.
class LimitBar : public QWidget
{
    Q_OBJECT

public:
    explicit LimitBar(QWidget *parent = nullptr);

    void show(const DeadlineRow &row);

    static void draw(QPainter &painter, const QRectF &area, const DeadlineRow &row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<DeadlineRow> m_row; // empty until one is shown
};

// Days from the day on which a case is judged to a limit of its; negative when that is passed.
int daysTo(const DeadlineRow &row, QDate limit);

} // namespace idcounter

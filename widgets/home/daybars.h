#pragma once

#include <QWidget>

namespace idcounter {

// A figure of the last days as small bars, today last. What they say is told in words by the accessible description and
// the tip.
class DayBars : public QWidget
{
    Q_OBJECT

public:
    explicit DayBars(QWidget *parent = nullptr);

    struct Bar
    {
        QString day; // as it stands under the bar
        qint64 value = 0;
        QString text; // the value as people write it
    };
    void setBars(const QList<Bar> &bars);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Bar> m_bars;
};

} // namespace idcounter

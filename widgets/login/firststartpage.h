#pragma once

#include "widgets/common/page.h"

class QLabel;
class QPushButton;

namespace idcounter {

// The one question of the first start: try the program, or set up a station.
class FirstStartPage : public Page
{
    Q_OBJECT

public:
    explicit FirstStartPage(QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void practiceChosen();
    void stationChosen();

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_tryText;
    QLabel *m_stationText;
    QPushButton *m_try;
    QPushButton *m_station;
};

} // namespace idcounter

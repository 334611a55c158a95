#pragma once

#include "app/workflow/paperdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;

namespace idcounter {

class WalkIn;

// Step 7: the acceptance number, the dates, and the papers with what has become of them.
class SlipPage : public Page
{
    Q_OBJECT

public:
    SlipPage(WalkIn &walkIn, PaperDesk &papers, QWidget *parent = nullptr);

    QString help() const override;

    void print(); // the slip

Q_SIGNALS:
    void nextCitizenAsked();

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        PaperKind kind;
        QLabel *name;
        QLabel *state;
        QPushButton *button;
    };
    void showCase();

    WalkIn &m_walkIn;
    PaperDesk &m_papers;
    QLabel *m_title;
    QLabel *m_number;
    QLabel *m_dates;
    QLabel *m_provisional;
    QLabel *m_fee;
    QLabel *m_outstanding; // a confirmation
    QList<Row> m_rows;
    QPushButton *m_next;
};

} // namespace idcounter

#pragma once

#include "app/workflow/paperdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;

namespace idcounter {

class WalkIn;

// The end of an application that was turned down: why, and whether the notice came out of the printer.
class RefusedPage : public Page
{
    Q_OBJECT

public:
    RefusedPage(WalkIn &walkIn, PaperDesk &papers, QWidget *parent = nullptr);

    QString help() const override;
    void print();

Q_SIGNALS:
    void nextCitizenAsked();

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void showPaper();

    WalkIn &m_walkIn;
    PaperDesk &m_papers;
    QLabel *m_title;
    QLabel *m_reasons;
    QLabel *m_state;
    QPushButton *m_print;
    QPushButton *m_next;
};

} // namespace idcounter

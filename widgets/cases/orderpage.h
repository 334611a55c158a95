#pragma once

#include "app/workflow/orderdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;

namespace idcounter {

class MessageBar;
class StandingList;
class WayBox;

// Payment orders that are not paid: who is to be reminded today, and what was paid, in cash or otherwise. What is not paid in
// time ends its case by itself.
class OrderPage : public Page
{
    Q_OBJECT

public:
    explicit OrderPage(OrderDesk &desk, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void caseAsked(const QUuid &caseId);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void fill();
    void showChosen();
    void askReference();
    void remind();

    OrderDesk &m_desk;
    MessageBar *m_message;
    QLabel *m_title;
    StandingList *m_list;
    QLabel *m_phone; // of the chosen one, large
    QLabel *m_wayLabel;
    WayBox *m_way;
    QPushButton *m_remind;
    QPushButton *m_cash;
    QPushButton *m_other;
};

} // namespace idcounter

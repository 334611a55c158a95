#pragma once

#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;

namespace idcounter {

class StandingList;
class WayBox;

// Whom to tell today that the card is here: J for reached, N for not, by telephone, message or letter.
class CallList : public Page
{
    Q_OBJECT

public:
    explicit CallList(ReceiptDesk &desk, QWidget *parent = nullptr);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void tell(bool reached);
    void fill();

    ReceiptDesk &m_desk;
    StandingList *m_list;
    QLabel *m_phone; // of the chosen one, large
    QLabel *m_wayLabel;
    WayBox *m_way;
    QPushButton *m_reached;
    QPushButton *m_notReached;
};

} // namespace idcounter

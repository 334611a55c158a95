#pragma once

#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class StandingList;

// The cards that lie in the station, found by their place: given another place, found defective, or not found at the count.
// Those that a collection left set aside stand first, to be put away again.
class StoredCards : public Page
{
    Q_OBJECT

public:
    explicit StoredCards(ReceiptDesk &desk, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void askPlace();
    void askDefect();
    void askLoss();
    void showChosen();
    void fill();

    ReceiptDesk &m_desk;
    QLabel *m_aside;
    QLineEdit *m_search;
    StandingList *m_list;
    QPushButton *m_place;
    QPushButton *m_defect;
    QPushButton *m_lost;
};

} // namespace idcounter

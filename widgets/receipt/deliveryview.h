#pragma once

#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class CountedCards;
class MessageBar;
class StandingList;

// A delivery of cards is counted: scanned one after the other or read from a list, given places, put away; what did not come
// is reported.
class DeliveryView : public Page
{
    Q_OBJECT

public:
    DeliveryView(ReceiptDesk &desk, MessageBar &message, QWidget *parent = nullptr);

    void putAway();
    void focusScan();

protected:
    void retranslate() final;

private:
    QLayout *scanRow();
    QLayout *cardRow();
    void connectParts();
    void scan();
    void loadList();
    void showChosen();
    void storePlace();
    void showMissing();
    void reportMissing();

    ReceiptDesk &m_desk;
    MessageBar &m_message;
    QLabel *m_scanLabel;
    QLineEdit *m_scan;
    QPushButton *m_load;
    QPushButton *m_anew;
    CountedCards *m_cards;
    QLabel *m_boxLabel;
    QLineEdit *m_box;
    QLabel *m_slotLabel;
    QLineEdit *m_slot;
    QPushButton *m_defective;
    QPushButton *m_remove;
    QPushButton *m_putAway;
    QLabel *m_missingTitle;
    StandingList *m_missing;
    QPushButton *m_report;
};

} // namespace idcounter

#pragma once

#include "app/workflow/deliverycounting.h"
#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class CountedCards;
class MessageBar;
class StandingList;

// A delivery of cards is counted: scanned one after the other or read from a list, given places, put away; what did not come
// is reported. The count is kept while it goes on, and goes on where it was; who counts at another counter is said.
class DeliveryView : public Page
{
    Q_OBJECT

public:
    DeliveryView(ReceiptDesk &desk, MessageBar &message, QWidget *parent = nullptr);

    void putAway();
    void focusScan();

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QLayout *scanRow();
    QLayout *cardRow();
    QWidget *elsewherePart();
    void connectParts();
    void connectCounting();
    void keep();
    void showElsewhere();
    void askNew();
    void askTakeOver();
    void scan();
    void loadList();
    void showChosen();
    void storePlace();
    void showMissing();
    void reportMissing();

    ReceiptDesk &m_desk;
    MessageBar &m_message;
    DeliveryCounting m_counting;
    bool m_isKnown = false; // what was begun before
    QTimer m_look; // whether another counter counts
    QWidget *m_elsewherePart;
    QLabel *m_elsewhere;
    QPushButton *m_takeOver;
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

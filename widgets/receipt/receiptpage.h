#pragma once

#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

#include <QTimer>

#include <array>

class QPushButton;
class QStackedWidget;

namespace idcounter {

class CallList;
class DeliveryView;
class MessageBar;
class StandingList;
class StoredCards;

// Cards that come to the station: a delivery is counted and put away; beside it whom to tell, what lies where, and what
// was defective.
class ReceiptPage : public Page
{
    Q_OBJECT

public:
    ReceiptPage(ReceiptDesk &desk, Counter counter, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *side();
    void turnTo(int part);
    void showCounts();
    void tellMoved(const Standing &standing);

    ReceiptDesk &m_desk;
    Counter m_counter;
    QTimer m_refresh; // once for many cards
    MessageBar *m_message;
    DeliveryView *m_delivery;
    std::array<QPushButton *, 3> m_partButtons;
    QStackedWidget *m_parts;
    CallList *m_calls;
    StoredCards *m_stored;
    StandingList *m_defective;
};

} // namespace idcounter

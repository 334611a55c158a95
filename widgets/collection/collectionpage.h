#pragma once

#include "app/ports/camera.h"
#include "app/ports/cardreader.h"
#include "app/ports/fingerprintscanner.h"
#include "app/workflow/collectiondesk.h"
#include "app/workflow/login.h"
#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace idcounter {

class HandOutView;
class MessageBar;
class StandingList;
class UnclaimedView;

// The counter where cards are handed out: the citizen is found by the slip or otherwise, the case opened beside the list.
// Another part shows the cards that nobody fetched.
class CollectionPage : public Page
{
    Q_OBJECT

public:
    // camera: a slip is held before it. reader: null where there is none. login: a second officer confirms with it what becomes of a card that nobody fetched.
    CollectionPage(CollectionDesk &desk, ReceiptDesk &receipt, Camera &camera, FingerprintScanner &scanner,
                   CardReader *reader, LogIn &login, Counter counter, QWidget *parent = nullptr);

    QString help() const override;
    void find(const QString &text); // as if it were typed here

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *head();
    void connectDesks();
    void addKeys();
    void askSlip();
    void showFound();
    void open(const QUuid &id);
    void turnTo(QWidget *part);

    CollectionDesk &m_desk;
    ReceiptDesk &m_receipt;
    Camera &m_camera;
    Counter m_counter;
    bool m_bySlip = false; // the last search
    bool m_searched = false;
    QUuid m_opening;
    MessageBar *m_message;
    QLabel *m_searchLabel;
    QLineEdit *m_search;
    QPushButton *m_slip;
    QPushButton *m_handOutPart;
    QPushButton *m_unclaimedPart;
    QStackedWidget *m_stack;
    QWidget *m_counterPart; // the list and the opened case
    StandingList *m_found;
    QStackedWidget *m_side;
    QLabel *m_empty;
    HandOutView *m_case;
    UnclaimedView *m_unclaimed;
};

} // namespace idcounter

#pragma once

#include "app/ports/cardreader.h"
#include "app/ports/fingerprintscanner.h"
#include "app/workflow/collectiondesk.h"
#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;
class QPushButton;

namespace idcounter {

class CaseWays;
class ChipCompare;
class CollectorBox;
class FingerCompare;
class HeldCard;
class MessageBar;
class PartsList;

// One opened case at the handing out: the card, the parts to go through, the finger, who fetches it, and the way on.
class HandOutView : public Page
{
    Q_OBJECT

public:
    // reader: null where there is none.
    HandOutView(CollectionDesk &desk, ReceiptDesk &receipt, FingerprintScanner &scanner, CardReader *reader,
                MessageBar &message, QWidget *parent = nullptr);

    void setFile(const CollectionFile &file, bool slipSeen);
    QUuid caseId() const;
    void handOut();
    void pause(); // nobody looks at it any more

Q_SIGNALS:
    void moved(); // the case that is shown

protected:
    void retranslate() final;

private:
    QWidget *parts();
    void connectParts();
    void follow(const Standing &standing);
    void showSteps();
    void showFinger();
    QString movedText(const Standing &standing) const;
    QString stateText() const;

    CollectionDesk &m_desk;
    ReceiptDesk &m_receipt;
    MessageBar &m_message;
    std::optional<CollectionFile> m_file;
    HeldCard *m_card;
    QLabel *m_state;
    QWidget *m_steps;
    PartsList *m_parts;
    FingerCompare *m_finger;
    ChipCompare *m_chip;
    CollectorBox *m_collector;
    CaseWays *m_ways;
    QPushButton *m_handOut;
};

} // namespace idcounter

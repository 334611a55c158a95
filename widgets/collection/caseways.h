#pragma once

#include "app/workflow/collectiondesk.h"
#include "app/workflow/receiptdesk.h"
#include "widgets/common/page.h"

#include <optional>

class QPushButton;

namespace idcounter {

// What else may be done with a card than hand it out: a defect, the mail and what comes of it, a collection taken back. A
// button is there when the table of a case's life has the step.
class CaseWays : public Page
{
    Q_OBJECT

public:
    CaseWays(CollectionDesk &desk, ReceiptDesk &receipt, QWidget *parent = nullptr);

    void setStanding(const Standing &standing);
    // Whether the one at the counter may take the step.
    bool isOpen(QStringView event) const;

protected:
    void retranslate() final;

private:
    struct Way
    {
        QString event;
        QPushButton *button;
    };
    void add(const QString &event, const QString &name, void (CaseWays::*act)());
    void askDefect();
    void askTrackingNumber();
    void askReturnPlace();
    void askUndoReason();
    void deliver();
    void loseInMail();

    CollectionDesk &m_desk;
    ReceiptDesk &m_receipt;
    std::optional<Standing> m_standing;
    QList<Way> m_ways;
};

// Asks for the defect of a card that came; found is called with it.
void askDefectOf(QWidget *parent, std::function<void(CardDefect)> found);

} // namespace idcounter

#pragma once

#include "app/workflow/reviewdesk.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;
class QPushButton;

namespace idcounter {

class MessageBar;

// What can be decided about the case that is open, each on a button with its key; nothing for who only reads.
class ReviewDecisions : public Page
{
    Q_OBJECT

public:
    ReviewDecisions(ReviewDesk &desk, MessageBar &message, QWidget *parent = nullptr);

    void show(const std::optional<Standing> &standing); // none: no case is open

protected:
    void retranslate() final;

private:
    void askReturn();
    void askRefusal();
    void askVoid();
    void askVoidReason(EndingCause cause);
    void askReopen();

    ReviewDesk &m_desk;
    MessageBar &m_message;
    std::optional<Standing> m_case;
    QLabel *m_readOnly;
    QPushButton *m_void;
    QPushButton *m_refuse;
    QPushButton *m_return;
    QPushButton *m_reopen;
    QPushButton *m_confirm;
    QPushButton *m_approve;
};

} // namespace idcounter

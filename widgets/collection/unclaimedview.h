#pragma once

#include "app/workflow/collectiondesk.h"
#include "app/workflow/login.h"
#include "widgets/common/page.h"

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class MessageBar;
class StandingList;

// Cards that nobody fetched: handed back to the county or destroyed by a supervisor and a second officer, who confirms with
// his own log-in.
class UnclaimedView : public Page
{
    Q_OBJECT

public:
    UnclaimedView(CollectionDesk &desk, LogIn &login, MessageBar &message, QWidget *parent = nullptr);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    enum class Ending { HandBack, Destroy };
    void ask(Ending ending);
    void fill();

    CollectionDesk &m_desk;
    LogIn &m_login;
    MessageBar &m_message;
    std::function<void(const Person &)> m_asked; // what the second officer confirms; empty: nothing
    QUuid m_moving; // the case that ends
    QLabel *m_title;
    StandingList *m_list;
    QWidget *m_ending;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QLineEdit *m_officerName;
    QLineEdit *m_officerPassphrase;
    QPushButton *m_handBack;
    QPushButton *m_destroy;
    QLabel *m_hint;
};

} // namespace idcounter

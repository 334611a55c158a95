#pragma once

#include "app/workflow/returndesk.h"
#include "app/workflow/walkinsteps.h"
#include "widgets/common/page.h"

#include <QHash>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace idcounter {

class FingerDesk;
class MessageBar;
class PaperDesk;
class PhotoDesk;
class WalkIn;
struct Office;

// A case that came back, with the citizen at the counter: why it came back, and the pages of the items at fault, nothing
// else. Sent again it is reviewed once more.
class RedoView : public Page
{
    Q_OBJECT

public:
    RedoView(ReturnDesk &desk, const Standing &standing, const Office &office, QWidget *parent = nullptr);
    ~RedoView() override;

    QString help() const override; // of the step that is shown
    void leave(); // asks first, where something was done again and not sent

Q_SIGNALS:
    void done(); // sent again
    void left();

protected:
    void retranslate() final;

private:
    QWidget *head();
    QWidget *foot();
    void addPages(const Office &office);
    void addKeys();
    void showStep();
    void goOn();
    StepId nextOpen() const; // the step that is to be done; the one that is shown, when all are
    static QString stepName(StepId step);

    ReturnDesk &m_desk;
    const Standing m_standing;
    std::unique_ptr<WalkIn> m_walkIn;
    std::unique_ptr<PhotoDesk> m_photoDesk;
    std::unique_ptr<FingerDesk> m_fingerDesk;
    std::unique_ptr<PaperDesk> m_paperDesk;
    const Draft m_begun; // as it was opened
    bool m_sending = false;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    QHash<StepId, Page *> m_pages;
    QHash<StepId, QPushButton *> m_steps;
    QLabel *m_who;
    QLabel *m_why;
    QLabel *m_days;
    QPushButton *m_leave;
    QPushButton *m_send;
};

} // namespace idcounter

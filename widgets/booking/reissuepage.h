#pragma once

#include "app/workflow/reissuedesk.h"
#include "widgets/common/page.h"

class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace idcounter {

class MessageBar;

// Online re-issue of lost cards: who applied, which conditions hold and by what that is known, the payment, and the decision.
class ReissuePage : public Page
{
    Q_OBJECT

public:
    ReissuePage(ReissueDesk &desk, PlatformLink &link, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    enum Column { Since, Person, State, ColumnCount };
    void fill();
    void showFile();
    void showFindings();
    void openCurrent();
    void confirm();
    QUuid current() const;

    ReissueDesk &m_desk;
    bool m_begins = false;
    MessageBar *m_message;
    QLabel *m_title;
    QTableWidget *m_list;
    QLabel *m_empty;
    QWidget *m_content;
    QLabel *m_who;
    QTableWidget *m_findings;
    QLabel *m_money;
    QLabel *m_timesTitle;
    QListWidget *m_times;
    QPushButton *m_eligible;
    QPushButton *m_counter;
    QPushButton *m_takeOver;
    QPushButton *m_refuse;
    QPushButton *m_refund;
};

} // namespace idcounter

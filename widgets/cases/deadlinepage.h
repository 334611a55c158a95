#pragma once

#include "app/workflow/deadlinedesk.h"
#include "widgets/common/page.h"

#include <array>

class QLabel;
class QPushButton;
class QTableView;

namespace idcounter {

class DeadlineModel;
class MessageBar;

// All open cases for everyone: what is late, where it lies, who acts next. The four counts and the actors filter the table.
class DeadlinePage : public Page
{
    Q_OBJECT

public:
    explicit DeadlinePage(DeadlineDesk &desk, const Counter &counter, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void caseAsked(const QUuid &caseId);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void fill();
    void showCounts();
    bool isWanted(const DeadlineRow &row) const;
    void openCurrent();
    void askExtension();

    DeadlineDesk &m_desk;
    Counter m_counter;
    DeadlineModel *m_model;
    MessageBar *m_message;
    QLabel *m_title;
    std::array<QPushButton *, 4> m_urgencies; // by Urgency, the worst first
    std::array<QPushButton *, 7> m_actors; // by NextActor
    QPushButton *m_late;
    QTableView *m_table;
    QLabel *m_empty;
    QPushButton *m_open;
    QPushButton *m_extend;
};

} // namespace idcounter

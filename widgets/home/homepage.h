#pragma once

#include "app/workflow/desk.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace idcounter {

class CaseModel;
class DayBars;
class DraftModel;
class KeyReminders;
class MessageBar;
struct PracticeCitizen;

// Between two citizens: begin a case, go on with a draft, today's cases and figures, look somebody up.
class HomePage : public Page
{
    Q_OBJECT

public:
    HomePage(Desk &desk, const QList<PracticeCitizen> &citizens, QWidget *parent = nullptr);

    QString help() const override;
    void focusDrafts();
    void addBox(QWidget *box); // below the drafts
    void showError(const Error &error); // of work nobody asked for; stays until it is dealt with

Q_SIGNALS:
    void newCaseAsked();
    void citizenAsked(const QString &number);
    void draftChosen(const QUuid &id);
    void caseChosen(const QUuid &id);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *leadingColumn();
    QWidget *trailingColumn();
    void showDesk();
    void showLastDays();

    Desk &m_desk;
    QVBoxLayout *m_leading = nullptr;
    DraftModel *m_drafts;
    CaseModel *m_cases;
    MessageBar *m_message;
    QPushButton *m_new;
    QLabel *m_draftsTitle;
    QTableView *m_draftView;
    QLabel *m_noDrafts;
    QLabel *m_citizensTitle;
    QWidget *m_citizens;
    QLabel *m_figuresTitle;
    QLabel *m_caseCount;
    QLabel *m_caseCountText;
    DayBars *m_caseBars;
    QLabel *m_money;
    QLabel *m_moneyText;
    DayBars *m_moneyBars;
    QLabel *m_quality;
    KeyReminders *m_reminders;
    QLabel *m_casesTitle;
    QTableView *m_caseView;
    QLabel *m_noCases;
};

} // namespace idcounter

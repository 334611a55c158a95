#pragma once

#include "app/workflow/temporarycarddesk.h"
#include "app/workflow/temporarycardpaper.h"
#include "widgets/common/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace idcounter {

class MessageBar;

// Temporary cards: who waits for one, issuing it on the next blank form, those that are out, those that should have come back,
// and the stock of forms.
class TemporaryCardPage : public Page
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    TemporaryCardPage(TemporaryCardDesk &desk, const Counter &counter, Printer &printer, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void nameControls();
    void layOut();
    void connectParts();
    QWidget *issuePart();
    QWidget *duePart();
    void fill();
    void fillWaiting();
    void fillOut();
    void fillDue();
    void showPrice();
    void issue();
    void finishMove(const Standing &standing);
    std::optional<Standing> chosenWaiting() const;
    static std::optional<Standing> chosenOf(const QTableWidget *table, const QList<TemporaryCardOut> &cards);

    TemporaryCardDesk &m_desk;
    Counter m_counter;
    TemporaryCardPaper m_paper;
    QUuid m_issuing; // the case whose card is being issued
    MessageBar *m_message;
    QLabel *m_title;
    QTableWidget *m_waiting;
    QWidget *m_issuePart;
    QLabel *m_serialLabel;
    QLineEdit *m_serial;
    QLabel *m_price;
    QRadioButton *m_cash;
    QRadioButton *m_terminal;
    QPushButton *m_issue;
    QLabel *m_outTitle;
    QTableWidget *m_out;
    QPushButton *m_back;
    QPushButton *m_again;
    QWidget *m_duePart;
    QLabel *m_dueTitle;
    QTableWidget *m_due;
    QPushButton *m_dueBack;
};

} // namespace idcounter

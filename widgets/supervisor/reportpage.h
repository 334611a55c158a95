#pragma once

#include "app/workflow/reportdesk.h"
#include "widgets/common/page.h"

class QDateEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace idcounter {

class MessageBar;

// The daily report: the paper itself on the screen, and on its way to the printer.
class ReportPage : public Page
{
    Q_OBJECT

public:
    ReportPage(Counter counter, Printer &printer, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void figureChosen(const idcounter::Figure &figure, QDate day);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void make();
    void print();
    void showReport();
    void addLinks(QLabel *page, int number);

    ReportDesk m_desk;
    MessageBar *m_message;
    QLabel *m_dayLabel;
    QDateEdit *m_day;
    QPushButton *m_print;
    QVBoxLayout *m_pages;
};

} // namespace idcounter

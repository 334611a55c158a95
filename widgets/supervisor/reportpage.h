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

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void make();
    void print();
    void showReport();

    ReportDesk m_desk;
    MessageBar *m_message;
    QLabel *m_dayLabel;
    QDateEdit *m_day;
    QPushButton *m_print;
    QVBoxLayout *m_pages;
};

} // namespace idcounter

#pragma once

#include "app/workflow/desk.h"
#include "widgets/common/page.h"

class QDateEdit;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace idcounter {

class MessageBar;
class Printer;

// The daily report: the paper itself on the screen, and on its way to the printer.
class ReportPage : public Page
{
    Q_OBJECT

public:
    ReportPage(Desk &desk, Printer &printer, QWidget *parent = nullptr);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void make();
    void showReport(const QByteArray &pdf, const QList<QImage> &pages);
    void print();

    Desk &m_desk;
    Printer &m_printer;
    QByteArray m_pdf;
    QUuid m_job;
    MessageBar *m_message;
    QLabel *m_dayLabel;
    QDateEdit *m_day;
    QPushButton *m_print;
    QVBoxLayout *m_pages;
};

} // namespace idcounter

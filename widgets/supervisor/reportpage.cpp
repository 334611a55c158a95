#include "widgets/supervisor/reportpage.h"

#include "app/ports/printer.h"
#include "widgets/common/messagebar.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

ReportPage::ReportPage(Desk &desk, Printer &printer, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_printer(printer)
    , m_message(new MessageBar)
    , m_dayLabel(new QLabel)
    , m_day(new QDateEdit)
    , m_print(new QPushButton)
    , m_pages(new QVBoxLayout)
{
    m_day->setObjectName(u"reportDay"_s);
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setDate(desk.counter().today());
    m_day->setFixedWidth(150);
    m_dayLabel->setBuddy(m_day);
    m_print->setObjectName(u"printReportButton"_s);
    m_print->setProperty("role", u"primary"_s);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_dayLabel);
    bar->addWidget(m_day);
    bar->addStretch();
    bar->addWidget(m_print);
    auto *sheet = new QWidget;
    sheet->setLayout(m_pages);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"reportScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setWidget(sheet);
    scroll->setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_message);
    column->addLayout(bar);
    column->addWidget(scroll, 1);
    connect(m_day, &QDateEdit::dateChanged, this, &ReportPage::make);
    connect(m_print, &QPushButton::clicked, this, &ReportPage::print);
    connect(&m_desk, &Desk::reportReady, this, &ReportPage::showReport);
    connect(&m_desk, &Desk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(&m_printer, &Printer::printed, this, [this](const QUuid &job) {
        if (job == m_job)
            m_message->show(MessageBar::Kind::Ok, tr("The report was printed."));
    });
    connect(&m_printer, &Printer::failed, this, [this](const QUuid &job, const Error &error) {
        if (job == m_job)
            m_message->show(error);
    });
    retranslate();
}

void ReportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    make();
}

void ReportPage::make()
{
    m_message->clear();
    m_desk.makeReport(m_day->date());
}

void ReportPage::showReport(const QByteArray &pdf, const QList<QImage> &pages)
{
    m_pdf = pdf;
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int page = 0; page < int(pages.size()); ++page) {
        auto *label = new QLabel;
        label->setPixmap(QPixmap::fromImage(pages[page]));
        label->setAccessibleName(tr("Page %1 of the report").arg(page + 1));
        m_pages->addWidget(label, 0, Qt::AlignHCenter);
    }
    m_print->setEnabled(true);
}

void ReportPage::print()
{
    m_job = QUuid::createUuid();
    m_printer.print(m_job, u"居民身份证受理日报表"_s, m_pdf);
}

void ReportPage::retranslate()
{
    m_dayLabel->setText(tr("&Day"));
    m_print->setText(tr("&Print the report"));
    m_print->setEnabled(!m_pdf.isEmpty());
}

} // namespace idcounter

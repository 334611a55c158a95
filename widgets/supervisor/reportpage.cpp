#include "widgets/supervisor/reportpage.h"

#include "widgets/common/messagebar.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTransform>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

ReportPage::ReportPage(Counter counter, Printer &printer, QWidget *parent)
    : Page(parent)
    , m_desk(std::move(counter), printer)
    , m_message(new MessageBar)
    , m_dayLabel(new QLabel)
    , m_day(new QDateEdit)
    , m_print(new QPushButton)
    , m_pages(new QVBoxLayout)
{
    m_day->setObjectName(u"reportDay"_s);
    m_day->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_day->setDate(m_desk.counter().today());
    m_day->setCalendarPopup(true);
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
    connect(&m_desk, &ReportDesk::changed, this, &ReportPage::showReport);
    connect(&m_desk, &ReportDesk::failed, this, [this](const Error &error) { m_message->show(error); });
    retranslate();
}

void ReportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    make();
    m_day->setFocus();
}

void ReportPage::make()
{
    m_message->clear();
    m_desk.make(m_day->date());
}

void ReportPage::print()
{
    m_message->clear();
    m_desk.print();
}

void ReportPage::showReport()
{
    const ReportDesk::State state = m_desk.state();
    m_print->setEnabled(state == ReportDesk::State::Ready);
    if (state == ReportDesk::State::Printed)
        m_message->show(MessageBar::Kind::Ok, tr("The report was printed."));
    if (state == ReportDesk::State::Printing || state == ReportDesk::State::Printed)
        return;
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int number = 0;
    for (const QImage &page : m_desk.pages()) {
        auto *label = new QLabel;
        label->setPixmap(QPixmap::fromImage(page));
        addLinks(label, number);
        label->setAccessibleName(tr("Page %1 of the report").arg(++number));
        m_pages->addWidget(label, 0, Qt::AlignHCenter);
    }
}

// Every figure with cases behind it leads to them.
void ReportPage::addLinks(QLabel *page, int number)
{
    constexpr double pixelsPerMillimetre = ReportDesk::dotsPerInch / 25.4;
    int count = 0;
    for (const FigureLink &link : m_desk.links()) {
        if (link.page != number)
            continue;
        auto *button = new QPushButton(page);
        button->setObjectName(u"figure_%1_%2"_s.arg(number).arg(++count));
        button->setProperty("role", u"overlay"_s);
        button->setCursor(Qt::PointingHandCursor);
        button->setAccessibleName(tr("Cases behind: %1").arg(link.item));
        button->setToolTip(button->accessibleName());
        const QTransform toPixels = QTransform::fromScale(pixelsPerMillimetre, pixelsPerMillimetre);
        button->setGeometry(toPixels.mapRect(link.area).toRect());
        connect(button, &QPushButton::clicked, this,
                [this, figure = link.figure] { Q_EMIT figureChosen(figure, m_desk.day()); });
    }
}

QString ReportPage::help() const
{
    return tr(
        "The day's figures, counted anew from what is stored: cases by business, fees by means, receipts, photos "
        "and presses, refusals, drafts that are open; packages, feedback, cards and temporary cards; and the "
        "reconciliations, which begin with what was printed last and name the cases behind a difference. Choosing a "
        "figure shows the cases behind it. A second print is numbered and marked as a copy.");
}

void ReportPage::retranslate()
{
    m_dayLabel->setText(tr("&Day"));
    m_print->setText(tr("&Print the report"));
    showReport();
}

} // namespace idcounter

#include "widgets/review/returnedpage.h"

#include "app/domain/deadlines.h"
#include "app/texts/lifetexts.h"
#include "widgets/cases/urgencywords.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/review/reviewwords.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int leastRowHeight = 52; // number and name are two lines

Urgency urgency(const Case &accepted, QDate today)
{
    return urgencyOf(accepted.form.signing.formDate, accepted.promiseDue, accepted.legalDue, today);
}

} // namespace

ReturnedPage::ReturnedPage(ReturnDesk &desk, const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(counter)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_list(new QTableWidget)
    , m_empty(new QLabel)
    , m_redo(new QPushButton)
{
    m_title->setObjectName(u"returnedTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_list->setObjectName(u"returnedList"_s);
    m_list->setColumnCount(ColumnCount);
    makeList(m_list);
    m_list->setWordWrap(true);
    m_list->horizontalHeader()->setStretchLastSection(false);
    m_list->horizontalHeader()->setSectionResizeMode(Wrong, QHeaderView::Stretch);
    m_list->verticalHeader()->setMinimumSectionSize(leastRowHeight);
    m_list->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_empty->setObjectName(u"returnedEmpty"_s);
    m_empty->setWordWrap(true);
    m_redo->setObjectName(u"redoButton"_s);
    m_redo->setProperty("role", u"primary"_s);
    auto *foot = new QHBoxLayout;
    foot->addStretch();
    foot->addWidget(m_redo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1, Qt::AlignTop);
    column->addLayout(foot);

    connect(&m_desk, &ReturnDesk::changed, this, &ReturnedPage::fill);
    connect(&m_desk, &ReturnDesk::moved, &m_desk, &ReturnDesk::refresh);
    connect(&m_desk, &ReturnDesk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_redo, &QPushButton::clicked, this, &ReturnedPage::redo);
    connect(m_list, &QTableWidget::activated, this, &ReturnedPage::redo);
    auto *action = new QAction(this);
    action->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    connect(action, &QAction::triggered, m_redo, &QPushButton::click);
    addAction(action);
    retranslate();
}

void ReturnedPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_begins = true;
}

void ReturnedPage::redo()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_desk.returned().size())
        Q_EMIT redoAsked(m_desk.returned()[row]);
}

void ReturnedPage::fillRow(int row, const Standing &standing)
{
    const Case &accepted = standing.accepted;
    const QDate today = m_counter.today();
    const Urgency near = urgency(accepted, today);
    QStringList wrong;
    for (const ReturnReason &reason : standing.progress.wrong)
        wrong << ReviewWords(m_counter.rules).returned(reason);
    if (wrong.isEmpty())
        wrong << tr("called back by the station");
    const QStringList cells{
        u"%1 %2"_s.arg(urgencySign(near), ReviewWords::daysLeft(int(today.daysTo(accepted.legalDue)))),
        u"%1\n%2"_s.arg(accepted.number.grouped(), accepted.form.applicant.name),
        ReviewWords::phone(accepted.form.delivery.phone), wrong.join(u'\n'), texts::describe(standing.progress.origin)};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells[column]);
        item->setData(Qt::UserRole, accepted.id);
        item->setToolTip(cells[column]);
        if (column == Left)
            item->setForeground(urgencyColour(near));
        m_list->setItem(row, column, item);
    }
}

// The case that was chosen stays so.
void ReturnedPage::fill()
{
    const QList<Standing> &cases = m_desk.returned();
    const QTableWidgetItem *before = m_list->currentItem();
    const QUuid chosen = before ? before->data(Qt::UserRole).toUuid() : QUuid();
    m_list->setRowCount(int(cases.size()));
    int current = 0;
    for (int row = 0; row < int(cases.size()); ++row) {
        fillRow(row, cases[row]);
        if (cases[row].accepted.id == chosen)
            current = row;
    }
    const bool any = !cases.isEmpty();
    if (any)
        m_list->setCurrentCell(current, Left);
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    if (any && std::exchange(m_begins, false))
        m_list->setFocus();
    m_redo->setEnabled(any);
    m_title->setText(any ? tr("%n case(s) came back", nullptr, int(cases.size())) : tr("Cases that came back"));
}

QString ReturnedPage::help() const
{
    return tr(
        "Cases that the reviewer, the county, the city or the card centre sent back. Call the citizen; when he is "
        "here, do it again: only what is wrong is taken anew, under the same number, fee and form date. Then the "
        "case is reviewed and reported once more. The days left are those of the law, which go on running.");
}

void ReturnedPage::retranslate()
{
    m_list->setHorizontalHeaderLabels(
        {tr("Days"), tr("Application"), tr("Telephone"), tr("What is wrong"), tr("From")});
    m_list->setAccessibleName(tr("Cases that came back"));
    m_empty->setText(tr("Nothing came back. Cases that must be done again in part will be here, with whom to call."));
    m_redo->setText(tr("Do it again (Ctrl+Enter)"));
    fill();
}

} // namespace idcounter

#include "widgets/home/searchpage.h"

#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/home/casetable.h"

#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

SearchPage::SearchPage(Desk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_model(new CaseModel(desk.counter().rules, this))
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_view(new QTableView)
{
    m_title->setObjectName(u"searchTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_view->setObjectName(u"foundTable"_s);
    m_view->setModel(m_model);
    makeList(m_view);
    m_view->hide(); // until there is something in it
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(m_view, 1);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT caseChosen(m_model->caseAt(index.row()).id); });
    connect(&m_desk, &Desk::foundChanged, this, &SearchPage::showFound);
    connect(&m_desk, &Desk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    retranslate();
}

void SearchPage::search(const QString &text)
{
    m_message->clear();
    m_desk.search(text);
}

void SearchPage::showBehind(const Figure &figure, QDate day)
{
    m_message->clear();
    m_desk.findBehind(figure, day);
}

void SearchPage::showFound()
{
    m_searched = true;
    m_model->setCases(m_desk.found());
    retranslate();
    m_view->setVisible(m_model->rowCount() > 0);
    m_view->setFocus();
    if (m_model->rowCount() > 0)
        m_view->selectRow(0);
}

QString SearchPage::help() const
{
    return tr("Type into the field at the top: citizen number (whole, its last 4 or 6), name, acceptance number or "
              "phone. Enter searches; Enter on a line opens the case, for its papers. Who searched and who looked is "
              "recorded.");
}

void SearchPage::retranslate()
{
    m_model->retranslate();
    m_view->setAccessibleName(tr("Cases found"));
    m_title->setText(m_searched
                         ? m_model->rowCount() > 0
                             ? tr("%n case(s) found", nullptr, m_model->rowCount())
                             : tr("No case was found. A citizen number is searched whole or by its last 4 or 6 "
                                  "characters, a name as it stands on the card.")
                         : tr("Search by citizen number (whole, last 4 or 6), name, acceptance number or phone"));
}

} // namespace idcounter

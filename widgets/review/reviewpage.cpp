#include "widgets/review/reviewpage.h"

#include "app/texts/texts.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/review/reviewcaseview.h"
#include "widgets/review/reviewdecisions.h"
#include "widgets/review/reviewfilterbar.h"
#include "widgets/review/reviewmodel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listWidth = 500;
constexpr int rowHeight = 52; // two lines
constexpr int headingHeight = 34;

} // namespace

ReviewPage::ReviewPage(ReviewDesk &desk, const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_done(new QLabel)
    , m_filters(new ReviewFilterBar(desk, counter))
    , m_model(new ReviewModel(desk, counter, this))
    , m_list(new QTableView)
    , m_empty(new QLabel)
    , m_view(new ReviewCaseView(counter))
    , m_previous(new QPushButton)
    , m_next(new QPushButton)
    , m_decisions(new ReviewDecisions(desk, *m_message))
{
    m_title->setObjectName(u"reviewTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_done->setObjectName(u"reviewDone"_s);
    m_done->setProperty("role", u"ok"_s);
    m_previous->setObjectName(u"reviewPreviousButton"_s);
    m_next->setObjectName(u"reviewNextButton"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(16);
    head->addWidget(m_done, 1);
    head->addWidget(m_filters);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(16);
    parts->addWidget(list());
    parts->addWidget(m_view, 1);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_previous);
    foot->addWidget(m_next);
    foot->addWidget(m_decisions, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addLayout(head);
    column->addLayout(parts, 1);
    column->addLayout(foot);
    connectDesk();
    connect(m_filters, &ReviewFilterBar::changed, this, &ReviewPage::fill);
    addKey(Qt::Key_PageUp, m_previous, -1);
    addKey(Qt::Key_PageDown, m_next, 1);
    retranslate();
}

QWidget *ReviewPage::list()
{
    m_list->setObjectName(u"reviewList"_s);
    m_list->setModel(m_model);
    makeList(m_list);
    m_list->horizontalHeader()->setStretchLastSection(false);
    m_list->horizontalHeader()->setSectionResizeMode(ReviewModel::Application, QHeaderView::Stretch);
    m_list->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_list->setWordWrap(false);
    m_empty->setObjectName(u"reviewEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *part = new QWidget;
    part->setFixedWidth(listWidth);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_filling)
            openChosen();
    });
    return part;
}

void ReviewPage::addKey(Qt::Key key, QPushButton *button, int step)
{
    connect(button, &QPushButton::clicked, this, [this, step] {
        if (const int row = m_model->caseBeside(m_list->currentIndex().row(), step); row >= 0)
            m_list->setCurrentIndex(m_model->index(row, 0));
    });
    auto *action = new QAction(this);
    action->setShortcut(key);
    connect(action, &QAction::triggered, button, &QPushButton::click);
    addAction(action);
}

void ReviewPage::connectDesk()
{
    connect(&m_desk, &ReviewDesk::changed, this, &ReviewPage::fill);
    connect(&m_desk, &ReviewDesk::opened, this, [this](const ReviewFile &file) {
        if (file.standing.accepted.id != m_chosen)
            return; // another was chosen meanwhile
        m_view->show(file);
        showDecisions();
    });
    connect(&m_desk, &ReviewDesk::moved, this, &ReviewPage::follow);
    connect(&m_desk, &ReviewDesk::failed, this, [this](const Error &error) {
        if (!isVisible())
            return;
        m_message->show(error);
        if (error.code == Error::Code::RecordConflict) // a colleague was faster
            m_desk.refresh();
    });
}

void ReviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_done->clear();
    m_desk.refresh();
    m_begins = true;
}

// The case that was chosen stays so; where it is no longer there, the first of the list is.
void ReviewPage::fill()
{
    m_filling = true;
    m_filters->offer(m_desk.waiting() + m_desk.reviewed());
    m_model->show(m_filters->filter());
    m_list->clearSpans();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const bool heading = !m_model->caseAt(row);
        m_list->setRowHeight(row, heading ? headingHeight : rowHeight);
        if (heading)
            m_list->setSpan(row, 0, 1, ReviewModel::ColumnCount);
    }
    int row = m_model->rowOf(m_chosen);
    if (row < 0)
        row = m_model->caseBeside(-1, 1);
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
    m_filling = false;
    openChosen();
    showHeadings();
}

void ReviewPage::openChosen()
{
    const Standing *standing = m_model->caseAt(m_list->currentIndex().row());
    if (!standing) {
        m_chosen = {};
        m_view->clear();
        showDecisions();
        return;
    }
    m_chosen = standing->accepted.id;
    const auto shown = shownCase();
    if (shown && shown->accepted.id == m_chosen && shown->version == standing->version)
        return;
    m_decisions->setEnabled(false); // what is decided is decided about what is seen
    m_desk.open(m_chosen);
}

// What was decided leads on to the next case; what was only put down stays where it is.
void ReviewPage::follow(const Standing &standing)
{
    m_message->clear();
    const CaseState state = standing.accepted.state;
    if (standing.accepted.id == m_chosen && state != CaseState::Accepted)
        m_chosen = m_model->waitingAfter(m_chosen);
    m_done->setText(
        state == CaseState::Accepted
            ? tr("✓ Noted: %1").arg(standing.accepted.form.applicant.name)
            : tr("✓ %1: %2", "name, state").arg(standing.accepted.form.applicant.name, texts::describe(state)));
    if (state == CaseState::Refused)
        Q_EMIT refused(standing);
    m_desk.refresh();
}

QString ReviewPage::help() const
{
    return tr("Every accepted case is looked at by a second person before it is reported. What has exceptions that "
              "nobody confirmed stands on top; then the most urgent, then the oldest.\n\n"
              "Compare photo, prints and booklet, and decide: approve, return to the clerk with what must be done "
              "again, or refuse with a written reason. Who accepted a case does not review it. A case accepted by "
              "mistake is voided by a supervisor on the same day.\n\n"
              "PgDn and PgUp go to the next and the previous case; after an approval the next opens by itself.");
}

void ReviewPage::showHeadings()
{
    const int waiting = int(m_desk.waiting().size());
    m_title->setText(waiting == 0 ? tr("Review") : tr("Review: %n case(s) wait", nullptr, waiting));
    const bool any = m_model->rowCount() > 0;
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    if (any && std::exchange(m_begins, false))
        m_list->setFocus();
    m_empty->setText(waiting + int(m_desk.reviewed().size()) > 0
                         ? tr("No case is as the filters ask.")
                         : tr("Accepted cases that wait for a second person will be here."));
    showDecisions();
}

void ReviewPage::showDecisions()
{
    const auto shown = shownCase();
    m_decisions->show(shown);
    m_decisions->setEnabled(shown && shown->accepted.id == m_chosen);
    const int row = m_list->currentIndex().row();
    m_previous->setEnabled(m_model->caseBeside(row, -1) >= 0);
    m_next->setEnabled(m_model->caseAt(row) && m_model->caseBeside(row, 1) >= 0);
}

std::optional<Standing> ReviewPage::shownCase() const
{
    return m_view->file() ? std::optional(m_view->file()->standing) : std::nullopt;
}

void ReviewPage::retranslate()
{
    m_list->setAccessibleName(tr("Cases to be reviewed"));
    m_previous->setText(tr("Previous (PgUp)"));
    m_next->setText(tr("Next (PgDn)"));
    fill();
}

} // namespace idcounter

#include "widgets/cases/deadlinepage.h"

#include "app/texts/lifetexts.h"
#include "widgets/cases/deadlinemodel.h"
#include "widgets/cases/limitdelegate.h"
#include "widgets/cases/urgencywords.h"
#include "widgets/common/asktext.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr std::array urgencies{Urgency::Black, Urgency::Red, Urgency::Amber, Urgency::Green};
constexpr std::array urgencyNames{"black", "red", "amber", "green"};

} // namespace

DeadlinePage::DeadlinePage(DeadlineDesk &desk, const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(counter)
    , m_model(new DeadlineModel(m_counter.rules, this))
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_late(new QPushButton)
    , m_table(new QTableView)
    , m_empty(new QLabel)
    , m_open(new QPushButton)
    , m_extend(new QPushButton)
{
    m_title->setObjectName(u"deadlineTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_empty->setObjectName(u"deadlineEmpty"_s);
    m_empty->setWordWrap(true);
    m_table->setObjectName(u"deadlineTable"_s);
    m_table->setModel(m_model);
    makeList(m_table);
    m_table->setItemDelegateForColumn(DeadlineModel::Left, new LimitDelegate(this));
    for (const int wide : {DeadlineModel::Name, DeadlineModel::Business})
        m_table->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_open->setObjectName(u"openCaseButton"_s);
    m_extend->setObjectName(u"extendButton"_s);
    m_extend->setVisible(m_counter.isSupervisor() && m_counter.station.remoteArea);
    layOut();

    connect(&m_desk, &DeadlineDesk::changed, this, &DeadlinePage::fill);
    connect(&m_desk, &DeadlineDesk::moved, this, [this] {
        if (isVisible())
            m_desk.refresh();
    });
    connect(&m_desk, &DeadlineDesk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_table, &QTableView::activated, this, &DeadlinePage::openCurrent);
    connect(m_open, &QPushButton::clicked, this, &DeadlinePage::openCurrent);
    connect(m_extend, &QPushButton::clicked, this, &DeadlinePage::askExtension);
    retranslate();
}

void DeadlinePage::layOut()
{
    auto *counts = new QHBoxLayout;
    counts->setSpacing(8);
    const auto chip = [this](QPushButton *button, const QString &name, QHBoxLayout *line) {
        button->setObjectName(name);
        button->setCheckable(true);
        line->addWidget(button);
        connect(button, &QPushButton::toggled, this, &DeadlinePage::fill);
    };
    for (std::size_t i = 0; i < m_urgencies.size(); ++i) {
        m_urgencies[i] = new QPushButton;
        chip(m_urgencies[i], QLatin1StringView(urgencyNames[i]) + "Chip"_L1, counts);
        m_urgencies[i]->setProperty("hero", true);
    }
    auto *chips = new QHBoxLayout;
    chips->setSpacing(8);
    for (std::size_t i = 0; i < m_actors.size(); ++i) {
        m_actors[i] = new QPushButton;
        chip(m_actors[i], u"actorChip%1"_s.arg(i), chips);
    }
    chip(m_late, u"lateChip"_s, chips);
    chips->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_extend);
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addLayout(counts);
    column->addLayout(chips);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    column->addStretch();
}

void DeadlinePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_table->setFocus();
}

// Chips of one kind widen the choice, those of different kinds narrow it.
bool DeadlinePage::isWanted(const DeadlineRow &row) const
{
    const auto chosen = [](const auto &buttons, std::size_t which) {
        const bool any
            = std::any_of(buttons.begin(), buttons.end(), [](const QPushButton *one) { return one->isChecked(); });
        return !any || (which < buttons.size() && buttons[which]->isChecked());
    };
    const auto urgency = std::size_t(std::find(urgencies.begin(), urgencies.end(), row.urgency) - urgencies.begin());
    return chosen(m_urgencies, urgency) && chosen(m_actors, std::size_t(row.actor))
        && (!m_late->isChecked() || row.isStepLate);
}

void DeadlinePage::fill()
{
    const int current = m_table->currentIndex().row();
    const QUuid before = current >= 0 ? m_model->rowAt(current).standing.accepted.id : QUuid();
    QList<DeadlineRow> wanted;
    std::copy_if(m_desk.rows().begin(), m_desk.rows().end(), std::back_inserter(wanted),
                 [this](const DeadlineRow &row) { return isWanted(row); });
    m_model->setRows(wanted);
    const auto same = std::find_if(wanted.begin(), wanted.end(),
                                   [&before](const DeadlineRow &row) { return row.standing.accepted.id == before; });
    if (!wanted.isEmpty())
        m_table->selectRow(same == wanted.end() ? 0 : int(same - wanted.begin()));
    showCounts();
}

void DeadlinePage::showCounts()
{
    for (std::size_t i = 0; i < m_urgencies.size(); ++i) {
        m_urgencies[i]->setText(tr("%1 %2  %3", "sign, how many, word")
                                    .arg(urgencySign(urgencies[i]))
                                    .arg(m_desk.count(urgencies[i]))
                                    .arg(urgencyWord(urgencies[i])));
    }
    const QList<DeadlineRow> &rows = m_desk.rows();
    for (std::size_t i = 0; i < m_actors.size(); ++i) {
        const auto count = std::count_if(rows.begin(), rows.end(),
                                         [i](const DeadlineRow &row) { return row.actor == NextActor(int(i)); });
        m_actors[i]->setText(
            tr("%1 (%2)", "who acts next, how many cases").arg(texts::describe(NextActor(int(i)))).arg(count));
        m_actors[i]->setVisible(count > 0 || m_actors[i]->isChecked());
    }
    const auto late = std::count_if(rows.begin(), rows.end(), [](const DeadlineRow &row) { return row.isStepLate; });
    m_late->setText(tr("■ Step late (%1)").arg(late));
    m_title->setText(tr("%n open case(s), the latest first", nullptr, int(rows.size())));
    const bool empty = m_model->rowCount() == 0;
    m_empty->setVisible(empty);
    m_empty->setText(rows.isEmpty()
                         ? tr("Every case from its acceptance to its end will stand here, with the days it has left.")
                         : tr("No case is as the chips say. Press a chip again to see more."));
    m_table->setVisible(!empty);
    m_open->setEnabled(!empty);
    m_extend->setEnabled(!empty);
}

void DeadlinePage::openCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0)
        Q_EMIT caseAsked(m_model->rowAt(row).standing.accepted.id);
}

void DeadlinePage::askExtension()
{
    const int row = m_table->currentIndex().row();
    if (row < 0)
        return;
    m_message->clear();
    const Standing standing = m_model->rowAt(row).standing;
    askText(
        this, tr("30 days more"),
        tr("Why can the card of %1 not be issued within 60 days (Art. 12)?").arg(standing.accepted.form.applicant.name),
        [this, standing](const QString &reason) { m_desk.extend(standing, reason); }, tr("Extend"));
}

QString DeadlinePage::help() const
{
    return tr(
        "Two clocks run for every case: the promised day, and the 60 days of the law from the form's date. In the "
        "bar the mark is the promised day and the end the law's last one; once the citizen is told, the law's "
        "clock stands. ▲ is 80 % of the promised time, ■ a passed promise, ◆ a passed limit of the law.\n\n"
        "The counts and the chips choose what the table shows. Enter opens the case. In an area with difficult "
        "transport a supervisor may add 30 days, with a reason.");
}

void DeadlinePage::retranslate()
{
    m_model->retranslate();
    m_table->setAccessibleName(tr("Open cases"));
    m_open->setText(tr("&Open (Enter)"));
    m_extend->setText(tr("E&xtend by 30 days…"));
    fill();
}

} // namespace idcounter

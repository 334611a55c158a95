#include "widgets/booking/linebar.h"

#include "app/texts/texts.h"
#include "widgets/booking/bookingwords.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize tasksSize(640, 320);

} // namespace

LineBar::LineBar(PlatformLink &link, Clock clock, QWidget *parent)
    : Page(parent)
    , m_link(link)
    , m_clock(std::move(clock))
    , m_text(new QLabel)
    , m_tryNow(new QPushButton)
    , m_look(new QPushButton)
{
    m_text->setObjectName(u"lineText"_s);
    m_text->setProperty("role", u"muted"_s);
    m_text->setWordWrap(true);
    m_tryNow->setObjectName(u"tryNowButton"_s);
    m_tryNow->setProperty("role", u"flat"_s);
    m_look->setObjectName(u"lookButton"_s);
    m_look->setProperty("role", u"flat"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_look);
    row->addWidget(m_tryNow);
    connect(&m_link, &PlatformLink::stateChanged, this, &LineBar::retranslate);
    connect(m_look, &QPushButton::clicked, this, &LineBar::showTasks);
    connect(m_tryNow, &QPushButton::clicked, &m_link, &PlatformLink::tryNow);
    retranslate();
}

// A list that is worked off from its top; what was looked at is kept with the name of who did.
void LineBar::showTasks()
{
    auto *dialog = new QDialog(this);
    dialog->setObjectName(u"lineTasksDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Differences from the platform"));
    dialog->setMinimumSize(tasksSize);
    auto *list = new QListWidget;
    list->setObjectName(u"lineTasksList"_s);
    list->setAccessibleName(dialog->windowTitle());
    list->setWordWrap(true);
    auto *done = new QPushButton(tr("Was looked at"));
    done->setObjectName(u"settleTaskButton"_s);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(list, 1);
    column->addWidget(done, 0, Qt::AlignRight);
    const auto fill = [this, list, done] {
        list->clear();
        for (const PlatformTask &task : m_link.tasks())
            list->addItem(BookingWords::task(task));
        list->setCurrentRow(0);
        done->setEnabled(list->count() > 0);
    };
    connect(&m_link, &PlatformLink::stateChanged, list, fill);
    connect(done, &QPushButton::clicked, list, [this, list] {
        const int row = list->currentRow();
        if (row >= 0 && row < m_link.tasks().size())
            m_link.settle(m_link.tasks()[row].id);
    });
    fill();
    dialog->open();
}

void LineBar::retranslate()
{
    const LineState &state = m_link.state();
    m_text->setText(BookingWords::line(state, m_clock()));
    m_text->setToolTip(state.error ? texts::describe(state.error->code) : QString());
    m_tryNow->setText(tr("Try now"));
    m_look->setText(tr("Look at them…"));
    m_look->setVisible(!m_link.tasks().isEmpty());
    m_tryNow->setVisible(state.kind != LineState::Kind::NotSet
                         && (state.kind != LineState::Kind::Up || state.unsent > 0));
}

} // namespace idcounter

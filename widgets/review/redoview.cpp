#include "widgets/review/redoview.h"

#include "app/texts/lifetexts.h"
#include "app/workflow/fingerdesk.h"
#include "app/workflow/paperdesk.h"
#include "app/workflow/photodesk.h"
#include "app/workflow/walkin.h"
#include "widgets/common/messagebar.h"
#include "widgets/office.h"
#include "widgets/review/correctionpage.h"
#include "widgets/review/reviewwords.h"
#include "widgets/walkin/fingerpage.h"
#include "widgets/walkin/photopage.h"
#include "widgets/walkin/readbackpage.h"
#include "widgets/walkin/sidepicturedialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int footHeight = 56;

} // namespace

RedoView::RedoView(ReturnDesk &desk, const Standing &standing, const Office &office, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_standing(standing)
    , m_walkIn(std::make_unique<WalkIn>(desk.counter(), standing, office.household))
    , m_photoDesk(std::make_unique<PhotoDesk>(*m_walkIn, office.camera, office.models))
    , m_fingerDesk(std::make_unique<FingerDesk>(*m_walkIn, office.scanner))
    , m_paperDesk(std::make_unique<PaperDesk>(*m_walkIn, office.printer))
    , m_begun(m_walkIn->draft())
    , m_message(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_who(new QLabel)
    , m_why(new QLabel)
    , m_days(new QLabel)
    , m_leave(new QPushButton)
    , m_send(new QPushButton)
{
    addPages(office);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head());
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(8, 8, 8, 0);
    middle->addWidget(m_message);
    middle->addWidget(m_stack, 1);
    column->addLayout(middle, 1);
    column->addWidget(foot());
    addKeys();

    connect(m_walkIn.get(), &WalkIn::draftChanged, this, &RedoView::showStep);
    connect(m_walkIn.get(), &WalkIn::currentStepChanged, this, &RedoView::showStep);
    connect(m_walkIn.get(), &WalkIn::refused, this, [this](const Error &error) { m_message->show(error); });
    connect(&m_desk, &ReturnDesk::moved, this, [this](const Standing &moved) {
        if (moved.accepted.id == m_standing.accepted.id && std::exchange(m_sending, false))
            Q_EMIT done();
    });
    connect(&m_desk, &ReturnDesk::failed, this, [this](const Error &error) {
        m_sending = false;
        m_message->show(error);
        showStep();
    });
    retranslate();
}

RedoView::~RedoView()
{
    qDeleteAll(m_pages); // they use the desks, which go before them otherwise
}

QWidget *RedoView::head()
{
    m_who->setObjectName(u"redoWho"_s);
    m_who->setProperty("role", u"title"_s);
    m_why->setObjectName(u"redoWhy"_s);
    m_why->setProperty("role", u"warn"_s);
    m_why->setWordWrap(true);
    m_days->setObjectName(u"redoDays"_s);
    auto *head = new QWidget;
    head->setProperty("role", u"bar"_s);
    head->setAttribute(Qt::WA_StyledBackground);
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_who, 1);
    upper->addWidget(m_days);
    auto *lower = new QHBoxLayout;
    lower->addWidget(m_why, 1);
    const QList<StepId> steps = m_walkIn->stepsAgain();
    for (const StepId step : steps) {
        auto *button = new QPushButton;
        button->setObjectName(u"redoStep_"_s + stepOf(step).name.toString());
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setVisible(steps.size() > 1);
        connect(button, &QPushButton::clicked, this, [this, step] {
            m_walkIn->goTo(step);
            showStep();
        });
        m_steps.insert(step, button);
        lower->addWidget(button);
    }
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(4);
    column->addLayout(upper);
    column->addLayout(lower);
    return head;
}

QWidget *RedoView::foot()
{
    auto *foot = new QWidget;
    foot->setProperty("role", u"footer"_s);
    foot->setAttribute(Qt::WA_StyledBackground);
    foot->setFixedHeight(footHeight);
    m_leave->setObjectName(u"redoLeaveButton"_s);
    m_send->setObjectName(u"redoSendButton"_s);
    m_send->setProperty("role", u"primary"_s);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(m_leave);
    row->addStretch();
    row->addWidget(m_send);
    connect(m_leave, &QPushButton::clicked, this, &RedoView::leave);
    connect(m_send, &QPushButton::clicked, this, &RedoView::goOn);
    return foot;
}

void RedoView::addPages(const Office &office)
{
    const auto takePicture
        = [this](SidePictureKind kind) { (new SidePictureDialog(*m_photoDesk, kind, this))->open(); };
    for (const StepId step : m_walkIn->stepsAgain()) {
        if (step == StepId::Photo) {
            auto *page = new PhotoPage(*m_photoDesk, *m_walkIn, *m_message, office.preferences);
            connect(page, &PhotoPage::sidePictureAsked, this, takePicture);
            m_pages.insert(step, page);
        } else if (step == StepId::Fingers) {
            auto *page = new FingerPage(*m_fingerDesk, *m_walkIn, *m_message, office.preferences.beeps());
            connect(page, &FingerPage::sidePictureAsked, this, takePicture);
            m_pages.insert(step, page);
        } else if (step == StepId::ReadBack) {
            auto *page = new ReadBackPage(*m_walkIn, *m_paperDesk, office.login, *m_message);
            auto *print = new QAction(page);
            print->setShortcut(QKeySequence::Print);
            connect(print, &QAction::triggered, page, &ReadBackPage::print);
            page->addAction(print);
            m_pages.insert(step, page);
        } else {
            m_pages.insert(step, new CorrectionPage(*m_walkIn));
        }
        m_stack->addWidget(m_pages.value(step));
    }
}

void RedoView::addKeys()
{
    const auto add = [this](const QList<QKeySequence> &keys, auto act) {
        auto *action = new QAction(this);
        action->setShortcuts(keys);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    add({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, [this] { m_send->click(); });
    add({Qt::ALT | Qt::Key_Left}, [this] { leave(); });
    int number = 0;
    for (const StepId step : m_walkIn->stepsAgain())
        add({Qt::ALT | Qt::Key(Qt::Key_1 + number++)}, [this, step] { m_walkIn->goTo(step); });
}

StepId RedoView::nextOpen() const
{
    for (const StepId step : m_walkIn->stepsAgain()) {
        if (!m_walkIn->stateOf(step).isDone())
            return step;
    }
    return m_walkIn->currentStep();
}

void RedoView::goOn()
{
    if (const StepId open = nextOpen(); open != m_walkIn->currentStep()) {
        m_walkIn->goTo(open);
        return;
    }
    if (m_sending || !m_walkIn->isDoneAgain())
        return;
    m_sending = true;
    showStep();
    m_desk.redo(m_standing, m_walkIn->formAgain());
}

void RedoView::leave()
{
    if (m_walkIn->draft() == m_begun)
        Q_EMIT left();
    else
        m_message->show(MessageBar::Kind::Warn, tr("What was done again has not been sent. Leaving drops it."),
                        tr("Leave all the same"), [this] { Q_EMIT left(); });
}

QString RedoView::stepName(StepId step)
{
    switch (step) {
    case StepId::Photo:
        return tr("Photo");
    case StepId::Fingers:
        return tr("Fingerprints");
    case StepId::ReadBack:
        return tr("Signature");
    default:
        return tr("Form");
    }
}

void RedoView::showStep()
{
    const StepId current = m_walkIn->currentStep();
    if (Page *page = m_pages.value(current); page && m_stack->currentWidget() != page)
        m_stack->setCurrentWidget(page);
    int number = 0;
    for (const StepId step : m_walkIn->stepsAgain()) {
        const bool isDone = m_walkIn->stateOf(step).isDone();
        QPushButton *button = m_steps.value(step);
        const QString sign = isDone ? u"✓"_s : u"○"_s;
        button->setText(tr("%1 %2 (Alt+%3)", "sign, step, key").arg(sign, stepName(step)).arg(++number));
        button->setChecked(step == current);
    }
    const bool more = nextOpen() != current;
    m_send->setText(more ? tr("Next (Ctrl+Enter)") : tr("Send again (Ctrl+Enter)"));
    m_send->setEnabled(!m_sending && (m_walkIn->isDoneAgain() || (more && m_walkIn->stateOf(current).isDone())));
}

QString RedoView::help() const
{
    const Page *page = m_pages.value(m_walkIn->currentStep());
    return page ? page->help() : QString();
}

void RedoView::retranslate()
{
    const Case &accepted = m_standing.accepted;
    QStringList why;
    for (const ReturnReason &reason : m_standing.progress.wrong)
        why << u"▲ "_s + ReviewWords(m_desk.counter().rules).returned(reason);
    m_who->setText(tr("%1, telephone %2", "name")
                       .arg(accepted.form.applicant.name, ReviewWords::phone(accepted.form.delivery.phone))
                   + u"   "_s + accepted.number.grouped());
    m_why->setText(why.isEmpty() ? tr("The station called the case back; nothing has to be done again.")
                                 : tr("Returned by: %1").arg(texts::describe(m_standing.progress.origin)) + u'\n'
                           + why.join(u'\n'));
    m_days->setText(ReviewWords::daysLeft(int(m_desk.counter().today().daysTo(accepted.legalDue))));
    m_leave->setText(tr("Back (Alt+←)"));
    showStep();
}

} // namespace idcounter

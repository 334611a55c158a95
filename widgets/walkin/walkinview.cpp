#include "widgets/walkin/walkinview.h"

#include "app/texts/texts.h"
#include "app/workflow/fingerdesk.h"
#include "app/workflow/paperdesk.h"
#include "app/workflow/photodesk.h"
#include "app/workflow/walkin.h"
#include "widgets/booking/bookedbox.h"
#include "widgets/common/asktext.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"
#include "widgets/office.h"
#include "widgets/walkin/bookletpage.h"
#include "widgets/walkin/casecard.h"
#include "widgets/walkin/feepage.h"
#include "widgets/walkin/fingerpage.h"
#include "widgets/walkin/formpage.h"
#include "widgets/walkin/photopage.h"
#include "widgets/walkin/readbackpage.h"
#include "widgets/walkin/refusaldialog.h"
#include "widgets/walkin/refusedpage.h"
#include "widgets/walkin/sidepicturedialog.h"
#include "widgets/walkin/slippage.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int railWidth = 200;
constexpr int widthWithCard = 1366;
constexpr int footerHeight = 56;

// What a page begins with, the first that can be used.
constexpr std::array<QStringView, 10> firstOfPages{u"numberEdit", u"takeButton",       u"ruleTable",    u"againButton",
                                                   u"phoneEdit",  u"readBackBox",      u"tenderedEdit", u"cashButton",
                                                   u"freeButton", u"nextCitizenButton"};

} // namespace

WalkInView::WalkInView(std::unique_ptr<WalkIn> walkIn, const Office &office, QWidget *parent)
    : Page(parent)
    , m_walkIn(std::move(walkIn))
    , m_photoDesk(std::make_unique<PhotoDesk>(*m_walkIn, office.camera, office.models))
    , m_fingerDesk(std::make_unique<FingerDesk>(*m_walkIn, office.scanner))
    , m_paperDesk(std::make_unique<PaperDesk>(*m_walkIn, office.printer))
    , m_message(new MessageBar)
    , m_stack(new QStackedWidget)
    , m_card(new CaseCard(*m_walkIn))
    , m_cardLine(new QLabel)
    , m_refuse(new QPushButton)
    , m_discard(new QPushButton)
    , m_back(new QPushButton)
    , m_missing(new QPushButton)
    , m_next(new QPushButton)
    , m_save(new QLabel)
{
    m_cardLine->setObjectName(u"cardLine"_s);
    m_cardLine->setProperty("role", u"muted"_s);
    m_cardLine->hide();
    auto *middle = new QVBoxLayout;
    middle->setContentsMargins(8, 8, 8, 0);
    middle->addWidget(m_cardLine);
    middle->addWidget(m_message);
    middle->addWidget(new BookedBox(*m_walkIn));
    middle->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(rail());
    row->addLayout(middle, 1);
    row->addWidget(m_card);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(footer());

    addPages(office);
    addKeys();
    connectWalkIn();
    retranslate();
    showStep();
}

WalkInView::~WalkInView()
{
    // The pages use the desks, which go before them otherwise.
    qDeleteAll(m_pages);
    delete m_refused;
}

QWidget *WalkInView::rail()
{
    auto *rail = new QWidget;
    rail->setProperty("role", u"surface"_s);
    rail->setAttribute(Qt::WA_StyledBackground);
    rail->setFixedWidth(railWidth);
    auto *column = new QVBoxLayout(rail);
    column->setContentsMargins(0, 12, 0, 8);
    column->setSpacing(2);
    for (const Step &step : walkInSteps()) {
        auto *button = new QPushButton;
        button->setObjectName(u"step_"_s + step.name.toString());
        button->setProperty("role", u"step"_s);
        button->setCheckable(true);
        button->setAutoExclusive(true); // one of several, for screen readers
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, [this, id = step.id] {
            m_walkIn->goTo(id);
            showSteps();
        });
        m_stepButtons.insert(step.id, button);
        column->addWidget(button);
    }
    column->addStretch();
    m_refuse->setObjectName(u"refuseButton"_s);
    m_discard->setObjectName(u"discardButton"_s);
    for (QPushButton *button : {m_refuse, m_discard}) {
        button->setProperty("role", u"flat"_s);
        button->setFocusPolicy(Qt::NoFocus);
        column->addWidget(button);
    }
    return rail;
}

QWidget *WalkInView::footer()
{
    auto *footer = new QWidget;
    footer->setProperty("role", u"footer"_s);
    footer->setAttribute(Qt::WA_StyledBackground);
    footer->setFixedHeight(footerHeight);
    m_back->setObjectName(u"backButton"_s);
    m_missing->setObjectName(u"missingButton"_s);
    m_missing->setProperty("role", u"flat"_s);
    m_next->setObjectName(u"nextButton"_s);
    m_next->setProperty("role", u"primary"_s);
    m_save->setObjectName(u"saveLabel"_s);
    m_save->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(m_back);
    row->addWidget(m_save, 1);
    row->addWidget(m_missing);
    row->addWidget(m_next);
    return footer;
}

void WalkInView::addPages(const Office &office)
{
    WalkIn &walkIn = *m_walkIn;
    m_readBack = new ReadBackPage(walkIn, *m_paperDesk, office.login, *m_message);
    m_fee = new FeePage(walkIn);
    m_slip = new SlipPage(walkIn, *m_paperDesk);
    m_refused = new RefusedPage(walkIn, *m_paperDesk);
    auto *photo = new PhotoPage(*m_photoDesk, walkIn, *m_message, office.preferences);
    auto *fingers = new FingerPage(*m_fingerDesk, walkIn, *m_message, office.preferences.beeps());
    const auto takePicture
        = [this](SidePictureKind kind) { (new SidePictureDialog(*m_photoDesk, kind, this))->open(); };
    connect(photo, &PhotoPage::sidePictureAsked, this, takePicture);
    connect(fingers, &FingerPage::sidePictureAsked, this, takePicture);
    m_pages = {{StepId::Booklet, new BookletPage(walkIn)},
               {StepId::Photo, photo},
               {StepId::Fingers, fingers},
               {StepId::Form, new FormPage(walkIn)},
               {StepId::ReadBack, m_readBack},
               {StepId::Fee, m_fee},
               {StepId::Slip, m_slip}};
    for (const Step &step : walkInSteps())
        m_stack->addWidget(m_pages.value(step.id));
    m_stack->addWidget(m_refused);
}

void WalkInView::connectWalkIn()
{
    connect(m_card, &CaseCard::failed, this, [this](const Error &error) { m_message->show(error); });
    connect(m_walkIn.get(), &WalkIn::currentStepChanged, this, &WalkInView::showStep);
    connect(m_walkIn.get(), &WalkIn::draftChanged, this, &WalkInView::showSteps);
    connect(m_walkIn.get(), &WalkIn::knowledgeChanged, this, &WalkInView::showSteps);
    connect(m_walkIn.get(), &WalkIn::saveStateChanged, this, [this] {
        showFooter();
        if (m_walkIn->saveState() == WalkIn::SaveState::NotSaved)
            stay();
        else if (m_leaving && !m_walkIn->isAccepting() && !m_walkIn->isOver()
                 && m_walkIn->saveState() == WalkIn::SaveState::Saved)
            Q_EMIT left();
    });
    connect(m_walkIn.get(), &WalkIn::refused, this, [this](const Error &error) {
        m_message->show(error);
        stay();
    });
    // Who wanted to leave while the case was being accepted sees the number first.
    connect(m_walkIn.get(), &WalkIn::accepted, this, &WalkInView::stay);
    connect(m_walkIn.get(), &WalkIn::ended, this, &WalkInView::left);
    connect(m_walkIn.get(), &WalkIn::citizenRefused, this, [this] {
        m_message->clear();
        m_stack->setCurrentWidget(m_refused);
        showSteps();
        stay();
    });
    connect(m_paperDesk.get(), &PaperDesk::stateChanged, this, [this](PaperKind kind) {
        const PaperState &state = m_paperDesk->state(kind);
        if (state.kind == PaperState::Kind::Failed) {
            m_message->show(state.error);
            stay();
        } else if (m_leaving && m_walkIn->isOver() && !m_paperDesk->isBusy()) {
            Q_EMIT left();
        }
    });
    connect(m_paperDesk.get(), &PaperDesk::failed, this, [this](const Error &error) { m_message->show(error); });
    connect(m_back, &QPushButton::clicked, m_walkIn.get(), &WalkIn::back);
    connect(m_next, &QPushButton::clicked, this, &WalkInView::goOn);
    connect(m_missing, &QPushButton::clicked, this, &WalkInView::showMissing);
    connect(m_refuse, &QPushButton::clicked, this, &WalkInView::refuse);
    connect(m_discard, &QPushButton::clicked, this, &WalkInView::discard);
    connect(m_slip, &SlipPage::nextCitizenAsked, this, &WalkInView::nextCitizenAsked);
    connect(m_refused, &RefusedPage::nextCitizenAsked, this, &WalkInView::nextCitizenAsked);
}

void WalkInView::showStep()
{
    m_message->clear();
    m_stack->setCurrentWidget(m_pages.value(m_walkIn->currentStep()));
    showSteps();
    // Once the page is laid out and knows what it can do.
    QTimer::singleShot(0, this, &WalkInView::focusFirst);
}

// The first thing to do on the page has the keys: no step needs a click to begin.
void WalkInView::focusFirst()
{
    QWidget *page = m_stack->currentWidget();
    if (!isVisible())
        return;
    for (const QStringView name : firstOfPages) {
        auto *widget = page->findChild<QWidget *>(name.toString());
        if (widget && widget->isVisible() && widget->isEnabled()) {
            widget->setFocus();
            return;
        }
    }
    page->setFocus();
}

void WalkInView::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    const QWidget *focused = QApplication::focusWidget();
    if (!focused || !isAncestorOf(focused))
        QTimer::singleShot(0, this, &WalkInView::focusFirst);
}

// On a narrow window the card is one line, and the page has its room.
void WalkInView::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool narrow = width() < widthWithCard;
    m_card->setVisible(!narrow);
    m_cardLine->setVisible(narrow);
}

QString WalkInView::stepName(StepId step) const
{
    switch (step) {
    case StepId::Booklet:
        return tr("Booklet");
    case StepId::Photo:
        return tr("Photo");
    case StepId::Fingers:
        return tr("Fingerprints");
    case StepId::Form:
        return tr("Form");
    case StepId::ReadBack:
        return tr("Read and sign");
    case StepId::Fee:
        return tr("Fee");
    case StepId::Slip:
        return tr("Slip");
    }
    Q_UNREACHABLE();
}

void WalkInView::showSteps()
{
    int number = 0;
    for (const Step &step : walkInSteps()) {
        const StepState state = m_walkIn->stateOf(step.id);
        QPushButton *button = m_stepButtons.value(step.id);
        QString sign = u"○"_s;
        QString word = tr("open");
        if (state.kind == StepState::Kind::Complete) {
            sign = u"✓"_s;
            word = tr("complete");
        } else if (state.kind == StepState::Kind::Incomplete) {
            sign = u"▲"_s;
            word = tr("incomplete");
        }
        const bool current = step.id == m_walkIn->currentStep();
        if (current && state.kind != StepState::Kind::Complete)
            sign = u"●"_s;
        button->setText(u"%1 %2 %3"_s.arg(sign).arg(++number).arg(stepName(step.id)));
        button->setAccessibleName(tr("Step %1: %2, %3").arg(number).arg(stepName(step.id), word));
        button->setToolTip(tr("Alt+%1").arg(number));
        button->setChecked(current);
        button->setEnabled(m_walkIn->canGoTo(step.id));
    }
    m_card->showCase();
    m_cardLine->setText(m_card->line());
    showFooter();
}

void WalkInView::showFooter()
{
    const StepId step = m_walkIn->currentStep();
    const bool over = m_walkIn->isOver();
    m_save->setText(saveText());
    m_back->setEnabled(step != StepId::Booklet && !over && !m_walkIn->isAccepting());
    for (QPushButton *button : {m_back, m_refuse, m_discard, m_next})
        button->setVisible(!over);
    m_next->setText(step == StepId::Fee ? tr("Accept (Ctrl+Enter)") : tr("Next (Ctrl+Enter)"));
    const bool done = m_walkIn->stateOf(step).isDone();
    const StepId following = step == StepId::Fee ? StepId::Slip : StepId(int(step) + 1);
    m_next->setEnabled(done && !m_walkIn->isAccepting() && (step == StepId::Fee || m_walkIn->canGoTo(following)));
    const int missing = m_walkIn->missing();
    m_missing->setVisible(missing > 0 && !over);
    m_missing->setText(tr("%n missing ▸", "things that a case still lacks", missing));
}

QString WalkInView::saveText() const
{
    if (m_walkIn->acceptedCase())
        return tr("Accepted");
    if (m_walkIn->refusal())
        return tr("Refused");
    if (m_walkIn->isAccepting())
        return tr("Being accepted…");
    switch (m_walkIn->saveState()) {
    case WalkIn::SaveState::Saved:
        return m_walkIn->savedAt().isValid()
            ? tr("✓ Saved %1").arg(stationTime(m_walkIn->savedAt()).toString(u"HH:mm:ss"_s))
            : QString();
    case WalkIn::SaveState::Saving:
        return tr("Saving…");
    case WalkIn::SaveState::NotSaved:
        return tr("■ Not saved. %1").arg(texts::describe(m_walkIn->lastSave().error().code));
    }
    Q_UNREACHABLE();
}

// The primary action: the next step, or the acceptance.
void WalkInView::goOn()
{
    if (m_walkIn->currentStep() == StepId::Fee)
        m_walkIn->accept(m_fee->shown());
    else
        m_walkIn->next();
}

// Everything that is missing, in one place; choosing a line goes to its step.
void WalkInView::showMissing()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"missingMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Step &step : m_walkIn->stepsToComplete()) {
        for (const Error::Code problem : m_walkIn->stateOf(step.id).problems) {
            menu->addAction(tr("%1: %2", "step: what is missing").arg(stepName(step.id), texts::describe(problem)),
                            this, [this, id = step.id] {
                                m_walkIn->goTo(id);
                                QTimer::singleShot(0, this, &WalkInView::focusFirst);
                            });
        }
    }
    menu->popup(m_missing->mapToGlobal(QPoint(0, 0)) - QPoint(0, menu->sizeHint().height()));
}

void WalkInView::printPaper()
{
    if (m_walkIn->refusal())
        m_refused->print();
    else if (m_walkIn->currentStep() == StepId::ReadBack)
        m_readBack->print();
    else if (m_walkIn->currentStep() == StepId::Slip)
        m_slip->print();
}

void WalkInView::leave()
{
    m_leaving = true;
    if (m_walkIn->isAccepting())
        return;
    if (m_walkIn->isOver() && m_paperDesk->isBusy())
        m_message->show(MessageBar::Kind::Warn, tr("The papers are being printed; then it goes on by itself."));
    else if (m_walkIn->isOver() || m_walkIn->saveState() == WalkIn::SaveState::Saved)
        Q_EMIT left();
    else
        m_walkIn->save();
}

void WalkInView::stay()
{
    if (std::exchange(m_leaving, false))
        Q_EMIT stayed();
}

void WalkInView::discard()
{
    if (m_walkIn->draft().isUntouched()) {
        Q_EMIT left();
        return;
    }
    askText(
        this, tr("Discard this case"), tr("The photo and the prints are deleted. Why is the case discarded?"),
        [this](const QString &reason) { m_walkIn->discard(reason); }, tr("Discard the case"));
}

// In writing, with everything that stands against it.
void WalkInView::refuse()
{
    auto *dialog = new RefusalDialog(stopping(m_walkIn->obstaclesNow()), this);
    connect(dialog, &RefusalDialog::confirmed, m_walkIn.get(), &WalkIn::refuse);
    dialog->open();
}

// The keys of a case work wherever the keys are in the window, and reach no field.
void WalkInView::addKeys()
{
    const auto add = [this](const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        add(Qt::CTRL | enter, [this] {
            if (m_next->isEnabled() && m_next->isVisible())
                goOn();
        });
    add(Qt::CTRL | Qt::Key_P, [this] { printPaper(); });
    add(Qt::ALT | Qt::Key_Left, [this] { m_walkIn->back(); });
    add(Qt::ALT | Qt::Key_End, [this] {
        if (m_refuse->isVisible())
            refuse();
    });
    add(Qt::ALT | Qt::Key_Delete, [this] {
        if (m_discard->isVisible())
            discard();
    });
    int number = 0;
    for (const Step &step : walkInSteps())
        add(Qt::ALT | Qt::Key(Qt::Key_1 + number++), [this, id = step.id] { m_walkIn->goTo(id); });
}

void WalkInView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        focusNextPrevChild(!(event->modifiers() & Qt::ShiftModifier));
    else
        Page::keyPressEvent(event);
}

QString WalkInView::help() const
{
    return m_walkIn->refusal() ? m_refused->help() : m_pages.value(m_walkIn->currentStep())->help();
}

void WalkInView::retranslate()
{
    m_back->setText(tr("Back (Alt+←)"));
    m_refuse->setText(tr("Refuse… (Alt+End)"));
    m_discard->setText(tr("Discard… (Alt+Del)"));
    showSteps();
}

} // namespace idcounter

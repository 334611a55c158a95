#include "widgets/collection/collectionpage.h"

#include "app/texts/texts.h"
#include "widgets/collection/casewords.h"
#include "widgets/collection/handoutview.h"
#include "widgets/collection/slipdialog.h"
#include "widgets/collection/standinglist.h"
#include "widgets/collection/unclaimedview.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listWidth = 330;

} // namespace

CollectionPage::CollectionPage(CollectionDesk &desk, ReceiptDesk &receipt, Camera &camera, FingerprintScanner &scanner,
                               CardReader *reader, LogIn &login, Counter counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_receipt(receipt)
    , m_camera(camera)
    , m_counter(std::move(counter))
    , m_message(new MessageBar)
    , m_searchLabel(new QLabel)
    , m_search(lineEdit(u"collectionSearchEdit"_s))
    , m_slip(new QPushButton)
    , m_handOutPart(new QPushButton)
    , m_unclaimedPart(new QPushButton)
    , m_stack(new QStackedWidget)
    , m_counterPart(new QWidget)
    , m_found(new StandingList(u"collectionFound"_s))
    , m_side(new QStackedWidget)
    , m_empty(new QLabel)
    , m_case(new HandOutView(desk, receipt, scanner, reader, *m_message))
    , m_unclaimed(new UnclaimedView(desk, login, *m_message))
{
    m_found->setFixedWidth(listWidth);
    m_found->setFocusPolicy(Qt::StrongFocus);
    m_empty->setObjectName(u"collectionEmpty"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_side->addWidget(m_empty);
    m_side->addWidget(m_case);
    auto *sides = new QHBoxLayout(m_counterPart);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(16);
    sides->addWidget(m_found);
    sides->addWidget(m_side, 1);
    m_stack->addWidget(m_counterPart);
    m_stack->addWidget(m_unclaimed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(head());
    column->addWidget(m_stack, 1);
    connectDesks();
    addKeys();
    turnTo(m_counterPart);
    retranslate();
}

QWidget *CollectionPage::head()
{
    m_search->setClearButtonEnabled(true);
    m_searchLabel->setBuddy(m_search);
    m_searchLabel->setProperty("role", u"title"_s);
    m_slip->setObjectName(u"slipByCameraButton"_s);
    m_handOutPart->setObjectName(u"handOutPartButton"_s);
    m_unclaimedPart->setObjectName(u"unclaimedPartButton"_s);
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_searchLabel);
    row->addWidget(m_search, 1);
    row->addWidget(m_slip);
    row->addSpacing(16);
    for (QPushButton *button : {m_handOutPart, m_unclaimedPart}) {
        button->setCheckable(true);
        row->addWidget(button);
    }
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(m_search->text()); });
    connect(m_slip, &QPushButton::clicked, this, &CollectionPage::askSlip);
    connect(m_handOutPart, &QPushButton::clicked, this, [this] { turnTo(m_counterPart); });
    connect(m_unclaimedPart, &QPushButton::clicked, this, [this] { turnTo(m_unclaimed); });
    return head;
}

void CollectionPage::connectDesks()
{
    connect(&m_desk, &CollectionDesk::foundChanged, this, &CollectionPage::showFound);
    connect(&m_desk, &CollectionDesk::opened, this, [this](const CollectionFile &file) {
        if (file.standing.accepted.id != std::exchange(m_opening, QUuid()))
            return;
        m_side->setCurrentWidget(m_case);
        m_case->setFile(file, m_bySlip);
    });
    connect(m_found, &StandingList::opened, this, [this](const Standing &standing) { open(standing.accepted.id); });
    connect(m_case, &HandOutView::moved, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    for (CaseWork *desk : QList<CaseWork *>{&m_desk, &m_receipt})
        connect(desk, &CaseWork::moved, m_found, &StandingList::renew);
    const auto fail = [this](const Error &error) {
        m_opening = {};
        if (isVisible())
            m_message->show(error);
    };
    connect(&m_desk, &CaseWork::failed, this, fail);
    connect(&m_receipt, &CaseWork::failed, this, fail);
}

void CollectionPage::addKeys()
{
    const auto add = [this](const QKeySequence &key, auto act) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        add(Qt::CTRL | enter, [this] {
            if (m_stack->currentWidget() == m_counterPart)
                m_case->handOut();
        });
    add(Qt::CTRL | Qt::Key_B, [this] { askSlip(); });
    add(Qt::ALT | Qt::Key_1, [this] { turnTo(m_counterPart); });
    add(Qt::ALT | Qt::Key_2, [this] { turnTo(m_unclaimed); });
}

void CollectionPage::turnTo(QWidget *part)
{
    m_stack->setCurrentWidget(part);
    m_handOutPart->setChecked(part == m_counterPart);
    m_unclaimedPart->setChecked(part == m_unclaimed);
    if (part == m_counterPart)
        m_search->setFocus();
    else
        m_case->pause();
}

void CollectionPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_receipt.refresh(); // for the next free place
    m_search->setFocus();
    m_search->selectAll();
}

void CollectionPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_case->pause();
}

void CollectionPage::find(const QString &text)
{
    m_message->clear();
    if (text.trimmed().isEmpty())
        return;
    turnTo(m_counterPart);
    m_bySlip = bool(AcceptanceNumber::parse(text));
    m_desk.find(text);
}

// What the camera reads is searched as if it had been scanned.
void CollectionPage::askSlip()
{
    auto *dialog = new SlipDialog(m_camera, m_counter.station.practice, this);
    connect(dialog, &SlipDialog::slipRead, this, [this](const AcceptanceNumber &number) {
        m_search->setText(number.toString());
        find(number.toString());
    });
    dialog->open();
}

// A slip names one case, and so does what finds only one: it is opened at once.
void CollectionPage::showFound()
{
    m_searched = true;
    m_case->pause();
    m_side->setCurrentWidget(m_empty);
    m_found->setStandings(m_desk.found());
    retranslate();
    if (m_desk.found().size() == 1)
        open(m_desk.found().first().accepted.id);
    else if (!m_desk.found().isEmpty()) {
        m_found->setCurrentCell(0, 0);
        m_found->setFocus();
    } else {
        m_search->setFocus();
        m_search->selectAll();
    }
}

void CollectionPage::open(const QUuid &id)
{
    if (id == m_opening || (m_side->currentWidget() == m_case && id == m_case->caseId()))
        return;
    m_message->clear();
    m_opening = id;
    m_desk.open(id);
}

QString CollectionPage::help() const
{
    return tr(
        "Scan the slip, or type acceptance number, citizen number (whole, its last 4 or 6), telephone or name, and "
        "press Enter. Ctrl+B reads a slip that is held before the camera. Cases whose card is here stand first; Enter "
        "opens one.\n\n"
        "Go through the parts by their keys: S or B for the paper shown, F compares the live finger, R reads the "
        "chip, Space marks a part as done. Ctrl+Enter hands the card out. What is still missing is said above.\n\n"
        "A card that nobody fetched is ended by a supervisor and a second officer.");
}

void CollectionPage::retranslate()
{
    const auto who = [](const Standing &one) {
        return u"%1\n%2\n%3"_s.arg(one.accepted.form.applicant.name, words::maskedNumberOf(one),
                                   texts::describe(one.accepted.state));
    };
    m_found->setColumns({{tr("Box – slot"), [](const Standing &one) { return words::placeOf(one.progress); }, true},
                         {tr("Case"), who}});
    m_found->setAccessibleName(tr("Cases found"));
    m_found->setEmptyText(m_searched ? tr("No case was found. A citizen number is searched whole or by its last 4 or 6 "
                                          "characters, a name as it stands on the card.")
                                     : tr("The cases that are found will be here."));
    m_searchLabel->setText(tr("&Collection"));
    m_search->setPlaceholderText(tr("Scan the slip, or type a number, telephone or name, and press Enter"));
    m_slip->setText(tr("Slip by camera (Ctrl+B)"));
    m_handOutPart->setText(tr("Hand out (Alt+1)"));
    m_unclaimedPart->setText(tr("Not fetched (Alt+2)"));
    m_empty->setText(m_desk.found().isEmpty() ? tr(
                         "Scan the code on the slip. Where the slip was lost, the household booklet and the citizen "
                         "number will do.")
                                              : tr("Choose a case and press Enter. Who opened it is recorded."));
}

} // namespace idcounter

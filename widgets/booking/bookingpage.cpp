#include "widgets/booking/bookingpage.h"

#include "app/texts/texts.h"
#include "widgets/booking/bookingview.h"
#include "widgets/booking/bookingwords.h"
#include "widgets/booking/linebar.h"
#include "widgets/booking/movebox.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listWidth = 560;
constexpr std::array chipNames{"reviewChip", "placedChip", "todayChip", "moveChip", "foundChip"};

} // namespace

BookingPage::BookingPage(BookingDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_chips(new QButtonGroup(this))
    , m_search(lineEdit(u"bookingSearchEdit"_s))
    , m_list(new QTableWidget)
    , m_empty(new QLabel)
    , m_view(new BookingView(desk))
    , m_move(new MoveBox(desk))
    , m_arrive(new QPushButton)
    , m_noShow(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_list->setObjectName(u"bookingList"_s);
    m_list->setColumnCount(ColumnCount);
    makeList(m_list);
    m_empty->setObjectName(u"bookingEmpty"_s);
    m_empty->setWordWrap(true);
    m_arrive->setObjectName(u"arriveButton"_s);
    m_arrive->setProperty("role", u"primary"_s);
    m_noShow->setObjectName(u"noShowButton"_s);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(4);
    for (int list = 0; list < int(chipNames.size()); ++list) {
        auto *chip = new QPushButton;
        chip->setObjectName(QString::fromLatin1(chipNames[std::size_t(list)]));
        chip->setCheckable(true);
        chip->setProperty("role", u"flat"_s);
        m_chips->addButton(chip, list);
        chips->addWidget(chip);
    }
    m_chips->button(ToReview)->setChecked(true);
    m_chips->button(Found)->hide();
    chips->addStretch();
    auto *left = new QWidget;
    left->setFixedWidth(listWidth);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addLayout(chips);
    leftColumn->addWidget(m_search);
    leftColumn->addWidget(m_list, 1);
    leftColumn->addWidget(m_empty, 1, Qt::AlignTop);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_move);
    foot->addWidget(m_noShow);
    foot->addStretch();
    foot->addWidget(m_arrive);
    leftColumn->addLayout(foot);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(left);
    columns->addWidget(m_view, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(new LineBar(m_desk.link(), m_desk.counter().clock));
    column->addLayout(columns, 1);

    connect(&m_desk, &BookingDesk::changed, this, &BookingPage::fill);
    connect(&m_desk, &BookingDesk::failed, this, [this](const Error &error) {
        if (!isVisible())
            return;
        if (error.code == Error::Code::BookingClaimed && !error.detail.isEmpty())
            m_message->show(MessageBar::Kind::Warn,
                            tr("▲ %1 is working on this booking. Take another one.").arg(error.detail));
        else
            m_message->show(error);
    });
    connect(&m_desk, &BookingDesk::decided, this, [this] {
        m_message->clear();
        m_view->showFile();
        m_list->setFocus();
    });
    connect(&m_desk, &BookingDesk::arrived, this, &BookingPage::draftAsked);
    connect(&m_desk, &BookingDesk::found, this, [this](const QList<BookingRow> &found) {
        m_found = found;
        m_chips->button(Found)->show();
        choose(Found);
    });
    connect(m_chips, &QButtonGroup::idClicked, this, [this](int list) { choose(List(list)); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_desk.find(m_search->text()); });
    connect(m_list, &QTableWidget::activated, this, &BookingPage::openCurrent);
    connect(m_list, &QTableWidget::itemSelectionChanged, this, &BookingPage::showActions);
    connect(m_move, &MoveBox::openAsked, &m_desk, &BookingDesk::open);
    connect(&m_desk, &BookingDesk::told, this, [this] {
        m_message->show(MessageBar::Kind::Ok, tr("Kept. What was written goes to the applicant."));
        m_list->setFocus();
    });
    connect(m_arrive, &QPushButton::clicked, this, &BookingPage::arrive);
    connect(m_noShow, &QPushButton::clicked, this, [this] {
        if (!current().isNull())
            m_desk.noShow(current());
    });
    auto *action = new QAction(this);
    action->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    connect(action, &QAction::triggered, m_arrive, &QPushButton::click);
    addAction(action);
    retranslate();
}

void BookingPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_begins = true;
    m_desk.refresh();
}

void BookingPage::hideEvent(QHideEvent *event)
{
    m_desk.close(); // a colleague may have it
    m_view->showFile();
    Page::hideEvent(event);
}

void BookingPage::showToday()
{
    choose(Today);
}

void BookingPage::choose(List list)
{
    m_chips->button(list)->setChecked(true);
    m_begins = true;
    fill();
}

QList<BookingRow> BookingPage::rows() const
{
    switch (m_chips->checkedId()) {
    case Placed:
        return m_desk.placed();
    case Today:
        return m_desk.today();
    case MustMove:
        return m_desk.mustMove();
    case Found:
        return m_found;
    default:
        return m_desk.toReview();
    }
}

QUuid BookingPage::current() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toUuid() : QUuid();
}

std::optional<BookingRow> BookingPage::currentRow() const
{
    const auto all = rows();
    const auto row = std::find_if(all.begin(), all.end(),
                                  [id = current()](const BookingRow &one) { return one.booking.id == id; });
    return row == all.end() ? std::nullopt : std::optional(*row);
}

void BookingPage::showActions()
{
    const auto row = currentRow();
    const bool isMove = m_chips->checkedId() == MustMove;
    m_arrive->setEnabled(row && row->mayCome());
    m_noShow->setEnabled(row && row->mayStayAway());
    m_arrive->setVisible(!isMove);
    m_noShow->setVisible(!isMove);
    m_move->setVisible(isMove);
    m_move->setBooking(isMove ? row : std::nullopt);
}

void BookingPage::openCurrent()
{
    if (!current().isNull())
        m_desk.open(current());
}

void BookingPage::arrive()
{
    if (!current().isNull() && m_arrive->isEnabled())
        m_desk.arrive(current());
}

QStringList BookingPage::stateOf(const BookingRow &row) const
{
    QStringList state{row.hasCome ? tr("came") : BookingWords::state(row.booking.state)};
    if (m_chips->checkedId() == MustMove && row.mustMove) {
        state = QStringList{BookingWords::moveReason(*row.mustMove), BookingWords::moveStep(row.moveStep)};
        state.removeAll(QString());
    }
    if (row.isUnsent)
        state << tr("○ unsent");
    if (row.isRefused)
        state << tr("✗ not taken");
    if (row.messageFailed)
        state << tr("☎ telephone");
    return state;
}

void BookingPage::fillRow(int row, const BookingRow &booking)
{
    const Booking &one = booking.booking;
    const BookingWords words(m_desk.counter().rules);
    const bool isMove = m_chips->checkedId() == MustMove;
    const QString when = one.appointment.isSet()
        ? BookingWords::when(one.appointment)
        : tr("since %1").arg(stationTime(one.submittedAt).toString(u"MM-dd HH:mm"_s));
    const QStringList cells{when, one.form ? one.form->applicant.name : tr("(form cannot be opened)"),
                            isMove ? booking.phone() : words.business(one.reason), stateOf(booking).join(tr(", "))};
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells[column]);
        item->setData(Qt::UserRole, one.id);
        item->setToolTip(cells[column]);
        m_list->setItem(row, column, item);
    }
}

// What was chosen stays so.
void BookingPage::fill()
{
    const QUuid chosen = current();
    const QList<BookingRow> all = rows();
    m_list->setRowCount(int(all.size()));
    int row = 0;
    for (int at = 0; at < int(all.size()); ++at) {
        fillRow(at, all[at]);
        if (all[at].booking.id == chosen)
            row = at;
    }
    const bool any = !all.isEmpty();
    m_list->setVisible(any);
    m_empty->setVisible(!any);
    if (any)
        m_list->setCurrentCell(row, When);
    showActions();
    const bool isMove = m_chips->checkedId() == MustMove;
    m_list->setHorizontalHeaderLabels({tr("When"), tr("Applicant"), isMove ? tr("Telephone") : tr("Business"),
                                       isMove ? tr("Why, and what was done") : tr("State")});
    m_empty->setText(isMove ? tr("Nobody is left to be moved.")
                            : tr("Nothing here. Bookings that applicants make at the platform come by themselves."));
    if (any && std::exchange(m_begins, false) && !m_search->hasFocus())
        m_list->setFocus();
    m_chips->button(ToReview)->setText(tr("To review %1").arg(m_desk.toReview().size()));
    m_chips->button(Placed)->setText(tr("With a place %1").arg(m_desk.placed().size()));
    m_chips->button(Today)->setText(tr("Today %1").arg(m_desk.today().size()));
    m_chips->button(MustMove)->setText(tr("Must be moved %1").arg(m_desk.mustMove().size()));
    m_chips->button(MustMove)->setVisible(!m_desk.mustMove().isEmpty() || m_chips->checkedId() == MustMove);
    m_chips->button(Found)->setText(tr("Found %1").arg(m_found.size()));
}

QString BookingPage::help() const
{
    return tr(
        "Bookings come from the platform; Enter opens one, and a colleague is told that you have it. Compare what the "
        "applicant typed with what is on record, then give a time: a seat of the station is certain at once, also "
        "without "
        "a line; of the times for the public the platform takes the first that is still free. Ask for more, or refuse "
        "with a reason; every decision reaches the applicant. When he is here: Ctrl+Enter, and the booking becomes a "
        "case "
        "with his data. “Must be moved” lists whose window goes by a change of the hours: open one and give another "
        "time, write to the applicant, or telephone and keep what came of it; then it leaves the list. Search by name, "
        "number, or the code of his page.");
}

void BookingPage::retranslate()
{
    m_title->setText(tr("Bookings"));
    m_search->setPlaceholderText(tr("Name, citizen number or code of the applicant's page"));
    m_search->setAccessibleName(tr("Find a booking"));
    m_list->setAccessibleName(tr("Bookings"));
    m_arrive->setText(tr("Is here: begin the case (Ctrl+Enter)"));
    m_noShow->setText(tr("Did not come"));
    fill();
}

} // namespace idcounter

#include "widgets/cases/temporarycardpage.h"

#include "app/texts/texts.h"
#include "widgets/cases/blankstockbox.h"
#include "widgets/collection/casewords.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int stockWidth = 300;

QTableWidget *table(const QString &name, int columns)
{
    auto *list = new QTableWidget;
    list->setObjectName(name);
    list->setColumnCount(columns);
    makeList(list);
    return list;
}

void setRow(QTableWidget *list, int row, const QStringList &cells)
{
    for (int column = 0; column < int(cells.size()); ++column)
        list->setItem(row, column, new QTableWidgetItem(cells[column]));
}

} // namespace

TemporaryCardPage::TemporaryCardPage(TemporaryCardDesk &desk, const Counter &counter, Printer &printer, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(counter)
    , m_paper(counter, printer)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_waiting(table(u"waitingTable"_s, 4))
    , m_issuePart(new QWidget)
    , m_serialLabel(new QLabel)
    , m_serial(lineEdit(u"serialEdit"_s))
    , m_price(new QLabel)
    , m_cash(new QRadioButton)
    , m_terminal(new QRadioButton)
    , m_issue(new QPushButton)
    , m_outTitle(new QLabel)
    , m_out(table(u"outTable"_s, 4))
    , m_back(new QPushButton)
    , m_again(new QPushButton)
    , m_duePart(new QWidget)
    , m_dueTitle(new QLabel)
    , m_due(table(u"dueBackTable"_s, 6))
    , m_dueBack(new QPushButton)
{
    nameControls();
    layOut();
    connectParts();
    retranslate();
}

void TemporaryCardPage::nameControls()
{
    m_title->setObjectName(u"temporaryTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_title->setWordWrap(true);
    m_outTitle->setProperty("role", u"section"_s);
    m_price->setObjectName(u"temporaryPrice"_s);
    m_price->setProperty("role", u"large"_s);
    m_cash->setObjectName(u"temporaryCashButton"_s);
    m_terminal->setObjectName(u"temporaryTerminalButton"_s);
    m_cash->setChecked(true);
    m_issue->setObjectName(u"issueButton"_s);
    m_issue->setProperty("role", u"primary"_s);
    m_back->setObjectName(u"takeBackButton"_s);
    m_again->setObjectName(u"printAgainButton"_s);
    m_dueTitle->setObjectName(u"dueBackTitle"_s);
    m_dueTitle->setProperty("role", u"warn"_s);
    m_dueBack->setObjectName(u"takeDueBackButton"_s);
}

void TemporaryCardPage::connectParts()
{
    connect(&m_desk, &TemporaryCardDesk::changed, this, &TemporaryCardPage::fill);
    connect(&m_desk, &TemporaryCardDesk::moved, this, &TemporaryCardPage::finishMove);
    connect(&m_desk, &TemporaryCardDesk::failed, this, [this](const Error &error) {
        m_issuing = {};
        showPrice();
        if (isVisible())
            m_message->show(error);
    });
    connect(&m_paper, &TemporaryCardPaper::printed, this,
            [this] { m_message->show(MessageBar::Kind::Ok, tr("The temporary card was printed.")); });
    connect(&m_paper, &TemporaryCardPaper::failed, this, [this](const Error &error) { m_message->show(error); });
    connect(m_waiting, &QTableWidget::currentCellChanged, this, &TemporaryCardPage::showPrice);
    connect(m_serial, &QLineEdit::textChanged, this, &TemporaryCardPage::showPrice);
    connect(m_issue, &QPushButton::clicked, this, &TemporaryCardPage::issue);
    connect(m_back, &QPushButton::clicked, this, [this] {
        if (const auto standing = chosenOf(m_out, m_desk.out()))
            m_desk.takeBack(*standing);
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (const auto standing = chosenOf(m_out, m_desk.out()))
            m_paper.print(standing->accepted.id);
    });
    connect(m_dueBack, &QPushButton::clicked, this, [this] {
        if (const auto standing = chosenOf(m_due, m_desk.dueBack()))
            m_desk.takeBack(*standing);
    });
}

QWidget *TemporaryCardPage::issuePart()
{
    m_serialLabel->setBuddy(m_serial);
    m_serial->setFixedWidth(160);
    auto *line = new QHBoxLayout(m_issuePart);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    line->addWidget(m_serialLabel);
    line->addWidget(m_serial);
    line->addSpacing(12);
    line->addWidget(m_price);
    line->addWidget(m_cash);
    line->addWidget(m_terminal);
    line->addStretch();
    line->addWidget(m_issue);
    return m_issuePart;
}

QWidget *TemporaryCardPage::duePart()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_dueTitle, 1);
    buttons->addWidget(m_dueBack);
    auto *column = new QVBoxLayout(m_duePart);
    column->setContentsMargins(0, 8, 0, 0);
    column->addLayout(buttons);
    column->addWidget(m_due, 1);
    return m_duePart;
}

void TemporaryCardPage::layOut()
{
    auto *outButtons = new QHBoxLayout;
    outButtons->addWidget(m_outTitle, 1);
    outButtons->addWidget(m_again);
    outButtons->addWidget(m_back);
    auto *left = new QVBoxLayout;
    left->addWidget(m_waiting, 1);
    left->addWidget(issuePart());
    left->addSpacing(16);
    left->addLayout(outButtons);
    left->addWidget(m_out, 1);
    left->addWidget(duePart(), 1);
    auto *stock = new BlankStockBox(m_desk);
    stock->setFixedWidth(stockWidth);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(24);
    parts->addLayout(left, 1);
    parts->addWidget(stock);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addLayout(parts, 1);
}

void TemporaryCardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_waiting->setFocus();
}

std::optional<Standing> TemporaryCardPage::chosenWaiting() const
{
    const int row = m_waiting->currentRow();
    return row >= 0 && row < m_desk.waiting().size() ? std::optional(m_desk.waiting()[row]) : std::nullopt;
}

std::optional<Standing> TemporaryCardPage::chosenOf(const QTableWidget *table, const QList<TemporaryCardOut> &cards)
{
    const int row = table->currentRow();
    return row >= 0 && row < cards.size() ? std::optional(cards[row].standing) : std::nullopt;
}

void TemporaryCardPage::fill()
{
    fillWaiting();
    fillOut();
    fillDue();
    m_serial->setText(m_desk.next().isEmpty() ? QString() : m_desk.next().first().serial);
    showPrice();
}

void TemporaryCardPage::fillWaiting()
{
    const QList<Standing> &waiting = m_desk.waiting();
    const QSignalBlocker quiet(m_waiting);
    m_waiting->setRowCount(int(waiting.size()));
    const QDate today = m_counter.today();
    for (int row = 0; row < int(waiting.size()); ++row) {
        const Case &accepted = waiting[row].accepted;
        const auto due = m_desk.due(waiting[row]);
        QString until = due ? due->toString(Qt::ISODate) : texts::describe(due.error().code);
        if (due && *due < today)
            until = tr("■ late, was due on %1").arg(until);
        else if (due && *due == today)
            until = tr("▲ today");
        setRow(m_waiting, row,
               {accepted.number.grouped(), accepted.form.applicant.name,
                accepted.form.signing.formDate.toString(Qt::ISODate), until});
        if (due && *due <= today)
            m_waiting->item(row, 3)->setForeground(*due < today ? themeColours().danger : themeColours().warn);
    }
    if (m_waiting->currentRow() < 0 && !waiting.isEmpty())
        m_waiting->selectRow(0);
    m_waiting->setVisible(!waiting.isEmpty());
    m_issuePart->setVisible(!waiting.isEmpty());
    m_title->setText(waiting.isEmpty() ? tr("Nobody waits for a temporary card. A case that asked for one at its "
                                            "acceptance will stand here.")
                                       : tr("%n applicant(s) wait for a temporary card", nullptr, int(waiting.size())));
}

void TemporaryCardPage::fillOut()
{
    const QList<TemporaryCardOut> &out = m_desk.out();
    m_out->setRowCount(int(out.size()));
    for (int row = 0; row < int(out.size()); ++row)
        setRow(m_out, row,
               {out[row].card.serial, out[row].standing.accepted.form.applicant.name,
                out[row].standing.accepted.number.grouped(), out[row].card.until.toString(Qt::ISODate)});
    if (m_out->currentRow() < 0 && !out.isEmpty())
        m_out->selectRow(0);
    m_out->setVisible(!out.isEmpty());
    m_back->setVisible(!out.isEmpty());
    m_again->setVisible(!out.isEmpty());
    m_outTitle->setText(out.isEmpty() ? tr("No temporary card is in use by a citizen.")
                                      : tr("%n temporary card(s) with citizens", nullptr, int(out.size())));
}

void TemporaryCardPage::fillDue()
{
    const QList<TemporaryCardOut> &due = m_desk.dueBack();
    const auto why = [](const TemporaryCardOut &out) {
        switch (out.due) {
        case DueBack::No:
            return QString();
        case DueBack::NewCard:
            return tr("the new card was handed out");
        case DueBack::Ended:
            return texts::describe(out.standing.accepted.state);
        case DueBack::Expired:
            return tr("its three months are over");
        }
        Q_UNREACHABLE();
    };
    m_due->setRowCount(int(due.size()));
    for (int row = 0; row < int(due.size()); ++row) {
        const Draft &form = due[row].standing.accepted.form;
        setRow(m_due, row,
               {due[row].card.serial, form.applicant.name, words::groupedPhone(form.delivery.phone),
                due[row].card.until.toString(Qt::ISODate), due[row].dueSince.toString(Qt::ISODate), why(due[row])});
    }
    if (m_due->currentRow() < 0 && !due.isEmpty())
        m_due->selectRow(0);
    m_duePart->setVisible(!due.isEmpty());
    m_dueTitle->setText(
        tr("▲ Still out: %n temporary card(s) are due back. Call the citizens.", nullptr, int(due.size())));
}

void TemporaryCardPage::showPrice()
{
    const auto standing = chosenWaiting();
    const auto price = standing ? std::optional(m_desk.price(*standing)) : std::nullopt;
    const bool owed = price && *price && (*price)->amount > Fen{0};
    m_cash->setVisible(owed);
    m_terminal->setVisible(owed);
    if (price)
        m_price->setText(!*price    ? texts::describe(price->error().code)
                             : owed ? tr("¥%1").arg((*price)->amount.yuan())
                                    : tr("Paid at the acceptance"));
    m_issue->setEnabled(price && *price && !m_serial->text().trimmed().isEmpty() && m_issuing.isNull());
}

void TemporaryCardPage::issue()
{
    const auto standing = chosenWaiting();
    if (!standing)
        return;
    m_message->clear();
    m_issuing = standing->accepted.id;
    m_issue->setEnabled(false);
    const PaymentMethod method = m_cash->isHidden() ? PaymentMethod::Free
        : m_cash->isChecked()                       ? PaymentMethod::Cash
                                                    : PaymentMethod::Terminal;
    m_desk.issue(*standing, m_serial->text().trimmed().toUpper(), method);
}

// What was issued is printed at once.
void TemporaryCardPage::finishMove(const Standing &standing)
{
    if (!m_issuing.isNull() && standing.accepted.id == m_issuing) {
        m_issuing = {};
        m_paper.print(standing.accepted.id);
    }
    if (isVisible())
        m_desk.refresh();
}

QString TemporaryCardPage::help() const
{
    return tr(
        "A temporary card is asked for at the acceptance, issued within three days on a numbered blank form, valid "
        "for three months, and comes back when the new card is handed out. Choose who waits, compare the serial "
        "with the form in your hand, take the fee, and issue (Ctrl+Enter): the card is printed, to be cut, "
        "folded and laminated. A form that went wrong is marked as spoiled, with a reason. A card that is still out "
        "after "
        "its application ended or its three months are over stands below: call the citizen and take it back.\n\n"
        "For a citizen of another province it waits for the signature of the county there.");
}

void TemporaryCardPage::retranslate()
{
    m_waiting->setHorizontalHeaderLabels({tr("Acceptance number"), tr("Name"), tr("Asked for"), tr("To be issued by")});
    m_waiting->setAccessibleName(tr("Who waits for a temporary card"));
    m_serialLabel->setText(tr("F&orm"));
    m_cash->setText(tr("&Cash"));
    m_terminal->setText(tr("&Terminal"));
    m_issue->setText(tr("&Issue and print (Ctrl+Enter)"));
    m_issue->setShortcut(QKeySequence(u"Ctrl+Return"_s));
    m_out->setHorizontalHeaderLabels({tr("Serial"), tr("Name"), tr("Acceptance number"), tr("Valid to")});
    m_out->setAccessibleName(tr("Temporary cards with citizens"));
    m_back->setText(tr("Take &back"));
    m_again->setText(tr("Print a&gain"));
    m_due->setHorizontalHeaderLabels(
        {tr("Serial"), tr("Name"), tr("Telephone"), tr("Valid to"), tr("Due back since"), tr("Why")});
    m_due->setAccessibleName(tr("Temporary cards that are due back"));
    m_dueBack->setText(tr("Card came bac&k"));
    fill();
}

} // namespace idcounter

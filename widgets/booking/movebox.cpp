#include "widgets/booking/movebox.h"

#include "app/workflow/movemessage.h"
#include "widgets/booking/bookingwords.h"
#include "widgets/common/formrows.h"
#include "widgets/common/inputs.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int longestMessage = 1000; // characters, by the contract
constexpr int dialogWidth = 560;
constexpr int messageHeight = 180;

enum Outcome { Stays, OtherTime, NotReached };

QDialog *newDialog(QWidget *parent, const QString &name, const QString &title)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(dialogWidth);
    return dialog;
}

// With the verb on the button that does it.
QPushButton *addButtons(QDialog *dialog, QVBoxLayout *column, const QString &verb)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *does = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    does->setObjectName(u"moveDialogYes"_s);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    column->addWidget(buttons);
    return does;
}

} // namespace

MoveBox::MoveBox(BookingDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_write(new QPushButton)
    , m_called(new QPushButton)
{
    m_write->setObjectName(u"writeToButton"_s);
    m_called->setObjectName(u"calledButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_write);
    row->addWidget(m_called);
    row->addStretch();
    connect(m_write, &QPushButton::clicked, this, &MoveBox::askMessage);
    connect(m_called, &QPushButton::clicked, this, &MoveBox::askCall);
    retranslate();
}

void MoveBox::setBooking(const std::optional<BookingRow> &row)
{
    m_row = row;
    m_write->setEnabled(m_row.has_value());
    m_called->setEnabled(m_row.has_value());
}

void MoveBox::askMessage()
{
    if (!m_row)
        return;
    const BookingRow row = *m_row;
    const QUuid where = row.booking.appointment.place.isNull() ? row.booking.place : row.booking.appointment.place;
    const auto &places = m_desk.places();
    const auto place
        = std::find_if(places.begin(), places.end(), [&](const BookingPlace &one) { return one.id == where; });
    auto *dialog = newDialog(this, u"writeToDialog"_s, tr("Write to the applicant"));
    auto *question = new QLabel(row.booking.isEnglish
                                    ? tr("The applicant reads English. Nothing is sent before you press the button:")
                                    : tr("The applicant reads Chinese. Nothing is sent before you press the button:"));
    question->setWordWrap(true);
    auto *text = new QPlainTextEdit(moveMessage(row, place == places.end() ? BookingPlace() : *place));
    text->setObjectName(u"writeToEdit"_s);
    text->setAccessibleName(tr("Message to the applicant"));
    text->setMinimumHeight(messageHeight);
    text->setTabChangesFocus(true);
    question->setBuddy(text);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(question);
    column->addWidget(text, 1);
    auto *send = addButtons(dialog, column, tr("Send the message"));
    const auto judge = [text, send] {
        const QString said = text->toPlainText().trimmed();
        send->setEnabled(!said.isEmpty() && said.size() <= longestMessage);
    };
    connect(text, &QPlainTextEdit::textChanged, dialog, judge);
    connect(dialog, &QDialog::accepted, this,
            [this, row, text] { m_desk.writeTo(row, text->toPlainText().trimmed()); });
    judge();
    dialog->open();
}

void MoveBox::askCall()
{
    if (!m_row)
        return;
    const BookingRow row = *m_row;
    auto *dialog = newDialog(this, u"calledDialog"_s, tr("The applicant was called"));
    auto *outcome = new QComboBox;
    outcome->setObjectName(u"callOutcomeBox"_s);
    outcome->addItem(tr("comes at the old time all the same, and is served"), Stays);
    outcome->addItem(tr("wants another time, or gives it up: open the booking"), OtherTime);
    outcome->addItem(tr("was not reached"), NotReached);
    auto *said = lineEdit(u"callSaidEdit"_s);
    said->setMaxLength(longestMessage);
    FormRows rows;
    rows.add(outcome)->setText(tr("What came of it"));
    rows.add(said)->setText(tr("What was said, as the applicant can read it"));
    auto *column = new QVBoxLayout(dialog);
    auto *phone = new QLabel(tr("Telephone: %1").arg(row.phone()));
    phone->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(phone);
    column->addLayout(rows.layout());
    auto *keep = addButtons(dialog, column, tr("Keep"));
    const auto judge = [outcome, said, keep] {
        const bool isReached = outcome->currentData().toInt() != NotReached;
        said->setEnabled(isReached);
        keep->setEnabled(!isReached || !said->text().trimmed().isEmpty());
    };
    connect(outcome, &QComboBox::currentIndexChanged, dialog, judge);
    connect(said, &QLineEdit::textChanged, dialog, judge);
    connect(dialog, &QDialog::accepted, this, [this, row, outcome, said] {
        const int chosen = outcome->currentData().toInt();
        const MoveStep step = chosen == Stays ? MoveStep::Stays
            : chosen == NotReached            ? MoveStep::NotReached
                                              : MoveStep::Told;
        m_desk.called(row, step, said->text().trimmed());
        if (chosen == OtherTime)
            Q_EMIT openAsked(row.booking.id);
    });
    judge();
    dialog->open();
}

void MoveBox::retranslate()
{
    m_write->setText(tr("&Write to the applicant…"));
    m_called->setText(tr("Was &called…"));
}

} // namespace idcounter

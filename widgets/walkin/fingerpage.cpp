#include "widgets/walkin/fingerpage.h"

#include "app/texts/texts.h"
#include "app/workflow/fingerdesk.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"
#include "widgets/walkin/handsview.h"
#include "widgets/walkin/pressview.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

FingerPage::FingerPage(FingerDesk &desk, WalkIn &walkIn, MessageBar &message, bool beeps, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_walkIn(walkIn)
    , m_message(message)
    , m_ask(new QLabel)
    , m_advice(new QLabel)
    , m_hands(new HandsView)
    , m_press(new PressView)
    , m_dots(new QLabel)
    , m_tries(new QLabel)
    , m_quality(new QProgressBar)
    , m_records(new QTableWidget)
    , m_again(new QPushButton)
    , m_cannot(new QPushButton)
    , m_retake(new QPushButton)
    , m_hand(new QPushButton)
    , m_beeps(beeps)
{
    m_ask->setObjectName(u"fingerAsk"_s);
    m_ask->setProperty("role", u"large"_s);
    m_advice->setObjectName(u"fingerAdvice"_s);
    m_advice->setWordWrap(true);
    m_hands->setObjectName(u"hands"_s);
    m_press->setObjectName(u"pressPicture"_s);
    m_press->setFixedSize(230, 224);
    m_dots->setObjectName(u"pressDots"_s);
    m_tries->setObjectName(u"fingerTries"_s);
    m_tries->setProperty("role", u"muted"_s);
    m_quality->setObjectName(u"pressQuality"_s);
    m_quality->setRange(0, 100);
    m_quality->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_again->setObjectName(u"againButton"_s);
    m_again->setProperty("role", u"primary"_s);
    m_cannot->setObjectName(u"cannotButton"_s);
    m_retake->setObjectName(u"retakeFingerButton"_s);
    m_records->setObjectName(u"fingerTable"_s);
    m_records->setColumnCount(4);
    m_records->verticalHeader()->hide();
    m_records->horizontalHeader()->setHighlightSections(false);
    m_records->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_records->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_records->setSelectionMode(QAbstractItemView::SingleSelection);
    m_records->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_records->setTabKeyNavigation(false);
    m_records->setMaximumHeight(150);

    auto *press = new QVBoxLayout;
    press->addWidget(m_press);
    press->addWidget(m_dots);
    press->addWidget(m_quality);
    press->addWidget(m_tries);
    press->addStretch();
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_hands, 1);
    middle->addLayout(press);
    auto *buttons = new QHBoxLayout;
    m_hand->setObjectName(u"handPictureButton"_s);
    buttons->addWidget(m_retake);
    buttons->addWidget(m_hand);
    buttons->addStretch();
    buttons->addWidget(m_cannot);
    buttons->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->addWidget(m_ask);
    column->addWidget(m_advice);
    column->addLayout(middle, 1);
    column->addWidget(m_records);
    column->addLayout(buttons);

    connect(&m_desk, &FingerDesk::changed, this, &FingerPage::showState);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &FingerPage::showTries);
    connect(&m_desk, &FingerDesk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message.show(error);
    });
    connect(&m_walkIn, &WalkIn::draftChanged, this, &FingerPage::showRecords);
    connect(m_again, &QPushButton::clicked, &m_desk, [this] {
        m_message.clear();
        if (m_desk.scanner().state() == FingerprintScanner::State::Failed
            || m_desk.scanner().state() == FingerprintScanner::State::Absent)
            m_desk.scanner().open();
        if (m_desk.finger())
            m_desk.again();
        else
            m_desk.begin();
    });
    connect(m_cannot, &QPushButton::clicked, this, &FingerPage::askWhy);
    connect(m_retake, &QPushButton::clicked, this, &FingerPage::retakeSelected);
    connect(m_hand, &QPushButton::clicked, this, [this] {
        m_desk.pause();
        Q_EMIT sidePictureAsked(SidePictureKind::Hand);
    });
    retranslate();
}

void FingerPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_desk.scanner().state() == FingerprintScanner::State::Absent)
        m_desk.scanner().open();
    if (!m_walkIn.isTooYoungForPrints())
        m_desk.begin();
    showRecords();
    m_again->setFocus();
    m_clock.start();
}

void FingerPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clock.stop();
    m_desk.pause();
}

void FingerPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        m_again->click();
    else
        Page::keyPressEvent(event);
}

QString FingerPage::fingerName(const QString &code) const
{
    const auto fingers = m_walkIn.counter().rules.fingers();
    const auto finger = fingers ? (*fingers)->find(code) : std::optional<Finger>();
    if (!finger)
        return code;
    return nameIn(finger->chinese, finger->english);
}

QString FingerPage::askText() const
{
    if (m_walkIn.isTooYoungForPrints() && !m_desk.finger())
        return tr("✓ No prints are asked for at this age. Press Again to take them all the same.");
    if (m_desk.state() == FingerDesk::State::Done)
        return tr("✓ Both fingers are taken.");
    if (!m_desk.finger())
        return {};
    const QString finger = fingerName(m_desk.finger()->code);
    if (m_desk.isVerifying())
        return tr("%1: press once more to verify").arg(finger);
    return tr("%1: press %2 of %3").arg(finger).arg(m_desk.presses() + 1).arg(pressesPerFinger);
}

QString FingerPage::adviceText() const
{
    switch (m_desk.scanner().state()) {
    case FingerprintScanner::State::Absent:
        return texts::describe(Error::Code::ScannerAbsent);
    case FingerprintScanner::State::Restarting:
        return texts::describe(Error::Code::ScannerSilent);
    case FingerprintScanner::State::Opening:
        return tr("The scanner is being opened.");
    case FingerprintScanner::State::Cooling: {
        const qint64 seconds = std::max<qint64>(0, m_walkIn.counter().clock().secsTo(m_desk.scanner().coolingUntil()));
        return tr("The scanner is cooling down, about %n second(s) more.", nullptr, int(seconds));
    }
    case FingerprintScanner::State::LiftFinger:
        return texts::describe(Error::Code::FingerNotLifted);
    case FingerprintScanner::State::FingerOn:
        return tr("Hold still.");
    case FingerprintScanner::State::Ready:
    case FingerprintScanner::State::Armed:
        break;
    case FingerprintScanner::State::Failed:
        return tr("The scanner cannot be used now. Follow the message above, then press Again.");
    }
    switch (m_desk.state()) {
    case FingerDesk::State::Waiting:
        return tr("Place the finger on the plate.");
    case FingerDesk::State::Judging:
        return tr("Looking at the press…");
    case FingerDesk::State::Refused: {
        const QString what = m_desk.message() ? tr("▲ %1").arg(texts::describe(*m_desk.message())) : QString();
        return m_desk.moveBy() ? what + u' ' + PressView::arrowFor(*m_desk.moveBy()) : what;
    }
    case FingerDesk::State::Offered:
        return m_desk.message() ? tr("▲ %1 Many tries have failed: give this finger up and take the next.")
                                      .arg(texts::describe(*m_desk.message()))
                                : QString();
    case FingerDesk::State::Idle:
        return tr("Press Again when the citizen is ready.");
    case FingerDesk::State::Done:
        return {};
    }
    Q_UNREACHABLE();
}

void FingerPage::showState()
{
    m_ask->setText(askText());
    m_advice->setText(adviceText());
    QStringList taken;
    QStringList givenUp;
    for (const FingerRecord &record : m_walkIn.draft().fingers) {
        if (record.result != FingerResult::Registered)
            givenUp << record.finger;
        else if (record.verified)
            taken << record.finger;
    }
    const QString asked = m_desk.finger() ? m_desk.finger()->code : QString();
    m_hands->setFingers(asked, taken, givenUp);
    showTries();
    sound();
    m_hands->setAccessibleDescription(askText() + u' ' + adviceText());
    m_press->setImage(m_desk.impression());
    m_press->setMoveBy(m_desk.moveBy());
    const int presses = m_desk.presses();
    QString dots;
    for (int i = 0; i < pressesPerFinger; ++i)
        dots += i < presses ? u"● "_s : u"○ "_s;
    const bool over = m_desk.state() == FingerDesk::State::Done;
    m_dots->setText(over ? QString() : tr("%n press(es): %1", nullptr, presses).arg(dots.trimmed()));
    // Between presses the bar keeps what the last finger came to.
    const QList<FingerRecord> &records = m_walkIn.draft().fingers;
    const bool between = m_desk.impression().isNull();
    const int quality = between ? (records.isEmpty() ? 0 : records.last().quality) : m_desk.quality();
    m_quality->setValue(quality);
    m_quality->setFormat(between && records.isEmpty() ? tr("quality") : tr("quality %v"));
    m_press->setAccessibleDescription(m_dots->text() + u' ' + tr("quality %1").arg(m_desk.quality()));
    const bool canAgain = !over && m_desk.state() != FingerDesk::State::Judging;
    // The keys stay on the page: a button that goes grey would hand them to the menu of the window.
    if (!canAgain && m_again->hasFocus())
        setFocus();
    m_again->setEnabled(canAgain);
    if (canAgain && hasFocus())
        m_again->setFocus();
    m_cannot->setEnabled(!over && m_desk.finger().has_value());
}

// What changes by itself while a finger is asked for.
void FingerPage::showTries()
{
    m_advice->setText(adviceText());
    const bool asked = m_desk.finger() && m_desk.state() != FingerDesk::State::Done;
    if (!asked) {
        m_tries->clear();
        return;
    }
    const qint64 seconds = std::max<qint64>(0, m_desk.askedAt().secsTo(m_walkIn.counter().clock()));
    const QString elapsed = QTime(0, 0).addSecs(int(seconds)).toString(u"m:ss"_s);
    m_tries->setText(tr("%n try(s) left, %1", nullptr, m_desk.triesLeft()).arg(elapsed));
}

// Heard when a press was judged: once when it counts, twice when not.
void FingerPage::sound()
{
    const auto before = FingerDesk::State(std::exchange(m_lastState, int(m_desk.state())));
    if (!m_beeps || !isVisible() || before != FingerDesk::State::Judging || m_desk.state() == before)
        return;
    QApplication::beep();
    if (m_desk.state() == FingerDesk::State::Refused || m_desk.state() == FingerDesk::State::Offered)
        QTimer::singleShot(std::chrono::milliseconds(180), this, [] { QApplication::beep(); });
}

void FingerPage::showRecords()
{
    const QList<FingerRecord> &records = m_walkIn.draft().fingers;
    m_records->setRowCount(int(records.size()));
    for (int row = 0; row < int(records.size()); ++row) {
        const FingerRecord &record = records[row];
        QString state;
        if (record.result == FingerResult::Registered)
            state = record.verified ? tr("✓ taken and verified") : tr("○ begun");
        else
            state = tr("▲ not registered: %1").arg(record.reason);
        const QStringList cells{fingerName(record.finger), state,
                                record.result == FingerResult::Registered ? QString::number(record.quality) : QString(),
                                QString::number(record.attempts)};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setData(Qt::UserRole, record.finger);
            m_records->setItem(row, column, item);
        }
    }
    m_records->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    if (!records.isEmpty() && m_records->selectedItems().isEmpty())
        m_records->selectRow(0);
    m_retake->setEnabled(!records.isEmpty());
    const bool givenUp = std::any_of(records.begin(), records.end(), [](const FingerRecord &record) {
        return record.result != FingerResult::Registered;
    });
    const QList<SidePicture> &kept = m_walkIn.draft().sidePictures;
    const bool taken = std::any_of(kept.begin(), kept.end(),
                                   [](const SidePicture &picture) { return picture.kind == SidePictureKind::Hand; });
    m_hand->setVisible(givenUp || taken);
    m_hand->setText(taken ? tr("✓ Picture of the &hand") : tr("Picture of the &hand…"));
    showState();
}

void FingerPage::retakeSelected()
{
    const QList<QTableWidgetItem *> marked = m_records->selectedItems();
    if (!marked.isEmpty())
        m_desk.choose(marked.first()->data(Qt::UserRole).toString());
}

// Why a finger cannot be taken: one of the two results of the form, and the reason in words.
void FingerPage::askWhy()
{
    m_desk.pause();
    auto *dialog = new QDialog(this);
    dialog->setObjectName(u"cannotDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("This finger cannot be taken"));
    auto *kind = new QComboBox;
    kind->setObjectName(u"cannotKind"_s);
    kind->addItem(tr("Not registered: missing, injured, illegible"), int(FingerResult::NotRegistered));
    kind->addItem(tr("Registration failed: an image, but no usable print"), int(FingerResult::Failed));
    kind->setAccessibleName(tr("Result"));
    auto *reason = new QLineEdit;
    reason->setObjectName(u"cannotReason"_s);
    reason->setAccessibleName(tr("Reason"));
    reason->setPlaceholderText(tr("Reason, as the form will say it"));
    auto *buttons = new QDialogButtonBox;
    auto *giveUp = buttons->addButton(tr("Give up this finger"), QDialogButtonBox::AcceptRole);
    giveUp->setObjectName(u"cannotAccept"_s);
    buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole)->setObjectName(u"cannotBack"_s);
    auto *hand = new QCheckBox(tr("The same for the other fingers of this hand"));
    hand->setObjectName(u"cannotHand"_s);
    auto *column = new QVBoxLayout(dialog);
    column->addWidget(kind);
    column->addWidget(reason);
    column->addWidget(hand);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, this, [this, kind, reason, hand] {
        const auto result = FingerResult(kind->currentData().toInt());
        if (hand->isChecked())
            m_desk.giveUpHand(result, reason->text());
        else
            m_desk.giveUp(result, reason->text());
    });
    dialog->open();
}

QString FingerPage::help() const
{
    return tr("The finger that is asked for is drawn on the hand: three good presses, then one that confirms them. "
              "Space asks for "
              "the press again.\n\n"
              "A finger that is missing, injured or gives no print is given up with a reason, and the next in order is "
              "asked for; a second officer confirms it. Nobody is refused a card for lack of prints.");
}

void FingerPage::retranslate()
{
    m_hands->setAccessibleName(tr("Hands"));
    m_press->setAccessibleName(tr("Last press"));
    m_press->setPlaceholder(tr("The press is shown here."));
    m_quality->setAccessibleName(tr("Quality of the last press"));
    m_records->setAccessibleName(tr("Fingers"));
    m_records->setHorizontalHeaderLabels({tr("Finger"), tr("State"), tr("Quality"), tr("Tries")});
    m_again->setText(tr("&Again (Space)"));
    m_cannot->setText(tr("Ca&nnot be taken…"));
    m_retake->setText(tr("&Take the marked finger anew"));
    showRecords();
}

} // namespace idcounter

#include "widgets/receipt/deliveryview.h"

#include "app/texts/texts.h"
#include "widgets/collection/caseways.h"
#include "widgets/collection/casewords.h"
#include "widgets/collection/standinglist.h"
#include "widgets/common/askchoice.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/receipt/countedcards.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int missingHeight = 150;
constexpr int placeWidth = 90;
constexpr std::chrono::seconds lookAgain{15};

} // namespace

DeliveryView::DeliveryView(ReceiptDesk &desk, MessageBar &message, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_message(message)
    , m_counting(desk.counter())
    , m_elsewherePart(new QWidget)
    , m_elsewhere(new QLabel)
    , m_takeOver(new QPushButton)
    , m_scanLabel(new QLabel)
    , m_scan(lineEdit(u"deliveryScanEdit"_s))
    , m_load(new QPushButton)
    , m_anew(new QPushButton)
    , m_cards(new CountedCards(desk))
    , m_boxLabel(new QLabel)
    , m_box(lineEdit(u"boxEdit"_s))
    , m_slotLabel(new QLabel)
    , m_slot(lineEdit(u"slotEdit"_s))
    , m_defective(new QPushButton)
    , m_remove(new QPushButton)
    , m_putAway(new QPushButton)
    , m_missingTitle(new QLabel)
    , m_missing(new StandingList(u"missingCards"_s))
    , m_report(new QPushButton)
{
    m_missingTitle->setObjectName(u"missingTitle"_s);
    m_missingTitle->setProperty("role", u"section"_s);
    m_missing->setFixedHeight(missingHeight);
    m_report->setObjectName(u"reportMissingButton"_s);
    auto *missingHead = new QHBoxLayout;
    missingHead->addWidget(m_missingTitle, 1);
    missingHead->addWidget(m_report);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(elsewherePart());
    column->addLayout(scanRow());
    column->addWidget(m_cards, 1);
    column->addLayout(cardRow());
    column->addLayout(missingHead);
    column->addWidget(m_missing);
    connectParts();
    connectCounting();
    retranslate();
}

QWidget *DeliveryView::elsewherePart()
{
    m_elsewhere->setObjectName(u"countedElsewhere"_s);
    m_elsewhere->setProperty("role", u"warn"_s);
    m_elsewhere->setWordWrap(true);
    m_takeOver->setObjectName(u"takeOverCountButton"_s);
    auto *row = new QHBoxLayout(m_elsewherePart);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_elsewhere, 1);
    row->addWidget(m_takeOver);
    m_elsewherePart->hide();
    return m_elsewherePart;
}

QLayout *DeliveryView::scanRow()
{
    m_scanLabel->setBuddy(m_scan);
    m_load->setObjectName(u"loadListButton"_s);
    m_anew->setObjectName(u"newDeliveryButton"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_scanLabel);
    row->addWidget(m_scan, 1);
    row->addWidget(m_load);
    row->addWidget(m_anew);
    return row;
}

QLayout *DeliveryView::cardRow()
{
    m_boxLabel->setBuddy(m_box);
    m_slotLabel->setBuddy(m_slot);
    m_defective->setObjectName(u"defectiveButton"_s);
    m_remove->setObjectName(u"removeCardButton"_s);
    m_putAway->setObjectName(u"putAwayButton"_s);
    m_putAway->setProperty("role", u"primary"_s);
    auto *row = new QHBoxLayout;
    for (QLineEdit *edit : {m_box, m_slot})
        edit->setFixedWidth(placeWidth);
    row->addWidget(m_boxLabel);
    row->addWidget(m_box);
    row->addWidget(m_slotLabel);
    row->addWidget(m_slot);
    row->addWidget(m_defective);
    row->addWidget(m_remove);
    row->addStretch();
    row->addWidget(m_putAway);
    return row;
}

void DeliveryView::connectParts()
{
    connect(m_scan, &QLineEdit::returnPressed, this, &DeliveryView::scan);
    connect(m_load, &QPushButton::clicked, this, &DeliveryView::loadList);
    connect(m_anew, &QPushButton::clicked, this, &DeliveryView::askNew);
    connect(m_cards, &QTableWidget::currentCellChanged, this, &DeliveryView::showChosen);
    connect(m_cards, &CountedCards::countChanged, this, [this] {
        showChosen();
        showMissing();
    });
    for (QLineEdit *edit : {m_box, m_slot}) {
        connect(edit, &QLineEdit::textEdited, this, &DeliveryView::storePlace);
        connect(edit, &QLineEdit::returnPressed, this, &DeliveryView::focusScan);
    }
    connect(m_defective, &QPushButton::clicked, this, [this] {
        if (m_cards->chosen())
            askDefectOf(this, [this](CardDefect defect) { m_cards->setDefect(defect); });
    });
    connect(m_remove, &QPushButton::clicked, m_cards, &CountedCards::removeChosen);
    connect(m_putAway, &QPushButton::clicked, this, &DeliveryView::putAway);
    connect(m_report, &QPushButton::clicked, this, &DeliveryView::reportMissing);
    connect(&m_desk, &ReceiptDesk::changed, this, &DeliveryView::showMissing);
    connect(&m_desk, &ReceiptDesk::listRead, this, [this](const QStringList &numbers) {
        for (const QString &number : numbers)
            m_cards->count(number);
        m_message.show(MessageBar::Kind::Ok, tr("%n number(s) were read from the list.", nullptr, int(numbers.size())));
    });
    connect(&m_desk, &CaseWork::moved, m_cards, &CountedCards::finish);
}

// The count is known once the desk has read the cards that it is judged by.
void DeliveryView::connectCounting()
{
    connect(&m_desk, &ReceiptDesk::changed, &m_counting, &DeliveryCounting::load);
    m_look.setInterval(lookAgain);
    connect(&m_look, &QTimer::timeout, &m_counting, &DeliveryCounting::load);
    connect(m_cards, &CountedCards::changed, this, &DeliveryView::keep);
    connect(m_takeOver, &QPushButton::clicked, this, &DeliveryView::askTakeOver);
    connect(&m_counting, &DeliveryCounting::changed, this, [this] {
        showElsewhere();
        if (!std::exchange(m_isKnown, true))
            keep(); // what was counted meanwhile
    });
    connect(&m_counting, &DeliveryCounting::restored, this, [this](const DeliveryCounting::Known &known) {
        m_cards->restore(known.count.cards);
        m_message.show(MessageBar::Kind::Ok,
                       tr("The count goes on where %1 was at %2: %n card(s).", nullptr, int(known.count.cards.size()))
                           .arg(known.name, stationTime(known.count.at).toString(u"yyyy-MM-dd HH:mm"_s)));
    });
    connect(&m_counting, &DeliveryCounting::takenOver, this, [this] {
        m_cards->forget();
        m_message.show(MessageBar::Kind::Warn, tr("Another counter goes on with this count."));
    });
    connect(&m_counting, &DeliveryCounting::failed, this, [this](const Error &error) { m_message.show(error); });
}

void DeliveryView::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_look.start();
}

void DeliveryView::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_look.stop();
}

void DeliveryView::keep()
{
    if (!m_isKnown)
        return;
    const QList<CountedCard> cards = m_cards->kept();
    m_counting.keep(m_desk.isOver(cards) ? QList<CountedCard>() : cards);
}

void DeliveryView::showElsewhere()
{
    QStringList lines;
    for (const DeliveryCounting::Known &known : m_counting.elsewhere())
        lines << tr("▲ Counter %1 is counting a delivery: %2, %n card(s), since %3.", nullptr,
                    int(known.count.cards.size()))
                     .arg(known.count.place, known.name,
                          stationTime(known.count.begunAt).toString(u"yyyy-MM-dd HH:mm"_s));
    m_elsewhere->setText(lines.join(u'\n'));
    m_elsewherePart->setVisible(!lines.isEmpty());
}

void DeliveryView::askNew()
{
    if (m_desk.isOver(m_cards->kept())) {
        m_cards->forget();
        return;
    }
    askBefore(this, tr("New delivery"),
              tr("Cards of this delivery are not put away yet, or are not ours. Is its count to be forgotten?"),
              tr("Forget the count"), [this] { m_cards->forget(); });
}

void DeliveryView::askTakeOver()
{
    if (m_counting.elsewhere().isEmpty())
        return;
    const DeliveryCounting::Known known = m_counting.elsewhere().first();
    askBefore(this, tr("Take over the count"),
              tr("Counter %1 loses its count, and it goes on here. Does %2 know?").arg(known.count.place, known.name),
              tr("Take it over"), [this, known] { m_counting.takeOver(known.count); });
}

void DeliveryView::focusScan()
{
    m_scan->setFocus();
    m_scan->selectAll();
}

void DeliveryView::scan()
{
    m_message.clear();
    m_cards->count(m_scan->text());
    m_scan->clear();
}

void DeliveryView::loadList()
{
    auto *dialog = new QFileDialog(this, tr("Load a delivery list"), {}, tr("Lists (*.txt *.csv)"));
    dialog->setObjectName(u"deliveryListDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_desk, &ReceiptDesk::readList);
    dialog->open();
}

void DeliveryView::showChosen()
{
    const auto isOpen = [](const CountedCards::Counted &counted) { return counted.standing && !counted.isDone; };
    const QList<CountedCards::Counted> &cards = m_cards->counted();
    const auto card = m_cards->chosen();
    const bool open = card && isOpen(*card);
    for (QWidget *input : QList<QWidget *>{m_box, m_slot, m_defective})
        input->setEnabled(open);
    m_remove->setEnabled(card && !card->isDone);
    m_putAway->setEnabled(std::any_of(cards.begin(), cards.end(), isOpen));
    m_anew->setEnabled(!cards.isEmpty());
    const CardPlace place = card ? card->place : CardPlace();
    showText(m_box, place.box);
    showText(m_slot, place.slot);
}

void DeliveryView::storePlace()
{
    m_cards->setPlace({.box = m_box->text(), .slot = m_slot->text()});
}

void DeliveryView::putAway()
{
    m_message.clear();
    const QList<CountedCards::Counted> counted = m_cards->counted();
    for (const CountedCards::Counted &card : counted) {
        if (!card.standing || card.isDone)
            continue;
        if (card.defect)
            m_desk.receiveDefective(*card.standing, *card.defect);
        else
            m_desk.receive(*card.standing, card.place.box, card.place.slot);
    }
    focusScan();
}

void DeliveryView::showMissing()
{
    const DeliveryCheck delivery = m_desk.reconcile(m_cards->numbers());
    m_missing->setStandings(delivery.missing);
    const int count = int(delivery.missing.size());
    m_missingTitle->setText(m_cards->counted().isEmpty() ? tr("%n card(s) on the way to the station", nullptr, count)
                                                         : tr("%n card(s) dispatched and not counted", nullptr, count));
    m_report->setEnabled(count > 0);
}

void DeliveryView::reportMissing()
{
    const auto standing = m_missing->chosen();
    if (!standing)
        return;
    askBefore(this, tr("Not in the delivery"),
              tr("Is the card of %1 not in the delivery? The card centre is told, and makes another.")
                  .arg(standing->accepted.form.applicant.name),
              tr("Report it as missing"), [this, standing = *standing] {
                  m_message.clear();
                  m_desk.missing(standing);
              });
}

void DeliveryView::retranslate()
{
    m_scanLabel->setText(tr("&Delivery"));
    m_scan->setPlaceholderText(tr("Scan or type an acceptance number, Enter"));
    m_load->setText(tr("&Load a list…"));
    m_anew->setText(tr("&New delivery"));
    m_takeOver->setText(tr("Take &over…"));
    m_boxLabel->setText(tr("&Box"));
    m_slotLabel->setText(tr("&Slot"));
    m_defective->setText(tr("Defecti&ve…"));
    m_remove->setText(tr("&Take off"));
    m_putAway->setText(tr("Put away (Ctrl+Enter)"));
    m_report->setText(tr("Report as &missing…"));
    m_missing->setColumns({{tr("Acceptance number"), [](const Standing &one) { return one.accepted.number.grouped(); }},
                           {tr("Name"), [](const Standing &one) { return one.accepted.form.applicant.name; }},
                           {tr("Batch"), [](const Standing &one) { return one.progress.batch; }},
                           {tr("Dispatched"), [](const Standing &one) { return words::dayOf(one.progress.since); }}});
    m_missing->setAccessibleName(tr("Cards dispatched and not counted"));
    m_missing->setEmptyText(
        tr("No card is on the way. Those the card centre has dispatched will be here until they are "
           "counted."));
    m_cards->fill();
    showElsewhere();
    showMissing();
    showChosen();
}

} // namespace idcounter

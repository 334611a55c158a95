#include "widgets/receipt/countedcards.h"

#include "app/texts/lifetexts.h"
#include "widgets/common/inputs.h"
#include "widgets/common/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

CountedCards::CountedCards(ReceiptDesk &desk, QWidget *parent)
    : QTableWidget(parent)
    , m_desk(desk)
{
    setObjectName(u"countedCards"_s);
    makeList(this);
    connect(this, &CountedCards::countChanged, this, &CountedCards::changed);
    connect(&m_desk, &ReceiptDesk::changed, this, &CountedCards::judgeAgain);
    fill();
}

QStringList CountedCards::numbers() const
{
    QStringList numbers;
    for (const Counted &card : m_counted)
        numbers << card.number;
    return numbers;
}

// What the count says of the number when it is the last of the list.
CountedCards::Counted CountedCards::judged(const QString &number) const
{
    const DeliveryCheck before = m_desk.reconcile(numbers());
    const DeliveryCheck now = m_desk.reconcile(numbers() << number);
    Counted card{.number = number};
    if (now.doubled.size() > before.doubled.size()) {
        card.verdict = Verdict::Twice;
    } else if (now.received.size() > before.received.size()) {
        card.verdict = Verdict::Ours;
        card.standing = now.received.last();
        QList<CardPlace> given;
        for (const Counted &other : m_counted) {
            if (!other.place.slot.isEmpty())
                given << other.place;
        }
        card.place = m_desk.nextPlace(given);
    }
    return card;
}

void CountedCards::count(const QString &number)
{
    const QString compact = QString(number).remove(u' ').trimmed();
    if (compact.isEmpty())
        return;
    m_counted << judged(compact);
    fill();
    setCurrentCell(rowCount() - 1, 0);
    scrollToBottom();
    Q_EMIT countChanged();
}

// A card may be scanned before the desk has read, or before feedback says that it is on the way.
void CountedCards::judgeAgain()
{
    const auto isNotOurs = [](const Counted &card) { return card.verdict == Verdict::NotOurs; };
    if (std::none_of(m_counted.begin(), m_counted.end(), isNotOurs))
        return;
    const QList<Counted> before = std::exchange(m_counted, {});
    for (const Counted &card : before)
        m_counted << (isNotOurs(card) ? judged(card.number) : card);
    fill();
    Q_EMIT countChanged();
}

// What was put away or reported meanwhile is done. A place that an earlier card of the list has by now is not given twice.
CountedCards::Counted CountedCards::recalled(const CountedCard &card) const
{
    const auto among = [&card](const QList<Standing> &standings) {
        const auto found = std::find_if(standings.begin(), standings.end(), [&card](const Standing &standing) {
            return standing.accepted.number.toString() == card.number;
        });
        return found == standings.end() ? std::nullopt : std::optional(*found);
    };
    const auto done = card.defect ? among(m_desk.defective()) : among(m_desk.stored());
    if (card.isDone || (done && (card.defect || !card.box.isEmpty())))
        return {.number = card.number,
                .verdict = Verdict::Ours,
                .standing = done,
                .place = {.box = card.box, .slot = card.slot},
                .defect = card.defect,
                .isDone = true};
    Counted counted = judged(card.number);
    if (!counted.standing)
        return counted;
    const CardPlace place{.box = card.box, .slot = card.slot};
    const bool isGiven = std::any_of(m_counted.begin(), m_counted.end(),
                                     [&place](const Counted &other) { return other.place == place; });
    if (card.defect)
        counted.place = {};
    else if (!place.slot.isEmpty() && !isGiven)
        counted.place = place;
    counted.defect = card.defect;
    return counted;
}

void CountedCards::restore(const QList<CountedCard> &cards)
{
    const QList<CountedCard> later = kept();
    m_counted.clear();
    for (const CountedCard &card : cards + later)
        m_counted << recalled(card);
    fill();
    Q_EMIT countChanged();
}

QList<CountedCard> CountedCards::kept() const
{
    QList<CountedCard> cards;
    for (const Counted &card : m_counted)
        cards << CountedCard{.number = card.number,
                             .box = card.place.box,
                             .slot = card.place.slot,
                             .defect = card.defect,
                             .isDone = card.isDone};
    return cards;
}

void CountedCards::forget()
{
    m_counted.clear();
    fill();
    Q_EMIT countChanged();
}

void CountedCards::removeChosen()
{
    const int row = currentRow();
    if (row < 0 || row >= m_counted.size())
        return;
    m_counted.removeAt(row);
    fill();
    Q_EMIT countChanged();
}

std::optional<CountedCards::Counted> CountedCards::chosen() const
{
    const int row = currentRow();
    return row >= 0 && row < m_counted.size() ? std::optional(m_counted[row]) : std::nullopt;
}

bool CountedCards::isOpen(int row) const
{
    return row >= 0 && row < m_counted.size() && m_counted[row].standing && !m_counted[row].isDone;
}

void CountedCards::setPlace(const CardPlace &place)
{
    if (!isOpen(currentRow()))
        return;
    m_counted[currentRow()].place = place;
    fill();
    Q_EMIT changed();
}

void CountedCards::setDefect(CardDefect defect)
{
    if (!isOpen(currentRow()))
        return;
    m_counted[currentRow()].defect = defect;
    m_counted[currentRow()].place = {};
    fill();
    Q_EMIT changed();
}

void CountedCards::finish(const Standing &standing)
{
    for (Counted &card : m_counted) {
        if (card.standing && card.standing->accepted.id == standing.accepted.id)
            card.isDone = true;
    }
    fill();
    Q_EMIT countChanged();
}

QString CountedCards::verdictText(const Counted &card)
{
    if (card.isDone)
        return card.defect ? tr("✓ reported") : tr("✓ put away");
    switch (card.verdict) {
    case Verdict::Ours:
        return card.defect ? tr("▲ defective: %1").arg(texts::describe(*card.defect)) : tr("✓ ours");
    case Verdict::NotOurs:
        return tr("■ not ours");
    case Verdict::Twice:
        return tr("▲ twice, or here already");
    }
    Q_UNREACHABLE();
}

void CountedCards::fill()
{
    setColumnCount(5);
    setHorizontalHeaderLabels({tr("No."), tr("Acceptance number"), tr("Name"), tr("Box – slot"), tr("Found")});
    setAccessibleName(tr("Cards counted"));
    setRowCount(int(m_counted.size()));
    horizontalHeader()->setVisible(rowCount() > 0);
    for (int row = 0; row < rowCount(); ++row) {
        const Counted &card = m_counted[row];
        const bool isPlaced = !card.place.slot.isEmpty();
        const QStringList cells{
            QString::number(row + 1), card.standing ? card.standing->accepted.number.grouped() : card.number,
            card.standing ? card.standing->accepted.form.applicant.name : QString(),
            isPlaced ? u"%1 – %2"_s.arg(card.place.box, card.place.slot) : QString(), verdictText(card)};
        for (int column = 0; column < columnCount(); ++column)
            setItem(row, column, new QTableWidgetItem(cells[column]));
        const QString sign = cells.last().first(1);
        item(row, columnCount() - 1)
            ->setForeground(sign == u"✓"       ? themeColours().ok
                                : sign == u"■" ? themeColours().danger
                                               : themeColours().warn);
    }
}

void CountedCards::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(themeColours().muted);
    painter.drawText(viewport()->rect().adjusted(16, 12, -16, -12), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     tr("The cards of the delivery will be here as they are scanned, each with the place it goes to."));
}

void CountedCards::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QTableWidget::changeEvent(event);
}

} // namespace idcounter

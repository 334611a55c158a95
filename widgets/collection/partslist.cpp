#include "widgets/collection/partslist.h"

#include "widgets/common/theme.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int rowHeight = 26;
constexpr int mostParts = 7;
const QString open = u"○"_s;
const QString done = u"✓"_s;

} // namespace

PartsList::PartsList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"partsList"_s);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFixedHeight(rowHeight * mostParts + 6);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem *clicked) { choose(m_parts[row(clicked)]); });
}

void PartsList::begin(const Standing &standing, bool slipSeen, bool hasReader)
{
    m_parts = {Part::Paper, Part::Finger, Part::ReadBack};
    if (hasReader)
        m_parts << Part::Chip;
    m_parts << Part::Signature;
    if (standing.accepted.form.business.oldCard == OldCard::KeptUntilCollection)
        m_parts << Part::OldCard;
    if (standing.temporaryOut)
        m_parts << Part::Temporary;
    m_paper = slipSeen ? std::optional(CollectorPaper::Slip) : std::nullopt;
    m_finger = FingerAnswer::NotAsked;
    m_chip = ChipVerdict::NotRead;
    m_readBack = m_chipRefused = m_signed = m_temporary = false;
    m_oldCard = OldCardEnd::None;
    clear();
    for (qsizetype part = 0; part < m_parts.size(); ++part) {
        addItem(QString());
        item(int(part))->setSizeHint({0, rowHeight});
    }
    say();
    go(slipSeen ? Part::Finger : Part::Paper);
}

void PartsList::setFinger(FingerAnswer answer, bool needed)
{
    m_finger = answer;
    m_fingerNeeded = needed;
    say();
}

void PartsList::setChip(ChipVerdict chip, bool isRefused)
{
    m_chip = chip;
    m_chipRefused = isRefused;
    say();
}

void PartsList::go(Part part)
{
    setCurrentRow(int(m_parts.indexOf(part)));
}

void PartsList::fill(CollectionRecord &record) const
{
    record.paper = m_paper.value_or(CollectorPaper::Slip);
    record.readBack = m_readBack;
    record.isSigned = m_signed;
    record.oldCard = m_oldCard;
    record.temporaryReturned = m_temporary;
}

QString PartsList::nameOf(Part part)
{
    switch (part) {
    case Part::Paper:
        return tr("Paper shown");
    case Part::Finger:
        return tr("Live finger");
    case Part::ReadBack:
        return tr("Text and validity read back");
    case Part::Chip:
        return tr("Chip (optional)");
    case Part::Signature:
        return tr("Signed for the card");
    case Part::OldCard:
        return tr("Old card");
    case Part::Temporary:
        return tr("Temporary card back");
    }
    Q_UNREACHABLE();
}

PartsList::Line PartsList::paperLine() const
{
    if (!m_paper)
        return {open, tr("S slip, B booklet")};
    return {done, *m_paper == CollectorPaper::Slip ? tr("slip (B booklet)") : tr("household booklet (S slip)")};
}

PartsList::Line PartsList::fingerLine() const
{
    if (!m_fingerNeeded)
        return {u"–"_s, tr("not needed")};
    switch (m_finger) {
    case FingerAnswer::NotAsked:
        return {open, tr("F compares")};
    case FingerAnswer::Match:
        return {done, tr("match")};
    case FingerAnswer::NoMatch:
        return {u"■"_s, tr("no match (F again)")};
    case FingerAnswer::CannotCompare:
        return {u"▲"_s, tr("cannot be compared")};
    }
    Q_UNREACHABLE();
}

PartsList::Line PartsList::chipLine() const
{
    if (m_chipRefused)
        return {u"▲"_s, tr("not read (R again)")};
    switch (m_chip) {
    case ChipVerdict::NotRead:
        return {open, tr("R reads it")};
    case ChipVerdict::Agrees:
        return {done, tr("says the same")};
    case ChipVerdict::Unsure:
        return {u"▲"_s, tr("compare by eye")};
    case ChipVerdict::Differs:
        return {u"■"_s, tr("says something else")};
    case ChipVerdict::OtherKind:
        return {u"■"_s, tr("not this card")};
    }
    Q_UNREACHABLE();
}

PartsList::Line PartsList::oldCardLine() const
{
    switch (m_oldCard) {
    case OldCardEnd::None:
        return {open, tr("T taken, C clipped, L lost")};
    case OldCardEnd::Taken:
        return {done, tr("taken back")};
    case OldCardEnd::Clipped:
        return {done, tr("clipped and returned")};
    case OldCardEnd::NotedLost:
        return {done, tr("noted as lost")};
    }
    Q_UNREACHABLE();
}

PartsList::Line PartsList::lineOf(Part part) const
{
    const auto ticked = [](bool is) { return Line{is ? done : open, is ? tr("done") : tr("open")}; };
    switch (part) {
    case Part::Paper:
        return paperLine();
    case Part::Finger:
        return fingerLine();
    case Part::ReadBack:
        return ticked(m_readBack);
    case Part::Chip:
        return chipLine();
    case Part::Signature:
        return ticked(m_signed);
    case Part::OldCard:
        return oldCardLine();
    case Part::Temporary:
        return ticked(m_temporary);
    }
    Q_UNREACHABLE();
}

void PartsList::say()
{
    for (int row = 0; row < count(); ++row) {
        const Line line = lineOf(m_parts[row]);
        item(row)->setText(u"%1 %2  %3 — %4"_s.arg(line.sign).arg(row + 1).arg(nameOf(m_parts[row]), line.state));
        item(row)->setToolTip(item(row)->text());
        item(row)->setForeground(line.sign == done       ? themeColours().ok
                                     : line.sign == u"■" ? themeColours().danger
                                     : line.sign == u"▲" ? themeColours().warn
                                                         : themeColours().text);
    }
    setAccessibleName(tr("Parts of handing out"));
    setAccessibleDescription(tr("J or Space: done. N: not done. 1 to %1: the line.").arg(count()));
}

// What Space and a click do: done, or the next of the choices.
void PartsList::choose(Part part)
{
    const int row = int(m_parts.indexOf(part));
    if (part == Part::Finger) {
        setCurrentRow(row);
        Q_EMIT fingerAsked();
        return;
    }
    if (part == Part::Chip) {
        setCurrentRow(row);
        Q_EMIT chipAsked();
        return;
    }
    if (part == Part::Paper)
        m_paper = m_paper == CollectorPaper::Slip ? CollectorPaper::Booklet : CollectorPaper::Slip;
    else if (part == Part::OldCard)
        m_oldCard = m_oldCard == OldCardEnd::NotedLost ? OldCardEnd::None : OldCardEnd(int(m_oldCard) + 1);
    else
        mark(row, lineOf(part).sign != done);
    say();
}

void PartsList::mark(int row, bool isDone)
{
    if (row < 0 || row >= m_parts.size())
        return;
    switch (m_parts[row]) {
    case Part::Paper:
        m_paper = isDone ? std::optional(m_paper.value_or(CollectorPaper::Slip)) : std::nullopt;
        break;
    case Part::Finger:
        if (isDone)
            Q_EMIT fingerAsked();
        return;
    case Part::ReadBack:
        m_readBack = isDone;
        break;
    case Part::Chip:
        if (isDone)
            Q_EMIT chipAsked();
        return;
    case Part::Signature:
        m_signed = isDone;
        break;
    case Part::OldCard:
        m_oldCard = isDone ? OldCardEnd::Taken : OldCardEnd::None;
        break;
    case Part::Temporary:
        m_temporary = isDone;
        break;
    }
    setCurrentRow(std::min(row + 1, count() - 1));
    say();
}

bool PartsList::chooseByLetter(int key)
{
    const auto old = [this](OldCardEnd end) {
        if (!m_parts.contains(Part::OldCard))
            return;
        m_oldCard = end;
        go(Part::OldCard);
    };
    if (key == Qt::Key_S || key == Qt::Key_B) {
        m_paper = key == Qt::Key_S ? CollectorPaper::Slip : CollectorPaper::Booklet;
        go(Part::Finger);
    } else if (key == Qt::Key_T)
        old(OldCardEnd::Taken);
    else if (key == Qt::Key_C)
        old(OldCardEnd::Clipped);
    else if (key == Qt::Key_L)
        old(OldCardEnd::NotedLost);
    else if (key == Qt::Key_F)
        choose(Part::Finger);
    else if (key == Qt::Key_R && m_parts.contains(Part::Chip))
        choose(Part::Chip);
    else
        return false;
    say();
    return true;
}

bool PartsList::markByKey(int key)
{
    if (key == Qt::Key_J || key == Qt::Key_Space)
        mark(currentRow(), true);
    else if (key == Qt::Key_N)
        mark(currentRow(), false);
    else if (key >= Qt::Key_1 && key < Qt::Key_1 + count())
        mark(key - Qt::Key_1, true);
    else
        return chooseByLetter(key);
    return true;
}

void PartsList::keyPressEvent(QKeyEvent *event)
{
    const bool isShortcut = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (isShortcut || !markByKey(event->key()))
        QListWidget::keyPressEvent(event);
}

void PartsList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    if (currentRow() < 0)
        setCurrentRow(0);
}

void PartsList::changeEvent(QEvent *event)
{
    const bool coloursChange = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (coloursChange || event->type() == QEvent::LanguageChange)
        say();
    QListWidget::changeEvent(event);
}

} // namespace idcounter

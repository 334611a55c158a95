#include "widgets/walkin/checklist.h"

#include "app/texts/texts.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int rowHeight = 26;

} // namespace

CheckList::CheckList(QWidget *parent)
    : QListWidget(parent)
{
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    for (int check = 0; check < bookletCheckCount; ++check)
        addItem(QString());
    for (int row = 0; row < count(); ++row)
        item(row)->setSizeHint({0, rowHeight});
    setFixedHeight(rowHeight * count() + 4);
    setCurrentRow(0);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem *clicked) {
        const int line = row(clicked);
        mark(line, !m_papers.passed.contains(line));
    });
    fill();
}

void CheckList::setPapers(const Papers &papers)
{
    m_papers = papers;
    fill();
}

void CheckList::fill()
{
    for (int row = 0; row < count(); ++row) {
        const bool passed = m_papers.passed.contains(row);
        const bool failed = m_papers.failed.contains(row);
        const QString sign = passed ? u"✓"_s : failed ? u"■"_s : u"○"_s;
        const QString state = passed ? tr("in order") : failed ? tr("not in order") : tr("open");
        item(row)->setText(u"%1 %2  %3 — %4"_s.arg(sign).arg(row + 1).arg(texts::describe(BookletCheck(row)), state));
        item(row)->setForeground(passed ? themeColours().ok : failed ? themeColours().danger : themeColours().text);
    }
    setAccessibleDescription(tr("J or Space: in order. N: not in order. 1 to 7: the line."));
}

void CheckList::mark(int row, bool inOrder)
{
    if (row < 0)
        return;
    Q_EMIT checked(BookletCheck(row), inOrder);
    setCurrentRow(std::min(row + 1, count() - 1));
}

void CheckList::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_J || key == Qt::Key_Space)
        mark(currentRow(), true);
    else if (key == Qt::Key_N)
        mark(currentRow(), false);
    else if (key >= Qt::Key_1 && key < Qt::Key_1 + bookletCheckCount)
        mark(key - Qt::Key_1, true);
    else
        QListWidget::keyPressEvent(event);
}

void CheckList::focusInEvent(QFocusEvent *event)
{
    QListWidget::focusInEvent(event);
    if (currentRow() < 0)
        setCurrentRow(0);
}

void CheckList::changeEvent(QEvent *event)
{
    const bool coloursChange = event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (coloursChange || event->type() == QEvent::LanguageChange)
        fill();
    QListWidget::changeEvent(event);
}

} // namespace idcounter

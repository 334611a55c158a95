#include "widgets/collection/standinglist.h"

#include "widgets/common/inputs.h"
#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace idcounter {

namespace {

constexpr qreal largeSize = 18; // points

} // namespace

StandingList::StandingList(const QString &name, QWidget *parent)
    : QTableWidget(parent)
{
    setObjectName(name);
    makeList(this);
    setWordWrap(true);
    const auto open = [this](int row) {
        if (row >= 0 && row < m_standings.size())
            Q_EMIT opened(m_standings[row]);
    };
    connect(this, &QTableWidget::cellClicked, this, open);
}

void StandingList::setColumns(const QList<Column> &columns)
{
    m_columns = columns;
    setColumnCount(int(columns.size()));
    QStringList titles;
    for (const Column &column : columns)
        titles << column.title;
    setHorizontalHeaderLabels(titles);
    fill();
}

void StandingList::setEmptyText(const QString &text)
{
    m_empty = text;
    setAccessibleDescription(m_standings.isEmpty() ? m_empty : QString());
    viewport()->update();
}

void StandingList::setStandings(const QList<Standing> &standings)
{
    const auto before = chosen();
    const int row = currentRow();
    m_standings = standings;
    fill();
    int now = std::min(row, rowCount() - 1);
    for (int other = 0; other < rowCount(); ++other) {
        if (before && m_standings[other].accepted.id == before->accepted.id)
            now = other;
    }
    if (rowCount() > 0)
        setCurrentCell(std::max(0, now), 0);
}

void StandingList::renew(const Standing &standing)
{
    for (Standing &one : m_standings) {
        if (one.accepted.id == standing.accepted.id)
            one = standing;
    }
    fill();
}

void StandingList::fill()
{
    setRowCount(int(m_standings.size()));
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const QString text = m_columns[column].text(m_standings[row]);
            auto *cell = new QTableWidgetItem(text);
            cell->setToolTip(text);
            if (m_columns[column].isLarge) {
                QFont font = this->font();
                font.setPointSizeF(largeSize);
                font.setBold(true);
                cell->setFont(font);
            }
            setItem(row, column, cell);
        }
    }
    resizeRowsToContents();
    horizontalHeader()->setVisible(rowCount() > 0);
    setAccessibleDescription(m_standings.isEmpty() ? m_empty : QString());
    applyFilter();
}

void StandingList::setFilter(const QString &text)
{
    m_filter = text.simplified();
    applyFilter();
}

void StandingList::applyFilter()
{
    for (int row = 0; row < rowCount(); ++row) {
        bool found = m_filter.isEmpty();
        for (int column = 0; column < columnCount() && !found; ++column)
            found = item(row, column)->text().contains(m_filter, Qt::CaseInsensitive);
        setRowHidden(row, !found);
    }
}

std::optional<Standing> StandingList::chosen() const
{
    const int row = currentRow();
    if (row < 0 || row >= m_standings.size() || isRowHidden(row))
        return {};
    return m_standings[row];
}

void StandingList::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(themeColours().muted);
    painter.drawText(viewport()->rect().adjusted(16, 12, -16, -12), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
                     m_empty);
}

void StandingList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (plain && enter) {
        if (const auto one = chosen())
            Q_EMIT opened(*one);
    } else if (plain && event->key() >= Qt::Key_A && event->key() <= Qt::Key_Z) {
        Q_EMIT letterPressed(QChar(event->key()));
    } else {
        QTableWidget::keyPressEvent(event);
    }
}

} // namespace idcounter

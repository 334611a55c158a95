#include "widgets/review/reviewmodel.h"

#include "widgets/cases/urgencywords.h"
#include "widgets/common/theme.h"
#include "widgets/review/reviewwords.h"

#include <QFont>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

ReviewModel::ReviewModel(const ReviewDesk &desk, const Counter &counter, QObject *parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_counter(counter)
{
}

void ReviewModel::show(const ReviewFilter &filter)
{
    beginResetModel();
    m_rows.clear();
    QList<Standing> exceptions = m_desk.filtered(filter);
    QList<Standing> waiting = exceptions;
    exceptions.removeIf([](const Standing &standing) { return !ReviewDesk::hasOpenExceptions(standing); });
    waiting.removeIf([](const Standing &standing) { return ReviewDesk::hasOpenExceptions(standing); });
    add(Section::Exceptions, exceptions);
    add(Section::Waiting, waiting);
    add(Section::Reviewed, m_desk.filtered(filter, m_desk.reviewed()));
    endResetModel();
}

void ReviewModel::add(Section section, const QList<Standing> &cases)
{
    if (cases.isEmpty())
        return;
    m_rows << Row{section, {}};
    for (const Standing &standing : cases)
        m_rows << Row{section, standing};
}

void ReviewModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

const Standing *ReviewModel::caseAt(int row) const
{
    return row >= 0 && row < m_rows.size() && m_rows[row].standing ? &*m_rows[row].standing : nullptr;
}

int ReviewModel::rowOf(const QUuid &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&id](const Row &row) { return row.standing && row.standing->accepted.id == id; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ReviewModel::caseBeside(int row, int step) const
{
    for (int beside = row + step; beside >= 0 && beside < m_rows.size(); beside += step) {
        if (m_rows[beside].standing)
            return beside;
    }
    return -1;
}

QUuid ReviewModel::waitingAfter(const QUuid &id) const
{
    QList<QUuid> waiting;
    for (const Row &row : m_rows) {
        if (row.standing && row.section != Section::Reviewed)
            waiting << row.standing->accepted.id;
    }
    const qsizetype at = waiting.indexOf(id);
    waiting.removeAll(id);
    return waiting.isEmpty() ? QUuid() : waiting.value(std::max<qsizetype>(at, 0), waiting.first());
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReviewModel::heading(Section section) const
{
    const int cases = int(std::count_if(m_rows.begin(), m_rows.end(),
                                        [section](const Row &row) { return row.section == section && row.standing; }));
    switch (section) {
    case Section::Exceptions:
        return tr("▲ Exceptions to be confirmed first (%1)").arg(cases);
    case Section::Waiting:
        return tr("To be reviewed (%1)").arg(cases);
    case Section::Reviewed:
        return tr("✓ Reviewed, not yet reported (%1)").arg(cases);
    }
    Q_UNREACHABLE();
}

QString ReviewModel::text(const Standing &standing, int column) const
{
    const Case &accepted = standing.accepted;
    switch (column) {
    case Due:
        return u"%1 %2\n%3"_s.arg(urgencySign(m_desk.urgency(standing)), urgencyWord(m_desk.urgency(standing)),
                                  tr("%n day(s) old", nullptr, int(accepted.acceptedOn().daysTo(m_counter.today()))));
    case Application:
        return u"%1\n%2  %3"_s.arg(accepted.number.grouped(), accepted.form.applicant.name,
                                   ReviewWords(m_counter.rules).business(accepted.form.business.reason));
    case Clerk:
        return m_desk.nameOf(accepted.acceptedBy);
    default:
        return {};
    }
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[index.row()];
    if (!row.standing) {
        if (role == Qt::DisplayRole && index.column() == 0)
            return heading(row.section);
        if (role == Qt::FontRole) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return role == Qt::ForegroundRole
            ? QVariant(row.section == Section::Exceptions ? themeColours().warn : themeColours().muted)
            : QVariant();
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*row.standing, index.column());
    if (role == Qt::ForegroundRole && index.column() == Due)
        return urgencyColour(m_desk.urgency(*row.standing));
    return {};
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return QStringList{tr("Due"), tr("Application"), tr("Clerk")}.value(section);
}

Qt::ItemFlags ReviewModel::flags(const QModelIndex &index) const
{
    return caseAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemFlags(Qt::NoItemFlags);
}

} // namespace idcounter

#include "widgets/cases/deadlinemodel.h"

#include "app/texts/lifetexts.h"
#include "app/texts/texts.h"
#include "widgets/cases/limitbar.h"
#include "widgets/cases/urgencywords.h"
#include "widgets/common/language.h"

using namespace Qt::StringLiterals;

namespace idcounter {

DeadlineModel::DeadlineModel(const Rules &rules, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rules(rules)
{
}

void DeadlineModel::setRows(const QList<DeadlineRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void DeadlineModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

int DeadlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DeadlineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DeadlineModel::business(const QString &reason) const
{
    const auto reasons = m_rules.reasons();
    const auto found = reasons ? (*reasons)->find(reason) : std::optional<Reason>();
    return found ? nameIn(found->chinese, found->english) : reason;
}

QString DeadlineModel::text(const DeadlineRow &row, int column) const
{
    const Case &accepted = row.standing.accepted;
    switch (column) {
    case UrgencyColumn:
        return urgencySign(row.urgency) + u' ' + urgencyWord(row.urgency);
    case Number:
        return accepted.number.grouped();
    case Name:
        return accepted.form.applicant.name;
    case Business:
        return business(accepted.form.business.reason);
    case State:
        return texts::describe(accepted.state);
    case Since:
        return stationTime(row.standing.progress.since).date().toString(Qt::ISODate);
    case Actor:
        return texts::describe(row.actor);
    case Left:
        return tr("%1 / %2", "days to the promise, days to the law's end")
            .arg(daysTo(row, accepted.promiseDue))
            .arg(daysTo(row, accepted.legalDue));
    case Step:
        if (row.isStepLate)
            return tr("■ late since %1").arg(row.stepDue.toString(u"MM-dd"_s));
        return row.stepDue.isValid() ? tr("by %1").arg(row.stepDue.toString(u"MM-dd"_s)) : u"–"_s;
    default:
        return {};
    }
}

QVariant DeadlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DeadlineRow &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ForegroundRole:
        if (index.column() == UrgencyColumn)
            return urgencyColour(row.urgency);
        return index.column() == Step && row.isStepLate ? QVariant(themeColours().danger) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (index.column() != Left)
            return text(row, index.column());
        return tr("%1 days to the promised day, %2 to the law's last day; negative when it is passed")
            .arg(daysTo(row, row.standing.accepted.promiseDue))
            .arg(daysTo(row, row.standing.accepted.legalDue));
    default:
        return {};
    }
}

QVariant DeadlineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList names{
        tr("Urgency"),   tr("Acceptance number"),        tr("Name"),     tr("Business"), tr("State"), tr("Since"),
        tr("Acts next"), tr("Days left: promise / law"), tr("This step")};
    return names.value(section);
}

} // namespace idcounter

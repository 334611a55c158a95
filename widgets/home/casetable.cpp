#include "widgets/home/casetable.h"

#include "app/texts/texts.h"
#include "widgets/common/language.h"

using namespace Qt::StringLiterals;

namespace idcounter {

CaseModel::CaseModel(const Rules &rules, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rules(rules)
{
}

void CaseModel::setCases(const QList<CaseSummary> &cases)
{
    beginResetModel();
    m_cases = cases;
    endResetModel();
}

void CaseModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

int CaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cases.size());
}

int CaseModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CaseModel::text(const CaseSummary &one, int column) const
{
    switch (column) {
    case Number:
        return one.number.grouped();
    case Name:
        return one.name;
    case Business: {
        const auto reasons = m_rules.reasons();
        const auto reason = reasons ? (*reasons)->find(one.reason) : std::optional<Reason>();
        return reason ? nameIn(reason->chinese, reason->english) : one.reason;
    }
    case State:
        return texts::describe(one.state);
    case Accepted:
        return stationTime(one.acceptedAt).toString(u"yyyy-MM-dd HH:mm"_s);
    case Promised:
        return one.promiseDue.toString(Qt::ISODate);
    default:
        return {};
    }
}

QVariant CaseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return text(m_cases[index.row()], index.column());
}

QVariant CaseModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList names{tr("Acceptance number"), tr("Name"),        tr("Business"), tr("State"),
                            tr("Accepted"),          tr("Promised for")};
    return names.value(section);
}

void DraftModel::setDrafts(const QList<DraftSummary> &drafts)
{
    beginResetModel();
    m_drafts = drafts;
    endResetModel();
}

void DraftModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

int DraftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_drafts.size());
}

int DraftModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DraftModel::text(const DraftSummary &draft, int column) const
{
    static const QHash<QString, const char *> steps{
        {u"booklet"_s, QT_TR_NOOP("booklet")},      {u"photo"_s, QT_TR_NOOP("photo")},
        {u"fingers"_s, QT_TR_NOOP("fingerprints")}, {u"form"_s, QT_TR_NOOP("form")},
        {u"readback"_s, QT_TR_NOOP("read-back")},   {u"fee"_s, QT_TR_NOOP("fee")}};
    if (draft.altered)
        return column == Name ? tr("■ changed from outside: not shown") : QString();
    switch (column) {
    case Name:
        return draft.name.isEmpty() ? tr("(no name yet)") : draft.name;
    case Step:
        return steps.contains(draft.step) ? tr(steps[draft.step]) : draft.step;
    case Changed:
        return stationTime(draft.updatedAt).toString(u"MM-dd HH:mm"_s);
    case Person:
        return draft.person;
    case OpenAt:
        return draft.openAt.isEmpty() ? QString() : tr("counter %1").arg(draft.openAt);
    default:
        return {};
    }
}

QVariant DraftModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return text(m_drafts[index.row()], index.column());
}

QVariant DraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    const QStringList names{tr("Name"), tr("At step"), tr("Changed"), tr("By"), tr("Open at")};
    return names.value(section);
}

} // namespace idcounter

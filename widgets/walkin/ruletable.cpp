#include "widgets/walkin/ruletable.h"

#include "app/texts/phototexts.h"
#include "widgets/common/theme.h"

#include <QHash>
#include <QHeaderView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int verdictRole = Qt::UserRole + 1;

int rank(PhotoVerdict verdict)
{
    switch (verdict) {
    case PhotoVerdict::Block:
        return 0;
    case PhotoVerdict::Warn:
        return 1;
    case PhotoVerdict::Unchecked:
        return 2;
    case PhotoVerdict::Look:
        return 3;
    case PhotoVerdict::Info:
        return 5;
    case PhotoVerdict::Pass:
        return 4;
    }
    Q_UNREACHABLE();
}

QString limitsOf(const PhotoRule &rule)
{
    static const QHash<QString, QString> signs{
        {u"degrees"_s, u"°"_s}, {u"px2"_s, u"px²"_s}, {u"face widths"_s, u"×"_s}};
    const QString unit = signs.value(rule.unit, rule.unit);
    if (!rule.min && !rule.max)
        return {};
    if (!rule.max)
        return u"≥ %1 %2"_s.arg(*rule.min).arg(unit);
    if (!rule.min)
        return u"≤ %1 %2"_s.arg(*rule.max).arg(unit);
    if (*rule.min == *rule.max)
        return u"%1 %2"_s.arg(*rule.min).arg(unit);
    return u"%1 – %2 %3"_s.arg(*rule.min).arg(*rule.max).arg(unit);
}

// What the clerk judges, and what the program did not measure and he therefore judges as well.
bool isForTheEye(PhotoVerdict verdict)
{
    return verdict == PhotoVerdict::Look || verdict == PhotoVerdict::Unchecked;
}

// What the clerk reads in the last column, and its colour.
std::pair<QString, QColor> stateOf(const PhotoCheck &check, const std::optional<Photo> &photo)
{
    const ThemeColours &colours = themeColours();
    switch (check.verdict) {
    case PhotoVerdict::Pass:
        return {RuleTable::tr("✓ met"), colours.ok};
    case PhotoVerdict::Block:
        return {RuleTable::tr("■ take again"), colours.danger};
    case PhotoVerdict::Warn: {
        const QString reason = photo ? photo->reasons.value(check.rule.rule) : QString();
        return reason.isEmpty() ? std::pair(RuleTable::tr("▲ needs a reason"), colours.warn)
                                : std::pair(RuleTable::tr("✓ accepted: %1").arg(reason), colours.ok);
    }
    case PhotoVerdict::Unchecked:
    case PhotoVerdict::Look: {
        if (photo && photo->looked.contains(check.rule.rule))
            return {RuleTable::tr("✓ looked at"), colours.text};
        if (check.verdict == PhotoVerdict::Unchecked)
            return {RuleTable::tr("○ not measured: look and tick"), colours.text};
        // What is measured of such a rule is a hint, and below 1 it says: look closely.
        const bool seems = check.value && *check.value < 1;
        return {seems ? RuleTable::tr("○ seems not met: look closely and tick") : RuleTable::tr("○ look and tick"),
                colours.text};
    }
    case PhotoVerdict::Info:
        return {RuleTable::tr("for information"), colours.muted};
    }
    Q_UNREACHABLE();
}

} // namespace

RuleTable::RuleTable(QWidget *parent)
    : QTableWidget(parent)
{
    setColumnCount(4);
    verticalHeader()->hide();
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    retranslate();
}

void RuleTable::retranslate()
{
    setAccessibleName(tr("Rules for the photo"));
    setHorizontalHeaderLabels({tr("Rule"), tr("Value"), tr("Limits"), tr("State")});
}

void RuleTable::setChecks(QList<PhotoCheck> checks, const std::optional<Photo> &photo)
{
    std::stable_sort(checks.begin(), checks.end(),
                     [](const PhotoCheck &a, const PhotoCheck &b) { return rank(a.verdict) < rank(b.verdict); });
    const int row = std::max(0, currentRow());
    setRowCount(int(checks.size()));
    for (int i = 0; i < int(checks.size()); ++i) {
        const PhotoCheck &check = checks[i];
        const auto [state, colour] = stateOf(check, photo);
        const bool hint = check.verdict == PhotoVerdict::Look; // its measure is nothing to read
        const QString value
            = check.value && !hint ? QString::number(*check.value, 'f', *check.value < 10 ? 2 : 0) : QString();
        const QStringList cells{texts::photoRule(check.rule.rule), value, limitsOf(check.rule), state};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(texts::describe(check));
            item->setData(Qt::UserRole, check.rule.rule);
            item->setData(verdictRole, int(check.verdict));
            item->setForeground(column == 3 ? colour : themeColours().text);
            setItem(i, column, item);
        }
    }
    horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    setCurrentCell(std::min(row, int(checks.size()) - 1), 0);
}

QString RuleTable::rule() const
{
    const QTableWidgetItem *marked = item(currentRow(), 0);
    return marked != nullptr ? marked->data(Qt::UserRole).toString() : QString();
}

QString RuleTable::ruleName() const
{
    const QTableWidgetItem *marked = item(currentRow(), 0);
    return marked != nullptr ? marked->text() : QString();
}

PhotoVerdict RuleTable::verdict() const
{
    const QTableWidgetItem *marked = item(currentRow(), 0);
    return marked != nullptr ? PhotoVerdict(marked->data(verdictRole).toInt()) : PhotoVerdict::Pass;
}

bool RuleTable::isForTheEye() const
{
    return !rule().isEmpty() && idcounter::isForTheEye(verdict());
}

void RuleTable::goOn()
{
    const int next = currentRow() + 1;
    const QTableWidgetItem *following = item(next, 0);
    if (following != nullptr && idcounter::isForTheEye(PhotoVerdict(following->data(verdictRole).toInt())))
        setCurrentCell(next, 0);
}

} // namespace idcounter

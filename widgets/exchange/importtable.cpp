#include "widgets/exchange/importtable.h"

#include "app/texts/lifetexts.h"
#include "widgets/common/inputs.h"
#include "widgets/common/theme.h"

#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr std::array outcomes{LineOutcome::Applied, LineOutcome::Nothing, LineOutcome::EarlierRound,
                              LineOutcome::CaseUnknown, LineOutcome::NotPossible};

QString outcomeText(LineOutcome outcome)
{
    switch (outcome) {
    case LineOutcome::Applied:
        return ImportTable::tr("✓ applied");
    case LineOutcome::Nothing:
        return ImportTable::tr("– as far already");
    case LineOutcome::EarlierRound:
        return ImportTable::tr("– about an earlier round");
    case LineOutcome::CaseUnknown:
        return ImportTable::tr("■ no such case here");
    case LineOutcome::NotPossible:
        return ImportTable::tr("▲ not possible in its state");
    }
    Q_UNREACHABLE();
}

QVariant outcomeColour(LineOutcome outcome)
{
    switch (outcome) {
    case LineOutcome::Applied:
        return themeColours().ok;
    case LineOutcome::Nothing:
    case LineOutcome::EarlierRound:
        return {};
    case LineOutcome::CaseUnknown:
        return themeColours().danger;
    case LineOutcome::NotPossible:
        return themeColours().warn;
    }
    Q_UNREACHABLE();
}

QString grouped(const QString &text)
{
    const auto number = AcceptanceNumber::parse(text);
    return number ? number->grouped() : text;
}

} // namespace

ImportTable::ImportTable(QWidget *parent)
    : Page(parent)
    , m_summary(new QLabel)
    , m_lines(new QTableWidget)
{
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    m_lines->setObjectName(u"importLines"_s);
    m_lines->setColumnCount(5);
    makeList(m_lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_summary);
    column->addWidget(m_lines, 1);
    column->addStretch();
    retranslate();
}

void ImportTable::show(const ImportReport &report)
{
    m_report = report;
    QStringList counts;
    for (const LineOutcome outcome : outcomes) {
        if (const int count = report.count(outcome))
            counts << tr("%1: %2", "outcome: how many lines").arg(outcomeText(outcome)).arg(count);
    }
    const QString head = report.wasKnown
        ? tr("%1 was imported before. Nothing was changed; this is what came of it then.")
        : tr("%1 was imported.");
    m_summary->setText((QStringList{head.arg(report.file)} + counts).join(u"   "_s));
    m_lines->setRowCount(int(report.lines.size()));
    for (int row = 0; row < int(report.lines.size()); ++row) {
        const FeedbackOutcome &line = report.lines[row];
        const QString what = line.event == u"acknowledge" ? tr("The package was received.")
            : line.event == u"return"                     ? tr("It was sent back.")
                                                          : texts::describeEvent(line.event);
        const QStringList cells{QString::number(line.line), grouped(line.acceptanceNumber), QString::number(line.round),
                                what, outcomeText(line.outcome)};
        for (int column = 0; column < int(cells.size()); ++column)
            m_lines->setItem(row, column, new QTableWidgetItem(cells[column]));
        if (const QVariant colour = outcomeColour(line.outcome); colour.isValid())
            m_lines->item(row, 4)->setForeground(colour.value<QColor>());
    }
    m_lines->setVisible(!report.lines.isEmpty());
}

void ImportTable::retranslate()
{
    m_lines->setAccessibleName(tr("Lines of the feedback"));
    m_lines->setHorizontalHeaderLabels(
        {tr("Line"), tr("Acceptance number"), tr("Round"), tr("What it says"), tr("Outcome")});
    m_lines->horizontalHeader()->setStretchLastSection(false);
    m_lines->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    if (m_report) {
        show(*m_report);
        return;
    }
    m_summary->setText(
        tr("What county and centre answer comes as a file. Its lines will stand here with what each did."));
    m_lines->hide();
}

} // namespace idcounter

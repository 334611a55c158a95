#pragma once

#include "app/domain/dayfigures.h"
#include "app/domain/rules.h"

namespace idcounter::paper {

// One line of the daily report.
struct ReportLine
{
    QString item;
    QString count = {};
    QString amount = {};
    std::optional<Figure> figure = {}; // the cases behind it
    bool isWide = false; // a sentence, over the whole width
};

struct ReportSection
{
    QString title;
    QList<ReportLine> lines;
};

// The parts of the report in their order (RULES 8). Errors: those of the tables.
Result<QList<ReportSection>> reportSections(const DayFigures &figures, const Rules &rules);

} // namespace idcounter::paper

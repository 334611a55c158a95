#pragma once

#include "app/documents/document.h"
#include "app/domain/dayfigures.h"
#include "app/domain/rules.h"

namespace idcounter {

// What heads the report.
struct ReportHead
{
    QString station;
    QString unitCode;
    QString printedBy;
    bool practice = false;
    int copy = 1; // 1 is the first print of the day's report
};

// 日报表, A4 (RULES 8): cases by business, fees by price and by means, photos and prints tried and accepted, and where the
// figures have them, what happened on the way to the card and the reconciliations. Errors: those of the tables.
Result<Document> dailyReport(const DayFigures &figures, const ReportHead &head, const Rules &rules);

// Where a figure stands on the report that has cases behind it.
struct FigureLink
{
    Figure figure;
    QString item; // what it counts, with the part of the report
    int page = 0;
    QRectF area; // mm

    friend bool operator==(const FigureLink &, const FigureLink &) = default;
};
QList<FigureLink> figureLinks(const DayFigures &figures, const Rules &rules);

// The same figures as comma-separated values: section, item, count, amount in yuan.
Result<QByteArray> dailyReportCsv(const DayFigures &figures, const Rules &rules);

} // namespace idcounter

#include "app/documents/dailyreport.h"

#include "app/documents/paperparts.h"
#include "app/documents/reportsections.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using paper::ReportLine;
using paper::ReportSection;

constexpr double lineHeight = 7;
constexpr double top = 42;
constexpr double bottom = 280;
constexpr double countLeft = 120;
constexpr double figuresWidth = 73; // count and amount
constexpr double wideWidth = 172; // of a sentence
constexpr double wideLine = 5; // height of its lines

// By how many characters fit in a line; Latin ones are half as wide.
double heightOf(const ReportLine &line)
{
    if (!line.isWide)
        return lineHeight;
    constexpr double characterWidth = 3.4; // at 9 points, with some room
    double taken = 0;
    for (const QChar character : line.item)
        taken += character.unicode() < 0x80 ? characterWidth * 0.6 : characterWidth;
    return std::max(lineHeight, std::ceil(taken / wideWidth) * wideLine + 1);
}

// How many lines of the report fit on a page decides where it breaks.
struct Placed
{
    int page;
    double y;
    const ReportSection *section;
    const ReportLine *line; // empty for the title of a section
};

QList<Placed> place(const QList<ReportSection> &sections)
{
    QList<Placed> placed;
    int page = 0;
    double y = top;
    const auto put = [&](const ReportSection &section, const ReportLine *line, double height) {
        if (y + height > bottom) {
            ++page;
            y = top;
        }
        placed << Placed{page, y, &section, line};
        y += height;
    };
    for (const ReportSection &section : sections) {
        y += y > top ? 4 : 0;
        put(section, nullptr, lineHeight + 2);
        for (const ReportLine &line : section.lines)
            put(section, &line, heightOf(line));
    }
    return placed;
}

void drawHead(Canvas &canvas, const DayFigures &figures, const ReportHead &head, int page, int pages)
{
    paper::drawMarks(canvas, head.practice, head.copy, {210, 297});
    canvas.text({15, 12, 180, 11}, u"居民身份证受理日报表"_s,
                {.size = 18, .bold = true, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    canvas.text({15, 25, 180, 6},
                u"%1（%2）　%3　制表：%4　第 %5 页 共 %6 页"_s
                    .arg(head.station, head.unitCode, paper::chineseDate(figures.day), head.printedBy)
                    .arg(page + 1)
                    .arg(pages));
    canvas.line({15, 33}, {195, 33}, 0.4);
}

void drawLine(Canvas &canvas, const Placed &placed)
{
    constexpr TextStyle right{.size = 10.5, .alignment = Qt::AlignRight | Qt::AlignVCenter};
    if (!placed.line) {
        canvas.text({15, placed.y, 180, lineHeight}, placed.section->title, {.size = 12, .bold = true});
        return;
    }
    if (placed.line->isWide) {
        const double height = heightOf(*placed.line);
        canvas.text({20, placed.y, wideWidth, height}, placed.line->item, {.size = 9});
        canvas.line({18, placed.y + height}, {195, placed.y + height}, 0.1);
        return;
    }
    canvas.text({20, placed.y, 105, lineHeight}, placed.line->item, {.size = 10.5});
    canvas.text({countLeft, placed.y, 30, lineHeight}, placed.line->count, right);
    canvas.text({152, placed.y, 40, lineHeight}, placed.line->amount, right);
    canvas.line({18, placed.y + lineHeight}, {195, placed.y + lineHeight}, 0.1);
}

} // namespace

Result<Document> dailyReport(const DayFigures &figures, const ReportHead &head, const Rules &rules)
{
    const auto sections = paper::reportSections(figures, rules);
    if (!sections)
        return sections.error();
    const int pages = place(*sections).last().page + 1;
    return Document{.title = u"居民身份证受理日报表"_s,
                    .size = {210, 297},
                    .pages = pages,
                    .paint = [figures, head, sections = *sections, pages](Canvas &canvas, int page) {
                        drawHead(canvas, figures, head, page, pages);
                        const QList<Placed> placed = place(sections);
                        for (const Placed &line : placed) {
                            if (line.page == page)
                                drawLine(canvas, line);
                        }
                    }};
}

QList<FigureLink> figureLinks(const DayFigures &figures, const Rules &rules)
{
    const auto sections = paper::reportSections(figures, rules);
    QList<FigureLink> links;
    const QList<Placed> placed = sections ? place(*sections) : QList<Placed>();
    for (const Placed &line : placed) {
        if (line.line && line.line->figure)
            links << FigureLink{*line.line->figure,
                                line.section->title + u' ' + line.line->item,
                                line.page,
                                {countLeft, line.y, figuresWidth, lineHeight}};
    }
    return links;
}

Result<QByteArray> dailyReportCsv(const DayFigures &figures, const Rules &rules)
{
    const auto sections = paper::reportSections(figures, rules);
    if (!sections)
        return sections.error();
    QByteArray csv = "section,item,count,amount_yuan\n";
    const auto quoted = [](const QString &cell) {
        return cell.contains(u',') || cell.contains(u'"') ? '"' + QString(cell).replace(u'"', u"\"\""_s).toUtf8() + '"'
                                                          : cell.toUtf8();
    };
    for (const ReportSection &section : *sections) {
        for (const ReportLine &line : section.lines)
            csv += quoted(section.title) + ',' + quoted(line.item) + ',' + quoted(line.count) + ','
                + quoted(line.amount) + '\n';
    }
    return csv;
}

} // namespace idcounter

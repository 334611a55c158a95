#include "app/documents/dailyreport.h"

#include "app/documents/paperparts.h"
#include "app/documents/refusalnotice.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

struct Line
{
    QString item;
    QString count;
    QString amount;
    std::optional<Figure> figure = {}; // the cases behind it
};

struct Section
{
    QString title;
    QList<Line> lines;
};

QString methodWord(const QString &method)
{
    if (method == u"cash")
        return u"现金"_s;
    return method == u"terminal" ? u"终端/转账"_s : u"免费"_s;
}

Section casesSection(const DayFigures &figures, const Reasons &reasons)
{
    Section section{.title = u"一、受理件数（按业务）"_s, .lines = {}};
    for (const Reason &reason : reasons.selectable()) {
        if (const int count = figures.casesByReason.value(reason.code))
            section.lines << Line{
                reason.chinese, QString::number(count), {}, Figure{Figure::Kind::Reason, reason.code}};
    }
    section.lines << Line{u"合计"_s, QString::number(figures.cases()), {}, Figure{Figure::Kind::Cases, {}}};
    return section;
}

Section feesSection(const DayFigures &figures, const FeeTable &fees)
{
    Section section{.title = u"二、收费（按项目）"_s, .lines = {}};
    for (auto fee = figures.chargesByFee.begin(); fee != figures.chargesByFee.end(); ++fee) {
        const auto charge = fees.charge(fee.key(), figures.day, {});
        section.lines << Line{charge ? charge->chinese : fee.key(), QString::number(fee.value()),
                              figures.amountByFee.value(fee.key()).yuan(), Figure{Figure::Kind::Fee, fee.key()}};
    }
    for (auto method = figures.paymentsByMethod.begin(); method != figures.paymentsByMethod.end(); ++method) {
        section.lines << Line{u"其中："_s + methodWord(method.key()), QString::number(method.value()),
                              figures.amountByMethod.value(method.key()).yuan(),
                              Figure{Figure::Kind::Method, method.key()}};
    }
    if (!figures.firstReceipt.isEmpty())
        section.lines << Line{u"票据 %1 至 %2"_s.arg(figures.firstReceipt, figures.lastReceipt), {}, {}};
    section.lines << Line{u"合计"_s, {}, figures.money().yuan(), Figure{Figure::Kind::Money, {}}};
    return section;
}

Section qualitySection(const DayFigures &figures, const Fingers &fingers)
{
    Section section{.title = u"三、采集质量"_s, .lines = {}};
    section.lines << Line{u"照片拍摄"_s, QString::number(figures.photosTaken), {}, Figure{Figure::Kind::Photos, {}}}
                  << Line{u"照片合格"_s, QString::number(figures.photosAccepted), {}, Figure{Figure::Kind::Photos, {}}};
    for (const Finger &finger : fingers.all()) {
        const int taken = figures.printsTaken.value(finger.code);
        if (taken > 0) {
            section.lines << Line{u"%1 按压/合格"_s.arg(finger.chinese),
                                  u"%1 / %2"_s.arg(taken).arg(figures.printsAccepted.value(finger.code)),
                                  {},
                                  Figure{Figure::Kind::Finger, finger.code}};
        }
    }
    int refusals = 0;
    for (const int count : figures.refusals)
        refusals += count;
    section.lines << Line{u"不合格次数合计"_s, QString::number(refusals), {}, Figure{Figure::Kind::Refused, {}}};
    return section;
}

Section refusalsSection(const DayFigures &figures)
{
    Section section{.title = u"四、不予受理"_s, .lines = {}};
    for (auto code = figures.refusedByCode.begin(); code != figures.refusedByCode.end(); ++code)
        section.lines << Line{u"其中："_s + refusalWord(codeNamed(code.key())), QString::number(code.value()), {}};
    section.lines << Line{u"合计"_s, QString::number(figures.refusedCases), {}};
    return section;
}

Section progressSection(const DayFigures &figures)
{
    return {.title = u"五、在办草稿"_s,
            .lines
            = {{u"草稿（日报时）"_s, QString::number(figures.draftsOpen), {}, Figure{Figure::Kind::Drafts, {}}}}};
}

Result<QList<Section>> sectionsOf(const DayFigures &figures, const Rules &rules)
{
    const auto reasons = rules.reasons();
    const auto fees = rules.fees();
    const auto fingers = rules.fingers();
    if (!reasons)
        return reasons.error();
    if (!fees)
        return fees.error();
    if (!fingers)
        return fingers.error();
    return QList<Section>{casesSection(figures, **reasons), feesSection(figures, **fees),
                          qualitySection(figures, **fingers), refusalsSection(figures), progressSection(figures)};
}

constexpr double lineHeight = 7;
constexpr double top = 42;
constexpr double bottom = 280;
constexpr double countLeft = 120;
constexpr double figuresWidth = 73; // count and amount

// How many lines of the report fit on a page decides where it breaks.
struct Placed
{
    int page;
    double y;
    const Section *section;
    const Line *line; // empty for the title of a section
};

QList<Placed> place(const QList<Section> &sections)
{
    QList<Placed> placed;
    int page = 0;
    double y = top;
    const auto put = [&](const Section &section, const Line *line, double height) {
        if (y + height > bottom) {
            ++page;
            y = top;
        }
        placed << Placed{page, y, &section, line};
        y += height;
    };
    for (const Section &section : sections) {
        y += y > top ? 4 : 0;
        put(section, nullptr, lineHeight + 2);
        for (const Line &line : section.lines)
            put(section, &line, lineHeight);
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
    canvas.text({20, placed.y, 100, lineHeight}, placed.line->item, {.size = 10.5});
    canvas.text({countLeft, placed.y, 30, lineHeight}, placed.line->count, right);
    canvas.text({152, placed.y, 40, lineHeight}, placed.line->amount, right);
    canvas.line({18, placed.y + lineHeight}, {195, placed.y + lineHeight}, 0.1);
}

} // namespace

Result<Document> dailyReport(const DayFigures &figures, const ReportHead &head, const Rules &rules)
{
    const auto sections = sectionsOf(figures, rules);
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
    const auto sections = sectionsOf(figures, rules);
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
    const auto sections = sectionsOf(figures, rules);
    if (!sections)
        return sections.error();
    QByteArray csv = "section,item,count,amount_yuan\n";
    const auto quoted = [](const QString &cell) {
        return cell.contains(u',') || cell.contains(u'"') ? '"' + QString(cell).replace(u'"', u"\"\""_s).toUtf8() + '"'
                                                          : cell.toUtf8();
    };
    for (const Section &section : *sections) {
        for (const Line &line : section.lines)
            csv += quoted(section.title) + ',' + quoted(line.item) + ',' + quoted(line.count) + ','
                + quoted(line.amount) + '\n';
    }
    return csv;
}

} // namespace idcounter

#include "app/documents/keypaper.h"

#include "app/documents/paperparts.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSizeF sheet(210, 297);
constexpr double left = 15;
constexpr double width = 180;
constexpr double rowHeight = 10;
constexpr double labelWidth = 48;
constexpr double groupsTop = 108;
constexpr double groupHeight = 26;
constexpr int groupsInLine = 4;
constexpr double signTop = 212;
constexpr double signHeight = 15;

QString officeWord(const std::optional<Role> &role)
{
    if (!role)
        return u"派出所　Police station"_s;
    switch (*role) {
    case Role::County:
        return u"县级公安机关　County police"_s;
    case Role::City:
        return u"市级公安机关　City police"_s;
    default:
        return u"制证中心　Card centre"_s;
    }
}

void drawHead(Canvas &canvas, const KeyPaperFacts &facts)
{
    canvas.text({left, 14, width, 11}, u"密钥指纹核对单"_s, paper::title);
    canvas.text({left, 25, width, 7}, u"Fingerprint of Keys, for Comparison"_s,
                {.size = 12, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    canvas.text({left, 33, width, 7},
                facts.role ? u"用于本所核对对方单位的密钥　The keys of a partner, compared by this station"_s
                           : u"交对方单位核对本所密钥　The keys of this station, to be compared by its partner"_s,
                {.size = 10, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    double y = 45;
    const auto row = [&](const QString &label, const QString &value) {
        paper::drawRow(canvas, {left, y}, rowHeight, {{label, value, labelWidth, width}});
        y += rowHeight;
    };
    row(u"本所　Station"_s, u"%1（%2）"_s.arg(facts.station, facts.unitCode));
    row(u"密钥单位　Office"_s, facts.office);
    row(u"单位类别　Role"_s, officeWord(facts.role));
    row(u"有效期至　Valid until"_s,
        u"%1　%2"_s.arg(paper::chineseDate(facts.validUntil), facts.validUntil.toString(Qt::ISODate)));
    row(u"打印日期　Printed on"_s, u"%1　%2"_s.arg(paper::chineseDate(facts.day), facts.day.toString(Qt::ISODate)));
}

void drawGroups(Canvas &canvas, const QString &fingerprint)
{
    const QStringList groups = fingerprint.split(u' ', Qt::SkipEmptyParts);
    const double cell = width / groupsInLine;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const qsizetype line = i / groupsInLine;
        const QRectF area(left + cell * double(i % groupsInLine), groupsTop + groupHeight * double(line), cell,
                          groupHeight);
        canvas.box(area, 0.3);
        canvas.text({area.x() + 2, area.y() + 1, 10, 5}, QString::number(i + 1), {.size = 8});
        canvas.text(area.adjusted(0, 3, 0, 0), groups[i],
                    {.size = 30, .bold = true, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
    }
}

void drawRule(Canvas &canvas)
{
    constexpr TextStyle small{.size = 10.5, .alignment = Qt::AlignLeft | Qt::AlignTop};
    canvas.text(
        {left, 166, width, 20},
        u"请用公开的号码给对方打电话，不用随文件送来的号码。一人朗读以上八组数字，另一人逐组核对；导入人与核对人"
        u"不得为同一人。八组全部相同才可签字，并在程序中确认；有一组不同，密钥即不得使用。"_s,
        small);
    canvas.text({left, 181, width, 20},
                u"Call the other office on its public number, not on one that came with the file. One reads the eight "
                u"groups aloud, another compares each; it is not the one who imported the keys. Sign, and confirm in "
                u"the program, only if all eight are equal. If one differs, the keys must not be used."_s,
                {.size = 9.5, .alignment = Qt::AlignLeft | Qt::AlignTop});
}

void drawSignatures(Canvas &canvas, const KeyPaperFacts &facts)
{
    const bool own = !facts.role;
    struct Place
    {
        QString label;
        QString english;
        QString name;
    };
    const QList<Place> places{
        {own ? u"对方导入人签字"_s : u"导入人签字"_s, u"Officer who imported"_s, facts.importedBy},
        {own ? u"对方核对人签字"_s : u"核对人签字"_s, u"Officer who compared"_s, facts.confirmedBy},
        {u"拨打的电话号码"_s, u"Telephone number called"_s, {}}};
    double y = signTop;
    for (const Place &place : places) {
        canvas.box({left, y, labelWidth, signHeight});
        canvas.text({left + 1, y + 1.5, labelWidth - 2, 6.5}, place.label, paper::label);
        canvas.text({left + 1, y + 7.5, labelWidth - 2, 5.5}, place.english,
                    {.size = 8, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
        canvas.box({left + labelWidth, y, width - labelWidth, signHeight});
        canvas.text({left + labelWidth + 3, y, 50, signHeight}, place.name, paper::value);
        canvas.text({left + width - 62, y + 1.5, 20, 6.5}, u"日期"_s,
                    {.size = 10, .alignment = Qt::AlignRight | Qt::AlignVCenter});
        canvas.text({left + width - 62, y + 7.5, 20, 5.5}, u"Date"_s,
                    {.size = 8, .alignment = Qt::AlignRight | Qt::AlignVCenter});
        canvas.line({left + width - 40, y + signHeight - 3}, {left + width - 4, y + signHeight - 3}, 0.15);
        y += signHeight;
    }
    canvas.text({left, y + 3, width, 6},
                u"签字后与密钥文件一并归档。　Keep the signed sheet with the file of the keys."_s, {.size = 9});
}

} // namespace

Document keyPaper(const KeyPaperFacts &facts)
{
    return {.title = u"密钥指纹核对单"_s, .size = sheet, .pages = 1, .paint = [facts](Canvas &canvas, int) {
                paper::drawMarks(canvas, facts.practice, 1, sheet);
                drawHead(canvas, facts);
                drawGroups(canvas, facts.fingerprint);
                drawRule(canvas);
                drawSignatures(canvas, facts);
            }};
}

} // namespace idcounter

#include "app/documents/dailyreport.h"
#include "app/documents/keypaper.h"
#include "app/documents/temporarycard.h"
#include "tests/support/tables.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

const QString fingerprint = u"04711 28643 90210 55555 00001 73519 64208 31337"_s;

// PDF text as a reader gives it. For looking at: IDCOUNTER_PICTURES names the folder.
QString textOf(const Document &paper, const QString &name)
{
    const auto pdf = toPdf(paper);
    if (!pdf)
        return {};
    const QTemporaryDir temporary;
    const QString wanted = qEnvironmentVariable("IDCOUNTER_PICTURES");
    QFile file((wanted.isEmpty() ? temporary.path() : wanted) + u'/' + name + u".pdf"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
        return {};
    file.close();
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, file.fileName(), u"-"_s});
    if (!process.waitForFinished())
        return {};
    return QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
}

KeyPaperFacts partnersKeys()
{
    return {.station = u"练习派出所"_s,
            .unitCode = u"650102999"_s,
            .office = u"新疆维吾尔自治区公安厅居民身份证制证中心"_s,
            .role = Role::Centre,
            .validUntil = {2028, 11, 24},
            .fingerprint = fingerprint,
            .importedBy = u"李秀英"_s,
            .day = {2026, 11, 24},
            .practice = true};
}

DayFigures busyDay()
{
    DayFigures figures;
    figures.day = {2026, 11, 24};
    figures.casesByReason = {{u"22"_s, 3}};
    figures.chargesByFee = {{u"RENEW"_s, 3}};
    figures.amountByFee = {{u"RENEW"_s, {6000}}};
    figures.paymentsByMethod = {{u"cash"_s, 3}};
    figures.amountByMethod = {{u"cash"_s, {6000}}};
    DayProgress progress;
    progress.packages = 1;
    progress.packagedCases = 17;
    progress.feedbackFiles = 2;
    progress.feedbackLines = {{u"applied"_s, 29}, {u"not possible"_s, 1}};
    progress.steps = {{u"receive"_s, 12}, {u"collect"_s, 7}, {u"temporary_card"_s, 2}, {u"mail"_s, 3}};
    progress.returns = {{u"REPORTED"_s, 4}};
    progress.refundsByReason = {{u"void"_s, 1}};
    progress.refundedByReason = {{u"void"_s, {2000}}};
    progress.firstVoucher = progress.lastVoucher = u"T20261124-0001"_s;
    figures.progress = progress;
    DayBalances balances{.day = figures.day};
    balances.stocks = {{.stock = Stock::OpenCases,
                        .openedBy = {2026, 11, 23},
                        .opening = 41,
                        .in = {{u"accept"_s, 3}},
                        .out = {{u"close"_s, 6}, {u"void"_s, 1}},
                        .closing = 37},
                       {.stock = Stock::ToReport, .closing = 0},
                       {.stock = Stock::UnderWay, .opening = 30, .out = {{u"receive"_s, 12}}, .closing = 18},
                       {.stock = Stock::Cards,
                        .opening = 20,
                        .in = {{u"receive"_s, 12}},
                        .out = {{u"collect"_s, 7}, {u"mail"_s, 3}},
                        .closing = 22},
                       {.stock = Stock::BlankCards, .opening = 50, .out = {{u"temporary_card"_s, 2}}, .closing = 48}};
    balances.money = {.charged = {6000}, .paid = {6000}, .receipts = {6000}, .refunded = {2000}};
    balances.numbers
        = {{.kind = NumberBalance::Kind::Receipts, .name = u"LX"_s, .first = 1, .last = 1000, .used = 212, .left = 788},
           {.kind = NumberBalance::Kind::Acceptance, .name = u"1"_s, .first = 1, .last = 3, .used = 3}};
    figures.balances = balances;
    return figures;
}

} // namespace

// The sheet for the comparison of keys, and the daily report with everything that it can count.
class TestReportPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreComparedOnPaper();
    void ourOwnKeysAreForThePartner();
    void theReportBalances();
    void aDifferenceIsPrinted();
    void aTemporaryCardSaysWhatTheLawAsks_data();
    void aTemporaryCardSaysWhatTheLawAsks();

private:
    Rules m_rules{shippedTable};
};

void TestReportPapers::keysAreComparedOnPaper()
{
    const Document paper = keyPaper(partnersKeys());
    QCOMPARE(paper.pages, 1);
    QCOMPARE(paper.size, QSizeF(210, 297));
    const QString text = textOf(paper, u"keys-partner"_s);
    for (const QString &group : fingerprint.split(u' '))
        QCOMPARE(text.count(group), 1);
    for (const QString &word : {u"制证中心"_s, u"Card centre"_s, u"2028-11-24"_s, u"李秀英"_s, u"650102999"_s,
                                u"Officer who imported"_s, u"Officer who compared"_s, u"Telephone number called"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    KeyPaperFacts other = partnersKeys();
    other.fingerprint.replace(u"04711"_s, u"04712"_s);
    QVERIFY(!textOf(keyPaper(other), u"keys-other"_s).contains(u"04711"_s));
}

void TestReportPapers::ourOwnKeysAreForThePartner()
{
    KeyPaperFacts facts = partnersKeys();
    facts.role.reset();
    facts.office = facts.station;
    facts.importedBy.clear();
    const QString text = textOf(keyPaper(facts), u"keys-own"_s);
    QVERIFY(text.contains(u"Police station"_s));
    QVERIFY(!text.contains(u"Card centre"_s));
    QVERIFY(!text.contains(u"李秀英"_s));
}

void TestReportPapers::theReportBalances()
{
    const DayFigures figures = busyDay();
    const ReportHead head{.station = u"天山区派出所"_s, .unitCode = u"650102001"_s, .printedBy = u"李秀英"_s};
    const auto report = dailyReport(figures, head, m_rules);
    QVERIFY(report);
    QString text = textOf(*report, u"report-even"_s);
    text.remove(u' ');
    for (const QString &word :
         {u"证件到所12"_s, u"发放证件7"_s, u"签发临时证2"_s, u"退费凭证T20261124-0001"_s, u"应缴(收费减退费)40.00"_s,
          u"退回:县级公安机关4"_s, u"本期结存(实有)37平"_s, u"已用212平"_s})
        QVERIFY2(text.contains(word), qPrintable(word + text));
    QVERIFY(!text.contains(u"差异"_s));
    const QList<FigureLink> links = figureLinks(figures, m_rules);
    const auto isStep = [](const FigureLink &link) { return link.figure == Figure{Figure::Kind::Step, u"receive"_s}; };
    QVERIFY(std::any_of(links.begin(), links.end(), isStep));
    QVERIFY(dailyReportCsv(figures, m_rules)->contains("发放证件,7,"));
}

void TestReportPapers::aDifferenceIsPrinted()
{
    DayFigures figures = busyDay();
    figures.balances->stocks[3].closing = 21;
    figures.balances->stocks[3].behind = {u"6501029992026112400007"_s};
    figures.balances->stocks[0].closing = 38;
    figures.balances->numbers[0].used = 211;
    figures.balances->numbers[0].missing = {u"LX00000099"_s};
    const auto report = dailyReport(figures, {.station = u"天山区派出所"_s}, m_rules);
    QVERIFY(report);
    QString text = textOf(*report, u"report-uneven"_s);
    text.remove(u' ');
    for (const QString &word :
         {u"21差-1"_s, u"差异案件:6501029992026112400007"_s, u"38差+1"_s, u"差异不在案件"_s, u"缺号:LX00000099"_s})
        QVERIFY2(text.contains(word), qPrintable(word + text));
}

void TestReportPapers::aTemporaryCardSaysWhatTheLawAsks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::newRow("short") << u"张小丰"_s << u"新疆维吾尔自治区喀什地区喀什市解放北路18号2单元301室"_s;
    QTest::newRow("long")
        << u"阿卜杜拉阿卜杜克热木·买买提阿卜杜拉吐尔逊江"_s
        << u"新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县爱新色里镇乌珠牛录村三组一百二十七号附二号"_s;
}

// 临时居民身份证管理办法, Art. 4: what stands on the card itself; on one sheet, with the number of the blank form.
void TestReportPapers::aTemporaryCardSaysWhatTheLawAsks()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    TemporaryCardFacts facts{.issuer = u"察布查尔锡伯自治县公安局"_s,
                             .serial = u"LS00000101"_s,
                             .from = {2026, 11, 24},
                             .until = {2027, 2, 24},
                             .photo = QImage(358, 441, QImage::Format_RGB32),
                             .practice = true};
    facts.photo.fill(Qt::lightGray);
    facts.form.applicant = {.number = u"650102198806129010"_s,
                            .name = name,
                            .sex = u"1"_s,
                            .birthDate = {1988, 6, 12},
                            .ethnicGroup = u"05"_s,
                            .address = address};
    const auto card = temporaryCard(facts, m_rules);
    QVERIFY(card);
    QCOMPARE(card->pages, 1);
    const QString printed
        = textOf(*card, u"temporary-%1"_s.arg(QLatin1StringView(QTest::currentDataTag()))).remove(u' ');
    for (const QString &wanted :
         {u"维吾尔"_s, u"1988年6月12日"_s, u"650102198806129010"_s, u"2026.11.24"_s, u"2027.02.24"_s, u"LS00000101"_s})
        QVERIFY2(printed.contains(wanted), qPrintable(printed));
    const auto countIn = [&printed](const QString &text) { // over several lines, with the back beside them
        return std::count_if(text.begin(), text.end(), [&printed](QChar one) { return printed.contains(one); });
    };
    QCOMPARE(countIn(name), name.size());
    QCOMPARE(countIn(address), address.size());
}

QTEST_MAIN(TestReportPapers)
#include "tst_reportpapers.moc"

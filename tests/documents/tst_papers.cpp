#include "app/documents/casepapers.h"
#include "app/documents/dailyreport.h"
#include "app/documents/refusalnotice.h"
#include "tests/support/tables.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainterPath>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

static CasePaperFacts facts()
{
    Draft form;
    form.id = QUuid(u"{01890000-0000-7000-8000-000000000001}"_s);
    form.applicant = {.number = u"11010519491231002X"_s,
                      .name = u"买买提·艾山"_s,
                      .sex = u"2"_s,
                      .birthDate = {1949, 12, 31},
                      .ethnicGroup = u"05"_s,
                      .address = u"新疆维吾尔自治区乌鲁木齐市天山区解放北路18号"_s,
                      .issuer = u"乌鲁木齐市公安局天山区分局"_s};
    form.business.reason = u"24"_s;
    form.business.temporaryCard = true;
    form.delivery.phone = u"13800001234"_s;
    form.signing.formDate = {2026, 11, 24};
    QImage photo(358, 441, QImage::Format_RGB32);
    photo.fill(Qt::gray);
    return {.form = form,
            .number = *AcceptanceNumber::parse(u"6501020012026112400007"),
            .station = u"天山区派出所"_s,
            .clerk = u"王建国"_s,
            .day = {2026, 11, 24},
            .promiseDue = {2026, 12, 22},
            .legalDue = {2027, 1, 23},
            .charges = {{.feeCode = u"REPLACE_DAMAGED"_s,
                         .chinese = u"损坏换领"_s,
                         .full = {4000},
                         .amount = {4000},
                         .basis = u"发改价格[2003]2322号"_s}},
            .receiptNumber = u"A00000012"_s,
            .photo = photo};
}

// PDF text as a reader gives it; characters that come out as radicals are turned back.
static QString textOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"p.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess process;
    process.start(u"pdftotext"_s, {u"-layout"_s, file.fileName(), u"-"_s});
    if (!process.waitForFinished())
        return {};
    QString text = QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    const QHash<QChar, QChar> radicals{{u'\u2ea0', u'民'}, {u'\u2ec5', u'见'}, {u'\u2ed3', u'长'}, {u'\u2ee9', u'黄'},
                                       {u'\u2ec4', u'西'}, {u'\u2ee6', u'鸟'}, {u'\u2ecb', u'车'}, {u'\u2ed4', u'门'}};
    for (auto radical = radicals.begin(); radical != radicals.end(); ++radical)
        text.replace(radical.key(), radical.value());
    return text;
}

class TestPapers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatTheCaseSays_data();
    void saysWhatTheCaseSays();
    void aPaymentOrderIsOnTheSlip();
    void embedsItsFonts();
    void codesAreReadByAnotherProgram();
    void formHasAnEmptyBoxBeforeAcceptance();
    void copiesAreMarked();
    void practiceIsMarked();
    void rareCharactersAreDrawn_data();
    void rareCharactersAreDrawn();
    void aCharacterWithoutGlyphHasABox();
    void longNamesWrap();
    void aRefusalIsGivenInWriting();
    void everyObstacleHasItsWords();
    void aChildWithoutPrintsIsSaid();
    void tenFingersGivenUpHaveRoom();
    void aGuardianIsPrintedOnlyWhereOneApplies();
    void dailyReportCountsEverything();

private:
    const Rules m_rules{shippedTable};
};

void TestPapers::initTestCase()
{
    for (const char *program : {"pdftotext", "pdftoppm", "pdffonts", "ZXingReader"})
        QVERIFY2(!QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty(), program);
}

void TestPapers::saysWhatTheCaseSays_data()
{
    QTest::addColumn<int>("paper");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("form") << 0 << QStringList{u"居民身份证申领登记表"_s,
                                              u"11010519491231002X"_s,
                                              u"买买提·艾山"_s,
                                              u"维吾尔"_s,
                                              u"1949年12月31日"_s,
                                              u"损坏换领"_s,
                                              u"长期"_s,
                                              u"650102 001 20261124 00007"_s};
    QTest::newRow("slip") << 1
                          << QStringList{u"居民身份证领取凭证"_s, u"650102 001 20261124 00007"_s, u"2026年12月22日"_s,
                                         u"110105········002X"_s, u"申办临时居民身份证"_s,        u"A00000012"_s};
    QTest::newRow("receipt") << 2 << QStringList{u"A00000012"_s, u"40.00"_s, u"损坏换领"_s, u"2322"_s};
}

void TestPapers::saysWhatTheCaseSays()
{
    QFETCH(int, paper);
    QFETCH(QStringList, words);
    const auto make = std::array{registrationForm, collectionSlip, receipt}[std::size_t(paper)];
    const auto document = make(facts(), m_rules);
    QVERIFY(document);
    const auto pdf = toPdf(*document);
    QVERIFY(pdf);
    QString text = textOf(*pdf);
    text.remove(QChar(u' ')).remove(u'\n');
    for (QString word : words) {
        word = word.normalized(QString::NormalizationForm_KC).remove(u' ');
        QVERIFY2(text.contains(word), qPrintable(word));
    }
    QVERIFY(!text.contains(u"11010519491231003X"_s)); // the control: another number is not found
    if (paper > 0)
        QVERIFY(!text.contains(u"11010519491231002X"_s)); // slips and receipts go about; they show no whole number
}

// Instead of a receipt number: what is to be paid, and until when.
void TestPapers::aPaymentOrderIsOnTheSlip()
{
    CasePaperFacts order = facts();
    order.receiptNumber.clear();
    order.form.payment = {.method = PaymentMethod::Order, .payUntil = {2026, 12, 1}};
    const auto pdf = toPdf(*collectionSlip(order, m_rules));
    QVERIFY(pdf);
    if (const QString folder = qEnvironmentVariable("IDCOUNTER_PICTURES"); !folder.isEmpty()) { // for looking at
        QFile file(folder + u"/order-slip.pdf"_s);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*pdf) == pdf->size());
    }
    const QString text = textOf(*pdf).remove(QChar(u' ')).remove(u'\n');
    QVERIFY2(text.contains(u"40.00单号即受理号,请于2026年12月01日前缴费"_s), qPrintable(text));
    QVERIFY(!text.contains(u"票据号"_s));
    QVERIFY(!textOf(*toPdf(*collectionSlip(facts(), m_rules))).contains(u"单号"_s)); // the control
}

void TestPapers::embedsItsFonts()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"p.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*toPdf(*registrationForm(facts(), m_rules)));
    file.close();
    QProcess process;
    process.start(u"pdffonts"_s, {file.fileName()});
    QVERIFY(process.waitForFinished());
    const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 3);
    // The columns stand under their dashes: name, type, encoding, emb, sub, uni, object.
    const QStringList dashes = lines[1].split(u' ', Qt::SkipEmptyParts);
    qsizetype embedded = 0;
    for (int column = 0; column < 3; ++column)
        embedded += dashes[column].size() + 1;
    QCOMPARE(lines[0].mid(embedded, 3), u"emb"_s);
    for (const QString &line : lines.sliced(2))
        QVERIFY2(line.mid(embedded, 3) == u"yes", qPrintable(line));
}

// At 150 dots per inch: Debian 12's reader of line codes stops with an assertion on finer pictures.
static QStringList codesIn(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"p.pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
        return {};
    file.close();
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, file.fileName(), folder.filePath(u"page"_s)});
    QStringList codes;
    for (const QString &format : {u"QRCode"_s, u"Code128"_s}) {
        QProcess reader;
        const QStringList pages = QDir(folder.path()).entryList({u"page*.png"_s});
        reader.start(u"ZXingReader"_s, {u"-format"_s, format, folder.filePath(pages.value(0))});
        if (reader.waitForFinished())
            codes << QString::fromUtf8(reader.readAllStandardOutput());
    }
    return codes;
}

void TestPapers::codesAreReadByAnotherProgram()
{
    const QStringList codes = codesIn(*toPdf(*collectionSlip(facts(), m_rules)));
    QCOMPARE(codes.size(), 2);
    for (const QString &code : codes)
        QVERIFY2(code.contains(u"6501020012026112400007"_s), qPrintable(code));
    const QStringList form = codesIn(*toPdf(*registrationForm(facts(), m_rules)));
    QVERIFY2(form.first().contains(u"01890000-0000-7000-8000-000000000001"_s), qPrintable(form.first()));
}

void TestPapers::formHasAnEmptyBoxBeforeAcceptance()
{
    CasePaperFacts before = facts();
    before.number.reset();
    const QString text = textOf(*toPdf(*registrationForm(before, m_rules)));
    QVERIFY(text.contains(u"受理号"_s));
    QVERIFY(!text.contains(u"00007"_s));
}

void TestPapers::copiesAreMarked()
{
    QVERIFY(!textOf(*toPdf(*collectionSlip(facts(), m_rules))).contains(u"次补打"_s));
    CasePaperFacts copy = facts();
    copy.copy = 3;
    const QString text = textOf(*toPdf(*collectionSlip(copy, m_rules))).remove(u' ');
    QVERIFY2(text.contains(u"第2次补打"_s), qPrintable(text));
}

void TestPapers::practiceIsMarked()
{
    CasePaperFacts practice = facts();
    practice.practice = true;
    for (const auto make : {registrationForm, collectionSlip, receipt}) {
        QVERIFY(!textOf(*toPdf(*make(facts(), m_rules))).contains(u"PRACTICE"_s));
        const QImage plain = toImage(*make(facts(), m_rules), 0, 40);
        QVERIFY(toImage(*make(practice, m_rules), 0, 40) != plain);
    }
}

void TestPapers::rareCharactersAreDrawn_data()
{
    QTest::addColumn<QString>("character");
    QTest::newRow("extension B") << u"𠅤"_s;
    QTest::newRow("extension C") << u"𫖯"_s;
    QTest::newRow("plane 3") << u"𰻝"_s;
}

// The ink of a picture of one character, in a frame of its own, so that place and size do not matter.
static QImage inkOf(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QRect frame;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            if (qGray(grey.pixel(x, y)) < 128)
                frame |= QRect(x, y, 1, 1);
        }
    }
    return frame.isEmpty() ? QImage()
                           : grey.copy(frame).scaled(64, 64, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

// Mean difference of two inks, 0 to 1.
static double difference(const QImage &a, const QImage &b)
{
    if (a.isNull() || b.isNull())
        return 1;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) / 255.0;
    }
    return sum / (a.width() * a.height());
}

// The glyph by itself, by the first font of papers that has it.
static QImage glyphOf(const QString &character)
{
    for (const QString &family : Canvas::families()) {
        QFont font(family);
        font.setStyleStrategy(QFont::NoFontMerging);
        font.setPixelSize(120);
        if (!QRawFont::fromFont(font).supportsCharacter(character.toUcs4().first()))
            continue;
        QImage image(200, 200, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainterPath outline;
        outline.addText(30, 150, font, character);
        QPainter(&image).fillPath(outline, Qt::black);
        return inkOf(image);
    }
    return {};
}

// The page as another program renders it looks like the glyph drawn by itself, and not like the glyph of another character.
void TestPapers::rareCharactersAreDrawn()
{
    QFETCH(QString, character);
    QVERIFY(Canvas::hasGlyph(character.toUcs4().first()));
    const Document document{.title = u"t"_s, .size = {40, 30}, .pages = 1, .paint = [character](Canvas &canvas, int) {
                                canvas.text({5, 5, 30, 20}, character, {.size = 40});
                            }};
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"p.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*toPdf(document));
    file.close();
    QCOMPARE(QProcess::execute(
                 u"pdftoppm"_s,
                 {u"-r"_s, u"300"_s, u"-png"_s, u"-singlefile"_s, file.fileName(), folder.filePath(u"page"_s)}),
             0);
    const QImage drawn = inkOf(QImage(folder.filePath(u"page.png"_s)));
    const double own = difference(drawn, glyphOf(character));
    QVERIFY2(own < 0.1, qPrintable(QString::number(own)));
    for (const QString &other : {u"𠅤"_s, u"𫖯"_s, u"𰻝"_s, u"永"_s, u"□"_s}) {
        const double foreign = difference(drawn, glyphOf(other));
        QVERIFY2(other == character || foreign > 0.15, qPrintable(other + QString::number(foreign)));
    }
}

void TestPapers::aCharacterWithoutGlyphHasABox()
{
    const char32_t unknown = U'\U0002EBF0';
    QVERIFY(!Canvas::hasGlyph(unknown));
    const Document document{.title = u"t"_s, .size = {60, 20}, .pages = 1, .paint = [](Canvas &canvas, int) {
                                canvas.text({5, 5, 50, 10}, u"丰\U0002EBF0"_s, {.size = 20});
                            }};
    const QString text = textOf(*toPdf(document)).remove(u' ').remove(u'\n');
    // The code point stands in the box, in two halves.
    QVERIFY2(text.contains(u"2EB"_s) && text.contains(u"F0"_s), qPrintable(text));
}

void TestPapers::longNamesWrap()
{
    QImage image(10, 10, QImage::Format_RGB32);
    QPainter painter(&image);
    const Canvas canvas(painter, 100);
    const double oneLine = canvas.heightOf(100, u"张三"_s);
    QVERIFY(canvas.heightOf(30, QString(25, u'阿')) >= 2 * oneLine);
    QCOMPARE(canvas.heightOf(200, QString(25, u'阿')), oneLine);
}

void TestPapers::aRefusalIsGivenInWriting()
{
    const Refusal refusal{.caseId = facts().form.id,
                          .day = {2026, 11, 24},
                          .obstacles
                          = {{Error::Code::SealMissing, Obstacle::Kind::Block, RuleSource::BookletNorm},
                             {Error::Code::SoldierSeparate, Obstacle::Kind::SendElsewhere, RuleSource::CardLaw22}},
                          .note = u"请携带单位证明"_s};
    const auto notice = refusalNotice(facts(), refusal, m_rules);
    QVERIFY(notice);
    QString text = textOf(*toPdf(*notice));
    text.remove(u' ').remove(u'\n');
    for (const QString &word : {u"不予受理告知书"_s, u"买买提·艾山"_s, u"损坏换领"_s, u"口专用章"_s, u"第二十二条"_s,
                                u"请携带单位证明"_s, u"天山区派出所"_s})
        QVERIFY2(text.contains(word.normalized(QString::NormalizationForm_KC)), qPrintable(word));
    QVERIFY(!text.contains(u"11010519491231002X"_s)); // it goes about
    QVERIFY(!text.contains(u"口已注销"_s)); // the control: what did not stand against it
}

// Whatever stops an application can be said on the notice.
void TestPapers::everyObstacleHasItsWords()
{
    QStringList words;
    for (int code = 0; code <= int(Error::Code::RoleNotAllowed); ++code)
        words << refusalWord(Error::Code(code));
    QVERIFY(words.removeAll(u"其他情形"_s) > 0);
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), words.size());
    QCOMPARE(words.size(), 19);
}

void TestPapers::aChildWithoutPrintsIsSaid()
{
    CasePaperFacts child = facts();
    child.form.fingers.clear();
    // A form that is printed before the prints are taken says nothing of the age.
    QVERIFY(!textOf(*toPdf(*registrationForm(child, m_rules))).contains(u"年龄"_s));
    child.printsNotAsked = true;
    child.form.business.cause = u"出生日期误，经办人录入错误"_s;
    QString text = textOf(*toPdf(*registrationForm(child, m_rules)));
    text.remove(u' ').remove(u'\n');
    QVERIFY(text.contains(u"未登记:未注册(年龄)"_s));
    QVERIFY(text.contains(u"更正事由:出生日期误,经办人录入错误"_s));
    FingerRecord taken;
    taken.finger = u"11"_s;
    child.form.fingers << taken;
    QVERIFY(!textOf(*toPdf(*registrationForm(child, m_rules))).contains(u"年龄"_s));
}

// Every finger for a reason of its own: what is printed ends above the next row.
void TestPapers::tenFingersGivenUpHaveRoom()
{
    CasePaperFacts ten = facts();
    for (int finger = 11; finger <= 20; ++finger) {
        FingerRecord record;
        record.finger = QString::number(finger);
        record.result = finger % 2 ? FingerResult::NotRegistered : FingerResult::Failed;
        record.reason = u"外伤包扎尚未痊愈之%1"_s.arg(finger);
        ten.form.fingers << record;
    }
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"p.pdf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(*toPdf(*registrationForm(ten, m_rules)));
    file.close();
    QProcess reader;
    reader.start(u"pdftotext"_s, {u"-bbox"_s, file.fileName(), u"-"_s});
    QVERIFY(reader.waitForFinished());
    const QString boxes = QString::fromUtf8(reader.readAllStandardOutput());
    static const QRegularExpression word(u"yMin=\"([\\d.]+)\" xMax=\"[\\d.]+\" yMax=\"([\\d.]+)\">([^<]*)<"_s);
    double below = 0; // the lowest line of the fingers
    double next = 0; // the label of the row after them
    int given = 0;
    for (auto found = word.globalMatch(boxes); found.hasNext();) {
        const auto match = found.next();
        if (match.captured(3).contains(u"外伤"_s) || match.captured(3).contains(u"痊愈"_s)) {
            below = std::max(below, match.captured(2).toDouble());
            ++given;
        }
        if (match.captured(3).contains(u"原证"_s))
            next = match.captured(1).toDouble();
    }
    QVERIFY(given > 0 && next > 0);
    QVERIFY2(below <= next + 2, qPrintable(u"%1 and %2"_s.arg(below).arg(next))); // boxes of words overlap a little
}

void TestPapers::aGuardianIsPrintedOnlyWhereOneApplies()
{
    CasePaperFacts adult = facts();
    adult.form.guardian = {.number = u"650102198806129010"_s, .name = u"张小丰"_s, .relation = u"51"_s, .phone = {}};
    QVERIFY(!textOf(*toPdf(*registrationForm(adult, m_rules))).contains(u"张小丰"_s));
    CasePaperFacts child = adult;
    child.form.applicant.number = u"110105201801010019"_s;
    QVERIFY(textOf(*toPdf(*registrationForm(child, m_rules))).contains(u"650102198806129010"_s));
}

void TestPapers::dailyReportCountsEverything()
{
    DayFigures figures;
    figures.day = {2026, 11, 24};
    figures.casesByReason = {{u"22"_s, 3}, {u"41"_s, 2}};
    figures.chargesByFee = {{u"RENEW"_s, 3}, {u"REISSUE_LOST"_s, 2}};
    figures.amountByFee = {{u"RENEW"_s, {6000}}, {u"REISSUE_LOST"_s, {8000}}};
    figures.paymentsByMethod = {{u"cash"_s, 4}, {u"terminal"_s, 1}};
    figures.amountByMethod = {{u"cash"_s, {10000}}, {u"terminal"_s, {4000}}};
    figures.photosTaken = 7;
    figures.photosAccepted = 5;
    figures.printsTaken = {{u"11"_s, 22}};
    figures.printsAccepted = {{u"11"_s, 20}};
    figures.draftsOpen = 4;
    figures.refusedCases = 3;
    figures.refusedByCode = {{u"SealMissing"_s, 2}};
    const ReportHead head{.station = u"天山区派出所"_s, .unitCode = u"650102001"_s, .printedBy = u"李秀英"_s};
    const auto report = dailyReport(figures, head, m_rules);
    QVERIFY(report);
    QCOMPARE(report->pages, 1);
    QString text = textOf(*toPdf(*report));
    text.remove(u' ');
    for (const QString &word :
         {u"天山区派出所"_s, u"140.00"_s, u"100.00"_s, u"22/20"_s, u"证件丢失补领2"_s, u"口专用章2"_s})
        QVERIFY2(text.contains(word), qPrintable(word));
    // Every figure with cases behind it is a link that lies on its line of the sheet.
    const QList<FigureLink> links = figureLinks(figures, m_rules);
    QCOMPARE(links.size(), 13);
    QVERIFY(links.contains(
        FigureLink{{Figure::Kind::Reason, u"41"_s}, u"一、受理件数（按业务） 证件丢失补领"_s, 0, links[1].area}));
    for (qsizetype i = 1; i < links.size(); ++i)
        QVERIFY(links[i - 1].area.bottom() <= links[i].area.top());
    const QString csv = QString::fromUtf8(*dailyReportCsv(figures, m_rules));
    QVERIFY(csv.contains(u"其中：现金,4,100.00"_s));
    QVERIFY(csv.startsWith(u"section,item,count,amount_yuan\n"_s));
}

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"

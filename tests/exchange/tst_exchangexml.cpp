#include "app/biometrics/isorecords.h"
#include "app/exchange/applicationxml.h"
#include "app/exchange/exchangeschemas.h"
#include "app/exchange/feedbackxml.h"
#include "app/exchange/practicecentre.h"
#include "tests/support/tables.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

ReportedCase renewal()
{
    Draft form;
    form.id = QUuid::createUuid();
    form.applicant = {.number = u"11010519491231002X"_s,
                      .name = u"买买提·艾山𠅤 & <张>"_s,
                      .sex = u"2"_s,
                      .ethnicGroup = u"05"_s,
                      .address = u"新疆维吾尔自治区乌鲁木齐市天山区解放北路18号"_s,
                      .issuer = u"乌鲁木齐市公安局天山区分局"_s};
    form.business.reason = u"22"_s;
    form.delivery = {.phone = u"13800001234"_s};
    const iso::MinutiaeRecord record{
        .size = {300, 400},
        .views
        = {{.position = 1, .minutiae = {{.position = {100, 120}, .direction = 1, .kind = Minutia::Kind::Ending}}}}};
    return {.package = u"65010299920261124001"_s,
            .round = 2,
            .accepted = {.id = form.id,
                         .number = *AcceptanceNumber::make(u"650102999"_s, {2026, 11, 24}, 7),
                         .acceptedAt = QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC),
                         .charges = {{.feeCode = u"RENEW"_s, .amount = {2000}}},
                         .form = form},
            .photo = "\xff\xd8 a photo",
            .fingers = {{.position = u"11"_s, .quality = 77, .image = "\x89PNG", .minutiae = record.toBytes()},
                        {.position = u"16"_s, .result = 3, .reason = u"左手拇指缺失"_s}},
            .unit = u"650102999000"_s,
            .unitName = u"练习派出所"_s,
            .clerk = u"wang"_s,
            .reviewer = u"li"_s,
            .reviewedAt = QDateTime({2026, 11, 24}, {2, 0}, Qt::UTC)};
}

QList<FeedbackLine> someLines()
{
    const QString number = renewal().accepted.number.toString();
    const QString package = renewal().package;
    return {
        {.acceptanceNumber = number, .package = package, .round = 1, .office = Role::Centre, .event = u"acknowledge"_s},
        {.acceptanceNumber = number,
         .package = package,
         .round = 1,
         .office = Role::County,
         .event = u"sign"_s,
         .validFrom = {2026, 12, 1},
         .validUntil = {2036, 12, 1}},
        {.acceptanceNumber = number,
         .package = package,
         .round = 1,
         .office = Role::City,
         .event = u"return"_s,
         .errorCodes = {u"P01"_s, u"F11"_s},
         .note = u"照片背景不合格"_s},
        {.acceptanceNumber = number,
         .package = package,
         .round = 2,
         .office = Role::County,
         .event = u"sign"_s,
         .validFrom = {2026, 12, 9}}, // long-term
        {.acceptanceNumber = number,
         .package = package,
         .round = 2,
         .office = Role::Centre,
         .event = u"produce"_s,
         .batch = u"LX20261211"_s}};
}

} // namespace

class TestExchangeXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anApplicationFollowsTheSchema();
    void whatTheOtherSideReads();
    void aDefectIsShort();
    void xmllintAgrees();
    void theSchemaRefuses_data();
    void theSchemaRefuses();
    void feedbackComesBack();
    void feedbackThatIsRefused_data();
    void feedbackThatIsRefused();
    void damagedFeedbackIsNeverTaken();
    void everyElementIsExplained();
    void aCentreThatDoesAsItIsTold_data();
    void aCentreThatDoesAsItIsTold();
};

void TestExchangeXml::anApplicationFollowsTheSchema()
{
    const auto schema = applicationSchema();
    QVERIFY(schema);
    QVERIFY(schema->validate(applicationXml(renewal())));
    QCOMPARE(applicationFileName(renewal(), 3), u"ZAGL_ZZJH_65010299920261124001_00003.XML"_s);
    ReportedCase away = renewal();
    away.accepted.form.business.offSite = true;
    QVERIFY(applicationFileName(away, 3).startsWith(u"ZAGL_YDZZ_"_s));
}

void TestExchangeXml::whatTheOtherSideReads()
{
    const auto received = readApplication(applicationXml(renewal()));
    QVERIFY(received);
    QCOMPARE(received->acceptanceNumber, renewal().accepted.number.toString());
    QCOMPARE(received->package, renewal().package);
    QCOMPARE(received->round, 2);
    QCOMPARE(received->birthDate, QDate(1949, 12, 31));
    QCOMPARE(received->fingers, 1); // the record of minutiae can be read again
    QVERIFY(received->hasPhoto);
    QVERIFY(received->kind == PackedKind::Application);
}

void TestExchangeXml::aDefectIsShort()
{
    ReportedCase defect = renewal();
    defect.kind = PackedKind::Defect;
    defect.defect = CardDefect::Unreadable;
    const QByteArray xml = applicationXml(defect);
    const auto schema = applicationSchema();
    QVERIFY(schema);
    QVERIFY(schema->validate(xml));
    QVERIFY(!xml.contains("SDXP"));
    QVERIFY(!xml.contains("GMSFHM"));
    const auto received = readApplication(xml);
    QVERIFY(received);
    QCOMPARE(received->kind, PackedKind::Defect);
}

// An independent reader of the same schema.
void TestExchangeXml::xmllintAgrees()
{
    const QString xmllint = QStandardPaths::findExecutable(u"xmllint"_s);
    QVERIFY(!xmllint.isEmpty());
    QTemporaryDir folder;
    const auto put = [&folder](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    const auto agrees = [&](const QString &schema, const QByteArray &xml) {
        put(u"document.xml"_s, xml);
        return QProcess::execute(xmllint,
                                 {u"--noout"_s, u"--nonet"_s, u"--schema"_s,
                                  QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/exchange/") + schema,
                                  folder.filePath(u"document.xml"_s)})
            == 0;
    };
    QVERIFY(agrees(u"application.xsd"_s, applicationXml(renewal())));
    QVERIFY(agrees(u"feedback.xsd"_s, feedbackXml(someLines())));
    QVERIFY(!agrees(u"application.xsd"_s, feedbackXml(someLines()))); // the control
}

void TestExchangeXml::theSchemaRefuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("an acceptance number too short") << QByteArray("<JMSFZSLH>6") << QByteArray("<JMSFZSLH>");
    QTest::newRow("a small x") << QByteArray("1002X<") << QByteArray("1002x<");
    QTest::newRow("no photo") << QByteArray("<ZPXX>") << QByteArray("<ZPXY>");
    QTest::newRow("an unknown element") << QByteArray("<XM>") << QByteArray("<XB>1</XB><XM>");
    QTest::newRow("a quality over a hundred") << QByteArray(">77<") << QByteArray(">177<");
    QTest::newRow("a declaration") << QByteArray("<ZZJH ") << QByteArray("<!DOCTYPE ZZJH [<!ENTITY a 'b'>]><ZZJH ");
    QTest::newRow("not well-formed") << QByteArray("</ZZJH>") << QByteArray("");
}

void TestExchangeXml::theSchemaRefuses()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto schema = applicationSchema();
    QVERIFY(schema);
    QByteArray xml = applicationXml(renewal());
    QVERIFY(xml.contains(from));
    const auto refused = schema->validate(xml.replace(from, to));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::PackageSchema);
    QVERIFY(refused.error().detail.startsWith(u"line "_s)); // and nothing of the text
}

void TestExchangeXml::feedbackComesBack()
{
    const QByteArray xml = feedbackXml(someLines());
    const auto schema = feedbackSchema();
    QVERIFY(schema);
    QVERIFY(schema->validate(xml));
    const auto lines = readFeedback(xml);
    QVERIFY(lines);
    QCOMPARE(*lines, someLines());
}

void TestExchangeXml::feedbackThatIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("an unknown stage") << QByteArray("<HJ>produce") << QByteArray("<HJ>conjure");
    QTest::newRow("an unknown office") << QByteArray("<JG>city") << QByteArray("<JG>moon");
    QTest::newRow("round nought") << QByteArray("<CS>2") << QByteArray("<CS>0");
    QTest::newRow("a day with letters") << QByteArray("20261201") << QByteArray("2026120x");
    QTest::newRow("a package without its day") << QByteArray("<BAO>6501") << QByteArray("<BAO>");
}

void TestExchangeXml::feedbackThatIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const auto schema = feedbackSchema();
    QVERIFY(schema);
    QByteArray xml = feedbackXml(someLines());
    QVERIFY(xml.contains(from));
    const auto refused = schema->validate(xml.replace(from, to));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Error::Code::PackageSchema);
}

// Bytes that somebody changed at random: taken only where the schema holds, never a crash.
void TestExchangeXml::damagedFeedbackIsNeverTaken()
{
    const auto schema = feedbackSchema();
    QVERIFY(schema);
    const QByteArray whole = feedbackXml(someLines());
    QRandomGenerator random(11);
    int refused = 0;
    constexpr int rounds = 4000;
    for (int round = 0; round < rounds; ++round) {
        QByteArray xml = whole;
        const int changes = 1 + int(random.bounded(6));
        for (int change = 0; change < changes; ++change) {
            const auto at = qsizetype(random.bounded(int(xml.size())));
            switch (random.bounded(4)) {
            case 0:
                xml[at] = char(random.bounded(256));
                break;
            case 1:
                xml.remove(at, 1 + qsizetype(random.bounded(30)));
                break;
            case 2:
                xml.insert(at, xml.mid(qsizetype(random.bounded(int(xml.size()))), 40));
                break;
            default:
                xml.truncate(at + 1);
                break;
            }
            if (xml.isEmpty())
                xml = "<";
        }
        const bool isValid = bool(schema->validate(xml));
        const auto lines = readFeedback(xml);
        refused += !isValid;
        if (isValid && lines) {
            for (const FeedbackLine &line : *lines)
                QVERIFY(AcceptanceNumber::parse(line.acceptanceNumber) || line.acceptanceNumber.size() == 22);
        }
    }
    QVERIFY(refused > rounds / 2);
    QVERIFY(refused < rounds); // some changes hurt nothing: the check does not refuse everything
}

// Every element of the schemas is an identifier of the standard, or stands in the table of our own; none in both, and no row
// of ours is left over. Returns what is wrong.
static QStringList unexplained(const QStringList &schemas)
{
    const auto known = Table::load(shippedTable, u"exchange_fields.csv"_s, {u"identifier"_s});
    const auto own = Table::load(shippedTable, u"exchange_fields_own.csv"_s, {u"identifier"_s, u"meaning_zh"_s});
    if (!known || !own)
        return {u"no table"_s};
    QSet<QString> standard;
    for (qsizetype row = 0; row < known->size(); ++row)
        standard << known->row(row).text(u"identifier"_s);
    QSet<QString> ours;
    QStringList wrong;
    for (qsizetype row = 0; row < own->size(); ++row) {
        ours << own->row(row).text(u"identifier"_s);
        if (own->row(row).text(u"meaning_zh"_s).isEmpty() || standard.contains(own->row(row).text(u"identifier"_s)))
            wrong << own->row(row).text(u"identifier"_s);
    }
    static const QRegularExpression element(u"<xs:element name=\"([^\"]+)\""_s);
    QSet<QString> used;
    for (const QString &schema : schemas) {
        for (auto found = element.globalMatch(schema); found.hasNext();)
            used << found.next().captured(1);
    }
    for (const QString &name : std::as_const(used)) {
        if (!standard.contains(name) && !ours.contains(name))
            wrong << name;
    }
    const QSet<QString> leftOver = ours - used;
    wrong << QStringList(leftOver.begin(), leftOver.end());
    return wrong;
}

void TestExchangeXml::everyElementIsExplained()
{
    QStringList schemas;
    for (const char *name : {"application.xsd", "feedback.xsd"}) {
        QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/exchange/") + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        schemas << QString::fromUtf8(file.readAll());
    }
    QCOMPARE(unexplained(schemas), QStringList());
    // The control: an element that nobody explained, and a row for nothing.
    QCOMPARE(unexplained(schemas + QStringList{u"<xs:element name=\"XYZ\" type=\"Code\"/>"_s}), QStringList(u"XYZ"_s));
    schemas[1].replace(u"name=\"ZZPC\""_s, u"name=\"XM\""_s);
    QCOMPARE(unexplained(schemas), QStringList(u"ZZPC"_s));
}

void TestExchangeXml::aCentreThatDoesAsItIsTold_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("wrong"); // column; empty: it is a rule
    QTest::newRow("return") << QByteArray("00007,1,return,county,P01 F11,grey") << QString();
    QTest::newRow("every case") << QByteArray(",,sign,,,") << QString();
    QTest::newRow("no such fate") << QByteArray("00007,,lose,,,") << u"fate"_s;
    QTest::newRow("no such office") << QByteArray("00007,,return,station,P01,") << u"office"_s;
    QTest::newRow("a return without a code") << QByteArray("00007,,return,city,,") << u"codes"_s;
    QTest::newRow("no number") << QByteArray("00007,first,sign,,,") << u"round"_s;
}

void TestExchangeXml::aCentreThatDoesAsItIsTold()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, wrong);
    const auto rules = CentreRule::read("ending,round,fate,office,codes,note\n" + line + '\n', u"rules.csv"_s);
    QCOMPARE(bool(rules), wrong.isEmpty());
    if (!rules) {
        QCOMPARE(rules.error().code, Error::Code::TableInvalid);
        QVERIFY2(rules.error().detail.contains(wrong), qPrintable(rules.error().detail));
        return;
    }
    QCOMPARE(rules->size(), 1);
}

QTEST_GUILESS_MAIN(TestExchangeXml)
#include "tst_exchangexml.moc"

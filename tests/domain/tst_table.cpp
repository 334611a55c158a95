#include "app/domain/photorules.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsQuotesRemarksAndBlankLines();
    void namesLineAndColumn_data();
    void namesLineAndColumn();
    void everyTableOfTheProgramIsWellFormed();
    void readsThePhotoRules();
    void refusesAnUnknownSeverity();
};

void TestTable::readsQuotesRemarksAndBlankLines()
{
    const auto table = Table::parse("# remark, with a comma\r\na,b\r\n\r\n1,\"two, \"\"three\"\"\nfour\"\r\n5,\n",
                                    u"t"_s, {u"a"_s, u"b"_s});
    QVERIFY(table);
    QCOMPARE(table->size(), 2);
    QCOMPARE(table->row(0).text(u"b"_s), u"two, \"three\"\nfour"_s);
    QCOMPARE(table->row(1).text(u"a"_s), u"5"_s);
    QCOMPARE(table->row(1).error(u"b"_s, u"x"_s).detail, u"t, line 6, column b: x"_s);
}

void TestTable::namesLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("where");

    QTest::newRow("empty") << QByteArray() << u"line 1, column 1"_s;
    QTest::newRow("column missing") << QByteArray("# r\na,c\n1,2\n") << u"line 2, column b"_s;
    QTest::newRow("cell missing") << QByteArray("a,b\n1,2\n3\n") << u"line 3, column 2"_s;
    QTest::newRow("cell too many") << QByteArray("a,b\n1,2,3\n") << u"line 2, column 3"_s;
    QTest::newRow("quote does not end") << QByteArray("a,b\n1,\"2\n") << u"line 2"_s;
    QTest::newRow("not UTF-8") << QByteArray("a,b\n1,\xff\n") << u"line 1"_s;
}

void TestTable::namesLineAndColumn()
{
    QFETCH(QByteArray, csv);
    QFETCH(QString, where);
    const auto table = Table::parse(csv, u"t.csv"_s, {u"a"_s, u"b"_s});
    QVERIFY(!table);
    QCOMPARE(table.error().code, Error::Code::TableInvalid);
    QVERIFY2(table.error().detail.startsWith(u"t.csv, "_s + where), qPrintable(table.error().detail));
}

static Result<QByteArray> shipped(const QString &name)
{
    QFile file(QLatin1StringView(IDCOUNTER_SOURCE_DIR "/resources/tables/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::TableMissing, name};
    return file.readAll();
}

void TestTable::everyTableOfTheProgramIsWellFormed()
{
    const QStringList names = QDir(QLatin1StringView(IDCOUNTER_SOURCE_DIR "/resources/tables")).entryList({u"*.csv"_s});
    QVERIFY(names.size() >= 12);
    for (const QString &name : names) {
        const auto table = Table::load(shipped, name, {});
        QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
        QVERIFY2(table->size() > 0, qPrintable(name));
    }
}

void TestTable::readsThePhotoRules()
{
    const auto rules = PhotoRules::load(shipped);
    QVERIFY2(rules, qPrintable(rules ? QString() : rules.error().detail));
    const auto width = rules->find(u"face_w", PhotoSubject::File);
    QVERIFY(width);
    QCOMPARE(width->min, 193.0);
    QCOMPARE(width->max, 221.0);
    QCOMPARE(judge(*width, 207.0), PhotoVerdict::Pass);
    QCOMPARE(judge(*width, 222.0), PhotoVerdict::Block);
    QCOMPARE(judge(*width, {}), PhotoVerdict::Unchecked);
    QVERIFY(!rules->find(u"face_w", PhotoSubject::Frame));
    QCOMPARE(rules->find(u"roll", PhotoSubject::Frame)->max, 6.0);
    QCOMPARE(rules->find(u"roll", PhotoSubject::File)->max, 4.0);
    QCOMPARE(judge(*rules->find(u"hair", PhotoSubject::File), {}), PhotoVerdict::Look);
    QVERIFY(isCompliant({{*width, 207.0, PhotoVerdict::Pass}, {*width, {}, PhotoVerdict::Look}}));
    QVERIFY(!isCompliant({{*width, {}, PhotoVerdict::Unchecked}})); // it would block
    const auto hat = rules->find(u"hat", PhotoSubject::File);
    QVERIFY(isCompliant({{*hat, {}, PhotoVerdict::Unchecked}})); // it would warn
    QVERIFY(!isCompliant({{*hat, 1.0, PhotoVerdict::Warn}}));
}

void TestTable::refusesAnUnknownSeverity()
{
    const auto table
        = Table::parse("rule,measure,min,max,unit,severity,applies_to\nx,y,1,2,px,grave,file\n", u"t"_s, {});
    QVERIFY(table);
    const auto rules = PhotoRules::parse(*table);
    QVERIFY(!rules);
    QVERIFY(rules.error().detail.contains(u"line 2, column severity"_s));
}

QTEST_APPLESS_MAIN(TestTable)
#include "tst_table.moc"

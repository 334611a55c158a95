#include "app/domain/citizennumber.h"
#include "tests/support/tables.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestCitizenNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheVectors_data();
    void judgesTheVectors();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void everyWrongDigitIsFound();
    void readsBirthDateAndSex();
    void convertsFifteenDigits_data();
    void convertsFifteenDigits();
    void proposesWhatWasMeant_data();
    void proposesWhatWasMeant();
    void hidesItselfInLogs();

private:
    const Rules m_rules{shippedTable};
};

void TestCitizenNumber::judgesTheVectors_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("valid");
    QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR "/tests/data/id_number_vectors.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto table = Table::parse(file.readAll(), u"id_number_vectors.csv"_s, {u"number"_s, u"valid"_s});
    QVERIFY(table);
    QVERIFY(table->size() >= 13);
    for (qsizetype index = 0; index < table->size(); ++index) {
        const Table::Row row = table->row(index);
        QTest::addRow("%d: %s", int(index), qPrintable(row.text(u"reason"_s)))
            << row.text(u"number"_s) << row.text(u"valid"_s);
    }
}

void TestCitizenNumber::judgesTheVectors()
{
    QFETCH(QString, number);
    QFETCH(QString, valid);
    const auto divisions = m_rules.divisions();
    QVERIFY(divisions);

    const auto parsed = CitizenNumber::parse(number);
    const QList<Error::Code> findings = parsed ? check(*parsed, {2026, 11, 24}, **divisions) : QList<Error::Code>();
    if (valid == u"yes") {
        QVERIFY(parsed);
        QVERIFY(findings.isEmpty());
    } else if (valid == u"warn") {
        QVERIFY(parsed);
        QCOMPARE(findings, QList{Error::Code::DivisionUnknown});
    } else if (valid == u"legacy") {
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, Error::Code::CitizenNumberLegacy);
        QCOMPARE(CitizenNumber::fromLegacy(number)->toString(), u"11010519491231002X"_s);
    } else {
        QCOMPARE(valid, u"no"_s);
        QVERIFY(!parsed || findings.contains(Error::Code::BirthDateInFuture));
    }
}

void TestCitizenNumber::namesWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error::Code>("code");

    QTest::newRow("empty") << QString() << Error::Code::CitizenNumberLength;
    QTest::newRow("nineteen") << u"11010519491231002X1"_s << Error::Code::CitizenNumberLength;
    QTest::newRow("fifteen") << u"110105491231002"_s << Error::Code::CitizenNumberLegacy;
    QTest::newRow("full-width digit") << u"１1010519491231002X"_s << Error::Code::CitizenNumberCharacter;
    QTest::newRow("X in the middle") << u"11010519491231X022"_s << Error::Code::CitizenNumberCharacter;
    QTest::newRow("30 February") << u"110105199002300020"_s << Error::Code::CitizenNumberBirthDate;
    QTest::newRow("two digits swapped") << u"11010519491231020X"_s << Error::Code::CitizenNumberCheck;
}

void TestCitizenNumber::namesWhatIsWrong()
{
    QFETCH(QString, text);
    const auto number = CitizenNumber::parse(text);
    QVERIFY(!number);
    QTEST(number.error().code, "code");
    QVERIFY(number.error().detail.isEmpty());
}

// MOD 11-2 finds every single wrong digit.
void TestCitizenNumber::everyWrongDigitIsFound()
{
    const QString right = u"11010519491231002X"_s;
    for (qsizetype place = 0; place < 17; ++place) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString text = right;
            text[place] = QChar(digit);
            QCOMPARE(bool(CitizenNumber::parse(text)), text == right);
        }
    }
}

void TestCitizenNumber::readsBirthDateAndSex()
{
    const auto woman = CitizenNumber::parse(u" 11010519491231002x ");
    QVERIFY(woman);
    QCOMPARE(woman->toString(), u"11010519491231002X"_s);
    QCOMPARE(woman->birthDate(), QDate(1949, 12, 31));
    QCOMPARE(woman->sex(), Sex::Female);
    QCOMPARE(woman->divisionCode(), u"110105"_s);
    QCOMPARE(woman->grouped(), u"110105 19491231 002X"_s);
    QCOMPARE(woman->masked(), u"110105········002X"_s);
    QCOMPARE(CitizenNumber::parse(u"440524188001010014")->sex(), Sex::Male);
}

void TestCitizenNumber::convertsFifteenDigits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("birth");
    QTest::newRow("ordinary") << u"110105491231002"_s << QDate(1949, 12, 31);
    QTest::newRow("centenarian") << u"110105981231996"_s << QDate(1898, 12, 31);
    QTest::newRow("impossible date") << u"110105490230002"_s << QDate();
    QTest::newRow("letter") << u"11010549123100X"_s << QDate();
    QTest::newRow("eighteen") << u"11010519491231002X"_s << QDate();
}

void TestCitizenNumber::convertsFifteenDigits()
{
    QFETCH(QString, text);
    const auto number = CitizenNumber::fromLegacy(text);
    QTEST(number ? number->birthDate() : QDate(), "birth");
}

void TestCitizenNumber::proposesWhatWasMeant_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("full-width") << u"１１０１０５１９４９１２３１００２Ｘ"_s;
    QTest::newRow("Roman ten") << u"11010519491231002Ⅹ"_s;
    QTest::newRow("multiplication sign") << u"11010519491231002×"_s;
    QTest::newRow("Cyrillic") << u"11010519491231002х"_s;
    QTest::newRow("grouped") << u"110105 19491231 002X"_s;
}

void TestCitizenNumber::proposesWhatWasMeant()
{
    QFETCH(QString, text);
    QVERIFY(!CitizenNumber::parse(text));
    QCOMPARE(CitizenNumber::normalised(text), u"11010519491231002X"_s);
}

void TestCitizenNumber::hidesItselfInLogs()
{
    QString log;
    QDebug(&log) << *CitizenNumber::parse(u"11010519491231002X");
    QCOMPARE(log.trimmed(), u"110105**********2X"_s);
}

QTEST_APPLESS_MAIN(TestCitizenNumber)
#include "tst_citizennumber.moc"

#include "app/domain/personname.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

class TestPersonName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNamesOfEveryKind_data();
    void takesNamesOfEveryKind();
    void refuses_data();
    void refuses();
    void countsCharactersNotUnits();
};

void TestPersonName::takesNamesOfEveryKind_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("two characters") << u" 张三 "_s << u"张三"_s;
    QTest::newRow("one character") << u"丰"_s << u"丰"_s;
    QTest::newRow("middle dot") << u"买买提·艾山"_s << u"买买提·艾山"_s;
    QTest::newRow("bullet") << u"买买提•艾山"_s << u"买买提·艾山"_s;
    QTest::newRow("katakana dot") << u"买买提・艾山"_s << u"买买提·艾山"_s;
    QTest::newRow("full stop with blanks") << u"买买提 . 艾山"_s << u"买买提·艾山"_s;
    QTest::newRow("full-width full stop") << u"买买提．艾山"_s << u"买买提·艾山"_s;
    QTest::newRow("hyphenation point") << u"买买提‧艾山"_s << u"买买提·艾山"_s;
    QTest::newRow("supplementary plane") << u"丰𠅤"_s << u"丰𠅤"_s;
    QTest::newRow("plane 3") << u"张𰻝"_s << u"张𰻝"_s;
    QTest::newRow("ideographic zero") << u"李〇"_s << u"李〇"_s;
    QTest::newRow("twenty-five") << QString(25, u'阿') << QString(25, u'阿');
    QTest::newRow("fifty") << QString(50, u'阿') << QString(50, u'阿');
    QTest::newRow("Latin") << u"Anna Maria"_s << u"Anna Maria"_s;
    QTest::newRow("Uyghur") << u"مەمەت ھەسەن"_s << u"مەمەت ھەسەن"_s;
}

void TestPersonName::takesNamesOfEveryKind()
{
    QFETCH(QString, text);
    const auto name = PersonName::parse(text);
    QVERIFY(name);
    QTEST(name->toString(), "name");
}

void TestPersonName::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("empty") << QString() << Error::Code::NameMissing;
    QTest::newRow("blanks") << u" \t　"_s << Error::Code::NameMissing;
    QTest::newRow("fifty-one") << QString(51, u'阿') << Error::Code::NameTooLong;
    QTest::newRow("digit") << u"张3"_s << Error::Code::NameCharacter;
    QTest::newRow("dot at the end") << u"张·"_s << Error::Code::NameCharacter;
    QTest::newRow("dot twice") << u"张··三"_s << Error::Code::NameCharacter;
    QTest::newRow("control") << u"张\u0007三"_s << Error::Code::NameCharacter;
    QTest::newRow("private use") << u"张\ue000"_s << Error::Code::NameCharacter;
    QTest::newRow("half a pair") << u"张\xd840"_s << Error::Code::NameCharacter;
}

void TestPersonName::refuses()
{
    QFETCH(QString, text);
    const auto name = PersonName::parse(text);
    QVERIFY(!name);
    QTEST(name.error().code, "code");
}

void TestPersonName::countsCharactersNotUnits()
{
    const auto name = PersonName::parse(u"丰𠅤");
    QVERIFY(name);
    QCOMPARE(name->characters(), 2);
}

QTEST_APPLESS_MAIN(TestPersonName)
#include "tst_personname.moc"

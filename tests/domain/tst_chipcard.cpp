#include "app/domain/caseguards.h"
#include "app/domain/chipcard.h"
#include "tests/support/tables.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

ChipCard sample()
{
    return {.name = u"测试甲"_s,
            .sex = u"1"_s,
            .ethnicGroup = u"01"_s,
            .birthDate = {1949, 12, 31},
            .address = u"北京市东城区景山前街4号"_s,
            .number = u"11010519491231002X"_s,
            .issuer = u"北京市公安局东城分局"_s,
            .validFrom = {2016, 1, 1},
            .validUntil = {2036, 1, 1}};
}

// The text with one unit replaced.
QByteArray with(QByteArray text, qsizetype unit, char16_t value)
{
    text[2 * unit] = char(value & 0xff);
    text[2 * unit + 1] = char(value >> 8);
    return text;
}

// And with a field: what is shorter is padded.
QByteArray with(QByteArray text, qsizetype unit, qsizetype length, const QString &value)
{
    for (qsizetype at = 0; at < length; ++at)
        text = with(text, unit + at, at < value.size() ? value[at].unicode() : u' ');
    return text;
}

Standing standingOf(const ChipCard &card)
{
    Draft form;
    form.applicant = {.number = card.number,
                      .name = card.name,
                      .sex = card.sex,
                      .birthDate = card.birthDate,
                      .ethnicGroup = card.ethnicGroup,
                      .address = card.address,
                      .issuer = card.issuer};
    Standing standing{.accepted = {.number = *AcceptanceNumber::make(u"650102001"_s, {2026, 11, 24}, 1), .form = form}};
    standing.progress.validFrom = card.validFrom;
    standing.progress.validUntil = card.validUntil;
    return standing;
}

} // namespace

// What a chip says, and whether it is what the case says.
class TestChipCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheText();
    void placesAreThoseOfTheTable();
    void longTermAndRareNames_data();
    void longTermAndRareNames();
    void refusesWhatCannotBe_data();
    void refusesWhatCannotBe();
    void otherKindsAreOnlyNamed();
    void whatIsTooLongIsCutAfterAWholeCharacter();
    void findsEveryDifference_data();
    void findsEveryDifference();
    void spellingIsNoDifference();
    void whatTheChipCannotSayIsUnsure();
    void aCaseWithoutValidityComparesNone();
    void aCardThatDiffersIsNotHandedOut();
};

// By hand, from the standard's lengths: a reader's bytes, not our own writing.
void TestChipCard::readsTheText()
{
    QByteArray text;
    const auto add = [&text](const QString &field, qsizetype bytes) {
        QByteArray units(reinterpret_cast<const char *>(field.utf16()), field.size() * 2);
        while (units.size() < bytes)
            units += QByteArray("\x20\x00", 2);
        text += units;
    };
    add(u"测试甲"_s, 30);
    add(u"1"_s, 2);
    add(u"01"_s, 4);
    add(u"19491231"_s, 16);
    add(u"北京市东城区景山前街4号"_s, 70);
    add(u"11010519491231002X"_s, 36);
    add(u"北京市公安局东城分局"_s, 30);
    add(u"20160101"_s, 16);
    add(u"20360101"_s, 16);
    add({}, 36);
    const auto card = ChipCard::parse(text);
    QVERIFY(card);
    QCOMPARE(*card, sample());
    QCOMPARE(card->toText(), text);
}

void TestChipCard::placesAreThoseOfTheTable()
{
    const auto table = Table::load(shippedTable, u"chip_text_layout.csv"_s, {u"field"_s, u"utf16_units"_s});
    QVERIFY(table);
    const QHash<QString, QString> values{{u"name"_s, u"甲乙"_s},        {u"sex"_s, u"2"_s},
                                         {u"ethnic"_s, u"56"_s},        {u"birth"_s, u"19500101"_s},
                                         {u"address"_s, u"某地"_s},     {u"number"_s, u"650102200002299022"_s},
                                         {u"issuer"_s, u"某局"_s},      {u"valid_from"_s, u"20200101"_s},
                                         {u"valid_to"_s, u"20300101"_s}};
    QByteArray text = sample().toText();
    qsizetype unit = 0;
    for (qsizetype index = 0; index < table->size(); ++index) {
        const Table::Row row = table->row(index);
        const qsizetype length = **row.integer(u"utf16_units"_s);
        text = with(text, unit, length, values.value(*row.required(u"field"_s)));
        unit += length;
    }
    QCOMPARE(2 * unit, ChipCard::textBytes);
    const auto card = ChipCard::parse(text);
    QVERIFY(card);
    const ChipCard expected{.name = u"甲乙"_s,
                            .sex = u"2"_s,
                            .ethnicGroup = u"56"_s,
                            .birthDate = {1950, 1, 1},
                            .address = u"某地"_s,
                            .number = u"650102200002299022"_s,
                            .issuer = u"某局"_s,
                            .validFrom = {2020, 1, 1},
                            .validUntil = {2030, 1, 1}};
    QCOMPARE(*card, expected);
}

void TestChipCard::longTermAndRareNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QDate>("until");

    QTest::newRow("long-term") << u"测试甲"_s << QDate();
    QTest::newRow("supplementary plane") << u"丰𠅤"_s << QDate(2036, 1, 1);
    QTest::newRow("supplementary plane at the end of the field")
        << u"一二三四五六七八九十一二三𠅤"_s << QDate(2036, 1, 1);
    QTest::newRow("private use") << u"丰\ue815"_s << QDate(2036, 1, 1);
    QTest::newRow("with a dot") << u"买买提·艾山"_s << QDate(2036, 1, 1);
    QTest::newRow("fifteen characters") << u"阿布都热西提阿布都热合曼江阿吉"_s << QDate();
}

void TestChipCard::longTermAndRareNames()
{
    QFETCH(QString, name);
    QFETCH(QDate, until);
    ChipCard card = sample();
    card.name = name;
    card.validUntil = until;
    const auto read = ChipCard::parse(card.toText());
    QVERIFY(read);
    QCOMPARE(*read, card);
}

void TestChipCard::refusesWhatCannotBe_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const QByteArray good = sample().toText();

    QTest::newRow("empty") << QByteArray() << u"length"_s;
    QTest::newRow("too short") << good.chopped(2) << u"length"_s;
    QTest::newRow("too long") << good + "  " << u"length"_s;
    QTest::newRow("zeros") << QByteArray(256, '\0') << u"kind"_s;
    QTest::newRow("unknown kind") << with(good, 124, u'Q') << u"kind"_s;
    QTest::newRow("no name") << with(good, 0, 15, {}) << u"name"_s;
    QTest::newRow("digit in the name") << with(good, 1, u'7') << u"name"_s;
    QTest::newRow("half a pair in the name") << with(good, 1, u'\xd840') << u"name"_s;
    QTest::newRow("half a pair at the end of the name") << with(good, 14, u'\xd840') << u"name"_s;
    QTest::newRow("second half first") << with(with(good, 1, u'\xdc0b'), 2, u'\xd840') << u"name"_s;
    QTest::newRow("sex 3") << with(good, 15, u'3') << u"sex"_s;
    QTest::newRow("no sex") << with(good, 15, u' ') << u"sex"_s;
    QTest::newRow("letter in the ethnic group") << with(good, 17, u'a') << u"ethnic"_s;
    QTest::newRow("full-width digit in the ethnic group") << with(good, 17, u'１') << u"ethnic"_s;
    QTest::newRow("31 June") << with(good, 18, 8, u"19490631"_s) << u"birth"_s;
    QTest::newRow("short birth date") << with(good, 25, u' ') << u"birth"_s;
    QTest::newRow("no address") << with(good, 26, 35, {}) << u"address"_s;
    QTest::newRow("control character in the address") << with(good, 27, u'\x07') << u"address"_s;
    QTest::newRow("half a pair in the address") << with(good, 28, u'\xdc0b') << u"address"_s;
    QTest::newRow("wrong check digit") << with(good, 78, u'1') << u"number"_s;
    QTest::newRow("no number") << with(good, 61, 18, {}) << u"number"_s;
    QTest::newRow("no issuer") << with(good, 79, 15, {}) << u"issuer"_s;
    QTest::newRow("no beginning") << with(good, 94, 8, {}) << u"valid_from"_s;
    QTest::newRow("no end") << with(good, 102, 8, {}) << u"valid_to"_s;
    QTest::newRow("ends before it begins") << with(good, 102, 8, u"20151231"_s) << u"valid_to"_s;
    QTest::newRow("half of long-term") << with(good, 102, 8, u"长"_s) << u"valid_to"_s;
}

void TestChipCard::refusesWhatCannotBe()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, field);
    const auto card = ChipCard::parse(text);
    QVERIFY(!card);
    QCOMPARE(card.error(), (Error{Error::Code::ChipDamaged, field})); // and nothing of what stands there
}

void TestChipCard::otherKindsAreOnlyNamed()
{
    const QByteArray resident = sample().toText();
    QCOMPARE(ChipCard::parse(resident)->kind, ChipKind::Resident);
    QCOMPARE(ChipCard::parse(with(resident, 124, u'J'))->kind, ChipKind::HongKongMacauTaiwan);
    QCOMPARE(ChipCard::parse(with(resident, 124, u'I'))->kind, ChipKind::Foreigner);
    QCOMPARE(ChipCard::parse(with(resident, 124, u'Y'))->kind, ChipKind::Foreigner);
    QVERIFY(ChipCard::parse(with(resident, 124, u'J'))->name.isEmpty());
    // The fields of a foreigner's card are others: nothing of them is taken for a resident's.
    const auto foreigner = ChipCard::parse(with(with(resident, 0, 60, u"SMITH, JOHN"_s), 124, u'I'));
    QVERIFY(foreigner);
    QCOMPARE(chipVerdict(sample(), *foreigner), ChipVerdict::OtherKind);
}

void TestChipCard::whatIsTooLongIsCutAfterAWholeCharacter()
{
    ChipCard card = sample();
    card.name = u"一二三四五六七八九十一二三四𠅤"_s; // the pair would be units 15 and 16
    const auto read = ChipCard::parse(card.toText());
    QVERIFY(read);
    QCOMPARE(read->name, u"一二三四五六七八九十一二三四"_s);
}

void TestChipCard::findsEveryDifference_data()
{
    QTest::addColumn<ChipCard>("chip");
    QTest::addColumn<QList<ChipField>>("fields");
    const auto changed = [](auto change) {
        ChipCard chip = sample();
        change(chip);
        return chip;
    };

    QTest::newRow("none") << sample() << QList<ChipField>();
    QTest::newRow("number") << changed([](ChipCard &c) { c.number = u"650102200002299022"_s; })
                            << QList{ChipField::Number};
    QTest::newRow("name") << changed([](ChipCard &c) { c.name = u"测试乙"_s; }) << QList{ChipField::Name};
    QTest::newRow("name cut") << changed([](ChipCard &c) { c.name = u"测试"_s; }) << QList{ChipField::Name};
    QTest::newRow("sex") << changed([](ChipCard &c) { c.sex = u"2"_s; }) << QList{ChipField::Sex};
    QTest::newRow("ethnic group") << changed([](ChipCard &c) { c.ethnicGroup = u"02"_s; })
                                  << QList{ChipField::EthnicGroup};
    QTest::newRow("birth") << changed([](ChipCard &c) { c.birthDate = {1949, 12, 30}; }) << QList{ChipField::BirthDate};
    QTest::newRow("address") << changed([](ChipCard &c) { c.address = u"北京市东城区景山前街5号"_s; })
                             << QList{ChipField::Address};
    QTest::newRow("issuer") << changed([](ChipCard &c) { c.issuer = u"北京市公安局西城分局"_s; })
                            << QList{ChipField::Issuer};
    QTest::newRow("from") << changed([](ChipCard &c) { c.validFrom = {2016, 1, 2}; }) << QList{ChipField::Validity};
    QTest::newRow("long-term") << changed([](ChipCard &c) { c.validUntil = {}; }) << QList{ChipField::Validity};
    QTest::newRow("two") << changed([](ChipCard &c) {
        c.sex = u"2"_s;
        c.validUntil = {2046, 1, 1};
    }) << QList{ChipField::Sex, ChipField::Validity};
}

void TestChipCard::findsEveryDifference()
{
    QFETCH(ChipCard, chip);
    QFETCH(QList<ChipField>, fields);
    const ChipCard expected = chipOf(standingOf(sample()));
    QCOMPARE(expected, sample());
    QList<ChipField> found;
    for (const ChipDifference &one : chipDifferences(expected, chip)) {
        QVERIFY(!one.isUnsure);
        found << one.field;
    }
    QCOMPARE(found, fields);
    QCOMPARE(chipVerdict(expected, chip), fields.isEmpty() ? ChipVerdict::Agrees : ChipVerdict::Differs);
}

void TestChipCard::spellingIsNoDifference()
{
    ChipCard chip = sample();
    chip.address = u"北京市东城区 景山前街４号"_s;
    chip.number = u"11010519491231002X"_s;
    QVERIFY(chipDifferences(sample(), chip).isEmpty());
}

void TestChipCard::whatTheChipCannotSayIsUnsure()
{
    ChipCard expected = sample();
    ChipCard chip = sample();
    expected.name = u"丰𠅤"_s;
    chip.name = u"丰\ue815"_s;
    QCOMPARE(chipDifferences(expected, chip), (QList{ChipDifference{ChipField::Name, true}}));
    QCOMPARE(chipVerdict(expected, chip), ChipVerdict::Unsure);
    chip.name = u"冯\ue815"_s; // the other character is another
    QCOMPARE(chipVerdict(expected, chip), ChipVerdict::Differs);
    chip.name = u"丰\ue815\ue815"_s;
    QCOMPARE(chipVerdict(expected, chip), ChipVerdict::Differs);
    expected.name = u"阿布都热西提·阿布都热合曼·艾山江"_s;
    chip.name = expected.name.first(15);
    QCOMPARE(chipVerdict(expected, chip), ChipVerdict::Unsure);
    chip.sex = u"2"_s; // unsure beside what surely differs
    QCOMPARE(chipVerdict(expected, chip), ChipVerdict::Differs);
}

void TestChipCard::aCaseWithoutValidityComparesNone()
{
    Standing standing = standingOf(sample());
    standing.progress.validFrom = {};
    standing.progress.validUntil = {};
    QCOMPARE(chipVerdict(chipOf(standing), sample()), ChipVerdict::Agrees);
}

void TestChipCard::aCardThatDiffersIsNotHandedOut()
{
    const Standing standing = standingOf(sample());
    CollectionRecord record{.day = {2026, 12, 20},
                            .finger = FingerAnswer::Match,
                            .readBack = true,
                            .isSigned = true,
                            .oldCard = OldCardEnd::Taken};
    QVERIFY(mayCollect(standing, record, {}));
    record.chipDiffers = true;
    QCOMPARE(mayCollect(standing, record, {}).error().code, Error::Code::ChipDiffers);
}

QTEST_APPLESS_MAIN(TestChipCard)
#include "tst_chipcard.moc"

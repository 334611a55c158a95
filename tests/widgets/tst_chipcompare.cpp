#include "tests/support/cardbench.h"
#include "tests/support/input.h"
#include "tests/support/patientreader.h"

#include <QListWidget>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

namespace {

// A card in the drawer, opened beside the list; nothing is enrolled.
struct ChipBench : CardBench
{
    PatientReader chips;
    std::optional<Standing> card;

    ~ChipBench() { collectionPage.reset(); } // before its reader

    bool openCase(bool hasReader = true)
    {
        if (!open())
            return false;
        reader = hasReader ? &chips : nullptr;
        card = put(form(adult, u"丰𠅤"_s), CaseState::Notified, inDrawer);
        if (!card)
            return false;
        showCollection();
        return findOpened(*card);
    }

    CollectionPage &page() { return *collectionPage; }
    QListWidget *parts() { return child<QListWidget>(page(), "partsList"); }
    QString verdict() { return child<QLabel>(page(), "chipVerdict")->text(); }
    QString advice() { return child<QLabel>(page(), "chipAdvice")->text(); }

    QString chipLine()
    {
        for (int row = 0; row < parts()->count(); ++row) {
            if (parts()->item(row)->text().contains(u"Chip"_s))
                return parts()->item(row)->text();
        }
        return {};
    }

    // Everything but the chip.
    void fillParts()
    {
        child<QLineEdit>(page(), "fingerReasonEdit")->setText(u"nothing is enrolled"_s);
        for (const Qt::Key key : {Qt::Key_3, reader ? Qt::Key_5 : Qt::Key_4, Qt::Key_C})
            QTest::keyClick(parts(), key);
    }
};

} // namespace

// The chip of the new card at the handing out.
class TestChipCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChipThatAgreesIsTickedByTheProgram();
    void aChipThatDiffersStopsTheHandingOut();
    void somebodyElsesCardIsNamed();
    void aRareCharacterIsComparedByEye();
    void aReaderThatFailsStopsNobody_data();
    void aReaderThatFailsStopsNobody();
    void aReaderThatCannotBeOpenedIsTold();
    void withoutAReaderThereIsNoPart();
    void whatWasReadIsOfOneCaseOnly();
    void nobodyLooksNobodyReads();
};

void TestChipCompare::aChipThatAgreesIsTickedByTheProgram()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    QVERIFY(bench.chipLine().startsWith(u"○"_s));
    picture(bench.page(), u"chip-open"_s);
    // The clerk cannot tick it: the key reads the chip.
    QTest::keyClick(bench.parts(), Qt::Key_4);
    QVERIFY(!bench.chipLine().startsWith(u"✓"_s));
    QCOMPARE(bench.chips.openings, 1);
    QCOMPARE(bench.chips.asked, QList{chipOf(*bench.card)});
    QVERIFY(bench.verdict().startsWith(u"●"_s));
    QVERIFY(!child<QPushButton>(bench.page(), "chipButton")->isEnabled());
    picture(bench.page(), u"chip-waiting"_s);
    bench.chips.lay(chipOf(*bench.card));
    QVERIFY(bench.verdict().startsWith(u"✓"_s));
    QVERIFY(bench.advice().contains(u"丰𠅤"_s));
    QVERIFY(bench.chipLine().startsWith(u"✓"_s));
    QTest::keyClick(bench.parts(), Qt::Key_Up); // the way on is the signature
    QTest::keyClick(bench.parts(), Qt::Key_N);
    QVERIFY(bench.chipLine().startsWith(u"✓"_s));
    bench.fillParts();
    picture(bench.page(), u"chip-agrees"_s);
    click(bench.page(), "handOutButton");
    QTRY_COMPARE(bench.stateOf(bench.card), CaseState::Collected);
    QVERIFY(bench.standing(bench.card->accepted.id)->progress.collection.chipChecked);
}

void TestChipCompare::aChipThatDiffersStopsTheHandingOut()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    ChipCard chip = chipOf(*bench.card);
    chip.address = u"乌鲁木齐市天山区胜利路8号"_s;
    chip.sex = u"2"_s;
    chip.validUntil = {2036, 11, 20};
    QTest::keyClick(bench.parts(), Qt::Key_R);
    bench.chips.lay(chip);
    QVERIFY(bench.verdict().startsWith(u"■"_s));
    const QString advice = bench.advice();
    for (const QString &told : {u"Address"_s, chip.address, bench.card->accepted.form.applicant.address, u"Sex"_s,
                                u"female"_s, u"2036.11.20"_s, u"defective"_s})
        QVERIFY2(advice.contains(told), qPrintable(told));
    QVERIFY(!advice.contains(u"Name"_s)); // which is the same
    QVERIFY(!advice.contains(u"more"_s));
    QVERIFY(bench.chipLine().startsWith(u"■"_s));
    bench.fillParts();
    picture(bench.page(), u"chip-differs"_s);
    click(bench.page(), "handOutButton");
    QVERIFY(bench.isSaid(Error::Code::ChipDiffers));
    QCOMPARE(bench.stateOf(bench.card), CaseState::Notified);
    QVERIFY(child<QPushButton>(bench.page(), "defectButton")); // the next step
    // Of many the first are told, and how many there are.
    chip.name = u"丰收"_s;
    chip.ethnicGroup = u"05"_s;
    chip.birthDate = {1949, 12, 30};
    click(bench.page(), "chipButton");
    bench.chips.lay(chip);
    QVERIFY(bench.advice().contains(u"Name"_s) && bench.advice().contains(u"3 more"_s));
    picture(bench.page(), u"chip-many"_s);
    QCOMPARE(bench.page().height(), 690); // it fits into the smallest window
    // The control: read again, it agrees.
    click(bench.page(), "chipButton");
    bench.chips.lay(chipOf(*bench.card));
    click(bench.page(), "handOutButton");
    QTRY_COMPARE(bench.stateOf(bench.card), CaseState::Collected);
}

void TestChipCompare::somebodyElsesCardIsNamed()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    ChipCard chip = chipOf(*bench.card);
    chip.number = other;
    chip.name = u"李娜"_s;
    chip.sex = u"2"_s;
    click(bench.page(), "chipButton");
    bench.chips.lay(chip);
    QVERIFY(bench.advice().contains(CitizenNumber::parse(other)->masked()) && bench.advice().contains(u"李娜"_s));
    QVERIFY(!bench.advice().contains(other));
    QVERIFY(!bench.advice().contains(u"Sex"_s)); // of another person everything differs
    picture(bench.page(), u"chip-other"_s);
    chip.number = u"11010519500118002X"_s; // only the birth date is another
    click(bench.page(), "chipButton");
    bench.chips.lay(chip);
    QVERIFY(bench.advice().contains(chip.number) && bench.advice().contains(adult));
    chip = {};
    chip.kind = ChipKind::Foreigner;
    click(bench.page(), "chipButton");
    bench.chips.lay(chip);
    QVERIFY(bench.verdict().startsWith(u"■"_s));
    QCOMPARE(bench.advice(), texts::describe(Error::Code::ChipOtherKind));
    bench.fillParts();
    click(bench.page(), "handOutButton");
    QVERIFY(bench.isSaid(Error::Code::ChipDiffers));
    QCOMPARE(bench.stateOf(bench.card), CaseState::Notified);
}

void TestChipCompare::aRareCharacterIsComparedByEye()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    ChipCard chip = chipOf(*bench.card);
    chip.name = u"丰\ue815"_s;
    click(bench.page(), "chipButton");
    bench.chips.lay(chip);
    QVERIFY(bench.verdict().startsWith(u"▲"_s));
    QVERIFY(bench.advice().contains(u"丰𠅤"_s));
    QVERIFY(bench.chipLine().startsWith(u"▲"_s));
    bench.fillParts();
    picture(bench.page(), u"chip-unsure"_s);
    click(bench.page(), "handOutButton");
    QTRY_COMPARE(bench.stateOf(bench.card), CaseState::Collected);
    QVERIFY(!bench.standing(bench.card->accepted.id)->progress.collection.chipChecked);
}

void TestChipCompare::aReaderThatFailsStopsNobody_data()
{
    QTest::addColumn<Error::Code>("code");
    QTest::addColumn<CardReader::State>("state");

    QTest::newRow("unplugged") << Error::Code::ReaderLost << CardReader::State::Absent;
    QTest::newRow("no card") << Error::Code::CardNotLaid << CardReader::State::Ready;
    QTest::newRow("chip dead") << Error::Code::ChipNotRead << CardReader::State::Ready;
    QTest::newRow("not authorised") << Error::Code::ReaderUnauthorised << CardReader::State::Failed;
}

void TestChipCompare::aReaderThatFailsStopsNobody()
{
    QFETCH(Error::Code, code);
    QFETCH(CardReader::State, state);
    ChipBench bench;
    QVERIFY(bench.openCase());
    click(bench.page(), "chipButton");
    bench.chips.fail(state, code);
    QVERIFY(bench.verdict().startsWith(u"▲"_s));
    QVERIFY(bench.advice().startsWith(texts::describe(code)));
    QVERIFY(bench.chipLine().startsWith(u"▲"_s));
    QVERIFY(child<QPushButton>(bench.page(), "chipButton")->isEnabled());
    bench.fillParts();
    picture(bench.page(), u"chip-refused"_s);
    click(bench.page(), "handOutButton");
    QTRY_COMPARE(bench.stateOf(bench.card), CaseState::Collected);
    const CollectionRecord record = bench.standing(bench.card->accepted.id)->progress.collection;
    QVERIFY(record.readBack && !record.chipChecked && !record.chipDiffers);
}

void TestChipCompare::aReaderThatCannotBeOpenedIsTold()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    bench.chips.refusal = Error::Code::ReaderSelfTest;
    click(bench.page(), "chipButton");
    QVERIFY(bench.advice().startsWith(texts::describe(Error::Code::ReaderSelfTest)));
    QVERIFY(bench.chips.asked.isEmpty());
    bench.chips.refusal.reset();
    click(bench.page(), "chipButton");
    QCOMPARE(bench.chips.openings, 2);
    QCOMPARE(bench.chips.asked.size(), 1);
}

void TestChipCompare::withoutAReaderThereIsNoPart()
{
    ChipBench bench;
    QVERIFY(bench.openCase(false));
    QVERIFY(bench.chipLine().isEmpty());
    QVERIFY(!child<QPushButton>(bench.page(), "chipButton"));
    QVERIFY(!child<QLabel>(bench.page(), "chipVerdict"));
    QTest::keyClick(bench.parts(), Qt::Key_R); // nothing
    bench.fillParts();
    click(bench.page(), "handOutButton");
    QTRY_COMPARE(bench.stateOf(bench.card), CaseState::Collected);
    QVERIFY(!bench.standing(bench.card->accepted.id)->progress.collection.chipChecked);
}

void TestChipCompare::whatWasReadIsOfOneCaseOnly()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    const auto second = bench.put(bench.form(other, u"李娜"_s), CaseState::Notified, {.box = u"A"_s, .slot = u"013"_s});
    QVERIFY(second);
    click(bench.page(), "chipButton");
    bench.chips.lay(chipOf(*bench.card));
    QVERIFY(bench.chipLine().startsWith(u"✓"_s));
    QVERIFY(bench.findOpened(*second));
    QVERIFY(bench.chipLine().startsWith(u"○"_s));
    bench.chips.lay(chipOf(*bench.card)); // nobody asked for it
    QVERIFY(bench.chipLine().startsWith(u"○"_s));
    bench.fillParts();
    click(bench.page(), "handOutButton");
    QTRY_COMPARE(bench.stateOf(second), CaseState::Collected);
    QVERIFY(!bench.standing(second->accepted.id)->progress.collection.chipChecked);
}

void TestChipCompare::nobodyLooksNobodyReads()
{
    ChipBench bench;
    QVERIFY(bench.openCase());
    click(bench.page(), "chipButton");
    QCOMPARE(bench.chips.state(), CardReader::State::Reading);
    bench.page().hide();
    QCOMPARE(bench.chips.state(), CardReader::State::Ready);
}

QTEST_MAIN(TestChipCompare)
#include "tst_chipcompare.moc"

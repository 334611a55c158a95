#include "devices/practice/practicereader.h"
#include "devices/reader/seriallink.h"
#include "tests/support/fakereader.h"

#include <QSignalSpy>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

using Code = Error::Code;
using Codes = QList<Error::Code>;
using Fault = test::FakeReader::Fault;
using State = CardReader::State;

namespace {

constexpr ReaderPatience quick{.answer = std::chrono::milliseconds(200),
                               .chip = std::chrono::milliseconds(400),
                               .poll = std::chrono::milliseconds(20),
                               .card = std::chrono::milliseconds(300),
                               .watch = std::chrono::milliseconds(50),
                               .firstRetry = std::chrono::milliseconds(50),
                               .longestRetry = std::chrono::milliseconds(100)};

// Nothing happens by itself, so that every request is one that was asked for.
constexpr ReaderPatience calm{.answer = std::chrono::seconds(1),
                              .chip = std::chrono::seconds(3),
                              .poll = std::chrono::milliseconds(20),
                              .card = std::chrono::seconds(60),
                              .watch = std::chrono::hours(1),
                              .firstRetry = std::chrono::hours(1),
                              .longestRetry = std::chrono::hours(1)};

ChipCard sample()
{
    return {.name = u"丰𠅤"_s,
            .sex = u"1"_s,
            .ethnicGroup = u"01"_s,
            .birthDate = {1949, 12, 31},
            .address = u"北京市东城区景山前街4号"_s,
            .number = u"11010519491231002X"_s,
            .issuer = u"北京市公安局东城分局"_s,
            .validFrom = {2016, 1, 1},
            .validUntil = {}};
}

struct ReaderBench
{
    test::FakeReader fake;
    SdtReader reader;
    QList<ChipCard> cards;
    Codes failures;

    explicit ReaderBench(ReaderPatience patience = calm)
        : reader([this] { return std::make_unique<SerialLink>(SerialSource{.path = fake.path()}); }, patience)
    {
        QObject::connect(&reader, &CardReader::cardRead, &reader, [this](const ChipCard &card) { cards << card; });
        QObject::connect(&reader, &CardReader::failed, &reader, [this](const Error &error) { failures << error.code; });
    }

    bool open()
    {
        if (!fake.plug())
            return false;
        reader.open();
        return QTest::qWaitFor([this] { return reader.state() == State::Ready; });
    }
};

} // namespace

// A reader on a serial line that is a pseudo terminal, and what may go wrong with it.
class TestSdtReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understandsTheSettings_data();
    void understandsTheSettings();
    void readsACard();
    void faultsOfTheReaderAreNamed_data();
    void faultsOfTheReaderAreNamed();
    void faultsOfTheCardAreNamed_data();
    void faultsOfTheCardAreNamed();
    void oneFaultIsMended_data();
    void oneFaultIsMended();
    void aFaultThatStaysIsNotMended();
    void aLateAnswerIsNobodys();
    void aCardThatWasReadMustBeLifted();
    void anotherKindOfCardIsRead();
    void aDamagedTextIsRefused();
    void isCancelled();
    void isUnpluggedAndComesBack();
    void isUnpluggedWhileItReads();
    void isLookedForAgainAndToldOnce();
    void isClosedWhileNothingAnswers();
    void isNotReadBeforeItIsOpen();
    void thePracticeReaderHasTheExpectedCard();
};

void TestSdtReader::understandsTheSettings_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("baud");

    QTest::newRow("a port") << u"serial:/dev/ttyUSB0"_s << u"/dev/ttyUSB0"_s << 115200;
    QTest::newRow("slower") << u"serial:/dev/ttyS1?baud=9600"_s << u"/dev/ttyS1"_s << 9600;
    QTest::newRow("a lasting name") << u"serial:/dev/serial/by-id/usb-1a86_USB-if00"_s
                                    << u"/dev/serial/by-id/usb-1a86_USB-if00"_s << 115200;
    for (const char *bad : {"", "serial:", "serial:ttyUSB0", "serial:/dev/", "usb:0400:c35a",
                            "serial:/dev/ttyS1?baud=300", "serial:/dev/ttyS1?baud=", "serial:/dev/ttyS1?parity=even"})
        QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << QString() << 0;
}

void TestSdtReader::understandsTheSettings()
{
    QFETCH(QString, setting);
    QFETCH(QString, path);
    QFETCH(int, baud);
    const auto source = SerialSource::parse(setting);
    QCOMPARE(bool(source), !path.isEmpty());
    if (source)
        QCOMPARE(*source, (SerialSource{.path = path, .baud = baud}));
    else
        QCOMPARE(source.error().code, Code::CodeUnknown);
}

void TestSdtReader::readsACard()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    QCOMPARE(bench.reader.model(), u"05.03-20261122-0000000000-0000000000"_s);
    QCOMPARE(bench.fake.asked, (QList{sdt::samStatus, sdt::samNumber}));
    bench.reader.read();
    QCOMPARE(bench.reader.state(), State::Reading);
    QTRY_VERIFY(bench.fake.count(sdt::findCard) >= 2); // nothing lies there yet
    bench.fake.lay(sample());
    QTRY_COMPARE(bench.cards, QList{sample()});
    QCOMPARE(bench.reader.state(), State::Ready);
    QVERIFY(bench.failures.isEmpty());
    // Found, selected and read at once.
    QCOMPARE(bench.fake.asked.last(3), (QList{sdt::findCard, sdt::selectCard, sdt::readCard}));
}

void TestSdtReader::faultsOfTheReaderAreNamed_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Code>("code");

    QTest::newRow("silent") << Fault::Silent << Code::ReaderSilent;
    QTest::newRow("bad checksums") << Fault::BadSum << Code::ReaderDisturbed;
    QTest::newRow("cut answers") << Fault::Short << Code::ReaderDisturbed;
    QTest::newRow("mishears") << Fault::Misheard << Code::ReaderDisturbed;
    QTest::newRow("self-test") << Fault::SelfTest << Code::ReaderSelfTest;
    QTest::newRow("not authorised") << Fault::Unauthorised << Code::ReaderUnauthorised;
}

// At the opening, and of a reader that was ready; the control is that it was.
void TestSdtReader::faultsOfTheReaderAreNamed()
{
    QFETCH(Fault, fault);
    QFETCH(Code, code);
    ReaderPatience patience = calm;
    patience.answer = std::chrono::milliseconds(100);
    {
        ReaderBench bench(patience);
        bench.fake.fault = fault;
        QVERIFY(bench.fake.plug());
        bench.reader.open();
        QTRY_COMPARE(bench.failures, Codes{code});
        QCOMPARE(bench.reader.state(), State::Failed);
        bench.fake.fault = Fault::None;
        bench.reader.open();
        QTRY_COMPARE(bench.reader.state(), State::Ready);
        QCOMPARE(bench.failures.size(), 1);
    }
    ReaderBench bench(patience);
    QVERIFY(bench.open());
    bench.fake.fault = fault;
    bench.reader.read();
    QTRY_COMPARE(bench.failures, Codes{code});
    QCOMPARE(bench.reader.state(), State::Failed);
    QVERIFY(bench.cards.isEmpty());
}

void TestSdtReader::faultsOfTheCardAreNamed_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<Code>("code");
    QTest::addColumn<int>("times"); // the card was found

    QTest::newRow("not selected") << Fault::NotSelected << Code::CardNotSelected << 2;
    QTest::newRow("refuses") << Fault::ChipRefuses << Code::ChipRefused << 2;
    QTest::newRow("not read") << Fault::NotRead << Code::ChipNotRead << 2;
}

// Tried twice, then told; the reader is ready, and the same card is read when the fault is gone.
void TestSdtReader::faultsOfTheCardAreNamed()
{
    QFETCH(Fault, fault);
    QFETCH(Code, code);
    QFETCH(int, times);
    ReaderBench bench;
    QVERIFY(bench.open());
    bench.fake.fault = fault;
    bench.fake.lay(sample());
    bench.reader.read();
    QTRY_COMPARE(bench.failures, Codes{code});
    QCOMPARE(bench.reader.state(), State::Ready);
    QVERIFY(bench.cards.isEmpty());
    QCOMPARE(bench.fake.count(sdt::selectCard), times);
    bench.fake.fault = Fault::None;
    bench.fake.lay(sample());
    bench.reader.read();
    QTRY_COMPARE(bench.cards.size(), 1);
}

void TestSdtReader::oneFaultIsMended_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("faults");

    QTest::newRow("silent once") << Fault::Silent << 1;
    QTest::newRow("bad checksum once") << Fault::BadSum << 1;
    QTest::newRow("cut once") << Fault::Short << 1;
    QTest::newRow("misheard once") << Fault::Misheard << 1;
    QTest::newRow("not selected once") << Fault::NotSelected << 1;
    QTest::newRow("not read once") << Fault::NotRead << 1;
    QTest::newRow("noise always") << Fault::Noise << -1;
    QTest::newRow("in pieces always") << Fault::Split << -1;
}

void TestSdtReader::oneFaultIsMended()
{
    QFETCH(Fault, fault);
    QFETCH(int, faults);
    ReaderPatience patience = calm;
    patience.answer = std::chrono::milliseconds(100);
    ReaderBench bench(patience);
    QVERIFY(bench.open());
    bench.fake.lay(sample());
    bench.fake.fault = fault;
    bench.fake.faults = faults;
    bench.reader.read();
    QTRY_COMPARE(bench.cards, QList{sample()});
    QVERIFY(bench.failures.isEmpty());
    QVERIFY(bench.fake.faults <= 0); // it did happen
}

// The control of the row above: the same twice in a row.
void TestSdtReader::aFaultThatStaysIsNotMended()
{
    ReaderPatience patience = calm;
    patience.answer = std::chrono::milliseconds(100);
    ReaderBench bench(patience);
    QVERIFY(bench.open());
    bench.fake.lay(sample());
    bench.fake.fault = Fault::BadSum;
    bench.fake.faults = 2;
    bench.reader.read();
    QTRY_COMPARE(bench.failures, Codes{Code::ReaderDisturbed});
    QVERIFY(bench.cards.isEmpty());
}

// The second copy of "found" is not taken for "selected".
void TestSdtReader::aLateAnswerIsNobodys()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    bench.fake.fault = Fault::Twice;
    bench.fake.lay(sample());
    bench.reader.read();
    QTRY_COMPARE(bench.cards, QList{sample()});
    QCOMPARE(bench.fake.count(sdt::selectCard), 1);
}

void TestSdtReader::aCardThatWasReadMustBeLifted()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    bench.fake.lay(sample());
    bench.reader.read();
    QTRY_COMPARE(bench.cards.size(), 1);
    bench.reader.read();
    const int looks = bench.fake.count(sdt::findCard);
    QTRY_VERIFY(bench.fake.count(sdt::findCard) >= looks + 3);
    QCOMPARE(bench.reader.state(), State::Reading);
    QCOMPARE(bench.cards.size(), 1);
    bench.fake.lay(sample());
    QTRY_COMPARE(bench.cards.size(), 2);

    ReaderBench hurried(quick);
    QVERIFY(hurried.open());
    hurried.reader.read();
    QTRY_COMPARE(hurried.failures, Codes{Code::CardNotLaid});
    QCOMPARE(hurried.reader.state(), State::Ready);
}

void TestSdtReader::anotherKindOfCardIsRead()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    ChipCard card = sample();
    card.kind = ChipKind::Foreigner;
    bench.fake.lay(card);
    bench.reader.read();
    QTRY_COMPARE(bench.cards.size(), 1);
    QCOMPARE(bench.cards.first().kind, ChipKind::Foreigner);
    QVERIFY(bench.cards.first().number.isEmpty());
}

void TestSdtReader::aDamagedTextIsRefused()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    QByteArray text = sample().toText();
    text[2 * 61] = '9'; // of the number
    bench.fake.sam.lay(text);
    bench.reader.read();
    QTRY_COMPARE(bench.failures, Codes{Code::ChipDamaged});
    bench.fake.sam.lay(sample().toText().chopped(2));
    bench.reader.read();
    QTRY_COMPARE(bench.failures.size(), 2);
    QCOMPARE(bench.failures.last(), Code::ChipDamaged);
    QVERIFY(bench.cards.isEmpty());
}

void TestSdtReader::isCancelled()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    bench.reader.read();
    QTRY_VERIFY(bench.fake.count(sdt::findCard) > 0);
    bench.reader.cancel();
    QCOMPARE(bench.reader.state(), State::Ready);
    bench.reader.read(); // what is asked next is served
    bench.fake.lay(sample());
    QTRY_COMPARE(bench.cards.size(), 1);
    bench.reader.cancel(); // nothing to cancel
    QCOMPARE(bench.reader.state(), State::Ready);
    QVERIFY(bench.failures.isEmpty());
    QCOMPARE(bench.fake.count(sdt::readCard), 1);
}

void TestSdtReader::isUnpluggedAndComesBack()
{
    ReaderBench bench(quick);
    QVERIFY(bench.open());
    bench.fake.unplug();
    QTRY_COMPARE(bench.failures, Codes{Code::ReaderLost});
    QCOMPARE(bench.reader.state(), State::Absent);
    QVERIFY(bench.fake.plug());
    QTRY_COMPARE(bench.reader.state(), State::Ready);
    bench.fake.lay(sample());
    bench.reader.read();
    QTRY_COMPARE(bench.cards.size(), 1);
    QCOMPARE(bench.failures.size(), 1);
}

void TestSdtReader::isUnpluggedWhileItReads()
{
    ReaderBench bench;
    QVERIFY(bench.open());
    bench.reader.read();
    QTRY_VERIFY(bench.fake.count(sdt::findCard) > 0);
    bench.fake.unplug();
    QTRY_COMPARE(bench.failures, Codes{Code::ReaderLost});
    QCOMPARE(bench.reader.state(), State::Absent);
}

void TestSdtReader::isLookedForAgainAndToldOnce()
{
    ReaderBench bench(quick);
    QSignalSpy states(&bench.reader, &CardReader::stateChanged);
    bench.reader.open();
    QTRY_COMPARE(bench.failures, Codes{Code::ReaderAbsent});
    QCOMPARE(bench.reader.state(), State::Absent);
    bench.fake.fault = Fault::SelfTest;
    QVERIFY(bench.fake.plug());
    QTRY_COMPARE(bench.reader.state(), State::Failed);
    QTRY_VERIFY(bench.fake.count(sdt::samStatus) >= 3); // again and again
    QCOMPARE(bench.failures, (Codes{Code::ReaderAbsent, Code::ReaderSelfTest}));
    bench.fake.fault = Fault::None;
    QTRY_COMPARE(bench.reader.state(), State::Ready);
    QCOMPARE(bench.failures.size(), 2);
}

void TestSdtReader::isClosedWhileNothingAnswers()
{
    auto bench = std::make_unique<ReaderBench>(); // patient: seconds
    bench->fake.fault = Fault::Silent;
    QVERIFY(bench->fake.plug());
    bench->reader.open();
    QTRY_COMPARE(bench->fake.count(sdt::samStatus), 1);
    bench->reader.close();
    QCOMPARE(bench->reader.state(), State::Absent);
    bench->fake.fault = Fault::None;
    bench->reader.open();
    QTRY_COMPARE(bench->reader.state(), State::Ready);
    QVERIFY(bench->failures.isEmpty());
    bench->fake.fault = Fault::Silent;
    bench->reader.read();
    QTRY_COMPARE(bench->fake.count(sdt::findCard), 1);
    bench.reset(); // does not wait for the answer
}

void TestSdtReader::isNotReadBeforeItIsOpen()
{
    ReaderBench bench;
    bench.reader.read();
    QCOMPARE(bench.failures, Codes{Code::ReaderAbsent});
    QCOMPARE(bench.reader.state(), State::Absent);
}

void TestSdtReader::thePracticeReaderHasTheExpectedCard()
{
    PracticeReader reader(std::chrono::milliseconds(1));
    QList<ChipCard> cards;
    connect(&reader, &CardReader::cardRead, this, [&cards](const ChipCard &card) { cards << card; });
    reader.open();
    QTRY_COMPARE(reader.state(), State::Ready);
    QVERIFY(!reader.model().isEmpty());
    reader.read({.expected = sample()});
    QTRY_COMPARE(cards, QList{sample()});
    ChipCard other = sample();
    other.sex = u"2"_s;
    reader.read({.expected = other}); // no need to lift anything
    QTRY_COMPARE(cards.size(), 2);
    QCOMPARE(cards.last(), other);
    reader.layInstead(sample().toText());
    reader.read({.expected = other});
    QTRY_COMPARE(cards.size(), 3);
    QCOMPARE(cards.last(), sample());
    QCOMPARE(reader.state(), State::Ready);
}

QTEST_GUILESS_MAIN(TestSdtReader)
#include "tst_sdtreader.moc"

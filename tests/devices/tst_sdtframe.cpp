#include "devices/reader/sdtframe.h"

#include <QRandomGenerator>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The frames of a reader's security module, against the bytes that its makers publish.
class TestSdtFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreThePublishedOnes_data();
    void requestsAreThePublishedOnes();
    void answersAreThePublishedOnes_data();
    void answersAreThePublishedOnes();
    void comesInPieces();
    void dropsNoise_data();
    void dropsNoise();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();
    void findsTheNextAfterADamagedOne();
    void anyBytesAreSurvived();
    void saysTheNumberAsPrinted();
    void findsTheTextOfAChip();
    void refusalsAreNamed_data();
    void refusalsAreNamed();

private:
    static QByteArray bytes(const char *hex) { return QByteArray::fromHex(hex); }
    static QList<QByteArray> bodiesOf(const QByteArray &stream)
    {
        sdt::Decoder decoder;
        decoder.add(stream);
        QList<QByteArray> bodies;
        while (const auto body = decoder.next())
            bodies << *body;
        return bodies;
    }
};

void TestSdtFrame::requestsAreThePublishedOnes_data()
{
    QTest::addColumn<int>("command");
    QTest::addColumn<int>("parameter");
    QTest::addColumn<QByteArray>("published");

    QTest::newRow("reset") << 0x10 << 0xff << bytes("AAAAAA9669 0003 10 FF EC");
    QTest::newRow("status") << 0x11 << 0xff << bytes("AAAAAA9669 0003 11 FF ED");
    QTest::newRow("number") << 0x12 << 0xff << bytes("AAAAAA9669 0003 12 FF EE");
    QTest::newRow("find") << 0x20 << 0x01 << bytes("AAAAAA9669 0003 20 01 22");
    QTest::newRow("select") << 0x20 << 0x02 << bytes("AAAAAA9669 0003 20 02 21");
    QTest::newRow("read") << 0x30 << 0x01 << bytes("AAAAAA9669 0003 30 01 32");
    QTest::newRow("with fingers") << 0x30 << 0x10 << bytes("AAAAAA9669 0003 30 10 23");
}

void TestSdtFrame::requestsAreThePublishedOnes()
{
    QFETCH(int, command);
    QFETCH(int, parameter);
    QFETCH(QByteArray, published);
    QCOMPARE(sdt::request({quint8(command), quint8(parameter)}).toHex(), published.toHex());
}

void TestSdtFrame::answersAreThePublishedOnes_data()
{
    QTest::addColumn<QByteArray>("published");
    QTest::addColumn<int>("sw3");
    QTest::addColumn<qsizetype>("dataBytes");

    QTest::newRow("found") << bytes("AAAAAA9669 0008 00009F 00000000 97") << 0x9f << qsizetype(4);
    QTest::newRow("selected") << bytes("AAAAAA9669 000C 000090 0000000000000000 9C") << 0x90 << qsizetype(8);
    QTest::newRow("no card") << bytes("AAAAAA9669 0004 000080 84") << 0x80 << qsizetype(0);
    QTest::newRow("not selected") << bytes("AAAAAA9669 0004 000081 85") << 0x81 << qsizetype(0);
    QTest::newRow("not read") << bytes("AAAAAA9669 0004 000041 45") << 0x41 << qsizetype(0);
}

void TestSdtFrame::answersAreThePublishedOnes()
{
    QFETCH(QByteArray, published);
    QFETCH(int, sw3);
    QFETCH(qsizetype, dataBytes);
    const auto bodies = bodiesOf(published);
    QCOMPARE(bodies.size(), 1);
    const auto answer = sdt::Answer::parse(bodies.first());
    QVERIFY(answer);
    QCOMPARE(int(answer->sw3), sw3);
    QCOMPARE(answer->data.size(), dataBytes);
    QCOMPARE(sdt::frame(answer->toBody()).toHex(), published.toHex());
}

// One byte after the other: whole with the last, and not before.
void TestSdtFrame::comesInPieces()
{
    const QByteArray whole = sdt::frame(QByteArray("\0\0\x90", 3) + QByteArray(1284, 'x'));
    QCOMPARE(whole.size(), 1295); // as of a card that was read
    sdt::Decoder decoder;
    for (qsizetype at = 0; at < whole.size() - 1; ++at) {
        decoder.add(whole.mid(at, 1));
        QVERIFY(!decoder.next());
    }
    decoder.add(whole.last(1));
    const auto body = decoder.next();
    QVERIFY(body);
    QCOMPARE(body->size(), 1287);
    QVERIFY(!decoder.next());
}

void TestSdtFrame::dropsNoise_data()
{
    QTest::addColumn<QByteArray>("before");

    QTest::newRow("none") << QByteArray();
    QTest::newRow("a byte") << bytes("00");
    QTest::newRow("more of the preamble's first") << bytes("AAAA");
    QTest::newRow("a broken preamble") << bytes("AAAAAA96");
    QTest::newRow("noise of a plug") << bytes("00AAAA55FF");
    QTest::newRow("a preamble and nothing") << bytes("AAAAAA9669");
    QTest::newRow("a length of nothing") << bytes("AAAAAA9669 0000");
    QTest::newRow("a length that none has") << bytes("AAAAAA9669 FFFF");
}

void TestSdtFrame::dropsNoise()
{
    QFETCH(QByteArray, before);
    const QByteArray good = sdt::frame(QByteArray("\0\0\x9f", 3));
    const auto bodies = bodiesOf(before + good + before + good);
    // A preamble alone takes the next one's head for its length; the answer after it is found all the same.
    QVERIFY(!bodies.isEmpty());
    for (const QByteArray &body : bodies)
        QCOMPARE(body, QByteArray("\0\0\x9f", 3));
    QCOMPARE(bodies.size(), 2);
}

void TestSdtFrame::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("stream");
    QByteArray good = sdt::frame(QByteArray("\0\0\x90", 3) + "data");

    QTest::newRow("cut") << good.chopped(1);
    for (const qsizetype at : {qsizetype(0), qsizetype(4), qsizetype(5), qsizetype(6), qsizetype(7), good.size() - 1}) {
        QByteArray damaged = good;
        damaged[at] = char(damaged[at] ^ 1);
        QTest::addRow("byte %d", int(at)) << damaged;
    }
}

void TestSdtFrame::refusesWhatIsDamaged()
{
    QFETCH(QByteArray, stream);
    QVERIFY(bodiesOf(stream).isEmpty());
    QCOMPARE(bodiesOf(sdt::frame(QByteArray("\0\0\x90", 3) + "data")).size(), 1); // the control
}

void TestSdtFrame::findsTheNextAfterADamagedOne()
{
    QByteArray damaged = sdt::frame(QByteArray("\0\0\x90", 3) + "first");
    damaged.back() = char(damaged.back() ^ 0x40);
    const QByteArray good = sdt::frame(QByteArray("\0\0\x90", 3) + "second");
    const auto bodies = bodiesOf(damaged + good);
    QCOMPARE(bodies.size(), 1);
    QVERIFY(bodies.first().endsWith("second"));
    // One in the data of another that is good belongs to it.
    QCOMPARE(bodiesOf(sdt::frame(QByteArray("\0\0\x90", 3) + good)).size(), 1);
}

// Nothing is read beyond the end, nothing hangs, and what is good at the end is found.
void TestSdtFrame::anyBytesAreSurvived()
{
    QRandomGenerator dice(20261128);
    const QByteArray good = sdt::frame(QByteArray("\0\0\x90", 3) + "good");
    for (int round = 0; round < 3000; ++round) {
        QByteArray stream;
        for (int part = dice.bounded(6); part >= 0; --part) {
            QByteArray piece = dice.bounded(2) ? good : bytes("AAAAAA9669").left(dice.bounded(6));
            for (int byte = dice.bounded(12); byte > 0; --byte)
                piece += char(dice.bounded(256));
            if (!piece.isEmpty() && dice.bounded(2))
                piece[dice.bounded(int(piece.size()))] = char(dice.bounded(256));
            stream += piece;
        }
        sdt::Decoder decoder;
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype length = 1 + dice.bounded(40);
            decoder.add(stream.mid(at, length));
            at += length;
            while (decoder.next()) { }
        }
        decoder.clear(); // as a time-out does
        decoder.add(good);
        const auto body = decoder.next();
        QVERIFY(body && body->endsWith("good"));
    }
}

void TestSdtFrame::saysTheNumberAsPrinted()
{
    QCOMPARE(sdt::numberText(bytes("050003000229350187D61200C0340E35")), u"05.03-20261122-0001234567-0890123456"_s);
    QVERIFY(sdt::numberText(bytes("0500")).isEmpty());
    QVERIFY(sdt::numberText(QByteArray(17, '\0')).isEmpty());
}

void TestSdtFrame::findsTheTextOfAChip()
{
    const QByteArray text(256, 't');
    const QByteArray photo(1024, 'p');
    QCOMPARE(*sdt::chipText(bytes("01000400") + text + photo), text);
    for (const QByteArray &bad : {QByteArray(), bytes("0100"), bytes("01000400") + text,
                                  bytes("01000400") + text + photo + 'x', bytes("00FF0400") + text.chopped(1) + photo})
        QCOMPARE(sdt::chipText(bad).error().code, Error::Code::ChipDamaged);
}

void TestSdtFrame::refusalsAreNamed_data()
{
    QTest::addColumn<int>("sw3");
    QTest::addColumn<Error::Code>("found");
    QTest::addColumn<Error::Code>("selected");
    QTest::addColumn<Error::Code>("wasRead");
    using Code = Error::Code;
    const auto same = [](Code code) { return std::array{code, code, code}; };
    const auto row = [](const char *name, int sw3, const std::array<Code, 3> &codes) {
        QTest::newRow(name) << sw3 << codes[0] << codes[1] << codes[2];
    };
    row("checksum", 0x10, same(Code::ReaderDisturbed));
    row("length", 0x11, same(Code::ReaderDisturbed));
    row("command", 0x21, same(Code::ReaderFailed));
    row("card refuses", 0x31, same(Code::ChipRefused));
    row("reader refuses", 0x32, same(Code::ChipRefused));
    row("self-test", 0x60, same(Code::ReaderSelfTest));
    row("not authorised", 0x66, same(Code::ReaderUnauthorised));
    row("data check", 0x33, {Code::ReaderFailed, Code::CardNotSelected, Code::ChipNotRead});
    row("wrong kind", 0x40, {Code::ReaderFailed, Code::CardNotSelected, Code::ChipNotRead});
    row("read", 0x41, {Code::ReaderFailed, Code::CardNotSelected, Code::ChipNotRead});
    row("no card", 0x80, {Code::ReaderFailed, Code::CardNotSelected, Code::ChipNotRead});
    row("select", 0x81, {Code::ReaderFailed, Code::CardNotSelected, Code::ChipNotRead});
}

void TestSdtFrame::refusalsAreNamed()
{
    QFETCH(int, sw3);
    QFETCH(Error::Code, found);
    QFETCH(Error::Code, selected);
    QFETCH(Error::Code, wasRead);
    const sdt::Answer answer{.sw1 = 0x90, .sw3 = quint8(sw3)};
    QCOMPARE(sdt::refusal(answer, sdt::findCard).code, found);
    QCOMPARE(sdt::refusal(answer, sdt::selectCard).code, selected);
    QCOMPARE(sdt::refusal(answer, sdt::readCard).code, wasRead);
    QCOMPARE(sdt::refusal(answer, sdt::readCard).detail, u"SW 90 00 %1"_s.arg(sw3, 2, 16, QChar(u'0')));
}

QTEST_APPLESS_MAIN(TestSdtFrame)
#include "tst_sdtframe.moc"

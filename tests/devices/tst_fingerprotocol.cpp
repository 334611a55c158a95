#include "devices/fingerd/fingerprotocol.h"

#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace idcounter::fingerd;
using namespace Qt::StringLiterals;

class TestFingerProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesEveryMessage_data();
    void carriesEveryMessage();
    void waitsForTheRestOfAMessage_data();
    void waitsForTheRestOfAMessage();
    void refusesAMessageThatIsCut_data();
    void refusesAMessageThatIsCut();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void cutsLongTextsBetweenCharacters();
    void survivesFlippedBits();
};

Q_DECLARE_METATYPE(Message)

static const QList<Message> everyMessage{
    Hello{Station::Practice},
    DeviceAdded{.device = 7, .driver = u"uru4000"_s, .model = u"指纹仪 U.are.U"_s, .id = {}},
    DeviceRemoved{7},
    Enumerated{},
    Opened{7},
    Closed{7},
    FingerStatus{.needed = true, .present = false},
    Image{.press = 9, .width = 3, .height = 2, .dotsPerCentimetre = 197, .grey = "abcdef"},
    Retry{9, RetryReason::CenterFinger},
    Disarmed{9},
    Failure{.action = Action::Capture, .number = 9, .domain = u"d"_s, .code = -257, .text = u"too hot"_s},
    Pong{},
    Open{7},
    Close{},
    Arm{0xffffffff},
    Disarm{},
    Ping{},
};

static void everyMessageAsRows()
{
    QTest::addColumn<Message>("message");
    for (const Message &message : everyMessage)
        QTest::addRow("type %d", int(message.index())) << message;
}

static QByteArray frame(const QByteArray &body)
{
    QByteArray length(4, '\0');
    qToBigEndian(static_cast<quint32>(body.size()), length.data());
    return length + body;
}

static Decoder::Fault faultOf(const QByteArray &bytes)
{
    Decoder decoder;
    decoder.append(bytes);
    while (decoder.next()) { }
    return decoder.fault();
}

void TestFingerProtocol::carriesEveryMessage_data()
{
    QCOMPARE(everyMessage.size(), qsizetype(std::variant_size_v<Message>));
    everyMessageAsRows();
}

void TestFingerProtocol::carriesEveryMessage()
{
    QFETCH(Message, message);
    Decoder decoder;
    decoder.append(encode(message) + encode(Ping{}));
    QVERIFY(decoder.next() == message);
    QVERIFY(decoder.next() == Message(Ping{}));
    QVERIFY(!decoder.next());
    QCOMPARE(decoder.fault(), Decoder::Fault::None);
}

void TestFingerProtocol::waitsForTheRestOfAMessage_data()
{
    everyMessageAsRows();
}

void TestFingerProtocol::waitsForTheRestOfAMessage()
{
    QFETCH(Message, message);
    const QByteArray bytes = encode(message);
    Decoder decoder;
    for (qsizetype i = 0; i < bytes.size() - 1; ++i) {
        decoder.append(bytes.sliced(i, 1));
        QVERIFY(!decoder.next());
        QCOMPARE(decoder.fault(), Decoder::Fault::None);
    }
    decoder.append(bytes.last(1));
    QVERIFY(decoder.next() == message);
}

void TestFingerProtocol::refusesAMessageThatIsCut_data()
{
    everyMessageAsRows();
}

void TestFingerProtocol::refusesAMessageThatIsCut()
{
    QFETCH(Message, message);
    const QByteArray body = encode(message).sliced(4);
    QCOMPARE(faultOf(frame(body)), Decoder::Fault::None);
    for (qsizetype length = 0; length < body.size(); ++length)
        QVERIFY2(faultOf(frame(body.first(length))) != Decoder::Fault::None, qPrintable(QString::number(length)));
    QVERIFY(faultOf(frame(body + 'x')) != Decoder::Fault::None);
}

void TestFingerProtocol::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fault");

    const QByteArray image = encode(everyMessage[7]);
    const auto changed = [](QByteArray bytes, qsizetype at, char value) {
        bytes[at] = value;
        return bytes;
    };
    QTest::newRow("nothing") << QByteArray() << u"None"_s;
    QTest::newRow("4 GB") << QByteArray("\xff\xff\xff\xff") << u"TooLong"_s;
    QTest::newRow("one byte too long") << QByteArray("\x00\x3d\x09\x41", 4) << u"TooLong"_s;
    QTest::newRow("just not too long") << QByteArray("\x00\x3d\x09\x40", 4) << u"None"_s;
    QTest::newRow("empty") << frame({}) << u"TooShort"_s;
    QTest::newRow("version only") << frame("\x01") << u"TooShort"_s;
    QTest::newRow("next version") << frame("\x02\x0b") << u"VersionUnknown"_s;
    QTest::newRow("type") << frame(QByteArray("\x01\x11", 2)) << u"TypeUnknown"_s;
    QTest::newRow("number missing") << frame(QByteArray("\x01\x02\x00\x00\x00", 5)) << u"FieldMissing"_s;
    QTest::newRow("bytes left over") << frame(QByteArray("\x01\x10x", 3)) << u"BytesLeftOver"_s;
    QTest::newRow("no such station") << frame(QByteArray("\x01\x00\x03", 3)) << u"FieldInvalid"_s;
    QTest::newRow("no such reason") << frame(QByteArray("\x01\x08\0\0\0\1\4", 7)) << u"FieldInvalid"_s;
    QTest::newRow("neither true nor false") << frame(QByteArray("\x01\x06\x01\x02", 4)) << u"FieldInvalid"_s;
    QTest::newRow("not UTF-8") << frame(QByteArray("\x01\x01\0\0\0\1\0\1\xff\0\0\0\0", 13)) << u"FieldInvalid"_s;
    QTest::newRow("text longer than the message")
        << frame(QByteArray("\x01\x01\0\0\0\1\0\x09x\0\0\0\0", 13)) << u"FieldMissing"_s;
    QTest::newRow("text too long") << frame(QByteArray("\x01\x01\0\0\0\1\xff\xff", 8) + QByteArray(0xffff, 'x'))
                                   << u"FieldInvalid"_s;
    QTest::newRow("image wider than it is") << changed(image, 11, 4) << u"FieldInvalid"_s;
    QTest::newRow("image of no width") << changed(image, 11, 0) << u"FieldInvalid"_s;
}

void TestFingerProtocol::namesWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, fault);
    QCOMPARE(name(faultOf(bytes)), fault);
    // Whatever follows is not believed any more.
    if (fault != u"None"_s)
        QCOMPARE(name(faultOf(bytes + encode(Ping{}))), fault);
}

void TestFingerProtocol::cutsLongTextsBetweenCharacters()
{
    Decoder decoder;
    decoder.append(encode(DeviceAdded{.device = 1, .driver = {}, .model = QString(100, u'指'), .id = {}}));
    const auto message = decoder.next();
    QVERIFY(message);
    QCOMPARE(std::get<DeviceAdded>(*message).model, QString(66, u'指'));
}

// A flipped bit may make another valid message, but never one that is out of bounds, and never a crash.
void TestFingerProtocol::survivesFlippedBits()
{
    QByteArray stream;
    for (const Message &message : everyMessage)
        stream += encode(message);
    QRandomGenerator random(2024);
    int faults = 0;
    for (int round = 0; round < 1000; ++round) {
        QByteArray damaged = stream;
        for (int flips = random.bounded(1, 4); flips > 0; --flips) {
            const qsizetype at = random.bounded(damaged.size());
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << random.bounded(8)));
        }
        Decoder decoder;
        for (qsizetype at = 0; at < damaged.size();) {
            const qsizetype size = qMin<qsizetype>(random.bounded(1, 40), damaged.size() - at);
            decoder.append(damaged.sliced(at, size));
            at += size;
            while (const auto message = decoder.next()) {
                Decoder again;
                again.append(encode(*message));
                QVERIFY(again.next() == message);
            }
        }
        faults += decoder.fault() == Decoder::Fault::None ? 0 : 1;
    }
    QVERIFY(faults > 300);
}

QTEST_APPLESS_MAIN(TestFingerProtocol)
#include "tst_fingerprotocol.moc"

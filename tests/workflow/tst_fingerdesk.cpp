#include "app/workflow/fingerdesk.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practicescanner.h"
#include "tests/support/practicecounter.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The finger step on the real scanner library, with drawn fingers: which finger is pressed is decided by the test.
struct FingerBench
{
    PracticeCounter station;
    std::function<QImage(const CaptureRequest &)> next; // the citizen
    std::unique_ptr<PracticeScanner> scanner;
    std::unique_ptr<WalkIn> walkIn;
    std::unique_ptr<FingerDesk> desk;

    static QImage press(quint64 finger, int number, PressKind kind = PressKind::Ordinary)
    {
        static QMap<quint64, std::shared_ptr<PracticeFinger>> fingers;
        if (!fingers.contains(finger))
            fingers.insert(finger, std::make_shared<PracticeFinger>(finger));
        return fingers[finger]->impression(number, kind);
    }

    bool open()
    {
        if (!station.open())
            return false;
        Draft draft = station.renewal();
        draft.fingers.clear();
        walkIn = std::make_unique<WalkIn>(station.counter(), draft, station.household);
        scanner = std::make_unique<PracticeScanner>(
            QStringLiteral(IDCOUNTER_FINGERD),
            PracticeScanner::Finger{.next = [this](const CaptureRequest &request) { return next(request); },
                                    .delay = {}},
            QDateTime::currentDateTimeUtc);
        scanner->open();
        desk = std::make_unique<FingerDesk>(*walkIn, *scanner);
        return QTest::qWaitFor([this] { return scanner->state() == FingerprintScanner::State::Ready; }, 15000);
    }

    bool waitFor(FingerDesk::State state) const
    {
        return QTest::qWaitFor([this, state] { return desk->state() == state; }, 20000);
    }
};

class TestFingerDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTwoFingers();
    void findsAForeignPress();
    void findsTheSameFingerTwice();
    void offersTheNextFingerAfterManyTries();
    void goesOnWhereItStood();
    void needsAReasonToGiveUp();
};

void TestFingerDesk::takesTwoFingers()
{
    FingerBench bench;
    QVERIFY(bench.open());
    QStringList asked;
    bench.next = [&asked](const CaptureRequest &request) {
        asked << request.finger;
        return FingerBench::press(request.finger.toULongLong(), int(asked.size()));
    };
    bench.desk->begin();
    QTRY_VERIFY_WITH_TIMEOUT(
        bench.desk->state() == FingerDesk::State::Done || bench.desk->state() == FingerDesk::State::Refused, 30000);
    QCOMPARE(bench.desk->state(), FingerDesk::State::Done);
    QCOMPARE(asked, (QStringList{u"11"_s, u"11"_s, u"11"_s, u"11"_s, u"16"_s, u"16"_s, u"16"_s, u"16"_s}));
    const QList<FingerRecord> &fingers = bench.walkIn->draft().fingers;
    QCOMPARE(fingers.size(), 2);
    for (const FingerRecord &finger : fingers) {
        QVERIFY(finger.verified);
        QCOMPARE(finger.presses.size(), pressesPerFinger);
        QVERIFY(!finger.fingerTemplate.isNull());
        QVERIFY(finger.quality > 0);
        QCOMPARE(finger.attempts, 4);
        QVERIFY(!finger.device.isEmpty());
    }
    QVERIFY(bench.walkIn->stateOf(StepId::Fingers).isDone());

    // The images are kept without a loss.
    std::optional<QList<Capture>> images;
    QObject asker;
    bench.station.store.read(
        &asker,
        [id = bench.walkIn->draft().id](Repositories &repositories) {
            return repositories.captures.ofCase(id, CaptureKind::FingerImage);
        },
        [&](const Result<QList<Capture>> &found) { images = found ? *found : QList<Capture>(); });
    QTRY_VERIFY(images);
    QCOMPARE(images->size(), 6);
    const QImage pressed = FingerBench::press(11, 1);
    const bool kept = std::any_of(images->begin(), images->end(), [&pressed](const Capture &image) {
        return QImage::fromData(image.bytes).convertedTo(QImage::Format_Grayscale8) == pressed;
    });
    QVERIFY(kept);
}

// Another finger in the middle is found; two in a row begin the finger anew.
void TestFingerDesk::findsAForeignPress()
{
    FingerBench bench;
    QVERIFY(bench.open());
    int press = 0;
    bench.next = [&press](const CaptureRequest &) {
        ++press;
        return FingerBench::press(press == 1 ? 11 : 999, press);
    };
    bench.desk->begin();
    QVERIFY(bench.waitFor(FingerDesk::State::Refused));
    QCOMPARE(bench.desk->message(), Error::Code::FingerDisagrees);
    QCOMPARE(bench.desk->presses(), 1); // the first still counts
    bench.desk->again();
    QTRY_COMPARE_WITH_TIMEOUT(bench.desk->presses(), 0, 20000);
    QCOMPARE(bench.desk->message(), Error::Code::FingerDisagrees);
    QVERIFY(bench.walkIn->draft().fingers.isEmpty());
}

void TestFingerDesk::findsTheSameFingerTwice()
{
    FingerBench bench;
    QVERIFY(bench.open());
    int press = 0;
    bench.next = [&press](const CaptureRequest &) { return FingerBench::press(11, ++press); };
    bench.desk->begin();
    QVERIFY(bench.waitFor(FingerDesk::State::Refused));
    QCOMPARE(bench.desk->finger()->code, u"16"_s);
    QCOMPARE(bench.desk->message(), Error::Code::FingerTwice);
    QCOMPARE(bench.desk->presses(), 0);
}

void TestFingerDesk::offersTheNextFingerAfterManyTries()
{
    FingerBench bench;
    QVERIFY(bench.open());
    int press = 0;
    bench.next = [&press](const CaptureRequest &) { return FingerBench::press(11, ++press, PressKind::Partial); };
    bench.desk->begin();
    for (int i = 0; i < 10 && bench.desk->state() != FingerDesk::State::Offered; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(bench.desk->state() == FingerDesk::State::Refused
                                     || bench.desk->state() == FingerDesk::State::Offered,
                                 20000);
        QVERIFY(bench.desk->message());
        if (bench.desk->state() == FingerDesk::State::Refused)
            bench.desk->again();
    }
    QCOMPARE(bench.desk->state(), FingerDesk::State::Offered);
    bench.next = [](const CaptureRequest &) { return QImage(); };
    bench.desk->giveUp(FingerResult::Failed, u"scar"_s);
    QCOMPARE(bench.desk->finger()->code, u"12"_s);
    QVERIFY(bench.walkIn->draft().hasExceptions());
}

// A finger that was begun is gone on with after the case was closed and opened again.
void TestFingerDesk::goesOnWhereItStood()
{
    FingerBench bench;
    QVERIFY(bench.open());
    int press = 0;
    bench.next = [&press](const CaptureRequest &) { return ++press <= 2 ? FingerBench::press(11, press) : QImage(); };
    bench.desk->begin();
    QTRY_COMPARE_WITH_TIMEOUT(bench.desk->presses(), 2, 20000);
    bench.desk = std::make_unique<FingerDesk>(*bench.walkIn, *bench.scanner);
    bench.desk->begin();
    QTRY_COMPARE_WITH_TIMEOUT(bench.desk->presses(), 2, 20000);
    QCOMPARE(bench.desk->finger()->code, u"11"_s);
}

void TestFingerDesk::needsAReasonToGiveUp()
{
    FingerBench bench;
    QVERIFY(bench.open());
    bench.next = [](const CaptureRequest &) { return QImage(); };
    bench.desk->begin();
    QVERIFY(bench.waitFor(FingerDesk::State::Waiting));
    QSignalSpy failed(bench.desk.get(), &FingerDesk::failed);
    bench.desk->giveUp(FingerResult::NotRegistered, u" "_s);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::FingerReasonMissing);
    for (int i = 0; i < 10; ++i)
        bench.desk->giveUp(FingerResult::NotRegistered, u"hands missing"_s);
    QCOMPARE(bench.desk->state(), FingerDesk::State::Done);
    QCOMPARE(bench.walkIn->draft().fingers.size(), 10);
    QVERIFY(bench.walkIn->stateOf(StepId::Fingers).isDone()); // nobody is refused a card for lack of fingers
}

QTEST_MAIN(TestFingerDesk)
#include "tst_fingerdesk.moc"

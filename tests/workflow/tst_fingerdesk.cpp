#include "app/workflow/fingerdesk.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practicescanner.h"
#include "tests/support/patientscanner.h"
#include "tests/support/practicecounter.h"

#include <QPainter>
#include <QSignalSpy>

#include <csignal>
#include <sys/types.h>

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
    void aForeignConfirmingPressIsFound();
    void isOfferedTheNextFingerAfterFiveTries();
    void keepsItsPressesWhenTheScannerGoes_data();
    void keepsItsPressesWhenTheScannerGoes();
    void keepsItsPressesWhenTheHelperDies();
    void heatIsNoAnswerAboutTheFinger();
    void beginsAFingerAnewOnAnotherModel();
    void aDamagedPressIsTakenAnew();
    void aSecondPressOfAFingerTakenAlreadyIsFound();
    void saysThatFingersWereMixedUp();
    void aDamagedPrintOfAnEarlierCaseIsSaidAndMarked_data();
    void aDamagedPrintOfAnEarlierCaseIsSaidAndMarked();
    void takesPressesOfAnotherSize_data();
    void takesPressesOfAnotherSize();
    void anotherSizeIsNoExcuse();
    void countsARefusalOnce();
    void aPressForSomebodyElseDoesNotCount();
};

// A finger desk at a scanner that does what the test says.
struct PatientBench
{
    PracticeCounter station;
    PatientScanner scanner;
    std::unique_ptr<WalkIn> walkIn;
    std::unique_ptr<FingerDesk> desk;
    int number = 0;

    bool open()
    {
        if (!station.open())
            return false;
        Draft draft = station.renewal();
        draft.fingers.clear();
        walkIn = std::make_unique<WalkIn>(station.counter(), draft, station.household);
        return begin();
    }

    bool begin()
    {
        desk = std::make_unique<FingerDesk>(*walkIn, scanner);
        scanner.open();
        desk->begin();
        return QTest::qWaitFor([this] { return scanner.state() == FingerprintScanner::State::Armed; });
    }

    // Presses, and waits until it was judged.
    bool press(quint64 finger) { return press(FingerBench::press(finger, ++number)); }
    bool press(const QImage &impression)
    {
        scanner.press(impression);
        return QTest::qWaitFor([this] { return desk->state() != FingerDesk::State::Judging; }, 20000)
            && QTest::qWaitFor([this] { return desk->state() != FingerDesk::State::Judging; }, 20000);
    }

    bool enrol(quint64 finger)
    {
        const int before = int(walkIn->draft().fingers.size());
        for (int i = 0; i < 4; ++i) {
            const int presses = desk->presses();
            if (!press(finger)
                || !QTest::qWaitFor([&] { return desk->presses() != presses || desk->isVerifying() != (i == 3); },
                                    5000))
                return false;
        }
        return QTest::qWaitFor(
            [&] {
                const auto &fingers = walkIn->draft().fingers;
                return fingers.size() > before && fingers.last().verified;
            },
            5000);
    }
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

// Three presses of one finger, and another one to confirm them: that is not the finger. Twice, and it is begun anew.
void TestFingerDesk::aForeignConfirmingPressIsFound()
{
    PatientBench bench;
    QVERIFY(bench.open());
    for (int presses = 1; presses <= 3; ++presses) {
        QVERIFY(bench.press(11));
        QTRY_COMPARE(bench.desk->presses(), presses);
        QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    }
    QVERIFY(bench.press(999));
    QTRY_COMPARE(bench.desk->state(), FingerDesk::State::Refused);
    QCOMPARE(bench.desk->message(), Error::Code::FingerNotVerified);
    QCOMPARE(bench.desk->presses(), 3);
    bench.desk->again();
    QVERIFY(bench.press(999));
    QTRY_COMPARE(bench.desk->presses(), 0);
    QVERIFY(bench.walkIn->draft().fingers.isEmpty());
}

void TestFingerDesk::isOfferedTheNextFingerAfterFiveTries()
{
    PatientBench bench;
    QVERIFY(bench.open());
    for (int tries = 1; tries <= 5; ++tries) {
        QCOMPARE(bench.desk->triesLeft(), 6 - tries);
        bench.scanner.say(Error::Code::FingerTooShort);
        QCOMPARE(bench.desk->state(), tries < 5 ? FingerDesk::State::Refused : FingerDesk::State::Offered);
        if (tries == 3) { // who leaves the page and comes back has not more tries
            bench.desk->pause();
            bench.desk->begin();
        } else if (tries < 5) {
            bench.desk->again();
        }
        QTRY_VERIFY(tries == 5 || bench.scanner.state() == FingerprintScanner::State::Armed);
    }
    QCOMPARE(bench.desk->attempts(), 5);
}

void TestFingerDesk::keepsItsPressesWhenTheScannerGoes_data()
{
    QTest::addColumn<FingerprintScanner::State>("state");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("unplugged") << FingerprintScanner::State::Absent << Error::Code::ScannerLost;
    QTest::newRow("helper silent") << FingerprintScanner::State::Restarting << Error::Code::ScannerSilent;
    QTest::newRow("broken") << FingerprintScanner::State::Failed << Error::Code::ScannerFailed;
}

void TestFingerDesk::keepsItsPressesWhenTheScannerGoes()
{
    QFETCH(FingerprintScanner::State, state);
    QFETCH(Error::Code, code);
    PatientBench bench;
    QVERIFY(bench.open());
    for (int presses = 1; presses <= 2; ++presses) {
        QVERIFY(bench.press(11));
        QTRY_COMPARE(bench.desk->presses(), presses);
        QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    }
    const int attempts = bench.desk->attempts();
    QSignalSpy failed(bench.desk.get(), &FingerDesk::failed);
    bench.scanner.fail(state, code);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(bench.desk->presses(), 2);
    QCOMPARE(bench.walkIn->draft().fingers.first().presses.size(), 2);
    QVERIFY(!bench.desk->message());
    QCOMPARE(bench.desk->attempts(), attempts);
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed); // for the same finger
    QCOMPARE(bench.scanner.armed.last(), u"11"_s);
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->presses(), 3);
}

void TestFingerDesk::keepsItsPressesWhenTheHelperDies()
{
    FingerBench bench;
    QVERIFY(bench.open());
    int press = 0;
    bench.next = [&press](const CaptureRequest &request) {
        return press < 2 ? FingerBench::press(request.finger.toULongLong(), ++press) : QImage();
    };
    bench.desk->begin();
    QTRY_COMPARE_WITH_TIMEOUT(bench.desk->presses(), 2, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(bench.scanner->state(), FingerprintScanner::State::Armed, 20000);
    bench.next
        = [&press](const CaptureRequest &request) { return FingerBench::press(request.finger.toULongLong(), ++press); };
    QVERIFY(::kill(pid_t(bench.scanner->processId()), SIGKILL) == 0);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.walkIn->draft().fingers.isEmpty() && bench.walkIn->draft().fingers.first().verified,
                             30000);
    QCOMPARE(bench.walkIn->draft().fingers.first().presses.size(), 3);
}

// Too hot is never "no match", costs no try, and the clerk asks again.
void TestFingerDesk::heatIsNoAnswerAboutTheFinger()
{
    PatientBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    const int attempts = bench.desk->attempts();
    bench.scanner.fail(FingerprintScanner::State::Cooling, Error::Code::ScannerHot);
    QVERIFY(!bench.desk->message());
    QCOMPARE(bench.desk->attempts(), attempts);
    QCOMPARE(bench.desk->presses(), 1);
    QCOMPARE(bench.desk->state(), FingerDesk::State::Idle);
    bench.scanner.open(); // cool again
    QCOMPARE(bench.scanner.state(), FingerprintScanner::State::Ready); // and not armed by itself
    bench.desk->again();
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->presses(), 2);
}

void TestFingerDesk::beginsAFingerAnewOnAnotherModel()
{
    PatientBench bench;
    QVERIFY(bench.open());
    for (int presses = 1; presses <= 2; ++presses) {
        QVERIFY(bench.press(11));
        QTRY_COMPARE(bench.desk->presses(), presses);
    }
    bench.scanner.fail(FingerprintScanner::State::Absent, Error::Code::ScannerLost);
    bench.scanner.name = u"another"_s;
    bench.scanner.open();
    QTRY_COMPARE(bench.scanner.state(), FingerprintScanner::State::Armed);
    QCOMPARE(bench.desk->presses(), 0);
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.walkIn->draft().fingers.size(), 1);
    QCOMPARE(bench.walkIn->draft().fingers.first().device, u"another"_s);
    QCOMPARE(bench.walkIn->draft().fingers.first().presses.size(), 1);
}

// A press that was altered where it lies: its finger is taken anew, the other stays, and the same finger twice is still found.
void TestFingerDesk::aDamagedPressIsTakenAnew()
{
    PatientBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.enrol(11));
    QVERIFY(bench.enrol(16));
    QTRY_COMPARE(bench.desk->state(), FingerDesk::State::Done);
    bool changed = false;
    QObject asker;
    const QUuid press = bench.walkIn->draft().fingers.first().presses.first();
    bench.station.store.write(
        &asker,
        [press](Repositories &repositories) {
            return Statement(repositories.database.connection(),
                             u"UPDATE capture SET sealed = zeroblob(64) WHERE id = ?"_s)
                .with({press.toString(QUuid::WithoutBraces)})
                .run();
        },
        [&changed](const Result<void> &done) { changed = bool(done); });
    QTRY_VERIFY(changed);
    bench.scanner.armed.clear();
    bench.desk = std::make_unique<FingerDesk>(*bench.walkIn, bench.scanner);
    QSignalSpy failed(bench.desk.get(), &FingerDesk::failed);
    bench.desk->begin();
    QTRY_COMPARE(bench.scanner.armed, QStringList{u"11"_s});
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RecordAltered);
    QCOMPARE(bench.walkIn->draft().fingers.size(), 1);
    QVERIFY(bench.press(16));
    QTRY_COMPARE(bench.desk->message(), Error::Code::FingerTwice);
}

// Not only the first press of a finger is compared with the others.
void TestFingerDesk::aSecondPressOfAFingerTakenAlreadyIsFound()
{
    PatientBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.enrol(11));
    QTRY_COMPARE(bench.scanner.armed.last(), u"16"_s);
    QVERIFY(bench.press(16));
    QTRY_COMPARE(bench.desk->presses(), 1);
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->message(), Error::Code::FingerTwice);
    QCOMPARE(bench.desk->presses(), 1);
}

// An earlier case of the citizen of the practice renewal, with the prints of these fingers under these codes.
static bool acceptEarlier(PracticeCounter &station, const QList<std::pair<QString, int>> &fingers)
{
    Draft earlier = station.renewal();
    earlier.photo.reset();
    earlier.fingers.clear();
    const Counter counter = station.counter();
    bool accepted = false;
    QObject asker;
    station.store.write(
        &asker,
        [earlier, fingers, counter](Repositories &repositories) -> Result<Case> {
            Draft form = earlier;
            for (const auto &[code, finger] : fingers) {
                const Capture capture{.id = QUuid::createUuid(),
                                      .caseId = form.id,
                                      .kind = CaptureKind::FingerTemplate,
                                      .bytes = FingerTemplate({*extract(FingerBench::press(quint64(finger), 50)),
                                                               *extract(FingerBench::press(quint64(finger), 51))})
                                                   .toBytes()};
                if (auto result = repositories.captures.put(capture, counter.stamp()); !result)
                    return result.error();
                form.fingers << FingerRecord{.finger = code, .fingerTemplate = capture.id, .verified = true};
            }
            return repositories.acceptance.accept(
                {.form = form,
                 .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = CaseState::Closed},
                 .day = counter.today(),
                 .station = counter.station,
                 .device = counter.device,
                 .stamp = counter.stamp(),
                 .holder = counter.holder});
        },
        [&accepted](const Result<Case> &done) { accepted = bool(done); });
    return QTest::qWaitFor([&accepted] { return accepted; });
}

static std::unique_ptr<WalkIn> nextCase(PracticeCounter &station)
{
    Draft draft = station.renewal();
    draft.id = QUuid::createUuid();
    draft.fingers.clear();
    return std::make_unique<WalkIn>(station.counter(), draft, station.household);
}

// An earlier case of the citizen knows this finger as the left thumb: said once, then taken.
void TestFingerDesk::saysThatFingersWereMixedUp()
{
    PatientBench bench;
    QVERIFY(bench.station.open());
    QVERIFY(acceptEarlier(bench.station, {{u"11"_s, 16}, {u"16"_s, 11}}));
    bench.walkIn = nextCase(bench.station);
    QVERIFY(bench.begin());
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->message(), Error::Code::FingerSwapped);
    QCOMPARE(bench.desk->presses(), 0);
    bench.desk->again();
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->presses(), 1); // the earlier case may have been the wrong one
}

void TestFingerDesk::aDamagedPrintOfAnEarlierCaseIsSaidAndMarked_data()
{
    QTest::addColumn<QString>("damage"); // of the right thumb's row
    QTest::addColumn<bool>("told");
    QTest::newRow("whole") << QString() << false;
    QTest::newRow("altered") << u"sealed = zeroblob(length(sealed))"_s << true;
    QTest::newRow("cut") << u"sealed = substr(sealed, 1, length(sealed) - 1)"_s << true;
    QTest::newRow("of another row") << u"sealed = (SELECT c.sealed FROM capture c WHERE c.id <> capture.id)"_s << true;
}

// It is said once and marked once, the finger that is whole is still compared with.
void TestFingerDesk::aDamagedPrintOfAnEarlierCaseIsSaidAndMarked()
{
    QFETCH(QString, damage);
    QFETCH(bool, told);
    PatientBench bench;
    QVERIFY(bench.station.open());
    QVERIFY(acceptEarlier(bench.station, {{u"16"_s, 11}, {u"11"_s, 12}}));
    QObject asker;
    if (!damage.isEmpty()) {
        bool changed = false;
        bench.station.store.write(
            &asker,
            [damage](Repositories &repositories) {
                return Statement(repositories.database.connection(),
                                 u"UPDATE capture SET %1 WHERE rowid = (SELECT max(rowid) FROM capture)"_s.arg(damage))
                    .run();
            },
            [&changed](const Result<void> &done) { changed = bool(done); });
        QTRY_VERIFY(changed);
    }
    bench.scanner.open();
    for (int time = 1; time <= 2; ++time) {
        if (bench.desk)
            bench.desk->pause();
        bench.walkIn = nextCase(bench.station);
        bench.desk = std::make_unique<FingerDesk>(*bench.walkIn, bench.scanner);
        QSignalSpy failed(bench.desk.get(), &FingerDesk::failed);
        bench.scanner.armed.clear();
        bench.desk->begin();
        QTRY_COMPARE(bench.scanner.armed, QStringList{u"11"_s});
        QCOMPARE(failed.count(), told ? 1 : 0);
        if (told)
            QCOMPARE(failed.first().first().value<Error>().code, Error::Code::TemplateDamaged);
    }
    QVERIFY(bench.press(11)); // which the earlier case has as the left thumb
    QTRY_COMPARE(bench.desk->message(), Error::Code::FingerSwapped);
    std::optional<QList<AuditEntry>> marks;
    bench.station.store.read(
        &asker, [](Repositories &repositories) { return repositories.journal.audits(u"template-damaged"_s, 10); },
        [&marks](const Result<QList<AuditEntry>> &found) { marks = *found; });
    QTRY_VERIFY(marks);
    QCOMPARE(marks->size(), told ? 1 : 0);
}

// What a plate of that size would have seen of the press.
static QImage onPlate(const QImage &press, QSize size)
{
    QImage plate(size, QImage::Format_Grayscale8);
    plate.fill(255);
    plate.setDotsPerMeterX(press.dotsPerMeterX());
    plate.setDotsPerMeterY(press.dotsPerMeterY());
    const QPoint corner((size.width() - press.width()) / 2, (size.height() - press.height()) / 2);
    QPainter(&plate).drawImage(corner, press);
    return plate;
}

void TestFingerDesk::takesPressesOfAnotherSize_data()
{
    QTest::addColumn<QSize>("size");

    QTest::newRow("larger") << QSize(561, 480);
    QTest::newRow("smaller") << QSize(320, 350);
    QTest::newRow("on its side") << QSize(374, 388);
}

// The scale is known from the driver, so the size may change between two presses of a finger: they are compared all the same.
void TestFingerDesk::takesPressesOfAnotherSize()
{
    QFETCH(QSize, size);
    PatientBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->presses(), 1);
    QVERIFY(bench.press(onPlate(FingerBench::press(11, 2), size)));
    QTRY_COMPARE(bench.desk->presses(), 2);
    QVERIFY(bench.begin()); // and are read back
    QCOMPARE(bench.desk->presses(), 2);
    QVERIFY(bench.press(FingerBench::press(11, 3)));
    QTRY_COMPARE(bench.desk->presses(), 3);
    QVERIFY(bench.press(onPlate(FingerBench::press(11, 4), size)));
    QTRY_VERIFY(bench.walkIn->draft().fingers.first().verified);
    QCOMPARE(bench.walkIn->draft().fingers.first().attempts, 4);

    std::optional<FingerTemplate> stored;
    QObject asker;
    bench.station.store.read(
        &asker,
        [id = bench.walkIn->draft().fingers.first().fingerTemplate](Repositories &repositories) {
            return repositories.captures.find(id);
        },
        [&stored](const Result<Capture> &found) {
            if (found)
                stored = *FingerTemplate::fromBytes(found->bytes);
        });
    QTRY_VERIFY(stored);
    QList<QSize> sizes;
    for (const FingerFeatures &press : stored->presses())
        sizes << press.size();
    QCOMPARE(sizes, (QList{Press::plateSize, size, Press::plateSize, size}));
}

// Another finger is found in a press of another size too, and a scrap is no press; what was taken before stays.
void TestFingerDesk::anotherSizeIsNoExcuse()
{
    PatientBench bench;
    QVERIFY(bench.open());
    QVERIFY(bench.press(11));
    QTRY_COMPARE(bench.desk->presses(), 1);
    QVERIFY(bench.press(onPlate(FingerBench::press(999, 2), {561, 480})));
    QTRY_COMPARE(bench.desk->message(), Error::Code::FingerDisagrees);
    QCOMPARE(bench.desk->presses(), 1);
    for (const QSize &scrap : {QSize(59, 374), QSize(388, 1201)}) {
        bench.desk->again();
        QVERIFY(bench.press(onPlate(FingerBench::press(11, 3), scrap)));
        QTRY_COMPARE(bench.desk->message(), Error::Code::FingerNone);
        QCOMPARE(bench.desk->presses(), 1);
    }
    QCOMPARE(bench.walkIn->draft().fingers.first().presses.size(), 1);
    bench.desk->again();
    QVERIFY(bench.press(onPlate(FingerBench::press(11, 3), {561, 480}))); // the control
    QTRY_COMPARE(bench.desk->presses(), 2);
}

// However often the scanner says it: the clerk is told once, one try is gone, and the scanner waits for the clerk.
void TestFingerDesk::countsARefusalOnce()
{
    PatientBench bench;
    QVERIFY(bench.open());
    QSignalSpy changed(bench.desk.get(), &FingerDesk::changed);
    bench.scanner.say(Error::Code::FingerTooShort);
    const qsizetype told = changed.count();
    for (int i = 0; i < 1000; ++i)
        bench.scanner.say(Error::Code::FingerPressAgain);
    QCOMPARE(changed.count(), told);
    QCOMPARE(bench.desk->state(), FingerDesk::State::Refused);
    QCOMPARE(bench.desk->message(), Error::Code::FingerTooShort);
    QCOMPARE(bench.desk->attempts(), 1);
    QCOMPARE(bench.desk->triesLeft(), 4);
    QCOMPARE(bench.scanner.armed.size(), 1);

    // The control: one that the clerk asked for counts.
    bench.desk->again();
    QCOMPARE(bench.scanner.armed.size(), 2);
    bench.scanner.say(Error::Code::FingerPressAgain);
    QCOMPARE(bench.desk->message(), Error::Code::FingerPressAgain);
    QCOMPARE(bench.desk->attempts(), 2);

    std::optional<DayFigures> figures;
    QObject asker;
    bench.station.store.read(
        &asker, [day = today(bench.station.clock)](Repositories &repositories) { return repositories.figures.of(day); },
        [&figures](const Result<DayFigures> &found) { figures = *found; });
    QTRY_VERIFY(figures);
    QCOMPARE(figures->refusals.value(u"FingerTooShort"_s), 1);
    QCOMPARE(figures->refusals.value(u"FingerPressAgain"_s), 1);
}

// The test of the devices uses the same scanner.
void TestFingerDesk::aPressForSomebodyElseDoesNotCount()
{
    PatientBench bench;
    QVERIFY(bench.open());
    bench.desk->pause();
    bench.scanner.arm({.subject = {}, .finger = u"11"_s, .press = 1});
    bench.scanner.press(FingerBench::press(999, 1));
    QCOMPARE(bench.desk->state(), FingerDesk::State::Idle);
    QVERIFY(bench.desk->impression().isNull());
    bench.desk->again();
    QVERIFY(bench.press(11)); // the control
    QTRY_COMPARE(bench.desk->presses(), 1);
    QCOMPARE(bench.desk->attempts(), 1);
}

QTEST_MAIN(TestFingerDesk)
#include "tst_fingerdesk.moc"

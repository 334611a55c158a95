#include "app/domain/uuidv7.h"
#include "app/workflow/deadlinedesk.h"
#include "tests/support/practicecounter.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The board of deadlines with more cases than are read at once.
class TestDeadlineDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOpenCaseIsThereOnce_data();
    void everyOpenCaseIsThereOnce();
    void aSaveDoesNotWaitForTheBoard();
    void theLastRefreshCounts();
    void everyStepHasItsLimit_data();
    void everyStepHasItsLimit();
};

namespace {

struct BoardBench
{
    PracticeCounter station;
    QList<std::pair<QDateTime, QUuid>> cases; // that are open, in their order

    static QString numberOf(int index)
    {
        const QString body = u"11010519850101%1"_s.arg(index + 1, 3, 10, QChar(u'0'));
        for (const QChar last : u"0123456789X"_s) {
            if (CitizenNumber::parse(body + last))
                return body + last;
        }
        return {};
    }

    // So many cases, the younger half a second after the older; every third was reviewed, every fifth is over.
    bool open(int count)
    {
        if (!station.open())
            return false;
        const Draft model = station.renewal();
        const Counter counter = station.counter();
        QList<AcceptanceOrder> orders;
        for (int index = 0; index < count; ++index) {
            station.now = station.now.addMSecs(index % 4 == 0 ? 0 : 500); // some at the same moment
            Draft form = model;
            form.id = makeUuidV7(station.clock);
            form.applicant.number = numberOf(index);
            form.payment.method = PaymentMethod::Free;
            const CaseState state = index % 5 == 0 ? CaseState::Closed
                : index % 3 == 0                   ? CaseState::StationReviewed
                                                   : CaseState::Accepted;
            if (state != CaseState::Closed)
                cases << std::pair(station.now, form.id);
            orders << AcceptanceOrder{
                .form = form,
                .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = state},
                .legalDue = counter.today().addDays(60),
                .promiseDue = counter.today().addDays(20),
                .day = counter.today(),
                .station = counter.station,
                .device = counter.device,
                .stamp = {.at = station.now, .person = counter.person.login, .device = counter.device.id},
                .holder = counter.holder};
        }
        std::sort(cases.begin(), cases.end());
        QObject asker;
        std::optional<bool> done;
        station.store.write(
            &asker,
            [orders](Repositories &repositories) -> Result<void> {
                for (const AcceptanceOrder &order : orders) {
                    if (const auto accepted = repositories.acceptance.accept(order); !accepted)
                        return accepted.error();
                }
                return {};
            },
            [&done](const Result<void> &result) { done = bool(result); });
        return QTest::qWaitFor([&done] { return done.has_value(); }, 30000) && *done;
    }
};

} // namespace

void TestDeadlineDesk::everyOpenCaseIsThereOnce_data()
{
    QTest::addColumn<int>("cases");
    for (const int cases : {0, 1, 49, 50, 51, 130}) // around what is read at once
        QTest::addRow("%d", cases) << cases;
}

void TestDeadlineDesk::everyOpenCaseIsThereOnce()
{
    QFETCH(int, cases);
    BoardBench bench;
    QVERIFY(bench.open(cases));
    DeadlineDesk desk(bench.station.counter());
    QSignalSpy changed(&desk, &DeadlineDesk::changed);
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    QList<std::pair<QDateTime, QUuid>> shown;
    for (const DeadlineRow &row : desk.rows())
        shown << std::pair(row.standing.accepted.acceptedAt, row.standing.accepted.id);
    QCOMPARE(shown, bench.cases); // none late: the oldest first
}

// Whoever saves meanwhile is answered before the board has been read.
void TestDeadlineDesk::aSaveDoesNotWaitForTheBoard()
{
    BoardBench bench;
    QVERIFY(bench.open(130));
    DeadlineDesk desk(bench.station.counter());
    QStringList order;
    connect(&desk, &DeadlineDesk::changed, this, [&order] { order << u"board"_s; });
    desk.refresh();
    bench.station.store.write(
        &desk,
        [](Repositories &repositories) -> Result<void> { return repositories.station.setSetting(u"test"_s, u"1"_s); },
        [&order](const Result<void> &saved) { order << (saved ? u"saved"_s : u"not saved"_s); });
    QTRY_COMPARE(order.size(), 2);
    QCOMPARE(order, (QStringList{u"saved"_s, u"board"_s}));
}

void TestDeadlineDesk::theLastRefreshCounts()
{
    BoardBench bench;
    QVERIFY(bench.open(60));
    DeadlineDesk desk(bench.station.counter());
    QSignalSpy changed(&desk, &DeadlineDesk::changed);
    desk.refresh();
    desk.refresh();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(desk.rows().size(), bench.cases.size());
    QObject asker; // whatever is still asked for is done before this
    bool idle = false;
    bench.station.store.read(
        &asker, [](Repositories &) { return Result<void>(); }, [&idle](const Result<void> &) { idle = true; });
    QTRY_VERIFY(idle);
    QCOMPARE(changed.count(), 1);
}

void TestDeadlineDesk::everyStepHasItsLimit_data()
{
    QTest::addColumn<CaseState>("state");
    QTest::addColumn<QDate>("due"); // of a step that began on Friday, 2026-11-20; null: none
    QTest::addColumn<QDate>("defectOn"); // null: the card is made for the first time
    QTest::addColumn<bool>("reported");
    const QDate none;
    QTest::newRow("at the county") << CaseState::Reported << QDate(2026, 11, 25) << none << true;
    QTest::newRow("signed") << CaseState::CountySigned << QDate(2026, 11, 25) << none << true;
    QTest::newRow("in production") << CaseState::InProduction << QDate(2026, 12, 11) << none << true;
    QTest::newRow("made") << CaseState::Produced << none << none << true;
    QTest::newRow("on the way") << CaseState::Dispatched << QDate(2026, 11, 25) << none << true;
    QTest::newRow("not told yet") << CaseState::Received << QDate(2026, 11, 24) << none << true;
    QTest::newRow("told") << CaseState::Notified << none << none << true;
    // Days of the calendar from the day the fault was found, on every step until the card is here.
    const QDate found(2026, 11, 18);
    QTest::newRow("fault to be reported") << CaseState::Defective << found << found << false;
    QTest::newRow("to be remade") << CaseState::Defective << QDate(2026, 11, 23) << found << true;
    QTest::newRow("remade") << CaseState::InProduction << QDate(2026, 11, 23) << found << true;
    QTest::newRow("made again") << CaseState::Produced << QDate(2026, 11, 23) << found << true;
    QTest::newRow("made again, on the way") << CaseState::Dispatched << QDate(2026, 11, 23) << found << true;
}

void TestDeadlineDesk::everyStepHasItsLimit()
{
    QFETCH(CaseState, state);
    QFETCH(QDate, due);
    QFETCH(QDate, defectOn);
    QFETCH(bool, reported);
    PracticeCounter station;
    const QDate friday(2026, 11, 20);
    Standing standing{.accepted = {.number = *AcceptanceNumber::parse(u"1101010012026112000001"_s), .state = state}};
    standing.accepted.form.signing.formDate = friday;
    standing.accepted.promiseDue = friday.addDays(30);
    standing.accepted.legalDue = friday.addDays(60);
    standing.progress.since = QDateTime(friday, {4, 0}, Qt::UTC);
    standing.progress.defectOn = defectOn;
    standing.progress.defectReported = reported;
    const auto found = stepDue(standing, station.rules);
    QVERIFY(found);
    QCOMPARE(*found, due);
    if (due.isNull())
        return;
    QVERIFY(!deadlineRow(standing, station.rules, due).isStepLate);
    const DeadlineRow late = deadlineRow(standing, station.rules, due.addDays(1));
    QVERIFY(late.isStepLate);
    QCOMPARE(late.urgency, Urgency::Green); // the step is late, the case is not
}

QTEST_MAIN(TestDeadlineDesk)
#include "tst_deadlinedesk.moc"

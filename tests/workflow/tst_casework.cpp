#include "app/workflow/casework.h"
#include "tests/support/station.h"
#include "tests/support/tables.h"

#include <QTest>

#include <random>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

constexpr int caseCount = 2000;
constexpr int citizenCount = 1500; // fewer than cases: some come a second time
constexpr int tries = 10000;

// Valid numbers of one district.
QString citizen(int index)
{
    const QDate born = QDate(1960, 1, 1).addDays(index % 3650);
    const QString body = u"110105%1%2"_s.arg(born.toString(u"yyyyMMdd"_s)).arg(1 + index / 3650, 3, 10, QChar(u'0'));
    for (const QChar check : u"0123456789X"_s) {
        if (CitizenNumber::parse(body + check))
            return body + check;
    }
    return {};
}

// Lets a test do what the desks do, without waiting for a thread.
struct OpenCaseWork : CaseWork
{
    using CaseWork::CaseWork;
    using CaseWork::moveNow;
    using CaseWork::Step;
};

} // namespace

// Thousands of cases driven by legal and illegal events of all roles, with a clock that jumps: whatever is asked, the table
// of the life of a case and its conditions decide, and what is stored adds up.
class TestCaseWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void randomEventsKeepTheInvariants();
    void everyCaseReachesAnEnd();
    void twoWhoMoveTheSameCase();
    void aPlaceHoldsOneCard();
    void aMoveThatFailsLeavesNothing();

private:
    Result<Standing> move(const Standing &standing, const OpenCaseWork::Step &step);
    Result<Standing> randomStep(const Standing &standing, const Transition &asked, Role role);
    OpenCaseWork::Step stepFor(const Standing &standing, const QString &event, Role role);
    void checkHistories();
    QList<QUuid> acceptMany(int from, int count, int *refused = nullptr);

    TestStation m_station;
    Rules m_rules{shippedTable};
    CaseLife m_life;
    QDateTime m_now = testNow();
    Clock m_clock = [this] { return m_now; };
    std::unique_ptr<Store> m_store; // of the counter; these tests do without its thread
    std::optional<Counter> m_counter;
    QList<QUuid> m_cases;
    std::mt19937 m_random{20261124};
    int m_place = 0;
};

void TestCaseWork::initTestCase()
{
    m_life = **m_rules.caseLife();
    m_store = std::make_unique<Store>(m_station.folder.filePath(u"other.sqlite"_s));
    m_counter.emplace(Counter{.store = *m_store,
                              .rules = m_rules,
                              .clock = m_clock,
                              .station = m_station.station,
                              .device = m_station.device,
                              .person = {.login = u"reviewer"_s, .role = Role::Supervisor},
                              .holder = m_station.holder});
}

// In one transaction, because it is the rules that are tried and not the disk.
QList<QUuid> TestCaseWork::acceptMany(int from, int count, int *refused)
{
    QList<QUuid> accepted;
    const auto done = m_station.database->write([&]() -> Result<void> {
        for (int index = from; index < from + count; ++index) {
            Draft draft = draftOf(citizen(index % citizenCount), u"张三"_s);
            draft.id = makeUuidV7(m_clock);
            draft.business.oldCard = index % 3 == 0 ? OldCard::KeptUntilCollection : OldCard::Returned;
            const auto one = m_station.repositories.acceptance.accept(m_station.orderFor(draft));
            if (one)
                accepted << one->id;
            else if (one.error().code == Error::Code::OpenCaseExists && refused)
                ++*refused;
            else
                return one.error();
        }
        return {};
    });
    if (!done)
        qWarning("%s", qPrintable(name(done.error().code)));
    return done ? accepted : QList<QUuid>();
}

Result<Standing> TestCaseWork::move(const Standing &standing, const OpenCaseWork::Step &step)
{
    return OpenCaseWork::moveNow(m_station.repositories, m_life, *m_counter, standing, step);
}

// As the desks would make it.
OpenCaseWork::Step TestCaseWork::stepFor(const Standing &standing, const QString &event, Role role)
{
    const QDate today = idcounter::today(m_clock);
    OpenCaseWork::Step step{.event = event, .as = role};
    step.guard = [event, today](const Standing &now, const StationSettings &settings) -> Result<void> {
        if (event == u"approve")
            return mayApprove(now, u"reviewer"_s, settings.life);
        if (event == u"void")
            return mayVoid(now, today);
        if (event == u"receive")
            return mayReceive(now);
        if (event == u"undo")
            return mayUndoCollection(now, today);
        if (event == u"close")
            return mayClose(now, today);
        if (event == u"expire")
            return mayExpire(now, today, settings.life);
        if (event == u"lapse")
            return mayLapse(now, today);
        return {};
    };
    step.change = [this, event, standing, today](CaseMove &move) {
        if (event == u"report" || event == u"remake")
            ++move.progress.round;
        if (event == u"sign")
            move.progress.validFrom = today;
        const bool isPut = event == u"receive" || event == u"come_back" || event == u"undo";
        move.progress.box = isPut ? u"B"_s : event == u"notify" || event == u"expire" ? move.progress.box : QString();
        move.progress.slot = isPut ? QString::number(++m_place) : move.progress.slot;
        if (event == u"notify")
            move.progress.notifiedOn = today;
        if (event == u"collect")
            move.progress.collection = {.day = today, .oldCard = OldCardEnd::Taken};
        if (event == u"deliver")
            move.progress.collection.oldCard = OldCardEnd::Taken;
        if (!isOpen(move.transition.to))
            move.refund = refundFor(event, standing);
    };
    return step;
}

Result<Standing> TestCaseWork::randomStep(const Standing &standing, const Transition &asked, Role role)
{
    return move(standing, stepFor(standing, asked.event, role));
}

void TestCaseWork::randomEventsKeepTheInvariants()
{
    int second = 0;
    m_cases = acceptMany(0, caseCount, &second);
    QCOMPARE(m_cases.size(), citizenCount);
    QCOMPARE(second, caseCount - citizenCount); // one open case a citizen
    const auto pick
        = [this](auto count) { return std::uniform_int_distribution<qsizetype>(0, qsizetype(count) - 1)(m_random); };
    constexpr std::array roles{Role::Clerk, Role::Reviewer, Role::Supervisor, Role::County,
                               Role::City,  Role::Centre,   Role::Carrier,    Role::System};
    int moved = 0;
    int refused = 0;
    const auto done = m_station.database->write([&]() -> Result<void> {
        for (int i = 0; i < tries; ++i) {
            m_now = m_now.addSecs(pick(4000) - 500); // now and then back
            const QUuid id = m_cases[pick(m_cases.size())];
            const auto standing = m_station.repositories.lives.standing(id);
            if (!standing)
                return standing.error();
            // Every third is a step that the table has.
            const auto possible = m_life.stepsFrom(standing->accepted.state, Role::Supervisor);
            Transition asked = m_life.transitions()[pick(m_life.transitions().size())];
            Role role = roles[std::size_t(pick(roles.size()))];
            if (i % 3 == 0) {
                QList<Transition> rows;
                for (const Transition &row : m_life.transitions()) {
                    if (row.from == standing->accepted.state)
                        rows << row;
                }
                if (!rows.isEmpty()) {
                    asked = rows[pick(rows.size())];
                    role = asked.role;
                }
            }
            const auto allowed = m_life.step(standing->accepted.state, asked.event, role);
            const auto now = randomStep(*standing, asked, role);
            if (now) {
                ++moved;
                if (!allowed || now->accepted.state != allowed->to || now->version != standing->version + 1
                    || now->progress.since < standing->progress.since)
                    return Error{Error::Code::TransitionNotAllowed, u"a step that may not be"_s};
                continue;
            }
            ++refused;
            const auto same = m_station.repositories.lives.standing(id);
            if (!same || same->accepted.state != standing->accepted.state || same->version != standing->version)
                return Error{Error::Code::RecordConflict, u"a refused step left something"_s};
            if (!allowed && now.error().code != allowed.error().code)
                return Error{Error::Code::RecordConflict, u"refused for another reason"_s};
        }
        return {};
    });
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail + u' ' + name(done.error().code)));
    QVERIFY2(moved > 800, qPrintable(QString::number(moved)));
    QVERIFY(refused > 2500);
    checkHistories();
}

// The journal leads from the draft to the state without a gap, by rows of the table and in their time; money and places add up.
void TestCaseWork::checkHistories()
{
    QSet<QString> places;
    QHash<QString, int> open;
    for (const QUuid &id : std::as_const(m_cases)) {
        const auto standing = m_station.repositories.lives.standing(id);
        const auto history = m_station.repositories.lives.history(id);
        QVERIFY(standing && history);
        CaseState state = CaseState::Draft;
        for (const LifeEntry &entry : *history) {
            QCOMPARE(entry.from, state);
            const bool isRow = std::any_of(m_life.transitions().begin(), m_life.transitions().end(),
                                           [&](const Transition &transition) {
                                               return transition.from == entry.from && transition.event == entry.event
                                                   && transition.to == entry.to;
                                           });
            QVERIFY2(isRow, qPrintable(entry.event));
            state = entry.to;
        }
        QCOMPARE(state, standing->accepted.state);
        QCOMPARE(standing->paid, standing->accepted.owed());
        QVERIFY(standing->refunded <= standing->paid);
        if (isOpen(state))
            QVERIFY(++open[standing->accepted.form.applicant.number] == 1);
        else if (state != CaseState::Closed && state != CaseState::Withdrawn && state != CaseState::HandedBack
                 && state != CaseState::Destroyed)
            QCOMPARE(standing->refunded, standing->paid);
        if (standing->progress.hasCard()) {
            const QString place = standing->progress.box + standing->progress.slot;
            QVERIFY(!places.contains(place));
            places << place;
        }
    }
    const StoredCheck stored = m_station.repositories.verify();
    QVERIFY2(stored.problems.isEmpty(), stored.problems.isEmpty() ? "" : qPrintable(stored.problems.first().detail));
}

// From wherever chance has led it, by the shortest way of the table.
void TestCaseWork::everyCaseReachesAnEnd()
{
    QVERIFY(!m_cases.isEmpty());
    const auto done = m_station.database->write([&]() -> Result<void> {
        for (const QUuid &id : std::as_const(m_cases)) {
            for (int steps = 0;; ++steps) {
                const auto standing = m_station.repositories.lives.standing(id);
                if (!standing)
                    return standing.error();
                if (!isOpen(standing->accepted.state))
                    break;
                constexpr int mostSteps = 40;
                if (steps == mostSteps)
                    return Error{Error::Code::RecordConflict, stateName(standing->accepted.state)};
                // Forward where there is a way forward; else whatever there is.
                const Transition *next = nullptr;
                for (const Transition &row : m_life.transitions()) {
                    const bool back = row.event == u"undo" || row.event == u"reopen" || row.event == u"come_back"
                        || row.event == u"expire" || row.event == u"lapse";
                    if (row.from == standing->accepted.state && !back && (!next || (row.rank && !next->rank)))
                        next = &row;
                }
                if (next->event == u"close")
                    m_now = m_now.addDays(1);
                auto step = stepFor(*standing, next->event, next->role);
                if (next->event == u"receive")
                    step.guard = {}; // the sign may have been walked over by chance
                if (const auto now = move(*standing, step); !now)
                    return now.error();
            }
        }
        return {};
    });
    QVERIFY2(done, done ? "" : qPrintable(name(done.error().code) + u' ' + done.error().detail));
    checkHistories();
    // And now every one of them may apply again.
    const QList<QUuid> again = acceptMany(0, 10);
    QCOMPARE(again.size(), 10);
}

void TestCaseWork::twoWhoMoveTheSameCase()
{
    const QList<QUuid> ids = acceptMany(1000, 1);
    QCOMPARE(ids.size(), 1);
    const auto seen = m_station.repositories.lives.standing(ids.first());
    QVERIFY(seen);
    const auto first
        = m_station.database->write([&] { return move(*seen, stepFor(*seen, u"approve"_s, Role::Reviewer)); });
    QVERIFY(first);
    const auto second
        = m_station.database->write([&] { return move(*seen, stepFor(*seen, u"refuse"_s, Role::Reviewer)); });
    QVERIFY(!second);
    QCOMPARE(second.error().code, Error::Code::RecordConflict);
    QCOMPARE(m_station.repositories.lives.standing(ids.first())->accepted.state, CaseState::StationReviewed);
}

void TestCaseWork::aPlaceHoldsOneCard()
{
    const QList<QUuid> ids = acceptMany(1100, 2);
    QCOMPARE(ids.size(), 2);
    QList<Result<Standing>> received;
    for (const QUuid &id : ids) {
        auto standing = m_station.repositories.lives.standing(id);
        for (const auto &[event, role] : {std::pair{u"approve"_s, Role::Reviewer}, std::pair{u"report"_s, Role::System},
                                          std::pair{u"sign"_s, Role::County}, std::pair{u"take"_s, Role::Centre},
                                          std::pair{u"start"_s, Role::Centre}, std::pair{u"produce"_s, Role::Centre}}) {
            standing = m_station.database->write([&] { return move(*standing, stepFor(*standing, event, role)); });
            QVERIFY(standing);
        }
        OpenCaseWork::Step receive{.event = u"receive"_s, .change = [](CaseMove &move) {
                                       move.progress.box = u"A"_s;
                                       move.progress.slot = u"1"_s;
                                   }};
        received << m_station.database->write([&] { return move(*standing, receive); });
    }
    QVERIFY(received[0]);
    QVERIFY(!received[1]);
    QCOMPARE(received[1].error().code, Error::Code::CardPlaceTaken);
}

void TestCaseWork::aMoveThatFailsLeavesNothing()
{
    const QList<QUuid> ids = acceptMany(1200, 1);
    const auto before = m_station.repositories.lives.standing(ids.first());
    QVERIFY(before);
    auto step = stepFor(*before, u"void"_s, Role::Supervisor);
    step.guard = {};
    step.also = [](Repositories &) -> Result<void> { return Error{Error::Code::StorageFull, {}}; };
    QVERIFY(!m_station.database->write([&] { return move(*before, step); }));
    const auto now = m_station.repositories.lives.standing(ids.first());
    QVERIFY(now);
    QCOMPARE(now->accepted.state, CaseState::Accepted);
    QCOMPARE(now->version, before->version);
    QCOMPARE(now->refunded, Fen{});
    QCOMPARE(m_station.repositories.lives.history(ids.first())->size(), 1); // its acceptance
    step.also = {};
    QVERIFY(m_station.database->write([&] { return move(*before, step); })); // the control
    QCOMPARE(m_station.repositories.lives.standing(ids.first())->refunded, before->paid);
}

QTEST_GUILESS_MAIN(TestCaseWork)
#include "tst_casework.moc"

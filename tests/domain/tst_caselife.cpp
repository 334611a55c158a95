#include "app/domain/caseguards.h"
#include "tests/support/tables.h"

#include <QSet>
#include <QTest>

#include <queue>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array allRoles{Role::Clerk, Role::Reviewer, Role::Supervisor, Role::County,
                              Role::City,  Role::Centre,   Role::Carrier,    Role::System};

QList<CaseState> allStates()
{
    QList<CaseState> states;
    for (int value = 0; value <= int(CaseState::Discarded); ++value)
        states << CaseState(value);
    return states;
}

// An accepted renewal that was paid.
Standing renewal()
{
    Draft form;
    form.id = QUuid::createUuid();
    form.applicant.number = u"11010519491231002X"_s;
    form.business.reason = u"22"_s;
    form.business.oldCard = OldCard::KeptUntilCollection;
    Standing standing{.accepted = {.id = form.id,
                                   .number = *AcceptanceNumber::make(u"650102001"_s, {2026, 11, 24}, 1),
                                   .acceptedBy = u"wang"_s,
                                   .charges = {{.feeCode = u"RENEW"_s, .full = {2000}, .amount = {2000}}},
                                   .form = form}};
    standing.paid = {2000};
    return standing;
}

CollectionRecord wholeCollection()
{
    return {.day = {2026, 12, 20},
            .finger = FingerAnswer::Match,
            .readBack = true,
            .isSigned = true,
            .oldCard = OldCardEnd::Taken};
}

} // namespace

class TestCaseLife : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowIsAStep_data();
    void everyRowIsAStep();
    void whatIsNotInTheTableIsRefused();
    void everyStateLeadsToAnEnd();
    void ranksRiseOnTheWay();
    void feedbackWalks_data();
    void feedbackWalks();
    void feedbackThatIsNotPossible_data();
    void feedbackThatIsNotPossible();
    void whoAcceptedDoesNotApprove();
    void exceptionsAreConfirmedFirst();
    void unpaidIsNotApproved();
    void aPaymentOrderEnds_data();
    void aPaymentOrderEnds();
    void remindersOfAPaymentOrder();
    void aCollectionNeedsItsParts_data();
    void aCollectionNeedsItsParts();
    void childrenAndDeputies();
    void temporaryCardsAndLongerTimes();
    void moneyThatGoesBack_data();
    void moneyThatGoesBack();
    void theClockOfTheLawStopsAndResumes();
    void timeNeverRunsBackwards();

private:
    CaseLife m_life;
};

void TestCaseLife::initTestCase()
{
    const auto life = CaseLife::load(shippedTable);
    QVERIFY(life);
    m_life = *life;
}

void TestCaseLife::everyRowIsAStep_data()
{
    QTest::addColumn<int>("row");
    for (qsizetype row = 0; row < m_life.transitions().size(); ++row) {
        const Transition &transition = m_life.transitions()[row];
        QTest::addRow("%s %s", qPrintable(stateName(transition.from)), qPrintable(transition.event)) << int(row);
    }
}

void TestCaseLife::everyRowIsAStep()
{
    QFETCH(int, row);
    const Transition &transition = m_life.transitions()[row];
    for (const Role role : allRoles) {
        const auto step = m_life.step(transition.from, transition.event, role);
        QCOMPARE(bool(step), includes(role, transition.role));
        if (step)
            QCOMPARE(step->to, transition.to);
        else
            QCOMPARE(step.error().code, Error::Code::RoleNotAllowed);
    }
}

// Every pair of a state and an event that the table does not have, whoever asks.
void TestCaseLife::whatIsNotInTheTableIsRefused()
{
    QSet<QString> events;
    QSet<QString> rows;
    for (const Transition &transition : m_life.transitions()) {
        events << transition.event;
        rows << stateName(transition.from) + transition.event;
    }
    int refused = 0;
    for (const CaseState state : allStates()) {
        for (const QString &event : std::as_const(events)) {
            if (rows.contains(stateName(state) + event))
                continue;
            for (const Role role : allRoles) {
                const auto step = m_life.step(state, event, role);
                QVERIFY(!step);
                QCOMPARE(step.error().code, Error::Code::TransitionNotAllowed);
                ++refused;
            }
        }
    }
    QVERIFY(refused > 5000);
}

void TestCaseLife::everyStateLeadsToAnEnd()
{
    for (const CaseState start : allStates()) {
        if (start == CaseState::None)
            continue;
        QSet<CaseState> seen{start};
        std::queue<CaseState> next;
        next.push(start);
        bool ends = false;
        while (!next.empty() && !ends) {
            const CaseState state = next.front();
            next.pop();
            ends = !isOpen(state) && state != CaseState::Draft;
            for (const Transition &transition : m_life.transitions()) {
                if (transition.from == state && !seen.contains(transition.to)) {
                    seen << transition.to;
                    next.push(transition.to);
                }
            }
        }
        QVERIFY2(ends, qPrintable(stateName(start)));
    }
}

void TestCaseLife::ranksRiseOnTheWay()
{
    QCOMPARE(m_life.rankOf(CaseState::Accepted), 1);
    QCOMPARE(m_life.rankOf(CaseState::Reported), 3);
    QCOMPARE(m_life.rankOf(CaseState::Dispatched), 8);
    QCOMPARE(m_life.rankOf(CaseState::Closed), 13);
    QVERIFY(!m_life.rankOf(CaseState::Returned));
    QVERIFY(!m_life.rankOf(CaseState::Defective));
}

void TestCaseLife::feedbackWalks_data()
{
    QTest::addColumn<CaseState>("from");
    QTest::addColumn<QString>("event");
    QTest::addColumn<Role>("office");
    QTest::addColumn<QStringList>("events");
    QTest::newRow("the next stage") << CaseState::Reported << u"sign"_s << Role::County << QStringList{u"sign"_s};
    QTest::newRow("the last stage implies the others")
        << CaseState::Reported << u"dispatch"_s << Role::Centre
        << QStringList{u"sign"_s, u"take"_s, u"start"_s, u"produce"_s, u"dispatch"_s};
    QTest::newRow("the centre returns what only the station reported")
        << CaseState::Reported << u"return"_s << Role::Centre << QStringList{u"sign"_s, u"take"_s, u"return"_s};
    QTest::newRow("the county returns") << CaseState::Reported << u"return"_s << Role::County
                                        << QStringList{u"return"_s};
    QTest::newRow("an earlier stage changes nothing")
        << CaseState::Produced << u"take"_s << Role::Centre << QStringList{};
    QTest::newRow("the same stage again") << CaseState::Dispatched << u"dispatch"_s << Role::Centre << QStringList{};
    QTest::newRow("a late signature") << CaseState::Received << u"sign"_s << Role::County << QStringList{};
    QTest::newRow("made again") << CaseState::Defective << u"remake"_s << Role::Centre << QStringList{u"remake"_s};
    QTest::newRow("made again and sent, the remake untold") << CaseState::Defective << u"dispatch"_s << Role::Centre
                                                            << QStringList{u"remake"_s, u"produce"_s, u"dispatch"_s};
}

void TestCaseLife::feedbackWalks()
{
    QFETCH(CaseState, from);
    QFETCH(QString, event);
    QFETCH(Role, office);
    QFETCH(QStringList, events);
    const auto path = m_life.feedback(from, event, office);
    QVERIFY(path);
    QStringList walked;
    CaseState state = from;
    for (const Transition &transition : *path) {
        QCOMPARE(transition.from, state);
        state = transition.to;
        walked << transition.event;
    }
    QCOMPARE(walked, events);
}

void TestCaseLife::feedbackThatIsNotPossible_data()
{
    QTest::addColumn<CaseState>("from");
    QTest::addColumn<QString>("event");
    QTest::addColumn<Role>("office");
    QTest::newRow("a return of a card that was made") << CaseState::Produced << u"return"_s << Role::Centre;
    QTest::newRow("a refusal by the centre") << CaseState::Reported << u"refuse"_s << Role::Centre;
    QTest::newRow("not yet reported") << CaseState::Accepted << u"sign"_s << Role::County;
    QTest::newRow("returned meanwhile") << CaseState::Returned << u"produce"_s << Role::Centre;
    QTest::newRow("ended") << CaseState::Withdrawn << u"dispatch"_s << Role::Centre;
    QTest::newRow("what only the station does") << CaseState::Dispatched << u"receive"_s << Role::Centre;
}

void TestCaseLife::feedbackThatIsNotPossible()
{
    QFETCH(CaseState, from);
    QFETCH(QString, event);
    QFETCH(Role, office);
    const auto path = m_life.feedback(from, event, office);
    QVERIFY(!path);
    QCOMPARE(path.error().code, Error::Code::TransitionNotAllowed);
}

void TestCaseLife::whoAcceptedDoesNotApprove()
{
    const Standing standing = renewal();
    const auto own = mayApprove(standing, u"wang"_s, {});
    QVERIFY(!own);
    QCOMPARE(own.error().code, Error::Code::SamePerson);
    QVERIFY(mayApprove(standing, u"li"_s, {}));
    QVERIFY(mayApprove(standing, u"wang"_s, {.reviewsOwn = true})); // a one-man station
}

void TestCaseLife::exceptionsAreConfirmedFirst()
{
    Standing standing = renewal();
    standing.accepted.form.business.reduction = u"DIBAO"_s;
    const auto open = mayApprove(standing, u"li"_s, {});
    QVERIFY(!open);
    QCOMPARE(open.error().code, Error::Code::ExceptionsOpen);
    standing.progress.secondOfficer = u"li"_s;
    QVERIFY(mayApprove(standing, u"li"_s, {}));
    standing.progress.secondOfficer.clear();
    standing.accepted.form.secondOfficer = u"zhao"_s; // at the counter already
    QVERIFY(mayApprove(standing, u"li"_s, {}));
}

void TestCaseLife::unpaidIsNotApproved()
{
    Standing standing = renewal();
    standing.paid = {1000};
    const auto unpaid = mayApprove(standing, u"li"_s, {});
    QVERIFY(!unpaid);
    QCOMPARE(unpaid.error().code, Error::Code::NotPaid);
}

void TestCaseLife::aPaymentOrderEnds_data()
{
    QTest::addColumn<PaymentMethod>("method");
    QTest::addColumn<int>("paidFen");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<bool>("lapses");
    const QDate last(2026, 12, 1);
    QTest::newRow("on its last day") << PaymentMethod::Order << 0 << last << false;
    QTest::newRow("on the day after") << PaymentMethod::Order << 0 << last.addDays(1) << true;
    QTest::newRow("paid in part") << PaymentMethod::Order << 1000 << last.addDays(1) << true;
    QTest::newRow("paid") << PaymentMethod::Order << 2000 << last.addDays(1) << false;
    QTest::newRow("no order") << PaymentMethod::Cash << 0 << last.addDays(1) << false;
}

void TestCaseLife::aPaymentOrderEnds()
{
    QFETCH(PaymentMethod, method);
    QFETCH(int, paidFen);
    QFETCH(QDate, day);
    QFETCH(bool, lapses);
    Standing standing = renewal();
    standing.accepted.form.payment = {.method = method, .payUntil = {2026, 12, 1}};
    standing.paid = {paidFen};
    QCOMPARE(bool(mayLapse(standing, day)), lapses);
    QCOMPARE(refundFor(u"lapse"_s, standing).amount, qint64(paidFen)); // whatever was paid goes back
}

// Every third day, three times at most (RULES 2, rule 6).
void TestCaseLife::remindersOfAPaymentOrder()
{
    Standing standing = renewal();
    standing.accepted.form.payment = {.method = PaymentMethod::Order, .payUntil = {2026, 12, 31}};
    standing.paid = {};
    QDate day = standing.accepted.acceptedOn();
    QList<int> reminded; // days after the acceptance
    for (int after = 0; after <= 20; ++after) {
        if (!isToBeReminded(standing, day.addDays(after)))
            continue;
        reminded << after;
        ++standing.progress.reminders;
        standing.progress.remindedOn = day.addDays(after);
    }
    QCOMPARE(reminded, (QList<int>{3, 6, 9}));
    standing.progress.reminders = 0;
    QVERIFY(isToBeReminded(standing, day.addDays(30)));
    standing.paid = standing.accepted.owed();
    QVERIFY(!isToBeReminded(standing, day.addDays(30)));
}

void TestCaseLife::aCollectionNeedsItsParts_data()
{
    QTest::addColumn<CollectionRecord>("record");
    QTest::addColumn<int>("code"); // -1: nothing is missing
    const auto without = [](auto change) {
        CollectionRecord record = wholeCollection();
        change(record);
        return record;
    };
    QTest::newRow("whole") << wholeCollection() << -1;
    QTest::newRow("no finger") << without([](CollectionRecord &r) { r.finger = FingerAnswer::NotAsked; })
                               << int(Error::Code::FingerNotCompared);
    QTest::newRow("no match") << without([](CollectionRecord &r) { r.finger = FingerAnswer::NoMatch; })
                              << int(Error::Code::FingerNotCompared);
    QTest::newRow("no match, with a reason") << without([](CollectionRecord &r) {
        r.finger = FingerAnswer::NoMatch;
        r.fingerReason = u"拇指受伤"_s;
    }) << -1;
    QTest::newRow("not read back") << without([](CollectionRecord &r) { r.readBack = false; })
                                   << int(Error::Code::NotReadBack);
    QTest::newRow("not signed") << without([](CollectionRecord &r) { r.isSigned = false; })
                                << int(Error::Code::NotSigned);
    QTest::newRow("the old card forgotten")
        << without([](CollectionRecord &r) { r.oldCard = OldCardEnd::None; }) << int(Error::Code::OldCardMissing);
}

void TestCaseLife::aCollectionNeedsItsParts()
{
    QFETCH(CollectionRecord, record);
    QFETCH(int, code);
    const auto allowed = mayCollect(renewal(), record, {});
    QCOMPARE(allowed ? -1 : int(allowed.error().code), code);
}

void TestCaseLife::childrenAndDeputies()
{
    Standing child = renewal();
    child.accepted.form.applicant.number = u"110105201801010019"_s;
    CollectionRecord record = wholeCollection();
    QCOMPARE(mayCollect(child, record, {}).error().code, Error::Code::GuardianMissing);
    record.by = Collector::Guardian;
    QCOMPARE(mayCollect(child, record, {}).error().code, Error::Code::CollectorUnknown);
    record.name = u"王芳"_s;
    record.number = u"11010519491231002X"_s;
    QVERIFY(mayCollect(child, record, {}));
    record.by = Collector::Deputy;
    QCOMPARE(mayCollect(renewal(), record, {}).error().code, Error::Code::DeputyNotAllowed);
    const LifeRules relatives{.deputy = DeputyRule::Relative};
    QCOMPARE(mayCollect(renewal(), record, relatives).error().code, Error::Code::CollectorUnknown);
    record.relation = u"20"_s;
    QCOMPARE(mayCollect(renewal(), record, relatives).error().code, Error::Code::CollectorUnknown);
    record.deputyPapers = true;
    QVERIFY(mayCollect(renewal(), record, relatives));
    record.number = u"110105201801010019"_s;
    QCOMPARE(mayCollect(renewal(), record, relatives).error().code, Error::Code::CollectorUnknown); // no adult
    record.number = u"11010519491231002X"_s;
    QCOMPARE(mayCollect(child, record, {.deputy = DeputyRule::Relative}).error().code, Error::Code::DeputyNotAllowed);
}

void TestCaseLife::temporaryCardsAndLongerTimes()
{
    Standing standing = renewal(); // of province 11
    QVERIFY(mayIssueTemporary(standing, u"65"_s)); // not away from home, whatever the number says
    standing.accepted.form.business.offSite = true;
    QVERIFY(mayIssueTemporary(standing, u"11"_s));
    QCOMPARE(mayIssueTemporary(standing, u"65"_s).error().code, Error::Code::SignatureMissing);
    standing.progress.validFrom = {2026, 12, 1};
    QVERIFY(mayIssueTemporary(standing, u"65"_s));
    Standing unpaid = standing; // its price stands in a payment order
    unpaid.accepted.charges << Charge{.feeCode = u"TEMP"_s, .full = {1000}, .amount = {1000}};
    QCOMPARE(mayIssueTemporary(unpaid, u"65"_s).error().code, Error::Code::NotPaid);
    standing.temporaryOut = true;
    QCOMPARE(mayIssueTemporary(standing, u"65"_s).error().code, Error::Code::TemporaryCardExists);
    standing.accepted.state = CaseState::Withdrawn;
    QCOMPARE(mayIssueTemporary(standing, u"65"_s).error().code, Error::Code::TransitionNotAllowed);

    Standing late = renewal();
    QVERIFY(mayExtend(late, true));
    QCOMPARE(mayExtend(late, false).error().code, Error::Code::ExtensionNotAllowed);
    late.progress.stoppedOn = {2026, 12, 1};
    QVERIFY(!mayExtend(late, true));
    late.progress.stoppedOn = {};
    late.progress.extendedBy = u"li"_s; // once
    QVERIFY(!mayExtend(late, true));
}

void TestCaseLife::moneyThatGoesBack_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<int>("round");
    QTest::addColumn<EndingCause>("cause");
    QTest::addColumn<bool>("temporary");
    QTest::addColumn<int>("fen");
    constexpr auto wish = EndingCause::Wish;
    constexpr auto fault = EndingCause::OfficeAtFault;
    constexpr auto duplicate = EndingCause::Duplicate;
    QTest::newRow("void") << u"void"_s << 0 << fault << false << 2000;
    QTest::newRow("refused") << u"refuse"_s << 1 << wish << false << 2000;
    QTest::newRow("withdrawn before the first package") << u"withdraw"_s << 0 << wish << false << 2000;
    QTest::newRow("withdrawn after it") << u"withdraw"_s << 1 << wish << false << 0;
    QTest::newRow("withdrawn after it, the office at fault") << u"withdraw"_s << 1 << fault << false << 2000;
    QTest::newRow("a duplicate, after the first package") << u"withdraw"_s << 1 << duplicate << false << 2000;
    QTest::newRow("a temporary card stays paid") << u"void"_s << 0 << fault << true << 2000;
    QTest::newRow("collected") << u"collect"_s << 1 << duplicate << false << 0;
}

void TestCaseLife::moneyThatGoesBack()
{
    QFETCH(QString, event);
    QFETCH(int, round);
    QFETCH(EndingCause, cause);
    QFETCH(bool, temporary);
    QFETCH(int, fen);
    Standing standing = renewal();
    standing.progress.round = round;
    if (temporary) {
        standing.temporaryOut = true;
        standing.accepted.charges << Charge{.feeCode = u"TEMP"_s, .full = {1000}, .amount = {1000}};
        standing.paid = {3000};
    }
    QCOMPARE(refundFor(event, standing, cause).amount, fen);
    // What went back once does not go back again.
    standing.refunded = standing.paid;
    QCOMPARE(refundFor(event, standing, cause).amount, 0);
}

void TestCaseLife::theClockOfTheLawStopsAndResumes()
{
    const QDateTime at({2026, 12, 1}, {1, 0}, Qt::UTC);
    CaseProgress progress;
    const auto told = m_life.step(CaseState::Received, u"notify", Role::Clerk);
    progress = after(*told, progress, at, {2026, 12, 1});
    QCOMPARE(progress.stoppedOn, QDate(2026, 12, 1));
    const auto collected = m_life.step(CaseState::Received, u"collect", Role::Clerk);
    QCOMPARE(after(*collected, progress, at, {2026, 12, 9}).stoppedOn, QDate(2026, 12, 1)); // it stood already
    const auto faulty = m_life.step(CaseState::Notified, u"defect", Role::Clerk);
    QVERIFY(after(*faulty, progress, at, {2026, 12, 9}).stoppedOn.isNull());
}

void TestCaseLife::timeNeverRunsBackwards()
{
    const QDateTime later({2026, 12, 2}, {1, 0}, Qt::UTC);
    const CaseProgress progress{.since = later};
    const auto step = m_life.step(CaseState::Accepted, u"approve", Role::Reviewer);
    QCOMPARE(after(*step, progress, later.addDays(-1), {2026, 12, 1}).since, later);
}

QTEST_GUILESS_MAIN(TestCaseLife)
#include "tst_caselife.moc"

#include "app/workflow/identitysearch.h"

#include "app/domain/uuidv7.h"
#include "tests/biometrics/strewnpress.h"
#include "tests/support/practicecounter.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// Cases with strewn fingers, accepted past the pages, and what the comparison in the background finds in them.
class TestIdentitySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingAmongDifferentPeople();
    void findsOnePersonUnderTwoNumbers();
    void findsFingersThatWereMixedUp();
    void findsAnotherPersonUnderOneNumber();
    void looksAtEveryCaseOnce();
    void aDamagedTemplateDoesNotStopTheOthers();
    void aReviewerDecidesOnce();
};

namespace {

struct SearchBench
{
    PracticeCounter station;
    std::unique_ptr<IdentitySearch> search;
    int cases = 0;

    bool open(Role role = Role::Reviewer)
    {
        if (!station.open())
            return false;
        Counter counter = station.counter();
        counter.person.role = role;
        search = std::make_unique<IdentitySearch>(counter);
        return true;
    }

    static FingerTemplate templateOf(unsigned finger)
    {
        StrewnFinger pressed(finger);
        const FingerFeatures first = pressed.press();
        return FingerTemplate({first, pressed.pressAgain(), pressed.pressAgain(), pressed.pressAgain()});
    }

    // Fingers by their position codes. A closed case lets the citizen apply again.
    QUuid accept(const QString &number, const QMap<QString, unsigned> &fingers, bool closed = false)
    {
        Draft draft = station.renewal();
        draft.id = makeUuidV7(station.clock);
        draft.applicant.number = number;
        draft.photo.reset();
        draft.fingers.clear();
        const Counter counter = station.counter();
        QObject asker;
        std::optional<Result<Case>> done;
        station.store.write(
            &asker,
            [=](Repositories &repositories) -> Result<Case> {
                Draft form = draft;
                for (auto finger = fingers.begin(); finger != fingers.end(); ++finger) {
                    const Capture capture{.id = QUuid::createUuid(),
                                          .caseId = form.id,
                                          .kind = CaptureKind::FingerTemplate,
                                          .bytes = templateOf(finger.value()).toBytes()};
                    if (auto result = repositories.captures.put(capture, counter.stamp()); !result)
                        return result.error();
                    form.fingers << FingerRecord{
                        .finger = finger.key(), .fingerTemplate = capture.id, .quality = 80, .verified = true};
                }
                auto accepted = repositories.acceptance.accept(
                    {.form = form,
                     .transition = {.from = CaseState::Draft,
                                    .event = u"accept"_s,
                                    .to = closed ? CaseState::Closed : CaseState::Accepted},
                     .day = counter.today(),
                     .station = counter.station,
                     .device = counter.device,
                     .stamp = counter.stamp(),
                     .holder = counter.holder});
                return accepted;
            },
            [&done](const Result<Case> &accepted) { done = accepted; });
        const bool answered = QTest::qWaitFor([&done] { return done.has_value(); });
        if (answered && !*done)
            qWarning("%s %s", qPrintable(name(done->error().code)), qPrintable(done->error().detail));
        ++cases;
        return answered && *done ? draft.id : QUuid();
    }

    bool catchUp()
    {
        QSignalSpy finished(search.get(), &IdentitySearch::finished);
        QSignalSpy failed(search.get(), &IdentitySearch::failed);
        search->catchUp();
        if (!QTest::qWaitFor([&] { return finished.count() > 0 || failed.count() > 0; }, 20000))
            return false;
        if (failed.count() > 0)
            qWarning("%s", qPrintable(name(failed.first().first().value<Error>().code)));
        // The open hits come after it.
        QSignalSpy changed(search.get(), &IdentitySearch::changed);
        search->refresh();
        return failed.isEmpty() && changed.wait();
    }
};

const QString first = u"11010519491231002X"_s;
const QString second = u"650102200002299022"_s;
const QString third = u"110105201801010019"_s;

} // namespace

void TestIdentitySearch::findsNothingAmongDifferentPeople()
{
    SearchBench bench;
    QVERIFY(bench.open());
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}, {u"16"_s, 2}}).isNull());
    QVERIFY(!bench.accept(second, {{u"11"_s, 3}, {u"16"_s, 4}}).isNull());
    QVERIFY(!bench.accept(third, {}).isNull());
    QVERIFY(bench.catchUp());
    QCOMPARE(bench.search->hits(), QList<IdentityHit>());
    QCOMPARE(bench.search->fingers(), std::size_t(4));
}

void TestIdentitySearch::findsOnePersonUnderTwoNumbers()
{
    SearchBench bench;
    QVERIFY(bench.open());
    const QUuid one = bench.accept(first, {{u"11"_s, 1}, {u"16"_s, 2}});
    QVERIFY(bench.catchUp());
    const QUuid other = bench.accept(second, {{u"11"_s, 5}, {u"16"_s, 1}}); // his right thumb as a left one
    QVERIFY(bench.catchUp());
    QCOMPARE(bench.search->hits().size(), 1);
    const IdentityHit hit = bench.search->hits().first();
    QCOMPARE(hit.finding, IdentityFinding::TwoIdentities);
    QCOMPARE(hit.caseId, other);
    QCOMPARE(hit.finger, u"16"_s);
    QCOMPARE(hit.otherCaseId, one);
    QCOMPARE(hit.otherFinger, u"11"_s);
    QCOMPARE(hit.verdict, IdentityVerdict::Open);

    // Another program, which knows nothing yet, finds it once as well.
    IdentitySearch anew(bench.station.counter());
    QSignalSpy finished(&anew, &IdentitySearch::finished);
    anew.catchUp();
    QVERIFY(finished.wait(20000));
    QTRY_COMPARE(anew.hits().size(), 1);
}

void TestIdentitySearch::findsFingersThatWereMixedUp()
{
    SearchBench bench;
    QVERIFY(bench.open());
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}, {u"16"_s, 2}}, true).isNull());
    QVERIFY(!bench.accept(first, {{u"11"_s, 2}, {u"16"_s, 1}}).isNull());
    QVERIFY(bench.catchUp());
    QList<IdentityFinding> findings;
    for (const IdentityHit &hit : bench.search->hits())
        findings << hit.finding;
    QCOMPARE(findings.count(IdentityFinding::OtherFinger), 2);
    QCOMPARE(findings.count(IdentityFinding::TwoIdentities), 0);
}

void TestIdentitySearch::findsAnotherPersonUnderOneNumber()
{
    SearchBench bench;
    QVERIFY(bench.open());
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}}, true).isNull());
    QVERIFY(!bench.accept(first, {{u"11"_s, 9}}).isNull());
    QVERIFY(!bench.accept(second, {{u"11"_s, 3}}, true).isNull());
    QVERIFY(!bench.accept(second, {{u"11"_s, 3}}).isNull()); // the control: the same person again
    QVERIFY(bench.catchUp());
    QCOMPARE(bench.search->hits().size(), 1);
    QCOMPARE(bench.search->hits().first().finding, IdentityFinding::OtherPerson);
}

void TestIdentitySearch::looksAtEveryCaseOnce()
{
    SearchBench bench;
    QVERIFY(bench.open());
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}}).isNull());
    QVERIFY(!bench.accept(second, {{u"11"_s, 1}}).isNull());
    QVERIFY(bench.catchUp());
    QVERIFY(bench.catchUp());
    QCOMPARE(bench.search->hits().size(), 1); // not once more for the other of the pair
    QCOMPARE(bench.search->fingers(), std::size_t(2));
}

void TestIdentitySearch::aDamagedTemplateDoesNotStopTheOthers()
{
    SearchBench bench;
    QVERIFY(bench.open());
    const QUuid damaged = bench.accept(third, {{u"11"_s, 7}});
    QObject asker;
    bool changed = false;
    bench.station.store.write(
        &asker,
        [damaged](Repositories &repositories) {
            return Statement(repositories.database.connection(),
                             u"UPDATE capture SET sealed = zeroblob(64) WHERE case_id = ?"_s)
                .with({damaged.toString(QUuid::WithoutBraces)})
                .run();
        },
        [&changed](const Result<void> &done) { changed = bool(done); });
    QTRY_VERIFY(changed);
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}}).isNull());
    QVERIFY(!bench.accept(second, {{u"11"_s, 1}}).isNull());
    QVERIFY(bench.catchUp());
    QCOMPARE(bench.search->hits().size(), 1);
    QCOMPARE(bench.search->fingers(), std::size_t(2));
}

void TestIdentitySearch::aReviewerDecidesOnce()
{
    SearchBench bench;
    QVERIFY(bench.open());
    QVERIFY(!bench.accept(first, {{u"11"_s, 1}}).isNull());
    QVERIFY(!bench.accept(second, {{u"11"_s, 1}}).isNull());
    QVERIFY(bench.catchUp());
    const IdentityHit hit = bench.search->hits().first();
    QSignalSpy failed(bench.search.get(), &IdentitySearch::failed);

    Counter clerk = bench.station.counter();
    clerk.person.role = Role::Clerk;
    IdentitySearch asClerk(clerk);
    QSignalSpy refused(&asClerk, &IdentitySearch::failed);
    asClerk.decide(hit, IdentityVerdict::SamePerson, u"no"_s);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<Error>().code, Error::Code::RoleNotAllowed);

    bench.search->decide(hit, IdentityVerdict::SamePerson, u"reported to the county"_s);
    QTRY_VERIFY(bench.search->hits().isEmpty());
    QCOMPARE(failed.count(), 0);
    bench.search->decide(hit, IdentityVerdict::DifferentPeople, u"after all not"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RecordConflict);
}

QTEST_MAIN(TestIdentitySearch)
#include "tst_identitysearch.moc"

#include "tests/support/searchbench.h"

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

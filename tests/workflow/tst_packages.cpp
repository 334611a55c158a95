#include "app/biometrics/fingertemplate.h"
#include "app/exchange/practicecentre.h"
#include "app/workflow/feedbackimport.h"
#include "app/workflow/packagedesk.h"
#include "tests/support/reviewbench.h"

#include <QDir>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// What goes off to the county and does not, and cases that the station wants back.
class TestPackages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedCaseStaysBehind_data();
    void aDamagedCaseStaysBehind();
    void nothingIsWrittenOfDamagedCasesAlone();
    void aCaseIsCalledBack_data();
    void aCaseIsCalledBack();
    void onlyAReviewerCallsBackWhatWasReported();
    void everyLineHasItsOutcome();
    void theCentreDoesAsItIsTold();
};

namespace {

// A station with a practice centre whose keys are confirmed.
struct PackageBench : ReviewBench
{
    QDir folder{station.folder.path()};
    std::unique_ptr<PackageDesk> desk;
    std::optional<PracticeCentre> centre;

    QString path(const QString &name) const { return folder.filePath(name); }

    bool begin()
    {
        if (!open())
            return false;
        auto made = PracticeCentre::open(path(u"centre"_s), 1);
        if (!made || !made->writeKeys(path(u"centre.json"_s), counter(u"li"_s).today()))
            return false;
        centre = *std::move(made);
        desk = std::make_unique<PackageDesk>(counter(u"li"_s), path(u"packages"_s));
        desk->importPartner(path(u"centre.json"_s));
        if (!QTest::qWaitFor([this] { return desk->partners().size() == 1; }))
            return false;
        PackageDesk other(counter(u"zhao"_s, Role::Supervisor), path(u"packages"_s));
        other.confirmPartner(desk->partners().first());
        if (!QTest::qWaitFor([&other] { return other.partners().size() == 1; }))
            return false;
        desk->writeOwnKeys(path(u"ours.json"_s));
        return QTest::qWaitFor([this] { return QFile::exists(path(u"ours.json"_s)) && !desk->isWorking(); });
    }

    // Reviewed, with prints that can be reported.
    std::optional<Case> reviewed(int citizen)
    {
        Draft form = this->form(citizen);
        QList<Capture> templates;
        for (FingerRecord &record : form.fingers) {
            record.fingerTemplate = QUuid::createUuid();
            const auto features = extract(press(record.finger, 1));
            templates << Capture{record.fingerTemplate, form.id, CaptureKind::FingerTemplate,
                                 FingerTemplate({*features}).toBytes()};
        }
        auto accepted = accept(form, 0, templates);
        if (!accepted)
            return {};
        ReviewDesk review(counter(u"li"_s));
        QSignalSpy moved(&review, &ReviewDesk::moved);
        review.approve(standing(accepted->id));
        return moved.wait() ? accepted : std::nullopt;
    }

    bool damage(const QUuid &capture, const QString &change)
    {
        QObject asker;
        std::optional<bool> done;
        station.store.write(
            &asker,
            [capture, change](Repositories &repositories) {
                return Statement(repositories.database.connection(), change)
                    .with({capture.toString(QUuid::WithoutBraces)})
                    .run();
            },
            [&done](const Result<void> &result) { done = bool(result); });
        return QTest::qWaitFor([&done] { return done.has_value(); }) && *done;
    }

    // Whether a package was written.
    bool make()
    {
        QSignalSpy changed(desk.get(), &PackageDesk::changed);
        desk->refresh(); // another desk confirmed the keys
        if (!changed.wait())
            return false;
        QSignalSpy made(desk.get(), &PackageDesk::made);
        QSignalSpy failed(desk.get(), &PackageDesk::failed);
        desk->make();
        return QTest::qWaitFor([&] { return made.count() + failed.count() > 0; }) && made.count() == 1
            && QTest::qWaitFor([this] { return !desk->packages().isEmpty(); });
    }

    // The centre reads the newest package.
    bool take()
    {
        QSignalSpy changed(desk.get(), &PackageDesk::changed);
        desk->refresh();
        if (!changed.wait())
            return false;
        const QList<Package> &packages = desk->packages();
        const auto newest
            = std::max_element(packages.begin(), packages.end(),
                               [](const Package &one, const Package &other) { return one.number < other.number; });
        const auto taken = centre->take(path(u"packages/"_s + newest->file), path(u"ours.json"_s), {});
        return taken && *taken == newest->cases;
    }

    bool answer(const QString &file)
    {
        const auto made = centre->answer(path(file), path(u"ours.json"_s), counter(u"li"_s).today());
        if (!made || made->lines == 0)
            return false;
        QSignalSpy imported(desk.get(), &PackageDesk::imported);
        desk->importFeedback(path(file));
        return imported.wait();
    }
};

// What the lines of a feedback file do, one after the other; empty after an error.
QList<LineOutcome> apply(PackageBench &bench, const QList<FeedbackLine> &lines)
{
    using Outcomes = QList<LineOutcome>;
    const Counter counter = bench.counter(u"li"_s);
    std::optional<Outcomes> outcomes;
    QObject asker;
    bench.station.store.write(
        &asker,
        [&](Repositories &repositories) -> Result<Outcomes> {
            FeedbackImport import(repositories, **counter.rules.caseLife(), **counter.rules.returnReasons(), counter);
            Outcomes found;
            for (const FeedbackLine &line : lines) {
                const auto outcome = import.apply(line, int(found.size()) + 1);
                if (!outcome)
                    return outcome.error();
                found << outcome->outcome;
            }
            return found;
        },
        [&outcomes](const Result<Outcomes> &found) { outcomes = found ? *found : Outcomes(); });
    return QTest::qWaitFor([&outcomes] { return outcomes.has_value(); }) ? *outcomes : Outcomes();
}

const QString altered = u"UPDATE capture SET sealed = zeroblob(length(sealed)) WHERE id = ?"_s;
const QString gone = u"DELETE FROM capture WHERE id = ?"_s;

} // namespace

void TestPackages::aDamagedCaseStaysBehind_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("change");
    QTest::addColumn<Error::Code>("code"); // of the case that stays behind
    QTest::newRow("nothing") << QString() << QString() << Error::Code::RecordAltered;
    QTest::newRow("photo altered") << u"photo"_s << altered << Error::Code::RecordAltered;
    QTest::newRow("photo gone") << u"photo"_s << gone << Error::Code::RecordMissing;
    QTest::newRow("print altered") << u"print"_s << altered << Error::Code::RecordAltered;
    QTest::newRow("template gone") << u"template"_s << gone << Error::Code::RecordMissing;
}

// One case that cannot be read does not keep the others from the county.
void TestPackages::aDamagedCaseStaysBehind()
{
    QFETCH(QString, what);
    QFETCH(QString, change);
    QFETCH(Error::Code, code);
    PackageBench bench;
    QVERIFY(bench.begin());
    const auto first = bench.reviewed(0);
    const auto second = bench.reviewed(1);
    const auto third = bench.reviewed(2);
    QVERIFY(first && second && third);
    const FingerRecord &finger = second->form.fingers.last();
    const QUuid capture = what == u"photo" ? second->form.photo->capture
        : what == u"print"                 ? finger.presses.first()
                                           : finger.fingerTemplate;
    const bool isDamaged = !what.isEmpty();
    QVERIFY(!isDamaged || bench.damage(capture, change));

    QVERIFY(bench.make());
    QCOMPARE(bench.desk->packages().first().cases, isDamaged ? 2 : 3);
    QCOMPARE(bench.standing(first->id).accepted.state, CaseState::Reported);
    QCOMPARE(bench.standing(third->id).accepted.state, CaseState::Reported);
    QCOMPARE(bench.standing(second->id).accepted.state, isDamaged ? CaseState::StationReviewed : CaseState::Reported);
    QCOMPARE(bench.desk->leftOut().size(), isDamaged ? 1 : 0);
    QTRY_COMPARE(bench.desk->waiting(), isDamaged ? 1 : 0);
    QVERIFY(bench.take()); // the other side can read it
    if (!isDamaged)
        return;
    QCOMPARE(bench.desk->leftOut().first().standing.accepted.id, second->id);
    QCOMPARE(bench.desk->leftOut().first().error.code, code);
    QObject asker;
    std::optional<QList<AuditEntry>> audits;
    bench.station.store.read(
        &asker, [](Repositories &repositories) { return repositories.journal.audits(u"left-out"_s, 10); },
        [&audits](const Result<QList<AuditEntry>> &found) { audits = found ? *found : QList<AuditEntry>(); });
    QTRY_VERIFY(audits);
    QCOMPARE(audits->size(), 1);
    QCOMPARE(audits->first().detail, second->number.toString() + u' ' + name(code));
}

void TestPackages::nothingIsWrittenOfDamagedCasesAlone()
{
    PackageBench bench;
    QVERIFY(bench.begin());
    const auto only = bench.reviewed(0);
    QVERIFY(only && bench.damage(only->form.photo->capture, altered));
    QSignalSpy failed(bench.desk.get(), &PackageDesk::failed);
    QVERIFY(!bench.make());
    QCOMPARE(failed.count(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::RecordAltered);
    QCOMPARE(QDir(bench.path(u"packages"_s)).entryList(QDir::Files), QStringList());
    QCOMPARE(bench.standing(only->id).accepted.state, CaseState::StationReviewed);
    QVERIFY(!bench.desk->isWorking());
}

void TestPackages::aCaseIsCalledBack_data()
{
    QTest::addColumn<bool>("inTime"); // before the county has decided
    QTest::newRow("in time") << true;
    QTest::newRow("too late") << false;
}

// Asked with the next package; granted, it comes back with what the station wants to correct.
void TestPackages::aCaseIsCalledBack()
{
    QFETCH(bool, inTime);
    PackageBench bench;
    QVERIFY(bench.begin());
    const auto accepted = bench.reviewed(0);
    QVERIFY(accepted && bench.make() && bench.take());
    ReturnDesk returns(bench.counter(u"li"_s));
    QSignalSpy moved(&returns, &ReturnDesk::moved);
    const QList<ReturnReason> wrong{{.code = u"D02"_s, .item = FaultyItem::Form, .note = u"Haus 7"_s}};
    returns.callBack(bench.standing(accepted->id), wrong);
    QVERIFY(moved.wait());
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Reported);
    QVERIFY(bench.make());
    QVERIFY(bench.standing(accepted->id).progress.recallReported);
    QCOMPARE(bench.standing(accepted->id).progress.round, 1);
    QTRY_COMPARE(bench.desk->waiting(), 0); // asked once
    if (!inTime)
        QVERIFY(bench.answer(u"first.idcx"_s));
    QVERIFY(bench.take());
    if (inTime)
        QVERIFY(bench.answer(u"first.idcx"_s));

    const Standing now = bench.standing(accepted->id);
    QVERIFY(now.progress.recall.isEmpty());
    if (!inTime) {
        QCOMPARE(now.accepted.state, CaseState::Dispatched);
        return;
    }
    QCOMPARE(now.accepted.state, CaseState::Returned);
    QCOMPARE(now.progress.origin, ReturnOrigin::Station);
    QCOMPARE(now.progress.wrong, wrong);
    Draft corrected = now.accepted.form;
    corrected.applicant.address += u"7号"_s;
    returns.redo(now, corrected);
    QTRY_COMPARE(moved.count(), 2);
    QCOMPARE(bench.standing(accepted->id).accepted.state, CaseState::Accepted);
}

void TestPackages::onlyAReviewerCallsBackWhatWasReported()
{
    PackageBench bench;
    QVERIFY(bench.begin());
    const auto accepted = bench.reviewed(0);
    QVERIFY(accepted);
    const QList<ReturnReason> wrong{{.code = u"P01"_s, .item = FaultyItem::Photo, .note = {}}};
    const auto answer = [&](const QString &login, const QList<ReturnReason> &reasons) {
        ReturnDesk desk(bench.counter(login));
        QSignalSpy moved(&desk, &ReturnDesk::moved);
        QSignalSpy failed(&desk, &ReturnDesk::failed);
        desk.callBack(bench.standing(accepted->id), reasons);
        if (!QTest::qWaitFor([&] { return moved.count() + failed.count() > 0; }))
            return u"no answer"_s;
        return moved.isEmpty() ? name(failed.first().first().value<Error>().code) : u"moved"_s;
    };
    QCOMPARE(answer(u"li"_s, wrong), u"TransitionNotAllowed"_s); // not reported yet: it is reopened
    QVERIFY(bench.make());
    QCOMPARE(answer(u"wang"_s, wrong), u"RoleNotAllowed"_s);
    QCOMPARE(answer(u"li"_s, {}), u"ReturnReasonMissing"_s);
    QCOMPARE(answer(u"li"_s, wrong), u"moved"_s);
    QCOMPARE(answer(u"li"_s, wrong), u"TransitionNotAllowed"_s); // asked already
}

// In any order, any of them again, of a case that another package has, and of one that is not ours.
void TestPackages::everyLineHasItsOutcome()
{
    PackageBench bench;
    QVERIFY(bench.begin());
    const auto first = bench.reviewed(0);
    const auto second = bench.reviewed(1);
    QVERIFY(first && second && bench.make());
    const QString package = bench.desk->packages().first().number;
    const auto line = [&](const Case &about, const QString &event, Role office, int round = 1) {
        return FeedbackLine{.acceptanceNumber = about.number.toString(),
                            .package = package,
                            .round = round,
                            .office = office,
                            .event = event};
    };
    FeedbackLine signature = line(*first, u"sign"_s, Role::County);
    signature.validFrom = {2026, 11, 25};
    FeedbackLine foreign = signature;
    foreign.acceptanceNumber = u"1101010012026112400001"_s;
    const auto stateOf = [&] {
        QSignalSpy changed(bench.desk.get(), &PackageDesk::changed);
        bench.desk->refresh();
        return changed.wait() ? bench.desk->packages().first().state : PackageState::Made;
    };
    using enum LineOutcome;
    // The centre has begun before anybody said that the county signed.
    QCOMPARE(apply(bench, {line(*first, u"start"_s, Role::Centre), signature, signature, foreign}),
             (QList{Applied, Applied, Nothing, CaseUnknown}));
    QCOMPARE(stateOf(), PackageState::PartlyAcknowledged);
    QCOMPARE(bench.standing(first->id).accepted.state, CaseState::InProduction);
    QCOMPARE(bench.standing(first->id).progress.validFrom, signature.validFrom);
    QCOMPARE(bench.standing(second->id).accepted.state, CaseState::Reported);
    // What was reported before is past, what was not reported yet cannot have happened.
    QCOMPARE(apply(bench,
                   {line(*first, u"return"_s, Role::Centre, 0), line(*first, u"produce"_s, Role::Centre, 2),
                    line(*first, u"take"_s, Role::Centre), line(*first, u"refuse"_s, Role::County)}),
             (QList{EarlierRound, NotPossible, Nothing, NotPossible}));
    QCOMPARE(bench.standing(first->id).accepted.state, CaseState::InProduction);
    const FeedbackLine arrived = line(*second, u"acknowledge"_s, Role::County);
    const FeedbackLine dispatched = line(*second, u"dispatch"_s, Role::Centre);
    QCOMPARE(apply(bench, {arrived, dispatched, dispatched}), (QList{Applied, Applied, Nothing}));
    QCOMPARE(bench.standing(second->id).accepted.state, CaseState::Dispatched);
    QCOMPARE(stateOf(), PackageState::Acknowledged);
}

// One case is returned with what the rule says, one goes slowly, stage by stage, of one nothing is
// heard.
void TestPackages::theCentreDoesAsItIsTold()
{
    PackageBench bench;
    QVERIFY(bench.begin());
    const auto returned = bench.reviewed(0);
    const auto slow = bench.reviewed(1);
    const auto held = bench.reviewed(2);
    QVERIFY(returned && slow && held);
    const auto ending = [](const Case &accepted) { return accepted.number.toString().last(5).toUtf8(); };
    const auto rules
        = CentreRule::read("ending,round,fate,office,codes,note\n" + ending(*returned) + ",1,return,city,P01 F21,grey\n"
                               + ending(*slow) + ",,slow,,,\n,,hold,,,\n",
                           u"rules.csv"_s);
    QVERIFY(rules);
    bench.centre->setRules(*rules);
    QVERIFY(bench.make());
    QVERIFY(bench.take());

    const auto stateOf = [&bench](const Case &accepted) { return bench.standing(accepted.id).accepted.state; };
    QVERIFY(bench.answer(u"a0.idcx"_s));
    const Standing back = bench.standing(returned->id);
    QCOMPARE(back.accepted.state, CaseState::Returned);
    QCOMPARE(back.progress.origin, ReturnOrigin::City);
    QCOMPARE(back.progress.wrong.size(), 2);
    QCOMPARE(back.progress.wrong.first().code, u"P01"_s);
    QCOMPARE(back.progress.wrong.first().note, u"grey"_s);
    QCOMPARE(stateOf(*slow), CaseState::Reported); // acknowledged
    const QList<CaseState> stages{CaseState::CountySigned, CaseState::CentreAccepted, CaseState::InProduction,
                                  CaseState::Produced, CaseState::Dispatched};
    for (qsizetype i = 0; i < stages.size(); ++i) {
        QVERIFY(bench.answer(u"a%1.idcx"_s.arg(i + 1)));
        QCOMPARE(stateOf(*slow), stages[i]);
    }
    QCOMPARE(stateOf(*held), CaseState::Reported);
    QVERIFY(!bench.answer(u"last.idcx"_s)); // nothing is left to be told
}

QTEST_MAIN(TestPackages)
#include "tst_packages.moc"

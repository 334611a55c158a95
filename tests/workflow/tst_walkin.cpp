#include "tests/support/practicecounter.h"

#include <QSignalSpy>

using namespace idcounter;
using namespace Qt::StringLiterals;

static QDateTime testTime()
{
    return QDateTime({2026, 11, 24}, {2, 0}, Qt::UTC);
}

static Payment cash()
{
    return {.method = PaymentMethod::Cash, .tendered = 5000, .reference = {}};
}

class TestWalkIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatEachStepLacks_data();
    void saysWhatEachStepLacks();
    void leadsToTheFeeOnlyWhenNothingIsMissing();
    void savesByItself();
    void tellsThatSavingFailed();
    void resumesWhereItStood();
    void acceptsOnceHoweverOftenAsked();
    void stopsWhenThePriceChanged();
    void refusesASecondCaseOfTheCitizen();
    void stopsWhenTakenOver();
    void keepsTheReasonOfADiscard();
    void anUntestedPhotoIsConfirmedAnew();
    void refusesInWriting();
    void aRefusalNeedsAReason();
    void ofASmallChildNoPrintsAreAskedFor();
    void thePromiseMayRunFromThePayment();
    void whatIsChangedIsSignedAgain();
    void aSaveDoesNotBringTheDraftBack();
    void exceptionsNeedASecondOfficer();
    void fillsInWhatTheRegisterKnows();
    void saysWhomTheRegisterDoesNotKnow();
};

void TestWalkIn::saysWhatEachStepLacks_data()
{
    QTest::addColumn<std::function<void(Draft &)>>("change");
    QTest::addColumn<StepId>("step");
    QTest::addColumn<Error::Code>("code");
    const auto row = [](const char *name, StepId step, Error::Code code, std::function<void(Draft &)> change) {
        QTest::newRow(name) << change << step << code;
    };
    row("number", StepId::Booklet, Error::Code::CitizenNumberCheck,
        [](Draft &d) { d.applicant.number = u"650102198806129011"_s; });
    row("name", StepId::Booklet, Error::Code::NameMissing, [](Draft &d) { d.applicant.name.clear(); });
    row("sex differs", StepId::Booklet, Error::Code::BookletDiffers, [](Draft &d) { d.applicant.sex = u"2"_s; });
    row("ethnic group", StepId::Booklet, Error::Code::EthnicGroupMissing,
        [](Draft &d) { d.applicant.ethnicGroup.clear(); });
    row("address", StepId::Booklet, Error::Code::AddressMissing, [](Draft &d) { d.applicant.address = u" "_s; });
    row("checks", StepId::Booklet, Error::Code::ChecksMissing, [](Draft &d) { d.papers.passed.removeLast(); });
    row("correction", StepId::Booklet, Error::Code::CorrectionCauseMissing,
        [](Draft &d) { d.business.reason = u"25"_s; });
    row("seal", StepId::Booklet, Error::Code::SealMissing, [](Draft &d) {
        d.papers.passed.removeAll(int(BookletCheck::SealPresent));
        d.papers.failed << int(BookletCheck::SealPresent);
    });
    row("reason", StepId::Booklet, Error::Code::ReasonMissing, [](Draft &d) { d.business.reason.clear(); });
    row("old card", StepId::Booklet, Error::Code::OldCardMissing,
        [](Draft &d) { d.business.oldCard = OldCard::NotAsked; });
    row("notice", StepId::Booklet, Error::Code::NoticeNotShown, [](Draft &d) { d.papers.noticeShown = false; });
    row("photo", StepId::Photo, Error::Code::PhotoMissing, [](Draft &d) { d.photo.reset(); });
    row("photo blocked", StepId::Photo, Error::Code::PhotoBlocked, [](Draft &d) {
        d.photo->findings << PhotoFinding{u"face_w"_s, 150.0, int(PhotoVerdict::Block)};
    });
    row("photo warned", StepId::Photo, Error::Code::PhotoReasonMissing, [](Draft &d) {
        d.photo->findings << PhotoFinding{u"roll"_s, 5.0, int(PhotoVerdict::Warn)};
    });
    row("photo not looked at", StepId::Photo, Error::Code::PhotoLookMissing, [](Draft &d) {
        d.photo->findings << PhotoFinding{u"hair"_s, {}, int(PhotoVerdict::Look)};
    });
    row("photo not measured", StepId::Photo, Error::Code::PhotoLookMissing, [](Draft &d) {
        d.photo->findings << PhotoFinding{u"hat"_s, {}, int(PhotoVerdict::Unchecked)};
    });
    row("one finger", StepId::Fingers, Error::Code::FingersMissing, [](Draft &d) { d.fingers.removeLast(); });
    row("finger not verified", StepId::Fingers, Error::Code::FingersMissing,
        [](Draft &d) { d.fingers.last().verified = false; });
    row("two presses", StepId::Fingers, Error::Code::FingersMissing,
        [](Draft &d) { d.fingers.last().presses.removeLast(); });
    row("given up without a reason", StepId::Fingers, Error::Code::FingerReasonMissing,
        [](Draft &d) { d.fingers << FingerRecord{.finger = u"17"_s, .result = FingerResult::NotRegistered}; });
    row("phone", StepId::Form, Error::Code::PhoneMissing, [](Draft &d) { d.delivery.phone.clear(); });
    row("wrong phone", StepId::Form, Error::Code::PhoneInvalid, [](Draft &d) { d.delivery.phone = u"12345"_s; });
    row("mailing address", StepId::Form, Error::Code::MailingAddressMissing,
        [](Draft &d) { d.delivery.collection = Collection::Mail; });
    row("not printed", StepId::ReadBack, Error::Code::FormNotPrinted, [](Draft &d) { d.signing.printedForms = 0; });
    row("not read", StepId::ReadBack, Error::Code::NotReadBack, [](Draft &d) { d.signing.readBack = false; });
    row("not signed", StepId::ReadBack, Error::Code::NotSigned, [](Draft &d) { d.signing.signedByPen = false; });
    row("not paid", StepId::Fee, Error::Code::NotPaid, [](Draft &) {});
    row("too little", StepId::Fee, Error::Code::TenderedTooLittle,
        [](Draft &d) { d.payment = {.method = PaymentMethod::Cash, .tendered = 1999, .reference = {}}; });
    row("no reference", StepId::Fee, Error::Code::PaymentReferenceMissing,
        [](Draft &d) { d.payment.method = PaymentMethod::Terminal; });
    row("no reason to live here", StepId::Booklet, Error::Code::OffSiteReasonMissing,
        [](Draft &d) { d.business.offSite = true; });
    row("free, but it is not", StepId::Fee, Error::Code::NotPaid,
        [](Draft &d) { d.payment.method = PaymentMethod::Free; });
    row("price not settled", StepId::Fee, Error::Code::FeeNotSet, [](Draft &d) { d.business.reason = u"25"_s; });
}

void TestWalkIn::saysWhatEachStepLacks()
{
    QFETCH(std::function<void(Draft &)>, change);
    QFETCH(StepId, step);
    QFETCH(Error::Code, code);
    const Rules rules(shippedTable);
    PracticeCounter station;
    const StepContext context{.rules = rules, .today = today(station.clock), .region = u"65"_s};
    Draft draft = station.renewal();
    if (step != StepId::Fee)
        QCOMPARE(stepOf(step).state(draft, context).problems, QList<Error::Code>());
    change(draft);
    const StepState state = stepOf(step).state(draft, context);
    QVERIFY2(state.problems.contains(code), qPrintable(name(code)));
    QVERIFY(!state.isDone());
}

void TestWalkIn::leadsToTheFeeOnlyWhenNothingIsMissing()
{
    PracticeCounter station;
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), station.renewal(), station.household);
    QCOMPARE(walkIn.currentStep(), StepId::Fee); // everything before it is complete
    QCOMPARE(walkIn.missing(), 1); // the payment

    Draft draft = walkIn.draft();
    draft.delivery.phone.clear();
    walkIn.setDraft(draft);
    QCOMPARE(walkIn.missing(), 5); // what was signed is no longer what the form says
    QVERIFY(!walkIn.canGoTo(StepId::Fee));
    walkIn.goTo(StepId::Photo);
    QCOMPARE(walkIn.currentStep(), StepId::Photo);
    for (int i = 0; i < 20; ++i)
        walkIn.next(); // pressing on does not skip what is missing
    QCOMPARE(walkIn.currentStep(), StepId::Form);
    QVERIFY(!walkIn.canGoTo(StepId::Slip));
}

void TestWalkIn::savesByItself()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = Draft::begin(station.clock, u"wang"_s);
    const QUuid id = draft.id;
    {
        WalkIn walkIn(station.counter(), draft, station.household);
        draft.applicant.name = u"张"_s;
        walkIn.setDraft(draft);
        QCOMPARE(walkIn.saveState(), WalkIn::SaveState::Saving);
        QTRY_COMPARE(walkIn.saveState(), WalkIn::SaveState::Saved);
        draft.applicant.name = u"张三"_s;
        walkIn.setDraft(draft);
    } // the last change goes with the case
    std::optional<Draft> stored;
    QObject asker;
    station.store.read(
        &asker, [id](Repositories &repositories) { return repositories.drafts.find(id); },
        [&](const Result<Draft> &found) { stored = found ? *found : Draft(); });
    QTRY_VERIFY(stored);
    QCOMPARE(stored->applicant.name, u"张三"_s);
}

void TestWalkIn::tellsThatSavingFailed()
{
    PracticeCounter station;
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), Draft::begin(station.clock, u"wang"_s), station.household);
    QObject asker;
    bool dropped = false;
    station.store.read(
        &asker,
        [](Repositories &repositories) {
            return Statement(repositories.database.connection(), u"ALTER TABLE draft RENAME TO gone"_s).run();
        },
        [&](const Result<void> &result) { dropped = bool(result); });
    QTRY_VERIFY(dropped);
    Draft draft = walkIn.draft();
    draft.applicant.name = u"张三"_s;
    walkIn.setDraft(draft);
    QTRY_COMPARE(walkIn.saveState(), WalkIn::SaveState::NotSaved);
    QCOMPARE(walkIn.lastSave().error().code, Error::Code::StorageFailed);
    QCOMPARE(walkIn.draft().applicant.name, u"张三"_s);

    station.store.read(
        &asker,
        [](Repositories &repositories) {
            return Statement(repositories.database.connection(), u"ALTER TABLE gone RENAME TO draft"_s).run();
        },
        [](const Result<void> &) {});
    QTRY_COMPARE(walkIn.saveState(), WalkIn::SaveState::Saved); // tried again by itself
}

void TestWalkIn::resumesWhereItStood()
{
    PracticeCounter station;
    Draft draft = station.renewal();
    draft.fingers.removeLast();
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), draft, station.household);
    QCOMPARE(walkIn.currentStep(), StepId::Fingers);
}

void TestWalkIn::acceptsOnceHoweverOftenAsked()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.payment = cash();
    WalkIn walkIn(station.counter(), draft, station.household);
    QSignalSpy accepted(&walkIn, &WalkIn::accepted);
    const auto shown = walkIn.charges();
    QVERIFY(shown);
    for (int i = 0; i < 3; ++i)
        walkIn.accept(*shown);
    QTRY_COMPARE(accepted.count(), 1);
    walkIn.accept(*shown);
    QVERIFY(walkIn.acceptedCase());
    QCOMPARE(walkIn.acceptedCase()->number.toString(), u"6501029992026112400001"_s);
    QCOMPARE(walkIn.acceptedCase()->owed(), Fen{2000});
    QCOMPARE(walkIn.acceptedCase()->promiseDue, QDate(2026, 12, 22));
    QCOMPARE(walkIn.acceptedCase()->legalDue, QDate(2027, 1, 23));
    QVERIFY(walkIn.acceptedCase()->dueIsProvisional);
    QCOMPARE(walkIn.currentStep(), StepId::Slip);
    QVERIFY(!walkIn.canGoTo(StepId::Booklet));

    int cases = -1;
    int drafts = -1;
    QObject asker;
    station.store.read(
        &asker, [day = today(station.clock)](Repositories &repositories) { return repositories.figures.of(day); },
        [&](const Result<DayFigures> &figures) {
            cases = figures ? figures->cases() : -2;
            drafts = figures ? figures->draftsOpen : -2;
        });
    QTRY_COMPARE(cases, 1);
    QCOMPARE(drafts, 0);
}

void TestWalkIn::stopsWhenThePriceChanged()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.payment = cash();
    WalkIn walkIn(station.counter(), draft, station.household);
    QSignalSpy refused(&walkIn, &WalkIn::refused);
    QList<Charge> shown = *walkIn.charges();
    shown.first().amount = {1000};
    walkIn.accept(shown);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<Error>().code, Error::Code::PriceChanged);
    QVERIFY(!walkIn.acceptedCase());
    QVERIFY(!walkIn.isAccepting());
}

void TestWalkIn::refusesASecondCaseOfTheCitizen()
{
    PracticeCounter station;
    QVERIFY(station.open());
    for (int i = 0; i < 2; ++i) {
        Draft draft = station.renewal();
        draft.payment = cash();
        WalkIn walkIn(station.counter(), draft, station.household);
        QSignalSpy accepted(&walkIn, &WalkIn::accepted);
        QSignalSpy refused(&walkIn, &WalkIn::refused);
        walkIn.accept(*walkIn.charges());
        QTRY_COMPARE(accepted.count() + refused.count(), 1);
        QCOMPARE(accepted.count(), i == 0 ? 1 : 0);
        // And the booklet page says so before anything is captured.
        if (i == 1)
            QTRY_VERIFY(walkIn.stateOf(StepId::Booklet).problems.contains(Error::Code::OpenCaseExists));
    }
}

void TestWalkIn::stopsWhenTakenOver()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = Draft::begin(station.clock, u"wang"_s);
    WalkIn walkIn(station.counter(), draft, station.household);
    QSignalSpy refused(&walkIn, &WalkIn::refused);
    draft.applicant.name = u"张三"_s;
    walkIn.setDraft(draft);
    walkIn.save();
    QTRY_COMPARE(walkIn.saveState(), WalkIn::SaveState::Saved);

    bool taken = false;
    QObject asker;
    station.store.write(
        &asker,
        [id = draft.id](Repositories &repositories) {
            return repositories.drafts.open(id, {.token = QUuid::createUuid(), .where = u"2"_s}, true);
        },
        [&](const Result<Draft> &result) { taken = bool(result); });
    QTRY_VERIFY(taken);
    draft.applicant.name = u"李四"_s;
    walkIn.setDraft(draft);
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().first().value<Error>(), (Error{Error::Code::DraftOpenElsewhere, u"2"_s}));
}

void TestWalkIn::keepsTheReasonOfADiscard()
{
    PracticeCounter station;
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), station.renewal(), station.household);
    QSignalSpy ended(&walkIn, &WalkIn::ended);
    QSignalSpy refused(&walkIn, &WalkIn::refused);
    bool kept = false;
    walkIn.keep(&walkIn, CaptureKind::Photo, "picture", [&](const Result<QUuid> &stored) { kept = bool(stored); });
    QTRY_VERIFY(kept);
    walkIn.discard(u"  "_s);
    QCOMPARE(refused.count(), 1);
    walkIn.discard(u"citizen left"_s);
    QTRY_COMPARE(ended.count(), 1);

    qsizetype captures = -1;
    QObject asker;
    station.store.read(
        &asker,
        [id = walkIn.draft().id](Repositories &repositories) {
            return repositories.captures.ofCase(id, CaptureKind::Photo);
        },
        [&](const Result<QList<Capture>> &found) { captures = found ? found->size() : -2; });
    QTRY_COMPARE(captures, 0);

    // From the table of the case's life, with the reason, which lies sealed.
    QString change;
    QByteArray body;
    station.store.read(
        &asker,
        [id = walkIn.draft().id](Repositories &repositories) -> Result<QPair<QString, QByteArray>> {
            Statement row(repositories.database.connection(),
                          u"SELECT from_state, type, to_state, event_id, seq, sealed FROM event WHERE case_id = ? "
                          "ORDER BY seq DESC LIMIT 1"_s);
            if (const auto read = row.with({id.toString(QUuid::WithoutBraces)}).run(); !read)
                return read.error();
            if (!row.next())
                return Error{Error::Code::RecordMissing, {}};
            const auto opened = repositories.keys.sealer().open(
                row.bytes(5),
                {.table = "event", .column = "sealed", .row = QUuid(row.text(3)), .version = row.number(4)});
            if (!opened)
                return opened.error();
            return QPair(u"%1 %2 %3"_s.arg(row.text(0), row.text(1), row.text(2)), *opened);
        },
        [&](const Result<QPair<QString, QByteArray>> &found) {
            change = found ? found->first : name(found.error().code);
            body = found ? found->second : QByteArray();
        });
    QTRY_COMPARE(change, u"DRAFT discard DISCARDED"_s);
    QVERIFY(body.contains("citizen left"));
}

// Confirmed for one photo that could not be measured is not confirmed for the next.
void TestWalkIn::anUntestedPhotoIsConfirmedAnew()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.photo->findings << PhotoFinding{u"one_face"_s, {}, int(PhotoVerdict::Unchecked), true};
    QVERIFY(draft.hasExceptions());
    WalkIn walkIn(station.counter(), draft, station.household);
    walkIn.confirmExceptions(station.counter().person, draft);
    QVERIFY(!walkIn.draft().secondOfficer.isEmpty());
    Draft again = walkIn.draft();
    again.photo->capture = QUuid::createUuid();
    walkIn.setDraft(again);
    QVERIFY(walkIn.draft().secondOfficer.isEmpty());
}

void TestWalkIn::refusesInWriting()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.papers.passed.removeAll(int(BookletCheck::SealPresent));
    draft.papers.failed << int(BookletCheck::SealPresent);
    WalkIn walkIn(station.counter(), draft, station.household);
    QSignalSpy refused(&walkIn, &WalkIn::citizenRefused);
    QVERIFY(!walkIn.isOver());
    walkIn.refuse(u" 户口簿内页脱落 "_s);
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(walkIn.isOver());
    QCOMPARE(walkIn.refusal()->obstacles.size(), 1);
    QCOMPARE(walkIn.refusal()->obstacles.first().code, Error::Code::SealMissing);
    walkIn.accept({});
    QVERIFY(!walkIn.isAccepting()); // what was refused is not accepted afterwards

    struct Left
    {
        QString note;
        qsizetype drafts = -1;
        DayFigures figures;
        bool intact = false;
    };
    Left left;
    QObject asker;
    station.store.read(
        &asker,
        [id = draft.id, day = today(station.clock)](Repositories &repositories) -> Result<Left> {
            const auto note = repositories.refusals.noteOf(id);
            const auto drafts = repositories.drafts.summaries();
            const auto figures = repositories.figures.of(day);
            if (!note || !drafts || !figures)
                return Error{Error::Code::RecordMissing, {}};
            return Left{*note, drafts->size(), *figures, repositories.verify().isIntact()};
        },
        [&left](const Result<Left> &found) { left = found ? *found : Left(); });
    QTRY_COMPARE(left.drafts, 0);
    QCOMPARE(left.note, u"户口簿内页脱落"_s);
    QCOMPARE(left.figures.refusedCases, 1);
    QCOMPARE(left.figures.cases(), 0);
    QVERIFY(left.intact);
}

void TestWalkIn::aRefusalNeedsAReason()
{
    PracticeCounter station;
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), station.renewal(), station.household);
    QSignalSpy errors(&walkIn, &WalkIn::refused);
    walkIn.refuse(u"  "_s);
    QCOMPARE(errors.count(), 1);
    QCOMPARE(errors.first().first().value<Error>().code, Error::Code::RefusalReasonMissing);
    QVERIFY(!walkIn.isOver());
}

// Two years old: the station's setting decides whether the step lacks anything.
void TestWalkIn::ofASmallChildNoPrintsAreAskedFor()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.applicant.number = u"650102202503159027"_s;
    draft.fillFromNumber();
    draft.fingers.clear();
    for (const int years : {0, 1, 3}) {
        bool stored = false;
        QObject asker;
        station.store.write(
            &asker,
            [years](Repositories &repositories) {
                return StationSettings{.fingerMinAge = years}.store(repositories.station);
            },
            [&stored](const Result<void> &done) { stored = bool(done); });
        QTRY_VERIFY(stored);
        WalkIn walkIn(station.counter(), draft, station.household);
        QSignalSpy known(&walkIn, &WalkIn::knowledgeChanged);
        QTRY_VERIFY(known.count() > 1); // the register, and the station
        QCOMPARE(walkIn.stateOf(StepId::Fingers).isDone(), years == 3);
        QCOMPARE(walkIn.isTooYoungForPrints(), years == 3);
    }
}

// The form was signed yesterday, and it is paid today.
void TestWalkIn::thePromiseMayRunFromThePayment()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.signing.formDate = today(station.clock).addDays(-1);
    QList<Deadlines> clocks;
    for (const bool fromPayment : {false, true}) {
        bool stored = false;
        QObject asker;
        station.store.write(
            &asker,
            [fromPayment](Repositories &repositories) {
                return StationSettings{.promiseFromPayment = fromPayment}.store(repositories.station);
            },
            [&stored](const Result<void> &done) { stored = bool(done); });
        QTRY_VERIFY(stored);
        WalkIn walkIn(station.counter(), draft, station.household);
        QSignalSpy known(&walkIn, &WalkIn::knowledgeChanged);
        QTRY_VERIFY(known.count() > 1);
        clocks << *walkIn.deadlines();
    }
    QCOMPARE(clocks[0].promise.day.addDays(1), clocks[1].promise.day); // a Monday, a Tuesday
    QCOMPARE(clocks[0].legal, clocks[1].legal);
}

void TestWalkIn::whatIsChangedIsSignedAgain()
{
    PracticeCounter station;
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), station.renewal(), station.household);
    QVERIFY(walkIn.stateOf(StepId::ReadBack).isDone());
    Draft draft = walkIn.draft();
    draft.payment = cash();
    walkIn.setDraft(draft);
    QVERIFY(walkIn.stateOf(StepId::ReadBack).isDone()); // the money is not on the form
    draft.applicant.name = u"张大丰"_s;
    walkIn.setDraft(draft);
    QVERIFY(!walkIn.stateOf(StepId::ReadBack).isDone());
    QCOMPARE(walkIn.draft().signing, Signing());
    draft = walkIn.draft();
    draft.applicant.number = PracticeRegister::entries().at(1).number;
    walkIn.setDraft(draft);
    QVERIFY(walkIn.draft().papers.passed.isEmpty()); // the booklet of another number
}

// A save that waits behind the acceptance finds the case, and leaves it alone.
void TestWalkIn::aSaveDoesNotBringTheDraftBack()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.payment = cash();
    WalkIn walkIn(station.counter(), draft, station.household);
    QSignalSpy accepted(&walkIn, &WalkIn::accepted);
    Draft changed = draft;
    changed.payment.tendered = 10000;
    walkIn.setDraft(changed);
    walkIn.save();
    walkIn.accept(*walkIn.charges());
    walkIn.save();
    QTRY_COMPARE(accepted.count(), 1);
    walkIn.save();
    bool refused = false;
    int drafts = -1;
    QObject asker;
    station.store.write(
        &asker,
        [draft, holder = station.counter().holder](Repositories &repositories) {
            return repositories.drafts.save(draft, u"fee"_s, holder, testTime());
        },
        [&](const Result<bool> &result) { refused = !result; });
    station.store.read(
        &asker, [](Repositories &repositories) { return repositories.drafts.count(); },
        [&](const Result<int> &count) { drafts = count ? *count : -2; });
    QTRY_COMPARE(drafts, 0);
    QVERIFY(refused);
}

void TestWalkIn::exceptionsNeedASecondOfficer()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    draft.business.reduction = u"DIBAO"_s;
    draft.business.evidence = u"certificate"_s;
    WalkIn walkIn(station.counter(), draft, station.household);
    QCOMPARE(walkIn.currentStep(), StepId::ReadBack);
    QCOMPARE(walkIn.stateOf(StepId::ReadBack).problems, QList{Error::Code::SecondOfficerMissing});

    QSignalSpy confirmed(&station.login, &LogIn::confirmed);
    QSignalSpy failed(&station.login, &LogIn::failed);
    const auto people = LogIn::practiceLogins();
    station.login.confirm(people.first().login, people.first().passphrase);
    QCOMPARE(failed.count(), 1); // not oneself
    QCOMPARE(failed.first().first().value<Error>().code, Error::Code::SamePerson);
    station.login.confirm(people.last().login, u"wrong-passphrase"_s);
    QTRY_COMPARE(failed.count(), 2);
    station.login.confirm(people.last().login, people.last().passphrase);
    QTRY_COMPARE(confirmed.count(), 1);
    walkIn.confirmExceptions(confirmed.first().first().value<Person>(), draft);
    QCOMPARE(walkIn.draft().secondOfficerName, people.last().name);
    QVERIFY(walkIn.stateOf(StepId::ReadBack).isDone());
    QCOMPARE(sumOf(*walkIn.charges()), Fen{0});
}

void TestWalkIn::fillsInWhatTheRegisterKnows()
{
    PracticeCounter station;
    QVERIFY(station.open());
    WalkIn walkIn(station.counter(), Draft::begin(station.clock, u"wang"_s), station.household);
    Draft draft = walkIn.draft();
    draft.applicant.number = PracticeRegister::entries().first().number;
    walkIn.setDraft(draft);
    QTRY_COMPARE(walkIn.registerEntry().answer, RegisterAnswer::Known);
    QCOMPARE(walkIn.draft().applicant.name, PracticeRegister::entries().first().name);
    QCOMPARE(walkIn.draft().applicant.address, walkIn.registerEntry().address);
    QCOMPARE(walkIn.draft().applicant.ethnicGroup, walkIn.registerEntry().ethnicGroup);
    QCOMPARE(walkIn.draft().papers.registerAnswer, RegisterAnswer::Known);
}

void TestWalkIn::saysWhomTheRegisterDoesNotKnow()
{
    PracticeCounter station;
    QVERIFY(station.open());
    Draft draft = station.renewal();
    for (const QChar check : u"0123456789X"_s) {
        if (const auto number = CitizenNumber::parse(u"65010219900101998"_s + check))
            draft.applicant.number = number->toString();
    }
    draft.applicant.birthDate = {1990, 1, 1};
    draft.applicant.sex = u"2"_s;
    WalkIn walkIn(station.counter(), draft, station.household);
    QTRY_COMPARE(walkIn.draft().papers.registerAnswer, RegisterAnswer::Unknown);
    QVERIFY(walkIn.stateOf(StepId::Booklet).problems.contains(Error::Code::RegisterUnknown));
}

QTEST_GUILESS_MAIN(TestWalkIn)
#include "tst_walkin.moc"

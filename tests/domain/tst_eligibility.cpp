#include "app/domain/refusal.h"
#include "tests/support/tables.h"

#include <QTest>

#include <algorithm>

using namespace idcounter;
using namespace Qt::StringLiterals;

static const QDate day(2026, 11, 24);

// A renewal against which nothing speaks.
static Draft renewal()
{
    Draft draft;
    draft.id = QUuid::createUuid();
    draft.openedOn = day;
    draft.applicant.number = u"11010519491231002X"_s;
    draft.applicant.name = u"张三"_s;
    for (int check = 0; check < bookletCheckCount; ++check)
        draft.papers.passed << check;
    draft.business.reason = u"22"_s;
    draft.business.oldCard = OldCard::Returned;
    return draft;
}

class TestEligibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSpeaksAgainstARenewal();
    void names_data();
    void names();
    void warnsOnlyWhereItMust_data();
    void warnsOnlyWhereItMust();
    void tellsEverythingAtOnce();
    void knowsAFirstApplication();
    void listsThePapers();
    void draftsSurviveJson();

private:
    QList<Obstacle> found(const Draft &draft, const StationKnowledge &station = {}) const
    {
        return *obstacles(draft, station, m_rules, day);
    }
    const Rules m_rules{shippedTable};
};

void TestEligibility::nothingSpeaksAgainstARenewal()
{
    QCOMPARE(found(renewal()), QList<Obstacle>());
}

void TestEligibility::names_data()
{
    QTest::addColumn<Draft>("draft");
    QTest::addColumn<Error::Code>("code");
    const auto row = [](const char *name, Error::Code code, const auto &change) {
        Draft draft = renewal();
        change(draft);
        QTest::newRow(name) << draft << code;
    };
    const auto failed = [](BookletCheck check) {
        return [check](Draft &draft) {
            draft.papers.passed.removeAll(int(check));
            draft.papers.failed << int(check);
        };
    };
    row("number", Error::Code::NumberDiffersFromRegister, failed(BookletCheck::NumberEqual));
    row("person", Error::Code::BookletDiffers, failed(BookletCheck::PersonEqual));
    row("address", Error::Code::HouseholdChangeFirst, failed(BookletCheck::AddressEqual));
    row("struck off", Error::Code::StruckOff, failed(BookletCheck::NotStruckOff));
    row("booklet lost", Error::Code::BookletReportedLost, failed(BookletCheck::BookletValid));
    row("seal", Error::Code::SealMissing, failed(BookletCheck::SealPresent));
    row("soldier", Error::Code::SoldierSeparate, failed(BookletCheck::NotSoldier));
    row("register", Error::Code::RegisterUnknown, [](Draft &d) { d.papers.registerAnswer = RegisterAnswer::Unknown; });
    row("child alone", Error::Code::GuardianMissing, [](Draft &d) { d.applicant.number = u"110105201801010019"_s; });
    row("first, but held one", Error::Code::ReasonNotFirst, [](Draft &d) { d.business.reason = u"12"_s; });
    row("renewal, but held none", Error::Code::ReasonIsFirst, [](Draft &d) { d.business.oldCard = OldCard::None; });
    row("too early", Error::Code::RenewalTooEarly, [](Draft &d) { d.business.oldCardUntil = day.addMonths(4); });
    row("lost, but renewed", Error::Code::OldCardContradicts, [](Draft &d) { d.business.oldCard = OldCard::Lost; });
    row("re-issued, but handed in", Error::Code::OldCardContradicts, [](Draft &d) { d.business.reason = u"41"_s; });
    row("lost", Error::Code::LostCardMisuse, [](Draft &d) {
        d.business.reason = u"41"_s;
        d.business.oldCard = OldCard::Lost;
    });
    // Sixteen since 20 July: due until 20 October.
    row("first card, late", Error::Code::FirstApplicationLate, [](Draft &d) {
        d.applicant.number = u"650102201007209019"_s;
        d.business.reason = u"12"_s;
        d.business.oldCard = OldCard::None;
    });
    row("no province", Error::Code::AddressWithoutProvince,
        [](Draft &d) { d.applicant.address = u"天山区解放北路18号"_s; });
    row("name too long for the chip", Error::Code::NameTooLongForChip,
        [](Draft &d) { d.applicant.name = QString(16, u'阿'); });
    row("two units a character", Error::Code::NameTooLongForChip,
        [](Draft &d) { d.applicant.name = QString(14, u'阿') + u"𠅤"_s; });
    row("address too long for the chip", Error::Code::AddressTooLongForChip,
        [](Draft &d) { d.applicant.address = u"新疆"_s + QString(34, u'路'); });
    const auto away = [](OffSiteFinding finding) {
        return [finding](Draft &d) {
            d.business.offSite = true;
            d.business.offSiteFindings = {int(finding)};
        };
    };
    row("identity away from home", Error::Code::IdentityUnsettled, away(OffSiteFinding::IdentityUnsettled));
    row("data away from home", Error::Code::OffsiteDataDiffer, away(OffSiteFinding::DataDiffer));
    row("fraud on record", Error::Code::OffsiteFraudRecord, away(OffSiteFinding::FraudRecord));
    row("change away from home", Error::Code::OffsiteNotAllowed, [](Draft &d) {
        d.business.reason = u"23"_s;
        d.business.offSite = true;
    });
    row("no evidence", Error::Code::ReductionEvidenceMissing, [](Draft &d) { d.business.reduction = u"DIBAO"_s; });
    row("adult as child", Error::Code::ReasonAge, [](Draft &d) {
        d.business.reason = u"11"_s;
        d.business.oldCard = OldCard::None;
    });
}

void TestEligibility::names()
{
    QFETCH(Draft, draft);
    QFETCH(Error::Code, code);
    const QList<Obstacle> all = found(draft);
    const QList<Obstacle> list = stopping(all).isEmpty() ? all : stopping(all);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().code, code);
}

void TestEligibility::warnsOnlyWhereItMust_data()
{
    QTest::addColumn<Draft>("draft");
    Draft draft = renewal();
    draft.applicant.number = u"650102201009209012"_s; // sixteen since 20 September
    draft.business.reason = u"12"_s;
    draft.business.oldCard = OldCard::None;
    QTest::newRow("first card in time") << draft;
    draft = renewal();
    draft.applicant.name = QString(15, u'阿');
    draft.applicant.address = u"新疆"_s + QString(33, u'路');
    QTest::newRow("texts that just fit") << draft;
    for (const char *address :
         {"北京市东城区", "内蒙古呼和浩特市", "广西壮族自治区南宁市", "香港特别行政区", "黑龙江省"}) {
        draft = renewal();
        draft.applicant.address = QString::fromUtf8(address);
        QTest::newRow(address) << draft;
    }
}

void TestEligibility::warnsOnlyWhereItMust()
{
    QFETCH(Draft, draft);
    QCOMPARE(found(draft), QList<Obstacle>());
}

void TestEligibility::tellsEverythingAtOnce()
{
    Draft draft = renewal();
    draft.applicant.number = u"110105201801010019"_s;
    draft.papers.failed << int(BookletCheck::SealPresent) << int(BookletCheck::NotSoldier);
    draft.business.reason = u"12"_s;
    draft.business.offSite = true;
    draft.business.reduction = u"DIBAO"_s;
    const QList<Obstacle> list = found(draft, {.openCase = true, .heldCard = true, .offSiteAllowed = false});
    QList<Error::Code> codes;
    for (const Obstacle &obstacle : list)
        codes << obstacle.code;
    for (const Error::Code code : {Error::Code::SealMissing, Error::Code::SoldierSeparate, Error::Code::OpenCaseExists,
                                   Error::Code::GuardianMissing, Error::Code::ReasonNotFirst, Error::Code::ReasonAge,
                                   Error::Code::OffsiteNotAllowed, Error::Code::ReductionEvidenceMissing})
        QVERIFY2(codes.contains(code), qPrintable(name(code)));
    QCOMPARE(codes.size(), 8);
    QCOMPARE(stopping(list), list);
    draft.applicant.address = u"天山区"_s;
    QCOMPARE(stopping(found(draft, {.openCase = true, .heldCard = true, .offSiteAllowed = false})), list);
}

void TestEligibility::knowsAFirstApplication()
{
    Draft draft = renewal();
    QVERIFY(!isFirstApplication(draft, {}));
    draft.business.oldCard = OldCard::None;
    QVERIFY(isFirstApplication(draft, {}));
    QVERIFY(!isFirstApplication(draft, {.heldCard = true}));
    draft.business.oldCard = OldCard::Lost;
    QVERIFY(!isFirstApplication(draft, {}));
}

void TestEligibility::listsThePapers()
{
    const Reasons &reasons = **m_rules.reasons();
    QCOMPARE(papersFor(*reasons.find(u"22"), false, false, false), (QList{Paper::Booklet, Paper::OldCard}));
    QCOMPARE(papersFor(*reasons.find(u"24"), false, false, false), (QList{Paper::Booklet, Paper::CardPieces}));
    QCOMPARE(papersFor(*reasons.find(u"11"), true, false, false),
             (QList{Paper::Booklet, Paper::GuardianCard, Paper::KinshipProof}));
    QCOMPARE(papersFor(*reasons.find(u"12"), false, false, true),
             (QList{Paper::Booklet, Paper::PhotoDocument, Paper::ResidencePermit}));
    QCOMPARE(papersFor(*reasons.find(u"41"), false, false, false), (QList{Paper::Booklet}));
}

void TestEligibility::draftsSurviveJson()
{
    Draft draft = renewal();
    draft.applicant.name = u"买买提·艾山𠅤"_s;
    draft.applicant.unlocked.insert(u"sex"_s, u"why"_s);
    draft.business.oldCardUntil = day;
    draft.photo = Photo{.capture = QUuid::createUuid(),
                        .source = u"camera"_s,
                        .device = u"d"_s,
                        .attempts = 3,
                        .takenAt = QDateTime({2026, 11, 24}, {1, 2, 3, 4}, Qt::UTC),
                        .takenBy = u"x"_s,
                        .findings = {{u"face_w"_s, 207.5, 1}, {u"hat"_s, {}, 5}},
                        .reasons = {{u"dpi"_s, u"y"_s}},
                        .looked = {u"hair"_s}};
    draft.fingers << FingerRecord{
        .finger = u"11"_s, .presses = {QUuid::createUuid(), QUuid::createUuid()}, .quality = 80};
    draft.payment = {.method = PaymentMethod::Cash, .tendered = 5000, .reference = {}};
    const auto back = json::fromBytes<Draft>(json::toBytes(draft));
    QVERIFY(back);
    QVERIFY(*back == draft);
    QVERIFY(!json::fromBytes<Draft>("[]"));
    QVERIFY(!json::fromBytes<Draft>("{"));
}

QTEST_APPLESS_MAIN(TestEligibility)
#include "tst_eligibility.moc"

#include "app/domain/onlinereissue.h"

#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

// Whether a lost card may be made again without a visit: every condition, each alone.
class TestOnlineReissue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data();
    void conditions();
    void withoutACardOnlyThatIsSaid();
    void becomesACase();

private:
    static Applicant person()
    {
        return {.number = u"11010519491231002X"_s,
                .name = u"王练习"_s,
                .sex = u"2"_s,
                .birthDate = QDate(1949, 12, 31),
                .ethnicGroup = u"01"_s,
                .address = u"北京市朝阳区练习路1号"_s,
                .issuer = u"北京市公安局朝阳分局"_s};
    }
    static LastCard card()
    {
        LastCard last{
            .caseId = QUuid::createUuid(), .acceptanceNumber = u"6501029992024010100001"_s, .applicant = person()};
        last.photo = Photo{.capture = QUuid::createUuid(), .takenAt = QDateTime({2024, 1, 10}, {2, 0}, Qt::UTC)};
        FingerRecord finger;
        finger.finger = u"11"_s;
        finger.fingerTemplate = QUuid::createUuid();
        finger.takenAt = QDateTime({2024, 1, 10}, {2, 0}, Qt::UTC);
        last.fingers = {finger};
        return last;
    }
    static TypedForm form()
    {
        TypedForm typed;
        typed.applicant = person();
        typed.applicant.issuer.clear(); // nobody knows it by heart
        typed.realName = u"FACE"_s;
        return typed;
    }
    const QDate m_today{2026, 11, 24};
};

void TestOnlineReissue::conditions_data()
{
    QTest::addColumn<std::function<void(TypedForm &, LastCard &, bool &)>>("change");
    QTest::addColumn<QList<int>>("broken"); // ReissueCheck
    using Change = std::function<void(TypedForm &, LastCard &, bool &)>;
    const auto add = [](const char *name, const Change &change, const QList<ReissueCheck> &broken) {
        QList<int> numbers;
        for (const ReissueCheck check : broken)
            numbers << int(check);
        QTest::newRow(name) << change << numbers;
    };
    add("everything holds", [](TypedForm &, LastCard &, bool &) {}, {});
    add("photo five years old today",
        [](TypedForm &, LastCard &card, bool &) {
            card.photo->takenAt = QDateTime({2021, 11, 24}, {2, 0}, Qt::UTC);
        },
        {});
    add("and a day older",
        [](TypedForm &, LastCard &card, bool &) {
            card.photo->takenAt = QDateTime({2021, 11, 23}, {2, 0}, Qt::UTC);
        },
        {ReissueCheck::PhotoAge});
    add("photo of a child",
        [](TypedForm &form, LastCard &card, bool &) {
            form.applicant.birthDate = card.applicant.birthDate = QDate(2012, 5, 1);
            card.photo->takenAt = QDateTime({2024, 11, 23}, {2, 0}, Qt::UTC);
        },
        {ReissueCheck::PhotoAge});
    add("no prints", [](TypedForm &, LastCard &card, bool &) { card.fingers.clear(); },
        {ReissueCheck::PrintsOnRecord, ReissueCheck::PrintsAge});
    add("prints not registered",
        [](TypedForm &, LastCard &card, bool &) { card.fingers.first().result = FingerResult::NotRegistered; },
        {ReissueCheck::PrintsOnRecord, ReissueCheck::PrintsAge});
    add("prints too old",
        [](TypedForm &, LastCard &card, bool &) {
            card.fingers.first().takenAt = QDateTime({2016, 11, 23}, {2, 0}, Qt::UTC);
        },
        {ReissueCheck::PrintsAge});
    add("moved", [](TypedForm &form, LastCard &, bool &) { form.applicant.address = u"北京市朝阳区练习路2号"_s; },
        {ReissueCheck::DataUnchanged});
    add("a blank in the address",
        [](TypedForm &form, LastCard &, bool &) { form.applicant.address = u"北京市朝阳区 练习路1号"_s; }, {});
    add("another name", [](TypedForm &form, LastCard &, bool &) { form.applicant.name = u"王练"_s; },
        {ReissueCheck::DataUnchanged});
    add("a case is open", [](TypedForm &, LastCard &, bool &open) { open = true; }, {ReissueCheck::NoOpenCase});
    add("nobody's account", [](TypedForm &form, LastCard &, bool &) { form.realName.clear(); },
        {ReissueCheck::RealName});
}

void TestOnlineReissue::conditions()
{
    QFETCH(std::function<void(TypedForm &, LastCard &, bool &)>, change);
    QFETCH(QList<int>, broken);
    TypedForm typed = form();
    LastCard last = card();
    bool open = false;
    change(typed, last, open);
    const QList<ReissueFinding> findings = reissueFindings(typed, last, open, {}, m_today);
    QCOMPARE(findings.size(), 7);
    QList<int> found;
    for (const ReissueFinding &finding : findings) {
        if (!finding.holds)
            found << int(finding.check);
    }
    QCOMPARE(found, broken);
    QCOMPARE(allHold(findings), broken.isEmpty());
    QCOMPARE(findings.first().record, last.acceptanceNumber); // by what it is known
}

void TestOnlineReissue::withoutACardOnlyThatIsSaid()
{
    const QList<ReissueFinding> findings = reissueFindings(form(), {}, false, {}, m_today);
    QVERIFY(!allHold(findings));
    for (const ReissueFinding &finding : findings) {
        if (!finding.holds)
            QCOMPARE(finding.problem, Error::Code::ReissueCardUnknown);
    }
}

void TestOnlineReissue::becomesACase()
{
    OnlineApplication application{.id = QUuid::createUuid()};
    application.form = form();
    application.form->delivery.mailingAddress = u"北京市朝阳区练习路1号"_s;
    const LastCard last = card();
    const Draft draft = draftOf(
        application, last,
        [] {
            return QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC);
        },
        u"wang"_s);
    QCOMPARE(draft.booked.application, application.id);
    QCOMPARE(draft.business.reason, u"41"_s);
    QCOMPARE(draft.business.oldCard, OldCard::Lost);
    QCOMPARE(draft.applicant.issuer, last.applicant.issuer);
    QCOMPARE(draft.photo->capture, last.photo->capture);
    QCOMPARE(draft.fingers.size(), 1);
    QCOMPARE(draft.delivery.collection, Collection::Mail);
}

QTEST_GUILESS_MAIN(TestOnlineReissue)
#include "tst_onlinereissue.moc"

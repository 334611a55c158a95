#include "app/domain/acceptancenumber.h"
#include "app/domain/cardvalidity.h"
#include "app/domain/guardianship.h"
#include "tests/support/tables.h"

#include <QElapsedTimer>
#include <QTest>

using namespace idcounter;
using namespace Qt::StringLiterals;

// The rules that come from tables: RULES 1.2, 2, 5, 7.1 and 7.2 with all their test rows.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void validityFollowsTheAgeAtSigning_data();
    void validityFollowsTheAgeAtSigning();
    void warnsBeforeAnAgeIsCrossed();
    void guardianUntilSixteen();
    void charges_data();
    void charges();
    void aPriceThatIsNotSettledIsNoZero();
    void aRegionOverridesTheNation();
    void townshipYear();
    void countsDays_data();
    void countsDays();
    void saysWhenAYearIsNotPublished();
    void deadlinesOfACase();
    void urgencyHasFourColours();
    void divisionsRememberTheirNames();
    void asksForTheNextFinger_data();
    void asksForTheNextFinger();
    void theLifeOfACaseIsTheTable();
    void aBadTableIsRefused_data();
    void aBadTableIsRefused();
    void acceptanceNumbers();

private:
    const Rules m_rules{shippedTable};
};

void TestRules::validityFollowsTheAgeAtSigning_data()
{
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QDate>("signedOn");
    QTest::addColumn<QDate>("until"); // null: long-term
    QTest::newRow("child") << QDate(1993, 12, 12) << QDate(2004, 3, 27) << QDate(2009, 3, 27);
    QTest::newRow("22") << QDate(1981, 12, 12) << QDate(2004, 3, 27) << QDate(2014, 3, 27);
    QTest::newRow("30") << QDate(1973, 12, 12) << QDate(2004, 3, 27) << QDate(2024, 3, 27);
    QTest::newRow("50") << QDate(1953, 12, 12) << QDate(2004, 3, 27) << QDate();
    QTest::newRow("29 February, the day before 26") << QDate(1992, 2, 29) << QDate(2018, 2, 28) << QDate(2028, 2, 28);
    QTest::newRow("29 February, 26 on 1 March") << QDate(1992, 2, 29) << QDate(2018, 3, 1) << QDate(2038, 3, 1);
    QTest::newRow("signed 29 February, 5") << QDate(2015, 6, 1) << QDate(2024, 2, 29) << QDate(2029, 3, 1);
    QTest::newRow("signed 29 February, 10") << QDate(2004, 6, 1) << QDate(2024, 2, 29) << QDate(2034, 3, 1);
    QTest::newRow("signed 29 February, 20") << QDate(1990, 6, 1) << QDate(2024, 2, 29) << QDate(2044, 2, 29);
    QTest::newRow("16th birthday") << QDate(2010, 11, 24) << QDate(2026, 11, 24) << QDate(2036, 11, 24);
    QTest::newRow("day before 16") << QDate(2010, 11, 25) << QDate(2026, 11, 24) << QDate(2031, 11, 24);
    QTest::newRow("46th birthday") << QDate(1980, 11, 24) << QDate(2026, 11, 24) << QDate();
}

void TestRules::validityFollowsTheAgeAtSigning()
{
    QFETCH(QDate, birth);
    QFETCH(QDate, signedOn);
    const CardValidity validity = cardValidity(birth, signedOn);
    QCOMPARE(validity.from, signedOn);
    QTEST(validity.until.value_or(QDate()), "until");
}

void TestRules::warnsBeforeAnAgeIsCrossed()
{
    QCOMPARE(validityChangesBetween({1980, 12, 1}, {2026, 11, 24}, {2026, 12, 20}), QDate(2026, 12, 1));
    QCOMPARE(validityChangesBetween({1980, 12, 21}, {2026, 11, 24}, {2026, 12, 20}), QDate());
    QCOMPARE(validityChangesBetween({1992, 2, 29}, {2018, 2, 1}, {2018, 3, 5}), QDate(2018, 3, 1));
    QCOMPARE(validityChangesBetween({2010, 11, 24}, {2026, 11, 24}, {2026, 12, 20}), QDate());
}

void TestRules::guardianUntilSixteen()
{
    QVERIFY(needsGuardian({2010, 11, 25}, {2026, 11, 24}));
    QVERIFY(!needsGuardian({2010, 11, 24}, {2026, 11, 24}));
    QVERIFY(needsGuardian({2012, 2, 29}, {2028, 2, 28}));
    QVERIFY(!needsGuardian({2012, 2, 29}, {2028, 2, 29}));
    QVERIFY(!needsGuardian({}, {2026, 11, 24}));
}

void TestRules::charges_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("reduction");
    QTest::addColumn<qint64>("amount");
    const QDate today(2026, 11, 24);
    QTest::newRow("first before April 2018") << u"12"_s << QDate(2018, 3, 31) << QString() << qint64(2000);
    QTest::newRow("first from April 2018") << u"12"_s << QDate(2018, 4, 1) << QString() << qint64(0);
    QTest::newRow("under 16") << u"11"_s << today << QString() << qint64(0);
    QTest::newRow("expired") << u"22"_s << today << QString() << qint64(2000);
    QTest::newRow("changed") << u"23"_s << today << QString() << qint64(2000);
    QTest::newRow("damaged") << u"24"_s << today << QString() << qint64(4000);
    QTest::newRow("lost") << u"41"_s << today << QString() << qint64(4000);
    QTest::newRow("temporary") << u"T1"_s << today << QString() << qint64(1000);
    QTest::newRow("expired, minimum income") << u"22"_s << today << u"DIBAO"_s << qint64(0);
    QTest::newRow("expired, hardship") << u"22"_s << today << u"HARDSHIP"_s << qint64(1000);
}

void TestRules::charges()
{
    QFETCH(QString, reason);
    QFETCH(QDate, day);
    QFETCH(QString, reduction);
    const auto reasons = m_rules.reasons();
    const auto fees = m_rules.fees();
    QVERIFY(reasons && fees);
    const auto charge = (*fees)->charge((*reasons)->find(reason)->feeCode, day, u"65"_s, reduction);
    QVERIFY(charge);
    QTEST(charge->amount.amount, "amount");
    QVERIFY(!charge->basis.isEmpty());
}

void TestRules::aPriceThatIsNotSettledIsNoZero()
{
    const auto fees = m_rules.fees();
    QVERIFY(fees);
    QCOMPARE((*fees)->charge(u"CORRECTION"_s, {2026, 11, 24}, u"65"_s).error().code, Error::Code::FeeNotSet);
    QCOMPARE((*fees)->charge(u"RENEW"_s, {2003, 12, 31}, u"65"_s).error().code, Error::Code::FeeNotSet);
    QCOMPARE((*fees)->charge(u"NO_SUCH"_s, {2026, 11, 24}, u"65"_s).error().code, Error::Code::FeeNotSet);
    QCOMPARE((*fees)->charge(u"REISSUE_LOST"_s, {2026, 11, 24}, u"65"_s, u"DIBAO"_s).error().code,
             Error::Code::ReductionNotApplicable);
    QCOMPARE((*fees)->charge(u"RENEW"_s, {2026, 11, 24}, u"65"_s, u"NO_SUCH"_s).error().code,
             Error::Code::ReductionNotApplicable);
}

void TestRules::aRegionOverridesTheNation()
{
    const QByteArray csv = "fee_code,name_zh,region,amount_fen,valid_from,valid_to,basis,note\n"
                           "RENEW,x,,2000,2004-01-01,,national,\n"
                           "RENEW,x,65,1550,2026-01-01,2026-06-30,local,\n";
    const Rules rules(shippedExcept(u"fees.csv"_s, csv));
    const auto fees = rules.fees();
    QVERIFY(fees);
    QCOMPARE((*fees)->charge(u"RENEW"_s, {2026, 6, 30}, u"65"_s)->amount, Fen{1550});
    QCOMPARE((*fees)->charge(u"RENEW"_s, {2026, 7, 1}, u"65"_s)->amount, Fen{2000});
    QCOMPARE((*fees)->charge(u"RENEW"_s, {2026, 6, 30}, u"11"_s)->amount, Fen{2000});
    QCOMPARE((*fees)->charge(u"RENEW"_s, {2026, 6, 30}, u"65"_s, u"HARDSHIP"_s)->amount, Fen{700}); // whole yuan
}

// The published figures of a township, January to October 2023 (RULES 8).
void TestRules::townshipYear()
{
    const auto fees = m_rules.fees();
    QVERIFY(fees);
    const QList<std::tuple<QString, int>> counts{{u"FIRST"_s, 242},         {u"RENEW"_s, 227},
                                                 {u"REPLACE_CHANGE"_s, 11}, {u"REPLACE_DAMAGED"_s, 13},
                                                 {u"REISSUE_LOST"_s, 166},  {u"REPLACE_OTHER"_s, 19}};
    Fen sum;
    int cases = 0;
    for (const auto &[code, count] : counts) {
        sum.amount += (*fees)->charge(code, {2023, 6, 1}, u"53"_s)->amount.amount * count;
        cases += count;
    }
    QCOMPARE(cases, 678);
    QCOMPARE(sum.yuan(), u"12300.00"_s);
}

void TestRules::countsDays_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("working");
    QTest::addColumn<QDate>("end");
    QTest::newRow("60 days") << QDate(2026, 1, 15) << 60 << false << QDate(2026, 3, 16);
    QTest::newRow("90 days") << QDate(2026, 1, 15) << 90 << false << QDate(2026, 4, 15);
    QTest::newRow("20 working days") << QDate(2026, 1, 15) << 20 << true << QDate(2026, 2, 12);
    QTest::newRow("over National Day") << QDate(2026, 9, 25) << 20 << true << QDate(2026, 10, 29);
    QTest::newRow("over Spring Festival") << QDate(2026, 2, 6) << 5 << true << QDate(2026, 2, 13);
}

void TestRules::countsDays()
{
    QFETCH(QDate, start);
    QFETCH(int, days);
    QFETCH(bool, working);
    const auto calendar = m_rules.calendar();
    QVERIFY(calendar);
    const CountedDay day = working ? (*calendar)->addWorkingDays(start, days) : (*calendar)->addDays(start, days);
    QTEST(day.day, "end");
    QVERIFY(!day.provisional);
}

void TestRules::saysWhenAYearIsNotPublished()
{
    const auto calendar = m_rules.calendar();
    QVERIFY(calendar);
    QVERIFY((*calendar)->isPublished(2026));
    QVERIFY(!(*calendar)->isPublished(2027));
    QVERIFY((*calendar)->addWorkingDays({2026, 12, 20}, 20).provisional);
    QVERIFY((*calendar)->addDays({2026, 12, 20}, 60).provisional);
    QVERIFY(!(*calendar)->addWorkingDays({2026, 11, 2}, 20).provisional);
    QVERIFY((*calendar)->addWorkingDays({2031, 5, 1}, 3).provisional);
}

void TestRules::deadlinesOfACase()
{
    const auto limits = m_rules.limits();
    const auto calendar = m_rules.calendar();
    QVERIFY(limits && calendar);
    const auto plain = (*limits)->deadlines({2026, 1, 15}, false, **calendar);
    QVERIFY(plain);
    QCOMPARE(plain->legal.day, QDate(2026, 3, 16));
    QVERIFY(!plain->extended);
    QCOMPARE(plain->promise.day, QDate(2026, 2, 12));
    QVERIFY(!plain->provisional());

    // Where the promise counts from the payment, the law still counts from the form.
    const auto paid = (*limits)->deadlines({2026, 1, 15}, false, **calendar, u"ORDINARY", QDate(2026, 1, 16));
    QCOMPARE(paid->legal.day, plain->legal.day);
    QCOMPARE(paid->promise.day, QDate(2026, 2, 13));

    const auto remote = (*limits)->deadlines({2026, 1, 15}, true, **calendar);
    QCOMPARE(remote->extended->day, QDate(2026, 4, 15));

    // 2026-08-02 + 60 days is 1 October: the next working day is shown, the earlier date warns.
    const auto holiday = (*limits)->deadlines({2026, 8, 2}, false, **calendar);
    QCOMPARE(holiday->legal.day, QDate(2026, 10, 1));
    QCOMPARE(holiday->legalShown.day, QDate(2026, 10, 8));
    QCOMPARE((*limits)->deadlines({2026, 1, 15}, false, **calendar, u"NO_SUCH").error().code, Error::Code::CodeUnknown);
    QCOMPARE((*limits)->due(u"TEMP_VALID", {2026, 11, 30}, **calendar)->day, QDate(2027, 2, 28));
}

void TestRules::urgencyHasFourColours()
{
    const QDate form(2026, 1, 1);
    const QDate promise(2026, 1, 31);
    const QDate legal(2026, 3, 2);
    QCOMPARE(urgencyOf(form, promise, legal, {2026, 1, 24}), Urgency::Green);
    QCOMPARE(urgencyOf(form, promise, legal, {2026, 1, 25}), Urgency::Amber);
    QCOMPARE(urgencyOf(form, promise, legal, {2026, 2, 1}), Urgency::Red);
    QCOMPARE(urgencyOf(form, promise, legal, {2026, 3, 3}), Urgency::Black);
}

void TestRules::divisionsRememberTheirNames()
{
    const auto divisions = m_rules.divisions();
    QVERIFY(divisions);
    QVERIFY((*divisions)->size() > 6000);
    QVERIFY((*divisions)->knows(u"110103"_s)); // 崇文区, abolished in 2010
    QVERIFY((*divisions)->knows(u"653228"_s)); // new in 2024
    QVERIFY(!(*divisions)->knows(u"999999"_s));
    QCOMPARE((*divisions)->find(u"650102"_s, 2020)->fullName(), u"新疆维吾尔自治区乌鲁木齐市天山区"_s);
    QCOMPARE((*divisions)->find(u"110105"_s, 2020)->fullName(), u"北京市朝阳区"_s);
    QVERIFY((*divisions)->find(u"110103"_s, 2026)); // the latest it had
}

void TestRules::asksForTheNextFinger_data()
{
    QTest::addColumn<QStringList>("taken");
    QTest::addColumn<QStringList>("givenUp");
    QTest::addColumn<QString>("next");
    QTest::newRow("begin") << QStringList() << QStringList() << u"11"_s;
    QTest::newRow("right thumb taken") << QStringList{u"11"_s} << QStringList() << u"16"_s;
    QTest::newRow("right thumb given up") << QStringList() << QStringList{u"11"_s} << u"12"_s;
    QTest::newRow("right index taken") << QStringList{u"12"_s} << QStringList{u"11"_s} << u"16"_s;
    QTest::newRow("left hand missing") << QStringList{u"11"_s}
                                       << QStringList{u"16"_s, u"17"_s, u"18"_s, u"19"_s, u"20"_s} << u"12"_s;
    QTest::newRow("right hand missing") << QStringList() << QStringList{u"11"_s, u"12"_s, u"13"_s, u"14"_s, u"15"_s}
                                        << u"16"_s;
    QTest::newRow("done") << QStringList{u"11"_s, u"16"_s} << QStringList() << QString();
    QTest::newRow("none left") << QStringList() << QStringList{u"11"_s, u"12"_s, u"13"_s, u"14"_s, u"15"_s,
                                                               u"16"_s, u"17"_s, u"18"_s, u"19"_s, u"20"_s}
                               << QString();
}

void TestRules::asksForTheNextFinger()
{
    QFETCH(QStringList, taken);
    QFETCH(QStringList, givenUp);
    const auto fingers = m_rules.fingers();
    QVERIFY(fingers);
    QCOMPARE((*fingers)->all().size(), 10);
    const auto next = (*fingers)->next(taken, givenUp);
    QTEST(next ? next->code : QString(), "next");
}

void TestRules::theLifeOfACaseIsTheTable()
{
    const auto life = m_rules.caseLife();
    QVERIFY2(life, qPrintable(life ? QString() : life.error().detail));
    const auto raw = Table::load(shippedTable, u"case_transitions.csv"_s, {});
    QCOMPARE((*life)->transitions().size(), raw->size());

    const auto accept = (*life)->step(CaseState::Draft, u"accept", Role::Clerk);
    QVERIFY(accept);
    QCOMPARE(accept->to, CaseState::Accepted);
    QCOMPARE(accept->lawClock, LawClock::Start);
    QVERIFY((*life)->step(CaseState::Draft, u"accept", Role::Supervisor));
    QCOMPARE((*life)->step(CaseState::Accepted, u"void", Role::Clerk).error().code, Error::Code::RoleNotAllowed);
    QCOMPARE((*life)->step(CaseState::Reported, u"sign", Role::Supervisor).error().code, Error::Code::RoleNotAllowed);

    // Every pair of state and event that is not in the table is refused.
    QSet<QString> events;
    QSet<QPair<int, QString>> allowed;
    for (const Transition &transition : (*life)->transitions()) {
        events.insert(transition.event);
        allowed.insert({int(transition.from), transition.event});
    }
    for (int state = 0; state <= int(CaseState::Discarded); ++state) {
        for (const QString &event : events) {
            if (allowed.contains({state, event}))
                continue;
            const auto step = (*life)->step(CaseState(state), event, Role::Supervisor);
            QVERIFY(!step);
            QCOMPARE(step.error().code, Error::Code::TransitionNotAllowed);
        }
        QCOMPARE(caseStateFrom(stateName(CaseState(state))).value_or(CaseState::None), CaseState(state));
    }
}

void TestRules::aBadTableIsRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("where");
    QTest::newRow("price") << u"fees.csv"_s << QByteArray("2000,2004") << QByteArray("20x0,2004") << u"amount_fen"_s;
    QTest::newRow("negative") << u"fees.csv"_s << QByteArray("4000,2004") << QByteArray("-4000,2004")
                              << u"amount_fen"_s;
    QTest::newRow("date") << u"fees.csv"_s << QByteArray("2018-04-01") << QByteArray("2018-04-31") << u"valid_from"_s;
    QTest::newRow("effect") << u"fee_reductions.csv"_s << QByteArray("exempt") << QByteArray("free") << u"effect"_s;
    QTest::newRow("chip") << u"chip_text_layout.csv"_s << QByteArray(",30,15,") << QByteArray(",30,,")
                          << u"utf16_units"_s;
    QTest::newRow("unit") << u"service_limits.csv"_s << QByteArray(",working,") << QByteArray(",weekly,") << u"unit"_s;
    QTest::newRow("state") << u"case_transitions.csv"_s << QByteArray("VOIDED") << QByteArray("VOID") << u"column to"_s;
    QTest::newRow("hand") << u"finger_positions.csv"_s << QByteArray(",left,1") << QByteArray(",foot,1") << u"hand"_s;
    QTest::newRow("holiday") << u"holidays_2024_2027.csv"_s << QByteArray("2026-01-01") << QByteArray("2026-01-32")
                             << u"date"_s;
    QTest::newRow("class") << u"application_reasons.csv"_s << QByteArray("reissue,证") << QByteArray("again,证")
                           << u"class"_s;
}

void TestRules::aBadTableIsRefused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, where);
    const auto good = shippedTable(name);
    QVERIFY(good->contains(from));
    QByteArray bad = *good;
    bad.replace(bad.indexOf(from), from.size(), to);
    const Rules rules(shippedExcept(name, bad));
    QList<Error> errors;
    const auto note = [&errors](const auto &table) {
        if (!table)
            errors << table.error();
    };
    note(rules.fees());
    note(rules.limits());
    note(rules.caseLife());
    note(rules.fingers());
    note(rules.calendar());
    note(rules.reasons());
    note(rules.chipLayout());
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first().code, Error::Code::TableInvalid);
    QVERIFY2(errors.first().detail.contains(where) && errors.first().detail.contains(u"line"_s),
             qPrintable(errors.first().detail));
}

void TestRules::acceptanceNumbers()
{
    const auto number = AcceptanceNumber::make(u"650102001"_s, {2026, 11, 24}, 7);
    QVERIFY(number);
    QCOMPARE(number->toString(), u"6501020012026112400007"_s);
    QCOMPARE(number->grouped(), u"650102 001 20261124 00007"_s);
    QCOMPARE(AcceptanceNumber::parse(number->grouped())->toString(), number->toString());
    QVERIFY(!number->isPractice());
    QVERIFY(AcceptanceNumber::make(u"650102999"_s, {2026, 11, 24}, 1)->isPractice());
    QVERIFY(!AcceptanceNumber::make(u"650102001"_s, {2026, 11, 24}, 0));
    QVERIFY(!AcceptanceNumber::make(u"650102001"_s, {2026, 11, 24}, 100000));
    QVERIFY(!AcceptanceNumber::make(u"65010200"_s, {2026, 11, 24}, 1));
    QVERIFY(!AcceptanceNumber::parse(u"6501020012026113100007"));
    QVERIFY(!AcceptanceNumber::parse(u"6501020012026112400000"));
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"

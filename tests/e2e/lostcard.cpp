// The way of a lost card: from the web page to the letter.

#include "tests/e2e/endtoend.h"

#include <QRegularExpression>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace idcounter::test {

namespace {

const QDate lossDay(2027, 1, 6);
const QDate deliveryDay(2027, 1, 11);
const QString trackingNumber = u"EA123456789CN"_s;

} // namespace

// Registration and acceptance of the information, which are two of the three links.
void TestEndToEnd::lossIsReported()
{
    m_clock->putForward(lossDay, {10, 0});
    QVERIFY(logsIn(holderPhone));
    QVERIFY(m_applicant->opens(u"/"_s));
    QVERIFY(m_applicant->follows(u"/reissue"_s));
    QVERIFY(m_applicant->follows(u"/me/real-name"_s));
    QVERIFY(m_applicant->fills({{u"number"_s, m_holder.number}}));
    QVERIFY(m_applicant->sends(u"/me/real-name"_s));
    QCOMPARE(m_applicant->path(), u"/reissue"_s);
    QVERIFY(m_applicant->fills({{u"number"_s, m_holder.number},
                                {u"name"_s, m_holder.name},
                                {u"ethnicGroup"_s, m_holder.ethnicGroup},
                                {u"address"_s, m_holder.address},
                                {u"lostOn"_s, u"2027-01-04"_s},
                                {u"lostWhere"_s, u"4路公交车"_s},
                                {u"recipient"_s, m_holder.name},
                                {u"mailingAddress"_s, m_holder.address},
                                {u"postcode"_s, u"830000"_s}}));
    QVERIFY(m_applicant->sends(u"/reissue"_s));
    QCOMPARE(m_applicant->status(), 200);
    QVERIFY(m_applicant->text().contains(u"4路公交车"_s));
    QVERIFY(m_applicant->sends(u"/reissue/submit"_s)); // nothing was declared
    QCOMPARE(m_applicant->status(), 400);
    QVERIFY(m_applicant->fills(
        {{u"cardLost"_s, u"yes"_s}, {u"householdUnchanged"_s, u"yes"_s}, {u"informationAccepted"_s, u"yes"_s}}));
    QVERIFY(m_applicant->sends(u"/reissue/submit"_s));
    QCOMPARE(m_applicant->status(), 200);
    m_application = m_applicant->id();
    QCOMPARE(m_platform->stateOf(u"applications"_s, m_application), u"SUBMITTED"_s);
    m_applicant->is(u"another"_s);
    QVERIFY(logsIn(otherPhone));
    QVERIFY(m_applicant->opens(u"/application/"_s + m_application));
    QCOMPARE(m_applicant->status(), 404);
    m_applicant->is(u"first"_s);
}

void TestEndToEnd::officerConfirms()
{
    QVERIFY(m_counter->logsIn(u"wang"_s));
    QVERIFY(m_counter->goesTo(u"reissueAction"_s));
    QVERIFY(m_counter->waitsFor(u"the application"_s, [&] { return m_counter->rowsOf(u"reissueList"_s) == 1; }));
    QVERIFY(m_counter->waitsFor(u"findings"_s, [&] { return m_counter->rowsOf(u"findingsTable"_s) == 7; }));
    m_counter->picture(u"reissue"_s);
    const auto *findings = m_counter->find<QTableWidget>(u"findingsTable"_s);
    for (int row = 0; row < findings->rowCount(); ++row)
        QVERIFY2(findings->item(row, 0)->text() == u"✓"_s, qPrintable(findings->item(row, 1)->text()));
    QVERIFY(m_counter->clicks(u"eligibleButton"_s));
    QVERIFY(becomes(u"applications"_s, m_application, u"ELIGIBLE"_s));
}

void TestEndToEnd::applicantPays()
{
    QVERIFY(m_applicant->opens(u"/application/"_s + m_application));
    QVERIFY(m_applicant->follows(u"/application/%1/withdraw"_s.arg(m_application)));
    QVERIFY(m_applicant->follows(u"/application/"_s + m_application)); // he keeps it
    QVERIFY(m_applicant->text().contains(in(u"40.00 yuan"_s, u"40.00元"_s)));
    QVERIFY(m_applicant->sends(u"/application/%1/pay"_s.arg(m_application)));
    QVERIFY(m_applicant->path().startsWith(u"/practice/pay/"_s));
    QVERIFY(m_applicant->sends(m_applicant->path(), u"pay"_s));
    QCOMPARE(m_applicant->path(), u"/application/%1/paid"_s.arg(m_application));
    QCOMPARE(m_platform->stateOf(u"applications"_s, m_application), u"PAID"_s);
}

void TestEndToEnd::applicationBecomesACase()
{
    QVERIFY(m_counter->waits(u"takeOverButton"_s));
    m_counter->picture(u"reissue_paid"_s);
    QVERIFY(m_counter->clicks(u"takeOverButton"_s));
    QVERIFY(becomes(u"applications"_s, m_application, u"TAKEN_OVER"_s));
    QVERIFY(m_counter->waitsFor(u"the number"_s, [&] { return m_counter->saysOk(); }));
    m_counter->picture(u"reissue_accepted"_s);
    static const QRegularExpression notADigit(u"\\D"_s);
    m_number = m_counter->textOf(u"messageText"_s).remove(notADigit);
    QCOMPARE(m_number.size(), 22);
    QVERIFY(m_applicant->opens(u"/application/"_s + m_application));
    QVERIFY2(m_applicant->text().contains(m_number), qPrintable(m_applicant->text()));
}

void TestEndToEnd::cardIsMailed()
{
    QVERIFY(isMade(m_number));
    QVERIFY(m_counter->logsIn(u"wang"_s));
    QVERIFY(m_counter->clicks(u"barCollectionButton"_s));
    QVERIFY(m_counter->types(u"collectionSearchEdit"_s, m_number));
    QVERIFY(m_counter->presses(u"collectionSearchEdit"_s, Qt::Key_Return));
    QVERIFY(m_counter->waits(u"mailButton"_s));
    m_counter->picture(u"card_to_be_mailed"_s);
    QVERIFY(m_counter->clicks(u"mailButton"_s));
    QVERIFY(m_counter->types(u"askTextEdit"_s, trackingNumber));
    QVERIFY(m_counter->presses(u"askTextEdit"_s, Qt::Key_Return));
    QVERIFY(m_counter->waitsFor(u"the mail"_s, [&] { return !m_counter->shows(u"mailButton"_s); }));
    m_counter->picture(u"card_mailed"_s);
    QVERIFY(m_counter->waitsFor(u"the tracking number on the page"_s, [&] {
        return m_applicant->opens(u"/application/"_s + m_application) && m_applicant->text().contains(trackingNumber);
    }));
    QVERIFY2(m_applicant->text().contains(in(u"on its way"_s, u"邮寄途中"_s)), qPrintable(m_applicant->text()));
}

// What the letter carrier says is entered at the counter; the holder has to let the card be verified.
void TestEndToEnd::cardIsDelivered()
{
    m_clock->putForward(deliveryDay, {16, 0});
    QVERIFY(m_counter->clicks(u"deliveredButton"_s));
    QVERIFY(m_counter->waitsFor(u"the delivery"_s, [&] { return !m_counter->shows(u"deliveredButton"_s); }));
    QVERIFY(logsIn(holderPhone));
    const QString verifyBy = in(u"10 February 2027"_s, u"2027年2月10日"_s); // 30 days
    QVERIFY(m_counter->waitsFor(u"the duty on the page"_s, [&] {
        return m_applicant->opens(u"/application/"_s + m_application) && m_applicant->text().contains(verifyBy);
    }));
    QVERIFY2(m_applicant->text().contains(in(u"delivered"_s, u"已送达"_s)), qPrintable(m_applicant->text()));
}

} // namespace idcounter::test

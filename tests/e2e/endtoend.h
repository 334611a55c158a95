#pragma once

#include "tests/e2e/browsingapplicant.h"
#include "tests/e2e/counterwindow.h"
#include "tests/e2e/movableclock.h"
#include "tests/e2e/practiceplatform.h"

namespace idcounter::test {

inline const QString holderPhone = u"13800001234"_s;
inline const QString otherPhone = u"13900005678"_s;

// A citizen books a visit on the web page, the counter reviews it, he comes and gets his card; then he loses it, and has it made
// again online, up to the letter. Platform, line, window and devices are the real ones, and so is the browser.
class TestEndToEnd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void whatIsWrongOnAPageIsFound();
    void fromTheWebPageToTheCard_data();
    void fromTheWebPageToTheCard();

private:
    void stationIsOpened();
    void hoursArePublished();
    void applicantBooks();
    void paperIsPhotographed();
    void clerkAsksForMore();
    void applicantAnswers();
    void clerkOffersATime();
    void applicantConfirms();
    void applicantMovesTheTime();
    void nobodyElseSeesIt();
    void visitBecomesACase();
    void photoIsTaken();
    void printsAreTaken();
    void caseIsAccepted();
    void applicantSeesThatHeCame();
    void cardIsMade();
    void cardIsCollected();
    void lossIsReported();
    void officerConfirms();
    void applicantPays();
    void applicationBecomesACase();
    void cardIsMailed();
    void cardIsDelivered();
    void pagesAreWithoutAFault();

    bool logsIn(const QString &phone);
    bool isMade(const QString &number); // up to the card in the station
    QJsonObject bookingForm() const
    {
        return {{u"number"_s, m_holder.number},           {u"name"_s, m_holder.name},
                {u"ethnicGroup"_s, m_holder.ethnicGroup}, {u"address"_s, m_holder.address},
                {u"reason"_s, m_holder.reason},           {u"collection"_s, u"IN_PERSON"_s}};
    }
    // What is on a page in the language of this row.
    QString in(const QString &english, const QString &chinese) const
    {
        return m_language == "en"_L1 ? english : chinese;
    }
    QString visitAt(const QString &time) const
    {
        return in(u"Thursday, 26 November 2026 "_s, u"2026年11月26日 星期四 "_s) + time;
    }
    bool becomes(const QString &kind, const QString &id, const QString &state) const
    {
        return m_counter->waitsFor(kind + u' ' + state, [&] { return m_platform->stateOf(kind, id) == state; });
    }

    const PracticeRegister::Entry m_holder = PracticeRegister::entries().first();
    QString m_browser; // applicant.mjs beside its tools
    QString m_language;
    QString m_booking;
    QString m_application;
    QString m_number; // of the last case that was accepted
    int m_packages = 0; // that the station has made
    std::unique_ptr<MovableClock> m_clock;
    std::unique_ptr<PracticePlatform> m_platform;
    std::unique_ptr<CounterWindow> m_counter;
    std::unique_ptr<BrowsingApplicant> m_applicant;
};

} // namespace idcounter::test

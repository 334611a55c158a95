#pragma once

#include "app/ctl/practicestock.h"
#include "app/exchange/practicecentre.h"
#include "app/workflow/collectiondesk.h"
#include "app/workflow/login.h"
#include "app/workflow/packagedesk.h"
#include "app/workflow/receiptdesk.h"
#include "app/workflow/returndesk.h"
#include "app/workflow/reviewdesk.h"
#include "app/workflow/temporarycarddesk.h"
#include "app/workflow/walkin.h"
#include "devices/practice/practiceregister.h"

#include <random>

namespace idcounter {

// How a loop is played.
struct LoopPlan
{
    QString folder; // of a station that is not there yet
    int cases = 0;
    quint64 seed = 1;
    double returned = 0; // shares, 0 to 1
    double defective = 0;
    double mailed = 0;
    double refused = 0;
};

// What it came to. Counted from what is stored, not while it was played.
struct LoopResult
{
    int accepted = 0;
    int closed = 0;
    int refused = 0;
    int returned = 0; // how often a case came back
    int remade = 0; // how often a card was asked for again
    int mailed = 0;
    int openCases = 0;
    Fen charged;
    Fen taken;
    Fen refunded;
    int cardsReceived = 0;
    int cardsHandedOut = 0;
    int cardsInStock = 0;
    QStringList problems;
};

// Plays many cases on a fresh practice station, from the acceptance to the card in the hand, through the same workflow as the
// windows: two people, packages to the practice centre and feedback from it, day after day on a clock of its own. For the
// console: every step waits for its answer.
class PracticeLoop
{
public:
    PracticeLoop(LoopPlan plan, const Rules &rules, ModelSource models);

    // Errors: of the first step that failed.
    Result<LoopResult> play();

private:
    // Who sits at the counter.
    struct Officer
    {
        PracticeLogin login;
        std::optional<Counter> counter;
    };

    Result<void> open();
    Result<void> enter(Officer &officer);
    Result<void> confirmPartners();
    Result<void> acceptAll();
    Result<void> acceptOne(int index);
    Draft draftFor(int index);
    Result<void> takePictures(WalkIn &walkIn, Draft &draft, int index);
    Result<void> review();
    Result<void> report();
    Result<void> redoReturned();
    Result<void> receiveCards();
    Result<void> handOut();
    Result<void> handOutOne(const Standing &standing);
    Result<void> postCards();
    Result<void> temporaryCards();
    Result<void> nextDay();
    Result<LoopResult> count();
    double chance() { return std::uniform_real_distribution<double>(0, 1)(m_random); }

    const LoopPlan m_plan;
    const Rules &m_rules;
    const ModelSource m_models;
    std::mt19937_64 m_random;
    std::atomic<qint64> m_now; // milliseconds of UTC
    const Clock m_clock;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<LogIn> m_logIn;
    Officer m_clerk;
    Officer m_supervisor;
    PracticeRegister m_household;
    std::optional<PracticeStock> m_stock;
    std::optional<PracticeCentre> m_centre;
    std::unique_ptr<ReviewDesk> m_review;
    std::unique_ptr<ReturnDesk> m_returns;
    std::unique_ptr<PackageDesk> m_packages;
    std::unique_ptr<ReceiptDesk> m_receipt;
    std::unique_ptr<CollectionDesk> m_collection;
    std::unique_ptr<TemporaryCardDesk> m_temporary;
    QStringList m_delivery; // numbers on the list that came with the cards
    QHash<QString, int> m_people; // which drawn person an applicant is, by citizen number
    int m_nextPlace = 0;
    int m_nextFile = 0;
};

} // namespace idcounter

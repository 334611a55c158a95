#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// Who may hand a card to whom, for how long it is kept, and who reviews: rules that are left to a station (RULES 6.5, 7.1).
// A relative of the same household shows slip, booklet, proxy and own card, any relative slip and own card.
enum class DeputyRule { Never, HouseholdRelative, Relative };

struct LifeRules
{
    bool reviewsOwn = false; // a one-man station: who accepted a case may review it
    DeputyRule deputy = DeputyRule::Never;
    int unclaimedDays = 180; // from the notice, after which a card is listed as not collected
    int retellDays = 7; // after which the citizen is called again
    int orderDays = 0; // for which a fee may be left open as a payment order; 0: the counter takes the money

    friend bool operator==(const LifeRules &, const LifeRules &) = default;
};

// The conditions of the table of a case's life, which the table gives in words. Errors: as said.

// ExceptionsOpen, where nobody confirmed them; SamePerson, for the one who accepted it; NotPaid.
Result<void> mayApprove(const Standing &standing, const QString &login, const LifeRules &rules);
// DayOver: a case accepted by mistake is voided on the same day.
Result<void> mayVoid(const Standing &standing, QDate today);
// SignatureMissing: no card before the county's validity is known.
Result<void> mayReceive(const Standing &standing);
// MailingAddressMissing, where mail was not chosen at acceptance, after which it cannot be changed (RULES 6.5).
Result<void> mayMail(const Standing &standing);
// One for the first part that is missing: GuardianMissing, DeputyNotAllowed, CollectorUnknown, ChipDiffers, FingerNotCompared,
// NotReadBack, NotSigned, OldCardMissing.
Result<void> mayCollect(const Standing &standing, const CollectionRecord &record, const LifeRules &rules);
// DayOver.
Result<void> mayUndoCollection(const Standing &standing, QDate today);
// DayNotOver, OldCardMissing, TemporaryCardOut.
Result<void> mayClose(const Standing &standing, QDate today);
// TransitionNotAllowed, when the application is over; TemporaryCardExists; NotPaid, while its price stands in a payment order;
// SignatureMissing: a citizen of another province gets
// one only after the home county has signed (临时居民身份证管理办法, RULES 1.3). region: province of the station.
Result<void> mayIssueTemporary(const Standing &standing, const QString &region);
// ExtensionNotAllowed: 30 days more are for areas with difficult transport, once, and while the clock runs (Art. 12).
Result<void> mayExtend(const Standing &standing, bool remoteArea);
// A mistake in a case that was reported is not edited: the county is asked to send it back (RULES 7.1). TransitionNotAllowed, once
// it has been signed, and where it was asked already.
Result<void> mayRecall(const Standing &standing);
// As what a case waits for the next package; nothing where it does not.
std::optional<PackedKind> waitsAs(const Standing &standing);
// DayNotOver, while a payment order can still be paid, and where nothing is owed (RULES 2, rule 6).
Result<void> mayLapse(const Standing &standing, QDate today);
// Whether the applicant is to be reminded of a payment order: every third day, three times at most.
bool isToBeReminded(const Standing &standing, QDate today);
// DayNotOver, before the set days are over.
Result<void> mayExpire(const Standing &standing, QDate today, const LifeRules &rules);

// What goes back to the citizen when a case ends without a card (RULES 2): void and refusal, all that was paid; withdrawal,
// all before the first package and nothing after it, unless the office was at fault or it is the second application of the
// same person, for which no card is made. The price of a temporary card that was issued stays.
Fen refundFor(const QString &event, const Standing &standing, EndingCause cause = EndingCause::Wish);

// The progress after a step: since when, and whether the law's clock runs (Transition::lawClock; stop and resume change
// nothing where it stands or runs already). Nobody wants back what is not with the county any more. at: UTC; never earlier than
// the step before.
CaseProgress after(const Transition &step, CaseProgress progress, const QDateTime &at, QDate today);

} // namespace idcounter

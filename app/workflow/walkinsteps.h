#pragma once

#include "app/domain/draft.h"
#include "app/domain/eligibility.h"
#include "app/domain/rules.h"

#include <span>

namespace idcounter {

enum class StepId { Booklet, Photo, Fingers, Form, ReadBack, Fee, Slip };

// What a step says about a draft.
struct StepState
{
    enum class Kind { Open, Incomplete, Complete };

    Kind kind = Kind::Open;
    QList<Error::Code> problems; // what is still missing or in the way, in the order of the page
    QList<Obstacle> warnings; // what the clerk should look at, and may pass

    bool isDone() const { return kind == Kind::Complete; }

    friend bool operator==(const StepState &, const StepState &) = default;
};

// What the steps look at besides the draft.
struct StepContext
{
    const Rules &rules;
    QDate today;
    QString region; // of the fee table
    StationKnowledge station;
    bool secondOfficerAtCounter = true; // else the reviewer confirms exceptions first of all
    int fingerMinAge = 0; // years under which prints are not asked for
    int orderDays = 0; // for which a fee may be left open as a payment order; 0: it is not
    bool accepted = false;
};

// One step of the walk-in.
struct Step
{
    StepId id;
    QStringView name; // as it is kept with the draft
    StepState (*state)(const Draft &, const StepContext &);
};

// The steps of the walk-in, in the order of the counter.
std::span<const Step> walkInSteps();
const Step &stepOf(StepId id);

// What is owed for a draft on a day: the card, and a temporary one if it is wanted. Errors: FeeNotSet,
// ReductionNotApplicable, ReasonMissing, those of the tables.
Result<QList<Charge>> chargesFor(const Draft &draft, const StepContext &context);

// Whether two drafts cost the same on a day; not where one has no price.
bool costTheSame(const Draft &one, const Draft &other, const Rules &rules, QDate day, const QString &region);

// Whether prints are not asked for: the applicant is younger than the station's setting (RULES 5, fp.min_age).
bool isTooYoungForPrints(const Draft &draft, const StepContext &context);

// Presses that are taken of each finger, besides the one that verifies it.
inline constexpr qsizetype pressesPerFinger = 3;

} // namespace idcounter

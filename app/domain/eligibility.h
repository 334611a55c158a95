#pragma once

#include "app/domain/draft.h"
#include "app/domain/rules.h"

namespace idcounter {

// Where a rule stands.
enum class RuleSource {
    CardLaw2, // Resident Identity Card Law, Art. 2: who applies
    CardLaw7, // Art. 7: the guardian; three months from the sixteenth birthday
    CardLaw10, // Art. 10: booklet and form
    CardLaw11, // Art. 11: when a card is replaced, re-issued
    CardLaw17, // Art. 17: using the card of somebody else
    CardLaw22, // Art. 22: soldiers
    FormNotes, // filling notes of the registration form
    ChipLayout, // text block of the card's chip (GA/T 490)
    BookletNorm, // work norms for the household booklet (鲁公传发[2007]810号)
    FeeNotice2004, // 财综[2004]8号
    OffsiteOpinion2015, // opinion on off-site acceptance of 2015
    OneCaseRule, // RULES 7.1: one open application per citizen
};

// What speaks against accepting an application.
struct Obstacle
{
    // Block: not accepted while it stands. SendElsewhere: another business must come first. Warn: the clerk decides.
    enum class Kind { Block, SendElsewhere, Warn };

    Error::Code code;
    Kind kind;
    RuleSource source;

    friend bool operator==(const Obstacle &, const Obstacle &) = default;
};

// What the station itself knows of a citizen, besides what is in the draft.
struct StationKnowledge
{
    bool openCase = false; // an application of the citizen is under way
    bool heldCard = false; // a second-generation card was issued to the citizen in a case of this station
    bool registerDiffers = false; // the population register says something else than the booklet
    bool offSiteAllowed = true; // a setting: trials of first applications away from home (RULES 6.4)

    friend bool operator==(const StationKnowledge &, const StationKnowledge &) = default;
};

// Everything that speaks against an application on a day, all at once (RULES 7.3, 7.4); empty when nothing does.
// Errors: those of the tables.
Result<QList<Obstacle>> obstacles(const Draft &draft, const StationKnowledge &station, const Rules &rules, QDate today);

// Whether the reason is the first application, which is free: never held a second-generation card. A card that was
// returned, kept or lost was held.
bool isFirstApplication(const Draft &draft, const StationKnowledge &station);

// The papers to ask for, by reason and age (RULES 7.3).
enum class Paper {
    Booklet,
    OldCard,
    GuardianCard,
    KinshipProof,
    PhotoDocument,
    ChangeInBooklet,
    CardPieces,
    ReductionProof,
    ResidencePermit,
};
QList<Paper> papersFor(const Reason &reason, bool guardian, bool reduced, bool offSite);

} // namespace idcounter

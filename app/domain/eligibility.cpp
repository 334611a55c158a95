#include "app/domain/eligibility.h"

#include "app/domain/cardvalidity.h"
#include "app/domain/guardianship.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using Kind = Obstacle::Kind;

// A booklet check that was found not in order, and what it means.
struct CheckMeaning
{
    BookletCheck check;
    Obstacle obstacle;
};

constexpr std::array checkMeanings{
    CheckMeaning{BookletCheck::NumberEqual,
                 {Error::Code::NumberDiffersFromRegister, Kind::SendElsewhere, RuleSource::BookletNorm}},
    CheckMeaning{BookletCheck::PersonEqual,
                 {Error::Code::BookletDiffers, Kind::SendElsewhere, RuleSource::BookletNorm}},
    CheckMeaning{BookletCheck::AddressEqual,
                 {Error::Code::HouseholdChangeFirst, Kind::SendElsewhere, RuleSource::BookletNorm}},
    CheckMeaning{BookletCheck::NotStruckOff, {Error::Code::StruckOff, Kind::Block, RuleSource::BookletNorm}},
    CheckMeaning{BookletCheck::BookletValid, {Error::Code::BookletReportedLost, Kind::Block, RuleSource::BookletNorm}},
    CheckMeaning{BookletCheck::SealPresent, {Error::Code::SealMissing, Kind::Block, RuleSource::BookletNorm}},
    CheckMeaning{BookletCheck::NotSoldier, {Error::Code::SoldierSeparate, Kind::SendElsewhere, RuleSource::CardLaw22}},
};

// What is found away from home, and what it means.
struct OffSiteMeaning
{
    OffSiteFinding finding;
    Obstacle obstacle;
};

constexpr std::array offSiteMeanings{
    OffSiteMeaning{OffSiteFinding::IdentityUnsettled,
                   {Error::Code::IdentityUnsettled, Kind::SendElsewhere, RuleSource::OffsiteOpinion2015}},
    OffSiteMeaning{OffSiteFinding::DataDiffer,
                   {Error::Code::OffsiteDataDiffer, Kind::SendElsewhere, RuleSource::OffsiteOpinion2015}},
    OffSiteMeaning{OffSiteFinding::FraudRecord,
                   {Error::Code::OffsiteFraudRecord, Kind::Block, RuleSource::OffsiteOpinion2015}},
};

bool isFilled(const Guardian &guardian)
{
    return !guardian.name.isEmpty() && !guardian.relation.isEmpty();
}

// The guardian is somebody else, and of age to apply.
bool isGuardian(const Draft &draft, QDate today)
{
    const auto number = CitizenNumber::parse(draft.guardian.number);
    return number && isFilled(draft.guardian) && number->toString() != draft.applicant.number
        && !needsGuardian(number->birthDate(), today);
}

// The first application is due within three months of the sixteenth birthday; a card is renewed from three months before
// its end on. Both are rows of the table of limits.
void addTimeObstacles(QList<Obstacle> &found, const Draft &draft, const Reason &reason, const ServiceLimits &limits,
                      QDate today)
{
    const auto firstDue = limits.find(u"FIRST_DUE");
    const QDate birth = draft.birthDate();
    if (reason.code == u"12" && firstDue && birth.isValid()
        && anniversary(birth, ageOfOwnApplication).addMonths(firstDue->amount) < today)
        found << Obstacle{Error::Code::FirstApplicationLate, Kind::Warn, RuleSource::CardLaw7};
    const auto window = limits.find(u"RENEW_WINDOW");
    const QDate until = draft.business.oldCardUntil;
    if (reason.code == u"22" && window && until.isValid() && until.addMonths(-window->amount) > today)
        found << Obstacle{Error::Code::RenewalTooEarly, Kind::Warn, RuleSource::CardLaw11};
}

void addReasonObstacles(QList<Obstacle> &found, const Draft &draft, const StationKnowledge &station,
                        const Reason &reason, QDate today)
{
    const bool isChild = needsGuardian(draft.birthDate(), today);
    const bool first = reason.reasonClass == Reason::Class::First;
    const bool heldCard = !isFirstApplication(draft, station);
    if (first && heldCard)
        found << Obstacle{Error::Code::ReasonNotFirst, Kind::Block, RuleSource::CardLaw11};
    if (!first && draft.business.oldCard == OldCard::None)
        found << Obstacle{Error::Code::ReasonIsFirst, Kind::Block, RuleSource::CardLaw11};
    if ((reason.code == u"11" && !isChild) || (reason.code == u"12" && isChild))
        found << Obstacle{Error::Code::ReasonAge, Kind::Block, RuleSource::CardLaw2};
    const OldCard card = draft.business.oldCard;
    const bool lost = reason.reasonClass == Reason::Class::Reissue;
    if (card != OldCard::NotAsked && card != OldCard::None && lost != (card == OldCard::Lost) && !first)
        found << Obstacle{Error::Code::OldCardContradicts, Kind::Block, RuleSource::CardLaw11};
    // The opinion on off-site acceptance covers expiry, damage and loss; first applications since 2024.
    const bool offSiteReason = first || reason.code == u"22" || reason.code == u"24" || lost;
    if (draft.business.offSite && !offSiteReason)
        found << Obstacle{Error::Code::OffsiteNotAllowed, Kind::Block, RuleSource::OffsiteOpinion2015};
    if (lost)
        found << Obstacle{Error::Code::LostCardMisuse, Kind::Warn, RuleSource::CardLaw17};
}

// What the card will not say as it should; the production centre has the last word.
void addTextObstacles(QList<Obstacle> &found, const Applicant &applicant, const Divisions &divisions,
                      const ChipLayout &chip)
{
    const QString address = applicant.address.trimmed();
    if (!address.isEmpty() && !divisions.beginsWithProvince(address))
        found << Obstacle{Error::Code::AddressWithoutProvince, Kind::Warn, RuleSource::FormNotes};
    if (!chip.fits(u"name", applicant.name.trimmed()))
        found << Obstacle{Error::Code::NameTooLongForChip, Kind::Warn, RuleSource::ChipLayout};
    if (!chip.fits(u"address", address))
        found << Obstacle{Error::Code::AddressTooLongForChip, Kind::Warn, RuleSource::ChipLayout};
}

} // namespace

bool isFirstApplication(const Draft &draft, const StationKnowledge &station)
{
    const OldCard card = draft.business.oldCard;
    return !station.heldCard && (card == OldCard::NotAsked || card == OldCard::None);
}

Result<QList<Obstacle>> obstacles(const Draft &draft, const StationKnowledge &station, const Rules &rules, QDate today)
{
    const auto reasons = rules.reasons();
    if (!reasons)
        return reasons.error();
    const auto limits = rules.limits();
    if (!limits)
        return limits.error();
    const auto divisions = rules.divisions();
    if (!divisions)
        return divisions.error();
    const auto chip = rules.chipLayout();
    if (!chip)
        return chip.error();
    QList<Obstacle> found;
    if (draft.papers.registerAnswer == RegisterAnswer::Unknown)
        found << Obstacle{Error::Code::RegisterUnknown, Kind::Block, RuleSource::BookletNorm};
    for (const CheckMeaning &meaning : checkMeanings) {
        if (draft.papers.failed.contains(static_cast<int>(meaning.check)))
            found << meaning.obstacle;
    }
    if (station.registerDiffers)
        found << Obstacle{Error::Code::BookletDiffers, Kind::SendElsewhere, RuleSource::BookletNorm};
    if (station.openCase)
        found << Obstacle{Error::Code::OpenCaseExists, Kind::Block, RuleSource::OneCaseRule};
    if (needsGuardian(draft.birthDate(), today) && !isGuardian(draft, today))
        found << Obstacle{Error::Code::GuardianMissing, Kind::Block, RuleSource::CardLaw7};
    if (const auto reason = (*reasons)->find(draft.business.reason)) {
        addReasonObstacles(found, draft, station, *reason, today);
        addTimeObstacles(found, draft, *reason, **limits, today);
    }
    addTextObstacles(found, draft.applicant, **divisions, **chip);
    if (draft.business.offSite && !station.offSiteAllowed)
        found << Obstacle{Error::Code::OffsiteNotAllowed, Kind::Block, RuleSource::OffsiteOpinion2015};
    for (const OffSiteMeaning &meaning : offSiteMeanings) {
        if (draft.business.offSite && draft.business.offSiteFindings.contains(static_cast<int>(meaning.finding)))
            found << meaning.obstacle;
    }
    if (!draft.business.reduction.isEmpty() && draft.business.evidence.trimmed().isEmpty())
        found << Obstacle{Error::Code::ReductionEvidenceMissing, Kind::Block, RuleSource::FeeNotice2004};
    return found;
}

QList<Paper> papersFor(const Reason &reason, bool guardian, bool reduced, bool offSite)
{
    QList<Paper> papers{Paper::Booklet};
    if (reason.oldCardReturned)
        papers << (reason.code == u"24" ? Paper::CardPieces : Paper::OldCard);
    if (reason.code == u"23")
        papers << Paper::ChangeInBooklet;
    if (guardian)
        papers << Paper::GuardianCard << Paper::KinshipProof;
    else if (reason.reasonClass == Reason::Class::First)
        papers << Paper::PhotoDocument;
    if (reduced)
        papers << Paper::ReductionProof;
    if (offSite)
        papers << Paper::ResidencePermit;
    return papers;
}

} // namespace idcounter

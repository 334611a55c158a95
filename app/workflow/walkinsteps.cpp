#include "app/workflow/walkinsteps.h"

#include "app/domain/cardvalidity.h"
#include "app/domain/personname.h"
#include "app/domain/phone.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using Kind = StepState::Kind;

StepState stateOf(bool touched, QList<Error::Code> problems, QList<Obstacle> warnings = {})
{
    if (problems.isEmpty())
        return {Kind::Complete, {}, std::move(warnings)};
    return {touched ? Kind::Incomplete : Kind::Open, std::move(problems), std::move(warnings)};
}

void addPersonProblems(QList<Error::Code> &problems, const Draft &draft, const StepContext &context)
{
    const Applicant &applicant = draft.applicant;
    const auto number = CitizenNumber::parse(applicant.number);
    if (!number)
        problems << number.error().code;
    else if (number->birthDate() > context.today)
        problems << Error::Code::BirthDateInFuture;
    if (const auto name = PersonName::parse(applicant.name); !name)
        problems << name.error().code;
    const bool differs = number
        && (applicant.sex != QString::number(int(number->sex())) || applicant.birthDate != number->birthDate());
    if (differs && applicant.unlocked.isEmpty())
        problems << Error::Code::BookletDiffers;
    if (applicant.ethnicGroup.isEmpty())
        problems << Error::Code::EthnicGroupMissing;
    if (applicant.address.trimmed().isEmpty())
        problems << Error::Code::AddressMissing;
    if (applicant.issuer.trimmed().isEmpty())
        problems << Error::Code::IssuerMissing;
}

void addBusinessProblems(QList<Error::Code> &problems, const Draft &draft)
{
    if (draft.papers.passed.size() + draft.papers.failed.size() < bookletCheckCount)
        problems << Error::Code::ChecksMissing;
    if (draft.business.reason.isEmpty())
        problems << Error::Code::ReasonMissing;
    if (isCorrection(draft.business) && draft.business.cause.trimmed().isEmpty())
        problems << Error::Code::CorrectionCauseMissing;
    if (draft.business.oldCard == OldCard::NotAsked)
        problems << Error::Code::OldCardMissing;
    if (draft.business.offSite && draft.business.offSiteReason.trimmed().isEmpty())
        problems << Error::Code::OffSiteReasonMissing;
    if (!draft.papers.noticeShown)
        problems << Error::Code::NoticeNotShown;
    if (draft.booked.awayFromHome && !draft.booked.residencePermitSeen)
        problems << Error::Code::ResidencePermitMissing;
    const auto isTyped = [&](BookedPart part) { return draft.booked.unconfirmed.contains(int(part)); };
    if (isTyped(BookedPart::Number) || isTyped(BookedPart::Person) || isTyped(BookedPart::Address)
        || isTyped(BookedPart::Guardian) || isTyped(BookedPart::Business))
        problems << Error::Code::BookedDataUnconfirmed;
}

StepState booklet(const Draft &draft, const StepContext &context)
{
    QList<Error::Code> problems;
    addPersonProblems(problems, draft, context);
    addBusinessProblems(problems, draft);
    const auto found = obstacles(draft, context.station, context.rules, context.today);
    if (!found)
        return stateOf(true, problems << found.error().code);
    // A price that is not settled is said now, and not when everything is printed and signed.
    if (const auto charges = chargesFor(draft, context); !charges && !draft.business.reason.isEmpty())
        problems << charges.error().code;
    QList<Obstacle> warnings;
    for (const Obstacle &obstacle : *found) {
        if (obstacle.kind == Obstacle::Kind::Warn)
            warnings << obstacle;
        else if (!problems.contains(obstacle.code))
            problems << obstacle.code;
    }
    return stateOf(!draft.isUntouched(), problems, warnings);
}

StepState photo(const Draft &draft, const StepContext &context)
{
    if (!draft.photo)
        return stateOf(false, {Error::Code::PhotoMissing});
    QList<Error::Code> problems;
    const auto add = [&problems](Error::Code code) {
        if (!problems.contains(code))
            problems << code;
    };
    for (const PhotoFinding &finding : draft.photo->findings) {
        switch (PhotoVerdict(finding.verdict)) {
        case PhotoVerdict::Block:
            add(Error::Code::PhotoBlocked);
            break;
        case PhotoVerdict::Warn:
            if (draft.photo->reasons.value(finding.rule).trimmed().isEmpty())
                add(Error::Code::PhotoReasonMissing);
            break;
        case PhotoVerdict::Look:
        case PhotoVerdict::Unchecked: // not measured, so the clerk looks
            if (!draft.photo->looked.contains(finding.rule))
                add(Error::Code::PhotoLookMissing);
            break;
        case PhotoVerdict::Pass:
        case PhotoVerdict::Info:
            break;
        }
    }
    Q_UNUSED(context)
    return stateOf(true, problems);
}

bool isTaken(const FingerRecord &finger)
{
    return finger.result == FingerResult::Registered && finger.verified && finger.presses.size() >= pressesPerFinger;
}

// Two fingers, or as many as there are with a reason for every other that was asked for. Of a small child none is asked
// for where the station set it so.
StepState fingers(const Draft &draft, const StepContext &context)
{
    if (isTooYoungForPrints(draft, context))
        return stateOf(true, {});
    const auto table = context.rules.fingers();
    if (!table)
        return stateOf(true, {table.error().code});
    QStringList taken;
    QStringList givenUp;
    bool reasonMissing = false;
    for (const FingerRecord &finger : draft.fingers) {
        if (isTaken(finger))
            taken << finger.finger;
        else if (finger.result != FingerResult::Registered)
            givenUp << finger.finger;
        reasonMissing
            = reasonMissing || (finger.result != FingerResult::Registered && finger.reason.trimmed().isEmpty());
    }
    QList<Error::Code> problems;
    if ((*table)->next(taken, givenUp))
        problems << Error::Code::FingersMissing;
    if (reasonMissing)
        problems << Error::Code::FingerReasonMissing;
    return stateOf(!draft.fingers.isEmpty(), problems);
}

StepState form(const Draft &draft, const StepContext &context)
{
    Q_UNUSED(context)
    QList<Error::Code> problems;
    if (draft.delivery.phone.trimmed().isEmpty())
        problems << Error::Code::PhoneMissing;
    else if (!isPhoneNumber(draft.delivery.phone))
        problems << Error::Code::PhoneInvalid;
    if (draft.delivery.collection == Collection::Mail && draft.delivery.mailingAddress.trimmed().isEmpty())
        problems << Error::Code::MailingAddressMissing;
    if (draft.booked.unconfirmed.contains(int(BookedPart::Delivery)))
        problems << Error::Code::BookedDataUnconfirmed;
    return stateOf(draft.delivery != Delivery{}, problems);
}

StepState readBack(const Draft &draft, const StepContext &context)
{
    QList<Error::Code> problems;
    if (!draft.signing.readBack)
        problems << Error::Code::NotReadBack;
    if (draft.signing.printedForms == 0)
        problems << Error::Code::FormNotPrinted;
    if (!draft.signing.signedByPen)
        problems << Error::Code::NotSigned;
    if (context.secondOfficerAtCounter && draft.hasExceptions() && draft.secondOfficer.isEmpty())
        problems << Error::Code::SecondOfficerMissing;
    return stateOf(draft.signing != Signing{}, problems);
}

StepState fee(const Draft &draft, const StepContext &context)
{
    if (context.accepted)
        return stateOf(true, {});
    const auto charges = chargesFor(draft, context);
    if (!charges)
        return stateOf(draft.payment != Payment{}, {charges.error().code});
    const Fen owed = sumOf(*charges);
    QList<Error::Code> problems;
    switch (draft.payment.method) {
    case PaymentMethod::NotChosen:
        problems << Error::Code::NotPaid;
        break;
    case PaymentMethod::Free:
        if (owed > Fen{0})
            problems << Error::Code::NotPaid;
        break;
    case PaymentMethod::Cash:
        if (Fen{draft.payment.tendered} < owed)
            problems << Error::Code::TenderedTooLittle;
        break;
    case PaymentMethod::Terminal:
    case PaymentMethod::Online:
        if (draft.payment.reference.trimmed().isEmpty())
            problems << Error::Code::PaymentReferenceMissing;
        break;
    case PaymentMethod::Order:
        if (context.orderDays == 0 || draft.payment.payUntil < context.today)
            problems << Error::Code::NotPaid;
        break;
    }
    return stateOf(draft.payment != Payment{}, problems);
}

StepState slip(const Draft &draft, const StepContext &context)
{
    Q_UNUSED(draft)
    return {context.accepted ? Kind::Complete : Kind::Open, {}, {}};
}

constexpr std::array steps{
    Step{StepId::Booklet, u"booklet", booklet},
    Step{StepId::Photo, u"photo", photo},
    Step{StepId::Fingers, u"fingers", fingers},
    Step{StepId::Form, u"form", form},
    Step{StepId::ReadBack, u"readback", readBack},
    Step{StepId::Fee, u"fee", fee},
    Step{StepId::Slip, u"slip", slip},
};

} // namespace

std::span<const Step> walkInSteps()
{
    return steps;
}

const Step &stepOf(StepId id)
{
    return *std::find_if(steps.begin(), steps.end(), [id](const Step &step) { return step.id == id; });
}

bool costTheSame(const Draft &one, const Draft &other, const Rules &rules, QDate day, const QString &region)
{
    const StepContext context{.rules = rules, .today = day, .region = region, .station = {}};
    const auto first = chargesFor(one, context);
    const auto second = chargesFor(other, context);
    return first && second && sumOf(*first) == sumOf(*second);
}

bool isTooYoungForPrints(const Draft &draft, const StepContext &context)
{
    const QDate birth = draft.birthDate();
    return birth.isValid() && ageOn(birth, context.today) < context.fingerMinAge;
}

Result<QList<Charge>> chargesFor(const Draft &draft, const StepContext &context)
{
    const auto reasons = context.rules.reasons();
    if (!reasons)
        return reasons.error();
    const auto fees = context.rules.fees();
    if (!fees)
        return fees.error();
    const auto reason = (*reasons)->find(draft.business.reason);
    if (!reason)
        return Error{Error::Code::ReasonMissing, {}};
    const auto card = (*fees)->charge(reason->feeCode, context.today, context.region, draft.business.reduction);
    if (!card)
        return card.error();
    QList<Charge> charges{*card};
    if (draft.business.temporaryCard) {
        const auto temporary = (*fees)->charge(u"TEMP"_s, context.today, context.region);
        if (!temporary)
            return temporary.error();
        charges << *temporary;
    }
    return charges;
}

} // namespace idcounter

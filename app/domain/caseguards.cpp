#include "app/domain/caseguards.h"

#include "app/domain/guardianship.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString temporaryFee = u"TEMP"_s;

bool hasOldCard(const Draft &form)
{
    return form.business.oldCard == OldCard::KeptUntilCollection;
}

Result<void> mayDeputise(const Draft &form, const CollectionRecord &record, const LifeRules &rules)
{
    const bool child = needsGuardian(form.birthDate(), record.day);
    if (child && record.by == Collector::Holder)
        return Error{Error::Code::GuardianMissing, {}};
    if (record.by == Collector::Deputy && (child || rules.deputy == DeputyRule::Never))
        return Error{Error::Code::DeputyNotAllowed, {}};
    if (record.by == Collector::Holder)
        return {};
    const auto number = CitizenNumber::parse(record.number);
    if (record.name.trimmed().isEmpty() || !number)
        return Error{Error::Code::CollectorUnknown, {}};
    if (record.by == Collector::Deputy
        && (record.relation.isEmpty() || !record.deputyPapers || !isAdult(number->birthDate(), record.day)))
        return Error{Error::Code::CollectorUnknown, {}};
    return {};
}

} // namespace

Result<void> mayApprove(const Standing &standing, const QString &login, const LifeRules &rules)
{
    const Draft &form = standing.accepted.form;
    if (standing.accepted.acceptedBy == login && !rules.reviewsOwn)
        return Error{Error::Code::SamePerson, {}};
    if (form.hasExceptions() && form.secondOfficer.isEmpty() && standing.progress.secondOfficer.isEmpty())
        return Error{Error::Code::ExceptionsOpen, {}};
    if (standing.isOwing())
        return Error{Error::Code::NotPaid, {}};
    return {};
}

Result<void> mayVoid(const Standing &standing, QDate today)
{
    return standing.accepted.acceptedOn() == today ? Result<void>() : Error{Error::Code::DayOver, {}};
}

Result<void> mayReceive(const Standing &standing)
{
    return standing.progress.isSigned() ? Result<void>() : Error{Error::Code::SignatureMissing, {}};
}

Result<void> mayMail(const Standing &standing)
{
    const Delivery &delivery = standing.accepted.form.delivery;
    return delivery.collection == Collection::Mail && !delivery.mailingAddress.trimmed().isEmpty()
        ? Result<void>()
        : Error{Error::Code::MailingAddressMissing, {}};
}

Result<void> mayCollect(const Standing &standing, const CollectionRecord &record, const LifeRules &rules)
{
    if (auto allowed = mayDeputise(standing.accepted.form, record, rules); !allowed)
        return allowed;
    if (record.chipDiffers)
        return Error{Error::Code::ChipDiffers, {}};
    const bool holder = record.by == Collector::Holder;
    if (holder && record.finger != FingerAnswer::Match && record.fingerReason.trimmed().isEmpty())
        return Error{Error::Code::FingerNotCompared, {}};
    if (!record.readBack)
        return Error{Error::Code::NotReadBack, {}};
    if (!record.isSigned)
        return Error{Error::Code::NotSigned, {}};
    if (hasOldCard(standing.accepted.form) && record.oldCard == OldCardEnd::None)
        return Error{Error::Code::OldCardMissing, {}};
    return {};
}

Result<void> mayUndoCollection(const Standing &standing, QDate today)
{
    return standing.progress.collection.day == today ? Result<void>() : Error{Error::Code::DayOver, {}};
}

Result<void> mayClose(const Standing &standing, QDate today)
{
    const CollectionRecord &record = standing.progress.collection;
    if (standing.accepted.state == CaseState::Collected && record.day >= today)
        return Error{Error::Code::DayNotOver, {}};
    if (hasOldCard(standing.accepted.form) && record.oldCard == OldCardEnd::None)
        return Error{Error::Code::OldCardMissing, {}};
    if (standing.temporaryOut)
        return Error{Error::Code::TemporaryCardOut, {}};
    return {};
}

Result<void> mayIssueTemporary(const Standing &standing, const QString &region)
{
    const Draft &form = standing.accepted.form;
    if (!isOpen(standing.accepted.state))
        return Error{Error::Code::TransitionNotAllowed, {}};
    if (standing.temporaryOut)
        return Error{Error::Code::TemporaryCardExists, {}};
    const auto &charges = standing.accepted.charges;
    if (standing.isOwing() && std::any_of(charges.begin(), charges.end(), [](const Charge &charge) {
            return charge.feeCode == temporaryFee;
        }))
        return Error{Error::Code::NotPaid, {}};
    const bool isOfOtherProvince = form.business.offSite && form.applicant.number.first(2) != region;
    if (isOfOtherProvince && !standing.progress.isSigned())
        return Error{Error::Code::SignatureMissing, {}};
    return {};
}

Result<void> mayExtend(const Standing &standing, bool remoteArea)
{
    const CaseProgress &progress = standing.progress;
    const bool isAllowed = remoteArea && progress.extendedBy.isEmpty() && progress.stoppedOn.isNull();
    return isAllowed ? Result<void>() : Error{Error::Code::ExtensionNotAllowed, {}};
}

Result<void> mayExpire(const Standing &standing, QDate today, const LifeRules &rules)
{
    const QDate told = standing.progress.notifiedOn;
    return told.isValid() && told.addDays(rules.unclaimedDays) < today ? Result<void>()
                                                                       : Error{Error::Code::DayNotOver, {}};
}

Result<void> mayLapse(const Standing &standing, QDate today)
{
    const Payment &payment = standing.accepted.form.payment;
    const bool isOver = payment.method == PaymentMethod::Order && payment.payUntil < today && standing.isOwing();
    return isOver ? Result<void>() : Error{Error::Code::DayNotOver, {}};
}

bool isToBeReminded(const Standing &standing, QDate today)
{
    constexpr int mostReminders = 3;
    constexpr int daysBetween = 3;
    const CaseProgress &progress = standing.progress;
    if (standing.accepted.form.payment.method != PaymentMethod::Order || !standing.isOwing()
        || progress.reminders >= mostReminders)
        return false;
    const QDate last = progress.remindedOn.isValid() ? progress.remindedOn : standing.accepted.acceptedOn();
    return last.addDays(daysBetween) <= today;
}

Fen refundFor(const QString &event, const Standing &standing, EndingCause cause)
{
    const Fen kept = standing.paid - standing.refunded;
    Fen temporary;
    if (standing.temporaryOut) {
        for (const Charge &charge : standing.accepted.charges) {
            if (charge.feeCode == temporaryFee)
                temporary = temporary + charge.amount;
        }
    }
    const bool all = event == u"void" || event == u"refuse" || event == u"lapse"
        || (event == u"withdraw" && (standing.progress.round == 0 || cause != EndingCause::Wish));
    return all ? Fen{std::max<qint64>(0, kept.amount - temporary.amount)} : Fen{};
}

Result<void> mayRecall(const Standing &standing)
{
    if (standing.accepted.state != CaseState::Reported || !standing.progress.recall.isEmpty())
        return Error{Error::Code::TransitionNotAllowed, u"recall"_s};
    return {};
}

std::optional<PackedKind> waitsAs(const Standing &standing)
{
    const CaseProgress &progress = standing.progress;
    switch (standing.accepted.state) {
    case CaseState::StationReviewed:
        return PackedKind::Application;
    case CaseState::Defective:
        return progress.defectReported ? std::nullopt : std::optional(PackedKind::Defect);
    case CaseState::Reported:
        return progress.recall.isEmpty() || progress.recallReported ? std::nullopt : std::optional(PackedKind::Recall);
    default:
        return {};
    }
}

CaseProgress after(const Transition &step, CaseProgress progress, const QDateTime &at, QDate today)
{
    if (step.from == CaseState::Reported && step.to != CaseState::Reported) {
        progress.recall.clear();
        progress.recallReported = false;
    }
    progress.since = std::max(at, progress.since);
    if (step.to == CaseState::Received || step.to == CaseState::Returned)
        progress.defectOn = {}; // the card that was made again is here; or the application begins anew
    if (step.lawClock == LawClock::Stop && progress.stoppedOn.isNull())
        progress.stoppedOn = today;
    if (step.lawClock == LawClock::Resume || step.lawClock == LawClock::Start)
        progress.stoppedOn = {};
    return progress;
}

} // namespace idcounter

#include "app/workflow/reviewdesk.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

bool ReviewDesk::hasOpenExceptions(const Standing &standing)
{
    const Draft &form = standing.accepted.form;
    return form.hasExceptions() && form.secondOfficer.isEmpty() && standing.progress.secondOfficer.isEmpty();
}

bool ReviewDesk::mayChooseCause(const Standing &standing, Role role)
{
    return includes(role, Role::Supervisor)
        || refundFor(u"withdraw"_s, standing, EndingCause::Duplicate) == refundFor(u"withdraw"_s, standing);
}

Urgency ReviewDesk::urgency(const Standing &standing) const
{
    return urgencyOf(standing.accepted.form.signing.formDate, standing.accepted.promiseDue, standing.accepted.legalDue,
                     m_counter.today());
}

QList<Standing> ReviewDesk::filtered(const ReviewFilter &filter) const
{
    return filtered(filter, m_waiting);
}

QList<Standing> ReviewDesk::filtered(const ReviewFilter &filter, const QList<Standing> &cases) const
{
    QList<Standing> found;
    std::copy_if(cases.begin(), cases.end(), std::back_inserter(found), [&](const Standing &standing) {
        const Case &accepted = standing.accepted;
        return (filter.reason.isEmpty() || accepted.form.business.reason == filter.reason)
            && (filter.clerk.isEmpty() || accepted.acceptedBy == filter.clerk)
            && accepted.acceptedOn().daysTo(m_counter.today()) >= filter.olderThanDays
            && (!filter.exceptionsOnly || hasOpenExceptions(standing));
    });
    return found;
}

void ReviewDesk::refresh()
{
    readNames([this] {
        load({CaseState::Accepted, CaseState::StationReviewed}, [this](const QList<Standing> &found) { sort(found); });
    });
}

void ReviewDesk::sort(const QList<Standing> &found)
{
    m_waiting.clear();
    m_reviewed.clear();
    for (const Standing &standing : found)
        (standing.accepted.state == CaseState::Accepted ? m_waiting : m_reviewed) << standing;
    std::stable_sort(m_waiting.begin(), m_waiting.end(),
                     [this](const Standing &one, const Standing &other) { return urgency(one) > urgency(other); });
    Q_EMIT changed();
}

void ReviewDesk::open(const QUuid &caseId)
{
    m_counter.store.write(
        this,
        [caseId, stamp = m_counter.stamp()](Repositories &repositories) -> Result<ReviewFile> {
            const auto standing = repositories.lives.standing(caseId);
            if (!standing)
                return standing.error();
            const auto history = repositories.lives.history(caseId);
            if (!history)
                return history.error();
            if (const auto done
                = repositories.journal.audit(u"view"_s, caseId.toString(QUuid::WithoutBraces), u"review"_s, stamp);
                !done)
                return done.error();
            ReviewFile file{.standing = *standing, .history = *history};
            const Draft &form = standing->accepted.form;
            const auto bytesOf = [&](const QUuid &capture) {
                const auto stored = repositories.captures.find(capture);
                return stored ? stored->bytes : QByteArray();
            };
            if (form.photo) {
                file.photo = bytesOf(form.photo->capture);
                file.picture = bytesOf(form.photo->picture);
            }
            for (const SidePicture &side : form.sidePictures)
                file.sidePictures << std::pair{side.kind, bytesOf(side.capture)};
            for (const FingerRecord &finger : form.fingers)
                file.prints << std::pair{finger.finger,
                                         finger.presses.isEmpty() ? QByteArray() : bytesOf(finger.presses.first())};
            return file;
        },
        [this](const Result<ReviewFile> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            ReviewFile file = *found;
            for (LifeEntry &entry : file.history)
                entry.person = nameOf(entry.person);
            Q_EMIT opened(file);
        });
}

void ReviewDesk::confirmExceptions(const Standing &standing)
{
    if (!includes(m_counter.person.role, Role::Reviewer)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    if (standing.accepted.acceptedBy == m_counter.person.login) {
        m_counter.store.read(
            this, [](Repositories &repositories) { return StationSettings::load(repositories.station); },
            [this, standing](const Result<StationSettings> &settings) {
                if (!settings || !settings->life.reviewsOwn)
                    Q_EMIT failed(settings ? Error{Error::Code::SamePerson, {}} : settings.error());
                else
                    note(standing, u"confirm"_s,
                         [login = m_counter.person.login](CaseMove &move) { move.progress.secondOfficer = login; });
            });
        return;
    }
    note(standing, u"confirm"_s,
         [login = m_counter.person.login](CaseMove &move) { move.progress.secondOfficer = login; });
}

void ReviewDesk::approve(const Standing &standing)
{
    const QString login = m_counter.person.login;
    step(standing,
         {.event = u"approve"_s,
          .guard = [login](const Standing &now,
                           const StationSettings &settings) { return mayApprove(now, login, settings.life); },
          .change =
              [own = standing.accepted.acceptedBy == login](CaseMove &move) {
                  move.progress.ownReview = own;
                  if (own)
                      move.body.insert(u"ownReview"_s, true);
              }});
}

void ReviewDesk::reopen(const Standing &standing, const QString &reason)
{
    step(standing,
         {.event = u"reopen"_s, .change = [reason](CaseMove &move) { move.body.insert(u"reason"_s, reason); }});
}

void ReviewDesk::sendBack(const Standing &standing, const QList<ReturnReason> &reasons)
{
    if (reasons.isEmpty()) {
        Q_EMIT failed({Error::Code::ReturnReasonMissing, {}});
        return;
    }
    step(standing, {.event = u"return"_s, .change = [reasons](CaseMove &move) {
                        move.progress.origin = ReturnOrigin::Station;
                        move.progress.wrong = reasons;
                        move.body.insert(u"wrong"_s, json::write(reasons));
                    }});
}

void ReviewDesk::endWithMoney(const Standing &standing, const QString &event, const QString &reason, EndingCause cause)
{
    if (reason.trimmed().isEmpty()) {
        Q_EMIT failed({event == u"refuse" ? Error::Code::RefusalReasonMissing : Error::Code::DiscardReasonMissing, {}});
        return;
    }
    if (cause != EndingCause::Wish && !mayChooseCause(standing, m_counter.person.role)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    const QDate today = m_counter.today();
    step(standing,
         {.event = event,
          .guard
          = [event, today](const Standing &now,
                           const StationSettings &) { return event == u"void" ? mayVoid(now, today) : Result<void>(); },
          .change =
              [standing, event, reason, cause](CaseMove &move) {
                  move.progress.ending = reason.trimmed();
                  move.progress.cause = cause;
                  move.refund = refundFor(event, standing, cause);
                  move.body.insert(u"reason"_s, reason.trimmed());
                  move.body.insert(u"refundFen"_s, double(move.refund.amount));
              }});
}

void ReviewDesk::refuse(const Standing &standing, const QString &reason)
{
    endWithMoney(standing, u"refuse"_s, reason, EndingCause::Wish);
}

void ReviewDesk::voidCase(const Standing &standing, const QString &reason, EndingCause cause)
{
    endWithMoney(standing, u"void"_s, reason, cause);
}

void ReviewDesk::withdraw(const Standing &standing, const QString &reason, EndingCause cause)
{
    endWithMoney(standing, u"withdraw"_s, reason, cause);
}

} // namespace idcounter

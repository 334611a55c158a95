#include "app/workflow/returndesk.h"

#include "app/workflow/walkinsteps.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

QList<FaultyItem> ReturnDesk::itemsOf(const Standing &standing)
{
    return itemsIn(standing.progress.wrong);
}

void ReturnDesk::refresh()
{
    load({CaseState::Returned}, [this](const QList<Standing> &found) {
        m_returned = found;
        std::stable_sort(m_returned.begin(), m_returned.end(), [](const Standing &one, const Standing &other) {
            return one.accepted.legalDue < other.accepted.legalDue;
        });
        Q_EMIT changed();
    });
}

void ReturnDesk::callBack(const Standing &standing, const QList<ReturnReason> &reasons)
{
    if (!includes(m_counter.person.role, Role::Reviewer)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    if (auto allowed = mayRecall(standing); !allowed || reasons.isEmpty()) {
        Q_EMIT failed(allowed ? Error{Error::Code::ReturnReasonMissing, {}} : allowed.error());
        return;
    }
    note(standing, u"recall_asked"_s, [reasons](CaseMove &move) {
        move.progress.recall = reasons;
        move.progress.recallReported = false;
        move.body.insert(u"wrong"_s, json::write(reasons));
    });
}

void ReturnDesk::redo(const Standing &standing, const Draft &form)
{
    const Case &accepted = standing.accepted;
    const bool isSame
        = costTheSame(accepted.form, form, m_counter.rules, accepted.acceptedOn(), m_counter.station.region());
    if (!mayBecome(accepted.form, form, standing.progress.wrong, isSame)) {
        Q_EMIT failed({Error::Code::RecordConflict, u"form"_s});
        return;
    }
    Draft renewed = form;
    if (!renewed.hasExceptionsOf(standing.accepted.form)) {
        renewed.secondOfficer.clear();
        renewed.secondOfficerName.clear();
    }
    step(standing, {.event = u"redo"_s, .change = [renewed](CaseMove &move) {
                        move.form = renewed;
                        move.progress.wrong.clear();
                        if (renewed.secondOfficer.isEmpty())
                            move.progress.secondOfficer.clear();
                    }});
}

} // namespace idcounter

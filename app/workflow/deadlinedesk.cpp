#include "app/workflow/deadlinedesk.h"

#include "app/domain/steplimit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

Result<QDate> stepDue(const Standing &standing, const Rules &rules)
{
    const StepLimit limit = stepLimit(standing);
    if (limit.code.isEmpty())
        return limit.from;
    const auto limits = rules.limits();
    if (!limits)
        return limits.error();
    const auto calendar = rules.calendar();
    if (!calendar)
        return calendar.error();
    const auto due = (*limits)->due(limit.code, limit.from, **calendar);
    return due ? Result<QDate>(due->day) : Result<QDate>(due.error());
}

DeadlineRow deadlineRow(const Standing &standing, const Rules &rules, QDate today)
{
    const Case &accepted = standing.accepted;
    // Where the law's clock stands, it is judged by the day it stopped.
    const QDate judged = standing.progress.stoppedOn.isValid() ? standing.progress.stoppedOn : today;
    DeadlineRow row{
        .standing = standing,
        .urgency = urgencyOf(accepted.form.signing.formDate, accepted.promiseDue, accepted.legalDue, judged),
        .judgedOn = judged,
        .daysLeft = int(judged.daysTo(judged <= accepted.promiseDue ? accepted.promiseDue : accepted.legalDue)),
        .actor = nextActor(standing)};
    if (const auto due = stepDue(standing, rules)) {
        row.stepDue = *due;
        row.isStepLate = due->isValid() && *due < today;
    }
    return row;
}

int DeadlineDesk::count(Urgency urgency) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [urgency](const DeadlineRow &row) { return row.urgency == urgency; }));
}

void DeadlineDesk::refresh()
{
    QList<CaseState> open;
    for (int value = 1; value <= int(CaseState::Discarded); ++value) {
        if (isOpen(CaseState(value)))
            open << CaseState(value);
    }
    load(open, [this](const QList<Standing> &found) {
        m_background.run(
            this,
            [found, tables = m_counter.rules.source(), today = m_counter.today()] {
                const Rules rules(tables);
                QList<DeadlineRow> rows;
                rows.reserve(found.size());
                for (const Standing &standing : found)
                    rows << deadlineRow(standing, rules, today);
                std::stable_sort(rows.begin(), rows.end(), [](const DeadlineRow &one, const DeadlineRow &other) {
                    return std::pair(int(other.urgency), one.daysLeft) < std::pair(int(one.urgency), other.daysLeft);
                });
                return rows;
            },
            [this](const QList<DeadlineRow> &rows) {
                m_rows = rows;
                Q_EMIT changed();
            });
    });
}

void DeadlineDesk::extend(const Standing &standing, const QString &reason)
{
    if (!includes(m_counter.person.role, Role::Supervisor)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    if (const auto allowed = mayExtend(standing, m_counter.station.remoteArea); !allowed) {
        Q_EMIT failed(allowed.error());
        return;
    }
    if (reason.trimmed().isEmpty()) {
        Q_EMIT failed({Error::Code::DiscardReasonMissing, {}});
        return;
    }
    const auto limits = m_counter.rules.limits();
    const auto calendar = m_counter.rules.calendar();
    if (!limits || !calendar) {
        Q_EMIT failed(limits ? calendar.error() : limits.error());
        return;
    }
    const auto due = (*limits)->deadlines(standing.accepted.form.signing.formDate, true, **calendar);
    if (!due || !due->extended) {
        Q_EMIT failed(due ? Error{Error::Code::ExtensionNotAllowed, {}} : due.error());
        return;
    }
    note(standing, u"extend"_s, [reason, login = m_counter.person.login, until = due->extended->day](CaseMove &move) {
        move.progress.extendedBy = login;
        move.progress.extensionReason = reason.trimmed();
        move.legalDue = until;
        move.body.insert(u"reason"_s, reason.trimmed());
        move.body.insert(u"until"_s, until.toString(Qt::ISODate));
    });
}

} // namespace idcounter

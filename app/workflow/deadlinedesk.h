#pragma once

#include "app/domain/nextactor.h"
#include "app/workflow/background.h"
#include "app/workflow/casework.h"

namespace idcounter {

// One open case on the board, with both clocks and the limit of the step it is in.
struct DeadlineRow
{
    Standing standing;
    Urgency urgency = Urgency::Green;
    QDate judgedOn; // today, or the day on which the law's clock stopped
    int daysLeft
        = 0; // to the end of the law's time, or of the promise while that comes first; negative when it is over
    NextActor actor = NextActor::Nobody;
    QDate stepDue; // null: the step has no limit of its own
    bool isStepLate = false;
};

// All open cases by what is latest: what is late, where it lies, who acts next (RULES 7.2). Errors come with failed().
class DeadlineDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    const QList<DeadlineRow> &rows() const { return m_rows; }
    int count(Urgency urgency) const;

    void refresh(); // answers with changed()
    // Thirty days more, in areas with difficult transport (Art. 12): by a supervisor, with a reason. Ends with moved().
    void extend(const Standing &standing, const QString &reason);

Q_SIGNALS:
    void changed();

private:
    QList<DeadlineRow> m_rows;
    Background m_background{QStringLiteral("deadlines")}; // goes first
};

// How a case stands to its limits on a day.
DeadlineRow deadlineRow(const Standing &standing, const Rules &rules, QDate today);

// When the step that a case is in is to be done; null where it has no limit. Errors: those of the tables.
Result<QDate> stepDue(const Standing &standing, const Rules &rules);

} // namespace idcounter

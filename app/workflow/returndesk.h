#pragma once

#include "app/workflow/casework.h"

namespace idcounter {

// The fingers that the items mean, by their codes: the first and the second of those that were registered; where there are
// fewer, one that was given up.
QStringList fingersAtFault(const Draft &form, const QList<FaultyItem> &items);

// What of a form may differ after an item was done again, and nothing else may.
bool differsOnlyIn(const Draft &before, const Draft &now, const QList<ReturnReason> &wrong);

// Cases that came back from station, county, city or centre: each is a task, whose items at fault are done again under the
// same acceptance number, form date and fee, while the citizen is there. Errors come with failed().
class ReturnDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    const QList<Standing> &returned() const { return m_returned; } // the fewest days left first
    static QList<FaultyItem> itemsOf(const Standing &standing);

    void refresh(); // answers with changed()
    // The form with the items that were done again, whose pictures are kept already. Errors: RecordConflict, when
    // anything else was changed. Ends with moved().
    void redo(const Standing &standing, const Draft &form);

Q_SIGNALS:
    void changed();

private:
    QList<Standing> m_returned;
};

} // namespace idcounter

#pragma once

#include "app/domain/correction.h"
#include "app/workflow/casework.h"

namespace idcounter {

// Cases that are wanted back, and those that came back from station, county, city or centre: each is a task, whose items at fault are done again under the
// same acceptance number, form date and fee, while the citizen is there. Errors come with failed().
class ReturnDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    const QList<Standing> &returned() const { return m_returned; } // the fewest days left first
    static QList<FaultyItem> itemsOf(const Standing &standing);

    void refresh(); // answers with changed()
    // Asks the county to send a case back in which something must be done again; goes off with the next package. Ends with moved().
    void callBack(const Standing &standing, const QList<ReturnReason> &reasons);
    // The form with the items that were done again, whose pictures are kept already. Errors: RecordConflict, when
    // anything else was changed. Ends with moved().
    void redo(const Standing &standing, const Draft &form);

Q_SIGNALS:
    void changed();

private:
    QList<Standing> m_returned;
};

} // namespace idcounter

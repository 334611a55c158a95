#pragma once

#include "app/domain/lifestep.h"
#include "app/workflow/deadlinedesk.h"
#include "app/workflow/paperrun.h"

namespace idcounter {

// Everything that is known of one case.
struct CaseFile
{
    DeadlineRow clocks; // and the standing
    QByteArray photo; // JPEG; empty where there is none
    QList<LifeStep> steps; // the oldest first
    QList<std::pair<PaperKind, int>> papers; // how many copies were printed, of those that were
    std::optional<BlankCard> temporaryCard; // that is with the citizen
    QString acceptedBy; // by name
};

// Any case, read whole; who looked is recorded. Errors come with failed().
class CaseFileDesk : public QObject
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    CaseFileDesk(Counter counter, Printer &printer, QObject *parent = nullptr);

    void open(const QUuid &caseId); // answers with opened()
    void print(const CaseFile &file); // ends with printed()

Q_SIGNALS:
    void opened(const idcounter::CaseFile &file);
    void printed();
    void failed(const idcounter::Error &error);

private:
    Counter m_counter;
    PaperRun m_paper;
};

} // namespace idcounter

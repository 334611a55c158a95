#pragma once

#include "app/workflow/paperrun.h"

namespace idcounter {

// Prints the temporary card that is with the citizen of a case, onto the form of its serial number. Errors come with failed().
class TemporaryCardPaper : public QObject
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    TemporaryCardPaper(Counter counter, Printer &printer, QObject *parent = nullptr);

    // Ends with printed(). Errors: BlankCardUnknown, where none was issued; PhotoMissing.
    void print(const QUuid &caseId);

Q_SIGNALS:
    void printed();
    void failed(const idcounter::Error &error);

private:
    Counter m_counter;
    PaperRun m_paper;
};

} // namespace idcounter

#pragma once

#include "app/domain/caseprogress.h"
#include "app/workflow/paperrun.h"

namespace idcounter {

// Prints the written reason of a case that a reviewer refused (RULES 7.4).
class RefusalPaper : public QObject
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    RefusalPaper(Counter counter, Printer &printer, QObject *parent = nullptr);

    void print(const Standing &standing); // ends with printed() or failed()

Q_SIGNALS:
    void printed();
    void failed(const idcounter::Error &error);

private:
    Counter m_counter;
    PaperRun m_paper;
};

} // namespace idcounter

#pragma once

#include "app/domain/dayfigures.h"
#include "app/storage/repository.h"

namespace idcounter {

// Counts what happened on a day. Errors besides the usual: RecordAltered, when a row that is counted was changed.
class FiguresRepository : public Repository
{
public:
    using Repository::Repository;

    Result<DayFigures> of(QDate day) const;
    // The same with what happened to cases after their acceptance, for the report.
    Result<DayFigures> withProgress(QDate day) const;
    // The last days, the given one last.
    Result<QList<DayCount>> lastDays(QDate until, int days) const;

private:
    Result<void> countCases(DayFigures &figures) const;
    Result<void> countCharges(DayFigures &figures) const;
    Result<void> countPayments(DayFigures &figures) const;
    Result<void> countAttempts(DayFigures &figures) const;
    Result<void> countRefusals(DayFigures &figures) const;
    Result<void> countPackages(QDate on, DayProgress &progress) const;
    Result<void> countSteps(QDate on, DayProgress &progress) const;
    Result<void> countOldCards(QDate on, DayProgress &progress) const;
    Result<void> countBlanks(QDate on, DayProgress &progress) const;
    Result<void> countCalls(QDate on, DayProgress &progress) const;
    Result<void> countRefunds(QDate on, DayProgress &progress) const;
};

} // namespace idcounter

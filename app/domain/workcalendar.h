#pragma once

#include "app/domain/table.h"

#include <QSet>

namespace idcounter {

// A day found by counting. Provisional: the way to it leads through a year for which no holiday notice has been published
// in full, so it may still move.
struct CountedDay
{
    QDate day;
    bool provisional = false;

    friend bool operator==(const CountedDay &, const CountedDay &) = default;
};

// Which days are worked, by the State Council's holiday notices: weekends are free and other days are worked, unless the
// table says otherwise.
class WorkCalendar
{
public:
    static Result<WorkCalendar> load(const TableSource &source);

    bool isWorkingDay(QDate day) const;
    bool isHoliday(QDate day) const; // by the notice; a weekend besides it is none
    bool isPublished(int year) const { return m_publishedYears.contains(year); }

    // The start day is never counted.
    CountedDay addWorkingDays(QDate start, int days) const;
    CountedDay addDays(QDate start, int days) const;
    // The day itself if it is worked.
    CountedDay nextWorkingDay(QDate day) const;

private:
    bool crossesUnpublished(QDate from, QDate to) const;

    QHash<QDate, bool> m_worked; // the days that differ from their weekday
    QSet<int> m_publishedYears;
};

} // namespace idcounter

#include "app/domain/workcalendar.h"

using namespace Qt::StringLiterals;

namespace idcounter {

Result<WorkCalendar> WorkCalendar::load(const TableSource &source)
{
    const auto table = Table::load(source, u"holidays_2024_2027.csv"_s, {u"date"_s, u"kind"_s, u"status"_s});
    if (!table)
        return table.error();
    WorkCalendar calendar;
    QSet<int> provisionalYears;
    for (qsizetype index = 0; index < table->size(); ++index) {
        const Table::Row row = table->row(index);
        const auto day = row.date(u"date"_s);
        if (!day)
            return day.error();
        if (day->isNull())
            return row.error(u"date"_s, u"empty"_s);
        const QString kind = row.text(u"kind"_s);
        if (kind != u"off" && kind != u"work")
            return row.error(u"kind"_s, u"neither off nor work"_s);
        calendar.m_worked.insert(*day, kind == u"work");
        if (row.text(u"status"_s) == u"published")
            calendar.m_publishedYears.insert(day->year());
        else
            provisionalYears.insert(day->year());
    }
    calendar.m_publishedYears.subtract(provisionalYears);
    return calendar;
}

bool WorkCalendar::isWorkingDay(QDate day) const
{
    return m_worked.value(day, day.dayOfWeek() < Qt::Saturday);
}

bool WorkCalendar::isHoliday(QDate day) const
{
    return !m_worked.value(day, true);
}

bool WorkCalendar::crossesUnpublished(QDate from, QDate to) const
{
    for (int year = from.year(); year <= to.year(); ++year) {
        if (!isPublished(year))
            return true;
    }
    return false;
}

CountedDay WorkCalendar::addWorkingDays(QDate start, int days) const
{
    QDate day = start;
    for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0)
        day = day.addDays(1);
    return {day, crossesUnpublished(start, day)};
}

CountedDay WorkCalendar::addDays(QDate start, int days) const
{
    const QDate day = start.addDays(days);
    return {day, !isPublished(day.year())};
}

CountedDay WorkCalendar::nextWorkingDay(QDate day) const
{
    QDate next = day;
    while (!isWorkingDay(next))
        next = next.addDays(1);
    return {next, crossesUnpublished(day, next)};
}

} // namespace idcounter

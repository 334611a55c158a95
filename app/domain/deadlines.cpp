#include "app/domain/deadlines.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<ServiceLimit> limitIn(const Table::Row &row)
{
    static const QHash<QString, ServiceLimit::Unit> units{{u"natural"_s, ServiceLimit::Unit::Days},
                                                          {u"working"_s, ServiceLimit::Unit::WorkingDays},
                                                          {u"months"_s, ServiceLimit::Unit::Months}};
    const auto key = row.required(u"key"_s);
    const auto amount = row.integer(u"amount"_s);
    if (!key)
        return key.error();
    if (!amount)
        return amount.error();
    if (amount->value_or(0) <= 0)
        return row.error(u"amount"_s, u"not a number of days or months"_s);
    const QString unit = row.text(u"unit"_s);
    if (!units.contains(unit))
        return row.error(u"unit"_s, u"unknown unit %1"_s.arg(unit));
    return ServiceLimit{.key = *key, .amount = **amount, .unit = units[unit], .source = row.text(u"source"_s)};
}

} // namespace

Result<ServiceLimits> ServiceLimits::load(const TableSource &source)
{
    const auto table = Table::load(source, u"service_limits.csv"_s, {u"key"_s, u"amount"_s, u"unit"_s, u"source"_s});
    if (!table)
        return table.error();
    auto rows = table->map<ServiceLimit>(limitIn);
    if (!rows)
        return rows.error();
    ServiceLimits limits;
    limits.m_limits = *std::move(rows);
    return limits;
}

std::optional<ServiceLimit> ServiceLimits::find(QStringView key) const
{
    const auto found
        = std::find_if(m_limits.begin(), m_limits.end(), [key](const ServiceLimit &limit) { return limit.key == key; });
    return found == m_limits.end() ? std::optional<ServiceLimit>() : *found;
}

Result<CountedDay> ServiceLimits::due(QStringView key, QDate start, const WorkCalendar &calendar) const
{
    const auto limit = find(key);
    if (!limit)
        return Error{Error::Code::CodeUnknown, key.toString()};
    switch (limit->unit) {
    case ServiceLimit::Unit::Days:
        return calendar.addDays(start, limit->amount);
    case ServiceLimit::Unit::WorkingDays:
        return calendar.addWorkingDays(start, limit->amount);
    case ServiceLimit::Unit::Months:
        return CountedDay{start.addMonths(limit->amount), false};
    }
    Q_UNREACHABLE();
}

Result<Deadlines> ServiceLimits::deadlines(QDate formDate, bool remoteArea, const WorkCalendar &calendar,
                                           QStringView promise, QDate promisedFrom) const
{
    const auto legal = due(u"ISSUE_LAW", formDate, calendar);
    if (!legal)
        return legal.error();
    const auto promised = due(promise, promisedFrom.isValid() ? promisedFrom : formDate, calendar);
    if (!promised)
        return promised.error();
    Deadlines deadlines{
        .legal = *legal, .legalShown = calendar.nextWorkingDay(legal->day), .extended = {}, .promise = *promised};
    if (remoteArea) {
        const auto extended = due(u"ISSUE_LAW_EXT", legal->day, calendar);
        if (!extended)
            return extended.error();
        deadlines.extended = *extended;
    }
    return deadlines;
}

QStringView promiseFor(bool urgent, bool offSite, bool sameProvince)
{
    if (offSite)
        return sameProvince ? u"LOCAL_OFFSITE" : u"OFFSITE_OTHER_PROVINCE";
    return urgent ? u"EXPRESS" : u"ORDINARY";
}

Urgency urgencyOf(QDate formDate, QDate promise, QDate legal, QDate today)
{
    constexpr qint64 amberPercent = 80;
    if (today > legal)
        return Urgency::Black;
    if (today > promise)
        return Urgency::Red;
    const bool late = formDate.daysTo(today) * 100 >= formDate.daysTo(promise) * amberPercent;
    return late ? Urgency::Amber : Urgency::Green;
}

} // namespace idcounter

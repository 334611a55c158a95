#pragma once

#include "app/domain/workcalendar.h"

namespace idcounter {

// One row of the table of time limits: so many days, working days or months.
struct ServiceLimit
{
    enum class Unit { Days, WorkingDays, Months };

    QString key; // "ORDINARY"
    int amount = 0;
    Unit unit = Unit::Days;
    QString source;
};

// The two clocks of a case.
struct Deadlines
{
    CountedDay legal; // form date + 60 days (Resident Identity Card Law, Art. 12): warn on this day
    CountedDay legalShown; // the next working day, where legal falls on a holiday
    std::optional<CountedDay> extended; // + 30 more, only in areas with difficult transport and recorded
    CountedDay promise; // what the station promises the citizen

    bool provisional() const
    {
        return legal.provisional || legalShown.provisional || (extended && extended->provisional)
            || promise.provisional;
    }
};

// The time limits of the law and of the station's promise.
class ServiceLimits
{
public:
    static Result<ServiceLimits> load(const TableSource &source);

    std::optional<ServiceLimit> find(QStringView key) const;

    // Counts a limit from a day; the start day is not counted, and the last day of a month stands in for one that does not
    // exist. Errors: CodeUnknown.
    Result<CountedDay> due(QStringView key, QDate start, const WorkCalendar &calendar) const;

    // formDate: the day the applicant signed; promise: key of the promise that applies; promisedFrom: the day from which it
    // is counted, where that is not the form's (a setting: some count from the payment). Errors: CodeUnknown.
    Result<Deadlines> deadlines(QDate formDate, bool remoteArea, const WorkCalendar &calendar,
                                QStringView promise = u"ORDINARY", QDate promisedFrom = {}) const;

private:
    QList<ServiceLimit> m_limits;
};

// Which promise holds for an application (RULES 7.2): express when it is urgent; off-site by whether the household is
// registered in the province, as far as the citizen number tells.
QStringView promiseFor(bool urgent, bool offSite, bool sameProvince);

// How near a case is to its limits.
enum class Urgency { Green, Amber, Red, Black };

// Amber from 80 % of the promised time, red when the promise is passed, black when the law's last day is.
Urgency urgencyOf(QDate formDate, QDate promise, QDate legal, QDate today);

} // namespace idcounter

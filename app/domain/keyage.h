#pragma once

#include <QDate>

namespace idcounter {

// How far the keys of an office are from their last day.
enum class KeyAge { Good, Soon, Expired };

inline constexpr int keyReminderDays
    = 30; // before the last day: to ask for new ones, compare them and have them confirmed
inline constexpr int ownKeyYears = 2; // for which the station's own keys are given to its partners

// The last day belongs to their time.
inline KeyAge keyAge(QDate until, QDate today)
{
    const qint64 days = today.daysTo(until);
    return days < 0 ? KeyAge::Expired : days <= keyReminderDays ? KeyAge::Soon : KeyAge::Good;
}

} // namespace idcounter

#pragma once

#include <QDateTime>

#include <functional>

namespace idcounter {

// The current time in UTC, handed in.
using Clock = std::function<QDateTime()>;

// China keeps one time, eight hours ahead of UTC and without summer time since 1991. A station's dates are of this time,
// whatever zone the machine is set to.
inline QDateTime stationTime(const QDateTime &instant)
{
    constexpr int eightHours = 8 * 3600;
    return instant.toOffsetFromUtc(eightHours);
}

// When a day begins at the station, in UTC.
inline QDateTime beginOf(QDate day)
{
    constexpr int eightHours = 8 * 3600;
    return QDateTime(day, QTime(0, 0), Qt::OffsetFromUTC, eightHours).toUTC();
}

// The station's date.
inline QDate today(const Clock &clock)
{
    return stationTime(clock()).date();
}

} // namespace idcounter

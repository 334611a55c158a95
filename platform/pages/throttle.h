#pragma once

#include <QDateTime>
#include <QHash>
#include <QMutex>

namespace idcounter::platform {

// How many forms are taken in a minute: of an account first, of an address generously, because a village may have one.
struct RequestLimits
{
    int perAccount = 60;
    int perAddress = 600;
};

// Counts what somebody did in a minute. Several threads; forgets everything when the program ends.
class Throttle
{
public:
    // Whether one more is within the limit, which counts it; else the seconds until it would be.
    qint64 wait(const QString &who, int most, const QDateTime &now)
    {
        constexpr qint64 minute = 60;
        const qint64 second = now.toSecsSinceEpoch();
        const QMutexLocker lock(&m_mutex);
        if (second / minute != m_minute) {
            m_counts.clear();
            m_minute = second / minute;
        }
        int &count = m_counts[who];
        if (count >= most)
            return minute - second % minute;
        ++count;
        return 0;
    }

private:
    QMutex m_mutex;
    qint64 m_minute = 0;
    QHash<QString, int> m_counts;
};

} // namespace idcounter::platform

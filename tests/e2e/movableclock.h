#pragma once

#include "app/domain/clock.h"

#include <QElapsedTimer>

#include <atomic>

namespace idcounter::test {

// A clock for station and platform alike: it begins on Tuesday, 24 November 2026, nine o'clock in the morning of the station,
// goes on as time does, and is put forward by the test. Any thread.
class MovableClock
{
public:
    MovableClock() { m_timer.start(); }

    QDateTime now() const { return QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC).addMSecs(m_timer.elapsed() + m_ahead); }
    Clock clock() const
    {
        return [this] { return now(); };
    }
    // The station's time of a later day.
    void putForward(QDate day, QTime time)
    {
        constexpr int eightHours = 8 * 3600;
        const qint64 ahead = now().msecsTo(QDateTime(day, time, Qt::OffsetFromUTC, eightHours));
        Q_ASSERT(ahead > 0);
        m_ahead += ahead;
    }

private:
    QElapsedTimer m_timer;
    std::atomic<qint64> m_ahead = 0; // milliseconds
};

} // namespace idcounter::test

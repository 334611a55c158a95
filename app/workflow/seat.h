#pragma once

#include <QFile>
#include <QLockFile>

#include <memory>

namespace idcounter {

// The place of a program at a station's folder: the first number that no other running program has. Whoever has the same
// name later knows that the former is gone.
class Seat
{
public:
    // folder: of the station.
    explicit Seat(const QString &folder)
    {
        do {
            const QString path = QStringLiteral("%1/counter-%2.lock").arg(folder).arg(++m_number);
            m_leftBehind = QFile::exists(path);
            m_lock = std::make_unique<QLockFile>(path);
            m_lock->setStaleLockTime(0); // only the end of the program makes it stale
        } while (!m_lock->tryLock() && m_lock->error() == QLockFile::LockFailedError && m_number < mostPrograms);
    }

    QString name() const { return QString::number(m_number); }
    bool wasLeftBehind() const { return m_leftBehind; } // the program that had it before did not end properly

private:
    static constexpr int mostPrograms = 99;

    int m_number = 0;
    bool m_leftBehind = false;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace idcounter

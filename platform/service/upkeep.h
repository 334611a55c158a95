#pragma once

#include "platform/service/platform.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#include <functional>

namespace idcounter::platform {

// Does something again and again on a thread of its own, at least each second; its destructor waits for the round that is
// under way.
class Rounds : public QThread
{
public:
    // work(number of the round) says whether there is more to do at once.
    explicit Rounds(std::function<bool(int)> work)
        : m_work(std::move(work))
    {
    }
    ~Rounds() override;

protected:
    void run() override;

private:
    const std::function<bool(int)> m_work;
    QMutex m_mutex;
    QWaitCondition m_end;
    bool m_isOver = false;
};

// What happens without being asked: reminders are written, offers fall due even when nobody looks, and beside it, because a
// sender may take its time, messages are sent.
class Upkeep
{
public:
    explicit Upkeep(const Platform &platform);
    void start();

private:
    bool settleRound(int number) const;
    void remind() const;

    const Platform &m_platform;
    Rounds m_settling;
    Rounds m_sending;
};

// Where a database stood when it was last seen, beside it in a file. A database that is behind that was restored from a backup:
// it is given a new epoch, so that no station believes to know what it does not.
Result<void> renewEpochIfRestored(const Platform &platform, const QString &markFile);
Result<void> renewEpoch(const Platform &platform);
void keepMark(const Platform &platform, const QString &markFile);

} // namespace idcounter::platform

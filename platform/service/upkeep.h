#pragma once

#include "platform/service/platform.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

namespace idcounter::platform {

// What happens without being asked: messages are sent, reminders are written, offers fall due even when nobody looks. A thread
// of its own, which does a round each second; its destructor waits for the round that is under way.
class Upkeep : public QThread
{
public:
    explicit Upkeep(const Platform &platform)
        : m_platform(platform)
    {
    }
    ~Upkeep() override;

protected:
    void run() override;

private:
    void remind();

    const Platform &m_platform;
    QMutex m_mutex;
    QWaitCondition m_end;
    bool m_isOver = false;
};

// Where a database stood when it was last seen, beside it in a file. A database that is behind that was restored from a backup:
// it is given a new epoch, so that no station believes to know what it does not.
Result<void> renewEpochIfRestored(const Platform &platform, const QString &markFile);
Result<void> renewEpoch(const Platform &platform);
void keepMark(const Platform &platform, const QString &markFile);

} // namespace idcounter::platform

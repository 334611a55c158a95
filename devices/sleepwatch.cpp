#include "devices/sleepwatch.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

namespace idcounter {

SleepWatch::SleepWatch(QObject *parent)
    : QObject(parent)
{
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s,
                                         u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, this,
                                         SLOT(prepareForSleep(bool)));
}

void SleepWatch::prepareForSleep(bool begins)
{
    if (begins)
        Q_EMIT sleeps();
    else
        Q_EMIT wakes();
}

} // namespace idcounter

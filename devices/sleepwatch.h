#pragma once

#include <QObject>

namespace idcounter {

// Tells when the machine is about to sleep and when it is awake again, by what logind says on the system bus. Where there is no
// bus it stays silent.
class SleepWatch : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(QObject *parent = nullptr);

public Q_SLOTS:
    // org.freedesktop.login1.Manager.PrepareForSleep
    void prepareForSleep(bool begins);

Q_SIGNALS:
    void sleeps();
    void wakes();
};

} // namespace idcounter

#pragma once

#include "app/imaging/facefinder.h"
#include "app/ports/camera.h"
#include "app/ports/fingerprintscanner.h"
#include "app/ports/householdregister.h"
#include "app/ports/printer.h"
#include "app/workflow/counter.h"
#include "app/workflow/login.h"
#include "app/workflow/preferences.h"

namespace idcounter {

// A made-up citizen whom a practice station can serve.
struct PracticeCitizen
{
    QString name;
    QString number;
    QString reason; // code of what he comes for
};

// Everything the windows need, made once by the program. Devices may be real or of the practice station.
struct Office
{
    Store &store;
    const Rules &rules;
    Clock clock;
    QString counterName; // shown where another counter finds a draft open
    LogIn &login;
    Camera &camera;
    FingerprintScanner &scanner;
    Printer &printer;
    HouseholdRegister &household;
    ModelSource models;
    Preferences &preferences;
    QList<PracticeCitizen> citizens; // of a practice station
    std::function<void(const QString &station, const RecoveryKey &)> printRecoveryKey;
    std::function<QStringList()> printers; // the queues there are; may take a while
    std::function<QList<std::pair<QString, QString>>()> cameras; // label and source of the cameras there are

    Counter counter(const QUuid &token) const
    {
        return {.store = store,
                .rules = rules,
                .clock = clock,
                .station = login.station(),
                .device = login.device(),
                .person = login.person(),
                .holder = {.token = token, .where = counterName}};
    }
};

} // namespace idcounter

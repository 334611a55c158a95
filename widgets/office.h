#pragma once

#include "app/imaging/facefinder.h"
#include "app/ports/camera.h"
#include "app/ports/cardreader.h"
#include "app/ports/fingerprintscanner.h"
#include "app/ports/householdregister.h"
#include "app/ports/printer.h"
#include "app/workflow/counter.h"
#include "app/workflow/login.h"
#include "app/workflow/preferences.h"
#include "app/workflow/upkeep.h"

namespace idcounter {

// A made-up citizen whom a practice station can serve.
struct PracticeCitizen
{
    QString name;
    QString number;
};

// What there is before anybody is logged in.
struct Entrance
{
    Store &store;
    const Rules &rules;
    Clock clock;
    QString counterName; // shown where another counter finds a draft open
    LogIn &login;
    Preferences &preferences;
    Upkeep &upkeep;
    ModelSource models;
    // Whether the tables of a folder, with the program's own for those that are not there, can be read.
    std::function<Result<void>(const QString &folder)> checkTables;
    // Prints the recovery key of a station; answered is called when it is out, or is not.
    std::function<void(const QString &station, const RecoveryKey &, std::function<void(const Result<void> &)> answered)>
        printRecoveryKey;
    QString packagesFolder; // where packages are kept that were written
};

// The devices of the station that was logged in to: real ones, or those of a practice station.
struct Devices
{
    Camera &camera;
    FingerprintScanner &scanner;
    Printer &printer;
    HouseholdRegister &household;
    CardReader *reader = nullptr; // null: the station has none
    QList<PracticeCitizen> citizens; // of a practice station
    // Finds the print queues there are, and answers later.
    std::function<void(QObject *asker, std::function<void(const QStringList &)> answered)> findPrinters;
    std::function<QList<std::pair<QString, QString>>()> cameras; // label and source of the cameras there are
    std::function<QList<std::pair<QString, QString>>()> readers; // of the ports where a card reader may be
};

// Everything the pages need while somebody is logged in.
struct Office : Entrance, Devices
{
    // token: of this program, for the drafts it has open.
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

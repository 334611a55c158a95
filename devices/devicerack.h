#pragma once

#include "app/domain/clock.h"
#include "app/ports/camera.h"
#include "app/ports/cardreader.h"
#include "app/ports/fingerprintscanner.h"
#include "app/ports/householdregister.h"
#include "app/ports/printer.h"
#include "devices/practice/practiceregister.h"
#include "devices/sleepwatch.h"

#include <memory>

namespace idcounter {

// The devices of the counter: real ones for a real station, and for a practice station those that need no hardware and have
// the same real libraries underneath. A real station never falls back to practice devices.
class DeviceRack
{
public:
    struct Settings
    {
        QString folder; // of the station
        Clock clock;
        QString camera; // as FrameSource reads it; empty: the first V4L2 camera, or the drawn one
        int rotation = 0; // degrees
        QString reader; // as SerialSource reads it; empty: none, or the practice reader
        QString printer; // queue; empty: the system's default, or the practice folder
        QString fingers; // practice: folder with images FINGER_*.png to be pressed instead of drawn fingers
        std::chrono::milliseconds pressDelay = std::chrono::milliseconds(600); // practice
    };

    explicit DeviceRack(Settings settings);
    ~DeviceRack();

    void furnish(bool practice);

    Camera &camera() { return *m_camera; }
    FingerprintScanner &scanner() { return *m_scanner; }
    Printer &printer() { return *m_printer; }
    CardReader *reader() { return m_reader.get(); } // null: the station has none
    HouseholdRegister &household() { return *m_household; }
    QList<PracticeRegister::Entry> citizens() const;
    // The print queues there are; answered in the asker's thread, and not when the asker is gone by then.
    static void findPrinters(QObject *asker, std::function<void(const QStringList &)> answered);
    static QList<std::pair<QString, QString>> cameras();
    static QList<std::pair<QString, QString>> readers(); // ports where one may be

    // Lets go of camera, scanner and reader before the machine sleeps, and takes them again when it is awake: a driver that was asleep
    // may be stuck. Called by itself where the system tells.
    void sleep();
    void wake();

private:
    std::unique_ptr<Camera> makeCamera(bool practice) const;
    std::unique_ptr<FingerprintScanner> makeScanner(bool practice) const;
    std::unique_ptr<CardReader> makeReader(bool practice) const;
    std::unique_ptr<Printer> makePrinter(bool practice, const QString &queue) const;

    const Settings m_settings;
    bool m_practice = false;
    bool m_filmed = false; // before the sleep
    bool m_scanned = false;
    bool m_wasRead = false;
    SleepWatch m_sleepWatch;
    std::unique_ptr<Camera> m_camera;
    std::unique_ptr<FingerprintScanner> m_scanner;
    std::unique_ptr<CardReader> m_reader; // null: there is none
    std::unique_ptr<Printer> m_printer;
    std::unique_ptr<HouseholdRegister> m_household;
};

} // namespace idcounter

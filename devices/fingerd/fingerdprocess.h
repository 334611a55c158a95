#pragma once

#include "app/domain/error.h"
#include "devices/fingerd/fingerprotocol.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace idcounter {

// What has to be started, and for which station. The station is handed in from the open station, never found in the
// environment.
struct FingerdStart
{
    QString program; // path of idcounter-fingerd
    fingerd::Station station;
    QString socketPath; // of the virtual scanner; Practice only
};

struct FingerdLimits
{
    std::chrono::milliseconds silence = std::chrono::seconds(3); // unanswered for so long counts as dead
    std::chrono::milliseconds restartDelay = std::chrono::milliseconds(300); // before the first restart; doubles
    std::chrono::milliseconds restartWindow = std::chrono::minutes(1);
    int maxRestarts = 3; // within the window
};

// Runs idcounter-fingerd and starts it again when it dies, falls silent or talks nonsense. Use it from the main thread:
// the process ends with the thread that started it.
class FingerdProcess : public QObject
{
    Q_OBJECT

public:
    FingerdProcess(FingerdStart start, FingerdLimits limits, QObject *parent = nullptr);
    // Gives the process a second to close the device.
    ~FingerdProcess() override;
    Q_DISABLE_COPY_MOVE(FingerdProcess)

    // A new process, and a new count of restarts.
    void start();
    void stop();
    // As if it had died.
    void restart(const QString &reason);

    void send(const fingerd::Message &message); // dropped when none is running
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

Q_SIGNALS:
    void received(const idcounter::fingerd::Message &message);
    // It is gone, and with it everything that was asked of it; a new one will say Hello.
    void restarting(const QString &reason);
    // ScannerFailed: it cannot be started, or is not the one that was asked for. ScannerSilent: it died too often.
    void gaveUp(const idcounter::Error &error);

private:
    void launch();
    void read();
    void take(const fingerd::Message &message);
    void ping();
    void giveUp(const Error &error);
    void retire(bool kill);

    const FingerdStart m_start;
    const FingerdLimits m_limits;
    QProcess *m_process = nullptr; // the running one
    int m_retiring = 0; // let go of and not ended yet; children like the running one
    bool m_launchWaits = false; // for their end
    fingerd::Decoder m_decoder;
    bool m_greeted = false;
    int m_unanswered = 0; // pings
    QTimer m_pingTimer;
    QTimer m_restartTimer;
    QElapsedTimer m_clock;
    QList<qint64> m_restarts; // when, in m_clock's milliseconds
};

} // namespace idcounter

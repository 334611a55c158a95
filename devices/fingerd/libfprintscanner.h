#pragma once

#include "app/domain/clock.h"
#include "app/ports/fingerprintscanner.h"
#include "devices/fingerd/heatbudget.h"
#include "devices/fingerd/scannerconnection.h"

#include <QTimer>

#include <chrono>

namespace idcounter {

// libfprint waits for ever; these are the limits of the counter.
struct ScannerLimits
{
    std::chrono::milliseconds armed = std::chrono::seconds(25); // without a finger: FingerNotPlaced
    std::chrono::milliseconds fingerOn = std::chrono::seconds(5); // without an image: FingerPressAgain
    std::chrono::milliseconds liftFinger = std::chrono::seconds(10); // FingerNotLifted
    std::chrono::milliseconds answer
        = std::chrono::seconds(8); // to open, close and disarm; else the process is restarted
    std::chrono::milliseconds coolingCheck = std::chrono::seconds(1); // how often Cooling looks at the clock
    FingerdLimits process;
};

// A scanner that libfprint knows, by way of the process idcounter-fingerd. Opens the first supported scanner there is, and
// opens it again by itself when it was unplugged and comes back, or when the process had to be restarted. Never arms by
// itself. open() when Absent or Failed is the operator's "try again": it starts everything anew.
class LibfprintScanner : public FingerprintScanner
{
    Q_OBJECT

public:
    LibfprintScanner(FingerdStart start, Clock clock, ScannerLimits limits = {}, QObject *parent = nullptr);

    QString model() const override { return m_connection.model(); }
    void open() override;
    void close() override;
    // When Cooling, ScannerHot; when there is no open scanner, what stands in the way.
    void arm(const CaptureRequest &request = {}) override;
    void disarm() override;

    qint64 processId() const { return m_connection.processId(); }

Q_SIGNALS:
    // The device itself waits for a finger now, a moment after state Armed. Who feeds a virtual one feeds it now.
    void fingerNeeded();

private:
    void restarting(const QString &reason);
    void take(const fingerd::Message &message);
    void fingerStatusChanged(const fingerd::FingerStatus &status);
    void imageTaken(const fingerd::Image &image);
    void failedToCapture(const fingerd::Failure &failure);
    bool endPress(quint32 press);
    void sendArm();
    void abandonPress();
    void forgetPress();
    void becomeReady();
    void cool();
    void limitPassed();
    void hint(Error::Code code);
    void fail(State state, const Error &error);
    void enter(State next);

    const Clock m_clock;
    const ScannerLimits m_limits;
    HeatBudget m_budget;

    quint32 m_lastPress = 0;
    quint32 m_wanted = 0; // the press that the caller waits for
    quint32 m_pending = 0; // the press that the process has not answered yet: m_wanted, or one that was given up
    bool m_fingerPresent = false;
    Error m_obstacle{Error::Code::ScannerAbsent, {}}; // why there is no open scanner

    QTimer m_limitTimer; // of the state
    QTimer m_disarmTimer;
    QTimer m_heatTimer;
    QTimer m_coolingTimer;
    ScannerConnection m_connection; // goes first
};

} // namespace idcounter

#pragma once

#include "devices/fingerd/libfprintscanner.h"
#include "devices/practice/fingerfeeder.h"

#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <functional>

namespace idcounter {

// A scanner without a scanner: the whole way of a real one, with libfprint's virtual device at its end and a finger that is
// placed by itself when the scanner is armed.
class PracticeScanner : public FingerprintScanner
{
    Q_OBJECT

public:
    struct Finger
    {
        // The impression to press next, or a null image when the citizen does not move. Called in a thread of its own,
        // because drawing takes longer than a frame of the screen.
        std::function<QImage(const CaptureRequest &)> next;
        std::chrono::milliseconds delay = std::chrono::milliseconds(600); // from asking to pressing
    };

    // fingerd: path of idcounter-fingerd.
    PracticeScanner(const QString &fingerd, Finger finger, Clock clock, ScannerLimits limits = {},
                    QObject *parent = nullptr);
    ~PracticeScanner() override;
    Q_DISABLE_COPY_MOVE(PracticeScanner)

    QString model() const override { return m_scanner.model(); }
    void open() override { m_scanner.open(); }
    void close() override { m_scanner.close(); }
    void arm(const CaptureRequest &request = {}) override
    {
        m_request = request;
        m_scanner.arm(request);
    }
    void disarm() override { m_scanner.disarm(); }

    // For what a practice lesson wants to go wrong. After unplug(), open() plugs it in again.
    FingerFeeder &feeder() { return m_feeder; }
    qint64 processId() const { return m_scanner.processId(); } // of the helper; 0 while there is none

private:
    void press();

    const Finger m_finger;
    CaptureRequest m_request;
    QTemporaryDir m_folder; // of the socket, which nobody else may reach
    LibfprintScanner m_scanner;
    FingerFeeder m_feeder;
    QTimer m_delayTimer;
    QThread m_hand;
    QObject m_worker; // lives in m_hand
};

} // namespace idcounter

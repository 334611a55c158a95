#pragma once

#include "devices/fingerd/fingerdprocess.h"

#include <QMap>
#include <QTimer>

#include <chrono>

namespace idcounter {

// The scanner that is open: finds the first supported one, opens it, and opens it again when it was unplugged and comes
// back or when the process had to be restarted. One that could not be opened is left alone until start().
class ScannerConnection : public QObject
{
    Q_OBJECT

public:
    // answer: how long opening and closing may take before the process is restarted.
    ScannerConnection(FingerdStart start, FingerdLimits limits, std::chrono::milliseconds answer,
                      QObject *parent = nullptr);

    void start();
    void stop();
    void restart(const QString &reason) { m_fingerd.restart(reason); }
    void send(const fingerd::Message &message) { m_fingerd.send(message); }

    bool isOpen() const { return m_isOpen; }
    QString driver() const { return m_driver; } // of the scanner that is or was open
    QString model() const { return m_model; }
    qint64 processId() const { return m_fingerd.processId(); }

Q_SIGNALS:
    void opening();
    void opened();
    void absent(); // none at the start
    void unplugged();
    void restarting(const QString &reason);
    // ScannerBusy, ScannerForbidden, ScannerSilent, ScannerFailed, and what else speaks against opening.
    void failed(const idcounter::Error &error);
    // What concerns a press.
    void received(const idcounter::fingerd::Message &message);

private:
    void take(const fingerd::Message &message);
    void added(const fingerd::DeviceAdded &device);
    void removed(quint32 device);
    void failedTo(const fingerd::Failure &failure);
    void closed();
    void choose();
    void forget();

    QString m_driver;
    QString m_model;
    QMap<quint32, fingerd::DeviceAdded> m_devices; // those that are there and may be opened
    quint32 m_device = 0; // the one that is open or being opened
    bool m_isOpen = false;
    bool m_isClosing = false; // the process is busy with one that was unplugged
    bool m_hasFailed = false;
    QTimer m_answerTimer;
    FingerdProcess m_fingerd; // goes first
};

} // namespace idcounter

#include "devices/fingerd/scannerconnection.h"

#include "devices/fingerd/scannermodels.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

ScannerConnection::ScannerConnection(FingerdStart start, FingerdLimits limits, std::chrono::milliseconds answer,
                                     QObject *parent)
    : QObject(parent)
    , m_fingerd(std::move(start), limits)
{
    m_answerTimer.setSingleShot(true);
    m_answerTimer.setInterval(answer);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] { m_fingerd.restart(u"device does not answer"_s); });
    connect(&m_fingerd, &FingerdProcess::received, this, &ScannerConnection::take);
    connect(&m_fingerd, &FingerdProcess::restarting, this, [this](const QString &reason) {
        forget();
        Q_EMIT restarting(reason);
    });
    connect(&m_fingerd, &FingerdProcess::gaveUp, this, [this](const Error &error) {
        forget();
        Q_EMIT failed(error);
    });
}

void ScannerConnection::start()
{
    forget();
    m_fingerd.start();
}

void ScannerConnection::stop()
{
    m_fingerd.stop();
    forget();
}

void ScannerConnection::take(const fingerd::Message &message)
{
    if (const auto *device = std::get_if<fingerd::DeviceAdded>(&message)) {
        added(*device);
    } else if (const auto *gone = std::get_if<fingerd::DeviceRemoved>(&message)) {
        removed(gone->device);
    } else if (std::holds_alternative<fingerd::Enumerated>(message)) {
        if (m_device == 0 && !m_hasFailed)
            Q_EMIT absent();
    } else if (const auto *open = std::get_if<fingerd::Opened>(&message); open && open->device == m_device) {
        m_answerTimer.stop();
        m_isOpen = true;
        Q_EMIT opened();
    } else if (std::holds_alternative<fingerd::Closed>(message)) {
        closed();
    } else if (const auto *failure = std::get_if<fingerd::Failure>(&message)) {
        failedTo(*failure);
    } else {
        Q_EMIT received(message);
    }
}

void ScannerConnection::added(const fingerd::DeviceAdded &device)
{
    if (fingerd::resolutionOf(device.driver)) {
        m_devices.insert(device.device, device);
        choose();
    } else if (m_device == 0) {
        m_hasFailed = true;
        Q_EMIT failed({Error::Code::ScannerFailed, u"driver %1 is not supported"_s.arg(device.driver)});
    }
}

void ScannerConnection::removed(quint32 device)
{
    m_devices.remove(device);
    if (m_device == 0 || device != m_device)
        return;
    m_isClosing = true;
    m_device = 0;
    m_isOpen = false;
    m_answerTimer.start();
    Q_EMIT unplugged();
}

void ScannerConnection::failedTo(const fingerd::Failure &failure)
{
    const Error error = fingerd::meaningOf(failure);
    if (failure.action == fingerd::Action::Capture) {
        Q_EMIT received(failure);
        if (error.code == Error::Code::ScannerLost) // DeviceRemoved comes before it or after it
            removed(m_device);
    } else if (failure.action == fingerd::Action::Open && failure.number == m_device) {
        m_devices.remove(m_device);
        m_device = 0;
        m_hasFailed = true;
        m_answerTimer.stop();
        if (error.code == Error::Code::ScannerLost) // DeviceRemoved comes after it
            Q_EMIT unplugged();
        else
            Q_EMIT failed(error);
    } else if (failure.action == fingerd::Action::Open) {
        closed(); // it was unplugged before it was touched: nobody says that it is closed
    }
}

void ScannerConnection::closed()
{
    if (std::exchange(m_isClosing, false))
        m_answerTimer.stop();
    choose();
}

void ScannerConnection::choose()
{
    if (m_device != 0 || m_isClosing || m_devices.isEmpty())
        return;
    m_device = m_devices.firstKey();
    m_driver = m_devices.first().driver;
    m_model = m_devices.first().model;
    m_answerTimer.start();
    Q_EMIT opening();
    m_fingerd.send(fingerd::Open{m_device});
}

// Everything that was agreed with a process that is gone.
void ScannerConnection::forget()
{
    m_devices.clear();
    m_device = 0;
    m_isOpen = false;
    m_isClosing = false;
    m_hasFailed = false;
    m_answerTimer.stop();
}

} // namespace idcounter

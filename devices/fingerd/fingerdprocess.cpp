#include "devices/fingerd/fingerdprocess.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// A silent process has left three of these unanswered. Pings are counted, not seconds, so that an application that was
// busy itself does not blame the process.
constexpr int pingsPerSilence = 3;

constexpr int closingPatience = 1500; // ms

QStringList arguments(const FingerdStart &start)
{
    switch (start.station) {
    case fingerd::Station::Real:
        return {u"--station"_s, u"real"_s};
    case fingerd::Station::Practice:
        return {u"--station"_s, u"practice"_s, u"--socket"_s, start.socketPath};
    case fingerd::Station::Test:
        return {u"--station"_s, u"test"_s};
    }
    Q_UNREACHABLE();
}

} // namespace

FingerdProcess::FingerdProcess(FingerdStart start, FingerdLimits limits, QObject *parent)
    : QObject(parent)
    , m_start(std::move(start))
    , m_limits(limits)
{
    m_clock.start();
    m_pingTimer.setInterval(m_limits.silence / pingsPerSilence);
    m_restartTimer.setSingleShot(true);
    connect(&m_pingTimer, &QTimer::timeout, this, &FingerdProcess::ping);
    connect(&m_restartTimer, &QTimer::timeout, this, &FingerdProcess::launch);
}

FingerdProcess::~FingerdProcess()
{
    stop();
    const auto processes = findChildren<QProcess *>(Qt::FindDirectChildrenOnly);
    for (QProcess *process : processes) {
        process->disconnect();
        if (process->state() != QProcess::NotRunning && !process->waitForFinished(closingPatience)) {
            process->kill();
            process->waitForFinished(closingPatience);
        }
    }
}

void FingerdProcess::start()
{
    stop();
    m_restarts.clear();
    launch();
}

void FingerdProcess::stop()
{
    m_launchWaits = false;
    m_restartTimer.stop();
    retire(false);
}

void FingerdProcess::restart(const QString &reason)
{
    retire(true);
    const qint64 now = m_clock.elapsed();
    m_restarts.removeIf([&](qint64 when) { return now - when > m_limits.restartWindow.count(); });
    if (m_restarts.size() >= m_limits.maxRestarts) {
        giveUp({Error::Code::ScannerSilent, u"%1, after %2 restarts"_s.arg(reason).arg(m_restarts.size())});
        return;
    }
    m_restartTimer.start(m_limits.restartDelay * (1 << m_restarts.size()));
    m_restarts += now;
    Q_EMIT restarting(reason);
}

void FingerdProcess::send(const fingerd::Message &message)
{
    if (m_process)
        m_process->write(fingerd::encode(message));
}

// Not beside one that still holds the device.
void FingerdProcess::launch()
{
    m_launchWaits = m_retiring > 0;
    if (m_launchWaits)
        return;
    m_decoder = {};
    m_greeted = false;
    m_unanswered = 0;
    m_process = new QProcess(this);
    m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &FingerdProcess::read);
    connect(m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        const bool crashed = status == QProcess::CrashExit;
        restart(crashed ? u"ended by signal %1"_s.arg(code) : u"ended with code %1"_s.arg(code));
    });
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            giveUp({Error::Code::ScannerFailed, m_process->errorString()});
    });
    m_pingTimer.start();
    m_process->start(m_start.program, arguments(m_start));
}

void FingerdProcess::read()
{
    const QProcess *process = m_process;
    m_decoder.append(m_process->readAllStandardOutput());
    while (const auto message = m_decoder.next()) {
        take(*message);
        if (m_process != process) // the message has ended it
            return;
    }
    if (m_decoder.fault() == fingerd::Decoder::Fault::VersionUnknown)
        giveUp({Error::Code::ScannerFailed, u"idcounter-fingerd is of another version"_s});
    else if (m_decoder.fault() != fingerd::Decoder::Fault::None)
        restart(fingerd::name(m_decoder.fault()));
}

void FingerdProcess::take(const fingerd::Message &message)
{
    m_unanswered = 0;
    if (std::holds_alternative<fingerd::Pong>(message))
        return;
    const auto *hello = std::get_if<fingerd::Hello>(&message);
    if (m_greeted == (hello != nullptr)) {
        restart(u"MessageUnexpected"_s);
    } else if (hello && hello->station != m_start.station) {
        giveUp({Error::Code::ScannerFailed, u"idcounter-fingerd serves another station"_s});
    } else {
        m_greeted = true;
        Q_EMIT received(message);
    }
}

void FingerdProcess::ping()
{
    if (m_unanswered == pingsPerSilence) {
        restart(u"silent"_s);
        return;
    }
    ++m_unanswered;
    send(fingerd::Ping{});
}

void FingerdProcess::giveUp(const Error &error)
{
    retire(true);
    Q_EMIT gaveUp(error);
}

// Lets go of the process without waiting for its end.
void FingerdProcess::retire(bool kill)
{
    m_pingTimer.stop();
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    ++m_retiring;
    connect(process, &QProcess::finished, this, [this, process] {
        process->deleteLater();
        --m_retiring;
        if (m_launchWaits)
            launch();
    });
    process->closeWriteChannel();
    if (kill)
        process->kill();
    else
        QTimer::singleShot(closingPatience, process, &QProcess::kill);
}

} // namespace idcounter

#include "devices/fingerd/libfprintscanner.h"

#include "devices/fingerd/scannermodels.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Error::Code codeOf(fingerd::RetryReason reason)
{
    switch (reason) {
    case fingerd::RetryReason::General:
        return Error::Code::FingerPressAgain;
    case fingerd::RetryReason::TooShort:
        return Error::Code::FingerTooShort;
    case fingerd::RetryReason::CenterFinger:
        return Error::Code::FingerOffCentre;
    case fingerd::RetryReason::RemoveFinger:
        return Error::Code::FingerNotLifted;
    }
    Q_UNREACHABLE();
}

int dotsPerMetre(int dotsPerInch)
{
    return qRound(dotsPerInch / 0.0254);
}

template<typename... Calls>
struct Overloaded : Calls...
{
    using Calls::operator()...;
};

} // namespace

LibfprintScanner::LibfprintScanner(FingerdStart start, Clock clock, ScannerLimits limits, QObject *parent)
    : FingerprintScanner(parent)
    , m_clock(std::move(clock))
    , m_limits(limits)
    , m_budget(m_clock())
    , m_fingerd(std::move(start), limits.process)
{
    for (QTimer *timer : {&m_limitTimer, &m_answerTimer, &m_heatTimer})
        timer->setSingleShot(true);
    m_answerTimer.setInterval(m_limits.answer);
    m_coolingTimer.setInterval(m_limits.coolingCheck);
    connect(&m_limitTimer, &QTimer::timeout, this, &LibfprintScanner::limitPassed);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] { m_fingerd.restart(u"device does not answer"_s); });
    connect(&m_heatTimer, &QTimer::timeout, this, &LibfprintScanner::cool);
    connect(&m_coolingTimer, &QTimer::timeout, this, [this] {
        if (!m_budget.isHot(m_clock()))
            becomeReady();
    });

    connect(&m_fingerd, &FingerdProcess::received, this, &LibfprintScanner::take);
    connect(&m_fingerd, &FingerdProcess::restarting, this, [this](const QString &reason) {
        const bool wasWanted = m_wanted != 0;
        forgetProcess();
        m_obstacle = {Error::Code::ScannerSilent, reason};
        enter(State::Restarting);
        if (wasWanted)
            Q_EMIT failed(m_obstacle);
    });
    connect(&m_fingerd, &FingerdProcess::gaveUp, this, [this](const Error &error) {
        forgetProcess();
        fail(State::Failed, error);
    });
}

void LibfprintScanner::open()
{
    if (state() != State::Absent && state() != State::Failed)
        return;
    forgetProcess();
    enter(State::Opening);
    m_fingerd.start();
}

void LibfprintScanner::close()
{
    m_fingerd.stop();
    forgetProcess();
    m_obstacle = {Error::Code::ScannerAbsent, {}};
    enter(State::Absent);
}

void LibfprintScanner::arm(const CaptureRequest &)
{
    if (m_wanted != 0)
        return;
    if (state() == State::Cooling || m_budget.isHot(m_clock())) {
        cool();
        return;
    }
    if (!m_isOpen) {
        Q_EMIT failed(m_obstacle);
        return;
    }
    m_wanted = ++m_lastPress;
    enter(State::Armed);
    sendArm();
}

void LibfprintScanner::disarm()
{
    if (m_wanted == 0)
        return;
    abandonPress();
    becomeReady();
}

void LibfprintScanner::take(const fingerd::Message &message)
{
    std::visit(Overloaded{
                   [this](const fingerd::DeviceAdded &m) { added(m); },
                   [this](const fingerd::DeviceRemoved &m) { removed(m.device); },
                   [this](const fingerd::Enumerated &) {
                       if (m_device == 0 && state() != State::Failed)
                           fail(State::Absent, {Error::Code::ScannerAbsent, {}});
                   },
                   [this](const fingerd::Opened &m) {
                       if (m.device != m_device)
                           return;
                       m_answerTimer.stop();
                       m_isOpen = true;
                       becomeReady();
                   },
                   [this](const fingerd::Closed &) {
                       if (std::exchange(m_closing, false))
                           m_answerTimer.stop();
                       chooseDevice();
                   },
                   [this](const fingerd::FingerStatus &m) { fingerStatusChanged(m); },
                   [this](const fingerd::Image &m) {
                       if (endPress(m.press))
                           imageTaken(m);
                   },
                   [this](const fingerd::Retry &m) {
                       if (endPress(m.press))
                           hint(codeOf(m.reason));
                   },
                   [this](const fingerd::Disarmed &m) {
                       if (endPress(m.press)) // not by us
                           hint(Error::Code::FingerPressAgain);
                   },
                   [this](const fingerd::Failure &m) {
                       if (m.action == fingerd::Action::Open)
                           failedToOpen(m);
                       else if (m.action == fingerd::Action::Capture)
                           failedToCapture(m);
                   },
                   [](const auto &) {}, // ours, or nothing to do
               },
               message);
}

void LibfprintScanner::added(const fingerd::DeviceAdded &device)
{
    if (fingerd::resolutionOf(device.driver))
        m_devices.insert(device.device, device);
    else if (m_device == 0)
        fail(State::Failed, {Error::Code::ScannerFailed, u"driver %1 is not supported"_s.arg(device.driver)});
    chooseDevice();
}

void LibfprintScanner::removed(quint32 device)
{
    m_devices.remove(device);
    if (device != m_device)
        return;
    m_closing = true;
    m_device = 0;
    m_isOpen = false;
    m_wanted = 0;
    m_answerTimer.start();
    fail(State::Absent, {Error::Code::ScannerLost, m_model});
}

void LibfprintScanner::chooseDevice()
{
    if (m_device != 0 || m_closing || m_devices.isEmpty())
        return;
    m_device = m_devices.firstKey();
    m_model = m_devices.first().model;
    enter(State::Opening);
    m_answerTimer.start();
    m_fingerd.send(fingerd::Open{m_device});
}

void LibfprintScanner::fingerStatusChanged(const fingerd::FingerStatus &status)
{
    m_fingerPresent = status.present;
    if (m_wanted != 0 && m_wanted == m_pending) {
        if (status.present)
            enter(status.needed ? State::FingerOn : State::LiftFinger);
        else if (state() != State::Armed)
            enter(State::Armed);
        if (status.needed && !status.present)
            Q_EMIT fingerNeeded();
    } else if (state() == State::LiftFinger && !status.present) {
        becomeReady();
    }
}

void LibfprintScanner::imageTaken(const fingerd::Image &image)
{
    const QString driver = m_devices.value(m_device).driver;
    const int resolution = dotsPerMetre(fingerd::resolutionOf(driver).value_or(0));
    // Where the driver says something else than the table, the scale of the print is not known.
    if (const int claimed = image.dotsPerCentimetre * 100;
        claimed != 0 && qAbs(claimed - resolution) > resolution / 20) {
        fail(State::Failed, {Error::Code::ScannerFailed, u"%1 claims %2 dots per metre"_s.arg(driver).arg(claimed)});
        return;
    }
    QImage impression(image.width, image.height, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height; ++y)
        std::copy_n(image.grey.constData() + qsizetype(y) * image.width, image.width, impression.scanLine(y));
    impression.setDotsPerMeterX(resolution);
    impression.setDotsPerMeterY(resolution);
    if (m_fingerPresent)
        enter(State::LiftFinger);
    else
        becomeReady();
    Q_EMIT pressed(impression);
}

void LibfprintScanner::failedToOpen(const fingerd::Failure &failure)
{
    if (failure.number != m_device)
        return;
    // Not tried again until the operator says so.
    m_devices.remove(m_device);
    m_device = 0;
    m_answerTimer.stop();
    fail(State::Failed, fingerd::meaningOf(failure));
}

void LibfprintScanner::failedToCapture(const fingerd::Failure &failure)
{
    const Error error = fingerd::meaningOf(failure);
    if (error.code == Error::Code::ScannerHot)
        m_budget.refused(m_clock());
    if (!endPress(failure.number))
        return;
    if (error.code == Error::Code::ScannerHot)
        cool();
    else if (error.code == Error::Code::ScannerLost) // DeviceRemoved comes before it or after it
        removed(m_device);
    else
        fail(State::Failed, error);
}

// True when it was the press that the caller waits for. Else it had been given up, and the next may go.
bool LibfprintScanner::endPress(quint32 press)
{
    if (press != m_pending)
        return false;
    m_pending = 0;
    if (!m_closing)
        m_answerTimer.stop();
    m_heatTimer.stop();
    m_budget.disarm(m_clock());
    if (press == m_wanted) {
        m_wanted = 0;
        return true;
    }
    if (m_wanted != 0)
        sendArm();
    return false;
}

void LibfprintScanner::sendArm()
{
    if (m_pending != 0)
        return;
    m_pending = m_wanted;
    m_budget.arm(m_clock());
    m_heatTimer.start(m_budget.armedTimeLeft(m_clock()));
    m_fingerd.send(fingerd::Arm{m_wanted});
}

void LibfprintScanner::abandonPress()
{
    m_wanted = 0;
    if (m_pending == 0)
        return;
    m_answerTimer.start();
    m_fingerd.send(fingerd::Disarm{});
}

// Ready, unless it has to cool.
void LibfprintScanner::becomeReady()
{
    if (!m_isOpen)
        return;
    if (m_budget.isHot(m_clock()))
        enter(State::Cooling);
    else
        enter(State::Ready);
}

void LibfprintScanner::cool()
{
    abandonPress();
    m_budget.disarm(m_clock());
    if (m_isOpen)
        enter(State::Cooling);
    Q_EMIT failed({Error::Code::ScannerHot, {}});
}

void LibfprintScanner::limitPassed()
{
    switch (state()) {
    case State::Armed:
        hint(Error::Code::FingerNotPlaced);
        return;
    case State::FingerOn:
        hint(Error::Code::FingerPressAgain);
        return;
    case State::LiftFinger:
        hint(Error::Code::FingerNotLifted);
        return;
    case State::Absent:
    case State::Opening:
    case State::Ready:
    case State::Cooling:
    case State::Restarting:
    case State::Failed:
        return;
    }
}

void LibfprintScanner::hint(Error::Code code)
{
    abandonPress();
    becomeReady();
    Q_EMIT hinted(code);
}

void LibfprintScanner::fail(State state, const Error &error)
{
    m_obstacle = error;
    enter(state);
    Q_EMIT failed(error);
}

void LibfprintScanner::enter(State next)
{
    m_limitTimer.stop();
    if (next == State::Armed)
        m_limitTimer.start(m_limits.armed);
    else if (next == State::FingerOn)
        m_limitTimer.start(m_limits.fingerOn);
    else if (next == State::LiftFinger)
        m_limitTimer.start(m_limits.liftFinger);

    if (next == State::Cooling) {
        m_coolingTimer.start();
        setState(next, m_budget.coolAt());
    } else {
        m_coolingTimer.stop();
        setState(next);
    }
}

// Everything that was agreed with a process that is gone.
void LibfprintScanner::forgetProcess()
{
    m_devices.clear();
    m_device = 0;
    m_isOpen = false;
    m_closing = false;
    m_wanted = 0;
    m_pending = 0;
    m_fingerPresent = false;
    m_answerTimer.stop();
    m_heatTimer.stop();
    m_budget.disarm(m_clock());
}

} // namespace idcounter

#include "devices/fingerd/libfprintscanner.h"

#include "devices/fingerd/scannermodels.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

int dotsPerMetre(int dotsPerInch)
{
    return qRound(dotsPerInch / 0.0254);
}

} // namespace

LibfprintScanner::LibfprintScanner(FingerdStart start, Clock clock, ScannerLimits limits, QObject *parent)
    : FingerprintScanner(parent)
    , m_clock(std::move(clock))
    , m_limits(limits)
    , m_budget(m_clock())
    , m_connection(std::move(start), limits.process, limits.answer)
{
    for (QTimer *timer : {&m_limitTimer, &m_disarmTimer, &m_heatTimer})
        timer->setSingleShot(true);
    m_disarmTimer.setInterval(m_limits.answer);
    m_coolingTimer.setInterval(m_limits.coolingCheck);
    connect(&m_limitTimer, &QTimer::timeout, this, &LibfprintScanner::limitPassed);
    connect(&m_disarmTimer, &QTimer::timeout, this, [this] { m_connection.restart(u"press does not end"_s); });
    connect(&m_heatTimer, &QTimer::timeout, this, &LibfprintScanner::cool);
    connect(&m_coolingTimer, &QTimer::timeout, this, [this] {
        if (!m_budget.isHot(m_clock()))
            becomeReady();
    });

    connect(&m_connection, &ScannerConnection::opening, this, [this] { enter(State::Opening); });
    connect(&m_connection, &ScannerConnection::opened, this, &LibfprintScanner::becomeReady);
    connect(&m_connection, &ScannerConnection::absent, this, [this] {
        fail(State::Absent, {Error::Code::ScannerAbsent, {}});
    });
    connect(&m_connection, &ScannerConnection::unplugged, this, [this] {
        m_wanted = 0;
        fail(State::Absent, {Error::Code::ScannerLost, model()});
    });
    connect(&m_connection, &ScannerConnection::restarting, this, &LibfprintScanner::restarting);
    connect(&m_connection, &ScannerConnection::failed, this, [this](const Error &error) {
        forgetPress();
        fail(State::Failed, error);
    });
    connect(&m_connection, &ScannerConnection::received, this, &LibfprintScanner::take);
}

void LibfprintScanner::open()
{
    if (state() != State::Absent && state() != State::Failed)
        return;
    forgetPress();
    enter(State::Opening);
    m_connection.start();
}

void LibfprintScanner::close()
{
    m_connection.stop();
    forgetPress();
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
    if (!m_connection.isOpen()) {
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

void LibfprintScanner::restarting(const QString &reason)
{
    const bool wasWanted = m_wanted != 0;
    forgetPress();
    m_obstacle = {Error::Code::ScannerSilent, reason};
    enter(State::Restarting);
    if (wasWanted)
        Q_EMIT failed(m_obstacle);
}

void LibfprintScanner::take(const fingerd::Message &message)
{
    if (const auto *status = std::get_if<fingerd::FingerStatus>(&message)) {
        fingerStatusChanged(*status);
    } else if (const auto *image = std::get_if<fingerd::Image>(&message)) {
        if (endPress(image->press))
            imageTaken(*image);
    } else if (const auto *retry = std::get_if<fingerd::Retry>(&message)) {
        if (endPress(retry->press))
            hint(fingerd::meaningOf(retry->reason));
    } else if (const auto *disarmed = std::get_if<fingerd::Disarmed>(&message)) {
        if (endPress(disarmed->press)) // not by us
            hint(Error::Code::FingerPressAgain);
    } else if (const auto *failure = std::get_if<fingerd::Failure>(&message)) {
        failedToCapture(*failure);
    }
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
    const QString driver = m_connection.driver();
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

void LibfprintScanner::failedToCapture(const fingerd::Failure &failure)
{
    const Error error = fingerd::meaningOf(failure);
    if (error.code == Error::Code::ScannerHot)
        m_budget.refused(m_clock());
    if (!endPress(failure.number))
        return;
    if (error.code == Error::Code::ScannerHot)
        cool();
    else if (error.code != Error::Code::ScannerLost) // unplugged() says so
        fail(State::Failed, error);
}

// True when it was the press that the caller waits for. Else it had been given up, and the next may go.
bool LibfprintScanner::endPress(quint32 press)
{
    if (press == 0 || press != m_pending) // 0 is no press
        return false;
    m_pending = 0;
    m_disarmTimer.stop();
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
    m_connection.send(fingerd::Arm{m_wanted});
}

void LibfprintScanner::abandonPress()
{
    m_wanted = 0;
    if (m_pending == 0)
        return;
    m_disarmTimer.start();
    m_connection.send(fingerd::Disarm{});
}

// When the process that was to answer is gone.
void LibfprintScanner::forgetPress()
{
    m_wanted = 0;
    m_pending = 0;
    m_fingerPresent = false;
    m_disarmTimer.stop();
    m_heatTimer.stop();
    m_budget.disarm(m_clock());
}

// Ready, unless it has to cool.
void LibfprintScanner::becomeReady()
{
    if (!m_connection.isOpen())
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
    if (m_connection.isOpen())
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

} // namespace idcounter

#include "devices/camera/opencvcamera.h"

#include "devices/camera/filming.h"
#include "devices/camera/framereader.h"

#include <opencv2/core/utils/logger.hpp>

#include <QDeadlineTimer>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Of VGA, which also may stand upright.
constexpr int leastLongSide = 640;
constexpr int leastShortSide = 480;
constexpr double leastFramesPerSecond = 10;

bool isTooCoarse(QSize size)
{
    return qMax(size.width(), size.height()) < leastLongSide || qMin(size.width(), size.height()) < leastShortSide;
}

Camera::State stateAfter(Error::Code code)
{
    if (code == Error::Code::CameraAbsent)
        return Camera::State::Absent;
    return code == Error::Code::CameraFrozen ? Camera::State::Frozen : Camera::State::Failed;
}

} // namespace

OpenCvCamera::OpenCvCamera(CameraOptions options, QObject *parent)
    : Camera(parent)
    , m_options(std::move(options))
{
    m_watchdog.setSingleShot(true);
    m_retry.setSingleShot(true);
    connect(&m_watchdog, &QTimer::timeout, this, &OpenCvCamera::watch);
    connect(&m_retry, &QTimer::timeout, this, &OpenCvCamera::open);
}

OpenCvCamera::~OpenCvCamera()
{
    release();
    const QDeadlineTimer deadline(m_options.patience.closing);
    for (const auto &capture : std::as_const(m_closing))
        (void)capture->hasEnded(std::chrono::milliseconds(deadline.remainingTime()));
}

void OpenCvCamera::prepareProcess()
{
    constexpr auto variable = "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT";
    if (!qEnvironmentVariableIsSet(variable))
        qputenv(variable, "2");
    // Its warnings name files; what is wrong with a camera is said by its state.
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_ERROR);
}

QString OpenCvCamera::label() const
{
    return m_options.label.isEmpty() ? m_options.source.location() : m_options.label;
}

void OpenCvCamera::start()
{
    if (state() == State::Live)
        return;
    m_told.reset();
    m_toldTooCoarse = false;
    m_toldSlow = false;
    if (!m_capture)
        open();
    setState(State::Opening);
}

void OpenCvCamera::stop()
{
    m_retry.stop();
    release();
    setState(State::Idle);
}

void OpenCvCamera::holdLight(bool hold)
{
    if (m_capture)
        m_capture->holdLight(hold);
}

void OpenCvCamera::open()
{
    m_retry.stop();
    m_closing.removeIf([](const auto &capture) { return capture->hasEnded(); });
    m_hasFrames = false;
    m_capture = Filming::begin(std::make_unique<FrameReader>(m_options.source, m_options.rotation, m_options.attempt),
                               {
                                   .receiver = this,
                                   .frameWaits = [this] { show(); },
                                   .ended = [this](const Error &error) { fail(error); },
                               },
                               m_closing.isEmpty() ? nullptr : m_closing.last(), m_options.patience.nextFrame);
    m_watchdog.start(m_options.patience.firstFrame);
}

void OpenCvCamera::release()
{
    m_watchdog.stop();
    if (!m_capture)
        return;
    m_capture->cancel();
    m_closing.append(std::exchange(m_capture, nullptr));
}

// What is connected to a signal may stop or destroy the camera: after each one it is asked whether to go on.
void OpenCvCamera::show()
{
    const QPointer<OpenCvCamera> self(this);
    const auto capture = m_capture;
    const auto goesOn = [self, capture] { return self && self->m_capture == capture; };

    const QImage frame = capture->takeFrame();
    if (!std::exchange(m_hasFrames, true))
        m_watchdog.start(m_options.patience.nextFrame);
    m_told.reset();
    setState(State::Live);
    if (goesOn() && isTooCoarse(frame.size()) && !std::exchange(m_toldTooCoarse, true))
        Q_EMIT failed({Error::Code::CameraTooCoarse, u"%1x%2"_s.arg(frame.width()).arg(frame.height())});
    const double rate = capture->framesPerSecond();
    if (goesOn() && rate > 0 && rate < leastFramesPerSecond && !std::exchange(m_toldSlow, true))
        Q_EMIT failed({Error::Code::CameraSlow, QString::number(rate, 'f', 1)});
    if (goesOn())
        Q_EMIT frameReady(frame);
}

// Asks the capture and not the frames shown: this thread may have been held up itself.
void OpenCvCamera::watch()
{
    const auto patience = m_hasFrames ? m_options.patience.nextFrame : m_options.patience.firstFrame;
    const auto silence = m_capture->silence();
    if (silence < patience)
        m_watchdog.start(patience - silence);
    else
        fail({Error::Code::CameraFrozen, label()});
}

void OpenCvCamera::fail(const Error &error)
{
    release();
    if (error.code != Error::Code::CameraFrozen)
        m_retry.start(m_options.patience.retry);

    const QPointer<OpenCvCamera> self(this);
    const bool isNews = std::exchange(m_told, error.code) != error.code;
    setState(stateAfter(error.code));
    if (self && isNews && m_told == error.code && state() == stateAfter(error.code))
        Q_EMIT failed(error);
}

} // namespace idcounter

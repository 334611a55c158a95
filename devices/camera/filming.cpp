#include "devices/camera/filming.h"

#include "devices/camera/framereader.h"

#include <QDeadlineTimer>

#include <thread>

namespace idcounter {

std::shared_ptr<Filming> Filming::begin(std::unique_ptr<FrameReader> reader, Listener listener,
                                        std::shared_ptr<Filming> previous, std::chrono::milliseconds patience)
{
    std::shared_ptr<Filming> capture(new Filming(std::move(listener)));
    std::thread([capture, reader = std::move(reader), previous = std::move(previous), patience]() mutable {
        if (previous)
            (void)previous->hasEnded(patience);
        previous.reset();
        if (!capture->m_cancelled)
            capture->run(*reader);
        reader.reset(); // closes the camera
        const QMutexLocker lock(&capture->m_mutex);
        capture->m_hasEnded = true;
        capture->m_changed.wakeAll();
    }).detach();
    return capture;
}

Filming::Filming(Listener listener)
    : m_listener(std::move(listener))
{
}

void Filming::cancel()
{
    const QMutexLocker lock(&m_mutex);
    m_cancelled = true;
    m_changed.wakeAll();
}

QImage Filming::takeFrame()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_frame, {});
}

std::chrono::milliseconds Filming::silence() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(Time::now() - m_lastSign.load());
}

double Filming::framesPerSecond() const
{
    constexpr double measured = 2; // seconds
    const qint64 frames = m_frames;
    const double seconds = std::chrono::duration<double>(m_lastSign.load() - m_firstFrame.load()).count();
    return frames > 1 && seconds >= measured ? double(frames - 1) / seconds : 0;
}

bool Filming::hasEnded(std::chrono::milliseconds patience) const
{
    const QDeadlineTimer deadline(patience);
    const QMutexLocker lock(&m_mutex);
    while (!m_hasEnded && m_changed.wait(&m_mutex, deadline))
        ;
    return m_hasEnded;
}

void Filming::run(FrameReader &reader)
{
    if (const auto result = reader.open(); !result) {
        tell([this, error = result.error()] { m_listener.ended(error); });
        return;
    }
    auto due = Time::now();
    bool held = false;
    while (!m_cancelled) {
        const auto frame = reader.read();
        if (!frame) {
            tell([this, error = frame.error()] { m_listener.ended(error); });
            return;
        }
        m_lastSign = Time::now();
        if (m_frames++ == 0)
            m_firstFrame = m_lastSign.load();
        hand(*frame);
        if (const bool hold = m_holdsLight; hold != held) {
            reader.holdLight(hold);
            held = hold;
        }
        due = std::max<Time::time_point>(due + reader.interval(), m_lastSign);
        pauseUntil(due);
    }
}

void Filming::hand(const QImage &frame)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!std::exchange(m_frame, frame).isNull())
            return;
    }
    tell(m_listener.frameWaits);
}

void Filming::pauseUntil(Time::time_point time)
{
    const QMutexLocker lock(&m_mutex);
    while (!m_cancelled && Time::now() < time)
        m_changed.wait(&m_mutex, QDeadlineTimer(time, Qt::PreciseTimer));
}

// The receiver may be gone by the time the call is due, but not while it is being sent: cancel() waits for the lock.
void Filming::tell(std::function<void()> call)
{
    const QMutexLocker lock(&m_mutex);
    if (m_cancelled)
        return;
    const auto callUnlessCancelled = [self = shared_from_this(), call = std::move(call)] {
        if (!self->m_cancelled)
            call();
    };
    QMetaObject::invokeMethod(m_listener.receiver, callUnlessCancelled, Qt::QueuedConnection);
}

} // namespace idcounter

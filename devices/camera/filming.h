#pragma once

#include "app/domain/error.h"

#include <QImage>
#include <QMutex>
#include <QWaitCondition>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace idcounter {

class FrameReader;

// One opening of a camera and the reading of its frames in a thread of its own, up to the first error or cancel(). The
// thread shares this object with whoever began it, and is never joined: when a read does not return, it is left behind.
class Filming : public std::enable_shared_from_this<Filming>
{
public:
    // Called in the thread of the receiver, and no more after cancel(), which the receiver calls before it is gone.
    struct Listener
    {
        QObject *receiver;
        std::function<void()> frameWaits; // frames that come before takeFrame() replace each other
        std::function<void(const Error &)> ended;
    };

    // Opens the source when the previous capture has let go of it, as two cannot have one device; patience is how long it
    // is waited for.
    static std::shared_ptr<Filming> begin(std::unique_ptr<FrameReader> reader, Listener listener,
                                          std::shared_ptr<Filming> previous, std::chrono::milliseconds patience);
    ~Filming() = default;
    Q_DISABLE_COPY_MOVE(Filming)

    // Returns at once; the thread ends when its read returns.
    void cancel();

    QImage takeFrame();

    // From the next frame on; where the camera cannot, nothing.
    void holdLight(bool hold) { m_holdsLight = hold; }

    // Frames a second that the camera gave since the first one; 0 until two seconds are over. Any thread.
    double framesPerSecond() const;

    // Since the last frame, or since the beginning; any thread.
    std::chrono::milliseconds silence() const;

    // Whether the thread has let go of the camera, at the latest after the time given; any thread.
    bool hasEnded(std::chrono::milliseconds patience = {}) const;

private:
    using Time = std::chrono::steady_clock;

    explicit Filming(Listener listener);

    // In the capture thread.
    void run(FrameReader &reader);
    void hand(const QImage &frame);
    void pauseUntil(Time::time_point time);
    void tell(std::function<void()> call);

    const Listener m_listener;
    std::atomic<Time::time_point> m_lastSign = Time::now();
    std::atomic_bool m_cancelled = false;
    std::atomic_bool m_holdsLight = false;
    std::atomic<Time::time_point> m_firstFrame{};
    std::atomic<qint64> m_frames = 0;

    mutable QMutex m_mutex; // for what follows, and for telling a receiver that is not gone
    mutable QWaitCondition m_changed;
    QImage m_frame;
    bool m_hasEnded = false;
};

} // namespace idcounter

#pragma once

#include "app/ports/camera.h"
#include "devices/camera/devicenode.h"
#include "devices/camera/framesource.h"

#include <QList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

namespace idcounter {

class Filming;

// How long the camera is waited for.
struct CameraPatience
{
    std::chrono::milliseconds firstFrame{10'000}; // from start(): some cameras take seconds to wake up
    std::chrono::milliseconds nextFrame{2'000}; // then it counts as frozen
    std::chrono::milliseconds retry{2'000}; // between an end and the next opening
    std::chrono::milliseconds closing{1'000}; // when the program ends
};

struct CameraOptions
{
    FrameSource source;
    QString label; // what the clerk would call it; the source's location where it is empty
    int rotation = 0; // how the frames are turned, clockwise: 0, 90, 180 or 270 degrees
    CameraPatience patience;
    DeviceNode::Attempt attempt = DeviceNode::tryOut;
};

// A camera that OpenCV can read: a device, or a video, pictures or pipeline for practice and tests. Beyond what the port asks:
// - A camera that is busy or forbidden is tried again too. What failed is told once, not with every try, and the state
//   stays until frames come; start() tries at once.
// - A frozen camera is left alone until start() is called; the thread that hangs in it is left behind.
// - CameraSlow (less than 10 frames a second) is told once after a start(), and the frames come all the same.
// - CameraTooCoarse (less than 640x480) is told once after a start(), and the frames come all the same.
// - start(), stop() and the destructor may be called at any time, also by what is connected to a signal. The destructor
//   waits at most patience.closing for the camera to be closed.
class OpenCvCamera final : public Camera
{
    Q_OBJECT

public:
    explicit OpenCvCamera(CameraOptions options, QObject *parent = nullptr);
    ~OpenCvCamera() override;
    Q_DISABLE_COPY_MOVE(OpenCvCamera)

    // Once, at the beginning of the program, before there are threads: lets OpenCV wait 2 s for a frame of a V4L2 device
    // instead of 10, unless OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT is set already.
    static void prepareProcess();

    QString label() const override;
    void start() override;
    void stop() override;
    void holdLight(bool hold) override;

private:
    void open();
    void release();
    void show();
    void watch();
    void fail(const Error &error);

    const CameraOptions m_options;
    std::shared_ptr<Filming> m_capture; // null while nothing is open
    QList<std::shared_ptr<Filming>> m_closing; // cancelled, and perhaps still in a read
    QTimer m_watchdog;
    QTimer m_retry;
    bool m_hasFrames = false; // since the last opening
    bool m_toldTooCoarse = false;
    bool m_toldSlow = false;
    std::optional<Error::Code> m_told; // what was reported since the last start or frame
};

} // namespace idcounter

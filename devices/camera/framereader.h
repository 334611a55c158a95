#pragma once

#include "devices/camera/devicenode.h"
#include "devices/camera/framesource.h"

#include <QImage>

#include <opencv2/videoio.hpp>

#include <chrono>

namespace idcounter {

// Opens a source with OpenCV and reads from it. For one thread; open(), read() and the destructor may block for ever, as
// the driver likes.
class FrameReader
{
public:
    // Frames are turned clockwise by 0, 90, 180 or 270 degrees.
    FrameReader(FrameSource source, int rotation, DeviceNode::Attempt attempt);

    // Throws away what a camera sends while it finds its exposure. Errors: CameraAbsent, CameraBusy, CameraForbidden, and
    // CameraLost when nothing comes.
    Result<void> open();

    // The next frame in BGR888. After an error nothing more can be read: a V4L2 device that was pulled out may repeat an
    // old frame. Errors: CameraLost.
    Result<QImage> read();

    // Keeps exposure and white balance as they are now, or lets them follow the light. Whether the camera can.
    bool holdLight(bool hold);

    // From one frame to the next, for sources that would else be read as fast as the machine can; 0 for the others.
    std::chrono::microseconds interval() const { return m_interval; }

private:
    bool openCapture();
    bool readFrame(cv::Mat &frame);
    Error error(Error::Code code, const char *what = "") const;

    FrameSource m_source;
    int m_rotation;
    DeviceNode::Attempt m_attempt;
    cv::VideoCapture m_capture;
    std::chrono::microseconds m_interval{0};
};

} // namespace idcounter

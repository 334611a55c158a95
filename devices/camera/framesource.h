#pragma once

#include "app/domain/result.h"

#include <QSize>
#include <QString>

namespace idcounter {

// Where frames come from: a camera, or what stands in for one in practice and tests. An object of this type is well formed;
// whether anything is there shows when it is opened.
class FrameSource
{
public:
    enum class Kind {
        Device, // v4l2: a camera of the Video4Linux interface
        Video, // file: a video, shown as fast as it was taken
        Pictures, // seq: numbered pictures
        Pipeline, // gst: a GStreamer pipeline, which keeps its own time
    };

    // Reads a line of the settings. The options after the question mark may be left out:
    //   v4l2:/dev/v4l/by-id/usb-…-video-index0?size=1280x720&fourcc=MJPG&fps=30    what the camera is asked for
    //   file:/folder/practice.mp4?fps=25&loop=0    instead of the video's own fps; loop=1 begins again at its end
    //   seq:/folder/%03d.jpg?fps=15&loop=1
    //   gst:videotestsrc ! videoconvert ! video/x-raw,format=BGR ! appsink drop=true max-buffers=1    no options
    // Errors: CodeUnknown, with the part that was not understood.
    static Result<FrameSource> parse(const QString &setting);

    Kind kind() const { return m_kind; }
    // The path of the device, video or pictures, or the pipeline.
    QString location() const { return m_location; }
    // What a device is asked for; it may give something else.
    QSize size() const { return m_size; }
    QByteArray fourcc() const { return m_fourcc; }
    // Frames per second. 0 for a video that is to keep its own.
    double fps() const { return m_fps; }
    // Whether a video or the pictures begin again when they are at their end.
    bool loops() const { return m_loops; }

    friend bool operator==(const FrameSource &, const FrameSource &) = default;

private:
    FrameSource(Kind kind, QString location);

    Result<void> setOption(const QString &option);

    Kind m_kind;
    QString m_location;
    QSize m_size{1280, 720};
    QByteArray m_fourcc{"MJPG"};
    double m_fps = 0;
    bool m_loops = false;
};

} // namespace idcounter

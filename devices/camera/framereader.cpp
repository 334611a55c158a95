#include "devices/camera/framereader.h"

#include <QFile>

#include <opencv2/imgproc.hpp>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Until exposure and white balance have settled.
constexpr int settlingFrames = 10;

// Always named, or OpenCV tries every backend it knows, which takes long and leaks.
int backendFor(FrameSource::Kind kind)
{
    switch (kind) {
    case FrameSource::Kind::Device:
        return cv::CAP_V4L2;
    case FrameSource::Kind::Video:
        return cv::CAP_FFMPEG;
    case FrameSource::Kind::Pictures:
        return cv::CAP_IMAGES;
    case FrameSource::Kind::Pipeline:
        return cv::CAP_GSTREAMER;
    }
    return cv::CAP_ANY;
}

void turn(cv::Mat &frame, int degrees)
{
    if (degrees == 90)
        cv::rotate(frame, frame, cv::ROTATE_90_CLOCKWISE);
    else if (degrees == 180)
        cv::rotate(frame, frame, cv::ROTATE_180);
    else if (degrees == 270)
        cv::rotate(frame, frame, cv::ROTATE_90_COUNTERCLOCKWISE);
}

// Null when the format is none that a camera should give.
QImage toImage(cv::Mat frame, int rotation)
{
    if (frame.depth() == CV_16U)
        frame.convertTo(frame, CV_8U, 1.0 / 256);
    if (frame.type() == CV_8UC1)
        cv::cvtColor(frame, frame, cv::COLOR_GRAY2BGR);
    else if (frame.type() == CV_8UC4)
        cv::cvtColor(frame, frame, cv::COLOR_BGRA2BGR);
    if (frame.type() != CV_8UC3)
        return {};
    turn(frame, rotation);
    // A copy: the capture writes its next frame into the same memory.
    return QImage(frame.data, frame.cols, frame.rows, static_cast<qsizetype>(frame.step), QImage::Format_BGR888).copy();
}

} // namespace

FrameReader::FrameReader(FrameSource source, int rotation, DeviceNode::Attempt attempt)
    : m_source(std::move(source))
    , m_rotation(rotation)
    , m_attempt(std::move(attempt))
{
}

Result<void> FrameReader::open()
try {
    const bool isDevice = m_source.kind() == FrameSource::Kind::Device;
    if (isDevice) {
        if (const auto result = DeviceNode(m_source.location(), m_attempt).probe(); !result)
            return result.error();
    }
    if (!openCapture())
        return error(Error::Code::CameraAbsent);

    cv::Mat frame;
    for (int i = 0; isDevice && i < settlingFrames; ++i) {
        if (!m_capture.read(frame))
            return error(Error::Code::CameraLost);
    }
    return {};
} catch (const std::exception &exception) {
    return error(Error::Code::CameraAbsent, exception.what());
}

bool FrameReader::openCapture()
{
    const QByteArray location = m_source.kind() == FrameSource::Kind::Pipeline ? m_source.location().toUtf8()
                                                                               : QFile::encodeName(m_source.location());
    if (!m_capture.open(location.toStdString(), backendFor(m_source.kind())))
        return false;

    double fps = m_source.fps();
    switch (m_source.kind()) {
    case FrameSource::Kind::Device: {
        const QByteArray fourcc = m_source.fourcc();
        m_capture.set(cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc(fourcc[0], fourcc[1], fourcc[2], fourcc[3]));
        m_capture.set(cv::CAP_PROP_FRAME_WIDTH, m_source.size().width());
        m_capture.set(cv::CAP_PROP_FRAME_HEIGHT, m_source.size().height());
        m_capture.set(cv::CAP_PROP_FPS, fps);
        return true;
    }
    case FrameSource::Kind::Video:
        if (fps <= 0)
            fps = m_capture.get(cv::CAP_PROP_FPS);
        break;
    case FrameSource::Kind::Pictures:
        break;
    case FrameSource::Kind::Pipeline:
        return true;
    }
    constexpr double second = 1e6;
    m_interval = std::chrono::microseconds(qRound64(second / (fps > 0 ? fps : 25)));
    return true;
}

Result<QImage> FrameReader::read()
try {
    cv::Mat frame;
    if (!readFrame(frame))
        return error(Error::Code::CameraLost);
    QImage image = toImage(frame, m_rotation);
    if (image.isNull())
        return error(Error::Code::CameraLost, cv::typeToString(frame.type()).c_str());
    return image;
} catch (const std::exception &exception) {
    return error(Error::Code::CameraLost, exception.what());
}

// The values are V4L2's: of V4L2_CID_EXPOSURE_AUTO 1 is manual and 3 what webcams have else.
bool FrameReader::holdLight(bool hold)
try {
    constexpr double manualExposure = 1;
    constexpr double automaticExposure = 3;
    if (m_source.kind() != FrameSource::Kind::Device)
        return false;
    const bool exposure = m_capture.set(cv::CAP_PROP_AUTO_EXPOSURE, hold ? manualExposure : automaticExposure);
    const bool whiteBalance = m_capture.set(cv::CAP_PROP_AUTO_WB, hold ? 0 : 1);
    return exposure && whiteBalance;
} catch (const std::exception &) {
    return false;
}

bool FrameReader::readFrame(cv::Mat &frame)
{
    if (m_capture.read(frame))
        return true;
    return m_source.loops() && openCapture() && m_capture.read(frame);
}

Error FrameReader::error(Error::Code code, const char *what) const
{
    return {code, u"%1 %2"_s.arg(m_source.location(), QString::fromLocal8Bit(what)).trimmed()};
}

} // namespace idcounter

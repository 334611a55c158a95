#pragma once

#include "devices/camera/opencvcamera.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

// What the tests of the OpenCV camera have in common: pictures and pipelines to show, and a camera that is watched.
namespace idcounter::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = Camera::State;

inline constexpr auto sink = " ! videoconvert ! video/x-raw,format=BGR ! appsink drop=true max-buffers=1 sync=false";
inline constexpr auto live = "gst:videotestsrc is-live=true ! video/x-raw,width=640,height=480,framerate=30/1";

inline QString pipeline(const char *start, const char *middle = "")
{
    return QString::fromLatin1(start) + QLatin1StringView(middle) + QLatin1StringView(sink);
}

// A picture whose quarters are red, green, blue and white, in reading order.
inline QImage quarters(QSize size = {640, 480})
{
    QImage image(size, QImage::Format_RGB888);
    image.fill(Qt::white);
    QPainter painter(&image);
    const int w = size.width() / 2;
    const int h = size.height() / 2;
    painter.fillRect(0, 0, w, h, Qt::red);
    painter.fillRect(w, 0, w, h, Qt::green);
    painter.fillRect(0, h, w, h, Qt::blue);
    return image;
}

// The letters of the colours in the four corners, in reading order.
inline QString corners(const QImage &image)
{
    QString letters;
    for (const int y : {5, image.height() - 6}) {
        for (const int x : {5, image.width() - 6}) {
            const QColor color = image.pixelColor(x, y);
            const bool red = color.red() > 128;
            const bool green = color.green() > 128;
            letters += red ? (green ? u'w' : u'r') : (green ? u'g' : u'b');
        }
    }
    return letters;
}

inline QString drawnIn(const QTemporaryDir &folder, int count, const QImage &image = quarters(),
                       const QString &options = {})
{
    for (int i = 0; i < count; ++i)
        image.save(folder.filePath(u"%1.png"_s.arg(i, 3, 10, QChar(u'0'))));
    return u"seq:"_s + folder.filePath(u"%03d.png"_s) + options;
}

// A camera, and what it tells.
struct Watched
{
    explicit Watched(const QString &setting, CameraPatience patience = {.retry = 50ms}, int rotation = 0,
                     DeviceNode::Attempt attempt = DeviceNode::tryOut)
        : camera({.source = *FrameSource::parse(setting),
                  .label = {},
                  .rotation = rotation,
                  .patience = patience,
                  .attempt = std::move(attempt)})
        , frameReady(&camera, &Camera::frameReady)
        , stateChanged(&camera, &Camera::stateChanged)
        , failed(&camera, &Camera::failed)
    {
    }

    QImage frame(int index) const { return frameReady.at(index).first().value<QImage>(); }

    QList<State> states() const
    {
        QList<State> states;
        for (const auto &arguments : stateChanged)
            states.append(arguments.first().value<State>());
        return states;
    }

    QList<Error::Code> errors() const
    {
        QList<Error::Code> codes;
        for (const auto &arguments : failed)
            codes.append(arguments.first().value<Error>().code);
        return codes;
    }

    OpenCvCamera camera;
    QSignalSpy frameReady;
    QSignalSpy stateChanged;
    QSignalSpy failed;
};

// A named pipe that carries raw pictures, and then nothing more without being closed, like a camera that hangs.
class Fifo
{
public:
    explicit Fifo(QString path)
        : m_path(std::move(path))
    {
        QVERIFY(mkfifo(qPrintable(m_path), 0600) == 0);
        m_file = open(qPrintable(m_path), O_RDWR | O_CLOEXEC);
        QVERIFY(m_file >= 0);
    }
    ~Fifo()
    {
        waitUntilWritten();
        close(m_file);
    }
    Q_DISABLE_COPY_MOVE(Fifo)

    QString setting() const
    {
        return pipeline(qPrintable(u"gst:filesrc location=%1 blocksize=921600 ! rawvideoparse width=640 height=480 "
                                   "format=bgr framerate=30/1"_s.arg(m_path)));
    }

    // Grey pictures, each of its number.
    void write(int frames)
    {
        m_writer = std::thread([this, frames] {
            for (int i = 0; i < frames; ++i) {
                const QByteArray frame(qsizetype(640) * 480 * 3, char(i));
                for (qsizetype at = 0; at < frame.size();)
                    at += ::write(m_file, frame.constData() + at, size_t(frame.size() - at));
            }
        });
    }

    void waitUntilWritten()
    {
        if (m_writer.joinable())
            m_writer.join();
    }

private:
    QString m_path;
    int m_file = -1;
    std::thread m_writer;
};

inline qsizetype threads()
{
    return QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

// In KiB.
inline int residentMemory()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toInt() * int(sysconf(_SC_PAGESIZE) / 1024);
}

} // namespace idcounter::test

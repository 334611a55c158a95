#include "devices/camera/devicenode.h"

#include <QDir>
#include <QFile>

#include <linux/videodev2.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Error::Code codeFor(int error)
{
    switch (error) {
    case EBUSY:
        return Error::Code::CameraBusy;
    case EACCES:
    case EPERM:
        return Error::Code::CameraForbidden;
    default:
        return Error::Code::CameraAbsent;
    }
}

} // namespace

DeviceNode::DeviceNode(QString path, Attempt attempt)
    : m_path(std::move(path))
    , m_attempt(std::move(attempt))
{
}

Result<void> DeviceNode::probe() const
{
    const int error = m_attempt(m_path);
    if (error == 0)
        return {};
    return Error{codeFor(error), u"%1: %2"_s.arg(m_path, qt_error_string(error))};
}

QStringList DeviceNode::list(const QString &folder)
{
    const QDir directory(folder);
    QStringList names = directory.entryList({u"video?*"_s}, QDir::Files | QDir::System);
    names.removeIf([](const QString &name) {
        bool isNumber = false;
        name.mid(5).toUInt(&isNumber);
        return !isNumber;
    });
    std::sort(names.begin(), names.end(),
              [](const QString &a, const QString &b) { return a.mid(5).toUInt() < b.mid(5).toUInt(); });
    for (QString &name : names)
        name = directory.absoluteFilePath(name);
    return names;
}

int DeviceNode::tryOut(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return errno;

    // Asking for no buffers changes nothing, and is refused while somebody else has some.
    v4l2_requestbuffers request{};
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    const bool isBusy = ::ioctl(file, VIDIOC_REQBUFS, &request) < 0 && errno == EBUSY;
    ::close(file);
    return isBusy ? EBUSY : 0;
}

} // namespace idcounter

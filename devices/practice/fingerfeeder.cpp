#include "devices/practice/fingerfeeder.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The virtual driver's commands: pairs of 32 bit numbers in the machine's own order.
enum Command : qint32 { Retry = -1, Fail = -2, AutomaticFinger = -3, Finger = -4, Unplug = -5 };

QByteArray pair(qint32 first, qint32 second)
{
    const std::array<qint32, 2> numbers{first, second};
    return {reinterpret_cast<const char *>(numbers.data()), sizeof numbers};
}

// Width, height, and the pixels without the padding of a QImage's rows.
QByteArray pixels(const QImage &impression)
{
    const QImage grey = impression.convertToFormat(QImage::Format_Grayscale8);
    QByteArray bytes = pair(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); ++y)
        bytes.append(reinterpret_cast<const char *>(grey.constScanLine(y)), grey.width());
    return bytes;
}

} // namespace

FingerFeeder::FingerFeeder(const QString &socketPath, QObject *parent)
    : QObject(parent)
    , m_socketPath(QFile::encodeName(socketPath))
{
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(u"fingerfeeder"_s);
    m_thread.start();
}

FingerFeeder::~FingerFeeder()
{
    m_thread.quit();
    m_thread.wait();
    disconnectFromScanner();
}

void FingerFeeder::press(const QImage &impression)
{
    post(pair(AutomaticFinger, 1) + pixels(impression));
}

void FingerFeeder::pressAndStay(const QImage &impression)
{
    post(pair(AutomaticFinger, 0) + pair(Finger, 1) + pixels(impression));
}

void FingerFeeder::placeFinger()
{
    post(pair(AutomaticFinger, 0) + pair(Finger, 1));
}

void FingerFeeder::liftFinger()
{
    post(pair(AutomaticFinger, 0) + pair(Finger, 0));
}

void FingerFeeder::retry(int code)
{
    post(pair(Retry, code));
}

void FingerFeeder::breakDown(int code)
{
    post(pair(Fail, code));
}

void FingerFeeder::unplug()
{
    post(pair(Unplug, 0));
}

void FingerFeeder::post(QByteArray bytes)
{
    QMetaObject::invokeMethod(&m_worker, [this, bytes = std::move(bytes)] { deliver(bytes); });
}

// Runs in m_thread. A scanner that was opened anew has a new socket, and the old one says so at the first byte.
void FingerFeeder::deliver(const QByteArray &bytes)
{
    if (m_socket >= 0 && sendAll(bytes))
        return;
    disconnectFromScanner();
    if (connectToScanner() && sendAll(bytes))
        return;
    disconnectFromScanner();
    Q_EMIT undelivered();
}

bool FingerFeeder::connectToScanner()
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (m_socketPath.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return false;
    std::copy(m_socketPath.begin(), m_socketPath.end(), address.sun_path);

    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval patience{.tv_sec = 1, .tv_usec = 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
}

bool FingerFeeder::sendAll(const QByteArray &bytes) const
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count
            = ::send(m_socket, bytes.data() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count >= 0)
            sent += count;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

void FingerFeeder::disconnectFromScanner()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

} // namespace idcounter

#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <utility>

// A visitor of a server on the loopback, byte by byte; any thread may have one. What is waited for must come, or the connection
// must end: the server's limits see to that.
class RawVisitor
{
public:
    explicit RawVisitor(quint16 port)
        : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int yes = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
            leave();
    }
    ~RawVisitor() { leave(); }
    RawVisitor(RawVisitor &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
    {
    }
    RawVisitor(const RawVisitor &) = delete;
    RawVisitor &operator=(const RawVisitor &) = delete;
    RawVisitor &operator=(RawVisitor &&) = delete;

    bool isConnected() const { return m_socket >= 0; }

    // How many bytes went; fewer where the server closed.
    qsizetype send(const QByteArray &bytes) const
    {
        qsizetype sent = 0;
        while (sent < bytes.size()) {
            const auto now = ::send(m_socket, bytes.data() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
            if (now <= 0)
                break;
            sent += now;
        }
        return sent;
    }

    // A whole answer by its Content-Length, or what came until the end of the connection.
    QByteArray answer() const
    {
        QByteArray all;
        while (!isWhole(all)) {
            const QByteArray more = some();
            if (more.isEmpty())
                break;
            all += more;
        }
        return all;
    }
    QByteArray ask(const QByteArray &request) const
    {
        send(request);
        return answer();
    }

    // What is there within some milliseconds; empty: nothing, or the end.
    QByteArray some(int milliseconds = -1) const
    {
        char buffer[65536];
        pollfd look{.fd = m_socket, .events = POLLIN, .revents = 0};
        if (::poll(&look, 1, milliseconds) <= 0)
            return {};
        const auto got = ::recv(m_socket, buffer, sizeof(buffer), 0);
        return got > 0 ? QByteArray(buffer, got) : QByteArray();
    }

    // Whether the server has closed it, looking for some milliseconds; what it said before is read over.
    bool isClosed(int milliseconds = 0) const
    {
        char buffer[65536];
        for (;;) {
            pollfd look{.fd = m_socket, .events = POLLIN, .revents = 0};
            if (::poll(&look, 1, milliseconds) <= 0)
                return false;
            if (::recv(m_socket, buffer, sizeof(buffer), 0) <= 0)
                return true;
        }
    }

    void endSending() const { ::shutdown(m_socket, SHUT_WR); }
    void leave()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    // Without a farewell: the server is told by a reset.
    void vanish()
    {
        const linger hard{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof(hard));
        leave();
    }

    static int statusOf(const QByteArray &answer)
    {
        return answer.startsWith("HTTP/1.") ? answer.mid(9, 3).toInt() : 0;
    }
    static QByteArray bodyOf(const QByteArray &answer)
    {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        return end < 0 ? QByteArray() : answer.mid(end + 4);
    }

private:
    static bool isWhole(const QByteArray &answer)
    {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = answer.left(end).toLower();
        const qsizetype length = head.indexOf("content-length:");
        if (length < 0)
            return false;
        const qsizetype from = length + 15;
        return answer.size() - end - 4 >= head.mid(from, head.indexOf('\r', from) - from).trimmed().toLongLong();
    }

    int m_socket;
};

#include "devices/fingerd/messagechannel.h"

#include <glib-unix.h>

#include <array>
#include <cerrno>
#include <utility>

#include <unistd.h>

namespace idcounter::fingerd {

MessageChannel::MessageChannel(int readDescriptor, int writeDescriptor, Handler handler)
    : m_readDescriptor(readDescriptor)
    , m_writeDescriptor(writeDescriptor)
    , m_handler(std::move(handler))
    , m_watch(g_unix_fd_add(readDescriptor, static_cast<GIOCondition>(G_IO_IN | G_IO_HUP | G_IO_ERR), &readable, this))
{
}

MessageChannel::~MessageChannel()
{
    if (m_watch)
        g_source_remove(m_watch);
}

void MessageChannel::send(const Message &message)
{
    const QByteArray bytes = encode(message);
    for (qsizetype sent = 0; m_watch && sent < bytes.size();) {
        const ssize_t count = ::write(m_writeDescriptor, bytes.data() + sent, static_cast<size_t>(bytes.size() - sent));
        if (count >= 0)
            sent += count;
        else if (errno != EINTR)
            end({});
    }
}

void MessageChannel::end(const QByteArray &reason)
{
    if (const guint watch = std::exchange(m_watch, 0)) {
        g_source_remove(watch);
        m_handler.ended(reason);
    }
}

gboolean MessageChannel::readable(gint, GIOCondition, gpointer channel)
{
    // end() has removed the source already when there is nothing more to read.
    return static_cast<MessageChannel *>(channel)->read() ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

bool MessageChannel::read()
{
    std::array<char, 4096> buffer;
    const ssize_t count = ::read(m_readDescriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR)
        return true;
    if (count <= 0) {
        end({});
        return false;
    }
    m_decoder.append(QByteArray(buffer.data(), count));
    while (m_watch) {
        const auto message = m_decoder.next();
        if (!message)
            break;
        m_handler.received(*message);
    }
    if (m_decoder.fault() != Decoder::Fault::None)
        end(name(m_decoder.fault()).toLatin1());
    return m_watch != 0;
}

} // namespace idcounter::fingerd

#pragma once

#include "devices/fingerd/fingerprotocol.h"

#include <glib.h>

#include <functional>

namespace idcounter::fingerd {

// The process's end of the connection, driven by the default GMainContext.
class MessageChannel
{
public:
    // Both are called in the main loop. ended comes once: with an empty reason when the other side has closed, else with
    // the name of what was wrong.
    struct Handler
    {
        std::function<void(const Message &)> received;
        std::function<void(const QByteArray &reason)> ended;
    };

    MessageChannel(int readDescriptor, int writeDescriptor, Handler handler);
    ~MessageChannel();
    Q_DISABLE_COPY_MOVE(MessageChannel)

    // Waits until the other side has taken it all; the application reads whenever its event loop turns, and where it does
    // not, there is nobody to report to.
    void send(const Message &message);

    void end(const QByteArray &reason);

private:
    static gboolean readable(gint descriptor, GIOCondition condition, gpointer channel);
    bool read();

    const int m_readDescriptor;
    const int m_writeDescriptor;
    Handler m_handler;
    Decoder m_decoder;
    guint m_watch; // 0 when ended
};

} // namespace idcounter::fingerd

#pragma once

#include "devices/fingerd/fingerprotocol.h"

#include <fprint.h>

#include <functional>
#include <map>

namespace idcounter::fingerd {

// libfprint's devices as messages: at most one of them open, at most one press asked for. Everything happens in the
// default GMainContext, the only one that libfprint knows, and nothing waits.
class ScannerService
{
public:
    using Send = std::function<void(const Message &)>;

    // exclusive: a file that only one process may hold while it has a device open; empty where the device itself sees to
    // that, as USB does.
    ScannerService(Send send, QByteArray exclusive);
    ~ScannerService();
    Q_DISABLE_COPY_MOVE(ScannerService)

    // Reports the devices that are there, then Enumerated. Turns the main loop meanwhile.
    void enumerate();

    // False for a message that only the process itself may send.
    bool handle(const Message &message);

    // Closes the device that is open, if any, then calls done.
    void shutDown(std::function<void()> done);

private:
    enum class Phase { Closed, Opening, Open, Capturing, Closing };

    static void deviceAdded(FpContext *context, FpDevice *device, gpointer service);
    static void deviceUnplugged(FpDevice *device, GParamSpec *property, gpointer service);
    static void deviceRemoved(FpContext *context, FpDevice *device, gpointer service);
    static void fingerStatusChanged(FpDevice *device, GParamSpec *property, gpointer service);
    static void opened(GObject *device, GAsyncResult *result, gpointer service);
    static void captured(GObject *device, GAsyncResult *result, gpointer service);
    static void closed(GObject *device, GAsyncResult *result, gpointer service);
    static gboolean closeIfWanted(gpointer service);

    void forget(FpDevice *device);
    void open(quint32 number);
    void arm(quint32 press);
    void disarm();
    void close();
    void finishCapture(FpImage *image, const GError *error);
    void finishClosing();
    void fail(Action action, quint32 number, const GError *error);
    bool takeExclusive();
    void releaseExclusive();
    quint32 numberOf(FpDevice *device) const;

    const Send m_send;
    const QByteArray m_exclusive;
    int m_exclusiveDescriptor = -1;
    FpContext *m_context;
    std::map<quint32, FpDevice *> m_devices; // those that are there; each holds a reference
    quint32 m_lastNumber = 0;

    Phase m_phase = Phase::Closed;
    bool m_closeWanted = false;
    FpDevice *m_device = nullptr; // unless Closed; holds a reference
    quint32 m_number = 0; // of m_device
    quint32 m_press = 0;
    GCancellable *m_cancellable = nullptr; // while Opening or Capturing
    std::function<void()> m_shutDownDone;
};

} // namespace idcounter::fingerd

#include "devices/fingerd/scannerservice.h"

#include <cmath>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idcounter::fingerd {

namespace {

ScannerService *self(gpointer service)
{
    return static_cast<ScannerService *>(service);
}

} // namespace

ScannerService::ScannerService(Send send, QByteArray exclusive)
    : m_send(std::move(send))
    , m_exclusive(std::move(exclusive))
    , m_context(fp_context_new())
{
    g_signal_connect(m_context, "device-added", G_CALLBACK(&deviceAdded), this);
    g_signal_connect(m_context, "device-removed", G_CALLBACK(&deviceRemoved), this);
}

ScannerService::~ScannerService()
{
    for (const auto &[number, device] : m_devices) {
        g_signal_handlers_disconnect_by_data(device, this);
        g_object_unref(device);
    }
    g_signal_handlers_disconnect_by_data(m_context, this);
    g_clear_object(&m_device);
    g_clear_object(&m_cancellable);
    g_object_unref(m_context);
    releaseExclusive();
}

void ScannerService::enumerate()
{
    fp_context_enumerate(m_context);
    m_send(Enumerated{});
}

bool ScannerService::handle(const Message &message)
{
    if (const auto *opening = std::get_if<Open>(&message))
        open(opening->device);
    else if (const auto *arming = std::get_if<Arm>(&message))
        arm(arming->press);
    else if (std::holds_alternative<Disarm>(message))
        disarm();
    else if (std::holds_alternative<Close>(message))
        close();
    else if (std::holds_alternative<Ping>(message))
        m_send(Pong{});
    else
        return false;
    return true;
}

void ScannerService::shutDown(std::function<void()> done)
{
    m_shutDownDone = std::move(done);
    close();
}

void ScannerService::deviceAdded(FpContext *, FpDevice *device, gpointer service)
{
    ScannerService &s = *self(service);
    const quint32 number = ++s.m_lastNumber;
    s.m_devices.emplace(number, FP_DEVICE(g_object_ref(device)));
    g_signal_connect(device, "notify::removed", G_CALLBACK(&deviceUnplugged), service);
    s.m_send(DeviceAdded{
        .device = number,
        .driver = QString::fromUtf8(fp_device_get_driver(device)),
        .model = QString::fromUtf8(fp_device_get_name(device)),
        .id = QString::fromUtf8(fp_device_get_device_id(device)),
    });
}

// The property changes at once. The device's signal waits for a driver that takes a second to give up its capture, and
// stays away when a capture is just ending; the context's waits until the device has been closed.
void ScannerService::deviceUnplugged(FpDevice *device, GParamSpec *, gpointer service)
{
    self(service)->forget(device);
}

void ScannerService::deviceRemoved(FpContext *, FpDevice *device, gpointer service)
{
    self(service)->forget(device);
}

void ScannerService::forget(FpDevice *device)
{
    const quint32 number = numberOf(device);
    if (number == 0)
        return;
    m_devices.erase(number);
    m_send(DeviceRemoved{number});
    g_signal_handlers_disconnect_by_func(device, reinterpret_cast<gpointer>(&deviceUnplugged), this);
    if (device == m_device) {
        // Not from here, where the driver is still at work.
        m_closeWanted = true;
        g_idle_add(&closeIfWanted, this);
    }
    g_object_unref(device);
}

gboolean ScannerService::closeIfWanted(gpointer service)
{
    if (self(service)->m_closeWanted)
        self(service)->close();
    return G_SOURCE_REMOVE;
}

void ScannerService::fingerStatusChanged(FpDevice *device, GParamSpec *, gpointer service)
{
    const FpFingerStatusFlags status = fp_device_get_finger_status(device);
    self(service)->m_send(FingerStatus{
        .needed = (status & FP_FINGER_STATUS_NEEDED) != 0,
        .present = (status & FP_FINGER_STATUS_PRESENT) != 0,
    });
}

void ScannerService::open(quint32 number)
{
    const auto found = m_devices.find(number);
    g_autoptr(GError) error = nullptr;
    if (found == m_devices.end())
        error = g_error_new(FP_DEVICE_ERROR, FP_DEVICE_ERROR_REMOVED, "no device %u", number);
    else if (m_phase != Phase::Closed || !takeExclusive())
        error = g_error_new(FP_DEVICE_ERROR, FP_DEVICE_ERROR_BUSY, "another device or another process is in the way");
    if (error) {
        fail(Action::Open, number, error);
        return;
    }
    m_phase = Phase::Opening;
    m_device = FP_DEVICE(g_object_ref(found->second));
    m_number = number;
    m_cancellable = g_cancellable_new();
    g_signal_connect(m_device, "notify::finger-status", G_CALLBACK(&fingerStatusChanged), this);
    fp_device_open(m_device, m_cancellable, &opened, this);
}

void ScannerService::opened(GObject *device, GAsyncResult *result, gpointer service)
{
    ScannerService &s = *self(service);
    g_autoptr(GError) error = nullptr;
    g_clear_object(&s.m_cancellable);
    if (!fp_device_open_finish(FP_DEVICE(device), result, &error)) {
        s.fail(Action::Open, s.m_number, error);
        s.finishClosing();
        return;
    }
    s.m_phase = Phase::Open;
    s.m_send(Opened{s.m_number});
    if (s.m_closeWanted)
        s.close();
}

void ScannerService::arm(quint32 press)
{
    if (m_phase != Phase::Open) {
        const auto code = m_phase == Phase::Capturing ? FP_DEVICE_ERROR_BUSY : FP_DEVICE_ERROR_NOT_OPEN;
        g_autoptr(GError) error = g_error_new_literal(FP_DEVICE_ERROR, code, "not open or armed already");
        fail(Action::Capture, press, error);
        return;
    }
    m_phase = Phase::Capturing;
    m_press = press;
    m_cancellable = g_cancellable_new();
    fp_device_capture(m_device, TRUE, m_cancellable, &captured, this);
}

void ScannerService::disarm()
{
    if (m_phase == Phase::Capturing)
        g_cancellable_cancel(m_cancellable);
}

void ScannerService::captured(GObject *device, GAsyncResult *result, gpointer service)
{
    ScannerService &s = *self(service);
    g_autoptr(GError) error = nullptr;
    g_autoptr(FpImage) image = fp_device_capture_finish(FP_DEVICE(device), result, &error);
    g_clear_object(&s.m_cancellable);
    s.m_phase = Phase::Open;
    s.finishCapture(image, error);
    if (s.m_closeWanted)
        s.close();
}

void ScannerService::finishCapture(FpImage *image, const GError *error)
{
    if (error && error->domain == FP_DEVICE_RETRY) {
        const auto reason = static_cast<RetryReason>(CLAMP(error->code, 0, FP_DEVICE_RETRY_REMOVE_FINGER));
        m_send(Retry{m_press, reason});
    } else if (error && error->domain == G_IO_ERROR && error->code == G_IO_ERROR_CANCELLED) {
        m_send(Disarmed{m_press});
    } else if (error) {
        fail(Action::Capture, m_press, error);
    } else if (fp_image_get_width(image) > maxImageSide || fp_image_get_height(image) > maxImageSide) {
        g_autoptr(GError) tooLarge
            = g_error_new_literal(FP_DEVICE_ERROR, FP_DEVICE_ERROR_DATA_INVALID, "image too large");
        fail(Action::Capture, m_press, tooLarge);
    } else {
        gsize size = 0;
        const auto *grey = reinterpret_cast<const char *>(fp_image_get_data(image, &size));
        m_send(Image{
            .press = m_press,
            .width = static_cast<quint16>(fp_image_get_width(image)),
            .height = static_cast<quint16>(fp_image_get_height(image)),
            .dotsPerCentimetre = static_cast<quint16>(std::lround(fp_image_get_ppmm(image) * 10)),
            .grey = QByteArray(grey, static_cast<qsizetype>(size)),
        });
    }
}

// As far as it can be done now; the end of what is under way calls it again.
void ScannerService::close()
{
    switch (m_phase) {
    case Phase::Closed:
        finishClosing();
        return;
    case Phase::Opening:
    case Phase::Capturing:
        m_closeWanted = true;
        g_cancellable_cancel(m_cancellable);
        return;
    case Phase::Open:
        m_closeWanted = true;
        m_phase = Phase::Closing;
        fp_device_close(m_device, nullptr, &closed, this);
        return;
    case Phase::Closing:
        return;
    }
}

// A device that was unplugged closes with the error REMOVED, and is closed all the same.
void ScannerService::closed(GObject *device, GAsyncResult *result, gpointer service)
{
    ScannerService &s = *self(service);
    g_autoptr(GError) error = nullptr;
    if (!fp_device_close_finish(FP_DEVICE(device), result, &error) && error->code != FP_DEVICE_ERROR_REMOVED)
        s.fail(Action::Close, s.m_number, error);
    s.finishClosing();
}

void ScannerService::finishClosing()
{
    m_phase = Phase::Closed;
    m_closeWanted = false;
    releaseExclusive();
    if (m_device) {
        g_signal_handlers_disconnect_by_func(m_device, reinterpret_cast<gpointer>(&fingerStatusChanged), this);
        g_clear_object(&m_device);
        m_send(Closed{m_number});
    }
    if (const auto done = std::exchange(m_shutDownDone, nullptr))
        done();
}

void ScannerService::fail(Action action, quint32 number, const GError *error)
{
    m_send(Failure{
        .action = action,
        .number = number,
        .domain = QString::fromLatin1(g_quark_to_string(error->domain)),
        .code = error->code,
        .text = QString::fromUtf8(error->message),
    });
}

// The kernel gives the file back when the process dies, however it dies.
bool ScannerService::takeExclusive()
{
    if (m_exclusive.isEmpty())
        return true;
    m_exclusiveDescriptor = ::open(m_exclusive.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_exclusiveDescriptor >= 0 && ::flock(m_exclusiveDescriptor, LOCK_EX | LOCK_NB) == 0)
        return true;
    releaseExclusive();
    return false;
}

void ScannerService::releaseExclusive()
{
    if (const int descriptor = std::exchange(m_exclusiveDescriptor, -1); descriptor >= 0)
        ::close(descriptor);
}

// 0 for a device that is not there any more.
quint32 ScannerService::numberOf(FpDevice *device) const
{
    for (const auto &[number, known] : m_devices) {
        if (known == device)
            return number;
    }
    return 0;
}

} // namespace idcounter::fingerd

#include "tests/practice/virtualscanner.h"

#include <QFile>

#include <span>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// An armed device switches itself off after 180 s; a new context starts cold again.
constexpr qint64 coldMilliseconds = 120'000;

std::vector<int> scores;

// libfprint tells scores to its debug log only.
GLogWriterOutput readScore(GLogLevelFlags level, const GLogField *fields, gsize count, gpointer data)
{
    if (level != G_LOG_LEVEL_DEBUG)
        return g_log_writer_default(level, fields, count, data);
    for (const GLogField &field : std::span(fields, count)) {
        int score = 0;
        if (qstrcmp(field.key, "MESSAGE") == 0
            && std::sscanf(static_cast<const char *>(field.value), "score %d", &score) == 1)
            scores.push_back(score);
    }
    return G_LOG_WRITER_HANDLED;
}

void writeAll(int socket, const void *data, qsizetype size)
{
    const auto *bytes = static_cast<const char *>(data);
    while (size > 0) {
        const ssize_t written = ::write(socket, bytes, static_cast<std::size_t>(size));
        if (written <= 0)
            return;
        bytes += written;
        size -= written;
    }
}

// The driver's protocol: width and height, then the grey levels row by row.
void feed(int socket, const QImage &press)
{
    const qint32 head[] = {press.width(), press.height()};
    writeAll(socket, head, sizeof head);
    for (int y = 0; y < press.height(); ++y)
        writeAll(socket, press.constScanLine(y), press.width());
}

VirtualScanner::Print owned(FpPrint *print)
{
    return {print, [](FpPrint *last) {
                if (last)
                    g_object_unref(last);
            }};
}

} // namespace

VirtualScanner::VirtualScanner()
{
    // The writer can be set once in a process.
    static const bool listens = [] {
        g_log_set_writer_func(readScore, nullptr, nullptr);
        return true;
    }();
    Q_UNUSED(listens)
    qputenv("FP_VIRTUAL_IMAGE", QFile::encodeName(m_folder.filePath(u"scanner"_s)));
    open();
}

VirtualScanner::~VirtualScanner()
{
    close();
    qunsetenv("FP_VIRTUAL_IMAGE");
}

void VirtualScanner::open()
{
    m_context = fp_context_new();
    GPtrArray *devices = fp_context_get_devices(m_context);
    for (guint i = 0; devices && i < devices->len && !m_device; ++i) {
        auto *device = FP_DEVICE(g_ptr_array_index(devices, i));
        if (qstrcmp(fp_device_get_driver(device), "virtual_image") == 0)
            m_device = FP_DEVICE(g_object_ref(device));
    }
    g_autoptr(GError) error = nullptr;
    if (!m_device || !fp_device_open_sync(m_device, nullptr, &error)) {
        m_problem = error ? QString::fromUtf8(error->message) : u"libfprint has no virtual scanner"_s;
        return;
    }
    g_signal_connect_swapped(m_device, "notify::finger-status",
                             G_CALLBACK(+[](VirtualScanner *scanner) { scanner->feedWhenAsked(); }), this);
    connectFeeder();
    m_sinceCold.start();
}

void VirtualScanner::close()
{
    if (m_feeder.joinable())
        m_feeder.join();
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    if (m_device) {
        g_signal_handlers_disconnect_by_data(m_device, this);
        if (fp_device_is_open(m_device))
            fp_device_close_sync(m_device, nullptr, nullptr);
    }
    g_clear_object(&m_device);
    g_clear_object(&m_context);
}

void VirtualScanner::connectFeeder()
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, qgetenv("FP_VIRTUAL_IMAGE").constData(), sizeof address.sun_path);
    m_socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        m_problem = u"the virtual scanner does not listen"_s;
}

void VirtualScanner::feedWhenAsked()
{
    // Needed and present would be the finger that is already being read.
    if (fp_device_get_finger_status(m_device) != FP_FINGER_STATUS_NEEDED || m_press.isNull())
        return;
    if (m_feeder.joinable())
        m_feeder.join();
    m_feeder = std::thread(feed, m_socket, m_press);
}

// Runs an action that waits for presses, on a cold device. False when the press could not be read.
template<typename Action>
bool VirtualScanner::run(const QImage &press, Action action)
{
    if (m_sinceCold.elapsed() > coldMilliseconds) {
        close();
        open();
    }
    m_press = press;
    g_autoptr(GError) error = nullptr;
    const bool done = m_problem.isEmpty() && action(&error);
    m_press = {};
    if (error && error->domain != FP_DEVICE_RETRY)
        m_problem = QString::fromUtf8(error->message);
    return done;
}

VirtualScanner::Print VirtualScanner::scan(const QImage &press)
{
    g_autoptr(GPtrArray) nobody = g_ptr_array_new();
    FpPrint *seen = nullptr;
    run(press, [&](GError **error) {
        return fp_device_identify_sync(m_device, nobody, nullptr, nullptr, nullptr, nullptr, &seen, error);
    });
    return owned(seen);
}

VirtualScanner::Print VirtualScanner::enrol(const QImage &press)
{
    FpPrint *learnt = nullptr;
    run(press, [&](GError **error) {
        learnt = fp_device_enroll_sync(m_device, fp_print_new(m_device), nullptr, nullptr, nullptr, error);
        return learnt != nullptr;
    });
    return owned(learnt);
}

VirtualScanner::Answer VirtualScanner::verify(const Print &print, const QImage &press)
{
    gboolean same = FALSE;
    const bool done = run(press, [&](GError **error) {
        return fp_device_verify_sync(m_device, print.get(), nullptr, nullptr, nullptr, &same, nullptr, error);
    });
    if (!done)
        return Answer::Unread;
    return same ? Answer::Same : Answer::Different;
}

VirtualScanner::Answer VirtualScanner::identify(const std::vector<Print> &prints, const QImage &press)
{
    g_autoptr(GPtrArray) gallery = g_ptr_array_new();
    for (const Print &print : prints)
        g_ptr_array_add(gallery, print.get());
    g_autoptr(FpPrint) match = nullptr;
    const bool done = run(press, [&](GError **error) {
        return fp_device_identify_sync(m_device, gallery, nullptr, nullptr, nullptr, &match, nullptr, error);
    });
    if (!done)
        return Answer::Unread;
    return match ? Answer::Same : Answer::Different;
}

QList<QPointF> VirtualScanner::minutiae(const QImage &press)
{
    g_autoptr(FpImage) image = nullptr;
    run(press, [&](GError **error) {
        image = fp_device_capture_sync(m_device, TRUE, nullptr, error);
        return image != nullptr;
    });
    QList<QPointF> points;
    const GPtrArray *found = image != nullptr ? fp_image_get_minutiae(image) : nullptr;
    for (guint i = 0; found != nullptr && i < found->len; ++i) {
        gint x = 0;
        gint y = 0;
        fp_minutia_get_coords(static_cast<FpMinutia *>(g_ptr_array_index(found, i)), &x, &y);
        points.append(QPointF(x, y));
    }
    return points;
}

std::vector<int> VirtualScanner::takeScores()
{
    return std::exchange(scores, {});
}

} // namespace idcounter

// Stands in for idcounter-fingerd where the real one cannot be made to misbehave. What it does wrong is named by the
// variable IDCOUNTER_FAKE_FINGERD. Its start and every request that it reads become a line of the file that
// IDCOUNTER_FAKE_FINGERD_LOG names; SIGUSR1 plugs a scanner in that was unplugged.

#include "devices/fingerd/fingerprotocol.h"

#include <csignal>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace idcounter::fingerd;
using namespace Qt::StringLiterals;

static constexpr auto deviceDomain = "fp - device - error - quark"_L1;
static constexpr auto usbDomain = "g-usb-device-error-quark"_L1;
static constexpr qint32 isGone = 256; // FP_DEVICE_ERROR_REMOVED

static bool isClosing = false; // the scanner that was unplugged

static void say(const QByteArray &bytes)
{
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        ::_exit(1);
}

static void note(const QByteArray &line)
{
    const int log = ::open(qgetenv("IDCOUNTER_FAKE_FINGERD_LOG").constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC,
                           S_IRUSR | S_IWUSR);
    if (log < 0)
        return;
    if (::write(log, (line + '\n').constData(), static_cast<size_t>(line.size() + 1)) < 0)
        ::_exit(1);
    ::close(log);
}

static QByteArray added(quint32 device, const QString &driver = u"virtual_image"_s)
{
    return encode(DeviceAdded{.device = device, .driver = driver, .model = u"Fake"_s, .id = {}});
}

static QByteArray failure(Action action, quint32 number, QLatin1StringView domain, qint32 code)
{
    return encode(Failure{.action = action, .number = number, .domain = domain, .code = code, .text = u"no"_s});
}

static const QByteArray comesBack = added(2);

static void plugIn(int)
{
    say(comesBack);
}

static void sayOften(const Message &message)
{
    for (int i = 0; i < 1000; ++i)
        say(encode(message));
}

static void greet(const QByteArray &fault)
{
    if (fault == "version") {
        QByteArray hello = encode(Hello{Station::Practice});
        hello[4] = protocolVersion + 1;
        say(hello);
        return;
    }
    if (fault != "hello")
        say(encode(Hello{fault == "station" ? Station::Real : Station::Practice}));
    if (fault == "garbage")
        say(QByteArray(64, '\x5a'));
    else if (fault == "oversized")
        say(QByteArray("\x7f\xff\xff\xff\x01\x07", 6));
    else if (fault == "type")
        say(QByteArray("\0\0\0\2\x01\x77", 6));
    else if (fault == "direction")
        say(encode(Hello{Station::Practice}));
    else if (fault == "truncated") {
        say(encode(Opened{1}).chopped(2));
        ::_exit(0);
    }
    say(added(1, fault == "driver" ? u"elan"_s : u"virtual_image"_s));
    say(encode(Enumerated{}));
}

static void open(const QByteArray &fault, quint32 device)
{
    const auto refuse
        = [device](QLatin1StringView domain, qint32 code) { say(failure(Action::Open, device, domain, code)); };
    const bool isFirst = device == 1;
    if (fault == "deaf")
        return;
    if (fault == "busy" || isClosing) {
        refuse(deviceDomain, 4);
    } else if (fault == "usb busy") {
        refuse(usbDomain, 10);
    } else if (fault == "claimed") {
        refuse(usbDomain, 8);
    } else if (fault == "forbidden") {
        refuse(usbDomain, 9);
    } else if (fault == "gone while opening" && isFirst) {
        say(encode(DeviceRemoved{device}));
        refuse(deviceDomain, isGone);
        say(encode(Closed{device}));
    } else if (fault == "gone before opening" && isFirst) { // nothing was opened, and nothing is closed
        say(encode(DeviceRemoved{device}));
        refuse(deviceDomain, isGone);
    } else if (fault == "gone, seen late" && isFirst) {
        refuse(usbDomain, 4);
        say(encode(Closed{device}));
        say(encode(DeviceRemoved{device}));
    } else if (fault == "gone, yet opened" && isFirst) {
        say(encode(DeviceRemoved{device}));
        say(encode(Opened{device}));
        say(encode(Closed{device}));
    } else {
        if (fault == "storm")
            sayOften(Retry{0, RetryReason::TooShort}); // of no press
        say(encode(Opened{device}));
    }
}

static void arm(const QByteArray &fault, quint32 press)
{
    const bool isFirst = press == 1;
    if (isFirst && (fault == "closes late" || fault == "never closes")) {
        isClosing = true;
        say(encode(DeviceRemoved{1}));
        if (fault == "closes late")
            say(comesBack);
        say(failure(Action::Capture, press, deviceDomain, isGone));
        return;
    }
    if (fault == "storm") // of the press before, which has ended, or of this one
        sayOften(Retry{1, RetryReason::TooShort});
    say(encode(Image{.press = press,
                     .width = 1,
                     .height = 1,
                     .dotsPerCentimetre = quint16(fault == "scale" ? 100 : 197),
                     .grey = "x"}));
}

static void ping(const QByteArray &fault)
{
    say(encode(Pong{}));
    if (fault == "closes late" && std::exchange(isClosing, false))
        say(encode(Closed{1}));
}

static void answer(const QByteArray &fault, const Message &message)
{
    if (std::holds_alternative<Ping>(message)) {
        note("ping");
        ping(fault);
    } else if (const auto *opening = std::get_if<Open>(&message)) {
        note("open");
        open(fault, opening->device);
    } else if (const auto *arming = std::get_if<Arm>(&message)) {
        note("arm");
        arm(fault, arming->press);
    }
}

// The application has closed the scanner.
static void end(const QByteArray &fault)
{
    while (fault == "never ends")
        ::pause();
    if (fault == "gone while closing") {
        say(encode(DeviceRemoved{1}));
        say(failure(Action::Close, 1, deviceDomain, isGone));
        say(encode(Closed{1}));
    }
}

int main()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGUSR1, &plugIn);
    const QByteArray fault = qgetenv("IDCOUNTER_FAKE_FINGERD");
    note("start");
    greet(fault);
    Decoder decoder;
    char buffer[4096];
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0) {
            end(fault);
            return 0;
        }
        decoder.append(QByteArray(buffer, count));
        while (const auto message = decoder.next())
            answer(fault, *message);
    }
}

// Stands in for idcounter-fingerd where the real one cannot be made to misbehave. What it does wrong is named by the
// variable IDCOUNTER_FAKE_FINGERD.

#include "devices/fingerd/fingerprotocol.h"

#include <unistd.h>

using namespace idcounter::fingerd;
using namespace Qt::StringLiterals;

static void say(const QByteArray &bytes)
{
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) != bytes.size())
        ::_exit(1);
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
    say(encode(DeviceAdded{
        .device = 1, .driver = fault == "driver" ? u"elan"_s : u"virtual_image"_s, .model = u"Fake"_s, .id = {}}));
    say(encode(Enumerated{}));
}

static void answer(const QByteArray &fault, const Message &message)
{
    const auto refusal = [](const QString &domain, qint32 code) {
        return encode(Failure{.action = Action::Open, .number = 1, .domain = domain, .code = code, .text = u"no"_s});
    };
    if (std::holds_alternative<Ping>(message))
        say(encode(Pong{}));
    if (std::holds_alternative<Arm>(message) && fault == "scale")
        say(encode(Image{.press = 1, .width = 1, .height = 1, .dotsPerCentimetre = 100, .grey = "x"}));
    if (!std::holds_alternative<Open>(message) || fault == "deaf")
        return;
    if (fault == "busy")
        say(refusal(u"fp - device - error - quark"_s, 4));
    else if (fault == "usb busy")
        say(refusal(u"g-usb-device-error-quark"_s, 10));
    else if (fault == "claimed")
        say(refusal(u"g-usb-device-error-quark"_s, 8));
    else if (fault == "forbidden")
        say(refusal(u"g-usb-device-error-quark"_s, 9));
    else
        say(encode(Opened{1}));
}

int main()
{
    const QByteArray fault = qgetenv("IDCOUNTER_FAKE_FINGERD");
    greet(fault);
    Decoder decoder;
    char buffer[4096];
    for (;;) {
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            return 0;
        decoder.append(QByteArray(buffer, count));
        while (const auto message = decoder.next())
            answer(fault, *message);
    }
}

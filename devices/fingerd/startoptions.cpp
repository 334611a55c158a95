#include "devices/fingerd/startoptions.h"

#include "devices/fingerd/scannermodels.h"

namespace idcounter::fingerd {

std::optional<StartOptions> StartOptions::parse(std::span<char *const> arguments)
{
    const auto at = [&](size_t i) { return i < arguments.size() ? QByteArray(arguments[i]) : QByteArray(); };
    if (at(1) != "--station")
        return {};
    if (at(2) == "real" && arguments.size() == 3)
        return StartOptions{.station = Station::Real, .socketPath = {}};
    if (at(2) == "test" && arguments.size() == 3)
        return StartOptions{.station = Station::Test, .socketPath = {}};
    if (at(2) == "practice" && at(3) == "--socket" && !at(4).isEmpty() && arguments.size() == 5)
        return StartOptions{.station = Station::Practice, .socketPath = at(4)};
    return {};
}

void prepareEnvironment(const StartOptions &options)
{
    if (options.station == Station::Test)
        return;
    // G_DEBUG can make every warning of a driver the end of the process; G_MESSAGES_DEBUG makes libfprint print match scores.
    for (const char *variable : {"FP_VIRTUAL_IMAGE", "FP_VIRTUAL_DEVICE", "FP_VIRTUAL_DEVICE_IDENT",
                                 "FP_VIRTUAL_DEVICE_STORAGE", "FP_DEVICE_EMULATION", "G_DEBUG", "G_MESSAGES_DEBUG"})
        qunsetenv(variable);
    if (options.station == Station::Real) {
        qputenv("FP_DRIVERS_WHITELIST", realDrivers());
    } else {
        qputenv("FP_DRIVERS_WHITELIST", virtualDriver);
        qputenv("FP_VIRTUAL_IMAGE", options.socketPath);
    }
}

} // namespace idcounter::fingerd

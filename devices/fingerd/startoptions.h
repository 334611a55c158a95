#pragma once

#include "devices/fingerd/fingerprotocol.h"

#include <optional>
#include <span>

namespace idcounter::fingerd {

// How the process was started: --station real|practice|test, and for practice --socket PATH.
struct StartOptions
{
    Station station;
    QByteArray socketPath; // where the virtual scanner listens; empty unless Practice

    // Nothing when the arguments are not exactly these.
    static std::optional<StartOptions> parse(std::span<char *const> arguments);
};

// Sets what libfprint reads from the environment, so that the station alone decides which devices there are. A virtual
// scanner takes any image from a socket, and one variable would turn a real station into one that does. To be called
// before libfprint is touched and before there is a second thread.
void prepareEnvironment(const StartOptions &options);

} // namespace idcounter::fingerd

// idcounter-fingerd: the process that owns libfprint, so that a driver that crashes, hangs or aborts on damaged data does
// not take the form with it that the officer is filling in. libfprint needs the default GMainContext; it hangs in a QThread
// and without GLib's dispatcher, and so this process has no Qt event loop at all.
//
// It speaks over its own stdin and stdout: nobody else can connect to a pipe, there is no name to collide or to be left
// behind, and the end of the application is the end of the file.

#include "devices/fingerd/messagechannel.h"
#include "devices/fingerd/scannerservice.h"
#include "devices/fingerd/startoptions.h"

#include <csignal>
#include <cstdio>

#include <sys/prctl.h>
#include <unistd.h>

using namespace idcounter::fingerd;

namespace {

// With the thread that started it, that is: the application starts it from its main thread. The end of stdin says the
// same in a friendlier way, but not to a process that hangs.
void endWithParent()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::signal(SIGPIPE, SIG_IGN);
}

// Libraries that print to stdout must not print into the messages.
int keepStdoutForMessages()
{
    const int descriptor = ::dup(STDOUT_FILENO);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    return descriptor;
}

gboolean quit(gpointer loop)
{
    g_main_loop_quit(static_cast<GMainLoop *>(loop));
    return G_SOURCE_REMOVE;
}

} // namespace

int main(int argc, char *argv[])
{
    const auto options = StartOptions::parse({argv, static_cast<size_t>(argc)});
    if (!options) {
        std::fputs("usage: idcounter-fingerd --station real|test\n"
                   "       idcounter-fingerd --station practice --socket PATH\n"
                   "Started by ID Counter; speaks over stdin and stdout.\n",
                   stderr);
        return 2;
    }
    endWithParent();
    const int output = keepStdoutForMessages();
    prepareEnvironment(*options);

    constexpr guint patience = 1000; // ms for closing the device
    GMainLoop *loop = g_main_loop_new(nullptr, FALSE);
    ScannerService *service = nullptr;
    bool ended = false;
    int exitCode = 0;
    MessageChannel channel(STDIN_FILENO, output,
                           {
                               .received =
                                   [&](const Message &message) {
                                       if (!service->handle(message))
                                           channel.end("MessageUnexpected");
                                   },
                               .ended =
                                   [&](const QByteArray &reason) {
                                       if (!reason.isEmpty()) {
                                           std::fprintf(stderr, "idcounter-fingerd: %s\n", reason.constData());
                                           exitCode = 3;
                                       }
                                       ended = true;
                                       g_timeout_add(patience, &quit, loop);
                                       service->shutDown([&] { quit(loop); });
                                   },
                           });
    ScannerService scanners([&](const Message &message) { channel.send(message); },
                            options->socketPath.isEmpty() ? QByteArray() : options->socketPath + ".lock");
    service = &scanners;
    channel.send(Hello{options->station});
    if (!ended)
        scanners.enumerate();
    if (!ended)
        g_main_loop_run(loop);
    g_main_loop_unref(loop);
    return exitCode;
}

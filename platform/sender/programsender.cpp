#include "platform/sender/programsender.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QProcess>

#include <csignal>
#include <linux/close_range.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int mostWaiting = 200; // codes
constexpr qint64 codeLives = 5 * 60000; // milliseconds
constexpr qint64 restAfterFailure = 30000;

SendResult resultOf(int exitCode)
{
    switch (exitCode) {
    case 0:
        return SendResult::Sent;
    case 10:
        return SendResult::Delivered;
    case 11:
        return SendResult::FailedPermanent;
    case 12:
        return SendResult::FailedTemporary;
    default:
        return SendResult::FailedTechnical;
    }
}

// In the child: a group of its own, so that all of it can be killed, and none of the platform's files and connections.
void standAlone()
{
    ::setpgid(0, 0);
    constexpr unsigned firstOfOurs = 3;
    ::syscall(SYS_close_range, firstOfOurs, ~0U, CLOSE_RANGE_CLOEXEC);
}

} // namespace

Result<std::unique_ptr<ProgramSender>> ProgramSender::create(const SenderProgram &program, Clock clock)
{
    const QFileInfo file(program.path);
    if (!file.isAbsolute() || !file.isFile() || !file.isExecutable())
        return Error{Error::Code::PlatformNotSet, u"sender/program is not a program: "_s + program.path};
    return std::unique_ptr<ProgramSender>(new ProgramSender(program, std::move(clock)));
}

ProgramSender::ProgramSender(SenderProgram program, Clock clock)
    : m_program(std::move(program))
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(m_program.atOnce);
}

ProgramSender::~ProgramSender()
{
    m_isOver = true;
    m_pool.clear();
    m_pool.waitForDone();
}

SendResult ProgramSender::send(const QString &phone, const QString &text)
{
    const SendResult result = run(phone.toUtf8() + '\n' + text.toUtf8() + '\n');
    keep(result);
    return result;
}

bool ProgramSender::sendSoon(const QString &phone, const QString &text)
{
    if (!isWorking() || m_waiting >= mostWaiting)
        return false;
    ++m_waiting;
    const qint64 latest = m_clock().toMSecsSinceEpoch() + codeLives;
    m_pool.start([this, phone, text, latest] {
        --m_waiting;
        if (!m_isOver && m_clock().toMSecsSinceEpoch() < latest)
            send(phone, text);
    });
    return true;
}

bool ProgramSender::isWorking() const
{
    return m_clock().toMSecsSinceEpoch() >= m_brokenUntil;
}

void ProgramSender::keep(SendResult result)
{
    const bool isBroken = result == SendResult::FailedTechnical;
    m_brokenUntil = isBroken ? m_clock().toMSecsSinceEpoch() + restAfterFailure : 0;
}

SendResult ProgramSender::run(const QByteArray &input) const
{
    QProcess process;
    process.setProgram(m_program.path);
    process.setWorkingDirectory(u"/"_s);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.setChildProcessModifier(standAlone);
    process.start();
    if (!process.waitForStarted()) {
        qWarning("sender: the program cannot be started");
        return SendResult::FailedTechnical;
    }
    const auto group = pid_t(process.processId());
    process.write(input);
    process.closeWriteChannel();
    const bool ended = hasEnded(process);
    ::kill(-group, SIGKILL); // also what it left behind
    if (!ended) {
        process.waitForFinished();
        qWarning("sender: the program was killed after its time limit");
        return SendResult::FailedTechnical;
    }
    const int code = process.exitCode();
    const SendResult result
        = process.exitStatus() == QProcess::NormalExit ? resultOf(code) : SendResult::FailedTechnical;
    if (result == SendResult::FailedTechnical)
        qWarning("sender: the program ended with %d", code);
    return result;
}

// Within the time limit, and while the sender lives.
bool ProgramSender::hasEnded(QProcess &process) const
{
    constexpr int slice = 50; // milliseconds
    QElapsedTimer running;
    running.start();
    while (process.state() != QProcess::NotRunning) {
        if (m_isOver || running.hasExpired(m_program.timeLimit.count()))
            return false;
        process.waitForFinished(slice);
    }
    return true;
}

} // namespace idcounter::platform

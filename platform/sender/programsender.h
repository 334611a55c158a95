#pragma once

#include "app/domain/clock.h"
#include "platform/service/messages.h"

#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <memory>

class QProcess;

namespace idcounter::platform {

// The program that sends texts, as the settings name it.
struct SenderProgram
{
    QString path; // absolute
    std::chrono::milliseconds timeLimit = std::chrono::seconds(20); // then it is killed, with what it started
    int atOnce = 4; // codes; notices go one after the other
};

// Sends texts by a program of the operator's, which knows the gateway (docs/PLATFORM.md, "Sending texts"). The telephone is
// the first line of what it reads, the text is the rest; neither stands in its arguments, in its environment, or in a log. What
// it writes is thrown away. Its exit code says how it went:
//   0 the gateway has taken it   10 it has reached the telephone   11 it never will   12 not now
// Anything else, a program that is not there, and one that was killed: FailedTechnical.
// Several threads may send at a time.
class ProgramSender final : public MessageSender
{
public:
    // Errors: PlatformNotSet, when there is no such program.
    static Result<std::unique_ptr<ProgramSender>> create(const SenderProgram &program, Clock clock);
    ~ProgramSender() override; // kills what is under way, and forgets what waits
    Q_DISABLE_COPY_MOVE(ProgramSender)

    // In a thread of Qt's.
    SendResult send(const QString &phone, const QString &text) override;
    // On a thread of its own, within five minutes or not at all.
    bool sendSoon(const QString &phone, const QString &text) override;
    // false for half a minute after a technical failure.
    bool isWorking() const override;

private:
    ProgramSender(SenderProgram program, Clock clock);
    SendResult run(const QByteArray &input) const;
    bool hasEnded(QProcess &process) const;
    void keep(SendResult result);

    const SenderProgram m_program;
    const Clock m_clock;
    std::atomic<bool> m_isOver = false;
    std::atomic<int> m_waiting = 0;
    std::atomic<qint64> m_brokenUntil = 0; // milliseconds since 1970
    QThreadPool m_pool;
};

} // namespace idcounter::platform

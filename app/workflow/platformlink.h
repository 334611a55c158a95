#pragma once

#include "app/workflow/counter.h"
#include "app/workflow/platformimport.h"
#include "app/workflow/platformsettings.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace idcounter {

// How the line to the platform is, as everybody at the counter sees it.
struct LineState
{
    enum class Kind { NotSet, Opening, Up, Down, Refused };

    Kind kind = Kind::NotSet;
    std::optional<Error> error; // of the last attempt, while it is down or refused
    QDateTime heardAt; // UTC; null: never
    int unsent = 0;
    QDateTime oldestUnsent; // UTC
    int refused = 0; // what the platform did not take: a person's task
    int tasks = 0; // others
    qint64 clockDiffers = 0; // seconds that this computer's clock is off, where that is more than two minutes

    friend bool operator==(const LineState &, const LineState &) = default;
};

// The line to the booking platform: asks what changed and applies it, sends what waits, and compares both sides at night. A line
// that is down for days stops nobody: what is decided waits in the outbox, one lane for each booking, and goes when it can; what
// the platform refuses becomes a task and holds up nothing else. Made at the log-in, when the keys are open.
class PlatformLink : public QObject
{
    Q_OBJECT

public:
    explicit PlatformLink(Counter counter, QObject *parent = nullptr);
    ~PlatformLink() override; // what is on its way arrives or is sent again
    Q_DISABLE_COPY_MOVE(PlatformLink)

    const LineState &state() const { return m_state; }

    // What a person must look at, the oldest first.
    const QList<PlatformTask> &tasks() const { return m_tasks; }
    void settle(const QUuid &task); // was looked at; who did is kept

    // Reads the settings and begins; again after they were changed.
    void open();
    // Asks and sends now, whatever was planned: "try now", the network is back, something was put into the outbox.
    void tryNow();
    void sendSoon(); // something new waits; what failed before keeps its time

    // A claim at the platform, while there is a line; without one the local claim has to do. Answers with BookingClaimed and
    // the colleague's name, or without an error.
    void claim(QObject *asker, const QString &kind, const LocalClaim &claim,
               std::function<void(const Result<void> &)> answered);
    void release(const QUuid &claim);

    // Bytes that a resource names. Without a line the answer is PlatformUnreachable, at once.
    void fetch(QObject *asker, const QString &target, std::function<void(const PlatformAnswer &)> answered);

Q_SIGNALS:
    void stateChanged();
    void itemsChanged(); // something was applied
    void answered(const QUuid &outgoing); // sent, or refused

private:
    using Pages = std::shared_ptr<QJsonArray>;
    struct Reconciling
    {
        QHash<QUuid, PlatformRepository::Known> before; // what we held when it began
        QHash<QUuid, QJsonObject> theirs; // kind, id, version
        bool isComplete = false;
        bool isAsked = false; // for what was told since
    };

    void setError(const PlatformAnswer &answer);
    void setKind(LineState::Kind kind, const std::optional<Error> &error = {});
    void askMeta();
    void ask();
    void askAgain(int milliseconds);
    void applyPage(const QJsonObject &page);
    void askSnapshot(const QString &page, const Pages &gathered);
    void applySnapshot(const QJsonObject &last, const Pages &gathered);
    bool reconcileIfDue(); // whether it began; the feed goes on after the platform has named its versions
    void askVersions(const QString &page);
    void compare();
    void askPayments(const QString &page, const Pages &gathered);
    void comparePayments(const QJsonObject &sums, const Pages &gathered);
    void countUnsent();
    void sendWaiting();
    void send(const Outgoing &outgoing);
    void finish(Outgoing outgoing, const PlatformAnswer &answer);
    int backOff() const;

    Counter m_counter;
    PlatformSettings m_settings;
    QList<OwnKeys> m_keys;
    std::unique_ptr<PlatformClient> m_client;
    PlatformCursor m_cursor;
    LineState m_state;
    QList<PlatformTask> m_tasks;
    QTimer m_askTimer;
    QTimer m_sendTimer;
    int m_failures = 0; // in a row
    bool m_isAsking = false;
    bool m_isLookingForUnsent = false;
    bool m_looksAgain = false;
    std::shared_ptr<Reconciling> m_reconciling; // while it is under way
    QSet<QUuid> m_lanes; // in which something is on its way
};

} // namespace idcounter

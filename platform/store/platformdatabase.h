#pragma once

#include "app/domain/clock.h"
#include "app/storage/database.h"

#include <QMutex>
#include <QWaitCondition>

#include <functional>
#include <optional>

namespace idcounter::platform {

// Where the platform keeps what it has: a SQLite file, or a PostgreSQL database.
struct DatabaseSettings
{
    QString driver = QStringLiteral("QSQLITE"); // or QPSQL
    QString name; // path of the file, or name of the database
    QString host; // of PostgreSQL; empty: the local socket
    int port = 5432;
    QString user;
    QString password;
};

// The platform's database. Any thread may use it; each has a connection of its own, which ends with the thread, or with this object. One
// writer at a time on SQLite, as its file wants it; on PostgreSQL writers go side by side.
class PlatformDatabase
{
public:
    // Makes the tables where there are none. Errors: those of a statement; SchemaTooNew; PlatformForeign, where a practice
    // platform was asked for and the database is a real one, or the other way round.
    static Result<std::unique_ptr<PlatformDatabase>> open(const DatabaseSettings &settings, bool practice);
    ~PlatformDatabase();
    Q_DISABLE_COPY_MOVE(PlatformDatabase)

    bool isPractice() const { return m_practice; }

    // Does work(connection), which returns a Result.
    template<typename Work>
    auto read(Work work) const
    {
        const auto there = connection();
        using Answer = std::invoke_result_t<Work, const QSqlDatabase &>;
        return there ? work(*there) : Answer(there.error());
    }

    // The same in one transaction, which is rolled back when the work fails. Work that met another writer's (StorageBusy) is
    // done again from its beginning, so it must have no effect elsewhere.
    template<typename Work>
    auto write(Work work) const
    {
        using Answer = std::invoke_result_t<Work, const QSqlDatabase &>;
        for (int attempt = 1;; ++attempt) {
            Answer done = writeOnce(work);
            if (done || done.error().code != Error::Code::StorageBusy || attempt == mostAttempts)
                return done;
            waitALittle(attempt);
        }
    }

    // A copy that other programs can open, while others go on writing; SQLite only. Errors: those of a statement.
    Result<void> copyTo(const QString &path) const;

private:
    static constexpr int mostAttempts = 30;

    PlatformDatabase(DatabaseSettings settings, bool practice)
        : m_settings(std::move(settings))
        , m_practice(practice)
    {
    }

    bool isSqlite() const { return m_settings.driver == QStringLiteral("QSQLITE"); }
    Result<QSqlDatabase> connection() const;
    Result<QSqlDatabase> connect(const QString &name) const;
    Result<void> prepare(const QSqlDatabase &connection) const;
    Result<void> makeTables(const QSqlDatabase &connection) const;
    // PostgreSQL cannot prepare what begins and ends a transaction or makes a table.
    Result<void> run(const QSqlDatabase &connection, const QString &sql) const;
    static void waitALittle(int attempt);
    static quint64 nextNumber();

    template<typename Work>
    auto writeOnce(Work &work) const
    {
        using Answer = std::invoke_result_t<Work, const QSqlDatabase &>;
        std::optional<Answer> done;
        const auto ended = writeThis([&](const QSqlDatabase &connection) {
            done.emplace(work(connection));
            return bool(*done);
        });
        return ended && done ? *std::move(done) : Answer(ended ? Error{Error::Code::StorageFailed, {}} : ended.error());
    }

    // Does work in a transaction that ends when it returns; work says whether what it did is to stay.
    using Writing = std::function<bool(const QSqlDatabase &)>;
    Result<void> writeThis(const Writing &work) const;
    Result<void> writeAlone(const Writing &work) const;
    // On SQLite whoever comes while another writes waits, and the first of those who waited writes for all of them: the disk is
    // waited for once. Each has a part of the transaction of its own, and only that is undone when it fails.
    struct Job;
    Result<void> writeTogether(const Writing &work) const;
    Result<void> writeAll(const QList<Job *> &jobs) const;

    const quint64 m_number = nextNumber();
    const DatabaseSettings m_settings;
    const bool m_practice;
    mutable QMutex m_mutex;
    mutable QWaitCondition m_written;
    mutable QList<Job *> m_waiting;
    mutable bool m_isWriting = false;
};

} // namespace idcounter::platform

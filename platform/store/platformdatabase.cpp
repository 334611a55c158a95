#include "platform/store/platformdatabase.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSqlError>
#include <QSqlQuery>
#include <QThread>
#include <QUuid>

#include <array>
#include <atomic>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int schemaNumber = 1;
constexpr std::array sqliteSettings{
    "PRAGMA journal_mode = WAL",   "PRAGMA synchronous = FULL",   "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
};

// The connections of one thread, by the database they belong to. They end with it: another thread may get its number.
struct OwnConnections
{
    QHash<quint64, QString> names;

    void end(quint64 database)
    {
        if (const QString name = names.take(database); !name.isEmpty())
            QSqlDatabase::removeDatabase(name);
    }
    ~OwnConnections()
    {
        for (const QString &name : std::as_const(names))
            QSqlDatabase::removeDatabase(name);
    }
};
thread_local OwnConnections ownConnections;

QString newEpoch()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

Result<std::unique_ptr<PlatformDatabase>> PlatformDatabase::open(const DatabaseSettings &settings, bool practice)
{
    std::unique_ptr<PlatformDatabase> database(new PlatformDatabase(settings, practice));
    const auto prepared
        = database->write([&](const QSqlDatabase &connection) { return database->prepare(connection); });
    if (!prepared)
        return prepared.error();
    return database;
}

PlatformDatabase::~PlatformDatabase()
{
    ownConnections.end(m_number);
}

quint64 PlatformDatabase::nextNumber()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

Result<void> PlatformDatabase::makeTables(const QSqlDatabase &connection) const
{
    QFile script(u":/platform/schema.sql"_s);
    if (!script.open(QIODevice::ReadOnly))
        return Error{Error::Code::StorageFailed, u"no schema"_s};
    const QStringList statements = QString::fromUtf8(script.readAll()).split(u";\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (auto done = run(connection, statement); !done)
            return done;
    }
    return Statement(connection,
                     u"INSERT INTO platform (one, schema_no, practice, epoch, next) VALUES (1, ?, ?, ?, 1)"_s)
        .with(QVariantList{schemaNumber, m_practice ? 1 : 0, newEpoch()})
        .run();
}

Result<void> PlatformDatabase::run(const QSqlDatabase &connection, const QString &sql) const
{
    if (isSqlite())
        return Statement(connection, sql).run();
    QSqlQuery query(connection);
    if (query.exec(sql))
        return {};
    const QString code = query.lastError().nativeErrorCode();
    const bool isBusy = code == "40001"_L1 || code == "40P01"_L1; // serialization, deadlock
    return Error{isBusy ? Error::Code::StorageBusy : Error::Code::StorageFailed,
                 code + u' ' + query.lastError().text()};
}

Result<void> PlatformDatabase::prepare(const QSqlDatabase &connection) const
{
    if (!connection.tables().contains(u"platform"_s)) {
        if (auto made = makeTables(connection); !made)
            return made;
    }
    Statement head(connection, u"SELECT schema_no, practice FROM platform"_s);
    if (auto read = head.run(); !read)
        return read;
    if (!head.next())
        return Error{Error::Code::StorageFailed, u"no platform"_s};
    if (head.number(0) > schemaNumber)
        return Error{Error::Code::SchemaTooNew, head.text(0)};
    if ((head.number(1) == 1) != m_practice)
        return Error{Error::Code::PlatformForeign, u"database"_s};
    return {};
}

Result<QSqlDatabase> PlatformDatabase::connection() const
{
    QString name = ownConnections.names.value(m_number);
    if (!name.isEmpty()) {
        const QSqlDatabase there = QSqlDatabase::database(name, false);
        if (there.isOpen())
            return there;
        ownConnections.end(m_number);
    }
    name = QUuid::createUuid().toString();
    ownConnections.names.insert(m_number, name);
    return connect(name);
}

Result<QSqlDatabase> PlatformDatabase::connect(const QString &name) const
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(m_settings.driver, name);
    connection.setDatabaseName(m_settings.name);
    if (isSqlite()) {
        connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    } else {
        connection.setHostName(m_settings.host);
        connection.setPort(m_settings.port);
        connection.setUserName(m_settings.user);
        connection.setPassword(m_settings.password);
        connection.setConnectOptions(u"connect_timeout=5"_s);
    }
    if (!connection.open())
        return Error{Error::Code::StorageFailed, connection.lastError().nativeErrorCode()};
    if (isSqlite()) {
        for (const char *setting : sqliteSettings) {
            if (const auto done = run(connection, QLatin1StringView(setting)); !done)
                return done.error();
        }
    }
    return connection;
}

struct PlatformDatabase::Job
{
    const Writing &work;
    bool isOver = false;
    Result<void> ended;
};

Result<void> PlatformDatabase::writeThis(const Writing &work) const
{
    return isSqlite() ? writeTogether(work) : writeAlone(work);
}

Result<void> PlatformDatabase::writeAlone(const Writing &work) const
{
    const auto there = connection();
    if (!there)
        return there.error();
    if (auto begun = run(*there, u"BEGIN"_s); !begun)
        return begun;
    const bool isDone = work(*there);
    const auto ended = isDone ? run(*there, u"COMMIT"_s) : Result<void>();
    if (!isDone || !ended) [[maybe_unused]]
        const auto rolledBack = run(*there, u"ROLLBACK"_s);
    return ended;
}

Result<void> PlatformDatabase::writeTogether(const Writing &work) const
{
    Job job{.work = work};
    QMutexLocker lock(&m_mutex);
    m_waiting << &job;
    while (m_isWriting && !job.isOver)
        m_written.wait(&m_mutex);
    if (job.isOver)
        return job.ended;
    m_isWriting = true;
    const QList<Job *> jobs = std::exchange(m_waiting, {});
    lock.unlock();
    const auto ended = writeAll(jobs);
    lock.relock();
    for (Job *one : jobs) {
        one->ended = ended;
        one->isOver = true;
    }
    m_isWriting = false;
    m_written.wakeAll();
    return ended;
}

Result<void> PlatformDatabase::writeAll(const QList<Job *> &jobs) const
{
    const auto there = connection();
    if (!there)
        return there.error();
    if (auto begun = run(*there, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<void> ended;
    for (const Job *job : jobs) {
        ended = run(*there, u"SAVEPOINT job"_s);
        if (!ended)
            break;
        bool isDone = false;
        try {
            isDone = job->work(*there);
        } catch (const std::exception &) { // for want of memory
            ended = Error{Error::Code::StorageFailed, u"memory"_s};
            break;
        }
        ended = run(*there, isDone ? u"RELEASE job"_s : u"ROLLBACK TO job"_s);
        if (!ended)
            break;
    }
    if (ended)
        ended = run(*there, u"COMMIT"_s);
    if (!ended) [[maybe_unused]]
        const auto rolledBack = run(*there, u"ROLLBACK"_s);
    return ended;
}

void PlatformDatabase::waitALittle(int attempt)
{
    constexpr int longest = 50; // milliseconds
    QThread::msleep(QRandomGenerator::global()->bounded(1u, quint32(std::min(longest, 2 * attempt) + 1)));
}

Result<void> PlatformDatabase::copyTo(const QString &path) const
{
    return read([&](const QSqlDatabase &connection) -> Result<void> {
        return Statement(connection, u"VACUUM INTO ?"_s).with(QVariantList{path}).run();
    });
}

} // namespace idcounter::platform

#include "app/storage/database.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// FULL, because NORMAL loses acknowledged records at a power cut and is no faster. mmap off, so that a damaged page is an
// error and not a signal.
constexpr std::array settings{
    "PRAGMA journal_mode = WAL",   "PRAGMA synchronous = FULL",   "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON", "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -65536",
};

// SQLite's text says little ("Unable to fetch row"); the low byte of its result code says what happened.
// PostgreSQL says it by five characters (SQLSTATE).
Error::Code meaningOf(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    if (code == "40001"_L1 || code == "40P01"_L1) // serialization, deadlock: somebody else was at it
        return Error::Code::StorageBusy;
    if (code == "53100"_L1)
        return Error::Code::StorageFull;
    if (code.size() == 5)
        return Error::Code::StorageFailed;
    switch (code.toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Error::Code::StorageBusy;
    case 8: // SQLITE_READONLY
        return Error::Code::StorageReadOnly;
    case 13: // SQLITE_FULL
        return Error::Code::StorageFull;
    }
    return Error::Code::StorageFailed;
}

Result<void> run(const QSqlDatabase &connection, const QString &sql)
{
    return Statement(connection, sql).run();
}

// Statements end with a semicolon and an empty line.
Result<void> runScript(const QSqlDatabase &connection, const QString &path)
{
    QFile script(path);
    if (!script.open(QIODevice::ReadOnly))
        return Error{Error::Code::StorageFailed, script.errorString()};
    const QStringList statements = QString::fromUtf8(script.readAll()).split(u";\n\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (auto result = run(connection, statement); !result)
            return result;
    }
    return {};
}

// Qt would store a text without characters as NULL.
QVariant storable(const QVariant &value)
{
    const bool emptyText = value.typeId() == QMetaType::QString && !value.isNull() && value.toString().isEmpty();
    return emptyText ? QVariant(u""_s) : value;
}

QStringList scripts()
{
    return QDir(u":/schema"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

} // namespace

Statement::Statement(const QSqlDatabase &connection, const QString &sql)
    : m_query(connection)
{
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(sql);
}

Statement &Statement::with(const QString &placeholder, const QVariant &value)
{
    m_query.bindValue(placeholder, storable(value));
    return *this;
}

Statement &Statement::with(const QVariantList &values)
{
    for (const QVariant &value : values)
        m_query.addBindValue(storable(value));
    return *this;
}

Result<void> Statement::run()
{
    if (m_prepared && m_query.exec())
        return {};
    const QSqlError error = m_query.lastError();
    m_query.finish();
    return Error{meaningOf(error), error.nativeErrorCode() + u' ' + error.text()};
}

Result<void> Statement::ended() const
{
    const QSqlError error = m_query.lastError();
    if (error.type() == QSqlError::NoError)
        return {};
    return Error{meaningOf(error), error.nativeErrorCode() + u' ' + error.text()};
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, std::chrono::milliseconds patience)
{
    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString()));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connectionName);
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(patience.count()));
    if (!connection.open())
        return Error{meaningOf(connection.lastError()), connection.lastError().nativeErrorCode()};
    for (const char *setting : settings) {
        if (const auto result = run(connection, QLatin1StringView(setting)); !result)
            return result.error();
    }
    if (const auto result = database->migrate(); !result)
        return result.error();
    return database;
}

Database::~Database()
{
    connection().close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<int> Database::schemaVersion() const
{
    if (!connection().tables().contains(u"schema_version"_s))
        return 0;
    Statement statement(connection(), u"SELECT COALESCE(MAX(version), 0) FROM schema_version"_s);
    if (const auto result = statement.run(); !result)
        return result.error();
    statement.next();
    return int(statement.number(0));
}

Result<void> Database::begin() const
{
    return run(connection(), u"BEGIN IMMEDIATE"_s);
}

Result<void> Database::end(bool commit) const
{
    Result<void> result;
    if (commit)
        result = run(connection(), u"COMMIT"_s);
    if (!commit || !result) [[maybe_unused]]
        const auto rolledBack = run(connection(), u"ROLLBACK"_s);
    return result;
}

Result<void> Database::migrate()
{
    const auto version = schemaVersion();
    if (!version)
        return version.error();
    if (*version > scripts().size())
        return Error{Error::Code::SchemaTooNew, QString::number(*version)};
    if (*version == scripts().size())
        return {};
    return write([this] { return runPending(); });
}

// One transaction for all pending scripts: two programs that start at once do not both run them.
Result<void> Database::runPending() const
{
    if (auto result = run(connection(),
                          u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, "
                          "applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)"_s);
        !result)
        return result;
    const auto version = schemaVersion();
    if (!version)
        return version.error();
    const QStringList names = scripts();
    for (int next = *version; next < names.size(); ++next) {
        if (auto result = runScript(connection(), u":/schema/"_s + names[next]); !result)
            return result;
        const QString record = u"INSERT INTO schema_version (version) VALUES (%1)"_s.arg(next + 1);
        if (auto result = run(connection(), record); !result)
            return result;
    }
    return {};
}

Result<QStringList> Database::integrityProblems() const
{
    QStringList problems;
    for (const QString &pragma : {u"PRAGMA integrity_check"_s, u"PRAGMA foreign_key_check"_s}) {
        Statement statement(connection(), pragma);
        if (const auto result = statement.run(); !result)
            return result.error();
        while (statement.next()) {
            if (statement.text(0) != u"ok")
                problems << statement.text(0);
        }
        if (const auto result = statement.ended(); !result)
            return result.error();
    }
    return problems;
}

Result<void> Database::copyTo(const QString &path) const
{
    if (QFile::exists(path))
        return Error{Error::Code::StorageFailed, u"the copy exists"_s};
    return Statement(connection(), u"VACUUM INTO :path"_s).with(u":path"_s, path).run();
}

} // namespace idcounter

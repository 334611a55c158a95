#pragma once

#include "app/domain/result.h"

#include <QDate>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <memory>
#include <type_traits>

namespace idcounter {

// One SQL statement with named values, or with question marks that are filled in order. Finished when it fails, because unfinished it would hold the WAL.
class Statement
{
public:
    Statement(const QSqlDatabase &connection, const QString &sql);

    Statement &with(const QString &placeholder, const QVariant &value);
    Statement &with(const QVariantList &values);

    // Errors: StorageBusy, StorageFull, StorageReadOnly, StorageFailed.
    Result<void> run();
    bool next() { return m_query.next(); }
    // After next() said no: whether the rows were at their end, or could not be read on.
    Result<void> ended() const;
    int changedRows() const { return m_query.numRowsAffected(); }

    QVariant value(int column) const { return m_query.value(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    QDate day(int column) const { return QDate::fromString(text(column), Qt::ISODate); }

private:
    QSqlQuery m_query;
    bool m_prepared;
};

// Owns one SQLite connection and brings its schema up to date when it is opened. Belongs to the thread that opened it.
class Database
{
public:
    // Errors: those of a statement; SchemaTooNew. Another program's write is waited for as long as patience lasts.
    static Result<std::unique_ptr<Database>> open(const QString &path,
                                                  std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    QSqlDatabase connection() const { return QSqlDatabase::database(m_connectionName); }
    // 0 for a file without a schema.
    Result<int> schemaVersion() const;

    // Does work, which returns a Result, in one transaction, and rolls it back when it fails. The write lock is taken
    // first, so that nothing is half done when it cannot be had.
    template<typename Work>
    std::invoke_result_t<Work> write(Work work)
    {
        if (const auto begun = begin(); !begun)
            return begun.error();
        auto done = work();
        if (const auto ended = end(bool(done)); !ended)
            return ended.error();
        return done;
    }

    // What SQLite finds wrong with the file itself; empty when nothing is. Reads the whole file.
    Result<QStringList> integrityProblems() const;

    // A consistent copy of the database in a new file, while others go on writing. Errors: those of a statement.
    Result<void> copyTo(const QString &path) const;

private:
    explicit Database(QString connectionName)
        : m_connectionName(std::move(connectionName))
    {
    }
    Result<void> begin() const;
    Result<void> end(bool commit) const;
    Result<void> migrate();
    Result<void> runPending() const;

    QString m_connectionName;
};

} // namespace idcounter

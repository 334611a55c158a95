#pragma once

#include "app/security/keyring.h"
#include "app/storage/database.h"
#include "app/storage/layout.h"

#include <functional>

namespace idcounter {

// What all repositories have: the connection they work on, in its thread, and the keys, which are open from the log-in on.
// Errors of every repository: those of a statement; RecordMissing; RecordAltered, with the table, where what is stored is
// not what was stored; RecordUnreadable, where it is and still cannot be read.
class Repository
{
public:
    Repository(const QSqlDatabase &connection, const KeyRing &keys)
        : m_connection(connection)
        , m_keys(keys)
    {
    }

    // Checks the MAC of every row of a table; how many there are.
    Result<qint64> verifyRows(const Layout &layout) const;

protected:
    static QString key(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }
    static QString day(QDate date) { return date.toString(Qt::ISODate); }

    // Where the sealed column of a row stands.
    static SealedPlace place(const Layout &layout, const QUuid &id, qint64 version = 1)
    {
        return {.table = layout.table, .column = layout.sealed, .row = id, .version = version};
    }

    Statement statement(const QString &sql) const { return {m_connection, sql}; }

    // Writes a row that is not there, or changes the one with its key; with its MAC. In a chain the MAC covers that of the
    // row before. Errors of update: RecordMissing.
    Result<void> insert(const Layout &layout, const QVariantList &open, const QVariantList &sealed = {},
                        const QByteArray &previousMac = {}) const;
    Result<void> update(const Layout &layout, const QVariantList &open, const QVariantList &sealed = {}) const;

    // A query for rows: open columns, sealed columns, MAC. condition is what follows the table, values its question marks.
    Statement select(const Layout &layout, const QString &condition, const QVariantList &values = {}) const;

    // What lies open in a row of such a query, as it was written.
    static QVariantList openIn(const Layout &layout, const Statement &row);

    static QByteArray macIn(const Layout &layout, const Statement &row);

    // Errors: RecordAltered.
    Result<void> check(const Layout &layout, const Statement &row, const QByteArray &previousMac = {}) const;

    // Hands every row that fits to take, after it was checked; ends with the first that fails.
    Result<void> forEach(const Layout &layout, const QString &condition, const QVariantList &values,
                         const std::function<Result<void>(const Statement &)> &take) const;

    // What make, which returns a Result, says of the rows that fit.
    template<typename Make>
    auto all(const Layout &layout, const QString &condition, const QVariantList &values, Make make) const
    {
        using Value = typename std::invoke_result_t<Make, const Statement &>::value_type;
        QList<Value> found;
        const auto done = forEach(layout, condition, values, [&](const Statement &row) -> Result<void> {
            auto made = make(row);
            if (!made)
                return made.error();
            found << *std::move(made);
            return {};
        });
        return done ? Result<QList<Value>>(std::move(found)) : Result<QList<Value>>(done.error());
    }

    // The same for one row. Errors: RecordMissing, with the key.
    template<typename Make>
    auto one(const Layout &layout, const QString &condition, const QVariantList &values, Make make) const
    {
        using Answer = std::invoke_result_t<Make, const Statement &>;
        auto found = all(layout, condition, values, make);
        if (!found)
            return Answer(found.error());
        return found->isEmpty() ? Answer(Error{Error::Code::RecordMissing, values.value(0).toString()})
                                : Answer(found->first());
    }

    // Whether a row with that value is there.
    Result<bool> exists(const Layout &layout, const QString &column, const QVariant &value) const;

    // Reads every row as make would, and keeps none: how many there are.
    template<typename Make>
    Result<qint64> countRead(const Layout &layout, Make make) const
    {
        qint64 count = 0;
        const auto done = forEach(layout, {}, {}, [&](const Statement &row) -> Result<void> {
            ++count;
            const auto made = make(row);
            return made ? Result<void>() : Result<void>(made.error());
        });
        return done ? Result<qint64>(count) : Result<qint64>(done.error());
    }

    QSqlDatabase m_connection;
    const KeyRing &m_keys;
};

} // namespace idcounter

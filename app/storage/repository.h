#pragma once

#include "app/security/keyring.h"
#include "app/storage/database.h"

namespace idcounter {

// What all repositories have: the connection they work on, in its thread, and the keys, which are open from the log-in on.
// Errors of every repository: those of a statement; RecordMissing; RecordAltered, where what is stored is not what was
// stored; RecordUnreadable, where it is and still cannot be read.
class Repository
{
public:
    Repository(const QSqlDatabase &connection, const KeyRing &keys)
        : m_connection(connection)
        , m_keys(keys)
    {
    }

protected:
    static QString key(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }
    static QString day(QDate date) { return date.toString(Qt::ISODate); }

    Statement statement(const QString &sql) const { return Statement(m_connection, sql); }

    // Errors: RecordAltered.
    Result<void> checkMac(const QByteArray &table, const QVariantList &columns, const QByteArray &mac) const
    {
        if (m_keys.rowMac(table, columns) != mac)
            return Error{Error::Code::RecordAltered, QString::fromLatin1(table)};
        return {};
    }

    QSqlDatabase m_connection;
    const KeyRing &m_keys;
};

} // namespace idcounter

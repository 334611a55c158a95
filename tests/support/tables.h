#pragma once

#include "app/domain/rules.h"

#include <QFile>

// The tables that the program ships, read from the source tree.
inline idcounter::Result<QByteArray> shippedTable(const QString &name)
{
    QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/tables/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return idcounter::Error{idcounter::Error::Code::TableMissing, name};
    return file.readAll();
}

// The shipped tables, of which one is replaced.
inline idcounter::TableSource shippedExcept(const QString &name, const QByteArray &csv)
{
    return [name, csv](const QString &asked) -> idcounter::Result<QByteArray> {
        if (asked == name)
            return csv;
        return shippedTable(asked);
    };
}

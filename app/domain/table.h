#pragma once

#include "app/domain/result.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>

namespace idcounter {

// The bytes of a code table by its file name ("fees.csv"): from the program's resources, or from a folder in which an
// administrator keeps newer ones. Errors: TableMissing.
using TableSource = std::function<Result<QByteArray>(const QString &name)>;

// A code table: comma-separated values (RFC 4180) in UTF-8 with a header line; lines that begin with # are remarks.
class Table
{
public:
    // One line of the table. A cell that is not what it is asked to be is an error that names line and column.
    class Row
    {
    public:
        QString text(const QString &column) const;
        Result<QString> required(const QString &column) const;
        Result<std::optional<int>> integer(const QString &column) const;
        Result<std::optional<double>> real(const QString &column) const;
        Result<QDate> date(const QString &column) const; // ISO; a null date where the cell is empty

        // What is wrong with a cell: TableInvalid, "fees.csv, line 12, column amount_fen: what".
        Error error(const QString &column, const QString &what) const;

    private:
        friend class Table;
        const Table *m_table = nullptr;
        qsizetype m_index = 0;
    };

    // Errors: TableInvalid (not UTF-8, a quote that does not end, a line with too few or too many cells, a column that is
    // missing), with line and column.
    static Result<Table> parse(const QByteArray &csv, const QString &name, const QStringList &columns);
    static Result<Table> load(const TableSource &source, const QString &name, const QStringList &columns);

    qsizetype size() const { return m_lines.size(); }
    Row row(qsizetype index) const;

    // Makes a value of every row; the first that cannot be made refuses the table.
    template<typename T>
    Result<QList<T>> map(const std::function<Result<T>(const Row &)> &make) const
    {
        QList<T> values;
        values.reserve(size());
        for (qsizetype index = 0; index < size(); ++index) {
            auto value = make(row(index));
            if (!value)
                return value.error();
            values.append(*std::move(value));
        }
        return values;
    }

private:
    struct Line
    {
        int number; // counted from 1, as an editor does
        QStringList cells;
    };

    QString m_name;
    QHash<QString, qsizetype> m_columns;
    QList<Line> m_lines;
};

} // namespace idcounter

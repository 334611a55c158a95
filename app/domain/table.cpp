#include "app/domain/table.h"

#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Error invalid(const QString &name, int line, const QString &column, const QString &what)
{
    return {Error::Code::TableInvalid, u"%1, line %2, column %3: %4"_s.arg(name).arg(line).arg(column, what)};
}

// Reads the cells of one record, which quoted line breaks may spread over several lines.
class Reader
{
public:
    explicit Reader(QString text)
        : m_text(std::move(text))
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    int line() const { return m_line; }

    void skipLine()
    {
        while (!atEnd() && m_text[m_at] != u'\n')
            ++m_at;
        passLineEnd();
    }
    bool isRemark() const { return m_text[m_at] == u'#'; }
    bool isBlank() const { return m_text[m_at] == u'\n' || m_text[m_at] == u'\r'; }

    // Empty when a quote does not end.
    std::optional<QStringList> record()
    {
        QStringList cells{QString()};
        bool quoted = false;
        for (; !atEnd(); ++m_at) {
            const QChar c = m_text[m_at];
            if (quoted && c == u'"' && m_text.mid(m_at + 1, 1) == u"\""_s)
                cells.last() += m_text[m_at++];
            else if (c == u'"')
                quoted = !quoted;
            else if (c == u',' && !quoted)
                cells.append(QString());
            else if (c == u'\n' && !quoted)
                break;
            else if (c != u'\r' || quoted)
                cells.last() += c;
            if (c == u'\n')
                ++m_line;
        }
        if (quoted)
            return {};
        passLineEnd();
        return cells;
    }

private:
    void passLineEnd()
    {
        ++m_at;
        ++m_line;
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

Result<Table> Table::parse(const QByteArray &csv, const QString &name, const QStringList &columns)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    Reader reader(decoder(csv));
    if (decoder.hasError())
        return invalid(name, 1, u"1"_s, u"not UTF-8"_s);

    Table table;
    table.m_name = name;
    while (!reader.atEnd()) {
        if (reader.isRemark() || reader.isBlank()) {
            reader.skipLine();
            continue;
        }
        const int line = reader.line();
        const auto cells = reader.record();
        if (!cells)
            return invalid(name, line, u"?"_s, u"a quotation mark does not end"_s);
        if (table.m_columns.isEmpty()) {
            for (const QString &column : *cells)
                table.m_columns.insert(column, table.m_columns.size());
            for (const QString &column : columns) {
                if (!table.m_columns.contains(column))
                    return invalid(name, line, column, u"the column is missing"_s);
            }
        } else if (cells->size() != table.m_columns.size()) {
            return invalid(name, line, QString::number(qMin(cells->size(), table.m_columns.size()) + 1),
                           u"%1 cells instead of %2"_s.arg(cells->size()).arg(table.m_columns.size()));
        } else {
            table.m_lines.append({line, *cells});
        }
    }
    if (table.m_columns.isEmpty())
        return invalid(name, 1, u"1"_s, u"the table is empty"_s);
    return table;
}

Result<Table> Table::load(const TableSource &source, const QString &name, const QStringList &columns)
{
    const auto csv = source(name);
    if (!csv)
        return csv.error();
    return parse(*csv, name, columns);
}

Table::Row Table::row(qsizetype index) const
{
    Row row;
    row.m_table = this;
    row.m_index = index;
    return row;
}

QString Table::Row::text(const QString &column) const
{
    return m_table->m_lines[m_index].cells.value(m_table->m_columns.value(column, -1));
}

Result<QString> Table::Row::required(const QString &column) const
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return error(column, u"empty"_s);
    return cell;
}

Result<std::optional<int>> Table::Row::integer(const QString &column) const
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return std::optional<int>();
    bool ok = false;
    const int value = cell.toInt(&ok);
    if (!ok)
        return error(column, u"not a whole number"_s);
    return std::optional(value);
}

Result<std::optional<double>> Table::Row::real(const QString &column) const
{
    const QString cell = text(column);
    if (cell.isEmpty())
        return std::optional<double>();
    bool ok = false;
    const double value = cell.toDouble(&ok);
    if (!ok)
        return error(column, u"not a number"_s);
    return std::optional(value);
}

Result<QDate> Table::Row::date(const QString &column) const
{
    const QString cell = text(column);
    const QDate date = QDate::fromString(cell, Qt::ISODate);
    if (!cell.isEmpty() && !date.isValid())
        return error(column, u"not a date"_s);
    return date;
}

Error Table::Row::error(const QString &column, const QString &what) const
{
    return invalid(m_table->m_name, m_table->m_lines[m_index].number, column, what);
}

} // namespace idcounter

#include "app/storage/repository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QStringList columnsIn(const char *list)
{
    return QString::fromLatin1(list).split(u", "_s, Qt::SkipEmptyParts);
}

QStringList columnsOf(const Layout &layout)
{
    return columnsIn(layout.open) + columnsIn(layout.sealed) + QStringList{u"row_mac"_s};
}

} // namespace

Result<qint64> Repository::verifyRows(const Layout &layout) const
{
    return countRead(layout, [](const Statement &) { return Result<void>(); });
}

Result<void> Repository::insert(const Layout &layout, const QVariantList &open, const QVariantList &sealed,
                                const QByteArray &previousMac) const
{
    const QStringList columns = columnsOf(layout);
    Q_ASSERT(columns.size() == open.size() + sealed.size() + 1);
    const QStringList marks(columns.size(), u"?"_s);
    const QString sql = u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(QLatin1StringView(layout.table), columns.join(u", "_s),
                                                                 marks.join(u", "_s));
    return statement(sql).with(open).with(sealed).with({m_keys.rowMac(layout.table + previousMac, open)}).run();
}

Result<void> Repository::update(const Layout &layout, const QVariantList &open, const QVariantList &sealed) const
{
    const QStringList columns = columnsOf(layout);
    Q_ASSERT(columns.size() == open.size() + sealed.size() + 1);
    const QString sql = u"UPDATE %1 SET %2 = ? WHERE %3 = ?"_s.arg(QLatin1StringView(layout.table),
                                                                   columns.sliced(layout.keys).join(u" = ?, "_s),
                                                                   columns.first(layout.keys).join(u" = ? AND "_s));
    auto change = statement(sql);
    change.with(open.sliced(layout.keys)).with(sealed).with({m_keys.rowMac(layout.table, open)});
    if (auto result = change.with(open.first(layout.keys)).run(); !result)
        return result;
    if (change.changedRows() != 1)
        return Error{Error::Code::RecordMissing, open.first().toString()};
    return {};
}

Statement Repository::select(const Layout &layout, const QString &condition, const QVariantList &values) const
{
    auto query = statement(
        u"SELECT %1 FROM %2 %3"_s.arg(columnsOf(layout).join(u", "_s), QLatin1StringView(layout.table), condition));
    query.with(values);
    return query;
}

QVariantList Repository::openIn(const Layout &layout, const Statement &row)
{
    QVariantList open;
    for (qsizetype column = 0; column < columnsIn(layout.open).size(); ++column)
        open << row.value(int(column));
    return open;
}

QByteArray Repository::macIn(const Layout &layout, const Statement &row)
{
    return row.bytes(int(columnsOf(layout).size()) - 1);
}

Result<void> Repository::check(const Layout &layout, const Statement &row, const QByteArray &previousMac) const
{
    if (!m_keys.isOpen())
        return Error{Error::Code::RecordUnreadable, u"nobody is logged in"_s};
    if (m_keys.rowMac(layout.table + previousMac, openIn(layout, row)) != macIn(layout, row))
        return Error{Error::Code::RecordAltered, QString::fromLatin1(layout.table)};
    return {};
}

Result<bool> Repository::exists(const Layout &layout, const QString &column, const QVariant &value) const
{
    auto row = statement(u"SELECT 1 FROM %1 WHERE %2 = ? LIMIT 1"_s.arg(QLatin1StringView(layout.table), column));
    if (const auto result = row.with({value}).run(); !result)
        return result.error();
    if (row.next())
        return true;
    const auto read = row.ended();
    return read ? Result<bool>(false) : Result<bool>(read.error());
}

Result<void> Repository::forEach(const Layout &layout, const QString &condition, const QVariantList &values,
                                 const std::function<Result<void>(const Statement &)> &take) const
{
    auto row = select(layout, condition, values);
    if (auto result = row.run(); !result)
        return result;
    while (row.next()) {
        if (auto intact = check(layout, row); !intact)
            return intact;
        if (auto taken = take(row); !taken)
            return taken;
    }
    return row.ended();
}

} // namespace idcounter

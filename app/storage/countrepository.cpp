#include "app/storage/countrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int placeColumn = 1;
constexpr int tokenColumn = 2;
constexpr int versionColumn = 7;
constexpr int sealedColumn = 8;

} // namespace

Result<DeliveryCount> CountRepository::countIn(const Statement &row) const
{
    const QUuid id(row.text(0));
    const auto bytes
        = m_keys.sealer().open(row.bytes(sealedColumn), place(layout::deliveryCount, id, row.number(versionColumn)));
    if (!bytes)
        return bytes.error();
    const auto read = json::fromBytes<DeliveryCount>(*bytes);
    if (!read)
        return read.error();
    DeliveryCount count = *read;
    count.id = id;
    count.place = row.text(placeColumn);
    count.person = row.text(3);
    count.begunAt = QDateTime::fromMSecsSinceEpoch(row.number(4), Qt::UTC);
    count.at = QDateTime::fromMSecsSinceEpoch(row.number(5), Qt::UTC);
    return count;
}

Result<QList<DeliveryCount>> CountRepository::counts() const
{
    return all(layout::deliveryCount, u"ORDER BY begun_ms, id"_s, {},
               [this](const Statement &row) { return countIn(row); });
}

Result<void> CountRepository::save(const DeliveryCount &count, bool isNew, const DraftHolder &holder,
                                   const Stamp &stamp) const
{
    const auto stored
        = all(layout::deliveryCount, u"WHERE id = ?"_s, {key(count.id)},
              [](const Statement &row) -> Result<QVariantList> { return openIn(layout::deliveryCount, row); });
    if (!stored)
        return stored.error();
    const bool isHeld = stored->isEmpty() ? isNew : stored->first()[tokenColumn].toString() == key(holder.token);
    if (!isHeld)
        return Error{Error::Code::DraftOpenElsewhere, {}};
    const qint64 version = stored->isEmpty() ? 1 : stored->first()[versionColumn].toLongLong() + 1;
    const QVariantList open{key(count.id),
                            holder.where,
                            key(holder.token),
                            stamp.person,
                            count.begunAt.toMSecsSinceEpoch(),
                            stamp.at.toMSecsSinceEpoch(),
                            int(count.cards.size()),
                            version};
    const QVariantList sealed{
        m_keys.sealer().seal(json::toBytes(count), place(layout::deliveryCount, count.id, version))};
    return stored->isEmpty() ? insert(layout::deliveryCount, open, sealed)
                             : update(layout::deliveryCount, open, sealed);
}

Result<void> CountRepository::hold(const QUuid &id, const DraftHolder &holder) const
{
    using Row = std::pair<QVariantList, QByteArray>;
    const auto row
        = one(layout::deliveryCount, u"WHERE id = ?"_s, {key(id)}, [](const Statement &found) -> Result<Row> {
              return Row{openIn(layout::deliveryCount, found), found.bytes(sealedColumn)};
          });
    if (!row)
        return row.error();
    QVariantList open = row->first;
    open[placeColumn] = holder.where;
    open[tokenColumn] = key(holder.token);
    return update(layout::deliveryCount, open, {row->second});
}

Result<void> CountRepository::remove(const QUuid &id, const DraftHolder &holder) const
{
    return statement(u"DELETE FROM delivery_count WHERE id = ? AND token = ?"_s)
        .with({key(id), key(holder.token)})
        .run();
}

Result<qint64> CountRepository::verify() const
{
    return countRead(layout::deliveryCount, [this](const Statement &row) { return countIn(row); });
}

} // namespace idcounter

#include "app/storage/blankcardrepository.h"

#include "app/domain/enumnames.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames states{
    std::pair{BlankCard::State::InStock, "stock"},
    std::pair{BlankCard::State::Issued, "issued"},
    std::pair{BlankCard::State::Returned, "returned"},
    std::pair{BlankCard::State::Spoiled, "spoiled"},
};

} // namespace

Result<BlankCard> BlankCardRepository::cardIn(const Statement &row)
{
    const auto state = states.value(row.text(1));
    if (!state)
        return Error{Error::Code::RecordUnreadable, u"blank_card"_s};
    return BlankCard{
        .serial = row.text(0), .state = *state, .caseId = QUuid(row.text(2)), .day = row.day(3), .until = row.day(4)};
}

Result<void> BlankCardRepository::receive(const QString &prefix, qint64 first, qint64 last, QDate day,
                                          const Stamp &stamp) const
{
    for (qint64 number = first; number <= last; ++number) {
        const QString serial = u"%1%2"_s.arg(prefix).arg(number, 8, 10, QChar(u'0'));
        const auto known = exists(layout::blankCard, u"serial"_s, serial);
        if (!known)
            return known.error();
        if (*known)
            return Error{Error::Code::BlankCardUsed, serial};
        if (auto result = insert(layout::blankCard,
                                 {serial, states.name(BlankCard::State::InStock), QString(u""_s), Repository::day(day),
                                  QString(u""_s), stamp.person});
            !result)
            return result;
    }
    return JournalRepository(m_connection, m_keys)
        .audit(u"blank-cards"_s, u"%1%2"_s.arg(prefix).arg(first), QString::number(last - first + 1), stamp);
}

Result<QList<BlankCard>> BlankCardRepository::inStock(int limit) const
{
    return all(layout::blankCard, u"WHERE state = ? ORDER BY serial LIMIT %1"_s.arg(limit),
               {states.name(BlankCard::State::InStock)}, &BlankCardRepository::cardIn);
}

Result<BlankCard> BlankCardRepository::find(const QString &serial) const
{
    auto found = one(layout::blankCard, u"WHERE serial = ?"_s, {serial}, &BlankCardRepository::cardIn);
    if (!found && found.error().code == Error::Code::RecordMissing)
        return Error{Error::Code::BlankCardUnknown, serial};
    return found;
}

Result<void> BlankCardRepository::change(const BlankCard &from, const BlankCard &to, const Stamp &stamp) const
{
    const auto now = find(from.serial);
    if (!now)
        return now.error();
    if (now->state != from.state || now->caseId != from.caseId)
        return Error{Error::Code::BlankCardUsed, from.serial};
    return update(layout::blankCard,
                  {to.serial, states.name(to.state), to.caseId.isNull() ? QString(u""_s) : key(to.caseId), day(to.day),
                   to.until.isValid() ? day(to.until) : QString(u""_s), stamp.person});
}

Result<std::optional<BlankCard>> BlankCardRepository::issuedFor(const QUuid &caseId) const
{
    const auto found = all(layout::blankCard, u"WHERE case_id = ? AND state = ?"_s,
                           {key(caseId), states.name(BlankCard::State::Issued)}, &BlankCardRepository::cardIn);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<BlankCard>() : std::optional(found->first());
}

Result<QList<BlankCard>> BlankCardRepository::issued() const
{
    return all(layout::blankCard, u"WHERE state = ? ORDER BY until_day, serial"_s,
               {states.name(BlankCard::State::Issued)}, &BlankCardRepository::cardIn);
}

Result<BlankStock> BlankCardRepository::stock() const
{
    BlankStock stock;
    const auto done = forEach(layout::blankCard, {}, {}, [&](const Statement &row) -> Result<void> {
        const auto card = cardIn(row);
        if (!card)
            return card.error();
        switch (card->state) {
        case BlankCard::State::InStock:
            ++stock.inStock;
            break;
        case BlankCard::State::Issued:
            ++stock.issued;
            break;
        case BlankCard::State::Returned:
            ++stock.returned;
            break;
        case BlankCard::State::Spoiled:
            ++stock.spoiled;
            break;
        }
        return {};
    });
    return done ? Result<BlankStock>(stock) : Result<BlankStock>(done.error());
}

} // namespace idcounter

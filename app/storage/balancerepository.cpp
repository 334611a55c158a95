#include "app/storage/balancerepository.h"

#include "app/domain/clock.h"
#include "app/domain/enumnames.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames stocks{
    std::pair{Stock::OpenCases, "open cases"},   std::pair{Stock::ToReport, "to report"},
    std::pair{Stock::UnderWay, "under way"},     std::pair{Stock::Cards, "cards"},
    std::pair{Stock::BlankCards, "blank cards"},
};
constexpr qsizetype longestList = 20; // of cases and numbers

// Whether a case in the state is part of the stock.
bool holds(Stock stock, CaseState state)
{
    switch (stock) {
    case Stock::OpenCases:
        return isOpen(state);
    case Stock::ToReport:
        return state == CaseState::StationReviewed;
    case Stock::UnderWay:
        return state >= CaseState::Reported && state <= CaseState::Dispatched;
    case Stock::Cards:
        return state == CaseState::Received || state == CaseState::Notified || state == CaseState::Unclaimed;
    case Stock::BlankCards:
        return false;
    }
    Q_UNREACHABLE();
}

QVariantList statesOf(Stock stock)
{
    QVariantList names;
    for (int value = 0; value <= int(CaseState::Discarded); ++value) {
        if (holds(stock, CaseState(value)))
            names << stateName(CaseState(value));
    }
    return names;
}

QString inMarks(qsizetype count)
{
    return u"state IN (%1)"_s.arg(QStringList(count, u"?"_s).join(u", "_s));
}

// What of the numbers from first to last is not among those found.
QStringList missingOf(const QString &prefix, int digits, qint64 first, qint64 last, const QSet<qint64> &found)
{
    QStringList missing;
    for (qint64 number = first; number <= last && missing.size() < longestList; ++number) {
        if (!found.contains(number))
            missing << u"%1%2"_s.arg(prefix).arg(number, digits, 10, QChar(u'0'));
    }
    return missing;
}

} // namespace

// After from and up to to, in milliseconds.
struct BalanceRepository::Period
{
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();

    QVariantList values() const { return {from, to}; }
};

Result<qint64> BalanceRepository::sum(const QString &sql, const QVariantList &values) const
{
    auto query = statement(sql);
    if (const auto result = query.with(values).run(); !result)
        return result.error();
    return query.next() ? query.number(0) : 0;
}

Result<QList<std::pair<QString, qint64>>> BalanceRepository::pairs(const QString &sql, const QVariantList &values) const
{
    using Pairs = QList<std::pair<QString, qint64>>;
    auto query = statement(sql);
    if (const auto result = query.with(values).run(); !result)
        return result.error();
    Pairs found;
    while (query.next())
        found << std::pair{query.text(0), query.number(1)};
    const auto read = query.ended();
    return read ? Result<Pairs>(found) : Result<Pairs>(read.error());
}

Result<std::optional<BalanceRepository::Closing>> BalanceRepository::closingOf(Stock stock, const QString &condition,
                                                                               QDate on) const
{
    const auto found
        = all(layout::dayClosing, u"WHERE stock = ? AND day %1 ? ORDER BY day DESC LIMIT 1"_s.arg(condition),
              {stocks.name(stock), day(on)}, [](const Statement &row) -> Result<Closing> {
                  return Closing{row.day(0), row.number(2), row.number(3)};
              });
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Closing>() : std::optional(found->first());
}

// A case moves into a stock or out of it when only one of its two states belongs to it.
Result<void> BalanceRepository::moveCases(StockBalance &balance, const Period &period, bool isOpening) const
{
    auto events = statement(u"SELECT type, from_state, to_state, COUNT(*) FROM event WHERE at_ms > ? AND at_ms <= ? "
                            "AND from_state <> to_state GROUP BY type, from_state, to_state"_s);
    if (auto result = events.with(period.values()).run(); !result)
        return result;
    while (events.next()) {
        const auto from = caseStateFrom(events.text(1));
        const auto to = caseStateFrom(events.text(2));
        if (!from || !to)
            return Error{Error::Code::RecordUnreadable, u"event"_s};
        const bool before = holds(balance.stock, *from);
        if (before == holds(balance.stock, *to))
            continue;
        if (isOpening)
            balance.opening += before ? -events.number(3) : events.number(3);
        else
            (before ? balance.out : balance.in)[events.text(0)] += events.number(3);
    }
    return events.ended();
}

Result<void> BalanceRepository::moveBlanks(StockBalance &balance, const Period &period, bool isOpening) const
{
    const QString at = u" AND at_ms > ? AND at_ms <= ?"_s;
    struct Way
    {
        QString name;
        QString sql;
        bool isIn;
    };
    const std::array ways{
        Way{u"blank-cards"_s,
            u"SELECT COALESCE(SUM(CAST(detail AS BIGINT)), 0) FROM audit WHERE action = 'blank-cards'"_s + at, true},
        Way{u"temporary_card"_s, u"SELECT COUNT(*) FROM event WHERE type = 'temporary_card'"_s + at, false},
        Way{u"blank-card-spoiled"_s, u"SELECT COUNT(*) FROM audit WHERE action = 'blank-card-spoiled'"_s + at, false}};
    for (const Way &way : ways) {
        const auto count = sum(way.sql, period.values());
        if (!count)
            return count.error();
        if (isOpening)
            balance.opening += way.isIn ? *count : -*count;
        else if (*count != 0)
            (way.isIn ? balance.in : balance.out)[way.name] = *count;
    }
    return {};
}

Result<void> BalanceRepository::move(StockBalance &balance, const Period &period, bool isOpening) const
{
    return balance.stock == Stock::BlankCards ? moveBlanks(balance, period, isOpening)
                                              : moveCases(balance, period, isOpening);
}

Result<qint64> BalanceRepository::counted(Stock stock) const
{
    qint64 count = 0;
    const auto one = [&count](const Statement &) {
        ++count;
        return Result<void>();
    };
    const QVariantList states = statesOf(stock);
    const auto done = stock == Stock::BlankCards
        ? forEach(layout::blankCard, u"WHERE state = 'stock'"_s, {}, one)
        : forEach(layout::caseMain, u"WHERE "_s + inMarks(states.size()), states, one);
    return done ? Result<qint64>(count) : Result<qint64>(done.error());
}

// Cases that the table has in the stock and the journal's last word has not, or the other way round.
Result<QStringList> BalanceRepository::casesBehind(Stock stock) const
{
    auto cases = statement(u"SELECT acc_no, state, (SELECT to_state FROM event WHERE event.case_id = case_main.id "
                           "ORDER BY at_ms DESC, seq DESC LIMIT 1) FROM case_main ORDER BY accepted_ms"_s);
    if (const auto result = cases.run(); !result)
        return result.error();
    QStringList behind;
    while (cases.next()) {
        const auto state = caseStateFrom(cases.text(1));
        const auto said = caseStateFrom(cases.text(2));
        if (holds(stock, state.value_or(CaseState::None)) != holds(stock, said.value_or(CaseState::None))
            && behind.size() < longestList)
            behind << cases.text(0);
    }
    const auto read = cases.ended();
    return read ? Result<QStringList>(behind) : Result<QStringList>(read.error());
}

// A day that is over closes with what its report printed, or with the journal's word where it printed none.
Result<StockBalance> BalanceRepository::balanceOf(Stock stock, QDate on, const QDateTime &now) const
{
    StockBalance balance{.stock = stock};
    Period period{.from = beginOf(on).toMSecsSinceEpoch() - 1};
    const auto before = closingOf(stock, u"<"_s, on);
    if (!before)
        return before.error();
    if (*before) {
        balance.openedBy = (*before)->on;
        balance.opening = (*before)->amount;
        period.from = (*before)->atMs;
    } else if (const auto done = move(balance, {.to = period.from}, true); !done) {
        return done.error();
    }
    const bool isOver = on < stationTime(now).date();
    const auto own = isOver ? closingOf(stock, u"="_s, on) : Result<std::optional<Closing>>(std::optional<Closing>());
    if (!own)
        return own.error();
    if (isOver)
        period.to = *own ? (*own)->atMs : beginOf(on.addDays(1)).toMSecsSinceEpoch() - 1;
    if (const auto done = move(balance, period, false); !done)
        return done.error();
    if (isOver) {
        balance.closing = *own ? (*own)->amount : balance.expected();
        return balance;
    }
    const auto count = counted(stock);
    if (!count)
        return count.error();
    balance.closing = *count;
    if (balance.difference() == 0 || stock == Stock::BlankCards)
        return balance;
    const auto behind = casesBehind(stock);
    if (!behind)
        return behind.error();
    balance.behind = *behind;
    return balance;
}

// A payment order is owed while its case is under way, and nobody's any more when it has ended.
Result<void> BalanceRepository::addUnpaid(MoneyBalance &balance, QDate on) const
{
    const QString owing
        = u"SELECT acc_no, COALESCE((SELECT SUM(amount_fen) FROM charge WHERE charge.case_id = case_main.id AND "
          "charge.day <= ?), 0) - COALESCE((SELECT SUM(amount_fen) FROM payment WHERE payment.case_id = "
          "case_main.id AND payment.day <= ?), 0) AS owed FROM case_main WHERE %1 EXISTS (SELECT 1 FROM payment "
          "WHERE payment.case_id = case_main.id AND payment.method = 'order') %2 ORDER BY accepted_ms"_s;
    const auto others = pairs(owing.arg(u"NOT"_s, QString()), {day(on), day(on)});
    if (!others)
        return others.error();
    for (const auto &[number, amount] : *others) {
        balance.unpaid.amount += amount;
        if (amount != 0 && balance.unpaidCases.size() < longestList)
            balance.unpaidCases << number;
    }
    QVariantList values{day(on), day(on)};
    const qsizetype days = values.size();
    for (int value = 0; value <= int(CaseState::Discarded); ++value) {
        if (isOpen(CaseState(value)))
            values << stateName(CaseState(value));
    }
    const auto orders = pairs(owing.arg(QString(), u"AND "_s + inMarks(values.size() - days)), values);
    if (!orders)
        return orders.error();
    for (const auto &order : *orders)
        balance.ordered.amount += order.second;
    return {};
}

Result<MoneyBalance> BalanceRepository::money(QDate on) const
{
    MoneyBalance balance;
    const auto charges = forEach(layout::charge, u"WHERE day = ?"_s, {day(on)}, [&balance](const Statement &row) {
        balance.charged.amount += row.number(5);
        return Result<void>();
    });
    if (!charges)
        return charges.error();
    const auto payments = forEach(layout::payment, u"WHERE day = ?"_s, {day(on)}, [&balance](const Statement &row) {
        balance.paid.amount += row.number(4);
        if (!row.text(5).isEmpty())
            balance.receipts.amount += row.number(4);
        else if (row.text(3) == u"online")
            balance.online.amount += row.number(4);
        return Result<void>();
    });
    if (!payments)
        return payments.error();
    const auto refunds = forEach(layout::refund, u"WHERE day = ?"_s, {day(on)}, [&balance](const Statement &row) {
        balance.refunded.amount += row.number(3);
        return Result<void>();
    });
    if (!refunds)
        return refunds.error();
    if (const auto read = addUnpaid(balance, on); !read)
        return read.error();
    const auto bare
        = pairs(u"SELECT case_main.acc_no, 1 FROM payment JOIN case_main ON case_main.id = payment.case_id "
                "WHERE payment.day = ? AND payment.amount_fen > 0 AND COALESCE(payment.receipt_no, '') = '' "
                "AND payment.method <> 'online' ORDER BY payment.id"_s,
                {day(on)});
    if (!bare)
        return bare.error();
    for (const auto &payment : *bare)
        balance.withoutReceipt << payment.first;
    return balance;
}

// Every receipt that the book has given stands with a payment.
Result<NumberBalance> BalanceRepository::bookBalance(const Statement &book) const
{
    constexpr int digits = 8;
    const QString prefix = book.text(1);
    const qint64 next = book.number(4);
    NumberBalance balance{.kind = NumberBalance::Kind::Receipts,
                          .name = prefix,
                          .first = book.number(2),
                          .last = book.number(3),
                          .left = book.number(3) - next + 1};
    const auto receipts = pairs(u"SELECT receipt_no, 1 FROM payment WHERE receipt_no LIKE ?"_s, {prefix + u'%'});
    if (!receipts)
        return receipts.error();
    QSet<qint64> found;
    for (const auto &[receipt, one] : *receipts) {
        const QString number = receipt.sliced(prefix.size());
        if (number.size() != digits || number.toLongLong() < balance.first || number.toLongLong() > balance.last)
            continue;
        found.insert(number.toLongLong());
        ++balance.used;
    }
    balance.missing = missingOf(prefix, digits, balance.first, next - 1, found);
    return balance;
}

// Every number that a counter has given on the day stands with a case.
Result<NumberBalance> BalanceRepository::counterBalance(const Statement &counter, QDate on) const
{
    constexpr int digits = 5;
    const QString device = counter.text(0);
    const auto block = pairs(u"SELECT name, block_first FROM device WHERE id = ?"_s, {device});
    if (!block)
        return block.error();
    NumberBalance balance{.kind = NumberBalance::Kind::Acceptance, .last = counter.number(2)};
    if (!block->isEmpty()) {
        balance.name = block->first().first;
        balance.first = block->first().second;
    }
    const auto numbers
        = pairs(u"SELECT acc_no, 1 FROM case_main WHERE device_id = ? AND accepted_day = ?"_s, {device, day(on)});
    if (!numbers)
        return numbers.error();
    QSet<qint64> found;
    for (const auto &[number, one] : *numbers) {
        found.insert(number.last(digits).toLongLong());
        ++balance.used;
    }
    balance.missing = missingOf({}, digits, balance.first, balance.last, found);
    return balance;
}

// Vouchers of a day are numbered from one.
Result<NumberBalance> BalanceRepository::voucherBalance(QDate on) const
{
    constexpr int digits = 4;
    NumberBalance balance{.kind = NumberBalance::Kind::Vouchers, .first = 1};
    const auto vouchers = pairs(u"SELECT voucher_no, 1 FROM refund WHERE day = ?"_s, {day(on)});
    if (!vouchers)
        return vouchers.error();
    QSet<qint64> found;
    for (const auto &[voucher, one] : *vouchers) {
        found.insert(voucher.last(digits).toLongLong());
        balance.last = std::max(balance.last, voucher.last(digits).toLongLong());
        ++balance.used;
    }
    balance.missing = missingOf({}, digits, balance.first, balance.last, found);
    return balance;
}

Result<QList<NumberBalance>> BalanceRepository::numbers(QDate on) const
{
    const auto books
        = all(layout::receiptBook, u"ORDER BY id"_s, {}, [this](const Statement &row) { return bookBalance(row); });
    if (!books)
        return books.error();
    const auto counters = all(layout::numberCounter, u"WHERE day = ? ORDER BY device_id"_s, {day(on)},
                              [this, on](const Statement &row) { return counterBalance(row, on); });
    if (!counters)
        return counters.error();
    QList<NumberBalance> found = *books + *counters;
    const auto vouchers = voucherBalance(on);
    if (!vouchers)
        return vouchers.error();
    if (vouchers->used > 0)
        found << *vouchers;
    return found;
}

Result<DayBalances> BalanceRepository::of(QDate on, const QDateTime &now) const
{
    DayBalances balances{.day = on, .countedAt = now};
    for (const Stock stock : {Stock::OpenCases, Stock::ToReport, Stock::UnderWay, Stock::Cards, Stock::BlankCards}) {
        const auto balance = balanceOf(stock, on, now);
        if (!balance)
            return balance.error();
        balances.stocks << *balance;
    }
    const auto taken = money(on);
    if (!taken)
        return taken.error();
    balances.money = *taken;
    const auto given = numbers(on);
    if (!given)
        return given.error();
    balances.numbers = *given;
    return balances;
}

Result<void> BalanceRepository::close(const DayBalances &balances, const Stamp &stamp) const
{
    const bool isOver = balances.day < stationTime(balances.countedAt).date();
    const qint64 atMs
        = isOver ? beginOf(balances.day.addDays(1)).toMSecsSinceEpoch() - 1 : balances.countedAt.toMSecsSinceEpoch();
    for (const StockBalance &balance : balances.stocks) {
        const auto known = closingOf(balance.stock, u"="_s, balances.day);
        if (!known)
            return known.error();
        if (*known && isOver)
            continue; // what was printed stays what it was
        const QVariantList columns{day(balances.day), stocks.name(balance.stock), balance.closing, atMs, stamp.person};
        if (auto done = *known ? update(layout::dayClosing, columns) : insert(layout::dayClosing, columns); !done)
            return done;
    }
    return {};
}

} // namespace idcounter

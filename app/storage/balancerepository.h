#pragma once

#include "app/domain/daybalances.h"
#include "app/storage/journalrepository.h"

namespace idcounter {

// The reconciliations of the daily report: what the journal says of a day against what lies in the tables.
class BalanceRepository : public Repository
{
public:
    using Repository::Repository;

    // Of a day up to now, or to its end. Errors besides the usual: RecordAltered, when a row that is counted was changed.
    Result<DayBalances> of(QDate on, const QDateTime &now) const;
    // Keeps the closings of a report that is printed: with them the next one begins. Inside a transaction.
    Result<void> close(const DayBalances &balances, const Stamp &stamp) const;

private:
    struct Closing
    {
        QDate on;
        qint64 amount = 0;
        qint64 atMs = 0;
    };
    struct Period;
    Result<std::optional<Closing>> closingOf(Stock stock, const QString &condition, QDate on) const;
    Result<StockBalance> balanceOf(Stock stock, QDate on, const QDateTime &now) const;
    Result<void> move(StockBalance &balance, const Period &period, bool isOpening) const;
    Result<void> moveCases(StockBalance &balance, const Period &period, bool isOpening) const;
    Result<void> moveBlanks(StockBalance &balance, const Period &period, bool isOpening) const;
    Result<qint64> counted(Stock stock) const;
    Result<QStringList> casesBehind(Stock stock) const;
    Result<MoneyBalance> money(QDate on) const;
    Result<void> addUnpaid(MoneyBalance &balance, QDate on) const;
    Result<qint64> sum(const QString &sql, const QVariantList &values) const;
    Result<QList<std::pair<QString, qint64>>> pairs(const QString &sql, const QVariantList &values) const;
    Result<QList<NumberBalance>> numbers(QDate on) const;
    Result<NumberBalance> bookBalance(const Statement &book) const;
    Result<NumberBalance> counterBalance(const Statement &counter, QDate on) const;
    Result<NumberBalance> voucherBalance(QDate on) const;
};

} // namespace idcounter

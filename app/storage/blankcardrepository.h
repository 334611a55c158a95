#pragma once

#include "app/storage/journalrepository.h"

#include <optional>

namespace idcounter {

// A blank form of a temporary card (临时居民身份证), by its serial number.
struct BlankCard
{
    // Returned: the temporary card came back with the new card. Spoiled: never handed out.
    enum class State { InStock, Issued, Returned, Spoiled };

    QString serial;
    State state = State::InStock;
    QUuid caseId; // null while it is blank
    QDate day; // of its state
    QDate until; // of an issued one
};

// How many there are of each.
struct BlankStock
{
    int inStock = 0;
    int issued = 0;
    int returned = 0;
    int spoiled = 0;
};

// The blank forms of the station: received by a range of serial numbers, used one by one.
class BlankCardRepository : public Repository
{
public:
    using Repository::Repository;

    // Errors: BlankCardUsed, when one of them is known already. prefix: letters before the number, which has eight digits.
    Result<void> receive(const QString &prefix, qint64 first, qint64 last, QDate day, const Stamp &stamp) const;
    Result<QList<BlankCard>> inStock(int limit) const; // in their order
    Result<BlankCard> find(const QString &serial) const; // Errors: BlankCardUnknown
    // Errors: BlankCardUsed, when it is no longer what it was.
    Result<void> change(const BlankCard &from, const BlankCard &to, const Stamp &stamp) const;
    // The temporary card that is with the citizen of a case.
    Result<std::optional<BlankCard>> issuedFor(const QUuid &caseId) const;
    Result<QList<BlankCard>> issued() const; // with citizens, the first to run out at the head
    Result<BlankStock> stock() const;

private:
    static Result<BlankCard> cardIn(const Statement &row);
};

} // namespace idcounter

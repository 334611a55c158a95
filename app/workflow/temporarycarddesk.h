#pragma once

#include "app/domain/temporarycards.h"
#include "app/workflow/casework.h"

namespace idcounter {

// A temporary card that is with a citizen.
struct TemporaryCardOut
{
    Standing standing;
    BlankCard card;
    DueBack due = DueBack::No;
    QDate dueSince; // where it is due back
};

// Temporary cards (临时居民身份证管理办法): a flag on an open case, ten yuan, valid for three months, on blank forms that are
// counted one by one. Errors come with failed().
class TemporaryCardDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    const BlankStock &stock() const { return m_stock; }
    const QList<BlankCard> &next() const { return m_next; } // the next blank forms to be used
    // Asked for and not yet issued, the longest waiting first: within three days (Art. 12).
    const QList<Standing> &waiting() const { return m_waiting; }
    // In use, the one that ends first at the head.
    const QList<TemporaryCardOut> &out() const { return m_out; }
    // Still with a citizen who has no right to them any more, the longest due at the head.
    const QList<TemporaryCardOut> &dueBack() const { return m_dueBack; }

    void refresh(); // answers with changed()
    void receiveStock(const QString &prefix, qint64 first, qint64 last); // ends with changed()
    void spoil(const QString &serial, const QString &reason); // ends with changed()

    // The last day on which a card that was asked for is in time (Art. 12). Errors: those of the tables.
    Result<QDate> due(const Standing &standing) const;
    // What it costs today where it was not asked for at acceptance. Errors: those of the fee table.
    Result<Charge> price(const Standing &standing) const;
    // Issued on a blank form; paid at once where it was not paid at acceptance. A card of another province waits for the
    // county's signature (RULES 1.3): SignatureMissing. Ends with moved().
    void issue(const Standing &standing, const QString &serial, PaymentMethod method);
    void takeBack(const Standing &standing); // ends with moved()

Q_SIGNALS:
    void changed();

private:
    struct Found;
    static Result<void> findWaiting(const Repositories &repositories, Found &found);
    static Result<void> findOut(const Repositories &repositories, QDate today, Found &found);

    BlankStock m_stock;
    QList<BlankCard> m_next;
    QList<Standing> m_waiting;
    QList<TemporaryCardOut> m_out;
    QList<TemporaryCardOut> m_dueBack;
};

} // namespace idcounter

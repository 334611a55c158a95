#pragma once

#include "app/workflow/casework.h"

namespace idcounter {

// Fees that were left open as payment orders, to be paid online or at a bank (RULES 2, rule 6): who is to be reminded, and what
// was paid meanwhile. An order that is not paid in time ends its case by itself, at the beginning of a day
// (CollectionDesk::turnDay). Errors come with failed().
class OrderDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    // Not paid, the one that ends first at the head.
    const QList<Standing> &open() const { return m_open; }
    bool isToBeReminded(const Standing &standing) const;

    void refresh(); // answers with changed()
    // Each ends with moved() or failed(). Cash gets a receipt of the station's book, as does another payment, with its
    // reference.
    void pay(const Standing &standing, PaymentMethod method, const QString &reference);
    void remind(const Standing &standing, const QString &way);

Q_SIGNALS:
    void changed();

private:
    QList<Standing> m_open;
};

} // namespace idcounter

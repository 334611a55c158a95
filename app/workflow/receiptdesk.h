#pragma once

#include "app/domain/deliverycount.h"
#include "app/workflow/background.h"
#include "app/workflow/casework.h"

namespace idcounter {

// Where a card lies.
struct CardPlace
{
    QString box;
    QString slot;

    friend bool operator==(const CardPlace &, const CardPlace &) = default;
};

// What a delivery list and the record say of each other.
struct DeliveryCheck
{
    QList<Standing> received; // listed, expected, and not yet put away
    QList<Standing> missing; // dispatched, and not on the list
    QStringList notOurs; // on the list, and no card of ours that is on its way
    QStringList doubled; // twice on the list, or put away already
};

// Cards that arrive: counted against what was reported, each given a place; missing and defective ones told the centre; the
// citizen told, again after the set days where nobody was reached. Errors come with failed().
class ReceiptDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    const QList<Standing> &expected() const { return m_expected; } // produced and dispatched
    // In the station: first those that are to be put away again, then the longest here.
    const QList<Standing> &stored() const { return m_stored; }
    // Set aside by a collection that was taken back, without a place of its own yet.
    static bool isSetAside(const Standing &standing);
    int setAside() const; // how many of stored()
    const QList<Standing> &toTell() const { return m_toTell; } // whose citizens are to be called today
    const QList<Standing> &defective() const { return m_defective; }

    void refresh(); // answers with changed()
    // One acceptance number to a line, as scanned, typed, or read from a file; what is none is not ours.
    DeliveryCheck reconcile(const QStringList &numbers) const;
    // Whether nothing is left to do with the cards of a delivery: all are put away or reported. What is not ours is left to
    // be dealt with.
    bool isOver(const QList<CountedCard> &cards) const;
    // The next free slot after that of the card put away last; given: places that are as good as taken. The first slot of
    // the first box where there is nothing yet.
    CardPlace nextPlace(const QList<CardPlace> &given) const;
    // The lines of a delivery list, a number to each; answers with listRead(). Errors: PackageUnreadable.
    void readList(const QString &path);

    // Each ends with moved() or failed().
    void receive(const Standing &standing, const QString &box, const QString &slot);
    void receiveDefective(const Standing &standing, CardDefect defect); // came, and is of no use
    void place(const Standing &standing, const QString &box, const QString &slot); // a stored card lies elsewhere now
    void missing(const Standing &standing); // not in the delivery
    void defect(const Standing &standing, CardDefect defect); // found when counted or handed out
    void lose(const Standing &standing, const QString &reason); // not found at the count
    void tell(const Standing &standing, const QString &way, bool reached);
    void mail(const Standing &standing, const QString &trackingNumber);
    // oldCard: what became of one that the citizen kept until now.
    void deliver(const Standing &standing, OldCardEnd oldCard = OldCardEnd::None);
    void comeBack(const Standing &standing, const QString &box, const QString &slot);
    void loseInMail(const Standing &standing);

Q_SIGNALS:
    void changed();
    void listRead(const QStringList &numbers);

private:
    QList<Standing> m_expected;
    QList<Standing> m_stored;
    QList<Standing> m_toTell;
    QList<Standing> m_defective;
    Background m_background{QStringLiteral("delivery")}; // goes first
};

} // namespace idcounter

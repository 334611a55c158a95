#pragma once

#include "app/domain/chipcard.h"
#include "app/workflow/background.h"
#include "app/workflow/casework.h"
#include "app/workflow/storedprints.h"

#include <QImage>

namespace idcounter {

// What is on the counter while a card is handed out.
struct CollectionFile
{
    Standing standing;
    QByteArray photo; // JPEG
    EnrolledPrints prints; // those that can be compared
    LifeRules rules; // of the station
};

// Handing out cards: found by slip, number or name; the live finger compared with the enrolled ones; every part recorded as one event
// (RULES 6.5, 7.3). And what comes of cards that nobody fetches. Errors come with failed().
class CollectionDesk : public CaseWork
{
    Q_OBJECT

public:
    explicit CollectionDesk(Counter counter, QObject *parent = nullptr);

    const QList<Standing> &found() const { return m_found; }
    const QList<Standing> &unclaimed() const { return m_unclaimed; }

    // By what a slip's code says, acceptance number, citizen number, its last digits, telephone or name; cases whose card is here first.
    void find(const QString &text); // answers with foundChanged()
    void refreshUnclaimed(); // answers with unclaimedChanged()
    // Who looked is recorded; answers with opened(), and with TemplateDamaged where an enrolled print is.
    void open(const QUuid &caseId);
    // A press of any of the enrolled fingers; answers with compared(). NoMatch is said of a press that is good enough to be
    // compared, CannotCompare of any other, and where nothing is enrolled.
    void compare(const CollectionFile &file, const QImage &press);
    // The chip that was read beside the case; kept for it until another is read or it is forgotten.
    ChipVerdict judgeChip(const Standing &standing, const ChipCard &card);
    ChipVerdict chip(const QUuid &caseId) const { return caseId == m_chipCase ? m_chip : ChipVerdict::NotRead; }
    void forgetChip() { m_chipCase = {}; }

    // Each ends with moved() or failed(). Of the chip is recorded what was judged here, whatever the record says.
    void collect(const Standing &standing, const CollectionRecord &given);
    void undo(const Standing &standing, const QString &reason);
    void handBack(const Standing &standing, const QString &secondOfficer, const QString &reason);
    void destroy(const Standing &standing, const QString &secondOfficer, const QString &reason);

    // What a new day brings by itself: collections of earlier days are closed, cards nobody fetched are listed, and payment
    // orders that were not paid in time end their case. Answers with dayTurned(), which says how many cases were moved.
    void turnDay();
    void turnDayIfNew(); // unless it was done today

Q_SIGNALS:
    void foundChanged();
    void unclaimedChanged();
    void opened(const idcounter::CollectionFile &file);
    void compared(idcounter::FingerAnswer answer, const QString &finger);
    void dayTurned(int moved);

private:
    void endUnclaimed(const Standing &standing, const QString &event, const QString &secondOfficer,
                      const QString &reason);

    QList<Standing> m_found;
    QList<Standing> m_unclaimed;
    QDate m_turned; // the day that turnDay() was called last
    QUuid m_chipCase; // whose chip was read last
    ChipVerdict m_chip = ChipVerdict::NotRead;
    Background m_background; // goes first
};

} // namespace idcounter

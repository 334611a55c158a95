#pragma once

#include "app/workflow/casework.h"

namespace idcounter {

// Everything a reviewer must see of a case, on one screen.
struct ReviewFile
{
    Standing standing;
    QByteArray photo; // JPEG, as the card will have it
    QByteArray picture; // what it was cut out of; empty where it is not kept
    QList<std::pair<SidePictureKind, QByteArray>> sidePictures;
    QList<std::pair<QString, QByteArray>> prints; // position code and PNG of the first press
    QList<LifeEntry> history; // each person by name, where it is known
};

// What the list of the review shows of all that waits.
struct ReviewFilter
{
    QString reason; // code; empty: any
    QString clerk; // log-in name; empty: any
    int olderThanDays = 0; // since acceptance
    bool exceptionsOnly = false;
};

// The review at the station, over all counters: who accepted a case does not review it, unless the station allows that, and
// then it is recorded (RULES 7.1). Errors come with failed().
class ReviewDesk : public CaseWork
{
    Q_OBJECT

public:
    using CaseWork::CaseWork;

    // Accepted cases and those that were reviewed and not yet reported: the most urgent first, then the oldest.
    const QList<Standing> &waiting() const { return m_waiting; }
    const QList<Standing> &reviewed() const { return m_reviewed; }
    QList<Standing> filtered(const ReviewFilter &filter) const; // of waiting()
    QList<Standing> filtered(const ReviewFilter &filter, const QList<Standing> &cases) const;
    Urgency urgency(const Standing &standing) const;
    // Whether a second officer must confirm something first.
    static bool hasOpenExceptions(const Standing &standing);
    // Whether somebody may say why a case is withdrawn: a supervisor, and anybody while it makes no difference to the money.
    static bool mayChooseCause(const Standing &standing, Role role);

    void refresh(); // answers with changed()
    // A case with its pictures; who looked is recorded. Answers with opened().
    void open(const QUuid &caseId);

    // Each ends with moved() or failed().
    void confirmExceptions(const Standing &standing);
    void approve(const Standing &standing);
    void reopen(const Standing &standing, const QString &reason);
    void sendBack(const Standing &standing, const QList<ReturnReason> &reasons);
    void refuse(const Standing &standing, const QString &reason);
    void voidCase(const Standing &standing, const QString &reason, EndingCause cause = EndingCause::OfficeAtFault);
    void withdraw(const Standing &standing, const QString &reason, EndingCause cause);

Q_SIGNALS:
    void changed();
    void opened(const idcounter::ReviewFile &file);

private:
    void sort(const QList<Standing> &found);
    void endWithMoney(const Standing &standing, const QString &event, const QString &reason, EndingCause cause);

    QList<Standing> m_waiting;
    QList<Standing> m_reviewed;
};

} // namespace idcounter

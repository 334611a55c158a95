#pragma once

#include "app/domain/rules.h"
#include "app/workflow/bookingdesk.h"
#include "app/workflow/reissuedesk.h"

#include <QCoreApplication>

namespace idcounter {

// What the pages of bookings and online applications say of them.
class BookingWords
{
    Q_DECLARE_TR_FUNCTIONS(BookingWords)

public:
    explicit BookingWords(const Rules &rules)
        : m_rules(rules)
    {
    }

    QString business(const QString &reason) const;
    // The fields of a form with their values, in the order of the form.
    QList<std::pair<QString, QString>> person(const Applicant &applicant) const;
    QStringList personFields() const; // names as differencesOf() has them, in the same order

    static QString state(BookingState value);
    static QString state(ApplicationState value);
    static QString when(const Appointment &appointment); // "12-01 Tue 09:00"; empty without one
    static QString when(const FreeTime &time);
    static QString wishes(const QList<WishedTime> &times);
    static QString message(const KnownMessage &message); // sign and state
    static QString line(const LineState &state, const QDateTime &now);
    static QString said(const Outgoing &outgoing);
    static QString task(const PlatformTask &task);
    static QString check(ReissueCheck value);
    static QString evidence(const ReissueFinding &finding);
    static QString placeDay(PlaceDay kind); // empty for a day like others
    static QString moveReason(MoveReason reason);
    static QString moveStep(MoveStep step); // with its sign; empty where nothing was done
    static QString shortDay(QDate day); // "12-01 Tue"
    static QString dayWithWeekday(QDate day); // "2026-12-01 Tue"
    static QString age(const QDateTime &since, const QDateTime &now);

private:
    const Rules &m_rules;
};

} // namespace idcounter

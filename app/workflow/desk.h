#pragma once

#include "app/domain/dayfigures.h"
#include "app/workflow/background.h"
#include "app/workflow/counter.h"
#include "app/workflow/partnerkeys.h"

#include <QObject>

#include <functional>

namespace idcounter {

// What lies on the counter's desk between two citizens: the drafts, today's cases and figures, and what was searched for.
// Everything is fetched anew by refresh(). Reads the tables ahead, which take longer than the window may wait.
class Desk : public QObject
{
    Q_OBJECT

public:
    explicit Desk(Counter counter, QObject *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    const QList<DraftSummary> &drafts() const { return m_drafts; }
    const QList<CaseSummary> &cases() const { return m_cases; } // accepted today
    const DayFigures &figures() const { return m_figures; }
    const QList<DayCount> &lastDays() const { return m_lastDays; } // seven, today last
    const QList<CaseSummary> &found() const { return m_found; }
    const QList<KeyReminder> &keyReminders() const { return m_keyReminders; } // of keys that run out

    void refresh();
    void search(const QString &text); // answers with foundChanged()
    void findBehind(const Figure &figure, QDate day); // the cases that a figure counts; the same

    // Opens a draft for this counter; answers with draftOpened(), or with draftElsewhere() when another has it.
    void openDraft(const QUuid &id, bool takeOver = false);
    // An accepted case, to be looked at and for its papers; who looked is recorded. Answers with caseOpened().
    void openCase(const QUuid &id);

Q_SIGNALS:
    void changed();
    void foundChanged();
    void draftOpened(const idcounter::Draft &draft);
    void caseOpened(const idcounter::Case &accepted);
    void draftElsewhere(const QUuid &id, const QString &where);
    void failed(const idcounter::Error &error);

private:
    void find(const QString &action, std::function<Result<QList<CaseSummary>>(Repositories &)> search);

    Counter m_counter;
    QList<DraftSummary> m_drafts;
    QList<CaseSummary> m_cases;
    DayFigures m_figures;
    QList<DayCount> m_lastDays;
    QList<CaseSummary> m_found;
    QList<KeyReminder> m_keyReminders;
    bool m_opening = false; // a draft
    int m_search = 0; // counts searches; the answer of an earlier one is dropped
    Background m_background; // goes first
};

} // namespace idcounter
